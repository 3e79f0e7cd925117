package recovery

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Plan is when what is claimed is to be paid back: all of it on a day, or so much a
// month.
type Plan struct {
	Due     period.Day   // all at once; zero for instalments
	First   period.Month // of instalments
	Monthly money.Kronor // likewise; the last one takes the rest
}

const (
	// DueDays is how many days after the decision something can fall due at the
	// soonest.
	DueDays = 30
	// MostInstalments is how many instalments there can be.
	MostInstalments = 36
	// MostMonthsAhead is how far ahead the paying back can begin.
	MostMonthsAhead = 12
)

// InInstalments tells whether it is paid month by month.
func (p Plan) InInstalments() bool { return p.Monthly > 0 }

// Instalment is a part of what is claimed and its last day.
type Instalment struct {
	Due    period.Day
	Amount money.Kronor
}

// Instalments are the parts that make up the claim exactly, in order. Each falls due on
// the last day of its month. None of no claim.
func (p Plan) Instalments(claim money.Kronor) []Instalment {
	switch {
	case claim <= 0:
		return nil
	case !p.InInstalments():
		return []Instalment{{Due: p.Due, Amount: claim}}
	}
	var parts []Instalment
	for month := p.First; claim > 0; month++ {
		part := min(p.Monthly, claim)
		parts = append(parts, Instalment{Due: month.Last(), Amount: part})
		claim -= part
	}
	return parts
}

// check gathers what forbids the plan of a claim decided today: fields due, first and
// monthly.
func (p Plan) check(claim money.Kronor, today period.Day, faults *fault.Fields) {
	if p.Monthly == 0 && p.First == 0 {
		soonest, latest := today.AddDays(DueDays), today.AddMonths(MostMonthsAhead)
		faults.Check(p.Due >= soonest, "due", "recovery.due_too_soon", "Day", soonest)
		faults.Check(p.Due <= latest, "due", "recovery.due_too_late", "Day", latest)
		return
	}
	soonest, latest := SoonestMonth(today), today.Month().AddMonths(MostMonthsAhead)
	faults.Check(p.First >= soonest, "first", "recovery.first_too_soon", "Month", soonest)
	faults.Check(p.First <= latest, "first", "recovery.first_too_late", "Month", latest)
	least := LeastMonthly(claim)
	faults.Check(p.Monthly >= least && p.Monthly <= claim, "monthly", "recovery.monthly_out_of_range",
		"Least", least, "Most", claim, "Count", MostInstalments)
}

// SoonestMonth is the first month whose last day is DueDays days away or more.
func SoonestMonth(today period.Day) period.Month {
	month := today.Month()
	for month.Last() < today.AddDays(DueDays) {
		month++
	}
	return month
}

// LeastMonthly is the least amount a month that pays the claim in MostInstalments.
func LeastMonthly(claim money.Kronor) money.Kronor {
	return (claim + MostInstalments - 1) / MostInstalments
}

// Standing is an instalment and what has been paid of it.
type Standing struct {
	Instalment
	Paid money.Kronor
	Late bool // its day has passed and something is missing
}

// Schedule is the instalments of the latest decision on the day, what has been paid
// since it counted from the first one on.
func Schedule(latest Decision, left money.Kronor, today period.Day) []Standing {
	paid := max(0, latest.Claim-left)
	var lines []Standing
	for _, part := range latest.Plan.Instalments(latest.Claim) {
		line := Standing{Instalment: part, Paid: min(paid, part.Amount)}
		paid -= line.Paid
		line.Late = part.Due < today && line.Paid < part.Amount
		lines = append(lines, line)
	}
	return lines
}
