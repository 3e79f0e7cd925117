package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// ChangeProposal is a change of a running placement that its provider proposed, and what
// was decided.
type ChangeProposal struct {
	placement.Change
	ID          ident.ID
	Placement   ident.ID
	Case        ident.ID
	HoursBefore int
	ToBefore    period.Day
	By          ident.ID
	ByName      string // read with it
	At          time.Time
	State       placement.ChangeState
	Words       string // why it was declined; empty where it need not be said
	DecidedBy   ident.ID
	DeciderName string // read with it; "" while it is open
	DecidedAt   *time.Time
	HoldsFrom   *period.Day // the Monday from which accepted hours hold
}

// AddChangeProposal stores one that is open. A placement has one open at a time.
func (t *Tx) AddChangeProposal(ctx context.Context, c ChangeProposal) error {
	return t.run(ctx, `INSERT INTO change_proposal (municipality, id, placement_id, case_id, kind, hours, to_day, hours_before, to_before,
			reason, proposed_by, proposed_at, state, words)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '')`,
		t.Municipality, string(c.ID), string(c.Placement), string(c.Case), string(c.Kind), c.Hours, dayOrNull(c.To), c.HoursBefore, c.ToBefore,
		c.Reason, string(c.By), at(c.At), string(c.State))
}

// DecideChangeProposal stores what became of an open one. Done tells whether it was open.
func (t *Tx) DecideChangeProposal(ctx context.Context, c ChangeProposal) (done bool, err error) {
	n, err := t.exec(ctx, `UPDATE change_proposal SET state = $3, words = $4, decided_by = $5, decided_at = $6, holds_from = $7
		WHERE municipality = $1 AND id = $2 AND state = 'open'`,
		t.Municipality, string(c.ID), string(c.State), c.Words, string(c.DecidedBy), atOrNull(c.DecidedAt), dayOrNull(c.HoldsFrom))
	return n == 1, err
}

// ChangeProposals are all of the placement, the newest first.
func (t *Tx) ChangeProposals(ctx context.Context, of ident.ID) ([]ChangeProposal, error) {
	return many(ctx, t, func(row scanner, c *ChangeProposal) error {
		return row.Scan(&c.ID, &c.Placement, &c.Case, &c.Kind, &c.Hours, intoDayOrNil(&c.To), &c.HoursBefore, &c.ToBefore, &c.Reason,
			&c.By, &c.ByName, intoTime(&c.At), &c.State, &c.Words, intoIDOrZero(&c.DecidedBy), &c.DeciderName, intoTimeOrNil(&c.DecidedAt),
			intoDayOrNil(&c.HoldsFrom))
	}, `SELECT x.id, x.placement_id, x.case_id, x.kind, x.hours, x.to_day, x.hours_before, x.to_before, x.reason,
			x.proposed_by, a.name, x.proposed_at, x.state, x.words, x.decided_by, coalesce(b.name, ''), x.decided_at, x.holds_from
		FROM change_proposal x JOIN account a ON a.municipality = x.municipality AND a.id = x.proposed_by
		LEFT JOIN account b ON b.municipality = x.municipality AND b.id = x.decided_by
		WHERE x.municipality = $1 AND x.placement_id = $2 ORDER BY x.proposed_at DESC, x.id DESC`, t.Municipality, string(of))
}

// EarlierHours are the hours of the placement before each change of them, the oldest
// change first.
func (t *Tx) EarlierHours(ctx context.Context, of ident.ID) ([]placement.HoursBefore, error) {
	return many(ctx, t, func(row scanner, h *placement.HoursBefore) error {
		var monday period.Day
		err := row.Scan(&monday, &h.Hours)
		h.Until = monday.Week()
		return err
	}, `SELECT holds_from, hours_before FROM change_proposal
		WHERE municipality = $1 AND placement_id = $2 AND holds_from IS NOT NULL ORDER BY holds_from, decided_at`, t.Municipality, string(of))
}

// ChangePlacement stores the hours a week and the last day of a placement. It moves no
// hours: see Hold.
func (t *Tx) ChangePlacement(ctx context.Context, p placement.Placement) error {
	return t.run(ctx, `UPDATE placement SET hours = $3, to_day = $4 WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(p.ID), p.Hours, dayOrNull(p.To))
}
