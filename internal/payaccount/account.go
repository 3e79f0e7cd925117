package payaccount

import (
	"log/slog"
	"strings"
)

// Kind is how an account is named.
type Kind string

const (
	Swedish Kind = "swedish" // clearing number and account number
	IBAN    Kind = "iban"
)

// Kinds are all kinds, in the order that a form shows them.
func Kinds() []Kind { return []Kind{Swedish, IBAN} }

// Account is where somebody is paid. It is made by Parse, and masks itself wherever
// it is printed, logged or written as JSON: what is stored and what goes to the
// bank are the fields. The zero value is no account.
type Account struct {
	Kind     Kind
	Clearing string // four digits, or Swedbank's five; empty with IBAN
	Number   string // digits alone, filled with zeros to the bank's length; empty with IBAN
	IBAN     string // capitals without spaces; empty with Swedish
}

// IsZero tells whether there is no account.
func (a Account) IsZero() bool { return a == Account{} }

// Bank is the bank's name, empty where we do not know the clearing number or the
// IBAN is of another country.
func (a Account) Bank() string {
	clearing := 0
	switch {
	case a.Kind == Swedish && len(a.Clearing) >= 4:
		clearing = number(a.Clearing[:4])
	case strings.HasPrefix(a.IBAN, "SE") && len(a.IBAN) >= 7:
		clearing = swedishBanks[a.IBAN[4:7]]
	}
	r, _ := rangeOf(clearing)
	return r.Bank
}

// shown is how many digits of an account a page shows: enough to know one's own.
const shown = 4

// Masked is the account as a page shows it: dots and the last four digits.
func (a Account) Masked() string {
	digits := a.Number + a.IBAN // one of them is empty
	if digits == "" {
		return ""
	}
	return "•••• " + digits[max(0, len(digits)-shown):]
}

// Full is the account as its owner writes it: 8327-9, 0123456789, or an IBAN in
// groups of four. For the owner's own page and for the bank alone.
func (a Account) Full() string {
	if a.Kind == Swedish {
		clearing := a.Clearing
		if len(clearing) > 4 {
			clearing = clearing[:4] + "-" + clearing[4:]
		}
		return clearing + ", " + a.Number
	}
	var b strings.Builder
	for i, r := range a.IBAN {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// String is Masked.
func (a Account) String() string { return a.Masked() }

// GoString masks the account in %#v.
func (a Account) GoString() string { return `payaccount.Account("` + a.Masked() + `")` }

// LogValue masks the account in logs.
func (a Account) LogValue() slog.Value { return slog.StringValue(a.Masked()) }

// MarshalText masks the account in JSON and every other text form. There is no way
// back from it.
func (a Account) MarshalText() ([]byte, error) { return []byte(a.Masked()), nil }

func number(digits string) int {
	n := 0
	for _, d := range []byte(digits) {
		n = n*10 + int(d-'0')
	}
	return n
}
