package form_test

import (
	"testing"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/locale"
)

func TestKronor(t *testing.T) {
	for typed, want := range map[string]struct {
		amount money.Ore
		ok     bool
		wrong  bool
	}{
		"":                 {},
		"6500":             {650000, true, false},
		" 6\u00a0500,5 kr": {650050, true, false},
		"6500.05":          {650005, true, false},
		"-1":               {-100, true, false},
		"−1":               {-100, true, false},
		"much":             {0, false, true},
		"1,234":            {0, false, true},
		"1,2,3":            {0, false, true},
		"--1":              {0, false, true},
	} {
		f := form.Blank(locale.For("sv")).Fill("amount", typed)
		amount, ok := f.Kronor("amount")
		if amount != want.amount || ok != want.ok || f.OK() == want.wrong {
			t.Errorf("%q: %d, %t, all is well: %t", typed, amount, ok, f.OK())
		}
	}
}

func TestMonth(t *testing.T) {
	for typed, want := range map[string]struct {
		month period.Month
		kind  string // of the field that shows it
		wrong bool
	}{
		"2026-08": {period.MustMonth("2026-08"), "month", false},
		"":        {0, "month", true},
		"2015-13": {0, "text", true}, // a month field would hide it
		"augusti": {0, "text", true},
	} {
		f := form.Blank(locale.For("sv")).Fill("from", typed)
		if m := f.Month("from"); m != want.month || f.OK() == want.wrong {
			t.Errorf("%q: %s, all is well: %t", typed, m, f.OK())
		}
		if field := f.MonthField("from", "household_page.field.from"); field.Type != want.kind || field.Value != typed {
			t.Errorf("%q is shown in a field of %s as %q", typed, field.Type, field.Value)
		}
		if _, ok := form.Blank(locale.For("sv")).MonthIfAny("from"); ok {
			t.Error("a month was read from nothing")
		}
	}
}
