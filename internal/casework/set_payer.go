package casework

import (
	"context"
	"regexp"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ledger"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/store"
)

// Payer is the municipality as the bank and the accounting system know it.
type Payer = store.Payer

// PayerDetails are the payer's details as they are entered. Accounts may lack some
// while they are being gathered; all must be there before a file is made.
type PayerDetails struct {
	Form
	Name               string
	OrganisationNumber string
	IBAN               string
	BIC                string
	Accounts           ledger.Chart
}

// PayerView is the payer as it stands.
type PayerView struct {
	Payer
	Known   bool             // somebody has entered it
	Missing []ledger.Account // without a number or a name
	Sets    bool             // the reader may change it
}

// OfferedNumbers are account numbers to begin with where a municipality has given none:
// the groups of the municipal standard chart that such sums are usually kept in.
func OfferedNumbers() map[ledger.Account]int {
	return map[ledger.Account]int{
		ledger.CostBase: 4511, ledger.CostChild: 4512, ledger.Owed: 2891, ledger.InTransit: 1971,
		ledger.Bank: 1931, ledger.Overpaid: 1681, ledger.Claims: 1682, ledger.WrittenOff: 4519,
	}
}

const (
	longestPayer   = 70 // what banks show of a payer's name
	longestAccount = 60
	largestNumber  = 999_999
)

var bankCode = regexp.MustCompile(`^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$`)

// SetPayer enters the payer's details; the earlier ones are kept. Entering the same
// again changes nothing. Invalid with a message beside each field that is wrong: name,
// organisation_number, iban, bic, and number_ and name_ with the code of an account.
func (o *Office) SetPayer(ctx context.Context, actor access.Actor, in PayerDetails) error {
	return o.inOffice(ctx, actor, access.SetPayer, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		next, err := in.payer()
		if err != nil {
			return err
		}
		before, err := d.Payer(ctx)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return err
		}
		changed := payerChanges(before, next)
		if len(changed) == 0 {
			return nil
		}
		d.note("changed", changed)
		next.ID, next.EnteredBy, next.EnteredAt = d.newID(), actor.Account, laterThan(before.EnteredAt, d.Now)
		return d.AddPayer(ctx, next)
	})
}

// laterThan is now, or where the clock has not gone on since, a moment after then: the
// newest of several rows is the one that holds.
func laterThan(then, now time.Time) time.Time {
	if now.After(then) {
		return now
	}
	return then.Add(time.Microsecond)
}

// payer is the details as they are stored, or Invalid.
func (in PayerDetails) payer() (Payer, error) {
	var f fault.Fields
	p := Payer{Name: strings.Join(strings.Fields(in.Name), " "), BIC: strings.ToUpper(strings.ReplaceAll(in.BIC, " ", "")),
		OrganisationNumber: strings.NewReplacer("-", "", " ", "").Replace(in.OrganisationNumber), Accounts: ledger.Chart{}}
	f.Check(p.Name != "" && len([]rune(p.Name)) <= longestPayer, "name", "pay.payer.name", "Most", longestPayer)
	f.Check(isOrganisationNumber(p.OrganisationNumber), "organisation_number", "pay.payer.organisation_number")
	account, err := payaccount.Parse(payaccount.Typed{Kind: string(payaccount.IBAN), IBAN: in.IBAN})
	if err != nil {
		f.Add("iban", "pay.payer.iban")
	}
	p.IBAN = account.IBAN
	f.Check(bankCode.MatchString(p.BIC), "bic", "pay.payer.bic")
	taken := map[int]bool{}
	for _, a := range ledger.Accounts() {
		n := in.Accounts[a]
		n.Name = strings.Join(strings.Fields(n.Name), " ")
		f.Check(n.Number >= 0 && n.Number <= largestNumber, "number_"+string(a), "pay.payer.account_number", "Most", largestNumber)
		f.Check(n.Number == 0 || !taken[n.Number], "number_"+string(a), "pay.payer.account_twice", "Number", n.Number)
		f.Check(len([]rune(n.Name)) <= longestAccount, "name_"+string(a), "pay.payer.account_name", "Most", longestAccount)
		taken[n.Number] = true
		if n != (ledger.Numbered{}) {
			p.Accounts[a] = n
		}
	}
	return p, f.Err()
}

// isOrganisationNumber tells whether it is ten digits of a legal person, the last of
// them the check digit.
func isOrganisationNumber(digits string) bool {
	if len(digits) != 10 || digits[2] < '2' {
		return false // the third digit of a private person's number is lower
	}
	sum := 0
	for i, r := range []byte(digits) {
		if r < '0' || r > '9' {
			return false
		}
		n := int(r-'0') * (2 - i%2)
		sum += n/10 + n%10
	}
	return sum%10 == 0
}

// payerChanges names what differs; the journal says which, not what it was.
func payerChanges(a, b Payer) []string {
	var names []string
	for _, detail := range []struct {
		name   string
		differ bool
	}{{"name", a.Name != b.Name}, {"organisation_number", a.OrganisationNumber != b.OrganisationNumber},
		{"iban", a.IBAN != b.IBAN}, {"bic", a.BIC != b.BIC}} {
		if detail.differ {
			names = append(names, detail.name)
		}
	}
	for _, account := range ledger.Accounts() {
		if a.Accounts[account] != b.Accounts[account] {
			names = append(names, string(account))
		}
	}
	return names
}

// SeePayer reads the payer's details. Where none have been entered Known is false, and
// every account is missing.
func (o *Office) SeePayer(ctx context.Context, actor access.Actor) (PayerView, error) {
	var v PayerView
	err := o.inOffice(ctx, actor, access.SeePayer, func(d *desk) (err error) {
		v.Sets = access.MayInOffice(actor, access.SetPayer).Allowed
		v.Payer, err = d.Payer(ctx)
		if v.Known = err == nil; fault.CodeOf(err) == fault.NotFound {
			err = nil
		}
		v.Missing = v.Accounts.Missing()
		return err
	})
	return v, err
}

// payer is the payer with everything that a file and its vouchers need. Conflict where
// something is missing.
func (d *desk) payer(ctx context.Context) (Payer, error) {
	p, err := d.Payer(ctx)
	if fault.CodeOf(err) == fault.NotFound {
		return p, fault.New(fault.Conflict, "pay.no_payer").Because(err)
	}
	if missing := len(p.Accounts.Missing()); err == nil && missing > 0 {
		err = fault.New(fault.Conflict, "pay.no_chart", "Count", missing)
	}
	return p, err
}
