package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// fiveEntries is a journal in which every field of every entry says something.
func fiveEntries(t *testing.T, db *store.DB) {
	t.Helper()
	ctx := context.Background()
	for n := 1; n <= 5; n++ {
		err := db.Write(ctx, "9999", func(tx *store.Tx) error {
			return tx.Journal(ctx, journal.Entry{
				At: worldNow.Add(time.Duration(n) * time.Second), Kind: journal.Read, Act: "see_plan", Ground: "team",
				Account: fmt.Sprintf("account-%d", n), AccountName: fmt.Sprintf("Åsa nummer %d", n), Role: "case_manager",
				Organisation: "Arbetsmarknadsenheten", Case: fmt.Sprintf("case-%d", n), Person: fmt.Sprintf("person-%d", n), Detail: `{"n":1}`,
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n, err := db.VerifyJournals(ctx); n != 5 || err != nil {
		t.Fatalf("a whole journal: %d entries, %v", n, err)
	}
}

func meddle(t *testing.T, db *store.DB, query string, args ...any) {
	t.Helper()
	ctx := context.Background()
	err := db.Write(ctx, "9999", func(tx *store.Tx) error {
		n, err := tx.Exec(ctx, query, args...)
		if err == nil && n != 1 {
			return fmt.Errorf("%d rows were changed", n)
		}
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func wantBroken(t *testing.T, db *store.DB, what string, seq int64) {
	t.Helper()
	_, err := db.VerifyJournals(context.Background())
	var broken *journal.Broken
	if !errors.As(err, &broken) || broken.Municipality != "9999" || broken.Seq != seq {
		t.Errorf("%s: the answer is %v, want entry %d of 9999", what, err, seq)
	}
}

// Every column of an entry, changed by one sign, breaks the chain at that entry.
func TestAChangedColumnIsFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		fiveEntries(t, db)
		for _, column := range []string{"municipality", "kind", "act", "ground", "account_id", "account_name", "role",
			"organisation", "case_id", "person_id", "detail", "previous", "hash"} {
			where := ` WHERE seq = 3 AND municipality IN ('9999', '999#')`
			kept := one(t, db, `SELECT `+column+` FROM journal`+where)
			first := `UPDATE journal SET ` + column + ` = '#' || substr(` + column + `, 2)`
			last := `UPDATE journal SET ` + column + ` = substr(` + column + `, 1, length(` + column + `) - 1) || '#'`
			for _, change := range []string{first, last} {
				if column == "municipality" {
					change = last
				}
				meddle(t, db, change+where)
				wantBroken(t, db, change, 3)
				meddle(t, db, `UPDATE journal SET `+column+` = $1`+where, kept)
			}
		}
		meddle(t, db, `UPDATE journal SET seq = 7 WHERE seq = 3`)
		wantBroken(t, db, "seq", 3)
		meddle(t, db, `UPDATE journal SET seq = 3 WHERE seq = 7`)
		meddle(t, db, `UPDATE journal SET at = $1 WHERE seq = 3`, store.Instant(worldNow.Add(3*time.Second+time.Microsecond)))
		wantBroken(t, db, "at", 3)
		meddle(t, db, `UPDATE journal SET at = $1 WHERE seq = 3`, store.Instant(worldNow.Add(3*time.Second)))
		if n, err := db.VerifyJournals(context.Background()); n != 5 || err != nil {
			t.Errorf("everything was put back: %d entries, %v", n, err)
		}
	})
}

// In SQLite an instant is text: each of its bytes counts, the point before the
// microseconds too, which a lenient reader takes for a comma.
func TestAChangedByteOfAnInstantIsFound(t *testing.T) {
	db := storetest.OnSQLite(t)
	fiveEntries(t, db)
	kept := one(t, db, `SELECT at FROM journal WHERE seq = 3`)
	for i := range kept {
		for _, sign := range []byte("0,+z") {
			if kept[i] == sign {
				continue
			}
			changed := kept[:i] + string(sign) + kept[i+1:]
			meddle(t, db, `UPDATE journal SET at = $1 WHERE seq = 3`, changed)
			wantBroken(t, db, changed, 3)
		}
	}
}

func TestAMissingEntryIsFound(t *testing.T) {
	for _, c := range []struct {
		name, change string
		first        int64
	}{
		{"one in the middle", `DELETE FROM journal WHERE seq = 3`, 3},
		{"the first", `DELETE FROM journal WHERE seq = 1`, 1},
		{"the newest", `DELETE FROM journal WHERE seq = 5`, 5},
		{"the municipality no longer knows its newest", `DELETE FROM journal_head WHERE municipality = '9999'`, 6},
		{"the head set back hides the newest", `UPDATE journal_head SET seq = 4, hash = (SELECT hash FROM journal WHERE seq = 4)`, 5},
		{"two entries exchanged", `UPDATE journal SET seq = CASE seq WHEN 3 THEN 104 ELSE seq END WHERE seq = 3`, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, db *store.DB) {
				fiveEntries(t, db)
				meddle(t, db, c.change)
				wantBroken(t, db, c.change, c.first)
			})
		})
	}
}

// An entry that is moved to a municipality of its own leaves a gap behind it; the
// gap is what is named.
func TestAStrayEntryIsFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		fiveEntries(t, db)
		meddle(t, db, `INSERT INTO journal SELECT '0001', seq, at, kind, act, ground, account_id, account_name, role,
			organisation, case_id, person_id, detail, previous, hash FROM journal WHERE seq = 5`)
		_, err := db.VerifyJournals(context.Background())
		var broken *journal.Broken
		if !errors.As(err, &broken) || broken.Municipality != "0001" {
			t.Errorf("a journal of a municipality that is not there: %v", err)
		}
	})
}

