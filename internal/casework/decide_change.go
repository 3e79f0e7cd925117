package casework

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// ChangeAnswer is the case manager's yes or no to a provider's proposal. A no needs its
// reason, which the provider reads.
type ChangeAnswer struct {
	Form
	Proposal ident.ID // the one that was read
	Agreed   bool
	Words    string
}

// DecideChange answers the open proposal of a placement. A yes carries it out at once, in
// the same transaction: hours are taken and given back week by week, and what comes free
// goes to those who wait. Invalid beside "answer" with what stands in the way (too few
// free hours, the limits of the programme, the legal gate), or beside "words"; Conflict
// where the placement runs no more, or no proposal waits.
func (o *Office) DecideChange(ctx context.Context, actor access.Actor, id ident.ID, in ChangeAnswer) error {
	return o.atPlacement(ctx, actor, access.DecideChange, id, in.Form, func(d *desk, row PlacementRow) error {
		c, waits, err := d.openChange(ctx, id)
		if err != nil {
			return err
		}
		if !waits || c.ID != in.Proposal {
			return fault.New(fault.Conflict, "change.none_waits")
		}
		words := strings.TrimSpace(in.Words)
		if err := checkAnswer(in.Agreed, words).Err(); err != nil {
			return err
		}
		if !in.Agreed {
			if err := d.settleChange(ctx, c, placement.ChangeDeclined, words); err != nil {
				return err
			}
			return d.tellChange(ctx, casefile.ChangeDeclined, row, c)
		}
		if c.Kind == placement.ChangeHours {
			monday := d.Today.Week().AddWeeks(1).Monday()
			c.HoldsFrom = &monday
		}
		// Told before it is carried out: an end is told after what it comes of.
		if err := d.tellChange(ctx, casefile.ChangeAccepted, row, c); err != nil {
			return err
		}
		if err := d.carryOut(ctx, row, c); err != nil {
			return besideAnswer(err)
		}
		return d.settleChange(ctx, c, placement.ChangeAccepted, words)
	})
}

func checkAnswer(agreed bool, words string) fault.Fields {
	var f fault.Fields
	n := utf8.RuneCountInString(words)
	f.Check(agreed || n >= placement.MinReason, "words", "placement.reason_too_short", "Least", placement.MinReason)
	f.Check(n <= placement.MaxReason, "words", "placement.text_too_long", "Most", placement.MaxReason)
	return f
}

// besideAnswer puts every message about the proposal's own fields beside the answer: who
// answers has no others.
func besideAnswer(err error) error {
	var no *fault.Error
	if !errors.As(err, &no) || len(no.Fields) == 0 {
		return err
	}
	var fields fault.Fields
	for _, f := range no.Fields {
		fields = append(fields, fault.Field{Name: "answer", Text: f.Text})
	}
	return fields.Err()
}

// carryOut makes the change, if it can be made today.
func (d *desk) carryOut(ctx context.Context, row PlacementRow, c ChangeProposal) error {
	after, err := row.Take(c.Change, d.Today)
	if err != nil {
		return err
	}
	next := d.Today.Week().AddWeeks(1)
	switch c.Kind {
	case placement.ChangeEnd:
		if *c.To <= d.Today {
			return d.endPlacement(ctx, row, placement.Move{Command: placement.Interrupt, By: d.mover(), On: *c.To, Reason: c.Reason})
		}
		if err := d.ChangePlacement(ctx, after); err != nil {
			return err
		}
		if err := d.giveBack(ctx, row.Placement, catalogue.Weeks{From: c.To.Week().AddWeeks(1), To: row.To.Week()}); err != nil {
			return err
		}
		return d.passOn(ctx, row.Intervention)
	case placement.ChangeExtend:
		if err := d.mayExtend(ctx, row, after); err != nil {
			return err
		}
		return d.takeMore(ctx, after, after.Hours, catalogue.Weeks{From: row.To.Week().AddWeeks(1), To: after.To.Week()})
	}
	if err := d.mayHave(ctx, row, after); err != nil {
		return err
	}
	weeks := catalogue.Weeks{From: next, To: row.To.Week()}
	if more := after.Hours - row.Hours; more > 0 {
		return d.takeMore(ctx, after, more, weeks)
	}
	if err := d.ChangePlacement(ctx, after); err != nil {
		return err
	}
	fewer := row.Hours - after.Hours
	if err := d.Release(ctx, row.Intervention, fewer, weeks); err != nil {
		return err
	}
	d.moved(row.Intervention, -fewer, weeks)
	return d.passOn(ctx, row.Intervention)
}

