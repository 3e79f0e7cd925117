package cli

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/payment"
	"fotfaste/internal/sie"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// eachAddress runs the test on each engine, with the address of a migrated database.
func eachAddress(t *testing.T, test func(t *testing.T, address string)) {
	eachAddressMany(t, func(t *testing.T, _ store.Engine, address func(*testing.T) string) { test(t, address(t)) })
}

// eachAddressMany runs the test on each engine, with what makes migrated databases.
func eachAddressMany(t *testing.T, test func(t *testing.T, engine store.Engine, address func(*testing.T) string)) {
	t.Run("sqlite", func(t *testing.T) {
		test(t, store.SQLite, func(t *testing.T) string {
			file := filepath.Join(t.TempDir(), databaseFile)
			if err := migrated(file); err != nil {
				t.Fatal(err)
			}
			return file
		})
	})
	t.Run("postgres", func(t *testing.T) {
		test(t, store.Postgres, func(t *testing.T) string { return storetest.PostgresMigrated(t, migrated) })
	})
}

// migrated makes the tables and the municipality.
func migrated(address string) error {
	ctx := context.Background()
	db, err := store.Open(ctx, address)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.Migrate(ctx); err != nil {
		return err
	}
	return db.AddMunicipality(ctx, storetest.Municipality)
}

// townAt is a town in the database at the address.
func townAt(t *testing.T, address string) *officetest.Town {
	t.Helper()
	db, err := store.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return officetest.New(t, db)
}

// typed is a command line at the town's time, its JSON read into answer.
func typed(t *testing.T, now clock.Clock, answer any, args ...string) (code int, said string) {
	t.Helper()
	var out, wrong bytes.Buffer
	code = Main(t.Context(), args, Env{In: strings.NewReader(""), Out: &out, Err: &wrong, Clock: now})
	if code == Fine && answer != nil {
		if err := json.Unmarshal(out.Bytes(), answer); err != nil {
			t.Fatalf("%v: %q", err, out.String())
		}
	}
	return code, out.String() + wrong.String()
}

