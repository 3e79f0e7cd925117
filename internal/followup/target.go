package followup

import (
	"time"

	"fotfaste/internal/period"
)

// TargetKind is a time that the programme measures itself by: the first meeting
// within so many hours of the enquiry, the first activity within so many days of it,
// the plan within so many days of the start (001; 004).
type TargetKind string

const (
	FirstMeeting  TargetKind = "first_meeting"
	FirstActivity TargetKind = "first_activity"
	FirstPlan     TargetKind = "first_plan"
)

// TargetKinds are all kinds, in the order of the journey.
func TargetKinds() []TargetKind { return []TargetKind{FirstMeeting, FirstActivity, FirstPlan} }

// Target is one of them in a case: hours for the first meeting, days for the others.
type Target struct {
	Kind   TargetKind
	Within int
	Took   int
	Met    bool // it has happened; else the clock still runs
	Light  Light
}

// MeetingTarget is how long the person waited, or has waited, for the first meeting.
func MeetingTarget(asked time.Time, met *time.Time, now time.Time, withinHours int) Target {
	until := now
	if met != nil {
		until = *met
	}
	return target(FirstMeeting, withinHours, int(until.Sub(asked)/time.Hour), met != nil)
}

// DayTarget is how many days it took, or has taken, from one day to another.
func DayTarget(kind TargetKind, from period.Day, done *period.Day, today period.Day, withinDays int) Target {
	until := today
	if done != nil {
		until = *done
	}
	return target(kind, withinDays, max(0, int(until-from)), done != nil)
}

func target(kind TargetKind, within, took int, met bool) Target {
	t := Target{Kind: kind, Within: within, Took: took, Met: met, Light: Green}
	switch {
	case took > within:
		t.Light = Red
	case !met && 2*took >= within:
		t.Light = Amber // half the time has gone
	}
	return t
}
