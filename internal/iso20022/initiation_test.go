package iso20022_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fortnight is a file of three payments: a Swedish account, one of Swedbank's with
// five digits, and an IBAN.
func fortnight() iso20022.Initiation {
	return iso20022.Initiation{
		MessageID: "FOT-2026W47-0001",
		CreatedAt: time.Date(2026, 11, 20, 9, 30, 15, 999, time.FixedZone("", 3600)),
		Initiator: iso20022.Party{Name: "Lillköpings kommun", OrganisationNumber: "212000-9995", BankID: "55667788"},
		ExecuteOn: period.MustDay("2026-11-25"),
		Debtor:    iso20022.Party{Name: "Lillköpings kommun", OrganisationNumber: "212000-9995"},
		DebtorAccount: iso20022.Account{
			Clearing: "6789", Number: "123456789",
		},
		DebtorBank: "HANDSESS",
		Payments: []iso20022.Payment{
			{EndToEndID: "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b", Amount: 241800, Creditor: "Åsa Östlund", Account: iso20022.Account{Clearing: "5839", Number: "8257466"}, Text: "Ersättning vecka 46"},
			{EndToEndID: "0190a1b2c3d47e5f8a9b0c1d2e3f4a5c", Amount: 5, Creditor: "Nguyễn René O’Neill", Account: iso20022.Account{Clearing: "81034", Number: "0009783242"}},
			{EndToEndID: "0190a1b2c3d47e5f8a9b0c1d2e3f4a5d", Amount: 212800, Creditor: "Bjørn <Ærlig> & Söner", Account: iso20022.Account{IBAN: "SE4550000000058398257466"}, Text: "Vecka\n46 –  2 128 kr"},
		},
	}
}

func TestGoldenFile(t *testing.T) {
	got, err := fortnight().File()
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/pain001.xml"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, flaw := range banktest.Flaws(got) {
		t.Error(flaw)
	}
}

