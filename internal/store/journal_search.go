package store

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
)

// JournalQuery says which entries are looked for. What is empty does not narrow.
type JournalQuery struct {
	Case     ident.ID
	Accounts []ident.ID // any of them
	Kind     journal.Kind
	From, To time.Time // from the one until the other, not included
	Before   int64     // only entries with a lower number; 0 from the end
	Limit    int
}

// JournalLine is an entry with the number of its case, "" where it concerns none.
type JournalLine struct {
	journal.Entry
	CaseNumber string
}

// SearchJournal is the newest entries of the query, newest first.
func (t *Tx) SearchJournal(ctx context.Context, q JournalQuery) ([]JournalLine, error) {
	args := []any{t.Municipality}
	var where strings.Builder
	is := func(condition string, value any) {
		args = append(args, value)
		where.WriteString(" AND " + condition + " $" + strconv.Itoa(len(args)))
	}
	if !q.Case.IsZero() {
		is("j.case_id =", string(q.Case))
	}
	if len(q.Accounts) > 0 {
		places, more := placeholders(args, q.Accounts)
		args = more
		where.WriteString(" AND j.account_id IN (" + places + ")")
	}
	if q.Kind != "" {
		is("j.kind =", string(q.Kind))
	}
	if !q.From.IsZero() {
		is("j.at >=", at(q.From))
	}
	if !q.To.IsZero() {
		is("j.at <", at(q.To))
	}
	if q.Before > 0 {
		is("j.seq <", q.Before)
	}
	entries, err := many(ctx, t, readEntry, `SELECT `+journalColumns+` FROM journal j
		WHERE j.municipality = $1`+where.String()+` ORDER BY j.seq DESC LIMIT `+strconv.Itoa(q.Limit), args...)
	if err != nil {
		return nil, err
	}
	numbers, err := t.caseNumbers(ctx, entries)
	if err != nil {
		return nil, err
	}
	lines := make([]JournalLine, len(entries))
	for i, e := range entries {
		lines[i] = JournalLine{e, numbers[e.Case]}
	}
	return lines, nil
}

// caseNumbers is the numbers of the cases that the entries speak of, by identity. A
// case that is no longer there, or never was, has none.
func (t *Tx) caseNumbers(ctx context.Context, entries []journal.Entry) (map[string]string, error) {
	numbers := map[string]string{}
	var ids []string
	for _, e := range entries {
		if _, seen := numbers[e.Case]; e.Case != "" && !seen {
			numbers[e.Case] = ""
			ids = append(ids, e.Case)
		}
	}
	if len(ids) == 0 {
		return numbers, nil
	}
	places, args := placeholders([]any{t.Municipality}, ids)
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var id, number string
		err := row.Scan(&id, &number)
		numbers[id] = number
		return err
	}, `SELECT id, number FROM programme_case WHERE municipality = $1 AND id IN (`+places+`)`, args...)
	return numbers, err
}

// CaseByNumber is the identity of the case with the number. NotFound where there is none.
func (t *Tx) CaseByNumber(ctx context.Context, number string) (ident.ID, error) {
	return one(ctx, t, readID, `SELECT id FROM programme_case WHERE municipality = $1 AND number = $2`, t.Municipality, number)
}

// VerifyJournal checks the municipality's own chain, as VerifyJournals does for all.
func (db *DB) VerifyJournal(ctx context.Context, municipality string) (checked int64, err error) {
	err = db.Read(ctx, municipality, func(t *Tx) error {
		checked, err = t.verifyJournal(ctx)
		return err
	})
	return checked, err
}
