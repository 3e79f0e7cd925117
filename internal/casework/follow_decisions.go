package casework

import (
	"context"

	"fotfaste/internal/casefile"
	"fotfaste/internal/decision"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// followDecisions brings the case to the state that its decisions give the day: a
// pause that was decided for next week begins when next week comes, and is over when
// its last day has passed. True where the case changed.
func (d *desk) followDecisions(ctx context.Context) (bool, error) {
	switch d.Case.State {
	case casefile.Granted, casefile.Active, casefile.Paused:
	default:
		return false, nil
	}
	made, err := d.Decisions(ctx, d.Case.ID)
	if err != nil {
		return false, err
	}
	next := stateOn(d.Case, decision.InForce(plain(made)), d.Today)
	changed := next.State != d.Case.State
	d.Case = next
	return changed, nil
}

// stateOn is the case as the decisions in force have it on the day.
func stateOn(c casefile.Case, inForce period.Timeline[decision.Status], on period.Day) casefile.Case {
	status, spoken := inForce.At(on)
	if !spoken {
		return c
	}
	command := map[decision.State]casefile.Command{
		decision.Granted: casefile.Resume, decision.Paused: casefile.Pause, decision.Stopped: casefile.Stop,
	}[status.State]
	if next, err := c.Do(command); err == nil {
		return next
	}
	return c // it is there already, or has not begun
}

// plain is the decisions themselves, for the rules.
func plain(made []store.Decided) []decision.Decision {
	decisions := make([]decision.Decision, len(made))
	for i, m := range made {
		decisions[i] = m.Decision
	}
	return decisions
}
