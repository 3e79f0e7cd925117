package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/payment"
)

// The commands speak Swedish, and English where that is asked for: what they did and
// what they refuse.
func TestPayAndLedgerSpeakBothLanguages(t *testing.T) {
	eachAddress(t, func(t *testing.T, address string) {
		town := townAt(t, address)
		id, _, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		file := town.Sent(run)
		bank := filepath.Join(t.TempDir(), "answer.xml")
		if err := os.WriteFile(bank, banktest.Refuse(file.Content, "AM04", ""), 0o600); err != nil {
			t.Fatal(err)
		}
		officer, out := string(town.PaymentOfficer.Account), filepath.Join(t.TempDir(), "vouchers")
		about := func(command string, more ...string) []string {
			return append([]string{"pay", command, "--run", string(run)}, more...)
		}
		for _, c := range []struct {
			args   []string
			code   int
			sv, en string
		}{
			{[]string{"pay", "propose", "--week", "32"}, Refused, "är inte en vecka", "is not a week"},
			{[]string{"pay", "propose", "--week", week.AddWeeks(9).String()}, Refused, "", ""},
			{[]string{"pay", "withdraw", "--run", "x"}, Refused, "är inte en identitet", "is not an identity"},
			{[]string{"pay", "propose", "--week", week.String(), "--municipality", "1234"}, Refused, "finns inte i databasen", "no municipality 1234"},
			{about("withdraw"), Wrong, "inte längre ett förslag", "not a proposal any longer"},
			{about("reconcile", out), Refused, "kan inte läsas", "cannot be read"},
			{about("reconcile", bank), Refused, "1 betalning, 2 812 kr", "1 payment, 2 812 kr"},
			{[]string{"ledger", "export", "--from", "x", "--to", "2026-08-31", "--out", out}, Refused, "är inte en dag", "is not a day"},
			{[]string{"ledger", "verify"}, Fine, "Kontrollerade verifikationer: 2", "Entries checked: 2"},
			{[]string{"ledger", "export", "--from", "2026-08-01", "--to", "2026-08-31", "--out", out + "-LANGUAGE"}, Fine, "verifikationer: 2", "vouchers: 2"},
			{[]string{"pay", "file", "--run", string(run)}, Wrong, "", ""},
			{about("send", "--outbox", t.TempDir()), Fine, "filen är skickad. Betalningar: 1. Summa: 2 812 kr", "the file is sent. Payments: 1. Sum: 2 812 kr"},
		} {
			var said [2]string
			for i, language := range languages {
				var args []string
				for _, a := range append(c.args, "--db", address, "--as", officer) {
					args = append(args, strings.ReplaceAll(a, "LANGUAGE", language))
				}
				if i > 0 { // Swedish where nothing is asked for
					args = append(args, "--language", language)
				}
				code, words := typed(t, town.Clock, nil, args...)
				if want := []string{c.sv, c.en}[i]; code != c.code || !strings.Contains(words, want) || strings.Contains(words, "⟦") {
					t.Errorf("%q: exit code %d, %s", args, code, words)
				}
				said[i] = words
			}
			if said[0] == said[1] {
				t.Errorf("%q: the same in both languages: %s", c.args, said[0])
			}
		}
		if len(town.InState(run, payment.Sent)) != 1 {
			t.Error("a refusal of the whole file was taken in without --yes")
		}
		if code, words := typed(t, town.Clock, nil, append(about("reconcile", bank, "--yes"), "--db", address, "--as", officer)...); code != Fine || !strings.Contains(words, "Gick inte att betala: 1") {
			t.Errorf("%d, %s", code, words)
		}
		if code, words := typed(t, town.Clock, nil, append(about("reconcile", bank), "--db", address, "--as", officer)...); code != Fine || !strings.Contains(words, "redan inläst") {
			t.Errorf("%d, %s", code, words)
		}
	})
}