func TestFileRefuses(t *testing.T) {
	long := strings.Repeat("ö", 141)
	for _, c := range []struct {
		name   string
		change func(*iso20022.Initiation)
		want   string // field: key
	}{
		{"no identity", func(i *iso20022.Initiation) { i.MessageID = "" }, "message_id: bank.file.message_id"},
		{"identity too long", func(i *iso20022.Initiation) { i.MessageID = strings.Repeat("a", 36) }, "message_id: bank.file.message_id"},
		{"slash first", func(i *iso20022.Initiation) { i.MessageID = "/a" }, "message_id: bank.file.message_id"},
		{"slash last", func(i *iso20022.Initiation) { i.MessageID = "a/" }, "message_id: bank.file.message_id"},
		{"two slashes", func(i *iso20022.Initiation) { i.MessageID = "a//b" }, "message_id: bank.file.message_id"},
		{"no time", func(i *iso20022.Initiation) { i.CreatedAt = time.Time{} }, "created_at: bank.file.created_at"},
		{"no such year", func(i *iso20022.Initiation) { i.ExecuteOn = 1 << 30 }, "execute_on: bank.file.execute_on"},
		{"no payer", func(i *iso20022.Initiation) { i.Debtor.Name = " " }, "debtor.name: bank.file.payer_name"},
		{"a sender of signs", func(i *iso20022.Initiation) { i.Initiator.Name = "()" }, "initiator.name: bank.file.payer_name"},
		{"payer's number", func(i *iso20022.Initiation) { i.Debtor.OrganisationNumber = "212000" }, "debtor.organisation_number: bank.file.payer_number"},
		{"bank's customer", func(i *iso20022.Initiation) { i.Initiator.BankID = "å" }, "initiator.bank_id: bank.file.payer_bank_id"},
		{"payer's account", func(i *iso20022.Initiation) { i.DebtorAccount.IBAN = "SE4550000000058398257466" }, "debtor.account: bank.file.payer_account"},
		{"payer's bank", func(i *iso20022.Initiation) { i.DebtorBank = "HANDSE" }, "debtor.bank: bank.file.payer_bank"},
		{"nothing to pay", func(i *iso20022.Initiation) { i.Payments = nil }, "payments: bank.file.no_payments"},
		{"more than a file holds", func(i *iso20022.Initiation) { i.Payments[0].Amount = 999_999_999_999_999_999 }, "payments: bank.file.sum"},
		{"payment without identity", func(i *iso20022.Initiation) { i.Payments[1].EndToEndID = "" }, "payments.1.end_to_end_id: bank.payment.id 2"},
		{"a space in the identity", func(i *iso20022.Initiation) { i.Payments[1].EndToEndID = "a b" }, "payments.1.end_to_end_id: bank.payment.id 2"},
		{"twice", func(i *iso20022.Initiation) { i.Payments[2].EndToEndID = i.Payments[0].EndToEndID }, "payments.2.end_to_end_id: bank.payment.id_twice 0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"},
		{"nothing", func(i *iso20022.Initiation) { i.Payments[0].Amount = 0 }, "payments.0.amount: bank.payment.amount 0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"},
		{"less than nothing", func(i *iso20022.Initiation) { i.Payments[0].Amount = -100 }, "payments.0.amount: bank.payment.amount 0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"},
		{"no name in letters that the banks take", func(i *iso20022.Initiation) { i.Payments[2].Creditor = "Ольга" }, "payments.2.creditor: bank.payment.creditor 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"name too long", func(i *iso20022.Initiation) { i.Payments[2].Creditor = long }, "payments.2.creditor: bank.payment.creditor 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"no account", func(i *iso20022.Initiation) { i.Payments[2].Account = iso20022.Account{} }, "payments.2.account: bank.payment.account 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"an IBAN and a number", func(i *iso20022.Initiation) { i.Payments[2].Account.Number = "1" }, "payments.2.account: bank.payment.account 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"no number", func(i *iso20022.Initiation) { i.Payments[2].Account = iso20022.Account{Clearing: "5839"} }, "payments.2.account: bank.payment.account 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"five digits, not Swedbank", func(i *iso20022.Initiation) {
			i.Payments[2].Account = iso20022.Account{Clearing: "58391", Number: "1"}
		}, "payments.2.account: bank.payment.account 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"text too long", func(i *iso20022.Initiation) { i.Payments[2].Text = long }, "payments.2.text: bank.payment.text 0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"},
		{"two things", func(i *iso20022.Initiation) { i.MessageID, i.Payments[0].Amount = "", 0 }, "message_id: bank.file.message_id, payments.0.amount: bank.payment.amount 0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := fortnight()
			c.change(&i)
			file, err := i.File()
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid || file != nil {
				t.Fatalf("%s %v", file, err)
			}
			var said []string
			for _, field := range f.Fields {
				s := field.Name + ": " + field.Text.Key
				if p := field.Text.Args["Payment"]; p != nil {
					s += fmt.Sprint(" ", p)
				}
				said = append(said, s)
			}
			if got := strings.Join(said, ", "); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestAFileOfNonsenseIsNotToldInFull(t *testing.T) {
	i := fortnight()
	i.Payments = make([]iso20022.Payment, 10_000)
	_, err := i.File()
	var f *fault.Error
	if !errors.As(err, &f) || len(f.Fields) < 100 || len(f.Fields) > 110 {
		t.Fatalf("%d fields", len(f.Fields))
	}
}

// TestTheLongestTextIsCountedInCharacters: 140 letters of two bytes fit.
func TestTheLongestTextIsCountedInCharacters(t *testing.T) {
	i := fortnight()
	i.Payments[0].Text = strings.Repeat("ö", 140)
	i.Payments[0].Creditor = strings.Repeat("Å", 140)
	i.MessageID = strings.Repeat("M", 35)
	file, err := i.File()
	if err != nil {
		t.Fatal(err)
	}
	for _, flaw := range banktest.Flaws(file) {
		t.Error(flaw)
	}
}

func drawnAccount(t *rapid.T) iso20022.Account {
	if rapid.Bool().Draw(t, "iban") {
		return iso20022.Account{IBAN: rapid.StringMatching(`[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}`).Draw(t, "iban")}
	}
	return iso20022.Account{
		Clearing: rapid.StringMatching(`[1-79][0-9]{3}|8[0-9]{3,4}`).Draw(t, "clearing"),
		Number:   rapid.StringMatching(`[0-9]{2,10}`).Draw(t, "number"),
	}
}

// drawnFile is a file with any names and texts at all, as long as there is a letter.
func drawnFile(t *rapid.T) iso20022.Initiation {
	party := func(name string) iso20022.Party {
		return iso20022.Party{
			Name:               "K" + rapid.StringN(0, 30, -1).Draw(t, name),
			OrganisationNumber: rapid.StringMatching(`[0-9]{6}-?[0-9]{4}`).Draw(t, name),
			BankID:             rapid.StringMatching(`[A-Z0-9]{0,35}`).Draw(t, name),
		}
	}
	i := iso20022.Initiation{
		MessageID:     rapid.StringMatching(`[A-Za-z0-9][A-Za-z0-9?:().,'+-]{0,33}`).Draw(t, "id"),
		CreatedAt:     time.Unix(rapid.Int64Range(0, 250_000_000_000).Draw(t, "at"), rapid.Int64Range(0, 999_999_999).Draw(t, "ns")),
		Initiator:     party("initiator"),
		ExecuteOn:     period.Day(rapid.IntRange(0, 2_900_000).Draw(t, "on")),
		Debtor:        party("debtor"),
		DebtorAccount: drawnAccount(t),
		DebtorBank:    rapid.StringMatching(`[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?`).Draw(t, "bic"),
	}
	for n := range rapid.IntRange(1, 8).Draw(t, "payments") {
		i.Payments = append(i.Payments, iso20022.Payment{
			EndToEndID: fmt.Sprintf("%d%s", n, rapid.StringMatching(`[A-Za-z0-9?:().,'+-]{0,33}`).Draw(t, "end to end")),
			Amount:     money.Ore(rapid.Int64Range(1, 99_999_999_999_999_999).Draw(t, "amount")),
			Creditor:   "P" + rapid.StringN(0, 30, -1).Draw(t, "creditor"),
			Account:    drawnAccount(t),
			Text:       rapid.StringN(0, 30, -1).Draw(t, "text"),
		})
	}
	return i
}

func TestEveryFileFollowsTheSchema(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := drawnFile(t)
		file, err := i.File()
		if err != nil {
			t.Fatal(err)
		}
		for _, flaw := range banktest.Flaws(file) {
			t.Errorf("%s\n%s", flaw, file)
		}
		i.CreatedAt = i.CreatedAt.In(time.FixedZone("", -5*3600))
		again, err := i.File()
		if err != nil || !bytes.Equal(file, again) {
			t.Fatal("the same payments gave other bytes", err)
		}
	})
}
