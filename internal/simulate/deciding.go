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
	made, err := decision.Make(t.s.identity(day), draft, maker, t.story.Decisions, rules.Value)
	if err != nil {
		return err
	}
	t.story.Decisions = append(t.story.Decisions, made)
	values := map[string]any{"Kind": "@decision.kind." + string(made.Kind), "From": day.String(), "To": day.String()}
	if made.Kind != decision.Refuse {
		values["From"], values["To"] = made.Span.From.String(), made.Span.To.String()
	}
	t.event(made.At, casefile.DecisionMade, access.Decisions, t.decider.ID, t.decider.Name, values)
	return nil
}

// grants are the days that pay, by the decisions as they stand.
func (t *teller) grants() []compensation.Grant {
	var grants []compensation.Grant
	for e := range decision.InForce(t.story.Decisions).All() {
		if e.Value.State == decision.Granted {
			grants = append(grants, compensation.Grant{Days: e.Span, Decision: e.Value.Decision})
		}
	}
	return grants
}
