package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
)

// PlacementRow is a placement with the names of what it is in.
type PlacementRow = store.PlacementRow

// PlacementLine is a placement with its turn, where it waits.
type PlacementLine struct {
	PlacementRow
	Position *placement.Position // nil unless it is in the queue
}

// PlacementsView is the placements of a case, the latest referral first.
type PlacementsView struct {
	Header
	Placements []PlacementLine
}

// SeePlacements reads the placements of a case. A provider sees its own alone.
func (o *Office) SeePlacements(ctx context.Context, actor access.Actor, id ident.ID) (PlacementsView, error) {
	var v PlacementsView
	err := o.see(ctx, actor, access.Placements, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		rows, err := d.PlacementsOf(ctx, id)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if actor.Role == access.ProviderSupervisor && row.Provider != actor.Organisation {
				continue
			}
			line, err := d.line(ctx, row)
			if err != nil {
				return err
			}
			v.Placements = append(v.Placements, line)
		}
		return nil
	})
	return v, err
}

// line adds the turn in the queue, and when it is expected.
func (d *desk) line(ctx context.Context, row PlacementRow) (PlacementLine, error) {
	line := PlacementLine{PlacementRow: row}
	if row.State != placement.Queued {
		return line, nil
	}
	in, err := d.InterventionRow(ctx, row.Intervention, d.Today, d.Today)
	if err != nil {
		return line, err
	}
	waiting, err := d.Waiting(ctx, row.Intervention, d.Today)
	if err != nil {
		return line, err
	}
	for _, p := range placement.Expecting(placement.Queue(waiting), in.Intervention, in.Ledger, d.Today) {
		if p.Placement == row.ID {
			line.Position = &p
		}
	}
	return line, nil
}

// PlacementView is one placement.
type PlacementView struct {
	Header
	PlacementLine
	ReferrerName string
	Changes      []ChangeProposal            // the newest first
	ChangeGate   []placement.Line            // of the extension that waits: what a yes confirms, and what stops it
	Criteria     []catalogue.CriterionResult // as they come out today, while it has not begun: advice only
}

// OpenChange is the proposal that waits for the case manager, nil where none does.
func (v PlacementView) OpenChange() *ChangeProposal {
	if v.State != placement.Started || len(v.Changes) == 0 || v.Changes[0].State != placement.ChangeOpen {
		return nil
	}
	return &v.Changes[0]
}

// SeePlacement reads one placement. NotFound for one that does not exist and, for a
// provider, one at somebody else's.
func (o *Office) SeePlacement(ctx context.Context, actor access.Actor, id ident.ID) (PlacementView, error) {
	var v PlacementView
	of, err := o.caseOfPlacement(ctx, actor, id)
	if err != nil {
		return v, err
	}
	err = o.see(ctx, actor, access.Placements, of, func(d *desk) (err error) {
		d.note("placement", id)
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		row, err := d.placementRow(ctx, id)
		if err != nil {
			return err
		}
		if v.PlacementLine, err = d.line(ctx, row); err != nil {
			return err
		}
		if v.Changes, v.ChangeGate, err = d.changesOf(ctx, row); err != nil {
			return err
		}
		referrer, err := d.Account(ctx, row.ReferredBy)
		v.ReferrerName = referrer.Name
		if err != nil || !row.State.AwaitsStart() {
			return err
		}
		v.Criteria, err = d.criteriaToday(ctx, row)
		return err
	})
	return v, err
}

// criteriaToday is how the participant stands against what the intervention asks now,
// which may be other than when they were referred. Nobody loses a place or a turn by it.
func (d *desk) criteriaToday(ctx context.Context, row PlacementRow) ([]catalogue.CriterionResult, error) {
	in, err := d.Intervention(ctx, row.Intervention)
	if err != nil {
		return nil, err
	}
	return d.matchCriteria(ctx, in, row.Passage.Facts)
}

// placementRow is a placement of the desk's case. A provider has only its own.
func (d *desk) placementRow(ctx context.Context, id ident.ID) (PlacementRow, error) {
	rows, err := d.PlacementsOf(ctx, d.Case.ID)
	if err != nil {
		return PlacementRow{}, err
	}
	for _, row := range rows {
		if row.ID == id && (d.Actor.Role != access.ProviderSupervisor || row.Provider == d.Actor.Organisation) {
			return row, nil
		}
	}
	return PlacementRow{}, fault.New(fault.NotFound, "fault.not_found")
}

// caseOfPlacement is which case the placement is in. What is then done or read is
// asked of the case's own door.
func (o *Office) caseOfPlacement(ctx context.Context, actor access.Actor, id ident.ID) (ident.ID, error) {
	if actor.Account.IsZero() {
		return "", fault.New(fault.NotSignedIn, "fault.not_signed_in")
	}
	var of ident.ID
	err := o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) error {
		p, err := tx.Placement(ctx, id)
		of = p.Case
		return err
	})
	return of, err
}

// atPlacement does something with a placement through the door of its case.
func (o *Office) atPlacement(ctx context.Context, actor access.Actor, act access.Act, id ident.ID, form Form, work func(*desk, PlacementRow) error) error {
	of, err := o.caseOfPlacement(ctx, actor, id)
	if err != nil {
		return err
	}
	return o.act(ctx, actor, act, of, form, func(d *desk) error {
		row, err := d.placementRow(ctx, id)
		if err != nil {
			return err
		}
		return work(d, row)
	})
}

// mover is in what part the actor moves a placement.
func (d *desk) mover() placement.Mover {
	switch d.Actor.Role {
	case access.Participant:
		return placement.Participant
	case access.ProviderSupervisor:
		return placement.Provider
	}
	return placement.CaseManager
}
