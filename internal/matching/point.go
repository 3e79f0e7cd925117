package matching

import (
	"cmp"
	"slices"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
)

// Ground is what a point is given for.
type Ground string

const (
	LadderUp        Ground = "ladder_up"        // serves the step and leads to a higher one
	LadderHold      Ground = "ladder_hold"      // serves the step and leads no higher
	MissingTrack    Ground = "missing_track"    // nothing runs on its track
	SameTrack       Ground = "same_track"       // something runs on its track already
	NoNeed          Ground = "no_need"          // the assessment has found nothing that it is for
	LanguageSupport Ground = "language_support" // supports the language that the participant needs support in
	NoSupport       Ground = "no_support"       // does not, though it is needed
	Wished          Ground = "wished"           // words of the participant's own wish stand in it
	Near            Ground = "near"             // where the participant lives
	Proven          Ground = "proven"           // like something that has been evaluated with good result
	Disproven       Ground = "disproven"        // like something that has been evaluated without
	Idle            Ground = "idle"             // the participant has waited without activity
)

// Grounds are all grounds, in the order they are asked.
func Grounds() []Ground {
	return []Ground{LadderUp, LadderHold, MissingTrack, SameTrack, NoNeed, LanguageSupport, NoSupport, Wished, Near, Proven, Disproven, Idle}
}

// Point is one ground that speaks for (above zero), against (below zero) or is told
// without weight (zero).
type Point struct {
	Ground Ground
	Points int
	Args   map[string]any
}

// Text is the point as a reason for a reader.
func (p Point) Text() fault.Text {
	return fault.Text{Key: "matching.point." + string(p.Ground), Args: p.Args}
}

// Weights are how many points a ground gives. They are the project's own and stand on
// the page for all to see; 004 s. 7.2 names what matters and gives no numbers.
type Weights struct {
	LadderUp, LadderHold       int
	MissingTrack, NoNeed       int
	LanguageSupport, NoSupport int
	Wished                     int
	Near                       int
	Grades                     map[catalogue.Grade]int
	IdleWeek, MostIdle         int // for every whole week without activity, at most so many points
}

// Standard are the weights in use. One participant's best place is a matter of fit; who
// comes first to it of two who fit alike is a matter of how long they have had nothing.
func Standard() Weights {
	return Weights{
		LadderUp: 120, LadderHold: 60, MissingTrack: 80, NoNeed: -200, LanguageSupport: 80, NoSupport: -40, Wished: 60, Near: 40,
		Grades: map[catalogue.Grade]int{catalogue.Effective: 60, catalogue.SmallPositive: 40, catalogue.Promising: 20,
			catalogue.MoreNeeded: 10, catalogue.NotEffective: -60},
		IdleWeek: 2, MostIdle: 104,
	}
}

// score tells the grounds for and against the pair, and what each gives.
func (w *Weights) score(c *Candidate, i *catalogue.Intervention, wished bool, give func(Ground, int)) {
	if step := c.Facts.Step; step != nil && i.Serves(*step) {
		if i.LeadsTo > *step {
			give(LadderUp, w.LadderUp)
		} else {
			give(LadderHold, w.LadderHold)
		}
	}
	switch {
	case !c.needs(i.Kind):
		give(NoNeed, w.NoNeed)
	case slices.Contains(c.Running, TrackOf(i.Kind)):
		give(SameTrack, 0)
	default:
		give(MissingTrack, w.MissingTrack)
	}
	if c.Facts.Swedish == catalogue.EasySwedish || c.Facts.Swedish == catalogue.LargeLimits {
		if i.LanguageSupport {
			give(LanguageSupport, w.LanguageSupport)
		} else {
			give(NoSupport, w.NoSupport)
		}
	}
	if wished {
		give(Wished, w.Wished)
	}
	if c.Facts.Locality != "" && c.Facts.Locality == i.Locality {
		give(Near, w.Near)
	}
	if i.Evidence != "" {
		card, _ := catalogue.CardOf(i.Evidence)
		switch points := w.Grades[card.Grade]; {
		case points > 0:
			give(Proven, points)
		case points < 0:
			give(Disproven, points)
		}
	}
	if c.IdleFor > 0 {
		give(Idle, min(w.MostIdle, w.IdleWeek*c.IdleFor))
	}
}

// points are the grounds with what their reasons tell, the heaviest for first and the
// heaviest against last.
func (w *Weights) points(c *Candidate, i *catalogue.Intervention, words wishes) []Point {
	var all []Point
	w.score(c, i, len(words[i.ID]) > 0, func(g Ground, points int) {
		all = append(all, Point{g, points, told(g, c, i, words)})
	})
	slices.SortStableFunc(all, func(a, b Point) int { return cmp.Compare(b.Points, a.Points) })
	return all
}

// told is what the reason of a ground says beside itself.
func told(g Ground, c *Candidate, i *catalogue.Intervention, words wishes) map[string]any {
	switch g {
	case LadderUp:
		return fault.T("", "Step", *c.Facts.Step, "LeadsTo", i.LeadsTo).Args
	case LadderHold:
		return fault.T("", "Step", *c.Facts.Step).Args
	case MissingTrack, SameTrack:
		return fault.T("", "Track", fault.T("plan.track."+string(TrackOf(i.Kind)))).Args
	case Wished:
		return fault.T("", "Words", words.in(i.ID)).Args
	case Near:
		return fault.T("", "Locality", i.Locality).Args
	case Proven, Disproven:
		card, _ := catalogue.CardOf(i.Evidence)
		return fault.T("", "Card", card.Name(), "Grade", fault.T("catalogue.grade."+string(card.Grade))).Args
	case Idle:
		return fault.T("", "Count", c.IdleFor).Args
	}
	return nil
}
