package payaccount

import (
	"strings"

	"fotfaste/internal/fault"
)

// ibanLengths are the countries of the single euro payments area and how many
// characters an IBAN of theirs has (ISO 13616). An account elsewhere cannot be
// reached with the file that we write.
var ibanLengths = map[string]int{
	"AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
	"EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22,
	"IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
	"MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SE": 24, "SI": 19, "SK": 24,
	"SM": 27, "VA": 22,
}

// swedishBanks are the large banks by the three digits that open a Swedish
// account number in its international form, each with a clearing number of its.
var swedishBanks = map[string]int{
	"120": 1200, "300": 3000, "500": 5000, "600": 6000, "800": 8000, "902": 9020, "910": 9100, "915": 9150,
	"925": 9250, "927": 9270, "950": 9500, "955": 9550,
}

// readIBAN takes spaces away, makes capitals and checks country, length and the
// two check digits.
func readIBAN(typed string, fields *fault.Fields) string {
	text := strings.ToUpper(without(typed, " \u00a0\u202f\t-"))
	text = strings.TrimPrefix(text, "IBAN")
	switch length, known := ibanLengths[text[:min(2, len(text))]]; {
	case text == "":
		fields.Add("iban", "payaccount.iban.empty")
	case !isIBANShaped(text):
		fields.Add("iban", "payaccount.iban.form")
	case !known:
		fields.Add("iban", "payaccount.iban.country", "Country", text[:2])
	case len(text) != length:
		fields.Add("iban", "payaccount.iban.length", "Country", text[:2], "Length", length, "Got", len(text))
	case !ninetySeven(text):
		fields.Add("iban", "payaccount.iban.check_digits")
	default:
		return text
	}
	return ""
}

// isIBANShaped tells whether it is two letters, two digits and then letters and
// digits, at most 34 in all.
func isIBANShaped(text string) bool {
	if len(text) < 5 || len(text) > 34 {
		return false
	}
	for i := range len(text) {
		digit, letter := isDigit(text[i]), text[i] >= 'A' && text[i] <= 'Z'
		if i < 2 && !letter || (i == 2 || i == 3) && !digit || !digit && !letter {
			return false
		}
	}
	return true
}

// ninetySeven is modulus 97 of ISO 7064: the first four characters last, letters
// as 10 to 35, and one left over.
func ninetySeven(iban string) bool {
	rest := 0
	for _, c := range []byte(iban[4:] + iban[:4]) {
		if isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// without is the text without the signs.
func without(text, signs string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(signs, r) {
			return -1
		}
		return r
	}, text)
}
