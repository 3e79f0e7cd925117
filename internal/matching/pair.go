package matching

import (
	"slices"

	"fotfaste/internal/assessment"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
)

// MostParallel is how many interventions a participant is proposed to be in at once,
// those they are in already among them.
const MostParallel = 3

// Candidate is what matching asks about one participant on the day.
type Candidate struct {
	Case     ident.ID
	Facts    catalogue.Facts
	Hours    int          // hours per week that they are able to and that nothing fills
	Running  []plan.Track // the tracks on which something runs or is offered
	Parallel int          // interventions that they are in or have been offered
	Wish     string       // in their own words
	Barriers []assessment.Barrier
	Assessed bool       // together: what no barrier names is then known not to be one
	Passed   []ident.ID // interventions that have been chosen away for them
	IdleFor  int        // whole weeks without any activity
}

// Opening is an intervention with the room that can be proposed now.
type Opening struct {
	catalogue.Intervention
	Free int // hours per week that nobody holds, nobody waits for and nobody has kept
	Kept Kept
}

// Kept are hours per week of an intervention that only some may be proposed: the seats
// of a trial's arm.
type Kept struct {
	Hours int
	For   map[ident.ID]bool // cases
}

// TrackOf is the track of a plan that an intervention of the kind belongs on.
func TrackOf(kind catalogue.Kind) plan.Track {
	switch kind {
	case catalogue.Education, catalogue.Language:
		return plan.EducationLanguage
	case catalogue.Health:
		return plan.Health
	case catalogue.SocialSupport:
		return plan.SocialEconomy
	}
	return plan.Work
}

// barriersOn are the barriers that an intervention on the track is there for. A track that
// is for everybody has none.
func barriersOn(track plan.Track) []assessment.Barrier {
	switch track {
	case plan.Health:
		return []assessment.Barrier{assessment.PhysicalHealth, assessment.MentalHealth, assessment.Habits}
	case plan.SocialEconomy:
		return []assessment.Barrier{assessment.Housing, assessment.Family, assessment.Legal, assessment.Habits, assessment.Debts,
			assessment.Motivation, assessment.OtherBarrier}
	}
	return nil
}

// needs tells whether the assessment has found what the kind of intervention is for. What
// nobody has assessed may be needed.
func (c *Candidate) needs(kind catalogue.Kind) bool {
	if kind == catalogue.Language {
		return c.Facts.Swedish != catalogue.NoLimits
	}
	barriers := barriersOn(TrackOf(kind))
	return !c.Assessed || barriers == nil || slices.ContainsFunc(c.Barriers, func(b assessment.Barrier) bool { return slices.Contains(barriers, b) })
}

// fit is how a participant and an intervention suit each other, in numbers alone: it is
// reckoned for everybody against everything.
type fit struct {
	outcome  catalogue.Outcome // of all criteria together
	obstacle Obstacle
	hours    int // hours per week that could begin
	gain     int // points for an hour a week
}

// Pair is one participant and one intervention: whether it goes, how well, and why.
type Pair struct {
	Opening
	Outcome  catalogue.Outcome           // of all criteria together
	Criteria []catalogue.CriterionResult // one by one
	Points   []Point                     // for and against, those for first
	Gain     int                         // the points together, never below zero: what speaks against itself is worth no less than nothing
	Hours    int                         // hours per week that could begin: 0 where nothing can
	Obstacle Obstacle                    // why nothing can begin though the criteria hold; empty where it can
}

// Obstacle is what stands in the way when all criteria hold.
type Obstacle string

const (
	NoObstacle Obstacle = ""
	PassedOver Obstacle = "passed_over" // somebody has chosen it away for the participant
	Closed     Obstacle = "closed"      // takes nobody new
	NoStart    Obstacle = "no_start"    // the cohort has no day left
	AlreadyIn  Obstacle = "already_in"  // the participant is in it, or has been offered it
	Full       Obstacle = "full"        // fewer hours are free than one participant needs there
	TooManyNow Obstacle = "too_many"    // as many interventions beside each other as there may be
	Unsuited   Obstacle = "unsuited"    // as much speaks against it as for
	NoHours    Obstacle = "no_hours"    // fewer hours are unplanned than the intervention needs
)

// Obstacles are all obstacles, in the order they are looked for.
func Obstacles() []Obstacle {
	return []Obstacle{AlreadyIn, PassedOver, Closed, NoStart, TooManyNow, NoHours, Unsuited, Full}
}

// isRoom tells whether at most room is what stands in the way.
func (o Obstacle) isRoom() bool { return o == NoObstacle || o == Full }

// IsPossible tells whether the pair can be proposed: every criterion is known to hold
// and there are hours on both sides.
func (p Pair) IsPossible() bool { return p.Outcome == catalogue.Met && p.Obstacle == NoObstacle }
