package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Proposal asks for a payment run for a week.
type Proposal struct {
	Form
	Week period.Week
}

// ProposePayments reckons the week of every case and makes a payment run of those
// that pay something and that no run carries yet. A week that pays nothing is not
// stored: when its attendance comes late, it stands in the next proposal for the
// week. Where the week already has a proposal, the answer is that one. Invalid where
// the week is not over; Conflict where nothing is left to pay or the law book has no
// rate for a day, and then nothing is stored.
func (o *Office) ProposePayments(ctx context.Context, actor access.Actor, in Proposal) (ident.ID, error) {
	var run ident.ID
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
		runs, err := d.RunsOf(ctx, in.Week)
		if err != nil {
			return err
		}
		for _, r := range runs {
			if r.State == RunProposed {
				run = r.ID
				return nil
			}
		}
		lines, err := d.unpaid(ctx, in.Week)
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			return fault.New(fault.Conflict, "payment.nothing_to_pay", "Week", in.Week)
		}
		run = d.newID()
		return d.propose(ctx, run, in.Week, lines)
	})
	return run, err
}

// unpaid is the weeks that pay something and that no run carries.
func (d *desk) unpaid(ctx context.Context, week period.Week) ([]reckoned, error) {
	all, err := d.reckonAll(ctx, week)
	if err != nil {
		return nil, err
	}
	paid, err := d.PaidWeeks(ctx, week)
	if err != nil {
		return nil, err
	}
	carried := make(map[ident.ID]bool, len(paid))
	for _, p := range paid {
		carried[p.Case] = true
	}
	var lines []reckoned
	for _, r := range all {
		if r.Total > 0 && !carried[r.Case] {
			lines = append(lines, r)
		}
	}
	return lines, nil
}

func (d *desk) propose(ctx context.Context, id ident.ID, week period.Week, lines []reckoned) error {
	amounts := make([]money.Kronor, len(lines))
	for i, l := range lines {
		amounts[i] = l.Total
	}
	total, err := money.Sum(amounts...)
	if err != nil {
		return err
	}
	run := store.Run{ID: id, Week: week, State: RunProposed, PreparedBy: d.Actor.Account, PreparedAt: d.Now, Total: total}
	if err := d.AddRun(ctx, run); err != nil {
		return err
	}
	for _, l := range lines {
		err := d.AddCalculatedWeek(ctx, store.CalculatedWeek{
			ID: d.newID(), Case: l.Case, Run: id, Week: l.Week, Conflicts: l.Conflicts, Unconfirmed: l.Unconfirmed, At: d.Now,
		})
		if err != nil {
			return err
		}
		if err := d.tellPaid(ctx, casefile.WeekCalculated, l.Case, week, l.Total); err != nil {
			return err
		}
	}
	d.note("run", string(id))
	d.note("lines", len(lines))
	d.note("total", int64(total))
	return nil
}

// tellPaid puts a line about the week in the journey of a case. A run is about many
// cases and stands at the desk of none.
func (d *desk) tellPaid(ctx context.Context, kind casefile.EventKind, id ident.ID, week period.Week, total money.Kronor) error {
	return d.AddEvent(ctx, casefile.Event{
		ID: d.newID(), Case: id, At: d.Now, Kind: kind, Part: string(access.Compensation),
		Actor: d.Actor.Account, ActorName: d.Actor.Name,
		Values: map[string]any{"Week": week.String(), "Total": int64(total)},
	})
}
