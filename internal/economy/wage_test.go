package economy_test

import (
	"errors"
	"testing"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

func jobs(t *testing.T) law.Parameter[law.Jobs] {
	t.Helper()
	p, err := law.Sweden().SubsidisedJobs(period.MustDay("2020-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every figure of the three tables as it is printed (004 s. 12).
func TestTheTablesOfTheSource(t *testing.T) {
	want := map[string]money.Kronor{
		"gross_wage": 19100, "total_wage_cost": 26543,
		"net_wage_tax_table_32_2020": 15507,
		"subsidy_new_start_job":      6001, "subsidy_introduction_job": 20081, "subsidy_extra_service": 25101,
		"remaining_new_start_job": 20542, "remaining_introduction_job": 6462, "remaining_extra_service": 1442,
		"assistance_single": 7973, "assistance_single_with_children": 9713, "assistance_couple_several_children_one_works": 11885,
		"net_single_new_start": -12570, "net_single_introduction": 1511, "net_single_extra": 6531,
		"net_single_children_new_start": -10829, "net_single_children_introduction": 3251, "net_single_children_extra": 8271,
		"net_couple_new_start": -8657, "net_couple_introduction": 5423, "net_couple_extra": 10443,
	}
	rates := map[string]money.Percent{"employer_on_cost": 3741, "holiday_supplement": 156}
	w, err := economy.WageOrAssistance(jobs(t))
	if err != nil || len(w.Quantities) != len(want)+len(rates) || w.Source != "evaluation_subsidised_jobs" {
		t.Fatalf("%d quantities, %v", len(w.Quantities), err)
	}
	for _, q := range w.Quantities {
		if rate, is := rates[q.Name]; is {
			if q.Rate != rate || q.Unit != economy.OfGrossWage {
				t.Errorf("%+v", q)
			}
			continue
		}
		if amount, known := want[q.Name]; !known || q.Amount != amount || q.Unit != economy.KronorAMonth {
			t.Errorf("%s is %d, want %d", q.Name, q.Amount, amount)
		}
	}
	// From the printed amount the first difference would be one krona off.
	rounded := jobs(t)
	if err := economy.State(&rounded.Value, economy.SingleAssistance, 797300); err != nil {
		t.Fatal(err)
	}
	w, _ = economy.WageOrAssistance(rounded)
	if q, _ := w.Quantity("net_single_new_start"); q.Amount != -12569 {
		t.Errorf("%d", q.Amount)
	}
}

// A stated quantity is what was stated, and moves what rests on it.
func TestStatingOtherwise(t *testing.T) {
	for _, name := range economy.StatedQuantities() {
		j := jobs(t)
		if err := economy.State(&j.Value, name, 12345); err != nil {
			t.Fatal(err)
		}
		w, err := economy.WageOrAssistance(j)
		q, known := w.Quantity(name)
		if err != nil || !known || !q.Stated || q.Amount != 123 && q.Rate != 12345 {
			t.Errorf("%s: %+v, %v", name, q, err)
		}
	}
	j := jobs(t)
	for name, hundredths := range map[string]int64{"total_wage_cost": 1, "": 1, economy.GrossWage: -1, economy.OnCost: int64(economy.MostAmount) + 1} {
		err := economy.State(&j.Value, name, hundredths)
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: %v", name, err)
		}
	}
	if j.Value != jobs(t).Value {
		t.Error("a refused statement changed something")
	}
	w, err := economy.WageOrAssistance(j)
	if _, known := w.Quantity("no such"); known || err != nil {
		t.Error("a quantity of no name")
	}
	j.Value.GrossWage, j.Value.OnCost = 1<<62, 1<<62
	if _, err := economy.WageOrAssistance(j); !errors.Is(err, money.ErrOverflow) {
		t.Errorf("%v", err)
	}
}
