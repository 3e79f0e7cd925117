package casework

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// AttestPayments attests a proposed run, by somebody else than who prepared it and
// only if each of its lines and payments is what comes out now. What the participants
// are owed, and what was found to be overpaid, is posted in the ledger with it.
// NotAllowed to the preparer and to who is paid by it; Conflict where it is no proposal
// any longer or has changed, with the numbers of the cases that differ.
func (o *Office) AttestPayments(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.inOffice(ctx, actor, access.AttestPayments, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		run, err := d.Run(ctx, id)
		if err != nil {
			return err
		}
		d.note("run", string(id))
		switch {
		case run.State != payment.RunProposed:
			return fault.New(fault.Conflict, "payment.not_proposed")
		case run.PreparedBy == actor.Account:
			return fault.New(fault.NotAllowed, "payment.own_proposal")
		}
		control, err := d.control(ctx, run)
		if err != nil {
			return err
		}
		if err := d.notTheirOwn(ctx, control.kept, control.payments); err != nil {
			return err
		}
		if len(control.changed) > 0 {
			return d.conflictOf(ctx, "payment.changed", "payment.changed_unnamed", control.casesChanged())
		}
		if done, err := d.AttestRun(ctx, id, actor.Account, d.Now); err != nil || !done {
			return orNot(err, "payment.not_proposed")
		}
		kept, err := d.CalculatedFor(ctx, id)
		if err != nil {
			return err
		}
		if err := d.postAttested(ctx, id, kept); err != nil {
			return err
		}
		d.note("week", run.Week.String())
		d.note("lines", len(control.kept))
		d.note("total", int64(run.Total))
		return nil
	})
}

// orNot is the error, or where there is none a Conflict with the text.
func orNot(err error, key string) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, key)
}

// notTheirOwn refuses who is in the weeks or the payments themselves.
func (d *desk) notTheirOwn(ctx context.Context, weeks []store.CalculatedWeek, payments []store.Payment) error {
	if d.Actor.Person.IsZero() {
		return nil
	}
	cases := map[ident.ID]bool{}
	for _, w := range weeks {
		cases[w.Case] = true
	}
	for _, p := range payments {
		cases[p.Case] = true
	}
	for id := range cases {
		of, err := d.Tx.Case(ctx, id)
		if err != nil {
			return err
		}
		if of.Person == d.Actor.Person {
			return fault.New(fault.NotAllowed, "access.own_case")
		}
	}
	return nil
}

// postAttested posts the attested weeks in one entry of the ledger and tells each in
// its case's journey.
func (d *desk) postAttested(ctx context.Context, run ident.ID, weeks []store.CalculatedWeek) error {
	var postings []ledger.Posting
	for _, w := range weeks {
		change := w.Change()
		some, err := change.Postings()
		if err != nil {
			return err
		}
		postings = append(postings, some...)
		values := map[string]any{"Week": w.Week.Week.String(), "Total": int64(w.Pays)}
		switch difference := change.Difference(); {
		case difference < 0:
			values["Total"] = int64(-difference)
			err = d.tellAbout(ctx, casefile.OverpaymentFound, w.Case, values)
		case w.Pays > 0:
			err = d.tellAbout(ctx, casefile.PaymentAttested, w.Case, values)
		}
		if err != nil {
			return err
		}
		if w.Kept > 0 {
			kept := map[string]any{"Week": w.Week.Week.String(), "Total": int64(w.Kept)}
			if err := d.tellAbout(ctx, casefile.RiseKept, w.Case, kept); err != nil {
				return err
			}
		}
	}
	if err := d.openRecoveries(ctx, run, weeks); err != nil {
		return err
	}
	if err := d.tellClaimsRaised(ctx, run); err != nil {
		return err
	}
	if len(postings) == 0 {
		return nil // payments that are repeated stand in the ledger already
	}
	return d.post(ctx, ledger.RunAttested, run, postings)
}

// post keeps an entry of the ledger, dated today.
func (d *desk) post(ctx context.Context, kind ledger.Kind, about ident.ID, postings []ledger.Posting) error {
	entry, err := d.Post(ctx, ledger.Entry{
		ID: d.newID(), Day: clock.DayOf(d.Now), Kind: kind, About: about, At: d.Now, By: d.Actor.Account, Postings: postings,
	})
	if err != nil {
		return err
	}
	d.note("ledger", fmt.Sprintf("%d/%d", entry.Year, entry.Number))
	return nil
}

