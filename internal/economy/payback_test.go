package economy_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// 4.28 million over the project, 2.9 million a year saved (001).
func TestTheProjectOfTheSource(t *testing.T) {
	b, err := economy.PaybackOf(economy.Project{Cost: 4_280_000, AnnualSaving: 2_900_000, Years: 3})
	if err != nil || b.PaybackYears.String() != "1.476" || b.BreakEvenShare.String() != "0.492" {
		t.Fatalf("%+v, %v", b, err)
	}
	want := []economy.YearNet{{0, 0, -4_280_000}, {1, 2_900_000, -1_380_000}, {2, 5_800_000, 1_520_000}, {3, 8_700_000, 4_420_000}}
	if len(b.Net) != len(want) {
		t.Fatalf("%+v", b.Net)
	}
	for i, year := range b.Net {
		if year != want[i] {
			t.Errorf("%+v, want %+v", year, want[i])
		}
	}
	said := map[[2]int]string{}
	for _, v := range b.Sensitivity {
		said[[2]int{v.CostPercent, v.SavingPercent}] = v.PaybackYears.String()
		if v.WithinYears != (*v.PaybackYears <= 3000) {
			t.Errorf("%+v", v)
		}
	}
	for at, years := range map[[2]int]string{{100, 100}: "1.476", {150, 50}: "4.428", {50, 150}: "0.492", {110, 90}: "1.804"} {
		if said[at] != years {
			t.Errorf("%v: %s, want %s", at, said[at], years)
		}
	}
	if len(said) != 49 {
		t.Errorf("%d variations", len(said))
	}
	if text, err := json.Marshal(b.PaybackYears); err != nil || string(text) != "1.476" {
		t.Errorf("%s, %v", text, err)
	}
}

func TestNothingSavedIsNeverPaidBack(t *testing.T) {
	b, err := economy.PaybackOf(economy.Project{Cost: 1000, Years: 3})
	if err != nil || b.PaybackYears != nil || b.BreakEvenShare != nil || b.Net[3].Net != -1000 || b.Sensitivity[0].PaybackYears != nil || b.Sensitivity[0].WithinYears {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestProjectsRefused(t *testing.T) {
	for field, p := range map[string]economy.Project{
		"cost":          {Cost: 0, AnnualSaving: 1, Years: 1},
		"annual_saving": {Cost: 1, AnnualSaving: -1, Years: 1},
		"years":         {Cost: 1, AnnualSaving: 1, Years: 51},
	} {
		_, err := economy.PaybackOf(p)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || len(wrong.Fields) != 1 || wrong.Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := economy.PaybackOf(economy.Project{Cost: economy.MostProject + 1, AnnualSaving: economy.MostProject + 1}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("%v", err)
	}
}

// The years are where the savings meet the cost, up to the rounding.
func TestPaybackIsWhereSavingsMeetTheCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := economy.Project{Cost: money.Kronor(rapid.Int64Range(1, 1e12).Draw(t, "cost")),
			AnnualSaving: money.Kronor(rapid.Int64Range(1, 1e12).Draw(t, "saving")), Years: rapid.IntRange(1, 50).Draw(t, "years")}
		b, err := economy.PaybackOf(p)
		if err != nil {
			t.Fatal(err)
		}
		// Twice the saved of the years in thousandths, less twice the cost in thousandths.
		off := 2*(int64(*b.PaybackYears)/1000*int64(p.AnnualSaving)-int64(p.Cost))*1000 + 2*(int64(*b.PaybackYears)%1000)*int64(p.AnnualSaving)
		if off > int64(p.AnnualSaving) || off <= -int64(p.AnnualSaving) {
			t.Fatalf("%s years of %d for %d", b.PaybackYears, p.AnnualSaving, p.Cost)
		}
		if (b.Net[len(b.Net)-1].Net >= 0) != (*b.PaybackYears < 50_000 || int64(p.Years)*int64(p.AnnualSaving) >= int64(p.Cost)) {
			t.Fatalf("%s: %+v", b.PaybackYears, b.Net[len(b.Net)-1])
		}
	})
}

// Five case workers with 45 percent fewer clients are two and a quarter more.
func TestTheWayOfHasky(t *testing.T) {
	sum, err := economy.FewerClients{Workers: economy.HaskyWorkers, Fewer: 4500, WorkerYear: 600_000, AnnualSaving: 2_000_000}.Sum()
	if err != nil || sum.ExtraWorkers.String() != "2.250" || sum.Cost != 1_350_000 || sum.Net != 650_000 || sum.BreakEvenShare.String() != "0.675" {
		t.Errorf("%+v, %v", sum, err)
	}
	_, err = economy.FewerClients{Workers: 0, Fewer: 10000, WorkerYear: 0, AnnualSaving: -1}.Sum()
	var wrong *fault.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 4 {
		t.Errorf("%v", err)
	}
}

// A year's job with the figures of 004, and half of them on their own feet after it.
func TestTheWayOfResursjobb(t *testing.T) {
	sum, err := economy.JobYear{Months: 12, WageCost: 26543, Subsidy: 6001, Assistance: 9713, Handling: 1000, SelfSupporting: 5000}.Sum()
	if err != nil || sum.MonthlyNet != 9829 || sum.Invested != 12*9829 || sum.MonthlySaving != 5357 || sum.PaybackMonths.String() != "22.018" {
		t.Errorf("%+v, %v", sum, err)
	}
	sum, err = economy.JobYear{Months: 12, WageCost: 26543, Subsidy: 25101, Assistance: 7973, SelfSupporting: 4000}.Sum()
	if err != nil || sum.MonthlyNet != -6531 || sum.Invested != 0 || sum.PaybackMonths.String() != "0.000" {
		t.Errorf("a job that gains: %+v, %v", sum, err)
	}
	sum, err = economy.JobYear{Months: 12, WageCost: 26543}.Sum()
	if err != nil || sum.PaybackMonths != nil {
		t.Errorf("nothing saved: %+v, %v", sum, err)
	}
	_, err = economy.JobYear{Months: 0, WageCost: -1, Subsidy: -1, Assistance: -1, Handling: -1, SelfSupporting: 10001}.Sum()
	var wrong *fault.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 6 {
		t.Errorf("%v", err)
	}
	if economy.ResursjobbInWork+economy.ResursjobbJobless+economy.ResursjobbMeasures+economy.ResursjobbAway != 100 {
		t.Error("the shares of the source are not a whole")
	}
}
