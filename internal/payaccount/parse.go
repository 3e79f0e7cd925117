package payaccount

import (
	"strings"

	"fotfaste/internal/fault"
)

// Typed is what a person has typed, as it came. The names of its fields in a form
// are kind, clearing, number and iban.
type Typed struct {
	Kind     string
	Clearing string
	Number   string
	IBAN     string
}

// longestTyped is far more than any way of writing an account.
const longestTyped = 60

// Parse reads an account. Spaces, hyphens and full stops count for nothing. The
// fault is Invalid with a message beside each field that is wrong ("kind",
// "clearing", "number", "iban"), and never repeats the account number. Fields of
// the other kind than the chosen one are not looked at.
func Parse(typed Typed) (Account, error) {
	var fields fault.Fields
	account := Account{Kind: Kind(typed.Kind)}
	switch account.Kind {
	case IBAN:
		if len(typed.IBAN) > longestTyped {
			fields.Add("iban", "payaccount.iban.form")
			break
		}
		account.IBAN = readIBAN(typed.IBAN, &fields)
	case Swedish:
		account.Clearing = readClearing(typed.Clearing, &fields)
		account.Number = readNumber(typed.Number, account.Clearing, &fields)
	default:
		fields.Add("kind", "payaccount.kind.unknown")
	}
	if err := fields.Err(); err != nil {
		return Account{}, err
	}
	return account, nil
}

// readClearing takes four digits, or five where the first is an 8: Swedbank's
// fifth is a check digit.
func readClearing(typed string, fields *fault.Fields) string {
	digits, ok := digitsOf(typed)
	five := len(digits) == 5 && digits[0] == '8'
	switch {
	case ok && digits == "":
		fields.Add("clearing", "payaccount.clearing.empty")
	case !ok || len(digits) != 4 && !five:
		fields.Add("clearing", "payaccount.clearing.form")
	case digits[0] == '0':
		fields.Add("clearing", "payaccount.clearing.range")
	case five && !luhn(digits):
		fields.Add("clearing", "payaccount.clearing.check_digit")
	default:
		return digits
	}
	return ""
}

// The account numbers of a bank that we do not know.
const (
	leastDigits = 2
	mostDigits  = 10
)

// readNumber takes as many digits as the bank of the clearing number gives, fills
// up with zeros where the bank does, and checks the last digit where that can be.
func readNumber(typed, clearing string, fields *fault.Fields) string {
	digits, ok := digitsOf(typed)
	r, known := bankRange{}, false
	if clearing != "" {
		r, known = rangeOf(number(clearing[:4]))
	}
	least, most := leastDigits, mostDigits
	if known {
		least, most = r.least(), r.Digits
	}
	switch {
	case ok && digits == "":
		fields.Add("number", "payaccount.number.empty")
	case !ok:
		fields.Add("number", "payaccount.number.form")
	case clearing == "":
		// Without its clearing number the account number cannot be judged.
	case len(digits) < least || len(digits) > most:
		if known && least == most {
			fields.Add("number", "payaccount.number.length", "Bank", r.Bank, "Digits", most)
		} else if known {
			fields.Add("number", "payaccount.number.length_between", "Bank", r.Bank, "Least", least, "Most", most)
		} else {
			fields.Add("number", "payaccount.number.length_any", "Least", least, "Most", most)
		}
	case strings.Trim(digits, "0") == "":
		fields.Add("number", "payaccount.number.check_digit")
	case !known:
		return digits
	default:
		filled := strings.Repeat("0", r.Digits-len(digits)) + digits
		if !r.holds(clearing[:4], filled) {
			fields.Add("number", "payaccount.number.check_digit")
		} else if r.AsWritten {
			return digits
		} else {
			return filled
		}
	}
	return ""
}

// digitsOf is the digits alone, false where there is something else than digits
// and what people put between them.
func digitsOf(typed string) (string, bool) {
	if len(typed) > longestTyped {
		return "", false
	}
	digits := without(typed, " \u00a0\u202f\t-\u2010\u2011\u2013\u2212.,")
	for i := range len(digits) {
		if !isDigit(digits[i]) {
			return "", false
		}
	}
	return digits, true
}
