package store

import (
	"context"

	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Post keeps a ledger entry and gives it the next number of its year. What does not
// balance is refused before anything is stored; the database refuses any change
// afterwards.
func (t *Tx) Post(ctx context.Context, e ledger.Entry) (ledger.Entry, error) {
	if err := e.Check(); err != nil {
		return e, err
	}
	e.Year, _, _ = e.Day.Date()
	// The municipality is held by this transaction, so that no other takes the number.
	latest, err := t.count(ctx, `SELECT coalesce(max(number), 0) FROM ledger_entry WHERE municipality = $1 AND year = $2`, t.Municipality, e.Year)
	if err != nil {
		return e, err
	}
	e.Number = latest + 1
	err = t.run(ctx, `INSERT INTO ledger_entry (municipality, id, year, number, day, kind, about_id, at, by_id)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(e.ID), e.Year, e.Number, e.Day, string(e.Kind), string(e.About), at(e.At), string(e.By))
	if err != nil {
		return e, err
	}
	for i, p := range e.Postings {
		err := t.run(ctx, `INSERT INTO ledger_posting (municipality, entry_id, line, account, amount, case_id, week_from)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			t.Municipality, string(e.ID), i+1, string(p.Account), int64(p.Amount), string(p.Case), mondayOrNull(p.Week))
		if err != nil {
			return e, err
		}
	}
	return e, nil
}

func mondayOrNull(week *period.Week) any {
	if week == nil {
		return nil
	}
	return week.Monday()
}

// Balance is what stands on an account of the ledger, in öre, debit positive.
type Balance struct {
	Account ledger.Account
	Amount  money.Ore
}

// Balances are the accounts that have postings. Together they are nothing.
func (t *Tx) Balances(ctx context.Context) ([]Balance, error) {
	return many(ctx, t, func(row scanner, b *Balance) error { return row.Scan(&b.Account, &b.Amount) },
		`SELECT account, CAST(sum(amount) AS bigint) FROM ledger_posting WHERE municipality = $1 GROUP BY account ORDER BY account`, t.Municipality)
}

// WeekBalance is what stands on an account for a week of a case.
type WeekBalance struct {
	Case   ident.ID
	Week   period.Week
	Amount money.Ore
}

// WeekBalances are what stands on the account for each week of each case, those at
// nothing left out. A case of zero asks for all of them.
func (t *Tx) WeekBalances(ctx context.Context, account ledger.Account, of ident.ID) ([]WeekBalance, error) {
	args, only := []any{t.Municipality, string(account)}, ""
	if !of.IsZero() {
		args, only = append(args, string(of)), ` AND case_id = $3`
	}
	return many(ctx, t, func(row scanner, b *WeekBalance) error {
		var monday period.Day
		err := row.Scan(&b.Case, &monday, &b.Amount)
		b.Week = monday.Week()
		return err
	}, `SELECT case_id, week_from, CAST(sum(amount) AS bigint) FROM ledger_posting
		WHERE municipality = $1 AND account = $2 AND week_from IS NOT NULL`+only+`
		GROUP BY case_id, week_from HAVING sum(amount) <> 0 ORDER BY case_id, week_from`, args...)
}

// InHand is what a participant has of a week beyond what it is worth, as the ledger has
// it: found and undecided, or written off by a decision.
type InHand struct{ Overpaid, WrittenOff money.Kronor }

// InHand is what stands for each week of each case. Every run asks for it.
func (t *Tx) InHand(ctx context.Context) (map[CaseWeek]InHand, error) {
	all := map[CaseWeek]InHand{}
	// The accounts are written out for the index that has these alone.
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of CaseWeek
		var monday period.Day
		var account ledger.Account
		var amount money.Ore
		if err := row.Scan(&of.Case, &monday, &account, &amount); err != nil {
			return err
		}
		of.Week = monday.Week()
		kronor, err := amount.Kronor()
		has := all[of]
		if account == ledger.Overpaid {
			has.Overpaid = kronor
		} else {
			has.WrittenOff = kronor
		}
		all[of] = has
		return err
	}, `SELECT case_id, week_from, account, CAST(sum(amount) AS bigint) FROM ledger_posting
		WHERE municipality = $1 AND account IN ('overpaid', 'written_off') AND week_from IS NOT NULL
		GROUP BY case_id, week_from, account HAVING sum(amount) <> 0`, t.Municipality)
	return all, err
}

