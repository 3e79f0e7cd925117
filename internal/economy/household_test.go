package economy_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

var month = period.MustMonth

func kr(kronor int64) money.Ore { return money.Ore(kronor * 100) }

// example is a single parent with a child of 8 and pay with the job stimulus.
func example() economy.Facts {
	return economy.Facts{
		Month: month("2026-03"), Adults: 1, HouseholdSize: 2, Children: []economy.Child{{Age: 8}},
		Costs:   []economy.Cost{{Kind: economy.Rent, Amount: kr(6500)}},
		Incomes: []economy.Income{{Kind: economy.Work, Net: kr(5000), JobStimulus: true}},
	}
}

func reckon(t *testing.T, f economy.Facts) economy.Result {
	t.Helper()
	r, err := economy.Household(law.Sweden(), f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheExampleWithItsExplanation(t *testing.T) {
	r := reckon(t, example())
	if r.NationalStandard != 3940+3820+1410 || r.CostTotal != 6500 || r.CountedIncome != 3750 || r.Assistance != 11920 || r.Surplus != 0 {
		t.Errorf("%+v", r)
	}
	var said []string
	for _, s := range r.Steps {
		said = append(said, string(s.Code)+" "+s.Amount.String()+" "+s.Source)
	}
	const standard, covers, right = " SoF (2025:468) 12 kap. 2 §", " SoL (2025:400) 12 kap. 7 §", " SoL (2025:400) 12 kap. 1 §"
	want := []string{
		"standard.single 3940" + standard, "standard.child 3820" + standard, "standard.common 1410" + standard, "total.standard 9170" + standard,
		"cost 6500" + covers, "total.costs 6500" + covers,
		"income.stimulus 3750 SoL (2025:400) 12 kap. 8 §", "total.income 3750" + right, "result.assistance 11920" + right,
	}
	if !slices.Equal(said, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	stimulus := r.Incomes[0].Inputs
	if stimulus.Net != kr(5000) || stimulus.Share != 2500 || stimulus.Act != "SoL (2025:400) 12 kap. 8 §" || stimulus.After != 6 || stimulus.For != 24 {
		t.Errorf("%+v", stimulus)
	}
	if *r.Standard[1].Inputs.Age != 8 || r.Standard[2].Inputs.Size != 2 {
		t.Errorf("%+v", r.Standard)
	}
}

// The section is that of the month.
func TestTheActOfTheMonth(t *testing.T) {
	for on, want := range map[string]string{"2025-06": "SoL (2001:453) 4 kap. 1 b §", "2025-07": "SoL (2025:400) 12 kap. 8 §", "2014-01": "SoL (2001:453) 4 kap. 1 b §"} {
		f := example()
		f.Month = month(on)
		if got := reckon(t, f).Incomes[0]; got.Source != want || got.Inputs.Act != want {
			t.Errorf("%s: %s, %s", on, got.Source, got.Inputs.Act)
		}
	}
}

// A month outside every table refuses, and names the parameter and the month.
func TestMonthsWithoutAStandardRefuse(t *testing.T) {
	for _, on := range []string{"0001-01", "1993-05", "2013-12", "2015-01", "2016-06", "2017-06", "2018-12", "2020-01", "2022-12", "2027-01", "9999-12"} {
		f := example()
		f.Month = month(on)
		_, err := economy.Household(law.Sweden(), f)
		var missing *law.MissingError
		if !errors.As(err, &missing) || missing.Parameter != law.NationalStandard || missing.On != f.Month.First() {
			t.Errorf("%s: %v", on, err)
		}
	}
}

func TestWarnings(t *testing.T) {
	work := func(in economy.Income) func(*economy.Facts) {
		return func(f *economy.Facts) { f.Incomes = []economy.Income{in} }
	}
	allowance := work(economy.Income{Kind: economy.ChildAllowance, Net: kr(1250)})
	for name, c := range map[string]struct {
		change func(*economy.Facts)
		want   []economy.Warning
	}{
		"the allowance is missing": {func(*economy.Facts) {}, []economy.Warning{{Code: economy.AllowanceMissing, At: "incomes", Amount: 1250}}},
		"it is there":              {allowance, nil},
		"it is added":              {func(f *economy.Facts) { f.AddAllowance = true }, nil},
		"half of it": {work(economy.Income{Kind: economy.ChildAllowance, Net: kr(625)}),
			[]economy.Warning{{Code: economy.AllowanceDiffers, At: "incomes", Amount: 1250, Said: kr(625)}}},
		"nobody knows it": {func(f *economy.Facts) { f.Month = month("2014-05") }, []economy.Warning{{Code: economy.AllowanceUnknown, At: "child_allowance"}}},
		"of age":          {func(f *economy.Facts) { f.Children[0].Age = 19 }, []economy.Warning{{Code: economy.GrownChild, At: "children[0].age", Age: 19}}},
		"older beside younger": {func(f *economy.Facts) {
			allowance(f)
			f.Children, f.HouseholdSize = append(f.Children, economy.Child{Age: 16}), 3
		},
			[]economy.Warning{{Code: economy.ChildPastAge, At: "children[1].age", Age: 16}}},
		"stimulus on a benefit": {func(f *economy.Facts) {
			f.Incomes = []economy.Income{{Kind: economy.ChildAllowance, Net: kr(1250)}, {Kind: economy.SicknessBenefit, Net: kr(100), JobStimulus: true}}
		}, []economy.Warning{{Code: economy.StimulusNotWork, At: "incomes[1].job_stimulus", Kind: economy.SicknessBenefit}}},
		"more in the home": {func(f *economy.Facts) { allowance(f); f.HouseholdSize = 4 },
			[]economy.Warning{{Code: economy.LargerThanMembers, At: "household_size", Size: 4, Members: 2}}},
		"shared with nobody": {func(f *economy.Facts) { allowance(f); f.Shared = true },
			[]economy.Warning{{Code: economy.SharedWithNobody, At: "shared_household", Size: 2}}},
		"lunch at school": {func(f *economy.Facts) { allowance(f); f.Children[0].LunchAway = true },
			[]economy.Warning{{Code: economy.LunchNoMatter, At: "children[0].lunch_at_home", Age: 8}}},
	} {
		f := example()
		c.change(&f)
		r := reckon(t, f)
		if !slices.Equal(r.Warnings, c.want) {
			t.Errorf("%s: %+v, want %+v", name, r.Warnings, c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*economy.Facts)
		want   string
	}{
		"no adults":             {func(f *economy.Facts) { f.Adults = 0 }, "adults economy.refused.adults"},
		"three adults":          {func(f *economy.Facts) { f.Adults, f.HouseholdSize = 3, 4 }, "adults economy.refused.adults"},
		"together alone":        {func(f *economy.Facts) { f.Cohabiting = true }, "cohabiting economy.refused.alone_together"},
		"two who are no couple": {func(f *economy.Facts) { f.Adults, f.HouseholdSize = 2, 3 }, "cohabiting economy.refused.two_households"},
		"smaller than it is":    {func(f *economy.Facts) { f.HouseholdSize = 1 }, "household_size economy.refused.smaller_than_members"},
		"a negative home":       {func(f *economy.Facts) { f.HouseholdSize = -1 }, "household_size economy.refused.household_size"},
		"a town":                {func(f *economy.Facts) { f.HouseholdSize = 41 }, "household_size economy.refused.household_size"},
		"a child of 21":         {func(f *economy.Facts) { f.Children[0].Age = 21 }, "children[0].age economy.refused.child_age"},
		"a child not born":      {func(f *economy.Facts) { f.Children[0].Age = -1 }, "children[0].age economy.refused.child_age"},
		"a school class": {func(f *economy.Facts) { f.Children, f.HouseholdSize = make([]economy.Child, 21), 0 },
			"children economy.refused.too_many_children"},
		"a negative income":    {func(f *economy.Facts) { f.Incomes[0].Net = -1 }, "incomes[0].net economy.refused.negative"},
		"an absurd income":     {func(f *economy.Facts) { f.Incomes[0].Net = economy.MostAmount + 1 }, "incomes[0].net economy.refused.absurd"},
		"an unknown income":    {func(f *economy.Facts) { f.Incomes[0].Kind = "lottery" }, "incomes[0].kind economy.refused.income_kind"},
		"an income of no name": {func(f *economy.Facts) { f.Incomes[0].Kind = economy.OtherIncome }, "incomes[0].name economy.refused.name"},
		"a negative cost":      {func(f *economy.Facts) { f.Costs[0].Amount = -1 }, "reasonable_costs.rent economy.refused.negative"},
		"an absurd cost":       {func(f *economy.Facts) { f.Costs[0].Amount = economy.MostAmount + 1 }, "reasonable_costs.rent economy.refused.absurd"},
		"an unknown cost":      {func(f *economy.Facts) { f.Costs[0].Kind = "yacht" }, "reasonable_costs.yacht economy.refused.cost_kind"},
		"the rent twice":       {func(f *economy.Facts) { f.Costs = append(f.Costs, f.Costs[0]) }, "reasonable_costs.rent economy.refused.cost_twice"},
		"a cost of a long name": {func(f *economy.Facts) {
			f.Costs[0] = economy.Cost{Kind: economy.OtherCost, Name: strings.Repeat("x", 101)}
		}, "reasonable_costs.other[0].name economy.refused.name"},
		"a name that is no text": {func(f *economy.Facts) { f.Costs[0] = economy.Cost{Kind: economy.OtherCost, Name: "\xff"} }, "reasonable_costs.other[0].name economy.refused.name"},
		"many costs": {func(f *economy.Facts) {
			f.Costs = slices.Repeat([]economy.Cost{{Kind: economy.OtherCost, Name: "x"}}, 51)
		}, "reasonable_costs economy.refused.too_many_lines"},
		"many incomes": {func(f *economy.Facts) { f.Incomes = slices.Repeat(f.Incomes, 51) }, "incomes economy.refused.too_many_lines"},
		"the allowance twice": {func(f *economy.Facts) {
			f.AddAllowance, f.Incomes[0] = true, economy.Income{Kind: economy.ChildAllowance, Net: kr(1250)}
		}, "child_allowance economy.refused.allowance_twice"},
		"lunch away, nobody knows": {func(f *economy.Facts) {
			f.Month, f.Children[0] = month("2023-03"), economy.Child{Age: 4, LunchAway: true}
		},
			"children[0].lunch_at_home economy.refused.lunch_away_unknown"},
	} {
		f := example()
		c.change(&f)
		_, err := economy.Household(law.Sweden(), f)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || len(wrong.Fields) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := wrong.Fields[0].Name + " " + wrong.Fields[0].Text.Key; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// Whatever the facts, the lines add up to the totals, the totals to the end, and one
// more krona of an income is never more than one krona less of assistance.
func TestTheSheetAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawn(t)
		r, err := economy.Household(law.Sweden(), f)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []struct {
			lines []economy.Step
			total money.Kronor
		}{{r.Standard, r.NationalStandard}, {r.Costs, r.CostTotal}, {r.Incomes, r.CountedIncome}} {
			var sum money.Kronor
			for _, line := range part.lines {
				sum += line.Amount
			}
			if sum != part.total {
				t.Fatalf("%d and %d: %+v", sum, part.total, part.lines)
			}
		}
		if r.Assistance < 0 || r.Surplus < 0 || r.Assistance > 0 && r.Surplus > 0 || r.Need()-r.CountedIncome != r.Assistance-r.Surplus {
			t.Fatalf("%+v", r)
		}
		if len(r.Incomes) == 0 || len(f.Incomes) == 0 {
			return
		}
		f.Incomes = slices.Clone(f.Incomes)
		f.Incomes[0].Net += 100
		more, err := economy.Household(law.Sweden(), f)
		if err != nil {
			t.Fatal(err)
		}
		if fall := r.Assistance - more.Assistance; fall < 0 || fall > 1 {
			t.Fatalf("assistance falls by %d", fall)
		}
	})
}

func drawn(t *rapid.T) economy.Facts {
	adults := rapid.IntRange(1, 2).Draw(t, "adults")
	f := economy.Facts{Month: month(rapid.SampledFrom([]string{"2014-07", "2019-02", "2021-12", "2024-06", "2025-06", "2026-11"}).Draw(t, "month")),
		Adults: adults, Cohabiting: adults == 2, Shared: rapid.Bool().Draw(t, "shared")}
	for range rapid.IntRange(0, 9).Draw(t, "children") {
		f.Children = append(f.Children, economy.Child{Age: rapid.IntRange(0, 20).Draw(t, "age"), LunchAway: rapid.Bool().Draw(t, "away")})
	}
	f.HouseholdSize = f.Members() + rapid.IntRange(0, 5).Draw(t, "others")
	amount := rapid.Int64Range(0, 2_000_000)
	if rapid.Bool().Draw(t, "rent") {
		f.Costs = append(f.Costs, economy.Cost{Kind: economy.Rent, Amount: money.Ore(amount.Draw(t, "rent"))})
	}
	for range rapid.IntRange(0, 3).Draw(t, "incomes") {
		f.Incomes = append(f.Incomes, economy.Income{Kind: rapid.SampledFrom([]economy.IncomeKind{economy.Work, economy.Pension}).Draw(t, "kind"),
			Net: money.Ore(amount.Draw(t, "net")), JobStimulus: rapid.Bool().Draw(t, "stimulus")})
	}
	return f
}

// The bar is 5 µs with the explanation.
func BenchmarkHousehold(b *testing.B) {
	book, f := law.Sweden(), example()
	f.Adults, f.Cohabiting, f.HouseholdSize, f.AddAllowance = 2, true, 0, true
	f.Children = []economy.Child{{Age: 2, LunchAway: true}, {Age: 5}, {Age: 8}}
	f.Costs = append(f.Costs, economy.Cost{Kind: economy.Electricity, Amount: kr(450)}, economy.Cost{Kind: economy.Travel, Amount: kr(900)})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := economy.Household(book, f); err != nil {
			b.Fatal(err)
		}
	}
}

// The checks that came with the amounts.
func TestTheChecksOfTheFigures(t *testing.T) {
	couple := func(f *economy.Facts) { f.Adults, f.Cohabiting = 2, true }
	for name, c := range map[string]struct {
		month  string
		change func(*economy.Facts)
		want   money.Kronor
	}{
		"single":                        {"2026-03", func(*economy.Facts) {}, 5220},
		"couple":                        {"2026-03", couple, 8510},
		"couple with a child of 8":      {"2026-03", func(f *economy.Facts) { couple(f); f.Children = []economy.Child{{Age: 8}} }, 7100 + 3820 + 1790},
		"an adult in a home of five":    {"2014-03", func(f *economy.Facts) { f.Shared, f.HouseholdSize = true, 5 }, 1710/5 + 2950},
		"seven":                         {"2026-03", func(f *economy.Facts) { f.Children = make([]economy.Child, 6) }, 3940 + 6*2740 + 2830},
		"nine: two more than the table": {"2026-03", func(f *economy.Facts) { f.Children = make([]economy.Child, 8) }, 3940 + 8*2740 + 2830 + 2*190},
		"lunch away":                    {"2026-03", func(f *economy.Facts) { f.Children = []economy.Child{{Age: 5, LunchAway: true}} }, 3940 + 2720 + 1410},
	} {
		f := economy.Facts{Month: month(c.month), Adults: 1}
		c.change(&f)
		if r := reckon(t, f); r.NationalStandard != c.want || r.Assistance != c.want {
			t.Errorf("%s: %d, want %d", name, r.NationalStandard, c.want)
		}
	}
	allowance := economy.Facts{Month: month("2026-03"), Adults: 1, AddAllowance: true}
	for i, want := range []money.Kronor{1250, 2650, 4480, 6740, 9240, 11740} {
		allowance.Children = make([]economy.Child, i+1)
		if r := reckon(t, allowance); r.CountedIncome != want {
			t.Errorf("%d children: %d, want %d", i+1, r.CountedIncome, want)
		}
	}
}
