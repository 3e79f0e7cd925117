package casework

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Proposal asks for a payment run for a week.
type Proposal struct {
	Form
	Week period.Week
}

// ProposePayments makes a payment run of what the week pays and of what has changed in
// the weeks before it since they were paid. A week that pays nothing is not stored:
// when its attendance comes late, it stands in the next run. What was attested, has not
// been sent and is less now is taken back and comes anew. Failed payments that are
// to be repeated come with it. Where the week has a proposal already, the answer is
// that one. Invalid where the week is not over; Conflict where another week's proposal
// waits, where a file that is not sent pays a week that is less now (*UnsentFile),
// where nothing is left to pay or the law book has no rate for a day, and then
// nothing is stored. Where something was taken back and nothing is left to pay after
// that, it stays taken back, and the Conflict has a *TakenBack as its cause.
func (o *Office) ProposePayments(ctx context.Context, actor access.Actor, in Proposal) (ident.ID, error) {
	var run ident.ID
	var only *TakenBack
	err := o.inOffice(ctx, actor, access.PreparePayments, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		if !isOver(in.Week, d.Today) {
			var faults fault.Fields
			faults.Add("week", "payment.week_not_over", "Sunday", in.Week.Sunday())
			return faults.Err()
		}
		d.note("week", in.Week.String())
		switch open, err := d.OpenRun(ctx); {
		case fault.CodeOf(err) == fault.NotFound:
		case err != nil:
			return err
		case open.Week == in.Week:
			run = open.ID
			return nil
		default:
			return fault.New(fault.Conflict, "payment.another_waits", "Week", open.Week)
		}
		owed, owedTotal, err := d.Unsent(ctx)
		if err != nil {
			return err
		}
		if err := d.takeBackUnsent(ctx, in.Week); err != nil {
			return err
		}
		due, _, err := d.dueWeeks(ctx, in.Week, "")
		if err != nil {
			return err
		}
		if err := d.noFilePays(ctx, due); err != nil {
			return err
		}
		again, err := d.ToRepeat(ctx, "")
		if err != nil {
			return err
		}
		if len(due)+len(again) == 0 {
			left, leftTotal, err := d.Unsent(ctx)
			if err == nil && left == owed {
				err = fault.New(fault.Conflict, "payment.nothing_to_pay", "Week", in.Week)
			}
			only = &TakenBack{Payments: owed - left, Total: owedTotal - leftTotal}
			return err
		}
		run = d.newID()
		return d.propose(ctx, run, in.Week, due, again)
	})
	if err == nil && only != nil {
		err = fault.New(fault.Conflict, "payment.only_taken_back", "Count", only.Payments, "Total", only.Total).Because(only)
	}
	return run, err
}

// TakenBack is all that a proposal did where it left nothing to pay: payments that had
// not reached anybody are not owed any longer.
type TakenBack struct {
	Payments int
	Total    money.Kronor
}

func (t *TakenBack) Error() string {
	return fmt.Sprintf("%d payments of %s kronor are taken back, and nothing is left to pay", t.Payments, t.Total)
}

func (d *desk) propose(ctx context.Context, id ident.ID, week period.Week, due []dueWeek, again []store.Payment) error {
	pays, total, err := paysOf(due)
	if err != nil {
		return err
	}
	for _, p := range again {
		if total, err = money.Sum(total, p.Amount); err != nil {
			return err
		}
	}
	book, err := d.law(ctx)
	if err != nil {
		return err
	}
	run := store.Run{ID: id, Week: week, State: payment.RunProposed, PreparedBy: d.Actor.Account, PreparedAt: d.Now, Total: total, Law: book.MoneyPrint()}
	reach, err := d.reaches(ctx, week, "", book)
	if err != nil {
		return err
	}
	run.EverybodyFrom = reach.everybodyFrom
	if reach.unheldFrom != 0 {
		run.UnheldFrom = &reach.unheldFrom
	}
	if err := d.AddRun(ctx, run); err != nil {
		return err
	}
	told := map[ident.ID]bool{}
	for _, w := range due {
		if err := d.carry(ctx, id, w); err != nil {
			return err
		}
		if sum := pays[w.PayCase.Case]; sum > 0 && !told[w.PayCase.Case] {
			told[w.PayCase.Case] = true
			if err := d.AddPayment(ctx, d.proposedPayment(id, w.PayCase.Case, sum, "")); err != nil {
				return err
			}
		}
	}
	for _, p := range again {
		if err := d.AddPayment(ctx, d.proposedPayment(id, p.Case, p.Amount, p.ID)); err != nil {
			return err
		}
	}
	d.note("run", string(id))
	d.note("lines", len(due))
	d.note("total", int64(total))
	return nil
}

// carry stores a calculated week of the run and tells it in the journey.
func (d *desk) carry(ctx context.Context, run ident.ID, w dueWeek) error {
	err := d.AddCalculatedWeek(ctx, store.CalculatedWeek{
		ID: d.newID(), Case: w.PayCase.Case, Run: run, Week: w.Week, Number: w.Number, Before: w.Before, Pays: w.Pays(), Kept: w.Kept(),
		Conflicts: w.Conflicts, Unconfirmed: w.Unconfirmed, At: d.Now,
	})
	if err != nil {
		return err
	}
	values := map[string]any{"Week": w.Week.Week.String(), "Total": int64(w.Total)}
	if w.Number == 1 {
		return d.tellAbout(ctx, casefile.WeekCalculated, w.PayCase.Case, values)
	}
	values["Before"] = int64(w.Before.Total())
	return d.tellAbout(ctx, casefile.WeekCorrected, w.PayCase.Case, values)
}

func (d *desk) proposedPayment(run, of ident.ID, amount money.Kronor, replaces ident.ID) store.Payment {
	return store.Payment{ID: d.newID(), Run: run, Case: of, Amount: amount, State: payment.Proposed, Replaces: replaces, ChangedAt: d.Now}
}

// tellAbout puts a line about money in the journey of a case. A run is about many
// cases and stands at the desk of none.
func (d *desk) tellAbout(ctx context.Context, kind casefile.EventKind, id ident.ID, values map[string]any) error {
	return d.AddEvent(ctx, casefile.Event{
		ID: d.newID(), Case: id, At: d.tellingAt(), Kind: kind, Part: string(access.Compensation),
		Actor: d.Actor.Account, ActorName: d.Actor.Name, Values: values,
	})
}
