package plan

import "fotfaste/internal/period"

// FullTime is the hours of a full week: activity ability of 76-100 percent is up
// to 40 hours (004 diagram 18).
const FullTime = 40

// PlannedHours are the hours per week that the plan fills on the day.
func (p Plan) PlannedHours(on period.Day) int {
	hours := 0
	for _, a := range p.Activities {
		if a.RunsOn(on) {
			hours += a.Hours
		}
	}
	return hours
}

// FilledHours are the hours per week of the day or, while nothing has begun, of the
// first later day on which something does: a plan that begins on Monday is a plan.
func (p Plan) FilledHours(on period.Day) int {
	if hours := p.PlannedHours(on); hours > 0 {
		return hours
	}
	var first *period.Day
	for _, a := range p.Activities {
		if a.From != nil && *a.From > on && (first == nil || *a.From < *first) {
			first = a.From
		}
	}
	if first == nil {
		return 0
	}
	return p.PlannedHours(*first)
}

// NextTurn is the first day after the given one on which the hours may change: an
// activity begins, or one has ended the day before.
func (p Plan) NextTurn(after period.Day) (on period.Day, found bool) {
	turn := func(day period.Day) {
		if day > after && (!found || day < on) {
			on, found = day, true
		}
	}
	for _, a := range p.Activities {
		if a.From != nil && a.To != nil {
			turn(*a.From)
			turn(a.To.AddDays(1))
		}
	}
	return on, found
}

// HoursByTrack are the planned hours per week on the day, track by track. A
// track with none is left out.
func (p Plan) HoursByTrack(on period.Day) map[Track]int {
	hours := map[Track]int{}
	for _, a := range p.Activities {
		if a.RunsOn(on) && a.Hours > 0 {
			hours[a.Track] += a.Hours
		}
	}
	return hours
}

// EmptyTracks are the tracks on which nothing runs on the day.
func (p Plan) EmptyTracks(on period.Day) []Track {
	running := map[Track]bool{}
	for _, a := range p.Activities {
		if a.RunsOn(on) {
			running[a.Track] = true
		}
	}
	var empty []Track
	for _, t := range Tracks() {
		if !running[t] {
			empty = append(empty, t)
		}
	}
	return empty
}

// Peak is the fullest day of the plan, the first of them if several, and its
// hours per week. The hours rise only on a day when an activity begins, so no
// other day needs to be looked at. An empty plan peaks at 0 hours on no day.
func (p Plan) Peak() (on period.Day, hours int) {
	for _, a := range p.Activities {
		if a.From == nil {
			continue
		}
		h := p.PlannedHours(*a.From)
		if h > hours || (h == hours && h > 0 && *a.From < on) {
			on, hours = *a.From, h
		}
	}
	return on, hours
}

// Cover says how the planned hours stand against the ability.
type Cover string

const (
	NotCovered    Cover = "none"    // hours are possible, none are planned
	PartlyCovered Cover = "partly"  // some are planned
	FullyCovered  Cover = "fully"   // full-time activation: planned is ability
	OverCovered   Cover = "over"    // more is planned than the ability
	UnknownCover  Cover = "unknown" // the ability is not assessed
)

// Covers are all values of Cover.
func Covers() []Cover {
	return []Cover{NotCovered, PartlyCovered, FullyCovered, OverCovered, UnknownCover}
}

// Coverage is the planned hours of a day against the activity ability.
type Coverage struct {
	Planned int  // hours per week
	Ability *int // hours per week; nil when not assessed
	Missing int  // hours left to plan, never below 0
}

// Coverage sets the plan's hours on the day against the ability, in hours per
// week, nil when it is not assessed.
func (p Plan) Coverage(on period.Day, ability *int) Coverage {
	c := Coverage{Planned: p.PlannedHours(on), Ability: ability}
	if ability != nil {
		c.Missing = max(0, *ability-c.Planned)
	}
	return c
}

// IsFullTime tells whether the person is fully activated: planned hours are at
// least the ability. Not so while the ability is unknown.
func (c Coverage) IsFullTime() bool { return c.Ability != nil && c.Planned >= *c.Ability }

// Cover is the coverage in one word.
func (c Coverage) Cover() Cover {
	switch {
	case c.Ability == nil:
		return UnknownCover
	case c.Planned > *c.Ability:
		return OverCovered
	case c.Planned == *c.Ability:
		return FullyCovered
	case c.Planned == 0:
		return NotCovered
	}
	return PartlyCovered
}