// control is a run held against what comes out now.
type control struct {
	kept     []store.CalculatedWeek // the run's lines, without explanations
	payments []store.Payment        // likewise
	changed  []lineChange
	zero     []reckoned // of the week, that pay nothing
	loose    []dueWeek  // of the run, with days that are not certain
}

// lineChange is a line that is not what comes out now. One that has gone, or come, has
// nothing on one side.
type lineChange struct {
	Case        ident.ID
	Week        period.Week
	Stored, Now compensation.Amounts
}

// casesChanged are the cases of the lines that differ, line by line.
func (c control) casesChanged() (cases []ident.ID) {
	for _, l := range c.changed {
		cases = append(cases, l.Case)
	}
	return cases
}

func (d *desk) control(ctx context.Context, run store.Run) (control, error) {
	var c control
	due, zero, err := d.dueWeeks(ctx, run.Week, run.ID)
	if err != nil {
		return c, err
	}
	c.zero = zero
	if c.kept, err = d.CalculatedAmounts(ctx, run.ID); err != nil {
		return c, err
	}
	if c.payments, err = d.PaymentsOf(ctx, run.ID); err != nil {
		return c, err
	}
	stored := make(map[store.CaseWeek]store.CalculatedWeek, len(c.kept))
	for _, w := range c.kept {
		stored[store.CaseWeek{Case: w.Case, Week: w.Week.Week}] = w
	}
	for _, w := range due {
		of := store.CaseWeek{Case: w.PayCase.Case, Week: w.Week.Week}
		kept := stored[of]
		delete(stored, of)
		switch {
		case kept.Amounts != w.Amounts || kept.Before != w.Before || kept.Number != w.Number || kept.Pays != w.Pays() || kept.Kept != w.Kept():
			c.changed = append(c.changed, lineChange{of.Case, of.Week, kept.Amounts, w.Amounts})
		case w.Conflicts+w.Unconfirmed+w.Unreported > 0:
			c.loose = append(c.loose, w)
		}
	}
	for _, w := range c.kept {
		of := store.CaseWeek{Case: w.Case, Week: w.Week.Week}
		if _, gone := stored[of]; gone {
			c.changed = append(c.changed, lineChange{of.Case, of.Week, w.Amounts, compensation.Amounts{Base: w.Before.Base, Child: w.Before.Child, Total: w.Before.Total()}})
		}
	}
	return c, d.controlPayments(ctx, run, due, &c)
}

// controlPayments holds the run's payments against its weeks and the payments to be
// repeated. A case whose payment differs stands as changed; a sum that is not its
// parts is a fault of the house.
func (d *desk) controlPayments(ctx context.Context, run store.Run, due []dueWeek, c *control) error {
	pays, _, err := paysOf(due)
	if err != nil {
		return err
	}
	again, err := d.ToRepeat(ctx, run.ID)
	if err != nil {
		return err
	}
	repeats := make(map[ident.ID]store.Payment, len(again))
	for _, p := range again {
		repeats[p.ID] = p
	}
	var sum money.Kronor
	differs := func(of ident.ID, kept, now money.Kronor) {
		c.changed = append(c.changed, lineChange{Case: of, Week: run.Week, Stored: compensation.Amounts{Total: kept}, Now: compensation.Amounts{Total: now}})
	}
	weekChanged := map[ident.ID]bool{}
	for _, l := range c.changed {
		weekChanged[l.Case] = true
	}
	for _, p := range c.payments {
		if sum, err = money.Sum(sum, p.Amount); err != nil {
			return err
		}
		if p.Replaces.IsZero() {
			if pays[p.Case] != p.Amount && !weekChanged[p.Case] {
				differs(p.Case, p.Amount, pays[p.Case])
			}
			delete(pays, p.Case)
			continue
		}
		if now := repeats[p.Replaces]; now.Amount != p.Amount {
			differs(p.Case, p.Amount, now.Amount)
		}
		delete(repeats, p.Replaces)
	}
	for of, now := range pays {
		if now > 0 && !weekChanged[of] {
			differs(of, 0, now)
		}
	}
	for _, p := range repeats {
		differs(p.Case, 0, p.Amount)
	}
	if sum != run.Total {
		return fmt.Errorf("run %s has the total %s and payments of %s", run.ID, run.Total, sum)
	}
	return nil
}
