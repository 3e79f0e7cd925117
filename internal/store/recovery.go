package store

import (
	"context"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
)

// Recovery is a recovery as it is stored, with the run that found it.
type Recovery struct {
	recovery.Recovery
	Found     []FoundWeek // what each of Weeks fell from and to, in the same order
	RunWeek   period.Week // read with it, as the rest
	RunBy     []ident.ID  // who prepared and who attested the run
	ChangedAt time.Time
}

// FoundWeek is what a week was paid by and what it was found to be worth, by the
// calculation by which it fell.
type FoundWeek struct {
	Calculation   ident.ID
	Before, After WorthOf
}

// WorthOf is a week's two lines.
type WorthOf struct{ Base, Child money.Kronor }

// Total is both.
func (w WorthOf) Total() money.Kronor { return w.Base + w.Child }

const recoveryColumns = `v.id, v.case_id, v.run_id, v.state, v.ending, v.opened_at, v.answer_by, v.claimed, v.waived, v.dropped,
	v.repaid, v.version, v.changed_at, r.week_from, r.prepared_by, r.attested_by`

const recoveryFrom = ` FROM recovery v JOIN payment_run r ON r.municipality = v.municipality AND r.id = v.run_id
	WHERE v.municipality = $1`

func readRecovery(row scanner, v *Recovery) error {
	var monday period.Day
	v.RunBy = make([]ident.ID, 2)
	err := row.Scan(&v.ID, &v.Case, &v.Run, &v.State, &v.Ending, intoTime(&v.OpenedAt), intoDayOrNil(&v.AnswerBy), &v.Claimed,
		&v.Waived, &v.Dropped, &v.Repaid, &v.Version, intoTime(&v.ChangedAt), &monday, intoIDOrZero(&v.RunBy[0]), intoIDOrZero(&v.RunBy[1]))
	v.RunWeek = monday.Week()
	return err
}

