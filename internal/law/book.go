package law

import (
	"embed"
	"io/fs"
	"sync"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// The names of the parameters.
const (
	PriceBaseAmount     Name = "price_base_amount"
	CompensationRules   Name = "compensation_rules"
	ProgrammeRules      Name = "programme_rules"
	CaseloadLimit       Name = "caseload_limit"
	ActivityRequirement Name = "activity_requirement"
	Clocks              Name = "clocks"
	GuaranteeDays       Name = "guarantee_days"
	AppealWeeks         Name = "appeal_weeks"
	NationalStandard    Name = "national_standard"
	ChildAllowance      Name = "child_allowance"
	JobStimulusTerms    Name = "job_stimulus_terms"
	SubsidisedJobs      Name = "subsidised_jobs"
)

// Names are all parameters.
func Names() []Name {
	return []Name{PriceBaseAmount, CompensationRules, ProgrammeRules, CaseloadLimit,
		ActivityRequirement, Clocks, GuaranteeDays, AppealWeeks, NationalStandard, ChildAllowance, JobStimulusTerms,
		SubsidisedJobs}
}

// Compensation is the programme's rates and the way a week is divided (000,
// "Ersättning").
type Compensation struct {
	RuleSet     string        `json:"rule_set" yaml:"rule_set"`                         // how days are paid; known to package compensation by this name
	Base        money.Percent `json:"base_percent" yaml:"base_percent"`                 // of the price base amount, per week
	FirstChild  money.Percent `json:"first_child_percent" yaml:"first_child_percent"`   // likewise
	SecondChild money.Percent `json:"second_child_percent" yaml:"second_child_percent"` // likewise
	LaterChild  money.Percent `json:"later_child_percent" yaml:"later_child_percent"`   // likewise, for each from the third
	MonthDays   int           `json:"month_days" yaml:"month_days"`                     // a month's amount is a week's times this over seven
}

// Programme is the rule set for who may begin and for how long (000).
type Programme struct {
	RuleSet         string `yaml:"rule_set"`
	YoungestAtStart int    `yaml:"youngest_at_start"` // years of age
	OldestAtStart   int    `yaml:"oldest_at_start"`   // years of age
	Years           int    `yaml:"years"`             // of a grant
	ExtensionYears  int    `yaml:"extension_years"`   // at most, beyond the grant
	FullTimeHours   int    `yaml:"full_time_hours"`   // hours per week
}

// Activity is the activity requirement on who lives on assistance. Hours and age
// are from secondary sources.
type Activity struct {
	WeeklyHours    int          `yaml:"weekly_hours"`
	YoungChildLess int          `yaml:"young_child_less_hours"` // fewer hours per week with a young child in the household
	YoungChildAge  int          `yaml:"young_child_under_years"`
	FirstApplied   period.Month `yaml:"first_applied"` // first month whose assistance it counts for
}

// Targets are the clocks that run from application and from start.
type Targets struct {
	FirstMeetingHours int `yaml:"first_meeting_hours"` // from application
	FirstActivityDays int `yaml:"first_activity_days"` // from application
	PlanDays          int `yaml:"plan_days"`           // from start
}

// Book is every dated parameter and act of one country.
type Book struct {
	priceBase    dated[money.Kronor]
	compensation dated[Compensation]
	programme    dated[Programme]
	caseload     dated[int]
	activity     dated[Activity]
	clocks       dated[Targets]
	guarantee    dated[int]
	appeal       dated[int]
	standard     dated[Standard]
	allowance    dated[Allowance]
	stimulus     dated[Stimulus]
	jobs         dated[Jobs]
	acts         map[Subject]dated[Act]
}

//go:embed data
var embedded embed.FS

// Sweden is the book that the binary carries.
var Sweden = sync.OnceValue(func() *Book {
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		panic(err)
	}
	book, err := Open(data)
	if err != nil {
		panic("law: the data in the binary cannot be read: " + err.Error()) // held by a test
	}
	return book
})

// PriceBaseAmount is the price base amount in kronor, set per calendar year (SFB 2
// kap. 6-7 §§).
func (b *Book) PriceBaseAmount(on period.Day) (Parameter[money.Kronor], error) {
	return b.priceBase.on(on)
}

// Compensation is the programme's rates (000).
func (b *Book) Compensation(on period.Day) (Parameter[Compensation], error) {
	return b.compensation.on(on)
}

// Programme is the rule set in force (000).
func (b *Book) Programme(on period.Day) (Parameter[Programme], error) { return b.programme.on(on) }

// CaseloadLimit is the number of active cases that a case manager has at most (003
// s. 3.4).
func (b *Book) CaseloadLimit(on period.Day) (Parameter[int], error) { return b.caseload.on(on) }

// ActivityRequirement is the requirement, missing on days before it came into force.
func (b *Book) ActivityRequirement(on period.Day) (Parameter[Activity], error) {
	return b.activity.on(on)
}

// ActivityRequirementBegins is the first day with the requirement.
func (b *Book) ActivityRequirementBegins() period.Day {
	span, _ := b.activity.rows.Bounds()
	return span.From
}

// ActivityRequirementDays are the days that the requirement is known for, in order,
// without gaps inside.
func (b *Book) ActivityRequirementDays() []period.Span { return b.activity.days() }

// Clocks are the target times (001; 004).
func (b *Book) Clocks(on period.Day) (Parameter[Targets], error) { return b.clocks.on(on) }

// GuaranteeDays is the number of days in Jobb- och utvecklingsgarantin or
// Jobbgarantin för ungdomar before which nobody there is referred to a measure of the
// municipality (004 s. 6.5).
func (b *Book) GuaranteeDays(on period.Day) (Parameter[int], error) { return b.guarantee.on(on) }

// AppealWeeks is the time for an appeal in weeks from the day the decision reached
// the person (FL (2017:900) 44 §).
func (b *Book) AppealWeeks(on period.Day) (Parameter[int], error) { return b.appeal.on(on) }

// LastKnownDay is the last day on which every parameter and every act that has not
// been repealed is known. Whoever runs the programme is warned as it draws near. The
// jobs of one year in one municipality are an example and do not count.
func (b *Book) LastKnownDay() period.Day {
	last := min(b.priceBase.last(), b.compensation.last(), b.programme.last(), b.caseload.last(),
		b.activity.last(), b.clocks.last(), b.guarantee.last(), b.appeal.last(),
		b.standard.last(), b.allowance.last(), b.stimulus.last())
	for _, rows := range b.acts {
		if act, err := rows.on(rows.last()); err == nil && !act.Value.Repealed {
			last = min(last, rows.last())
		}
	}
	return last
}
