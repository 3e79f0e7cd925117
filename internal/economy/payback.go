package economy

import (
	"strconv"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// The limits of a project.
const (
	MostProject = money.Kronor(1_000_000_000_000)
	MostYears   = 50
)

// Project is what somebody puts in and what it is said to save (001).
type Project struct {
	Cost         money.Kronor // all of it
	AnnualSaving money.Kronor // each year after
	Years        int          // within which it should have paid for itself
}

// Thousandths is a number with three decimals, counted in thousandths.
type Thousandths int64

// String is the number with a point and three decimals: "1.476".
func (t Thousandths) String() string {
	sign, n := "", int64(t)
	if n < 0 {
		sign, n = "-", -n
	}
	return sign + strconv.FormatInt(n/1000, 10) + "." + strconv.FormatInt(1000+n%1000, 10)[1:]
}

// MarshalJSON writes the number as it is.
func (t Thousandths) MarshalJSON() ([]byte, error) { return []byte(t.String()), nil }

// Payback is when a project has paid for itself.
type Payback struct {
	Project Project
	// Years until the savings are the cost; nil where nothing is saved.
	PaybackYears *Thousandths
	// The share of the promised saving that repays the cost within the years; nil where
	// nothing is saved. Above one, the promise itself is not enough.
	BreakEvenShare *Thousandths
	Net            []YearNet
	Sensitivity    []Varied
}

// YearNet is what has been saved less the cost, after so many years.
type YearNet struct {
	Year  int          `json:"year"`
	Saved money.Kronor `json:"saved"`
	Net   money.Kronor `json:"net"`
}

// Varied is the payback with another cost and saving, in percent of what was stated.
type Varied struct {
	CostPercent   int          `json:"cost_percent"`   // 50 to 150
	SavingPercent int          `json:"saving_percent"` // 50 to 150
	PaybackYears  *Thousandths `json:"payback_years"`
	WithinYears   bool         `json:"within_years"` // of the project
}

// variations are tried of the cost and of the saving, in percent.
var variations = []int{50, 75, 90, 100, 110, 125, 150}

// PaybackOf reckons the project. It returns a *fault.Error with a field for each amount
// that cannot be right.
func PaybackOf(p Project) (Payback, error) {
	var wrong fault.Fields
	wrong.Check(p.Cost > 0 && p.Cost <= MostProject, "cost", "economy.refused.project_cost", "Most", MostProject)
	wrong.Check(p.AnnualSaving >= 0 && p.AnnualSaving <= MostProject, "annual_saving", "economy.refused.project_saving", "Most", MostProject)
	wrong.Check(p.Years >= 1 && p.Years <= MostYears, "years", "economy.refused.project_years", "Most", MostYears)
	if err := wrong.Err(); err != nil {
		return Payback{}, err
	}
	return paidBack(p), nil
}

// paidBack reckons a project of which every number can be held: amounts up to some 10^13,
// which times a percentage and a year are far within what an int64 has room for.
func paidBack(p Project) Payback {
	b := Payback{
		Project:        p,
		PaybackYears:   ratio(int64(p.Cost), int64(p.AnnualSaving)),
		BreakEvenShare: ratio(int64(p.Cost), int64(p.AnnualSaving)*int64(p.Years)),
	}
	last := p.Years
	if b.PaybackYears != nil && *b.PaybackYears < MostYears*1000 {
		last = max(last, 1+int(*b.PaybackYears/1000))
	}
	for year := range last + 1 {
		saved := p.AnnualSaving * money.Kronor(year)
		b.Net = append(b.Net, YearNet{Year: year, Saved: saved, Net: saved - p.Cost})
	}
	for _, cost := range variations {
		for _, saving := range variations {
			varied := Varied{CostPercent: cost, SavingPercent: saving,
				PaybackYears: ratio(int64(p.Cost)*int64(cost), int64(p.AnnualSaving)*int64(saving))}
			varied.WithinYears = int64(p.Cost)*int64(cost) <= int64(p.AnnualSaving)*int64(saving)*int64(p.Years)
			b.Sensitivity = append(b.Sensitivity, varied)
		}
	}
	return b
}

// ratio is a over b to three decimals, half up; nil where b is nothing.
func ratio(a, b int64) *Thousandths {
	if b == 0 {
		return nil
	}
	// An amount is at most some 10^13 and a factor 150 at most: 2000 times that fits.
	n := Thousandths((a*2000 + b) / (2 * b))
	return &n
}
