package casework

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// Referral is a participant to be referred to an intervention. Known is what the one
// who refers knows for the legal gate; what the house knows by itself is filled in.
type Referral struct {
	Form
	Intervention    ident.ID
	Hours           int // hours per week
	From, To        *period.Day
	Track           plan.Track
	Precedence      string // why the person goes before others; empty for no precedence
	Known           placement.GateFacts
	Confirmed       []placement.Code // lines of the gate that a person has confirmed
	CriteriaChecked bool             // what is not known of the criteria has been asked about
}

// shortestPrecedence is in characters.
const shortestPrecedence = 10

// Refer refers the participant. Where the hours are free and nobody waits before, the
// place is offered at once; else the placement stands in the queue. Invalid with
// messages beside fields, "confirm.plan" among them; Conflict with what stands in the
// way: "gate.need", "criteria.age".
func (o *Office) Refer(ctx context.Context, actor access.Actor, id ident.ID, in Referral) (ident.ID, error) {
	var referred ident.ID
	err := o.act(ctx, actor, access.Refer, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.Refer); err != nil {
			return err
		}
		t, err := d.tryReferral(ctx, in)
		if err != nil {
			return err
		}
		if err := t.pass(in); err != nil {
			return err
		}
		p, err := t.placement.Apply(placement.Move{Command: placement.Refer, By: placement.CaseManager, On: d.Today, At: d.Now})
		if err != nil {
			return err
		}
		referred = p.ID
		p.ReferredBy, p.ReferredAt = d.Actor.Account, d.Now
		p.Passage = placement.Passage{Facts: t.facts, Result: t.gate, Confirmed: confirmed(t.gate, in.Confirmed)}
		if err := d.AddPlacement(ctx, p); err != nil {
			return err
		}
		d.note("placement", p.ID)
		d.note("gate", t.gate.Outcome)
		values := map[string]any{"Place": t.row.Name, "Hours": p.Hours}
		if err := d.tell(ctx, casefile.Referred, values); err != nil {
			return err
		}
		return d.offerOrQueue(ctx, p)
	})
	return referred, err
}

// offerOrQueue gives a referred placement its turn: an offer where it would be first
// in the queue and the hours are there, else a place in the queue.
func (d *desk) offerOrQueue(ctx context.Context, p placement.Placement) error {
	in, err := d.Intervention(ctx, p.Intervention)
	if err != nil {
		return err
	}
	waiting, err := d.Waiting(ctx, p.Intervention, d.Today)
	if err != nil {
		return err
	}
	l, err := d.Ledger(ctx, p.Intervention, d.Today.Week())
	if err != nil {
		return err
	}
	turn := d.turnAfter(waiting)
	queue := placement.Queue(append(waiting, placement.WaitingAs(p, turn)))
	if next, start, found := placement.Next(queue, in, l, d.Today); found && next.Placement == p.ID {
		_, err := d.offer(ctx, p, in.Name, start, placement.CaseManager)
		return err
	}
	p, err = p.Apply(placement.Move{Command: placement.Enqueue, By: placement.CaseManager, On: d.Today, At: turn})
	if err != nil {
		return err
	}
	if err := d.SavePlacement(ctx, p); err != nil {
		return err
	}
	if err := d.later(ctx, QueueMoves, p.ID, clock.StartOf(p.To.AddDays(1))); err != nil {
		return err
	}
	if err := d.nextWeek(ctx, p.Intervention); err != nil {
		return err
	}
	return d.tellOf(ctx, p, casefile.Queued, map[string]any{"Place": in.Name})
}

// turnAfter is the instant at which somebody new stands in the queue: now, or a moment
// after the last who came, so that two who ask at once stand in the order in which
// they were let in.
func (d *desk) turnAfter(waiting []placement.Waiting) time.Time {
	turn := d.Now
	for _, w := range waiting {
		if !w.QueuedAt.Before(turn) {
			turn = w.QueuedAt.Add(time.Microsecond)
		}
	}
	return turn
}

// trial is a referral that has been tried against everything it must pass.
type trial struct {
	row       InterventionRow
	placement placement.Placement // proposed
	fields    fault.Fields
	facts     placement.GateFacts
	criteria  []catalogue.CriterionResult
	gate      placement.GateResult
	ahead     int                // who would stand before in the queue
	turn      placement.Position // in it, once both days are known
	offered   bool               // the place would be offered at once
}

