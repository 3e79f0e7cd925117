package sums

import (
	"strings"
	"unicode"

	"fotfaste/internal/money"
	"fotfaste/internal/web/form"
)

// amount is a field with kronor as people write them: "6500", "6 500,50", "6500.5 kr".
// ok tells that a right amount was there; an empty field is none.
func amount(f *form.Form, name string) (ore money.Ore, ok bool) {
	text := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == ',':
			return '.'
		case r == '−':
			return '-'
		}
		return r
	}, f.Raw(name))
	text = strings.TrimSuffix(strings.TrimSuffix(text, "kr"), ".")
	if text == "" {
		return 0, false
	}
	if strings.HasPrefix(text, "-") {
		f.Wrong(name, "economy.refused.negative")
		return 0, false
	}
	// Kronor and percentages are both written with at most two decimals.
	hundredths, err := money.ParsePercent(text)
	if err != nil {
		f.Wrong(name, "sums.not_an_amount")
		return 0, false
	}
	return money.Ore(hundredths), true
}
