package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/journal"
)

// journalHead is the newest entry of a municipality's journal.
type journalHead struct {
	seq  int64
	hash string
	at   *time.Time // nil until it is asked for
}

// lockJournal takes the municipality for this transaction and reads where its
// journal ends. Every write transaction begins here, so no two of them overlap.
func (t *Tx) lockJournal(ctx context.Context) error {
	err := t.tx.QueryRowContext(ctx, t.sql(`
		UPDATE journal_head SET seq = seq WHERE municipality = $1 RETURNING seq, hash`),
		t.Municipality).Scan(&t.head.seq, &t.head.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("there is no municipality %q: %w", t.Municipality, err)
	}
	if err != nil {
		return fmt.Errorf("lock the municipality: %w", err)
	}
	return nil
}

// Journal writes entries at the end of the chain.
func (t *Tx) Journal(ctx context.Context, entries ...journal.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	newest, err := t.NewestInstant(ctx)
	if err != nil {
		return err
	}
	for _, e := range entries {
		e.Municipality = t.Municipality
		e = journal.Seal(e, t.head.seq+1, t.head.hash)
		if e.At.Before(newest) {
			if err := t.lookFurtherBack(ctx, e.At); err != nil {
				return err
			}
		}
		err := t.run(ctx, `
			INSERT INTO journal (municipality, seq, at, kind, act, ground, account_id, account_name, role,
				organisation, case_id, person_id, detail, previous, hash)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
			e.Municipality, e.Seq, at(e.At), string(e.Kind), e.Act, e.Ground, e.Account, e.AccountName, e.Role,
			e.Organisation, e.Case, e.Person, e.Detail, e.Previous, e.Hash)
		if err != nil {
			return fmt.Errorf("journal: %w", err)
		}
		newest = e.At
		t.head = journalHead{seq: e.Seq, hash: e.Hash, at: &e.At}
	}
	return t.run(ctx, `UPDATE journal_head SET seq = $2, hash = $3 WHERE municipality = $1`,
		t.Municipality, t.head.seq, t.head.hash)
}

// NewestInstant is when the municipality's newest journal entry was made, and the zero
// time where there is none.
func (t *Tx) NewestInstant(ctx context.Context) (time.Time, error) {
	if t.head.at == nil {
		found, err := many(ctx, t, func(row scanner, at *time.Time) error { return row.Scan(intoTime(at)) },
			`SELECT at FROM journal WHERE municipality = $1 AND seq = $2`, t.Municipality, t.head.seq)
		if err != nil {
			return time.Time{}, err
		}
		t.head.at = new(time.Time)
		if len(found) > 0 {
			t.head.at = &found[0]
		}
	}
	return *t.head.at, nil
}

const journalColumns = `municipality, seq, at, kind, act, ground, account_id, account_name, role,
	organisation, case_id, person_id, detail, previous, hash`

func readEntry(row scanner, e *journal.Entry) error {
	return row.Scan(&e.Municipality, &e.Seq, intoTime(&e.At), &e.Kind, &e.Act, &e.Ground, &e.Account, &e.AccountName,
		&e.Role, &e.Organisation, &e.Case, &e.Person, &e.Detail, &e.Previous, &e.Hash)
}

// VerifyJournals checks the chain of every municipality from its first entry to
// its newest, and returns how many entries were whole. The error is a
// *journal.Broken that names the first broken one, or tells why the database
// cannot be read at all.
func (db *DB) VerifyJournals(ctx context.Context) (checked int64, err error) {
	codes, err := db.journalled(ctx)
	if err != nil {
		return 0, err
	}
	for _, code := range codes {
		err := db.Read(ctx, code, func(t *Tx) error {
			n, err := t.verifyJournal(ctx)
			checked += n
			return err
		})
		if err != nil {
			return checked, err
		}
	}
	if db.engine == SQLite {
		return checked, db.Read(ctx, "", func(t *Tx) error { return t.verifyFile(ctx) })
	}
	return checked, nil
}

// journalled is every municipality that has a journal or should have one: those
// that there are, then those that only stray entries speak of.
func (db *DB) journalled(ctx context.Context) ([]string, error) {
	var codes []string
	err := db.Read(ctx, "", func(t *Tx) (err error) {
		codes, err = many(ctx, t, func(row scanner, code *string) error { return row.Scan(code) },
			`SELECT municipality FROM (
				SELECT municipality, 0 AS stray FROM municipality
				UNION SELECT municipality, 0 FROM journal_head
				UNION SELECT municipality, 1 FROM journal) x
			GROUP BY municipality ORDER BY min(stray), municipality`)
		return err
	})
	return codes, err
}

func (t *Tx) verifyJournal(ctx context.Context) (int64, error) {
	chain := journal.NewChain(t.Municipality)
	rows, err := t.tx.QueryContext(ctx, t.sql(`SELECT `+journalColumns+` FROM journal WHERE municipality = $1 ORDER BY seq`), t.Municipality)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var e journal.Entry
		if readEntry(rows, &e) != nil {
			return chain.Checked(), chain.Unreadable()
		}
		if err := chain.Next(e); err != nil {
			return chain.Checked(), err
		}
	}
	if rows.Err() != nil {
		return chain.Checked(), chain.Unreadable()
	}
	head, err := one(ctx, t, func(row scanner, h *journalHead) error { return row.Scan(&h.seq, &h.hash) },
		`SELECT seq, hash FROM journal_head WHERE municipality = $1`, t.Municipality)
	if fault.CodeOf(err) == fault.NotFound {
		return chain.Checked(), chain.CutShort() // the end of the journal has been taken away
	}
	if err != nil {
		return chain.Checked(), err
	}
	return chain.Checked(), chain.End(head.seq, head.hash)
}

// ClocksBack are the first entries, at most limit, that were made at a lower instant than
// the entry before them, by municipality and number: a clock was set back, or another
// machine's was behind. They break nothing; the number is what says the order.
func (db *DB) ClocksBack(ctx context.Context, limit int) ([]journal.Entry, error) {
	var found []journal.Entry
	err := db.Read(ctx, "", func(t *Tx) (err error) {
		found, err = many(ctx, t, func(row scanner, e *journal.Entry) error {
			return row.Scan(&e.Municipality, &e.Seq, intoTime(&e.At))
		}, `SELECT x.municipality, x.seq, x.at FROM (SELECT municipality, seq, at,
				lag(at) OVER (PARTITION BY municipality ORDER BY seq) AS before FROM journal) x
			WHERE x.at < x.before ORDER BY x.municipality, x.seq LIMIT $1`, limit)
		return err
	})
	return found, err
}

// CaseJournal is what the journal says of one case, newest first: who did, read or
// was refused what.
func (t *Tx) CaseJournal(ctx context.Context, caseID string, limit int) ([]journal.Entry, error) {
	return many(ctx, t, readEntry, `SELECT `+journalColumns+` FROM journal
		WHERE municipality = $1 AND case_id = $2 ORDER BY seq DESC LIMIT $3`, t.Municipality, caseID, limit)
}

// NewestEntries is the end of the journal, newest first, before the entry with the
// number before (0 for the end).
func (t *Tx) NewestEntries(ctx context.Context, before int64, limit int) ([]journal.Entry, error) {
	return many(ctx, t, readEntry, `SELECT `+journalColumns+` FROM journal
		WHERE municipality = $1 AND (CAST($2 AS bigint) = 0 OR seq < CAST($2 AS bigint)) ORDER BY seq DESC LIMIT $3`, t.Municipality, before, limit)
}
