package casework

import (
	"time"

	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// situationOf is what is stored of a case, as the rules of what it asks for want it.
func situationOf(c casefile.Case, f store.CaseFlags, targets law.Targets) followup.Situation {
	s := followup.Situation{
		Programme: c.Programme, NextContact: c.NextContactOn, OfferUntil: f.OfferUntil, Conflicts: f.Conflicts, Stopped: f.Stopped,
		PlanStands: f.PlanStands, PlanProposed: dayOfMaybe(f.PlanWaits), Progression: dayOfMaybe(f.Progression),
		AskEvery: assessment.Instruments()[assessment.Progression].EveryMonths, Unfilled: c.UnplannedHours(),
		OutcomeDue: f.OutcomeDue, Overpaid: dayOfMaybe(f.Overpaid), Household: dayOfMaybe(f.Household), Change: dayOfMaybe(f.Change), PlanWithin: targets.PlanDays, Appeals: followup.Appeals(f.Appeals),
	}
	switch c.State {
	case casefile.Granted:
		s.Stage = followup.BeforeStart
	case casefile.Active:
		s.Stage = followup.TakingPart
	case casefile.Paused:
		s.Stage = followup.Resting
	case casefile.Exited, casefile.FollowUp:
		s.Stage, s.ExitMissing = followup.HasLeft, !f.ExitNoted
	}
	return s
}

// targetsOf are the case's clocks. The meeting and the activity are counted from the
// enquiry, the plan from the first granted day.
func targetsOf(c casefile.Case, f store.CaseFlags, targets law.Targets, now time.Time) []followup.Target {
	if c.State == casefile.Refused {
		return nil
	}
	today := clock.DayOf(now)
	clocks := []followup.Target{
		followup.MeetingTarget(c.OpenedAt, f.MetFirst, now, targets.FirstMeetingHours),
		followup.DayTarget(followup.FirstActivity, clock.DayOf(c.OpenedAt), f.ActiveFirst, today, targets.FirstActivityDays),
	}
	if c.Programme != nil && c.Programme.From <= today {
		clocks = append(clocks, followup.DayTarget(followup.FirstPlan, c.Programme.From, dayOfMaybe(f.PlanFirst), today, targets.PlanDays))
	}
	return clocks
}

// targets are the target times in force. They have no effect in law: where none is
// known for the day, none is shown, and the work goes on.
func (d *desk) targets() (law.Targets, bool) {
	p, err := d.Office.Law.Clocks(d.Today)
	return p.Value, err == nil
}

func dayOfMaybe(t *time.Time) *period.Day {
	if t == nil {
		return nil
	}
	day := clock.DayOf(*t)
	return &day
}
