package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

// sums is a command that reckons, and its answer in JSON.
func sums(t *testing.T, args ...string) map[string]any {
	t.Helper()
	code, out, err := run(t, append(append([]string{"calc"}, args...), "--json")...)
	var said map[string]any
	if e := json.Unmarshal([]byte(out), &said); e != nil || code != Fine || err != "" || strings.Contains(out, "⟦") {
		t.Fatalf("%q: exit code %d, %s %s, %v", args, code, out, err, e)
	}
	return said
}

// holds tells whether the answer says so.
func holds(t *testing.T, said map[string]any, want map[string]any) {
	t.Helper()
	for name, value := range want {
		if said[name] != value {
			t.Errorf("%s is %v, want %v", name, said[name], value)
		}
	}
}

// Every figure of the source by its name (004 s. 12, tables 1-3).
func TestCalcWage(t *testing.T) {
	said := sums(t, "wage")
	holds(t, said, map[string]any{
		"gross_wage": 19100.0, "employer_on_cost": 37.41, "holiday_supplement": 1.56, "total_wage_cost": 26543.0,
		"net_wage_tax_table_32_2020": 15507.0, "subsidy_new_start_job": 6001.0, "subsidy_introduction_job": 20081.0,
		"subsidy_extra_service": 25101.0, "remaining_new_start_job": 20542.0, "remaining_introduction_job": 6462.0,
		"remaining_extra_service": 1442.0, "assistance_single": 7973.0, "assistance_single_with_children": 9713.0,
		"assistance_couple_several_children_one_works": 11885.0, "net_single_new_start": -12570.0,
		"net_single_introduction": 1511.0, "net_single_extra": 6531.0, "net_single_children_new_start": -10829.0,
		"net_single_children_introduction": 3251.0, "net_single_children_extra": 8271.0, "net_couple_new_start": -8657.0,
		"net_couple_introduction": 5423.0, "net_couple_extra": 10443.0,
	})
	if list := said["quantities"].([]any); len(list) != 23 {
		t.Errorf("%d quantities", len(list))
	}
	holds(t, sums(t, "wage", "--set", "gross_wage=20000", "--set", "employer_on_cost=40.5"), map[string]any{
		"gross_wage": 20000.0, "employer_on_cost": 40.5, "total_wage_cost": 28412.0,
	})
}

// The project of the source (001).
func TestCalcPayback(t *testing.T) {
	said := sums(t, "payback", "--cost", "4280000", "--annual-saving", "2900000")
	holds(t, said, map[string]any{"payback_years": 1.476, "break_even_share": 0.492, "years": 3.0})
	if len(said["net"].([]any)) != 4 || len(said["sensitivity"].([]any)) != 49 {
		t.Errorf("%v", said)
	}
	holds(t, sums(t, "payback", "--cost", "1000"), map[string]any{"payback_years": nil, "break_even_share": nil})
	holds(t, sums(t, "payback", "--way", "hasky", "--worker-year", "600000", "--annual-saving", "2000000"),
		map[string]any{"extra_workers": 2.25, "annual_cost": 1350000.0, "annual_net": 650000.0, "break_even_share": 0.675})
	holds(t, sums(t, "payback", "--way", "resursjobb", "--wage-cost", "26543", "--subsidy", "6001", "--assistance", "9713", "--handling", "1000", "--self-supporting", "50"),
		map[string]any{"monthly_net_cost": 9829.0, "invested": 117948.0, "payback_months": 22.018})
}

func TestCalcDuty(t *testing.T) {
	holds(t, sums(t, "duty", "--month", "2026-10", "--child-under-8", "--part-time-hours", "12"),
		map[string]any{"applies": true, "weekly_hours": 18.0, "month_hours": 79.2, "working_days": 22.0, "month_way": "fifth_a_working_day"})
	holds(t, sums(t, "duty", "--month", "2026-09"), map[string]any{"applies": false, "reason": "not_yet_applied", "weekly_hours": 0.0, "first_applied": "2026-10"})
	holds(t, sums(t, "duty", "--month", "2020-01"), map[string]any{"applies": false, "reason": "not_in_force"})
	covered := sums(t, "duty", "--month", "2026-10", "--activity", "language=15", "--activity", "own_job_search=25")["coverage"].(map[string]any)
	holds(t, covered, map[string]any{"planned_hours": 40.0, "counted_hours": 15.0, "short_hours": 25.0, "percent": 37.0})
}

