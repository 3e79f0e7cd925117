package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
)

// ChangeProposal is a change of a running placement that its provider proposed.
type ChangeProposal = store.ChangeProposal

// ProposedChange is what a provider proposes to change of somebody in place.
type ProposedChange struct {
	Form
	placement.Change
}

// ProposeChange proposes other hours, an earlier or a later last day of one of the
// provider's own. Nothing changes until the case manager says yes. Invalid with messages
// beside "change", "hours", "to" and "reason"; Conflict where nobody is in place or a
// proposal waits already; NotFound for somebody else's placement.
func (o *Office) ProposeChange(ctx context.Context, actor access.Actor, id ident.ID, in ProposedChange) error {
	return o.atPlacement(ctx, actor, access.ProposeChange, id, in.Form, func(d *desk, row PlacementRow) error {
		in.Reason = strings.TrimSpace(in.Reason)
		if err := row.Propose(in.Change, d.Today); err != nil {
			return err
		}
		if err := d.withinIntervention(ctx, row, in.Change); err != nil {
			return err
		}
		if _, waits, err := d.openChange(ctx, id); err != nil || waits {
			if err == nil {
				err = fault.New(fault.Conflict, "change.one_waits")
			}
			return err
		}
		c := ChangeProposal{
			Change: in.Change, ID: d.newID(), Placement: id, Case: row.Case, HoursBefore: row.Hours, ToBefore: *row.To,
			By: d.Actor.Account, At: d.Now, State: placement.ChangeOpen,
		}
		d.note("placement", id)
		d.note("change", c.Kind)
		if err := d.AddChangeProposal(ctx, c); err != nil {
			return err
		}
		return d.tellChange(ctx, casefile.ChangeProposed, row, c)
	})
}

// WithdrawChange takes the provider's own open proposal back. Conflict where none waits.
func (o *Office) WithdrawChange(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.atPlacement(ctx, actor, access.ProposeChange, id, form, func(d *desk, row PlacementRow) error {
		c, waits, err := d.openChange(ctx, id)
		if err != nil {
			return err
		}
		if !waits {
			return fault.New(fault.Conflict, "change.none_waits")
		}
		if err := d.settleChange(ctx, c, placement.ChangeWithdrawn, ""); err != nil {
			return err
		}
		return d.tellChange(ctx, casefile.ChangeWithdrawn, row, c)
	})
}

// withinIntervention is what the intervention itself allows of the change: the hours of a
// participant, and how long it lasts at most.
func (d *desk) withinIntervention(ctx context.Context, row PlacementRow, c placement.Change) error {
	in, err := d.Intervention(ctx, row.Intervention)
	if err != nil {
		return err
	}
	l, err := d.Ledger(ctx, row.Intervention, d.Today.Week())
	if err != nil {
		return err
	}
	after, err := row.Take(c, d.Today)
	if err != nil {
		return err
	}
	about := "to"
	if c.Kind == placement.ChangeHours {
		about = "hours"
	}
	// When it began was right when it was referred: it is not asked again.
	fields := slices.DeleteFunc(placement.Check(after, in, l), func(f fault.Field) bool { return f.Name != about })
	return fields.Err()
}

// openChange is the proposal of the placement that waits for an answer.
func (d *desk) openChange(ctx context.Context, of ident.ID) (c ChangeProposal, waits bool, err error) {
	all, err := d.ChangeProposals(ctx, of)
	if err != nil {
		return c, false, err
	}
	at := slices.IndexFunc(all, func(c ChangeProposal) bool { return c.State == placement.ChangeOpen })
	if at < 0 {
		return c, false, nil
	}
	return all[at], true, nil
}

// settleChange closes the open proposal.
func (d *desk) settleChange(ctx context.Context, c ChangeProposal, state placement.ChangeState, words string) error {
	c.State, c.Words, c.DecidedBy, c.DecidedAt = state, words, d.Actor.Account, &d.Now
	d.note("placement", c.Placement)
	d.note("change", c.Kind)
	d.note("change_state", state)
	done, err := d.DecideChangeProposal(ctx, c)
	if err == nil && !done {
		err = fault.New(fault.Conflict, "change.none_waits")
	}
	return err
}

func (d *desk) tellChange(ctx context.Context, kind casefile.EventKind, row PlacementRow, c ChangeProposal) error {
	var proposed any = c.Hours
	if c.To != nil {
		proposed = c.To.String()
	}
	return d.tell(ctx, kind, map[string]any{
		"Place": row.InterventionName, "What": "@placement.change.kind." + string(c.Kind), "New": proposed,
	})
}