// The payment run from the command line: proposed, not attested by its preparer,
// attested, sent once however often it is asked for, reconciled once.
func TestPay(t *testing.T) {
	eachAddress(t, func(t *testing.T, address string) {
		town := townAt(t, address)
		id, at, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		outbox := t.TempDir()
		as := func(who string, args ...string) []string {
			return append(args, "--db", address, "--municipality", "9999", "--as", who, "--language", "en", "--json")
		}
		first, second := string(town.PaymentOfficer.Account), "test|"+town.Attester.Name
		refused := func(want int, says string, args ...string) {
			t.Helper()
			if code, said := typed(t, town.Clock, nil, args...); code != want || !strings.Contains(said, says) {
				t.Errorf("%q: exit code %d, %q", args, code, said)
			}
		}

		refused(Refused, "not a week", as(first, "pay", "propose", "--week", "32")...)
		refused(Refused, "has passed", as(first, "pay", "propose", "--week", week.AddWeeks(1).String())...)
		refused(Refused, "no account", as("nobody|x", "pay", "propose", "--week", week.String())...)
		refused(Refused, "role", as(string(town.CaseManager.Account), "pay", "propose", "--week", week.String())...)
		refused(Refused, "no municipality", append(as(first, "pay", "propose", "--week", week.String()), "--municipality", "1234")...)
		var run runSaid
		if code, said := typed(t, town.Clock, &run, as(first, "pay", "propose", "--week", week.String())...); code != Fine || run.Total != 2812 || run.State != "proposed" {
			t.Fatalf("%d, %s", code, said)
		}
		about := func(who, command string, more ...string) []string {
			return as(who, append([]string{"pay", command, "--run", string(run.Run)}, more...)...)
		}
		refused(Refused, "may not attest", about(first, "attest")...)
		refused(Refused, "not an identity", as(second, "pay", "attest", "--run", "x")...)
		refused(Wrong, "not attested", about(first, "file")...)
		if code, said := typed(t, town.Clock, &run, about(second, "attest")...); code != Fine || run.State != "attested" {
			t.Fatalf("%d, %s", code, said)
		}
		refused(Wrong, "not a proposal any longer", about(second, "withdraw")...)

		refused(Refused, "no folder", about(first, "send", "--outbox", filepath.Join(outbox, "none"))...)
		var file, again fileSaid
		for _, answer := range []*fileSaid{&file, &again} {
			if code, said := typed(t, town.Clock, answer, about(first, "send", "--outbox", outbox)...); code != Fine || !answer.Sent || answer.Total != 2812 {
				t.Fatalf("%d, %s", code, said)
			}
		}
		written, err := os.ReadFile(filepath.Join(outbox, file.Message+".xml"))
		if err != nil || again.File != file.File || again.Path != "" {
			t.Fatalf("%+v, %+v, %v", file, again, err)
		}
		if flaws := banktest.Flaws(written); len(flaws) > 0 {
			t.Error(flaws)
		}
		if there, err := os.ReadDir(outbox); err != nil || len(there) != 1 {
			t.Errorf("%v, %v", there, err)
		}

		bank := filepath.Join(t.TempDir(), "answer.xml")
		if err := os.WriteFile(bank, bytes.ReplaceAll(banktest.Answer(written, nil), []byte(file.Message), []byte("ANOTHER")), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(Refused, "no such file has been made", about(first, "reconcile", bank)...)
		refused(Refused, "cannot be read", about(first, "reconcile", outbox+"/none")...)
		if err := os.WriteFile(bank, banktest.Answer(written, nil), 0o600); err != nil {
			t.Fatal(err)
		}
		for n, want := range []answerSaid{{Paid: 1}, {Again: true}} {
			var got answerSaid
			code, said := typed(t, town.Clock, &got, about(first, "reconcile", bank)...)
			want.Run, want.File = run.Run, file.File
			if code != Fine || got != want {
				t.Errorf("time %d: %d, %s", n+1, code, said)
			}
		}
		if paid := town.InState(run.Run, payment.Paid); len(paid) != 1 {
			t.Errorf("%v", paid)
		}
		var check ledgerSaid
		if code, said := typed(t, town.Clock, &check, as("test|"+town.Auditor.Name, "ledger", "verify")...); code != Fine || !check.Whole || check.Entries != 3 {
			t.Errorf("%d, %s", code, said)
		}
		vouchers := filepath.Join(t.TempDir(), "vouchers.se")
		export := as(first, "ledger", "export", "--from", "2026-08-01", "--to", "2026-08-31", "--out", vouchers)
		var exported vouchersSaid
		if code, said := typed(t, town.Clock, &exported, export...); code != Fine || exported.Vouchers != 3 {
			t.Fatalf("%d, %s", code, said)
		}
		refused(Refused, "cannot be made", export...)
		sied, err := os.ReadFile(vouchers)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := sie.Decode(sied); err != nil || back.Vouchers[0].Text != "Compensation attested" {
			t.Errorf("%+v, %v", back, err)
		}
		refused(Refused, "one and the same year", as(first, "ledger", "export", "--from", "2026-08-01", "--to", "2027-08-31", "--out", vouchers+"2")...)

		// A file that is there and is another is never written over.
		town.Days(7)
		next := town.Attested(town.Late(id, week.AddWeeks(1)))
		made := town.Filed(next)
		if err := os.WriteFile(filepath.Join(outbox, made.Message+".xml"), []byte("else"), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(Wrong, "holds something else", as(first, "pay", "send", "--run", string(next), "--outbox", outbox)...)
		if sent := town.InState(next, payment.Sent); len(sent) != 0 {
			t.Error("noted as sent though it was not written")
		}

		// A file whose week has changed is not sent, and is not left where the bank's
		// files are.
		town.Days(7)
		third := town.Attested(town.Late(id, week.AddWeeks(2)))
		changed := town.Filed(third)
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.AddWeeks(2).Monday(), Settled: attendance.AbsentUnapproved}})
		refused(Wrong, "Throw it away and make a new one", as(first, "pay", "send", "--run", string(third), "--outbox", outbox)...)
		if _, err := os.Stat(filepath.Join(outbox, changed.Message+".xml")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the file lies in the folder: %v", err)
		}
		if sent := town.InState(third, payment.Sent); len(sent) != 0 {
			t.Error("noted as sent though it has changed")
		}
	})
}

// A ledger that somebody has meddled with is found out.
func TestLedgerVerifyFindsWhatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), databaseFile)
	if code, said := typed(t, nil, nil, "migrate", "--db", file); code != Fine {
		t.Fatal(said)
	}
	db, err := store.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.AddMunicipality(t.Context(), storetest.Municipality); err != nil {
		t.Fatal(err)
	}
	town := officetest.New(t, db)
	_, _, week := town.Due()
	town.Attested(week)
	spoil(t, file, `UPDATE payment SET amount = amount + 1`)
	args := []string{"ledger", "verify", "--dir", filepath.Dir(file), "--as", "test|" + town.Auditor.Name, "--language", "en"}
	if code, said := typed(t, town.Clock, nil, args...); code != Wrong || !strings.Contains(said, "Owed to participants: −2 812.00 kr in the ledger and −2 813.00 kr by its payments") {
		t.Errorf("%d, %s", code, said)
	}
	spoil(t, file, `DROP TRIGGER ledger_posting_kept_delete`, `DELETE FROM ledger_posting WHERE account = 'owed'`)
	if code, said := typed(t, town.Clock, nil, args...); code != Wrong || !strings.Contains(said, "Entry 2026/1 is out of balance by 2 812.00 kr") {
		t.Errorf("%d, %s", code, said)
	}
	if code, said := typed(t, town.Clock, nil, append(args, "--json")...); code != Wrong || !strings.Contains(said, `"sum": 281200`) {
		t.Errorf("%d, %s", code, said)
	}
}

// spoil changes rows behind the program's back.
func spoil(t *testing.T, file string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}