func TestCalcSumsInWords(t *testing.T) {
	for want, args := range map[string][]string{
		"Ensam i nystartsjobb: −12 570 kr":            {"wage"},
		"Single in a new-start job: −12 570 kr":       {"wage", "--language", "en"},
		"avrundad till hela kronor för sig":           {"wage"},
		"rounded to whole kronor by itself":           {"wage", "--language", "en"},
		"tillbaka efter 1,476 år":                     {"payback", "--cost", "4280000", "--annual-saving", "2900000"},
		"kommer aldrig tillbaka":                      {"payback", "--cost", "1"},
		"2.25 case workers more":                      {"payback", "--way", "hasky", "--worker-year", "600000", "--language", "en"},
		"efter att anställningen har slutat":          {"payback", "--way", "resursjobb", "--wage-cost", "9000", "--assistance", "8000"},
		"är 18 timmar i veckan":                       {"duty", "--month", "2026-10", "--child-under-8", "--part-time-hours", "12"},
		"first applied to the assistance for October": {"duty", "--month", "2026-09", "--language", "en"},
		"Planen täcker 37 procent":                    {"duty", "--month", "2026-10", "--activity", "language=15"},
	} {
		code, out, err := run(t, append([]string{"calc"}, args...)...)
		if code != Fine || err != "" || !strings.Contains(out, want) || strings.Contains(out, "⟦") {
			t.Errorf("%q: exit code %d, %s\n%s does not say %q", args, code, err, out, want)
		}
	}
}

func TestCalcSumsRefuse(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"a year without figures":   {[]string{"wage", "--year", "2021"}, "subsidised_jobs"},
		"a year that is none":      {[]string{"wage", "--year", "0"}, "--year"},
		"a figure of no name":      {[]string{"wage", "--set", "bonus=5"}, "gross_wage"},
		"a reckoned figure":        {[]string{"wage", "--set", "total_wage_cost=5"}, "total_wage_cost"},
		"a figure of no amount":    {[]string{"wage", "--set", "gross_wage"}, "--set"},
		"a negative figure":        {[]string{"wage", "--set", "gross_wage=-5"}, "--set"},
		"an absurd figure":         {[]string{"wage", "--set", "gross_wage=1000001"}, "gross_wage"},
		"no cost":                  {[]string{"payback"}, "--cost"},
		"a negative saving":        {[]string{"payback", "--cost=5", "--annual-saving=-5"}, "--annual-saving"},
		"a century":                {[]string{"payback", "--cost=5", "--years=100"}, "--years"},
		"a cost in words":          {[]string{"payback", "--cost", "much"}, "--cost"},
		"another way":              {[]string{"payback", "--way", "magic"}, "--way"},
		"hasky without a cost":     {[]string{"payback", "--way", "hasky"}, "--worker-year"},
		"hasky with no share":      {[]string{"payback", "--way", "hasky", "--fewer-percent", "half"}, "--fewer-percent"},
		"resursjobb for no time":   {[]string{"payback", "--way", "resursjobb", "--months", "0"}, "--months"},
		"resursjobb with no share": {[]string{"payback", "--way", "resursjobb", "--self-supporting", "x"}, "--self-supporting"},
		"no month":                 {[]string{"duty"}, "--month"},
		"a month of fifteen":       {[]string{"duty", "--month", "2015-13"}, `"2015-13"`},
		"a month to come":          {[]string{"duty", "--month", "2027-01"}, "activity_requirement"},
		"negative hours":           {[]string{"duty", "--month", "2026-10", "--part-time-hours=-1"}, "--part-time-hours"},
		"absurd hours":             {[]string{"duty", "--month", "2026-10", "--part-time-hours", "169"}, "168"},
		"hours in words":           {[]string{"duty", "--month", "2026-10", "--part-time-hours", "many"}, `"many"`},
		"an unknown activity":      {[]string{"duty", "--month", "2026-10", "--activity", "hobby=5"}, "own_job_search"},
		"an activity of no hours":  {[]string{"duty", "--month", "2026-10", "--activity", "language"}, "--activity"},
	} {
		code, out, err := run(t, append([]string{"calc"}, c.args...)...)
		if code != Refused || out != "" || !strings.Contains(err, c.says) || strings.Contains(err, "⟦") {
			t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, err)
		}
	}
}
