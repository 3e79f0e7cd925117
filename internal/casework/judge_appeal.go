package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
)

// AppealAnswer is what a decision maker says to an appeal.
type AppealAnswer struct {
	Form
	Outcome appeal.Outcome // of a reconsideration
	Reason  string
}

// RejectAppeal refuses an appeal that came too late, by a decision with a letter of its
// own (FL (2017:900) 45 §). Conflict where it is in time, or where nobody has noted
// when the person got the decision: the doubt is theirs.
func (o *Office) RejectAppeal(ctx context.Context, actor access.Actor, id, appealID ident.ID, in AppealAnswer) error {
	return o.act(ctx, actor, access.Reconsider, id, in.Form, func(d *desk) error {
		judge, err := d.asJudge(ctx)
		if err != nil {
			return err
		}
		return d.step(ctx, appealID, func(a appeal.Appeal, when appeal.Time) (appeal.Appeal, error) {
			next, err := a.Refuse(judge, in.Reason, when)
			if err != nil {
				return next, err
			}
			if err := d.tell(ctx, casefile.AppealRejected, nil); err != nil {
				return next, err
			}
			return next, d.tellJudged(ctx, next, when, letter.OfRejection)
		})
	})
}

// ReconsiderDecision is the municipality's second look at a decision that has been
// appealed or asked about (FL (2017:900) 37-38 §§). Where it is to change, the new
// decision is made by itself and names the appeal; a refusal or a stop then leads the
// case back to where a place can be granted.
func (o *Office) ReconsiderDecision(ctx context.Context, actor access.Actor, id, appealID ident.ID, in AppealAnswer) error {
	return o.act(ctx, actor, access.Reconsider, id, in.Form, func(d *desk) error {
		judge, err := d.asJudge(ctx)
		if err != nil {
			return err
		}
		return d.step(ctx, appealID, func(a appeal.Appeal, when appeal.Time) (appeal.Appeal, error) {
			next, err := a.Answer(judge, in.Outcome, in.Reason)
			if err != nil {
				return next, err
			}
			if next.AwaitsDecision() {
				if next, err = d.promise(ctx, next); err != nil {
					return next, err
				}
				if err := d.tryAnew(ctx, next); err != nil {
					return next, err
				}
			}
			if err := d.tell(ctx, casefile.AppealAnswered, map[string]any{"Outcome": "@appeal.outcome." + string(in.Outcome)}); err != nil {
				return next, err
			}
			return next, d.tellJudged(ctx, next, when, letter.OfAnswer)
		})
	})
}

// asJudge is the actor as a judge.
func (d *desk) asJudge(ctx context.Context) (appeal.Judge, error) {
	assessors, err := d.AssessorsOf(ctx, d.Case.ID)
	return appeal.Judge{Account: d.Actor.Account, At: d.Now, Assessors: assessors}, err
}

// tryAnew leads a case that a refusal or a stop has ended back to where a place can be
// granted. Another open case of the same person hinders it.
func (d *desk) tryAnew(ctx context.Context, a appeal.Appeal) error {
	made, err := d.Decisions(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(made, func(m Decided) bool { return m.ID == a.Subject })
	if i < 0 || made[i].Kind != decision.Refuse && made[i].Kind != decision.Stop || d.Case.Can(casefile.Reconsider) != nil {
		return nil
	}
	cases, err := d.CasesOf(ctx, d.Case.Person)
	if err != nil {
		return err
	}
	cases = slices.DeleteFunc(cases, func(c casefile.Case) bool { return c.ID == d.Case.ID })
	if err := casefile.MayOpen(cases); err != nil {
		return err
	}
	d.Case, err = d.Case.Do(casefile.Reconsider)
	return err
}

// tellJudged writes the letter of a judgement.
func (d *desk) tellJudged(ctx context.Context, a appeal.Appeal, when appeal.Time, write func(letter.Words, letter.Judged) letter.Letter) error {
	frame, err := d.letterFrame(ctx)
	if err != nil {
		return err
	}
	contact, err := d.contactName(ctx)
	if err != nil {
		return err
	}
	howTo, err := d.howToAppeal()
	if err != nil {
		return err
	}
	about, err := d.Letter(ctx, d.Case.ID, a.Letter)
	if err != nil {
		return err
	}
	judged := letter.Judged{Frame: frame, Appeal: a, Decision: clock.DayOf(about.MadeAt), Last: when.Last, By: d.Actor.Name, Contact: contact, HowTo: howTo}
	return d.writeLetter(ctx, a.ID, func(words letter.Words) letter.Letter { return write(words, judged) })
}

// Handover is a day on which something was done with an appeal outside the house.
type Handover struct {
	Form
	On period.Day
}

// ForwardAppeal notes that the appeal has been handed over to the court, with the new
// decision where there is one (FL (2017:900) 46 §).
func (o *Office) ForwardAppeal(ctx context.Context, actor access.Actor, id, appealID ident.ID, in Handover) error {
	return o.act(ctx, actor, access.Reconsider, id, in.Form, func(d *desk) error {
		return d.step(ctx, appealID, func(a appeal.Appeal, _ appeal.Time) (appeal.Appeal, error) {
			next, err := a.SendOn(in.On, d.Today)
			if err != nil {
				return next, err
			}
			return next, d.tell(ctx, casefile.AppealForwarded, map[string]any{"On": in.On.String()})
		})
	})
}

// CourtAnswer is what the court decided.
type CourtAnswer struct {
	Handover
	Outcome appeal.CourtOutcome
	Number  string // of the court's case
}

// RecordCourtDecision notes it. Where the court changes the decision, or sends it back,
// a new decision of the municipality carries that out.
func (o *Office) RecordCourtDecision(ctx context.Context, actor access.Actor, id, appealID ident.ID, in CourtAnswer) error {
	return o.act(ctx, actor, access.Reconsider, id, in.Form, func(d *desk) error {
		return d.step(ctx, appealID, func(a appeal.Appeal, _ appeal.Time) (appeal.Appeal, error) {
			next, err := a.CourtSaid(in.Outcome, in.Number, in.On, d.Today)
			if err != nil {
				return next, err
			}
			if next.AwaitsDecision() {
				if err := d.tryAnew(ctx, next); err != nil {
					return next, err
				}
			}
			return next, d.tell(ctx, casefile.CourtDecided, map[string]any{"Outcome": "@appeal.court." + string(in.Outcome), "On": in.On.String()})
		})
	})
}

// answers links a decision that has just been made to the appeal that it answers.
// Conflict where that is of a decision on what was paid too much, which another such
// decision answers.
func (d *desk) answers(ctx context.Context, appealID, made ident.ID) error {
	if appealID.IsZero() {
		return nil
	}
	return d.step(ctx, appealID, func(a appeal.Appeal, _ appeal.Time) (appeal.Appeal, error) {
		r, _, err := d.recoveryOf(ctx, a)
		if err != nil {
			return a, err
		}
		if r != nil {
			return a, fault.New(fault.Conflict, "appeal.of_recovery")
		}
		return a.Followed(made)
	})
}
