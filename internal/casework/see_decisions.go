package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// DecisionLine is a decision with what has become of it.
type DecisionLine struct {
	Decided
	Superseded  []decision.Kind // those that later took over days of it, oldest first
	Letter      *LetterLine     // nil for a decision from before there were letters
	Appeals     []FiledAppeal   // of it, newest first
	AppealWeeks int
	LastAppeal  period.Day // for who received it on the day it was made
}

// DecisionsView is the decisions of a case, and what the next one stands on.
type DecisionsView struct {
	Header
	Decisions []DecisionLine // newest first
	Appeals   []FiledAppeal  // of other decisions in the case, as on paying back; newest first
	Today     decision.Status
	InForce   bool // false where no decision speaks of today

	Verdict  *Judged             // the newest, nil where there is none or it may not be seen
	Profile  *assessment.Profile // of the latest joint assessment, likewise
	Assessed bool                // the reader has assessed the need, so somebody else decides
	Rules    law.Programme
	Unknown  Unknown // the rules, where nothing can be decided on the day for lack of them
}

// SeeDecisions reads them.
func (o *Office) SeeDecisions(ctx context.Context, actor access.Actor, id ident.ID) (DecisionsView, error) {
	var v DecisionsView
	err := o.see(ctx, actor, access.Decisions, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if err := d.decisionLines(ctx, &v); err != nil {
			return err
		}
		if d.may(access.See(access.Eligibility)) {
			verdicts, err := d.Verdicts(ctx, id)
			if err != nil {
				return err
			}
			if len(verdicts) > 0 {
				v.Verdict = &verdicts[0]
			}
		}
		if d.may(access.See(access.Assessment)) {
			if v.Profile, err = d.jointProfile(ctx); err != nil {
				return err
			}
		}
		assessors, err := d.AssessorsOf(ctx, id)
		v.Assessed = slices.Contains(assessors, actor.Account)
		return err
	})
	return v, err
}

func (d *desk) decisionLines(ctx context.Context, v *DecisionsView) error {
	rules, err := d.Office.Law.Programme(d.Today)
	if err := v.Unknown.without(err); err != nil {
		return err
	}
	v.Rules = rules.Value
	made, err := d.Decisions(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	letters, err := d.letterLines(ctx)
	if err != nil {
		return err
	}
	appeals, err := d.Appeals(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	folded := decision.Fold(plain(made))
	v.Today, v.InForce = folded.InForce.At(d.Today)
	kinds := map[ident.ID]decision.Kind{}
	for _, m := range made {
		kinds[m.ID] = m.Kind
	}
	for _, a := range appeals {
		if kinds[a.Subject] == "" {
			v.Appeals = append(v.Appeals, a)
		}
	}
	for _, m := range slices.Backward(made) {
		on := clock.DayOf(m.At)
		weeks, err := d.Office.Law.AppealWeeks(on)
		if err != nil {
			return err
		}
		line := DecisionLine{Decided: m, AppealWeeks: weeks.Value, LastAppeal: decision.LastAppealDay(on, weeks.Value)}
		for _, a := range appeals {
			if a.Subject == m.ID {
				line.Appeals = append(line.Appeals, a)
			}
		}
		if i := slices.IndexFunc(letters, func(l LetterLine) bool { return l.Subject == m.ID }); i >= 0 {
			line.Letter = &letters[i]
		}
		for _, later := range folded.SupersededBy[m.ID] {
			line.Superseded = append(line.Superseded, kinds[later])
		}
		v.Decisions = append(v.Decisions, line)
	}
	return nil
}
