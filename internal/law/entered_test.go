package law

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

func amount(days, value string, replaces bool) Entered {
	return Entered{Parameter: PriceBaseAmount, Days: period.MustSpan(days[:10], days[11:]), Value: value, Source: "förordning (2026:1)", Replaces: replaces}
}

// A year that the book does not know is added with its source, and the book that it was
// added to still refuses it.
func TestWithAddsAYear(t *testing.T) {
	book := Sweden()
	next, err := book.With(amount("2027-01-01/2027-12-31", "60300", false))
	if err != nil {
		t.Fatal(err)
	}
	p, err := next.PriceBaseAmount(day("2027-12-31"))
	if err != nil || p.Value != 60300 || p.Source != "förordning (2026:1)" || p.Valid != period.MustSpan("2027-01-01", "2027-12-31") {
		t.Errorf("%+v, %v", p, err)
	}
	if last := next.LastDays(); last[PriceBaseAmount] != day("2027-12-31") || last[CompensationRules] != day("2026-12-31") {
		t.Errorf("%v", last)
	}
	for _, refused := range []func() error{
		func() error { _, err := book.PriceBaseAmount(day("2027-01-01")); return err },
		func() error { _, err := next.PriceBaseAmount(day("2028-01-01")); return err },
		func() error { _, err := next.Compensation(day("2027-01-01")); return err },
	} {
		if missing := (*MissingError)(nil); !errors.As(refused(), &missing) {
			t.Error("a day without a value was answered")
		}
	}
}

// A correction in the middle of a year leaves what was on each side, each with the days
// that it is left: a reckoning never goes on with the old row past its last day.
func TestWithReplacesASpan(t *testing.T) {
	next, err := Sweden().With(amount("2026-03-02/2026-03-31", "59300", true))
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]struct {
		value money.Kronor
		valid period.Span
	}{
		"2026-03-01": {59200, period.MustSpan("2026-01-01", "2026-03-01")},
		"2026-03-02": {59300, period.MustSpan("2026-03-02", "2026-03-31")},
		"2026-04-01": {59200, period.MustSpan("2026-04-01", "2026-12-31")},
	} {
		if p, err := next.PriceBaseAmount(day(on)); err != nil || p.Value != want.value || p.Valid != want.valid {
			t.Errorf("%s: %+v, %v", on, p, err)
		}
	}
}

func TestWithRulesThatGoOn(t *testing.T) {
	next, err := Sweden().With(Entered{Parameter: CompensationRules, Days: period.MustSpan("2027-01-01", "2027-12-31"), Source: "beslut",
		Value: `{"rule_set":"SKL 2017/1","base_percent":"4.75","first_child_percent":"0.33","second_child_percent":"0.21","later_child_percent":"0.11","month_days":30}`})
	if err != nil {
		t.Fatal(err)
	}
	was, _ := Sweden().Compensation(day("2026-12-31"))
	if now, err := next.Compensation(day("2027-06-01")); err != nil || now.Value != was.Value || now.Source != "beslut" {
		t.Errorf("%+v, %v", now, err)
	}
}

func TestWithRefuses(t *testing.T) {
	whole := period.MustSpan("2027-01-01", "2027-12-31")
	for name, row := range map[string]Entered{
		"a year already there":  amount("2026-01-01/2026-12-31", "60000", false),
		"a day already there":   amount("2026-12-31/2027-12-31", "60000", false),
		"nothing":               amount("2027-01-01/2027-12-31", "0", false),
		"less than nothing":     amount("2027-01-01/2027-12-31", "-100", false),
		"no number":             amount("2027-01-01/2027-12-31", `"60300"`, false),
		"no whole number":       amount("2027-01-01/2027-12-31", "60300.5", false),
		"two values":            amount("2027-01-01/2027-12-31", "60300 60300", false),
		"no value":              amount("2027-01-01/2027-12-31", "", false),
		"days backwards":        {Parameter: PriceBaseAmount, Days: period.Span{From: whole.To, To: whole.From}, Value: "60300", Source: "x"},
		"no source":             {Parameter: PriceBaseAmount, Days: whole, Value: "60300"},
		"another parameter":     {Parameter: CaseloadLimit, Days: whole, Value: "20", Source: "x"},
		"an unknown field":      {Parameter: CompensationRules, Days: whole, Value: `{"rule_set":"SKL 2017/1","base":"4.75"}`, Source: "x"},
		"rules without a name":  {Parameter: CompensationRules, Days: whole, Value: `{"base_percent":"4.75","month_days":30}`, Source: "x"},
		"rules without a rate":  {Parameter: CompensationRules, Days: whole, Value: `{"rule_set":"SKL 2017/1","month_days":30}`, Source: "x"},
		"rules without a month": {Parameter: CompensationRules, Days: whole, Value: `{"rule_set":"SKL 2017/1","base_percent":"4.75"}`, Source: "x"},
	} {
		if _, err := Sweden().With(row); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	taken := (*TakenError)(nil)
	if _, err := Sweden().With(amount("2026-12-01/2027-12-31", "60000", false)); !errors.As(err, &taken) || taken.Days != period.MustSpan("2026-12-01", "2026-12-31") {
		t.Errorf("%v", err)
	}
}

// Whatever is laid over whatever, on each day the last value that speaks of it holds,
// and every value is valid on the day that it is given for.
func TestTheLastThatSpeaksOfADayHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := day("2026-11-01")
		var rows []Entered
		for i := range rapid.IntRange(0, 6).Draw(t, "rows") {
			from := start.AddDays(rapid.IntRange(0, 90).Draw(t, "from"))
			rows = append(rows, Entered{Parameter: PriceBaseAmount, Days: period.Span{From: from, To: from.AddDays(rapid.IntRange(0, 40).Draw(t, "days"))},
				Value: money.Kronor(50000 + 100*i).String(), Source: "x", Replaces: true})
		}
		book, err := Sweden().With(rows...)
		if err != nil {
			t.Fatal(err)
		}
		for on := start; on < start.AddDays(140); on++ {
			want, known := money.Kronor(59200), on <= day("2026-12-31")
			for i, r := range rows {
				if r.Days.Contains(on) {
					want, known = money.Kronor(50000+100*i), true
				}
			}
			p, err := book.PriceBaseAmount(on)
			if (err == nil) != known || known && (p.Value != want || !p.Valid.Contains(on)) {
				t.Fatalf("%s: %+v, %v, want %s", on, p, err, want)
			}
		}
	})
}