// AddRecovery stores a recovery that has just been opened, by the calculations by which
// its weeks fell. The database refuses a second one of the case and run.
func (t *Tx) AddRecovery(ctx context.Context, v recovery.Recovery, calculations []ident.ID) error {
	err := t.run(ctx, `INSERT INTO recovery (municipality, id, case_id, run_id, state, ending, opened_at, answer_by, fell, taken_back,
			claimed, waived, dropped, repaid, version, changed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $7)`,
		t.Municipality, string(v.ID), string(v.Case), string(v.Run), string(v.State), string(v.Ending), at(v.OpenedAt), dayOrNull(v.AnswerBy),
		int64(v.Fell()), int64(v.TakenBack()), int64(v.Claimed), int64(v.Waived), int64(v.Dropped), int64(v.Repaid))
	if err != nil {
		return err
	}
	for i, w := range v.Weeks {
		err := t.run(ctx, `INSERT INTO recovery_week (municipality, recovery_id, week_from, calculation_id, fell, taken_back, claimed, forgiven,
				justified, why)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, t.Municipality, string(v.ID), w.Week.Monday(), string(calculations[i]),
			int64(w.Fell), int64(w.TakenBack), int64(w.Claimed), int64(w.Forgiven), int64(w.Justified), asJSON{w.Why})
		if err != nil {
			return err
		}
	}
	return nil
}

// SaveRecovery stores what has become of a recovery. Stale where it is not the version
// that it was read as any longer.
func (t *Tx) SaveRecovery(ctx context.Context, v recovery.Recovery, now time.Time) error {
	n, err := t.exec(ctx, `UPDATE recovery SET state = $3, ending = $4, answer_by = $5, taken_back = $6, claimed = $7, waived = $8,
			dropped = $9, repaid = $10, version = version + 1, changed_at = $11
		WHERE municipality = $1 AND id = $2 AND version = $12`,
		t.Municipality, string(v.ID), string(v.State), string(v.Ending), dayOrNull(v.AnswerBy), int64(v.TakenBack()), int64(v.Claimed),
		int64(v.Waived), int64(v.Dropped), int64(v.Repaid), at(now), v.Version)
	if err != nil {
		return err
	}
	if n == 0 {
		return fault.New(fault.Stale, "fault.stale")
	}
	for _, w := range v.Weeks {
		err := t.run(ctx, `UPDATE recovery_week SET taken_back = $4, claimed = $5, forgiven = $6, justified = $7
			WHERE municipality = $1 AND recovery_id = $2 AND week_from = $3`,
			t.Municipality, string(v.ID), w.Week.Monday(), int64(w.TakenBack), int64(w.Claimed), int64(w.Forgiven), int64(w.Justified))
		if err != nil {
			return err
		}
	}
	return nil
}

// Recovery is one recovery. NotFound where there is none.
func (t *Tx) Recovery(ctx context.Context, id ident.ID) (Recovery, error) {
	v, err := one(ctx, t, readRecovery, `SELECT `+recoveryColumns+recoveryFrom+` AND v.id = $2`, t.Municipality, string(id))
	if err != nil {
		return v, err
	}
	all := []Recovery{v}
	err = t.recoveryWeeks(ctx, all, `w.recovery_id = $2`, string(id))
	return all[0], err
}

// RecoveriesOf are the case's recoveries, newest first.
func (t *Tx) RecoveriesOf(ctx context.Context, of ident.ID) ([]Recovery, error) {
	all, err := many(ctx, t, readRecovery, `SELECT `+recoveryColumns+recoveryFrom+` AND v.case_id = $2
		ORDER BY v.opened_at DESC, v.id DESC`, t.Municipality, string(of))
	if err != nil || len(all) == 0 {
		return all, err
	}
	return all, t.recoveryWeeks(ctx, all, `w.recovery_id IN (SELECT id FROM recovery v WHERE v.municipality = $1 AND v.case_id = $2)`, string(of))
}

func (t *Tx) recoveryWeeks(ctx context.Context, all []Recovery, which string, args ...any) error {
	byID := make(map[ident.ID]*Recovery, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var monday period.Day
		var w recovery.Week
		var f FoundWeek
		err := row.Scan(&of, &monday, &w.Fell, &w.TakenBack, &w.Claimed, &w.Forgiven, &w.Justified, asJSON{&w.Why}, &f.Calculation, &f.Before.Base, &f.Before.Child,
			&f.After.Base, &f.After.Child)
		w.Week = monday.Week()
		if v := byID[of]; v != nil {
			v.Weeks, v.Found = append(v.Weeks, w), append(v.Found, f)
		}
		return err
	}, `SELECT w.recovery_id, w.week_from, w.fell, w.taken_back, w.claimed, w.forgiven, w.justified, w.why, w.calculation_id, x.before_base, x.before_child, x.base, x.child
		FROM recovery_week w JOIN compensation_week x ON x.municipality = w.municipality AND x.id = w.calculation_id
		WHERE w.municipality = $1 AND `+which+` ORDER BY w.recovery_id, w.week_from`, append([]any{t.Municipality}, args...)...)
	return err
}

// RecoveryView is the participant's own words, or as somebody noted them.
type RecoveryView struct {
	ID, Recovery ident.ID
	Words        string
	Noted        bool // by somebody else for the participant
	At           time.Time
	By           ident.ID
	ByName       string // read with it
}

// AddRecoveryView stores it. The database refuses any change afterwards.
func (t *Tx) AddRecoveryView(ctx context.Context, v RecoveryView) error {
	return t.run(ctx, `INSERT INTO recovery_view (municipality, id, recovery_id, words, noted, given_at, given_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`, t.Municipality, string(v.ID), string(v.Recovery), v.Words, v.Noted, at(v.At), string(v.By))
}

// RecoveryViews are those of a recovery, the first one first.
func (t *Tx) RecoveryViews(ctx context.Context, of ident.ID) ([]RecoveryView, error) {
	return many(ctx, t, func(row scanner, v *RecoveryView) error {
		return row.Scan(&v.ID, &v.Recovery, &v.Words, &v.Noted, intoTime(&v.At), &v.By, &v.ByName)
	}, `SELECT x.id, x.recovery_id, x.words, x.noted, x.given_at, x.given_by, a.name FROM recovery_view x
		JOIN account a ON a.municipality = x.municipality AND a.id = x.given_by
		WHERE x.municipality = $1 AND x.recovery_id = $2 ORDER BY x.given_at, x.id`, t.Municipality, string(of))
}

// RecoveryDecision is a decision with the name of who made it.
type RecoveryDecision struct {
	recovery.Decision
	ByName string
}

// AddRecoveryDecision stores a decision. The database refuses two of one number, and
// any change afterwards.
func (t *Tx) AddRecoveryDecision(ctx context.Context, d recovery.Decision) error {
	var due, first, monthly any
	switch {
	case d.Claim == 0:
	case d.Plan.InInstalments():
		first, monthly = d.Plan.First.String(), int64(d.Plan.Monthly)
	default:
		due = d.Plan.Due
	}
	return t.run(ctx, `INSERT INTO recovery_decision (municipality, id, recovery_id, number, decided_at, decided_by, amount, claim, waive,
			reason, due_day, first_month, monthly)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		t.Municipality, string(d.ID), string(d.Recovery), d.Number, at(d.At), string(d.By), int64(d.Amount), int64(d.Claim), int64(d.Waive),
		d.Reason, due, first, monthly)
}

// RecoveryDecisions are those of a recovery, the first one first.
func (t *Tx) RecoveryDecisions(ctx context.Context, of ident.ID) ([]RecoveryDecision, error) {
	return many(ctx, t, func(row scanner, d *RecoveryDecision) error {
		var due *period.Day
		var first string
		err := row.Scan(&d.ID, &d.Recovery, &d.Number, intoTime(&d.At), &d.By, &d.ByName, &d.Amount, &d.Claim, &d.Waive, &d.Reason,
			intoDayOrNil(&due), &first, &d.Plan.Monthly)
		if due != nil {
			d.Plan.Due = *due
		}
		if err == nil && first != "" {
			d.Plan.First, err = period.ParseMonth(first)
		}
		return err
	}, `SELECT x.id, x.recovery_id, x.number, x.decided_at, x.decided_by, a.name, x.amount, x.claim, x.waive, x.reason, x.due_day,
			coalesce(x.first_month, ''), coalesce(x.monthly, 0)
		FROM recovery_decision x JOIN account a ON a.municipality = x.municipality AND a.id = x.decided_by
		WHERE x.municipality = $1 AND x.recovery_id = $2 ORDER BY x.number`, t.Municipality, string(of))
}

// Repayment is money that came back.
type Repayment struct {
	ID, Recovery ident.ID
	Day          period.Day
	Amount       money.Kronor
	At           time.Time
	By           ident.ID
	ByName       string // read with it
}

// AddRepayment stores it. The database refuses any change afterwards.
func (t *Tx) AddRepayment(ctx context.Context, p Repayment) error {
	return t.run(ctx, `INSERT INTO recovery_repayment (municipality, id, recovery_id, day, amount, recorded_at, recorded_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`, t.Municipality, string(p.ID), string(p.Recovery), p.Day, int64(p.Amount), at(p.At), string(p.By))
}

// Repayments are those of a recovery, the first day first.
func (t *Tx) Repayments(ctx context.Context, of ident.ID) ([]Repayment, error) {
	return many(ctx, t, func(row scanner, p *Repayment) error {
		return row.Scan(&p.ID, &p.Recovery, &p.Day, &p.Amount, intoTime(&p.At), &p.By, &p.ByName)
	}, `SELECT x.id, x.recovery_id, x.day, x.amount, x.recorded_at, x.recorded_by, a.name FROM recovery_repayment x
		JOIN account a ON a.municipality = x.municipality AND a.id = x.recorded_by
		WHERE x.municipality = $1 AND x.recovery_id = $2 ORDER BY x.day, x.recorded_at, x.id`, t.Municipality, string(of))
}
