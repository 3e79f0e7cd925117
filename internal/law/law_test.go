package law

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

var day = period.MustDay

func TestPriceBaseAmountPerCalendarYear(t *testing.T) {
	for on, want := range map[string]string{
		"1993-01-01": "34400", "2010-06-30": "42400", "2016-12-31": "44300", "2017-01-01": "44800",
		"2017-12-31": "44800", "2023-05-05": "52500", "2026-12-31": "59200",
	} {
		p, err := Sweden().PriceBaseAmount(day(on))
		if err != nil || p.Value.String() != want {
			t.Errorf("%s: %s (%v), want %s", on, p.Value, err, want)
		}
		if year := day(on).Year(); p.Valid != (period.Span{From: period.Date(year, 1, 1), To: period.Date(year, 12, 31)}) {
			t.Errorf("%s: valid %s", on, p.Valid)
		}
		if p.Source == "" {
			t.Errorf("%s: no source", on)
		}
	}
}

// The last day of every row is a wall, not a hint.
func TestMissingIsRefusedAndNeverTheOldValue(t *testing.T) {
	book := Sweden()
	lookups := map[Name]func(period.Day) error{
		PriceBaseAmount:     func(on period.Day) error { _, err := book.PriceBaseAmount(on); return err },
		CompensationRules:   func(on period.Day) error { _, err := book.Compensation(on); return err },
		ProgrammeRules:      func(on period.Day) error { _, err := book.Programme(on); return err },
		CaseloadLimit:       func(on period.Day) error { _, err := book.CaseloadLimit(on); return err },
		ActivityRequirement: func(on period.Day) error { _, err := book.ActivityRequirement(on); return err },
		Clocks:              func(on period.Day) error { _, err := book.Clocks(on); return err },
		GuaranteeDays:       func(on period.Day) error { _, err := book.GuaranteeDays(on); return err },
		AppealWeeks:         func(on period.Day) error { _, err := book.AppealWeeks(on); return err },
	}
	for _, name := range Names() {
		lookup, tested := lookups[name]
		if !tested {
			t.Fatalf("%s has no lookup here", name)
		}
		if err := lookup(day("2026-12-31")); err != nil {
			t.Errorf("%s on the last known day: %v", name, err)
		}
		err := lookup(day("2027-01-01"))
		var missing *MissingError
		if !errors.As(err, &missing) || missing.Parameter != name || missing.On != day("2027-01-01") {
			t.Errorf("%s in 2027: %v", name, err)
		}
		var shown *fault.Error
		if !errors.As(err, &shown) || shown.Text.Key != "law.missing."+string(name) {
			t.Errorf("%s in 2027 is shown as %v", name, shown)
		}
	}
	if _, err := book.PriceBaseAmount(day("1992-12-31")); err == nil {
		t.Error("an amount before the first")
	}
}

func TestLastKnownDay(t *testing.T) {
	if last := Sweden().LastKnownDay(); last != day("2026-12-31") {
		t.Errorf("%s", last)
	}
}

func TestRatesAndRules(t *testing.T) {
	on := day("2026-03-01")
	rates, err := Sweden().Compensation(on)
	if err != nil || rates.Value != (Compensation{RuleSet: "SKL 2017/1", Base: 475, FirstChild: 33, SecondChild: 21, LaterChild: 11, MonthDays: 30}) {
		t.Errorf("%+v, %v", rates, err)
	}
	rules, err := Sweden().Programme(on)
	if err != nil || rules.Value != (Programme{RuleSet: "SKL 2017", YoungestAtStart: 25, OldestAtStart: 58, Years: 1, ExtensionYears: 1, FullTimeHours: 40}) {
		t.Errorf("%+v, %v", rules, err)
	}
	duty, err := Sweden().ActivityRequirement(day("2026-07-01"))
	if err != nil || duty.Value.FirstApplied != period.MustMonth("2026-10") || duty.Value.WeeklyHours != 40 {
		t.Errorf("%+v, %v", duty, err)
	}
	if _, err := Sweden().ActivityRequirement(day("2026-06-30")); err == nil {
		t.Error("a requirement before it came into force")
	}
}

func TestActInForce(t *testing.T) {
	for _, c := range []struct {
		subject Subject
		on      string
		want    string
	}{
		{TakePart, "2025-06-30", "SoL (2001:453) 4 kap. 4 §"},
		{TakePart, "2025-07-01", "SoL (2025:400) 12 kap. 4 §"},
		{RefusalOrReduction, "2026-01-01", "SoL (2025:400) 12 kap. 5 §"},
		{ActivityDuty, "2026-07-01", "SoL (2025:400) 12 kap. 4 a-6 a §§"},
		{ActivityDuty, "2026-06-30", ""},
		{StudyStartSupport, "2025-12-31", "lag (2017:527) 17-18 §§"},
		{StudyStartSupport, "2026-01-01", ""},
		{TakePart, "2027-01-01", ""},
		{"no such subject", "2026-01-01", ""},
	} {
		act, err := Sweden().Act(c.subject, day(c.on))
		if act.Value.Citation != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s on %s: %q, %v; want %q", c.subject, c.on, act.Value.Citation, err, c.want)
		}
	}
	named := []Subject{FinancialAssistance, AtDisposal, TakePart, RefusalOrReduction, NotAnEmployee, WhatAssistanceCovers,
		JobStimulus, ChildrensIncome, ActivityDuty, StudyStartSupport, PriceBase, Coordination, SocialSecrecy, Appeal}
	if mapped := Sweden().Subjects(); len(mapped) != len(named) {
		t.Errorf("the map has %d subjects and the code names %d", len(mapped), len(named))
	}
	for _, s := range named {
		if _, known := Sweden().acts[s]; !known {
			t.Errorf("%s is not on the map", s)
		}
	}
}

// A book is refused whole when a file of it is wrong, and the error names the file.
func TestOpenRefuses(t *testing.T) {
	const row = "- {from: 2017-01-01, to: 2026-12-31, source: x, value: 20}\n"
	for name, text := range map[string]string{
		"two rows for a day": row + row,
		"an unknown field":   "- {from: 2017-01-01, to: 2026-12-31, source: x, valeu: 20}\n",
		"no last day":        "- {from: 2017-01-01, source: x, value: 20}\n",
		"no source":          "- {from: 2017-01-01, to: 2026-12-31, value: 20}\n",
		"ends before":        "- {from: 2027-01-01, to: 2026-12-31, source: x, value: 20}\n",
		"not a day":          "- {from: 2017-02-30, to: 2026-12-31, source: x, value: 20}\n",
		"nothing":            "[]\n",
	} {
		data := fstest.MapFS{}
		entries, err := embedded.ReadDir("data")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			content, err := embedded.ReadFile("data/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			data[e.Name()] = &fstest.MapFile{Data: content}
		}
		if _, err := Open(data); err != nil {
			t.Fatalf("as it is: %v", err)
		}
		data["caseload_limit.yaml"] = &fstest.MapFile{Data: []byte(text)}
		if _, err := Open(data); err == nil || !strings.Contains(err.Error(), "caseload_limit") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
