package economy

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// Unit is what a quantity is counted in.
type Unit string

// The units.
const (
	KronorAMonth Unit = "kronor_a_month"
	OfGrossWage  Unit = "percent_of_gross_wage"
)

// Quantity is one figure of the three tables by name. An amount is whole kronor, rounded
// once from the exact; a percentage is in hundredths of a percent.
type Quantity struct {
	Name   string
	Table  int // of the source: 1, 2 or 3
	Unit   Unit
	Amount money.Kronor  // where the unit is kronor
	Rate   money.Percent // where it is a percentage
	Stated bool          // a figure that one begins from; else it was reckoned from those
}

// Wages is what a subsidised job costs a municipality, and beside it the assistance that
// falls away: tables 1-3 of 004 s. 12.
type Wages struct {
	Quantities []Quantity
	Source     string
}

// Quantity is the figure by its name.
func (w Wages) Quantity(name string) (Quantity, bool) {
	for _, q := range w.Quantities {
		if q.Name == name {
			return q, true
		}
	}
	return Quantity{}, false
}

// The quantities that are stated, and that somebody may state otherwise.
const (
	GrossWage          = "gross_wage"
	OnCost             = "employer_on_cost"
	HolidaySupplement  = "holiday_supplement"
	NetWage            = "net_wage_tax_table_32_2020" // the pay after tax by the table of the source
	NewStartSubsidy    = "subsidy_new_start_job"
	IntroductionSub    = "subsidy_introduction_job"
	ExtraServiceSub    = "subsidy_extra_service"
	SingleAssistance   = "assistance_single"
	ChildrenAssistance = "assistance_single_with_children"
	CoupleAssistance   = "assistance_couple_several_children_one_works"
)

// StatedQuantities are their names, in the order of the tables.
func StatedQuantities() []string {
	return []string{GrossWage, OnCost, HolidaySupplement, NetWage, NewStartSubsidy, IntroductionSub, ExtraServiceSub,
		SingleAssistance, ChildrenAssistance, CoupleAssistance}
}

// WageQuantities are the names of all, in the order of the tables.
func WageQuantities() []string {
	none, _ := WageOrAssistance(law.Parameter[law.Jobs]{})
	names := make([]string, len(none.Quantities))
	for i, q := range none.Quantities {
		names[i] = q.Name
	}
	return names
}

// State sets the stated quantity to so many hundredths: öre, or hundredths of a percent.
// It returns a *fault.Error where no quantity has the name, and where the amount is
// below nothing or beyond any wage.
func State(jobs *law.Jobs, name string, hundredths int64) error {
	if hundredths < 0 || hundredths > int64(MostAmount) {
		return fault.New(fault.Invalid, "economy.refused.quantity_amount", "Name", name, "Most", MostAmount)
	}
	amount := law.Krona(hundredths)
	switch name {
	case GrossWage:
		jobs.GrossWage = amount
	case OnCost:
		jobs.OnCost = money.Percent(hundredths)
	case HolidaySupplement:
		jobs.HolidaySupplement = money.Percent(hundredths)
	case NetWage:
		jobs.NetWage = amount
	case NewStartSubsidy:
		jobs.Subsidies.NewStart = amount
	case IntroductionSub:
		jobs.Subsidies.Introduction = amount
	case ExtraServiceSub:
		jobs.Subsidies.ExtraService = amount
	case SingleAssistance:
		jobs.Assistance.Single = amount
	case ChildrenAssistance:
		jobs.Assistance.SingleWithChildren = amount
	case CoupleAssistance:
		jobs.Assistance.CoupleOneWorks = amount
	default:
		return fault.New(fault.Invalid, "economy.refused.quantity", "Name", name, "Known", list(StatedQuantities()))
	}
	return nil
}

// WageOrAssistance reckons the tables. What remains for the municipality and what it
// gains or loses are reckoned from unrounded amounts, and each is rounded once, half up
// (away from nothing). It returns money.ErrOverflow for amounts beyond what can be held.
func WageOrAssistance(jobs law.Parameter[law.Jobs]) (Wages, error) {
	j, t := jobs.Value, tables{}
	gross := exact(j.GrossWage)
	share := func(rate money.Percent) money.Fraction { return gross.Times(int64(rate)).Over(100_00) }
	total := gross.Add(share(j.OnCost)).Add(share(j.HolidaySupplement))

	t.stated(1, GrossWage, j.GrossWage)
	t.rate(OnCost, j.OnCost)
	t.rate(HolidaySupplement, j.HolidaySupplement)
	t.reckoned(1, "total_wage_cost", total)

	t.stated(2, NetWage, j.NetWage)
	t.stated(2, NewStartSubsidy, j.Subsidies.NewStart)
	t.stated(2, IntroductionSub, j.Subsidies.Introduction)
	t.stated(2, ExtraServiceSub, j.Subsidies.ExtraService)
	newStart := less(total, exact(j.Subsidies.NewStart))
	introduction := less(total, exact(j.Subsidies.Introduction))
	extra := less(total, exact(j.Subsidies.ExtraService))
	t.reckoned(2, "remaining_new_start_job", newStart)
	t.reckoned(2, "remaining_introduction_job", introduction)
	t.reckoned(2, "remaining_extra_service", extra)

	t.stated(3, SingleAssistance, j.Assistance.Single)
	t.stated(3, ChildrenAssistance, j.Assistance.SingleWithChildren)
	t.stated(3, CoupleAssistance, j.Assistance.CoupleOneWorks)
	for _, home := range []struct {
		name       string
		assistance law.Krona
	}{{"single", j.Assistance.Single}, {"single_children", j.Assistance.SingleWithChildren}, {"couple", j.Assistance.CoupleOneWorks}} {
		t.reckoned(3, "net_"+home.name+"_new_start", less(exact(home.assistance), newStart))
		t.reckoned(3, "net_"+home.name+"_introduction", less(exact(home.assistance), introduction))
		t.reckoned(3, "net_"+home.name+"_extra", less(exact(home.assistance), extra))
	}
	return Wages{Quantities: t.rows, Source: jobs.Source}, t.err
}

func exact(amount law.Krona) money.Fraction { return money.Ore(amount).Fraction() }

func less(a, b money.Fraction) money.Fraction { return a.Add(b.Times(-1)) }

// tables gathers the quantities, and the first amount that was too large.
type tables struct {
	rows []Quantity
	err  error
}

func (t *tables) reckoned(table int, name string, amount money.Fraction) {
	whole, err := amount.HalfUp()
	if t.err == nil {
		t.err = err
	}
	t.rows = append(t.rows, Quantity{Name: name, Table: table, Unit: KronorAMonth, Amount: whole})
}

func (t *tables) stated(table int, name string, amount law.Krona) {
	t.reckoned(table, name, exact(amount))
	t.rows[len(t.rows)-1].Stated = true
}

func (t *tables) rate(name string, rate money.Percent) {
	t.rows = append(t.rows, Quantity{Name: name, Table: 1, Unit: OfGrossWage, Rate: rate, Stated: true})
}