// pass is nil where the referral may be made, else everything that is missing.
func (t trial) pass(in Referral) error {
	var notMet fault.Fields
	for _, c := range t.criteria {
		if c.Outcome == catalogue.NotMet {
			notMet = append(notMet, fault.Field{Name: "criteria." + string(c.Criterion), Text: c.Text()})
		}
	}
	if len(notMet) > 0 {
		refusal := fault.New(fault.Conflict, "places.criteria_not_met", "Count", len(notMet))
		refusal.Fields = notMet
		return refusal
	}
	fields := slices.Clone(t.fields)
	if catalogue.Overall(t.criteria) == catalogue.Unknown && !in.CriteriaChecked {
		fields.Add("confirm.criteria", "places.criteria_unchecked")
	}
	err := t.gate.Pass(in.Confirmed)
	var no *fault.Error
	if errors.As(err, &no) && len(fields) > 0 {
		fields = append(fields, no.Fields...)
		return fields.Err()
	}
	if err != nil {
		return err
	}
	return fields.Err()
}

// tryReferral tries the referral and changes nothing.
func (d *desk) tryReferral(ctx context.Context, in Referral) (trial, error) {
	var t trial
	var err error
	if t.row, err = d.InterventionRow(ctx, in.Intervention, d.Today, d.Today); err != nil {
		return t, err
	}
	t.placement = placement.Placement{
		ID: d.newID(), Case: d.Case.ID, Intervention: t.row.ID, State: placement.Proposed, Track: in.Track, Hours: in.Hours,
		From: in.From, To: in.To, Precedence: strings.TrimSpace(in.Precedence),
	}
	if t.placement.Precedence != "" {
		t.placement.Priority = placement.Precedence
	}
	earlier, err := d.PlacementsOf(ctx, d.Case.ID)
	if err != nil {
		return t, err
	}
	t.fields = d.checkReferral(t.placement, t.row, earlier)
	if t.criteria, err = d.matchCriteria(ctx, t.row.Intervention, in.Known); err != nil {
		return t, err
	}
	if t.facts, err = d.gateFacts(ctx, t.row.Intervention, in); err != nil {
		return t, err
	}
	if t.gate, err = placement.Gate(t.facts, d.Today, d.Office.Law); err != nil {
		return t, err
	}
	waiting, err := d.Waiting(ctx, t.row.ID, d.Today)
	if err != nil {
		return t, err
	}
	if in.From == nil || in.To == nil {
		t.ahead = len(waiting)
		return t, nil
	}
	queue := placement.Queue(append(waiting, placement.WaitingAs(t.placement, d.turnAfter(waiting))))
	queue = placement.Expecting(queue, t.row.Intervention, t.row.Ledger, d.Today)
	t.ahead = slices.IndexFunc(queue, func(p placement.Position) bool { return p.Placement == t.placement.ID })
	t.turn = queue[t.ahead]
	next, _, found := placement.Next(queue, t.row.Intervention, t.row.Ledger, d.Today)
	t.offered = found && next.Placement == t.placement.ID
	return t, nil
}

// checkReferral is what is wrong with the referral itself.
func (d *desk) checkReferral(p placement.Placement, in InterventionRow, earlier []PlacementRow) fault.Fields {
	f := placement.Check(p, in.Intervention, in.Ledger)
	f.Check(in.Open, "intervention", "capacity.not_open", "Name", in.Name)
	f.Check(p.Track.IsKnown(), "track", "plan.track_missing")
	if p.From != nil {
		f.Check(*p.From >= d.Today, "from", "places.from_past", "Today", d.Today)
	}
	if span := d.Case.Programme; span != nil && p.To != nil && p.From != nil && *p.From <= *p.To {
		f.Check(*p.To <= span.To, "to", "places.beyond_programme", "To", span.To)
		f.Check(*p.From >= span.From, "from", "places.before_programme", "From", span.From)
	}
	n := len([]rune(p.Precedence))
	f.Check(n == 0 || n >= shortestPrecedence, "precedence", "places.precedence_short", "Least", shortestPrecedence)
	hours := p.Hours
	for _, other := range earlier {
		if other.State.IsOver() || p.From == nil || other.To == nil || *other.To < *p.From {
			continue
		}
		hours += other.Hours
		f.Check(other.Intervention != in.ID, "intervention", "places.already_there", "Name", in.Name)
	}
	f.Check(hours <= plan.FullTime, "hours", "places.over_full_time", "Hours", hours, "Most", plan.FullTime)
	return f
}

// confirmed is which lines a person had to confirm, and did.
func confirmed(gate placement.GateResult, ticked []placement.Code) []placement.Code {
	return slices.DeleteFunc(gate.ToConfirm(), func(c placement.Code) bool { return !slices.Contains(ticked, c) })
}
