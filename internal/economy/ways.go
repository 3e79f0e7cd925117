package economy

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// What 002 gives of two interventions that were said to pay for themselves. Neither has
// its amounts in kronor there: whoever reckons the same way states their own.
const (
	HaskyWorkers       = 5      // case workers, each with fewer clients than others have
	HaskyLeastFewer    = 40_00  // percent fewer, in hundredths
	HaskyMostFewer     = 50_00  // likewise
	ResursjobbMonths   = 12     // that the job lasts
	ResursjobbLeast    = 2      // months to payback, for municipality and society
	ResursjobbMost     = 20     // likewise
	ResursjobbInWork   = 40     // percent in lasting work a year after
	ResursjobbJobless  = 30     // percent openly unemployed, few of them on assistance
	ResursjobbMeasures = 20     // percent in other measures
	ResursjobbAway     = 10     // percent on sick or parental leave
	wholePercent       = 100_00 // in hundredths
	mostWorkers        = 1000
)

// FewerClients is the way of reckoning of HASKY (002): case workers with fewer clients
// each are a cost, and assistance that is no longer paid is what it brings.
type FewerClients struct {
	Workers      int
	Fewer        money.Percent // clients than others have
	WorkerYear   money.Kronor  // cost of one case worker
	AnnualSaving money.Kronor  // of assistance
}

// StaffSum is what comes of it in a year.
type StaffSum struct {
	ExtraWorkers   Thousandths // beyond those whom the clients would have ordinarily
	Cost           money.Kronor
	Net            money.Kronor // saving less cost
	BreakEvenShare *Thousandths // of the promised saving that covers the cost; nil where nothing is saved
}

// Sum reckons it. It returns a *fault.Error with a field for each amount that cannot be
// right.
func (w FewerClients) Sum() (StaffSum, error) {
	var wrong fault.Fields
	wrong.Check(w.Workers >= 1 && w.Workers <= mostWorkers, "workers", "economy.refused.way_workers", "Most", mostWorkers)
	wrong.Check(w.Fewer > 0 && w.Fewer < wholePercent, "fewer", "economy.refused.way_percent")
	wrong.Check(w.WorkerYear > 0 && w.WorkerYear <= MostProject/mostWorkers, "worker_year", "economy.refused.project_cost", "Most", MostProject/mostWorkers)
	wrong.Check(w.AnnualSaving >= 0 && w.AnnualSaving <= MostProject, "annual_saving", "economy.refused.project_saving", "Most", MostProject)
	if err := wrong.Err(); err != nil {
		return StaffSum{}, err
	}
	cost, err := w.WorkerYear.Fraction().Times(int64(w.Workers)).Times(int64(w.Fewer)).Over(wholePercent).HalfUp()
	if err != nil {
		return StaffSum{}, err
	}
	return StaffSum{
		ExtraWorkers:   *ratio(int64(w.Workers)*int64(w.Fewer), wholePercent),
		Cost:           cost,
		Net:            w.AnnualSaving - cost,
		BreakEvenShare: ratio(int64(cost), int64(w.AnnualSaving)),
	}, nil
}

// JobYear is the way of reckoning of Resursjobb (002): a job for a time instead of
// assistance. While it lasts, pay and staff stand against the subsidy and against the
// assistance and its handling that fall away; after it, those who support themselves
// save the assistance. Amounts are for one person and month.
type JobYear struct {
	Months         int
	WageCost       money.Kronor // pay with on-costs, and staff of the intervention
	Subsidy        money.Kronor
	Assistance     money.Kronor
	Handling       money.Kronor  // of the assistance
	SelfSupporting money.Percent // of the participants, afterwards
}

// JobSum is what comes of it.
type JobSum struct {
	MonthlyNet    money.Kronor // what the municipality is short by while it lasts; below nothing where it gains
	Invested      money.Kronor // over the time; nothing where it gains
	MonthlySaving money.Kronor // afterwards, over all participants
	PaybackMonths *Thousandths // after the job has ended; nil where nothing is saved
}

// Sum reckons it. It returns a *fault.Error with a field for each amount that cannot be
// right.
func (j JobYear) Sum() (JobSum, error) {
	var wrong fault.Fields
	most := money.Kronor(MostAmount / 100)
	for _, a := range []struct {
		field  string
		amount money.Kronor
	}{{"wage_cost", j.WageCost}, {"subsidy", j.Subsidy}, {"assistance", j.Assistance}, {"handling", j.Handling}} {
		wrong.Check(a.amount >= 0 && a.amount <= most, a.field, "economy.refused.project_saving", "Most", most)
	}
	wrong.Check(j.Months >= 1 && j.Months <= 12*MostYears, "months", "economy.refused.way_months", "Most", 12*MostYears)
	wrong.Check(j.SelfSupporting >= 0 && j.SelfSupporting <= wholePercent, "self_supporting", "economy.refused.way_percent")
	if err := wrong.Err(); err != nil {
		return JobSum{}, err
	}
	away := j.Assistance + j.Handling
	saving, err := away.Fraction().Times(int64(j.SelfSupporting)).Over(wholePercent).HalfUp()
	if err != nil {
		return JobSum{}, err
	}
	sum := JobSum{MonthlyNet: j.WageCost - j.Subsidy - away, MonthlySaving: saving}
	sum.Invested = max(0, sum.MonthlyNet) * money.Kronor(j.Months)
	sum.PaybackMonths = ratio(int64(sum.Invested), int64(saving))
	return sum, nil
}
