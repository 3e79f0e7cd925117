package law

import (
	"errors"
	"strings"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Jobs is what a subsidised job costs a municipality a month and what assistance costs
// it (004 s. 12, tables 1-3).
type Jobs struct {
	GrossWage         Krona         `yaml:"gross_wage"`
	OnCost            money.Percent `yaml:"employer_on_cost_percent"`   // of the gross wage
	HolidaySupplement money.Percent `yaml:"holiday_supplement_percent"` // likewise
	NetWage           Krona         `yaml:"net_wage"`                   // by the tax table named with the source
	Subsidies         struct {
		NewStart     Krona `yaml:"new_start_job"`
		Introduction Krona `yaml:"introduction_job"`
		ExtraService Krona `yaml:"extra_service"`
	} `yaml:"subsidies"`
	Assistance struct {
		Single             Krona `yaml:"single"`
		SingleWithChildren Krona `yaml:"single_with_children"`
		CoupleOneWorks     Krona `yaml:"couple_several_children_one_works"`
	} `yaml:"assistance"`
}

// Krona is an amount in öre that is written in kronor, with at most two decimals after
// a point: "7972.77".
type Krona money.Ore

// errNotKronor is returned for text that is not an amount written so.
var errNotKronor = errors.New("not an amount in kronor with at most two decimals")

// UnmarshalText reads the amount.
func (k *Krona) UnmarshalText(text []byte) error {
	// A percentage is written by the same rule, and counted in hundredths likewise.
	amount, err := money.ParsePercent(strings.TrimSpace(string(text)))
	if err != nil {
		return errNotKronor
	}
	*k = Krona(amount)
	return nil
}

// SubsidisedJobs is the table of the day: known for the year of the source alone.
func (b *Book) SubsidisedJobs(on period.Day) (Parameter[Jobs], error) { return b.jobs.on(on) }

// SubsidisedJobsDays are the days with a table, in order.
func (b *Book) SubsidisedJobsDays() []period.Span { return b.jobs.days() }
