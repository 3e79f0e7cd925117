package compensation_test

import (
	"errors"
	"testing"

	"fotfaste/internal/compensation"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// The figures of the source (000, "Ersättning"), and of the newest known year.
func TestWholeWeek(t *testing.T) {
	for _, c := range []struct {
		on                             string
		children                       int
		priceBase, base, child, aMonth money.Kronor
		steps                          int
	}{
		{"2017-03-06", 0, 44800, 2128, 0, 9120, 4},
		{"2017-03-06", 1, 44800, 2128, 147, 9120, 6},
		{"2017-03-06", 2, 44800, 2128, 241, 9120, 7},
		{"2017-03-06", 3, 44800, 2128, 290, 9120, 8},
		{"2017-03-06", 4, 44800, 2128, 339, 9120, 8},
		{"2026-12-31", 2, 59200, 2812, 319, 12051, 7},
	} {
		w, err := compensation.WholeWeek(law.Sweden(), period.MustDay(c.on), c.children)
		if err != nil {
			t.Fatal(err)
		}
		want := compensation.Amounts{Base: c.base, Child: c.child, Total: c.base + c.child}
		if w.Weekly != want || w.BaseMonth != c.aMonth || w.PriceBase != c.priceBase || w.RuleSet != "SKL 2017/1" {
			t.Errorf("%+v: %+v", c, w)
		}
		if len(w.Explanation) != c.steps {
			t.Errorf("%+v: %d steps", c, len(w.Explanation))
		}
		last := w.Explanation[len(w.Explanation)-1]
		if last.Code != compensation.MonthBase || last.Inputs != (compensation.Inputs{Weekly: c.base, MonthDays: 30, Amount: c.aMonth}) {
			t.Errorf("%+v: %+v", c, last)
		}
	}
}

func TestWholeWeekWithoutRate(t *testing.T) {
	_, err := compensation.WholeWeek(law.Sweden(), period.MustDay("2027-02-01"), 0)
	var missing *law.MissingError
	if !errors.As(err, &missing) || missing.Parameter != law.PriceBaseAmount || missing.On != period.MustDay("2027-02-01") {
		t.Errorf("%v", err)
	}
	for _, most := range []string{"9000000000000000000", "9000000000000000"} {
		book := bookWith(t, "price_base_amount.csv", "2026,"+most+"\n")
		if _, err := compensation.WholeWeek(book, period.MustDay("2026-02-01"), 1); !errors.Is(err, money.ErrOverflow) {
			t.Errorf("%s kronor: %v", most, err)
		}
	}
}
