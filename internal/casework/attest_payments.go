package casework

import (
	"context"
	"fmt"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/store"
)

// AttestPayments attests a proposed run, by somebody else than who prepared it and
// only if each of its lines is what comes out now. NotAllowed to the preparer and to
// who is paid by it; Conflict where it is no proposal any longer or has changed, with
// the numbers of the cases that differ.
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
		case run.State != RunProposed:
			return fault.New(fault.Conflict, "payment.not_proposed")
		case run.PreparedBy == actor.Account:
			return fault.New(fault.NotAllowed, "payment.own_proposal")
		}
		control, err := d.control(ctx, run)
		if err != nil {
			return err
		}
		for _, l := range control.lines {
			if l.Person == actor.Person {
				return fault.New(fault.NotAllowed, "access.own_case")
			}
		}
		if len(control.changed) > 0 {
			return d.changedSince(ctx, control)
		}
		done, err := d.AttestRun(ctx, id, actor.Account, d.Now)
		if err != nil {
			return err
		}
		if !done {
			return fault.New(fault.Conflict, "payment.not_proposed")
		}
		for _, l := range control.lines {
			if err := d.tellPaid(ctx, casefile.PaymentAttested, l.Case, run.Week, l.Total); err != nil {
				return err
			}
		}
		d.note("week", run.Week.String())
		d.note("lines", len(control.lines))
		d.note("total", int64(run.Total))
		return nil
	})
}

// control is a run held against what comes out now.
type control struct {
	lines   []store.PaidWeek // of the run
	changed []lineChange
	zero    []reckoned // of the week, that pay nothing
	loose   []reckoned // of the run, with days that are not certain
}

// lineChange is a line that is not what comes out now. One that has gone, or come, has
// nothing on one side.
type lineChange struct {
	Case        ident.ID
	Stored, Now compensation.Amounts
}

func (d *desk) control(ctx context.Context, run store.Run) (control, error) {
	var c control
	all, err := d.reckonAll(ctx, run.Week)
	if err != nil {
		return c, err
	}
	paid, err := d.PaidWeeks(ctx, run.Week)
	if err != nil {
		return c, err
	}
	elsewhere := map[ident.ID]bool{}
	stored := map[ident.ID]compensation.Amounts{}
	sum := money.Kronor(0)
	for _, p := range paid {
		if p.Run != run.ID {
			elsewhere[p.Case] = true
			continue
		}
		stored[p.Case] = p.Amounts
		c.lines = append(c.lines, p)
		if sum, err = money.Sum(sum, p.Total); err != nil {
			return c, err
		}
	}
	if run.State == RunProposed && sum != run.Total {
		return c, fmt.Errorf("run %s has the total %s and lines of %s", run.ID, run.Total, sum)
	}
	now := map[ident.ID]bool{}
	for _, r := range all {
		if elsewhere[r.Case] {
			continue
		}
		now[r.Case] = true
		switch kept, is := stored[r.Case]; {
		case kept != r.Amounts:
			c.changed = append(c.changed, lineChange{r.Case, kept, r.Amounts})
		case !is:
			c.zero = append(c.zero, r)
		case r.Conflicts+r.Unconfirmed+r.Unreported > 0:
			c.loose = append(c.loose, r)
		}
	}
	for _, l := range c.lines {
		if !now[l.Case] {
			c.changed = append(c.changed, lineChange{l.Case, l.Amounts, compensation.Amounts{}})
		}
	}
	return c, nil
}

// mostNamed is how many cases the refusal to attest names.
const mostNamed = 5

// changedSince is the refusal, naming the cases that the actor may know of.
func (d *desk) changedSince(ctx context.Context, c control) error {
	var ids []ident.ID
	for _, l := range c.changed {
		ids = append(ids, l.Case)
	}
	payees, err := d.Payees(ctx, d.Actor, d.moment(), ids)
	if err != nil {
		return err
	}
	var numbers []string
	for _, id := range ids {
		if p := payees[id]; p.Number != "" && len(numbers) < mostNamed {
			numbers = append(numbers, p.Number)
		}
	}
	if len(numbers) == 0 {
		return fault.New(fault.Conflict, "payment.changed_unnamed", "Count", len(ids))
	}
	return fault.New(fault.Conflict, "payment.changed", "Count", len(ids), "Cases", strings.Join(numbers, ", "))
}

// WithdrawPayments withdraws a proposal, so that the week can be proposed again. The
// proposal and what was calculated for it are kept. Conflict where it is no proposal
// any longer.
func (o *Office) WithdrawPayments(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.inOffice(ctx, actor, access.PreparePayments, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		run, err := d.Run(ctx, id)
		if err != nil {
			return err
		}
		d.note("run", string(id))
		d.note("week", run.Week.String())
		done, err := d.WithdrawRun(ctx, id, d.Now)
		if err == nil && !done {
			err = fault.New(fault.Conflict, "payment.not_proposed")
		}
		return err
	})
}