// takeMore holds so many more hours in the weeks and stores the placement. Invalid beside
// the answer, with the first week that has too few and what is free in it.
func (d *desk) takeMore(ctx context.Context, after placement.Placement, hours int, weeks catalogue.Weeks) error {
	if weeks.Len() > 0 {
		l, err := d.Ledger(ctx, after.Intervention, weeks.From)
		if err != nil {
			return err
		}
		if _, err := l.Hold(hours, weeks); err != nil {
			return besideField("answer", err)
		}
		taken, err := d.Hold(ctx, after.Intervention, hours, weeks)
		if err != nil {
			return err
		}
		if !taken {
			return fault.New(fault.Stale, "fault.stale")
		}
		d.moved(after.Intervention, hours, weeks)
	}
	return d.ChangePlacement(ctx, after)
}

// mayHave is what the intervention and full time allow of the hours and the days.
func (d *desk) mayHave(ctx context.Context, row PlacementRow, after placement.Placement) error {
	c := placement.Change{Kind: placement.ChangeHours, Hours: after.Hours}
	if *after.To != *row.To {
		c = placement.Change{Kind: placement.ChangeExtend, To: after.To}
	}
	if err := d.withinIntervention(ctx, row, c); err != nil {
		return err
	}
	rows, err := d.PlacementsOf(ctx, row.Case)
	if err != nil {
		return err
	}
	hours := after.Hours
	for _, other := range rows {
		apart := other.From == nil || other.To == nil || *other.To < d.Today || *other.From > *after.To
		if other.ID != row.ID && !other.State.IsOver() && !apart {
			hours += other.Hours
		}
	}
	var f fault.Fields
	f.Check(hours <= plan.FullTime, "hours", "places.over_full_time", "Hours", hours, "Most", plan.FullTime)
	return f.Err()
}

// mayExtend asks of a later last day what a referral is asked: the programme's own last
// day, the intervention's length, and the legal gate on what is known of the referral and
// of today. What the gate wants confirmed is confirmed by the yes.
func (d *desk) mayExtend(ctx context.Context, row PlacementRow, after placement.Placement) error {
	if err := d.Case.Can(casefile.Refer); err != nil {
		return err
	}
	if span := d.Case.Programme; span != nil {
		var f fault.Fields
		f.Check(*after.To <= span.To, "to", "places.beyond_programme", "To", span.To)
		if err := f.Err(); err != nil {
			return err
		}
	}
	if err := d.mayHave(ctx, row, after); err != nil {
		return err
	}
	gate, err := d.gateOf(ctx, row, after)
	if err != nil {
		return err
	}
	d.note("gate", gate.Outcome)
	d.note("confirmed", gate.ToConfirm())
	return gate.Pass(gate.ToConfirm())
}

// gateOf is the legal gate of a running placement until another last day, as it is today.
func (d *desk) gateOf(ctx context.Context, row PlacementRow, after placement.Placement) (placement.GateResult, error) {
	in, err := d.Intervention(ctx, row.Intervention)
	if err != nil {
		return placement.GateResult{}, err
	}
	facts, err := d.gateFacts(ctx, in, Referral{Known: row.Passage.Facts, To: after.To})
	if err != nil {
		return placement.GateResult{}, err
	}
	return placement.Gate(facts, d.Today, d.Office.Law)
}

// changesOf are the proposals of the placement and, where the reader decides on an
// extension that waits, the lines of the gate that are not passed of themselves.
func (d *desk) changesOf(ctx context.Context, row PlacementRow) (all []ChangeProposal, ask []placement.Line, err error) {
	if all, err = d.ChangeProposals(ctx, row.ID); err != nil || len(all) == 0 {
		return all, nil, err
	}
	newest := all[0]
	if newest.State != placement.ChangeOpen || newest.Kind != placement.ChangeExtend || !d.may(access.DecideChange) {
		return all, nil, nil
	}
	after := row.Placement
	after.To = newest.To
	gate, err := d.gateOf(ctx, row, after)
	for _, l := range gate.Lines {
		if l.Outcome != placement.Allowed {
			ask = append(ask, l)
		}
	}
	return all, ask, err
}