// Any byte of an entry, turned in the file behind the engine's back, is found: in
// the row itself and in the indexes that lead to it.
func TestATurnedByteInTheFileIsFound(t *testing.T) {
	file := filepath.Join(t.TempDir(), "fotfaste.db")
	ctx := context.Background()
	open := func() *store.DB {
		db, err := store.Open(ctx, file)
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	db := open()
	if err := errors.Join(db.Migrate(ctx), db.AddMunicipality(ctx, storetest.Municipality)); err != nil {
		t.Fatal(err)
	}
	fiveEntries(t, db)
	hash := one(t, db, `SELECT hash FROM journal WHERE seq = 3`)
	if err := db.Close(); err != nil { // what was written is now in the file itself
		t.Fatal(err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	row := bytes.Index(whole, []byte("account-3"))
	from, to := row-len("readsee_planteam")-len("2026-08-03T10:00:03.000000Z")-len("9999")-1, bytes.Index(whole[row:], []byte(hash))+row+len(hash)
	var turned []int
	for at := from; at < to; at += 5 {
		turned = append(turned, at)
	}
	for _, index := range all(whole, "case-3") { // the row's own, and the index's
		turned = append(turned, index+5)
	}
	if len(turned) < 40 || !strings.HasPrefix(string(whole[from:]), "9999") {
		t.Fatalf("the entry was not found in the file: %d bytes from %q", len(turned), whole[from:from+10])
	}
	for _, at := range turned {
		changed := bytes.Clone(whole)
		changed[at] ^= 0x10
		if err := os.WriteFile(file, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		db := open()
		wantBroken(t, db, fmt.Sprintf("byte %d (%q)", at-from, whole[at-3:at+4]), 3)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func all(in []byte, text string) (at []int) {
	for from := 0; ; {
		i := bytes.Index(in[from:], []byte(text))
		if i < 0 {
			return at
		}
		at = append(at, from+i)
		from += i + 1
	}
}

func one(t *testing.T, db *store.DB, query string) string {
	t.Helper()
	ctx := context.Background()
	var texts []string
	err := db.Read(ctx, "9999", func(tx *store.Tx) (err error) {
		texts, err = tx.Texts(ctx, query)
		return err
	})
	if err != nil || len(texts) != 1 {
		t.Fatalf("%s: %q, %v", query, texts, err)
	}
	return texts[0]
}
