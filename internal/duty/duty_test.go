package duty

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

var month = period.MustMonth

func TestTheHoursOfAMonth(t *testing.T) {
	for name, c := range map[string]struct {
		facts        Facts
		weekly, full string
	}{
		"full":                               {Facts{Month: month("2026-10")}, "40", "176"},
		"a young child":                      {Facts{Month: month("2026-10"), YoungChild: true}, "30", "132"},
		"a young child and part-time work":   {Facts{Month: month("2026-10"), YoungChild: true, PartTime: Whole(12)}, "18", "79.2"},
		"half hours":                         {Facts{Month: month("2026-10"), PartTime: 750}, "32.5", "143"},
		"as much work as is asked":           {Facts{Month: month("2026-11"), PartTime: Whole(40)}, "0", "0"},
		"more than is asked":                 {Facts{Month: month("2026-11"), YoungChild: true, PartTime: Whole(38)}, "0", "0"},
		"December: Christmas Day a Friday":   {Facts{Month: month("2026-12")}, "40", "176"},
		"November: no holiday on a work day": {Facts{Month: month("2026-11")}, "40", "168"},
		"a third of a week rounds half up":   {Facts{Month: month("2026-10"), PartTime: 3999}, "0.01", "0.04"},
	} {
		r, err := Month(law.Sweden(), c.facts)
		if err != nil || !r.Applies || r.Because != "" || r.WeeklyHours.String() != c.weekly || r.MonthHours.String() != c.full {
			t.Errorf("%s: %s a week, %s in %d days, %v", name, r.WeeklyHours, r.MonthHours, r.WorkingDays, err)
		}
		if r.First != month("2026-10") || r.ChildAge != 8 || r.Source != "SoL (2025:400) 12 kap. 4 a-6 a §§" {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// Before October 2026 it does not apply, and says why; after what is known it refuses.
func TestWhenItApplies(t *testing.T) {
	for on, because := range map[string]Reason{"2017-01": NotInForce, "2026-06": NotInForce, "2026-07": NotYetApplied, "2026-09": NotYetApplied} {
		r, err := Month(law.Sweden(), Facts{Month: month(on)})
		if err != nil || r.Applies || r.Because != because || r.WeeklyHours != 0 || r.MonthHours != 0 || r.First != month("2026-10") {
			t.Errorf("%s: %+v, %v", on, r, err)
		}
	}
	_, err := Month(law.Sweden(), Facts{Month: month("2027-01")})
	var missing *law.MissingError
	if !errors.As(err, &missing) || missing.Parameter != law.ActivityRequirement {
		t.Errorf("%v", err)
	}
}

func TestHoursThatCannotBeAreRefused(t *testing.T) {
	for _, hours := range []Hours{-1, MostHours + 1} {
		for _, on := range []string{"2026-09", "2026-10"} {
			if _, err := Month(law.Sweden(), Facts{Month: month(on), PartTime: hours}); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("%s: %v", hours, err)
			}
		}
	}
	for text, want := range map[string]Hours{"12": 1200, "7.5": 750, "7,25": 725, "-3": -300, "0": 0} {
		if h, err := ParseHours(text); err != nil || h != want {
			t.Errorf("%s: %d, %v", text, h, err)
		}
	}
	for _, text := range []string{"", "x", "1.234", "1e3", "12 h", "9999999", "NaN"} {
		if h, err := ParseHours(text); err == nil {
			t.Errorf("%q is %s", text, h)
		}
	}
	for hours, text := range map[Hours]string{1800: "18", 7920: "79.2", 705: "7.05", -50: "-0.5"} {
		if said, err := json.Marshal(hours); err != nil || string(said) != text {
			t.Errorf("%d is %s, %v", hours, said, err)
		}
	}
}

// Own job search is planned and not counted.
func TestCoverage(t *testing.T) {
	for name, c := range map[string]struct {
		weekly     Hours
		activities []Activity
		want       Coverage
	}{
		"nothing planned":      {Whole(40), nil, Coverage{Duty: 4000, Short: 4000}},
		"own job search alone": {Whole(40), []Activity{{OwnJobSearch, Whole(40)}}, Coverage{Duty: 4000, Planned: 4000, Short: 4000}},
		"each kind that counts": {Whole(40), []Activity{{Motivation, 500}, {Language, 1500}, {Prerequisites, 500}, {AtWorkplace, 1000}, {OwnJobSearch, 500}},
			Coverage{Duty: 4000, Planned: 4000, Counted: 3500, Short: 500, Percent: 87}},
		"met to the hour":        {Whole(18), []Activity{{AtWorkplace, Whole(18)}}, Coverage{Duty: 1800, Planned: 1800, Counted: 1800, Percent: 100}},
		"almost":                 {Whole(40), []Activity{{Language, 3999}}, Coverage{Duty: 4000, Planned: 3999, Counted: 3999, Short: 1, Percent: 99}},
		"more than is asked":     {Whole(10), []Activity{{AtWorkplace, Whole(20)}}, Coverage{Duty: 1000, Planned: 2000, Counted: 2000, Percent: 100}},
		"nothing asked":          {0, nil, Coverage{Percent: 100}},
		"an unknown kind":        {Whole(10), []Activity{{"hobby", Whole(10)}}, Coverage{Duty: 1000, Planned: 1000, Short: 1000}},
		"hours below nothing":    {Whole(10), []Activity{{Language, -500}, {AtWorkplace, 500}}, Coverage{Duty: 1000, Planned: 500, Counted: 500, Short: 500, Percent: 50}},
		"a duty that is nothing": {-100, nil, Coverage{Percent: 100}},
	} {
		if got := Cover(c.weekly, c.activities); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	counting := 0
	for _, k := range Kinds() {
		if k.Counts() {
			counting++
		}
	}
	if counting != 4 || len(Kinds()) != 5 {
		t.Errorf("%d of %d kinds count", counting, len(Kinds()))
	}
}

func TestQuarters(t *testing.T) {
	for of, first := range map[string]string{"2026-10": "2026-10", "2026-12": "2026-10", "2026-01": "2026-01", "2026-06": "2026-04"} {
		if q := QuarterOf(month(of)); q.First != month(first) || !q.Has(month(of)) || q.Has(q.First.AddMonths(3)) || q.Has(q.First.AddMonths(-1)) {
			t.Errorf("%s: %s", of, q.First)
		}
	}
}

// A person counts once in the quarter, by the obstacle of the latest month.
func TestTheReportOfAQuarter(t *testing.T) {
	lines, sum, err := Report(QuarterOf(month("2026-10")), []PersonMonth{
		{Person: "a", Month: month("2026-11"), Obstacle: casefile.SocialReasons, Gender: person.Woman, Reduced: true},
		{Person: "a", Month: month("2026-10"), Obstacle: casefile.UnemployedNoBenefit, Gender: person.Woman, Assigned: true},
		{Person: "a", Month: month("2027-01"), Obstacle: casefile.NoObstacle, Denied: true}, // another quarter
		{Person: "b", Month: month("2026-12"), Gender: person.Man, Obstacle: casefile.UnemployedNoBenefit, Assigned: true, Denied: true},
		{Person: "c", Month: month("2026-12")},
		{Person: "d", Month: month("2026-09"), Obstacle: casefile.SocialReasons, Assigned: true}, // another quarter
		{Person: "e", Month: month("2026-10"), Obstacle: "no such"},
	})
	woman, man := Tally{Persons: 1, Assigned: 1, Reduced: 1}, Tally{Persons: 1, Assigned: 1, Denied: 1}
	if err != nil || sum != (Count{Persons: 4, Assigned: 2, Reduced: 1, Denied: 1, Women: woman, Men: man}) {
		t.Errorf("%+v, %v", sum, err)
	}
	want := map[casefile.Obstacle]Count{
		casefile.SocialReasons:       {Obstacle: casefile.SocialReasons, Persons: 1, Assigned: 1, Reduced: 1, Women: woman},
		casefile.UnemployedNoBenefit: {Obstacle: casefile.UnemployedNoBenefit, Persons: 1, Assigned: 1, Denied: 1, Men: man},
		"":                           {Persons: 2},
	}
	if len(lines) != 24 || lines[23].Obstacle != "" || lines[0].Obstacle != casefile.Obstacles()[0] {
		t.Errorf("%d lines", len(lines))
	}
	for _, line := range lines {
		expected, some := want[line.Obstacle]
		if !some {
			expected.Obstacle = line.Obstacle
		}
		if line != expected {
			t.Errorf("%+v, want %+v", line, expected)
		}
	}
	_, _, err = Report(QuarterOf(month("2026-10")), []PersonMonth{{Person: "a", Month: month("2026-10")}, {Person: "b", Month: month("2026-10")}, {Person: "a", Month: month("2026-10")}})
	var twice *TwiceError
	if !errors.As(err, &twice) || twice.Person != "a" || twice.Month != month("2026-10") {
		t.Errorf("%v", err)
	}
}

// The order of the rows does not matter, and the lines are the sum.
func TestTheReportAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []PersonMonth
		for _, who := range []ident.ID{"a", "b", "c", "d"} {
			for _, on := range []string{"2026-09", "2026-10", "2026-12"} {
				if rapid.Bool().Draw(t, "there") {
					rows = append(rows, PersonMonth{Person: who, Month: month(on), Obstacle: rapid.SampledFrom(casefile.Obstacles()).Draw(t, "obstacle"),
						Gender:   rapid.SampledFrom([]person.Gender{person.Woman, person.Man}).Draw(t, "gender"),
						Assigned: rapid.Bool().Draw(t, "assigned"), Reduced: rapid.Bool().Draw(t, "reduced"), Denied: rapid.Bool().Draw(t, "denied")})
				}
			}
		}
		lines, sum, err := Report(QuarterOf(month("2026-11")), rows)
		if err != nil {
			t.Fatal(err)
		}
		var total Count
		for _, line := range lines {
			total.Persons, total.Assigned = total.Persons+line.Persons, total.Assigned+line.Assigned
			total.Reduced, total.Denied = total.Reduced+line.Reduced, total.Denied+line.Denied
		}
		total.Women, total.Men = sum.Women, sum.Men
		if total != sum || sum.Women.Persons+sum.Men.Persons != sum.Persons || sum.Women.Denied+sum.Men.Denied != sum.Denied {
			t.Fatalf("%+v, %+v", total, sum)
		}
		again, _, _ := Report(QuarterOf(month("2026-11")), rapid.Permutation(rows).Draw(t, "other order"))
		for i := range lines {
			if lines[i] != again[i] {
				t.Fatalf("%+v, %+v", lines[i], again[i])
			}
		}
	})
}

func TestQuartersAreReadAndWritten(t *testing.T) {
	for text, want := range map[string]string{"2026Q4": "2026-10", "2026-Q3": "2026-07", "2026k2": "2026-04", "2027q1": "2027-01"} {
		q, err := ParseQuarter(text)
		if err != nil || q.First != month(want) || q.Last() != month(want).AddMonths(2) {
			t.Errorf("%s: %s, %v", text, q.First, err)
		}
		if again, err := ParseQuarter(q.String()); err != nil || again != q {
			t.Errorf("%s: %s, %v", text, q, err)
		}
	}
	for _, text := range []string{"", "2026", "2026Q0", "2026Q5", "26Q4", "2026-10", "0000Q1", "Q4", "2026Q44"} {
		if _, err := ParseQuarter(text); !errors.Is(err, ErrNotAQuarter) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
