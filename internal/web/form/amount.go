package form

import (
	"strings"
	"unicode"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Kronor is an amount as people write it: "6500", "6 500,50", "6500.5 kr". ok tells that
// a right amount was there; an empty field is none. Which amounts can be is the rules' to
// say: a minus is kept.
//
//	rent, ok := f.Kronor("rent")
func (f *Form) Kronor(name string) (amount money.Ore, ok bool) {
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
	bare, minus := strings.CutPrefix(text, "-")
	// Kronor and percentages are both written with at most two decimals.
	hundredths, err := money.ParsePercent(bare)
	if err != nil {
		f.Wrong(name, "form.not_an_amount")
		return 0, false
	}
	if minus {
		hundredths = -hundredths
	}
	return money.Ore(hundredths), true
}

// Month is a month, required; MonthIfAny is one that may be left empty.
//
//	from := f.Month("from")
func (f *Form) Month(name string) period.Month {
	m, ok := f.MonthIfAny(name)
	if !ok && f.wrongWith(name) == "" {
		f.wrong.Add(name, "form.required")
	}
	return m
}

// MonthIfAny is Month for a field that may be left empty; ok tells that a right month
// was there.
func (f *Form) MonthIfAny(name string) (m period.Month, ok bool) {
	text := f.Raw(name)
	if text == "" {
		return 0, false
	}
	m, err := period.ParseMonth(text)
	if err != nil {
		f.wrong.Add(name, "form.not_a_month")
		return 0, false
	}
	return m, true
}

// KronorField is a field with an amount, with decimals on the keyboard.
func (f *Form) KronorField(name, label string) Field {
	view := f.NumberField(name, label, f.printer.Text("form.kronor"))
	view.InputMode = "decimal"
	return view
}

// MonthField is a month, with the browser's own calendar where it has one. What is not a
// month is shown in a plain field: a month field would hide it.
func (f *Form) MonthField(name, label string) Field {
	view := f.TextField(name, label)
	if _, err := period.ParseMonth(view.Value); err == nil || view.Value == "" {
		view.Type = "month"
	}
	return view
}
