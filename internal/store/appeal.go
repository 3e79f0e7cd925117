package store

import (
	"context"

	"fotfaste/internal/appeal"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// FiledAppeal is an appeal with the names of those who handled it.
type FiledAppeal struct {
	appeal.Appeal
	RegisteredByName string
	JudgedByName     string // "" until it is judged
}

// AddAppeal keeps an appeal that has come in. Conflict where one of the same decision
// waits already: what more the person writes belongs to that one.
func (t *Tx) AddAppeal(ctx context.Context, a appeal.Appeal) error {
	n, err := t.exec(ctx, `INSERT INTO appeal (municipality, id, case_id, letter_id, subject_id, kind, state, received_on, sent_by, representative,
			wish, reason, registered_by, registered_at, outcome, judged_reason, court_outcome, court_number)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', '', '')
		ON CONFLICT (municipality, subject_id) WHERE state = 'received' DO NOTHING`,
		t.Municipality, string(a.ID), string(a.Case), string(a.Letter), string(a.Subject), string(a.Kind), string(a.State), a.ReceivedOn,
		string(a.By), a.Representative, a.Wish, a.Reason, string(a.RegisteredBy), at(a.RegisteredAt))
	if err == nil && n == 0 {
		err = fault.New(fault.Conflict, "appeal.waits_already")
	}
	return err
}

// SaveAppeal keeps how far an appeal has come. What the person wrote, and when it
// came, is never changed.
func (t *Tx) SaveAppeal(ctx context.Context, a appeal.Appeal) error {
	return t.run(ctx, `UPDATE appeal SET state = $3, outcome = $4, judged_by = $5, judged_at = $6, judged_reason = $7, new_decision_id = $8,
			new_recovery_decision_id = $9, forwarded_on = $10, court_outcome = $11, court_number = $12, court_on = $13, withdrawn_on = $14
		WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(a.ID), string(a.State), string(a.Outcome), idOrNull(a.JudgedBy), atOrNull(a.JudgedAt), a.JudgedReason,
		idOrNull(a.NewDecision), idOrNull(a.NewRecovery), dayOrNull(a.ForwardedOn), string(a.Court), a.CourtNumber, dayOrNull(a.CourtOn), dayOrNull(a.WithdrawnOn))
}

const appealColumns = `SELECT x.id, x.case_id, x.letter_id, x.subject_id, x.kind, x.state, x.received_on, x.sent_by, x.representative, x.wish,
		x.reason, x.registered_by, x.registered_at, x.outcome, x.judged_by, x.judged_at, x.judged_reason, x.new_decision_id,
		x.new_recovery_decision_id, x.forwarded_on, x.court_outcome, x.court_number, x.court_on, x.withdrawn_on, r.name, coalesce(j.name, '')
	FROM appeal x JOIN account r ON r.municipality = x.municipality AND r.id = x.registered_by
	LEFT JOIN account j ON j.municipality = x.municipality AND j.id = x.judged_by`

func readAppeal(row scanner, a *FiledAppeal) error {
	return row.Scan(&a.ID, &a.Case, &a.Letter, &a.Subject, &a.Kind, &a.State, &a.ReceivedOn, &a.By, &a.Representative, &a.Wish,
		&a.Reason, &a.RegisteredBy, intoTime(&a.RegisteredAt), &a.Outcome, intoIDOrZero(&a.JudgedBy), intoTimeOrNil(&a.JudgedAt), &a.JudgedReason,
		intoIDOrZero(&a.NewDecision), intoIDOrZero(&a.NewRecovery), intoDayOrNil(&a.ForwardedOn), &a.Court, &a.CourtNumber, intoDayOrNil(&a.CourtOn),
		intoDayOrNil(&a.WithdrawnOn), &a.RegisteredByName, &a.JudgedByName)
}

// Appeal is one appeal in the case. NotFound for that of another.
func (t *Tx) Appeal(ctx context.Context, of, id ident.ID) (FiledAppeal, error) {
	return one(ctx, t, readAppeal, appealColumns+` WHERE x.municipality = $1 AND x.case_id = $2 AND x.id = $3`,
		t.Municipality, string(of), string(id))
}

// Appeals are those in the case, newest first.
func (t *Tx) Appeals(ctx context.Context, of ident.ID) ([]FiledAppeal, error) {
	return many(ctx, t, readAppeal, appealColumns+` WHERE x.municipality = $1 AND x.case_id = $2
		ORDER BY x.received_on DESC, x.registered_at DESC, x.id DESC`, t.Municipality, string(of))
}

// AppealFlags is what the appeals of a case ask for: the day of the oldest of each.
type AppealFlags struct {
	Received *period.Day // waits to be reconsidered
	Promised *period.Day // waits for the new decision
	Answered *period.Day // waits to be handed over to the court
}

// appealFlagColumns are its columns over programme_case c; appealWaits is true for a
// case with any of them.
const (
	appealReceived    = `x.state = 'received'`
	appealFollowed    = `(x.new_decision_id IS NOT NULL OR x.new_recovery_decision_id IS NOT NULL)`
	appealPromised    = `NOT ` + appealFollowed + ` AND (x.state = 'reconsidered' AND x.outcome <> 'unchanged' OR x.state = 'court_decided' AND x.court_outcome <> 'upheld')`
	appealAnswered    = `x.state = 'reconsidered' AND x.kind = 'appeal' AND (x.outcome = 'unchanged' OR x.outcome = 'partly_changed' AND ` + appealFollowed + `)`
	ofTheCase         = ` FROM appeal x WHERE x.municipality = c.municipality AND x.case_id = c.id AND `
	appealFlagColumns = `
	(SELECT min(x.received_on)` + ofTheCase + appealReceived + `),
	(SELECT min(x.received_on)` + ofTheCase + appealPromised + `),
	(SELECT min(x.received_on)` + ofTheCase + appealAnswered + `)`
	appealWaits = `EXISTS (SELECT 1` + ofTheCase + `(` + appealReceived + ` OR ` + appealPromised + ` OR ` + appealAnswered + `))`
)

func (f *AppealFlags) into() []any {
	return []any{intoDayOrNil(&f.Received), intoDayOrNil(&f.Promised), intoDayOrNil(&f.Answered)}
}
