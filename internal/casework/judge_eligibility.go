package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Judged is a verdict as it was made.
type Judged = store.Judged

// Known are the facts that the municipality knows by itself before anybody asks, and
// where each comes from.
type Known struct {
	Facts   eligibility.Facts
	Origins map[eligibility.Fact]eligibility.Origin
}

// EligibilityView is the verdicts of a case and what the next one would begin from.
type EligibilityView struct {
	Header
	Verdicts []Judged // newest first
	Known    Known
}

// SeeEligibility reads them.
func (o *Office) SeeEligibility(ctx context.Context, actor access.Actor, id ident.ID) (EligibilityView, error) {
	var v EligibilityView
	err := o.see(ctx, actor, access.Eligibility, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Verdicts, err = d.Verdicts(ctx, id); err != nil {
			return err
		}
		v.Known, err = d.known(ctx)
		return err
	})
	return v, err
}

// Judgement is what whoever judges has found out. Starts is the day on which the
// programme would begin.
type Judgement struct {
	Form
	Starts            period.Day
	SeeksWork         eligibility.Answer
	FarFromWork       eligibility.Answer
	MonthsSupported   *int
	NeedsCoordination eligibility.Answer
}

// JudgeEligibility makes a verdict on the facts and keeps it. It is a proposal for
// the one who decides and changes nothing else. Invalid where a fact cannot be, or
// where the rules for the day are not known.
func (o *Office) JudgeEligibility(ctx context.Context, actor access.Actor, id ident.ID, in Judgement) error {
	return o.act(ctx, actor, access.JudgeEligibility, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.JudgeEligibility); err != nil {
			return err
		}
		if in.Starts < d.Today {
			return besideField("starts", fault.New(fault.Invalid, "intake.eligibility.starts_before", "Today", d.Today))
		}
		known, err := d.known(ctx)
		if err != nil {
			return err
		}
		facts, origins := known.Facts, known.Origins
		facts.SeeksWork, facts.FarFromWork, facts.NeedsCoordination = in.SeeksWork, in.FarFromWork, in.NeedsCoordination
		for _, told := range []eligibility.Fact{eligibility.SeeksWork, eligibility.FarFromWork, eligibility.NeedsCoordination} {
			origins[told] = eligibility.FromTalk
		}
		if counted := facts.MonthsSupported; counted == nil || in.MonthsSupported == nil || *counted != *in.MonthsSupported {
			facts.MonthsSupported, origins[eligibility.MonthsSupported] = in.MonthsSupported, eligibility.FromTalk
		}
		if err := facts.Check(in.Starts).Err(); err != nil {
			return err
		}
		return besideField("starts", d.judge(ctx, facts, origins, in.Starts))
	})
}

// judge makes the verdict and keeps it.
func (d *desk) judge(ctx context.Context, facts eligibility.Facts, origins map[eligibility.Fact]eligibility.Origin, starts period.Day) error {
	rules, err := d.Office.Law.Programme(starts)
	if err != nil {
		return err
	}
	verdict := eligibility.Judge(facts, rules, starts)
	err = d.AddVerdict(ctx, Judged{
		ID: d.newID(), Case: d.Case.ID, At: d.Now, By: d.Actor.Account, Facts: facts, Origins: origins, Verdict: verdict,
	})
	if err != nil {
		return err
	}
	d.note("outcome", verdict.Overall)
	return d.tell(ctx, casefile.EligibilityJudged, map[string]any{"Outcome": "@eligibility.overall." + string(verdict.Overall)})
}

// known gathers the facts that need not be asked for.
func (d *desk) known(ctx context.Context) (Known, error) {
	k := Known{Origins: map[eligibility.Fact]eligibility.Origin{
		eligibility.Birth: eligibility.FromNumber, eligibility.Assessed: eligibility.FromAssessment,
	}}
	p, err := d.Person(ctx, d.Case.Person)
	if err != nil {
		return k, err
	}
	k.Facts.Birth = &p.Birth
	spells, err := d.Assistance(ctx, d.Case.Person)
	if err != nil {
		return k, err
	}
	if len(spells) > 0 {
		spans := make([]period.Span, len(spells))
		for i, s := range spells {
			spans[i] = period.Span{From: s.From, To: max(s.From, d.Today)}
			if s.To != nil {
				spans[i].To = *s.To
			}
		}
		months := eligibility.MonthsWith(spans, d.Today)
		k.Facts.MonthsSupported, k.Origins[eligibility.MonthsSupported] = &months, eligibility.FromAssistance
	}
	rounds, err := d.rounds(ctx)
	k.Facts.Assessed = eligibility.No
	for _, r := range rounds {
		if r.Instrument.Code == assessment.JointAssessment && r.IsCompleted() {
			k.Facts.Assessed = eligibility.Yes
		}
	}
	return k, err
}
