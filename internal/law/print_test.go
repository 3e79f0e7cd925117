package law_test

import (
	"testing"

	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

func TestMoneyPrintFollowsWhatAWeekIsReckonedFrom(t *testing.T) {
	book := law.Sweden()
	before := book.MoneyPrint()
	if again := law.Sweden().MoneyPrint(); again != before || before == "" {
		t.Fatalf("%s, then %s", before, again)
	}
	year := period.MustSpan("2027-01-01", "2027-12-31")
	amount := law.Entered{Parameter: law.PriceBaseAmount, Days: year, Value: "60000", Source: "SFB (2010:110) 2 kap."}
	seen := map[string]bool{before: true}
	for _, change := range []func(*law.Entered){
		func(*law.Entered) {}, func(e *law.Entered) { e.Value = "60100" }, func(e *law.Entered) { e.Days.To-- },
		func(e *law.Entered) { e.Source = "elsewhere" },
	} {
		row := amount
		change(&row)
		with, err := book.With(row)
		if err != nil {
			t.Fatal(err)
		}
		if print := with.MoneyPrint(); seen[print] {
			t.Errorf("%+v is not seen", row)
		} else {
			seen[print] = true
		}
	}
}

// Two books differ from the first day that they say otherwise of, and not by a source.
func TestMoneyDiffersFrom(t *testing.T) {
	book := law.Sweden()
	for _, c := range []struct {
		name, from, to, value, source, want string
	}{
		{"nothing", "", "", "", "", ""},
		{"another amount within a year", "2026-08-03", "2026-08-10", "59300", "SFB", "2026-08-03"},
		{"an amount where there was none", "2027-01-01", "2027-12-31", "60000", "SFB", "2027-01-01"},
		{"the same amount from another source", "2026-08-03", "2026-08-10", "59200", "elsewhere", ""},
	} {
		other := book
		if c.from != "" {
			var err error
			other, err = book.With(law.Entered{Parameter: law.PriceBaseAmount, Days: period.MustSpan(c.from, c.to), Value: c.value, Source: c.source, Replaces: true})
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, two := range [][2]*law.Book{{book, other}, {other, book}} {
			day, differs := two[0].MoneyDiffersFrom(two[1])
			if differs != (c.want != "") || differs && day != period.MustDay(c.want) {
				t.Errorf("%s: %s, %t", c.name, day, differs)
			}
		}
	}
	rules, err := book.With(law.Entered{Parameter: law.CompensationRules, Days: period.MustSpan("2026-09-01", "2026-09-30"), Source: "SFS", Replaces: true,
		Value: `{"rule_set":"2026","base_percent":"5","first_child_percent":"1","second_child_percent":"1","later_child_percent":"1","month_days":30}`})
	if err != nil {
		t.Fatal(err)
	}
	if day, differs := book.MoneyDiffersFrom(rules); !differs || day != period.MustDay("2026-09-01") {
		t.Errorf("other rules: %s, %t", day, differs)
	}
}
