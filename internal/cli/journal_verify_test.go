package cli

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// journalled makes a database with two municipalities, of five entries and of two.
func journalled(t *testing.T, address string) {
	t.Helper()
	if code, _, err := run(t, "migrate", "--db", address); code != Fine {
		t.Fatal(err)
	}
	ctx := context.Background()
	db, err := store.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for code, entries := range map[string]int{"9998": 5, "9999": 2} {
		if err := db.AddMunicipality(ctx, store.Municipality{Code: code, Name: "Exempelstad"}); err != nil {
			t.Fatal(err)
		}
		err := db.Write(ctx, code, func(tx *store.Tx) error {
			for range entries {
				e := journal.Entry{At: time.Date(2026, 8, 3, 7, 0, 0, 0, time.UTC), Kind: journal.Act, Act: "refer", Detail: "{}"}
				if err := tx.Journal(ctx, e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// meddle changes one sign of one entry behind the program's back.
func meddle(t *testing.T, driver, address string) {
	t.Helper()
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`UPDATE journal SET act = 'refes' WHERE municipality = '9999' AND seq = 2`); err != nil {
		t.Fatal(err)
	}
}

func TestJournalVerify(t *testing.T) {
	dir := t.TempDir()
	for engine, at := range map[string]struct {
		driver, address string
		flags           []string
	}{
		"sqlite":   {"sqlite", filepath.Join(dir, "fotfaste.db"), []string{"--dir", dir}},
		"postgres": {"pgx", storetest.Postgres(t), nil},
	} {
		t.Run(engine, func(t *testing.T) {
			journalled(t, at.address)
			flags := [][]string{{"--db", at.address}}
			if at.flags != nil {
				flags = append(flags, at.flags)
			}
			verify := func(more ...string) (int, string, string) {
				return run(t, append([]string{"journal", "verify"}, more...)...)
			}
			for _, where := range flags {
				if code, out, err := verify(where...); code != Fine || out != "7 entries checked\n" || err != "" {
					t.Errorf("a whole journal: exit code %d, out %q, err %q", code, out, err)
				}
			}
			code, out, _ := verify(append(flags[0], "--json")...)
			if code != Fine || out != `{"entries":7,"whole":true}`+"\n" {
				t.Errorf("as JSON: exit code %d, out %q", code, out)
			}

			meddle(t, at.driver, at.address)
			for _, where := range flags {
				code, out, err := verify(where...)
				if code != Wrong || out != "6 entries checked\n" || !strings.Contains(err, "journal of 9999: entry 2 is changed") {
					t.Errorf("a changed entry: exit code %d, out %q, err %q", code, out, err)
				}
			}
			code, out, _ = verify(append(flags[0], "--json")...)
			var said verified
			if err := json.Unmarshal([]byte(out), &said); err != nil || code != Wrong {
				t.Fatalf("as JSON: exit code %d, %v", code, err)
			}
			if said.Whole || said.Entries != 6 || *said.Broken != (brokenEntry{"9999", 2, journal.Changed}) {
				t.Errorf("as JSON: %s", out)
			}
		})
	}
}

// A clock that was set back breaks nothing, and the entry is named.
func TestJournalVerifyTellsOfAClockThatWasBehind(t *testing.T) {
	for engine, address := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "fotfaste.db"), "postgres": storetest.Postgres(t)} {
		t.Run(engine, func(t *testing.T) {
			journalled(t, address)
			ctx := context.Background()
			db, err := store.Open(ctx, address)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			for _, at := range []int{6, 7} {
				err := db.Write(ctx, "9999", func(tx *store.Tx) error {
					return tx.Journal(ctx, journal.Entry{At: time.Date(2026, 8, 3, at, 55, 0, 0, time.UTC), Kind: journal.Act, Act: "refer", Detail: "{}"})
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			code, out, said := run(t, "journal", "verify", "--db", address)
			want := "9 entries checked\nin 9999, entry 3 was made at 2026-08-03T06:55:00Z, before the entry that it follows: a clock was behind\n"
			if code != Fine || out != want || said != "" {
				t.Errorf("exit code %d, out %q, err %q", code, out, said)
			}
			code, out, _ = run(t, "journal", "verify", "--db", address, "--json")
			want = `{"entries":9,"whole":true,"clock_back":[{"municipality":"9999","entry":3,"at":"2026-08-03T06:55:00Z"}]}` + "\n"
			if code != Fine || out != want {
				t.Errorf("as JSON: exit code %d, out %q", code, out)
			}
		})
	}
}

// A database that is not there is not made, and its journal not called whole.
func TestJournalVerifyRefusesWhereThereIsNoDatabase(t *testing.T) {
	t.Setenv("FOTFASTE_DB", "")
	dir := t.TempDir()
	missing := filepath.Join(dir, "fotfaste.db")
	for _, args := range [][]string{
		{}, {"--db", missing}, {"--dir", dir}, {"--db", dir}, {"--db", "mysql://example/fotfaste"},
	} {
		code, out, err := run(t, append([]string{"journal", "verify"}, args...)...)
		if code != Refused || out != "" || err == "" {
			t.Errorf("%q: exit code %d, out %q, err %q", args, code, out, err)
		}
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("a database was made")
	}
}

func TestJournalVerifyOnWhatIsNoJournal(t *testing.T) {
	dir := t.TempDir()
	empty, letter := filepath.Join(dir, "empty.db"), filepath.Join(dir, "letter.txt")
	for file, text := range map[string]string{empty: "", letter: strings.Repeat("Hello, this is no database. ", 200)} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, out, err := run(t, "journal", "verify", "--db", file); code != Wrong || out != "" || err == "" {
			t.Errorf("%s: exit code %d, out %q, err %q", file, code, out, err)
		}
	}
}