// Entries are the ledger's entries with a day in the span, with their postings, by
// number.
func (t *Tx) Entries(ctx context.Context, days period.Span) ([]ledger.Entry, error) {
	return t.entries(ctx, `e.day BETWEEN $2 AND $3`, days.From, days.To)
}

// EntriesAbout are the entries about a run, a file, an answer or a recovery.
func (t *Tx) EntriesAbout(ctx context.Context, about ident.ID) ([]ledger.Entry, error) {
	return t.entries(ctx, `e.about_id = $2`, string(about))
}

func (t *Tx) entries(ctx context.Context, which string, args ...any) ([]ledger.Entry, error) {
	args = append([]any{t.Municipality}, args...)
	entries, err := many(ctx, t, func(row scanner, e *ledger.Entry) error {
		return row.Scan(&e.ID, &e.Year, &e.Number, &e.Day, &e.Kind, &e.About, intoTime(&e.At), &e.By)
	}, `SELECT e.id, e.year, e.number, e.day, e.kind, e.about_id, e.at, e.by_id FROM ledger_entry e
		WHERE e.municipality = $1 AND `+which+` ORDER BY e.year, e.number`, args...)
	if err != nil {
		return nil, err
	}
	byID := make(map[ident.ID]*ledger.Entry, len(entries))
	for i := range entries {
		byID[entries[i].ID] = &entries[i]
	}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var p ledger.Posting
		var monday *period.Day
		if err := row.Scan(&of, &p.Account, &p.Amount, &p.Case, intoDayOrNil(&monday)); err != nil {
			return err
		}
		if monday != nil {
			week := monday.Week()
			p.Week = &week
		}
		byID[of].Postings = append(byID[of].Postings, p)
		return nil
	}, `SELECT p.entry_id, p.account, p.amount, p.case_id, p.week_from FROM ledger_posting p
		JOIN ledger_entry e ON e.municipality = p.municipality AND e.id = p.entry_id
		WHERE p.municipality = $1 AND `+which+` ORDER BY p.entry_id, p.line`, args...)
	return entries, err
}

// Unsound is a fault in the ledger: an entry that does not balance, or a number that
// is missing.
type Unsound struct {
	Entry        ident.ID // zero of a missing number
	Year, Number int
	Sum          money.Ore
}

// VerifyLedger reads the whole ledger and tells each entry that does not balance or
// has no postings, and each gap in the numbers.
func (t *Tx) VerifyLedger(ctx context.Context) (entries int, unsound []Unsound, err error) {
	year, number := 0, 0
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var u Unsound
		var lines int
		if err := row.Scan(&u.Entry, &u.Year, &u.Number, &u.Sum, &lines); err != nil {
			return err
		}
		if u.Year != year {
			year, number = u.Year, 0
		}
		for number++; number < u.Number; number++ {
			unsound = append(unsound, Unsound{Year: year, Number: number})
		}
		if entries++; u.Sum != 0 || lines == 0 {
			unsound = append(unsound, u)
		}
		return nil
	}, `SELECT e.id, e.year, e.number, CAST(coalesce(sum(p.amount), 0) AS bigint), count(p.line) FROM ledger_entry e
		LEFT JOIN ledger_posting p ON p.municipality = e.municipality AND p.entry_id = e.id
		WHERE e.municipality = $1 GROUP BY e.id, e.year, e.number ORDER BY e.year, e.number`, t.Municipality)
	return entries, unsound, err
}
