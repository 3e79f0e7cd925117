package iso20022

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/latin"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

const (
	longestID   = 35
	longestText = 140
	// most is the largest amount of 18 digits, two of them decimals.
	most money.Ore = 999_999_999_999_999_999
)

// signs are what the banks take beside letters and digits.
const signs = "/-?:().,'+"

var (
	anIBAN     = regexp.MustCompile(`^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$`)
	aBIC       = regexp.MustCompile(`^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$`)
	aClearing  = regexp.MustCompile(`^([1-9][0-9]{3}|8[0-9]{4})$`)
	aNumber    = regexp.MustCompile(`^[0-9]{1,30}$`)
	anOrgNo    = regexp.MustCompile(`^[0-9]{6}-?[0-9]{4}$`)
	firstDay   = period.MustDay("1970-01-01")
	lastDay    = period.MustDay("9999-12-31")
	something  = regexp.MustCompile(`[\pL0-9]`)
	mostFaults = 100 // fields in one fault; a file of nonsense need not be told in full
)

// check is the sum of the payments, or a fault with all that is wrong.
func (i Initiation) check() (money.Ore, error) {
	var f fault.Fields
	f.Check(isID(i.MessageID), "message_id", "bank.file.message_id", "Most", longestID)
	f.Check(i.CreatedAt.UTC().Year() >= 1970 && i.CreatedAt.UTC().Year() <= 9999, "created_at", "bank.file.created_at")
	f.Check(i.ExecuteOn >= firstDay && i.ExecuteOn <= lastDay, "execute_on", "bank.file.execute_on")
	i.Initiator.check("initiator", &f)
	i.Debtor.check("debtor", &f)
	f.Check(i.DebtorAccount.isWhole(), "debtor.account", "bank.file.payer_account")
	f.Check(aBIC.MatchString(i.DebtorBank), "debtor.bank", "bank.file.payer_bank")
	f.Check(len(i.Payments) > 0, "payments", "bank.file.no_payments")
	seen := make(map[string]bool, len(i.Payments))
	var total money.Ore
	for n, p := range i.Payments {
		if len(f) >= mostFaults {
			break
		}
		p.check(n, &f)
		f.Check(!seen[p.EndToEndID], field(n, "end_to_end_id"), "bank.payment.id_twice", "Payment", p.name(n))
		seen[p.EndToEndID] = true
		sum, err := money.Sum(total, p.Amount)
		if err != nil || sum > most {
			f.Add("payments", "bank.file.sum")
			break
		}
		total = sum
	}
	return total, f.Err()
}

func (p Party) check(name string, f *fault.Fields) {
	f.Check(isText(p.Name), name+".name", "bank.file.payer_name", "Most", longestText)
	f.Check(anOrgNo.MatchString(p.OrganisationNumber), name+".organisation_number", "bank.file.payer_number")
	f.Check(p.BankID == "" || isID(p.BankID), name+".bank_id", "bank.file.payer_bank_id", "Most", longestID)
}

func (p Payment) check(n int, f *fault.Fields) {
	payment := p.name(n)
	f.Check(isID(p.EndToEndID), field(n, "end_to_end_id"), "bank.payment.id", "Payment", payment, "Most", longestID)
	f.Check(p.Amount > 0 && p.Amount <= most, field(n, "amount"), "bank.payment.amount", "Payment", payment)
	f.Check(isText(p.Creditor), field(n, "creditor"), "bank.payment.creditor", "Payment", payment, "Most", longestText)
	f.Check(p.Account.isWhole(), field(n, "account"), "bank.payment.account", "Payment", payment)
	f.Check(utf8.RuneCountInString(permitted(p.Text)) <= longestText, field(n, "text"), "bank.payment.text", "Payment", payment, "Most", longestText)
}

func field(n int, name string) string { return fmt.Sprintf("payments.%d.%s", n, name) }

// name is what a person may look the payment up by: its identity, or its place in
// the file where it has none that can be shown.
func (p Payment) name(n int) string {
	if isID(p.EndToEndID) {
		return p.EndToEndID
	}
	return fmt.Sprintf("%d", n+1)
}

// isWhole tells whether it is an IBAN or a Swedish account, and not both.
func (a Account) isWhole() bool {
	if a.IBAN != "" {
		return a.Clearing == "" && a.Number == "" && anIBAN.MatchString(a.IBAN)
	}
	return aClearing.MatchString(a.Clearing) && aNumber.MatchString(a.Number)
}

// isID tells whether the banks will carry the identity unchanged: at most 35 of
// the letters, digits and signs that all take, no slash at either end and no two
// in a row.
func isID(text string) bool {
	return text != "" && len(text) <= longestID && !strings.ContainsFunc(text, func(r rune) bool { return !isPlain(r) }) &&
		text[0] != '/' && text[len(text)-1] != '/' && !strings.Contains(text, "//")
}

// isText tells whether something is left of the name in the banks' letters, and
// not too much.
func isText(text string) bool {
	written := permitted(text)
	return something.MatchString(written) && utf8.RuneCountInString(written) <= longestText
}

// permitted is the text in the letters and signs that Swedish banks take, with
// single spaces.
func permitted(text string) string {
	return strings.Join(strings.Fields(latin.Spell(text, func(r rune) bool {
		return isPlain(r) || r == ' ' || strings.ContainsRune("\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6", r)
	})), " ")
}

func isPlain(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(signs, r)
}

func digits(text string) string { return strings.ReplaceAll(text, "-", "") }
