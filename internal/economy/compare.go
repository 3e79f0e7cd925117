package economy

import (
	"slices"

	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// Pay is what work would pay one of the adults. No tax table is known here: the pay
// after tax is a fact that somebody states, with where it comes from.
type Pay struct {
	NetFullTime money.Ore // a month after tax, at full time
	JobStimulus bool      // the one who works has the job stimulus
	Source      string    // as stated
	Instead     []int     // incomes of the facts that fall away for who works, by place in the list
}

// FullTime is the hours of a full week's work. Pay for fewer is a part of it by hours.
const FullTime = 40

// Weeks and months of a year, by which pay by the hour is made a month's.
const weeksOfYear, monthsOfYear = 52, 12

// FullTimeOf is the pay of a month at full time from the pay of an hour: forty hours in
// fifty-two weeks over twelve months, half up to öre.
func FullTimeOf(netHour money.Ore) money.Ore {
	const hours = FullTime * weeksOfYear
	return (2*netHour*hours + monthsOfYear) / (2 * monthsOfYear)
}

// at is the pay of so many hours a week, half up to öre.
func (p Pay) at(hours int) money.Ore { return p.atTenths(10 * hours) }

// atTenths is likewise of tenths of hours.
func (p Pay) atTenths(tenths int) money.Ore {
	const full = 10 * FullTime
	return (2*p.NetFullTime*money.Ore(tenths) + full) / (2 * full)
}

// Check returns a *fault.Error with a field for what cannot be right.
func (p Pay) check(f Facts) error {
	var wrong fault.Fields
	if p.NetFullTime <= 0 {
		wrong.Add("net_full_time", "economy.refused.pay", "Most", MostAmount)
	} else if !isAmount(p.NetFullTime) {
		addAmount(&wrong, "net_full_time", p.NetFullTime)
	}
	for _, i := range p.Instead {
		wrong.Check(i >= 0 && i < len(f.Incomes), "instead", "economy.refused.instead", "Said", i, "Count", len(f.Incomes))
	}
	return wrong.Err()
}

// Way is one way to live for a household, and what it comes to.
type Way struct {
	Result Result
	// Left is what there is to live on: all incomes in full and the assistance, less the
	// reasonable costs.
	Left money.Kronor
}

// Today is the household as it is. The errors are those of Household.
func Today(book *law.Book, f Facts) (Way, error) { return way(book, f) }

// InProgramme is the household with one adult in the programme: the compensation of the
// month as an income, and without the incomes that fall away. Its supplement is for the
// SupplementChildren. Beside the errors of Household it returns a
// *law.MissingError where the month has no compensation.
func InProgramme(book *law.Book, f Facts, instead []int) (Way, error) {
	if err := f.Check(); err != nil {
		return Way{}, err
	}
	if err := (Pay{NetFullTime: 1, Instead: instead}).check(f); err != nil {
		return Way{}, err
	}
	month, err := programmeMonth(book, f)
	if err != nil {
		return Way{}, err
	}
	return way(book, with(f, instead, Income{Kind: Programme, Net: month}))
}

// programmeMonth is the compensation of a month, each of its lines by itself as 000 makes
// a month of a week.
func programmeMonth(book *law.Book, f Facts) (money.Ore, error) {
	on := f.Month.First()
	week, err := compensation.WholeWeek(book, on, f.SupplementChildren())
	if err != nil {
		return 0, err
	}
	rules, err := book.Compensation(on)
	if err != nil {
		return 0, err
	}
	child, err := compensation.PerMonth(week.Weekly.Child, rules.Value)
	if err != nil {
		return 0, err
	}
	return (week.BaseMonth + child).Ore()
}

// AtWork is the household with one adult at work so many hours a week, 0-40.
func AtWork(book *law.Book, f Facts, pay Pay, hours int) (Way, error) {
	if err := pay.check(f); err != nil {
		return Way{}, err
	}
	if hours < 0 || hours > FullTime {
		var wrong fault.Fields
		wrong.Add("hours", "economy.refused.hours", "Most", FullTime)
		return Way{}, wrong.Err()
	}
	return working(book, f, pay, hours)
}

func working(book *law.Book, f Facts, pay Pay, hours int) (Way, error) {
	return way(book, with(f, pay.Instead, Income{Kind: Work, Net: pay.at(hours), JobStimulus: pay.JobStimulus}))
}

// with is the facts with the income, and without those that fall away.
func with(f Facts, instead []int, in Income) Facts {
	incomes := make([]Income, 0, len(f.Incomes)+1)
	for i, old := range f.Incomes {
		if !slices.Contains(instead, i) {
			incomes = append(incomes, old)
		}
	}
	f.Incomes = append(incomes, in)
	return f
}

func way(book *law.Book, f Facts) (Way, error) {
	r, err := Household(book, f)
	if err != nil {
		return Way{}, err
	}
	left := r.Assistance - r.CostTotal
	for _, line := range r.Incomes {
		amount := line.Amount
		if line.Code == IncomeStimulated {
			if amount, err = line.Inputs.Net.Fraction().HalfUp(); err != nil {
				return Way{}, err
			}
		}
		left += amount
	}
	return Way{Result: r, Left: left}, nil
}
