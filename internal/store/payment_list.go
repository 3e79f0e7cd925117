package store

import (
	"context"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
)

// PaymentRow is a payment as it is shown.
type PaymentRow struct {
	Payee
	Payment
	Week       period.Week // of its run
	Masked     string      // the account it was sent to, or would be; "" where there is none or the reader may not see who it is
	HasAccount bool        // one has been entered
	Changed    bool        // another account has been entered since it was put in a file
	Carried    bool        // a run that stands repeats it
}

// PaymentQuery says which payments a list is of.
type PaymentQuery struct {
	Run        ident.ID        // of every run where it is zero
	States     []payment.State // of every state where there are none
	ID         ident.ID        // that payment alone
	NoAccount  bool            // those alone that have no account to be paid to
	NotCarried bool            // those alone that no run repeats
	Limit      int             // 0 counts them alone
	Offset     int
}

// ListPayments are the payments of the query, those whose payee the reader may know by
// name first, and how many there are in all. The access rules stand in the query: of a
// case that the reader may not see no name, number or account leaves the database.
func (t *Tx) ListPayments(ctx context.Context, a access.Actor, m access.Moment, q PaymentQuery) ([]PaymentRow, int, error) {
	args := []any{t.Municipality}
	where := ` WHERE y.municipality = $1`
	if !q.Run.IsZero() {
		args = append(args, string(q.Run))
		where += ` AND y.run_id = $2`
	}
	if len(q.States) > 0 {
		places, more := placeholders(args, q.States)
		args, where = more, where+` AND y.state IN (`+places+`)`
		if q.Run.IsZero() && q.ID.IsZero() && areAtWork(q.States) {
			where += ` AND ` + atWork
		}
	}
	if !q.ID.IsZero() {
		args = append(args, string(q.ID))
		where += ` AND y.id = $` + strconv.Itoa(len(args))
	}
	if q.NotCarried {
		where += ` AND NOT ` + carried
	}
	const of = ` FROM payment y JOIN programme_case c ON c.municipality = y.municipality AND c.id = y.case_id`
	const from = of + ` JOIN payment_run r ON r.municipality = y.municipality AND r.id = y.run_id
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id`
	if q.NoAccount {
		where += ` AND NOT EXISTS (SELECT 1 FROM pay_account z WHERE z.municipality = c.municipality AND z.person_id = c.person_id)`
	}
	total, err := t.count(ctx, `SELECT count(*)`+of+where, args...)
	if err != nil || total == 0 || q.Limit == 0 {
		return nil, total, err
	}
	limit := page(&args, q.Limit, q.Offset)
	may := filter(a, access.See(access.Compensation), m, len(args)+1)
	rows, err := many(ctx, t, readPaymentRow, `SELECT * FROM (SELECT CASE WHEN `+may.SQL+` THEN 1 ELSE 0 END AS shown, `+paymentColumns+`,
			c.number AS case_number, p.given_name, p.family_name, p.protection <> 'none' AS hidden, r.week_from,
			coalesce(u.kind, k.kind, '') AS account_kind, coalesce(u.clearing, k.clearing, '') AS clearing, coalesce(u.number, k.number, '') AS account_number,
			k.id AS newest,
			CASE WHEN `+carried+` THEN 1 ELSE 0 END AS carried,
			p.sort_name`+from+newestAccount+`
			LEFT JOIN pay_account u ON u.municipality = y.municipality AND u.id = y.account_id`+where+`) z
		ORDER BY z.shown DESC, CASE WHEN z.shown = 1 THEN z.sort_name ELSE '' END, z.id `+limit, append(args, may.Args...)...)
	return rows, total, err
}

// carried holds of the payments y that a run repeats.
const carried = `EXISTS (SELECT 1 FROM payment n WHERE n.municipality = y.municipality AND n.replaces = y.id AND n.state <> 'withdrawn')`

// PaymentRow is one payment as it is shown. NotFound where there is none.
func (t *Tx) PaymentRow(ctx context.Context, a access.Actor, m access.Moment, id ident.ID) (PaymentRow, error) {
	rows, _, err := t.ListPayments(ctx, a, m, PaymentQuery{ID: id, Limit: 1})
	if err == nil && len(rows) == 0 {
		err = fault.New(fault.NotFound, "fault.not_found")
	}
	if err != nil {
		return PaymentRow{}, err
	}
	return rows[0], nil
}

func readPaymentRow(row scanner, v *PaymentRow) error {
	var shown, carried int
	var given, family, sortName, kind, clearing, number string
	var monday period.Day
	var newest ident.ID
	p := &v.Payment
	err := row.Scan(&shown, &p.ID, &p.Run, &p.Case, &p.Amount, &p.State, intoIDOrZero(&p.Replaces), intoIDOrZero(&p.Account),
		intoIDOrZero(&p.File), &p.Reason, intoTime(&p.ChangedAt), &v.Payee.Number, &given, &family, &v.Protected, &monday,
		&kind, &clearing, &number, intoIDOrZero(&newest), &carried, &sortName)
	v.Week, v.Name, v.Payee.Case, v.Carried = monday.Week(), given+" "+family, p.Case, carried == 1
	v.HasAccount = !newest.IsZero()
	v.Changed = !p.Account.IsZero() && newest != p.Account
	v.Masked = accountFrom(kind, clearing, number).Masked()
	if shown == 0 {
		v.Payee, v.Masked, p.Case = Payee{Protected: v.Protected}, "", ""
	}
	return err
}

// StoppedPayments are how many of a case's payments wait for an account: they failed
// for the account's sake and no other has been entered since, or are owed and there is
// none. amount is their sum.
func (t *Tx) StoppedPayments(ctx context.Context, of ident.ID) (payments int, amount money.Kronor, err error) {
	_, err = one(ctx, t, func(row scanner, _ *struct{}) error { return row.Scan(&payments, &amount) },
		`SELECT count(*), CAST(coalesce(sum(y.amount), 0) AS bigint) FROM payment y
			JOIN programme_case c ON c.municipality = y.municipality AND c.id = y.case_id
			WHERE y.municipality = $1 AND y.case_id = $2 AND `+stopped, t.Municipality, string(of))
	return payments, amount, err
}

// stopped holds of the payments y of case c that wait for an account.
var stopped = `((y.state = 'due' AND NOT EXISTS (SELECT 1 FROM pay_account k WHERE k.municipality = c.municipality AND k.person_id = c.person_id))
	OR (y.state = 'failed' AND y.reason IN (` + quotedReasons() + `) AND NOT EXISTS (SELECT 1 FROM pay_account k
		JOIN pay_account u ON u.municipality = k.municipality AND u.id = y.account_id
		WHERE k.municipality = c.municipality AND k.person_id = c.person_id AND k.entered_at > u.entered_at)))`

// quotedReasons are the bank's codes that are about the account, as constants of SQL.
func quotedReasons() string {
	text := ""
	for i, code := range payment.AccountReasons() {
		if i > 0 {
			text += ", "
		}
		text += "'" + code + "'"
	}
	return text
}
