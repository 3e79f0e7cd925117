package law

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
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

// A section that no source of the programme has says so, where it is looked up.
func TestWhatIsNotCheckedAgainstTheActSaysSo(t *testing.T) {
	book := Sweden()
	for _, subject := range book.Subjects() {
		for _, on := range []string{"2017-08-01", "2026-08-01"} {
			act, err := book.Act(subject, day(on))
			if err != nil {
				continue // not in force that day
			}
			unchecked := subject == Appeal || subject == EqualTreatment || subject == ParentsDuty
			if strings.Contains(act.Note, "not checked") != unchecked {
				t.Errorf("%s on %s: %q", subject, on, act.Note)
			}
		}
	}
	for _, on := range []string{"2017-08-01", "2026-08-01"} {
		if weeks, err := book.AppealWeeks(day(on)); err != nil || !strings.Contains(weeks.Note, "not checked") {
			t.Errorf("%+v, %v", weeks, err)
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
		NationalStandard:    func(on period.Day) error { _, err := book.NationalStandard(on); return err },
		ChildAllowance:      func(on period.Day) error { _, err := book.ChildAllowance(on); return err },
		JobStimulusTerms:    func(on period.Day) error { _, err := book.JobStimulusTerms(on); return err },
		SubsidisedJobs:      func(on period.Day) error { _, err := book.SubsidisedJobs(on); return err },
	}
	for _, name := range Names() {
		lookup, tested := lookups[name]
		if !tested {
			t.Fatalf("%s has no lookup here", name)
		}
		last := day("2026-12-31")
		if name == SubsidisedJobs {
			last = day("2020-12-31") // the year of the source
		}
		after := last.AddDays(1)
		if err := lookup(last); err != nil {
			t.Errorf("%s on the last known day: %v", name, err)
		}
		err := lookup(after)
		var missing *MissingError
		if !errors.As(err, &missing) || missing.Parameter != name || missing.On != after {
			t.Errorf("%s after it: %v", name, err)
		}
		var shown *fault.Error
		if !errors.As(err, &shown) || shown.Text.Key != "law.missing."+string(name) {
			t.Errorf("%s after it is shown as %v", name, shown)
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
		JobStimulus, ChildrensIncome, ActivityDuty, StudyStartSupport, PriceBase, Coordination, SocialSecrecy, Appeal, EqualTreatment, ParentsDuty}
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

// The standard as the ordinance has it, and no more than it.
func TestNationalStandard(t *testing.T) {
	for on, want := range map[string][4]money.Kronor{ // single, couple, common for one and for seven
		"2014-06-01": {2950, 5320, 930, 2120}, "2019-12-31": {3090, 5570, 990, 2220}, "2021-01-01": {3160, 5700, 1020, 2270},
		"2023-05-05": {3490, 6300, 1130, 2510}, "2024-05-05": {3800, 6850, 1230, 2730}, "2025-06-30": {3910, 7050, 1270, 2810},
		"2025-07-01": {3910, 7050, 1270, 2810}, "2026-12-31": {3940, 7100, 1280, 2830},
	} {
		p, err := Sweden().NationalStandard(day(on))
		if err != nil {
			t.Errorf("%s: %v", on, err)
			continue
		}
		s := p.Value
		if got := [4]money.Kronor{s.Single, s.Couple, s.Common[0], s.Common[6]}; got != want || len(s.Common) != 7 || s.CommonBeyond < 170 {
			t.Errorf("%s: %v, want %v", on, got, want)
		}
		next := 0
		for _, c := range s.Children {
			if c.FromAge != next || c.ToAge < c.FromAge || c.Amount <= 0 || c.LunchAway >= c.Amount {
				t.Errorf("%s: %+v after age %d", on, c, next-1)
			}
			next = c.ToAge + 1
		}
		if next != 21 {
			t.Errorf("%s: children to the age of %d", on, next-1)
		}
	}
	for _, on := range []string{"2013-12-31", "2015-01-01", "2018-12-31", "2020-07-01", "2022-01-01", "2022-12-31", "2027-01-01"} {
		if _, err := Sweden().NationalStandard(day(on)); err == nil {
			t.Errorf("%s: a standard", on)
		}
	}
	source, _ := Sweden().NationalStandard(day("2025-07-01"))
	if source.Source != "SoF (2025:468) 12 kap. 2 §" {
		t.Errorf("%s", source.Source)
	}
}

func TestAmountsInKronorAreReadExactly(t *testing.T) {
	jobs, err := Sweden().SubsidisedJobs(day("2020-03-01"))
	if err != nil || jobs.Value.Assistance.Single != 797277 || jobs.Value.OnCost != 3741 || jobs.Value.Subsidies.ExtraService != 2510100 {
		t.Errorf("%+v, %v", jobs, err)
	}
	var k Krona
	for _, text := range []string{"", "1.234", "-1", "1 000", "1,5"} {
		if err := k.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was read as %d", text, k)
		}
	}
}
