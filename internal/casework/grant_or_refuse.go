package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Grant is a place in the programme from a day, full time for one year.
type Grant struct {
	Form
	From   period.Day
	Reason string
	Appeal ident.ID // that it answers, zero for none
}

// GrantPlace decides on a place. Conflict until the criteria have been judged and the
// need assessed; the verdict itself binds nobody.
func (o *Office) GrantPlace(ctx context.Context, actor access.Actor, id ident.ID, in Grant) error {
	return o.act(ctx, actor, access.GrantOrRefuse, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.Grant); err != nil {
			return err
		}
		if _, err := d.judged(ctx); err != nil {
			return err
		}
		if profile, err := d.jointProfile(ctx); err != nil || profile == nil {
			return orConflict(err, "intake.decision.not_assessed")
		}
		if err := d.takesNoOther(ctx, in.From); err != nil {
			return err
		}
		return d.decide(ctx, decision.Draft{Kind: decision.Grant, From: in.From, Reason: in.Reason}, nil, in.Appeal)
	})
}

// takesNoOther refuses a first day that is not after every day that the person takes in
// an earlier case: nobody is paid twice for a day. Invalid, beside from.
func (d *desk) takesNoOther(ctx context.Context, from period.Day) error {
	all, err := d.CasesOf(ctx, d.Case.Person)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID == d.Case.ID {
			continue
		}
		made, err := d.Decisions(ctx, other.ID)
		if err != nil {
			return err
		}
		part, err := d.Participation(ctx, other.ID)
		if err != nil {
			return err
		}
		for _, g := range compensation.GrantsTaken(plain(made), part) {
			if g.Days.To >= from {
				var faults fault.Fields
				faults.Add("from", "intake.decision.granted_in_another", "Number", other.Number, "To", g.Days.To)
				return faults.Err()
			}
		}
	}
	return nil
}

// Refusal is a no, with where to turn instead.
type Refusal struct {
	Form
	Reason string
	Advice []eligibility.AdviceCode // at least one: nobody is sent away with nothing
	Appeal ident.ID                 // that it answers, zero for none
}

// RefusePlace decides that there is no place. The criteria must have been judged; who
// is plainly outside the target group need not be assessed to be told so.
func (o *Office) RefusePlace(ctx context.Context, actor access.Actor, id ident.ID, in Refusal) error {
	return o.act(ctx, actor, access.GrantOrRefuse, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.Refuse); err != nil {
			return err
		}
		judged, err := d.judged(ctx)
		if err != nil {
			return err
		}
		var advice []eligibility.Advice
		for _, offered := range AdviceFor(judged.Verdict) {
			if slices.Contains(in.Advice, offered.Code) {
				advice = append(advice, offered)
			}
		}
		if len(advice) == 0 {
			return besideField("advice", fault.New(fault.Invalid, "intake.decision.no_advice"))
		}
		return d.decide(ctx, decision.Draft{Kind: decision.Refuse, Reason: in.Reason}, advice, in.Appeal)
	})
}

// AdviceFor is where a person who is refused can be advised to turn: what the verdict
// proposes, in its own words, and the other places there are.
func AdviceFor(v eligibility.Verdict) []eligibility.Advice {
	var offered []eligibility.Advice
	for _, code := range eligibility.AdviceCodes() {
		i := slices.IndexFunc(v.Advice, func(a eligibility.Advice) bool { return a.Code == code })
		switch {
		case code == eligibility.FindOut || code == eligibility.BookAssessment: // for a not yet, which this is not
		case i >= 0:
			offered = append(offered, v.Advice[i])
		case code != eligibility.AskAgainAtAge: // said only to who is too young, with the day
			offered = append(offered, eligibility.Advice{Code: code, Text: fault.T("eligibility.advice." + string(code))})
		}
	}
	return offered
}

// judged is the newest verdict. Conflict where nobody has judged.
func (d *desk) judged(ctx context.Context) (Judged, error) {
	verdicts, err := d.Verdicts(ctx, d.Case.ID)
	if err != nil || len(verdicts) == 0 {
		return Judged{}, orConflict(err, "intake.decision.not_judged")
	}
	return verdicts[0], nil
}

// orConflict is the error, or where there is none a conflict with the text.
func orConflict(err error, key string) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, key)
}
