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
