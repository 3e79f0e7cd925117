package economy

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// The limits of a programme's year.
const (
	MostLeft       = 1_000_000
	MostAssistance = money.Kronor(1_000_000) // of one person in a month
	WholeShare     = 100                     // per cent
)

// ProgrammeYear is what a year of the programme costs a municipality and what falls away
// of assistance, with everything that nobody knows stated as an assumption. Shares are in
// whole per cent.
type ProgrammeYear struct {
	Compensation money.Kronor // of the ledger: base and child supplement
	Months       int          // of compensation, over everybody
	Left         int          // who left to something else than assistance
	Staff        money.Kronor // the municipality's own, a year
	Places       money.Kronor // likewise
	Assistance   money.Kronor // of one person a month
	Replaced     int          // of the assistance falls away while somebody is paid compensation
	Lasting      int          // of those who left, still off assistance
	Anyway       int          // of those would have left without the programme
	Years        int          // that the saving is reckoned for
}

// ProgrammeSum is what comes of it. Payback is nil where what the programme costs is
// nothing or less, once the assistance that it replaces is taken off.
type ProgrammeSum struct {
	Cost     money.Kronor // compensation, staff and places
	Replaced money.Kronor // assistance not paid meanwhile
	Left     money.Kronor // cost less what is replaced; below nothing where the programme costs less than assistance
	Gross    money.Kronor // assistance not paid to those who left and stay away, in a year
	Anyway   money.Kronor // of that, what would not have been paid in any case
	Saving   money.Kronor // gross less anyway, in a year
	Net      money.Kronor // of the first year: saving less what is left of the cost
	Payback  *Payback
	// MostAnyway is the share, in whole per cent downward, that may have left anyway before
	// the saving over the years is less than the cost; nil where nothing is saved, or where
	// not even nobody is few enough.
	MostAnyway *int
}

// Sum reckons the year. It returns a *fault.Error with a field for each number that
// cannot be right.
func (p ProgrammeYear) Sum() (ProgrammeSum, error) {
	var wrong fault.Fields
	for _, f := range []struct {
		name   string
		amount money.Kronor
	}{{"staff", p.Staff}, {"places", p.Places}} {
		wrong.Check(0 <= f.amount && f.amount <= MostProject, f.name, "economy.refused.project_saving", "Most", MostProject)
	}
	wrong.Check(0 <= p.Assistance && p.Assistance <= MostAssistance, "assistance", "economy.refused.project_saving", "Most", MostAssistance)
	for _, f := range []struct {
		name  string
		share int
	}{{"replaced", p.Replaced}, {"lasting", p.Lasting}, {"anyway", p.Anyway}} {
		wrong.Check(0 <= f.share && f.share <= WholeShare, f.name, "form.number_outside", "Min", 0, "Max", WholeShare)
	}
	wrong.Check(0 <= p.Left && p.Left <= MostLeft, "left", "form.number_outside", "Min", 0, "Max", MostLeft)
	wrong.Check(1 <= p.Years && p.Years <= MostYears, "years", "economy.refused.project_years", "Most", MostYears)
	if err := wrong.Err(); err != nil {
		return ProgrammeSum{}, err
	}
	share := func(of money.Kronor, percent int) money.Kronor {
		return (of*money.Kronor(percent) + WholeShare/2) / WholeShare
	}
	s := ProgrammeSum{Cost: p.Compensation + p.Staff + p.Places}
	s.Replaced = share(p.Assistance*money.Kronor(p.Months), p.Replaced)
	s.Left = s.Cost - s.Replaced
	s.Gross = share(p.Assistance*12*money.Kronor(p.Left), p.Lasting)
	s.Anyway = share(s.Gross, p.Anyway)
	s.Saving = s.Gross - s.Anyway
	s.Net = s.Saving - s.Left
	if s.Left > 0 {
		// Its amounts are sums of what has been checked above, and may be above what one
		// project can be stated to cost: nobody has typed them.
		b := paidBack(Project{Cost: s.Left, AnnualSaving: s.Saving, Years: p.Years})
		s.Payback = &b
	}
	if promised := s.Gross * money.Kronor(p.Years); promised > 0 && promised >= s.Left {
		most := int(WholeShare * (promised - max(0, s.Left)) / promised)
		s.MostAnyway = &most
	}
	return s, nil
}
