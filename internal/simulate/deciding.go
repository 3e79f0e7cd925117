package simulate

import (
	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// decide makes the formal decisions, each by the rules in force on its day.
func (t *teller) decide() error {
	c := t.c
	if c.decided == 0 {
		return nil
	}
	if c.state == casefile.Refused {
		return t.make(c.decided, decision.Draft{Kind: decision.Refuse})
	}
	from := c.start
	if from == 0 {
		from = workday(t.today().AddDays(t.s.between(3, 14)))
		c.grantedTo = from.AddYears(1).AddDays(-1)
	}
	if err := t.make(c.decided, decision.Draft{Kind: decision.Grant, From: from}); err != nil {
		return err
	}
	if c.extended != 0 {
		if err := t.make(c.extended, decision.Draft{Kind: decision.Extend, To: c.grantedTo}); err != nil {
			return err
		}
	}
	if c.paused != 0 {
		until := min(max(c.paused.AddDays(t.s.between(60, 120)), t.today().AddDays(14)), c.grantedTo)
		if err := t.make(c.paused, decision.Draft{Kind: decision.Pause, From: c.paused, To: until}); err != nil {
			return err
		}
	}
	if c.end != 0 && c.end < c.grantedTo {
		if err := t.make(c.end, decision.Draft{Kind: decision.Stop, From: c.end.AddDays(1)}); err != nil {
			return err
		}
	}
	t.story.Case.Programme = &period.Span{From: from, To: c.grantedTo}
	return nil
}

func (t *teller) make(day period.Day, draft decision.Draft) error {
	rules, err := law.Sweden().Programme(day)
	if err != nil {
		return err
	}
	draft.Reason = t.s.wrote(string(draft.Kind))
	maker := decision.Maker{Account: t.decider.ID, At: t.at(day), Today: day, Assessors: []ident.ID{t.assessor.ID}}
	before := plain(t.story.Decisions)
	made, err := decision.Make(t.s.identity(day), draft, maker, before, rules.Value)
	if err != nil {
		return err
	}
	kept := Decision{Decision: made}
	if taken := decision.Fold(append(before, made)).Supersedes[made.ID]; len(taken) > 0 {
		kept.Supersedes = taken[len(taken)-1]
	}
	if made.Kind == decision.Refuse {
		kept.Advice = t.story.Verdict.Says.Advice
	}
	t.story.Decisions = append(t.story.Decisions, kept)
	if len(before) == 0 {
		t.member(t.decider, casefile.Deciding, day, "")
	}
	if made.Kind == decision.Refuse {
		t.event(made.At, casefile.DecisionRefused, access.Decisions, t.decider.ID, t.decider.Name, nil)
		return nil
	}
	values := map[string]any{"Kind": "@decision.kind." + string(made.Kind), "From": made.Span.From.String(), "To": made.Span.To.String()}
	t.event(made.At, casefile.DecisionMade, access.Decisions, t.decider.ID, t.decider.Name, values)
	return nil
}

// grants are the days that pay, by the decisions as they stand and to the day of the exit.
func (t *teller) grants() []compensation.Grant {
	begun := t.c.start.Time()
	part := compensation.Participation{Begun: &begun}
	if t.c.end != 0 {
		// No decision is made after the exit, and no week is calculated before it is noted.
		part.Leaves = []compensation.Leaving{{On: t.c.end, At: t.c.end.AddDays(1).Time()}}
	}
	return compensation.GrantsTaken(plain(t.story.Decisions), part)
}

// plain are the decisions by themselves.
func plain(decisions []Decision) []decision.Decision {
	out := make([]decision.Decision, len(decisions))
	for i, d := range decisions {
		out[i] = d.Decision
	}
	return out
}
