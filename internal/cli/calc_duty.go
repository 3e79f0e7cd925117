package cli

import (
	"fmt"
	"slices"
	"strings"

	"fotfaste/internal/duty"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

type calcDutyCommand struct {
	Month         string   `required:"" placeholder:"MONTH" help:"The month of the assistance, YYYY-MM."`
	ChildUnder8   bool     `name:"child-under-8" help:"There is a child under eight in the household."`
	PartTimeHours string   `default:"0" placeholder:"HOURS" help:"Hours a week of part-time work or study."`
	Activity      []string `placeholder:"KIND=HOURS" help:"A planned activity and its hours a week. May be given several times. Kinds: motivation_and_ability, language, prerequisites_for_seeking_work, at_workplace, own_job_search."`
	Language      string   `enum:"sv,en" default:"sv" help:"Of the text: sv or en."`
	JSON          bool     `name:"json" help:"As JSON."`
}

// Run prints how many hours somebody has to take part, and how far a plan covers them.
// A month before the requirement is applied is no fault: it says so.
func (c *calcDutyCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	month, err := period.ParseMonth(c.Month)
	if err != nil {
		return refuse(p, "calc.flag.not_a_month", "Flag", "--month", "Said", fmt.Sprintf("%.40q", c.Month))
	}
	hours, err := duty.ParseHours(c.PartTimeHours)
	if err != nil {
		return refuse(p, "calc.flag.not_hours", "Flag", "--part-time-hours", "Said", fmt.Sprintf("%.40q", c.PartTimeHours))
	}
	planned, err := c.planned(p)
	if err != nil {
		return err
	}
	r, err := duty.Month(law.Sweden(), duty.Facts{Month: month, YoungChild: c.ChildUnder8, PartTime: hours})
	if err != nil {
		if told := saidFault(p, err); told != err {
			return told
		}
		return notReckonedFor(p, month, err)
	}
	var cover *duty.Coverage
	if len(planned) > 0 && r.Applies {
		covered := duty.Cover(r.WeeklyHours, planned)
		cover = &covered
	}
	if c.JSON {
		return writeJSON(env.Out, dutySaid(p, r, cover))
	}
	return tellTree(env.Out, explainDuty(p, r, cover)...)
}

func (c *calcDutyCommand) planned(p *locale.Printer) (planned []duty.Activity, err error) {
	for _, said := range c.Activity {
		kind, text, _ := strings.Cut(said, "=")
		hours, err := duty.ParseHours(text)
		if err != nil || hours < 0 || hours > duty.MostHours || !slices.Contains(duty.Kinds(), duty.Kind(kind)) {
			return nil, refuse(p, "calc.flag.not_an_activity", "Said", fmt.Sprintf("%.60q", said), "Kinds", fmt.Sprint(duty.Kinds()))
		}
		planned = append(planned, duty.Activity{Kind: duty.Kind(kind), Hours: hours})
	}
	return planned, nil
}

// saidDuty is the answer. Hours are a week's unless the name says month.
type saidDuty struct {
	Month       period.Month  `json:"month"`
	Applies     bool          `json:"applies"`
	Reason      duty.Reason   `json:"reason,omitempty"` // why it does not
	Sentence    string        `json:"text"`
	First       period.Month  `json:"first_applied"`
	FullHours   duty.Hours    `json:"full_hours"`
	ChildLess   duty.Hours    `json:"young_child_less_hours"`
	PartTime    duty.Hours    `json:"part_time_hours"`
	WeeklyHours duty.Hours    `json:"weekly_hours"`
	MonthHours  duty.Hours    `json:"month_hours"`
	MonthWay    duty.Way      `json:"month_way"`
	MonthText   string        `json:"month_text"`
	WorkingDays int           `json:"working_days"`
	Source      string        `json:"source"`
	Coverage    *saidCoverage `json:"coverage,omitempty"`
}

type saidCoverage struct {
	Planned duty.Hours `json:"planned_hours"`
	Counted duty.Hours `json:"counted_hours"`
	Short   duty.Hours `json:"short_hours"`
	Percent int        `json:"percent"`
}

func dutySaid(p *locale.Printer, r duty.Requirement, cover *duty.Coverage) saidDuty {
	said := saidDuty{
		Month: r.Month, Applies: r.Applies, Reason: r.Because, Sentence: plainSpaces.Replace(dutySentence(p, r)), First: r.First,
		FullHours: r.FullHours, ChildLess: r.ChildLess, PartTime: r.PartTime, WeeklyHours: r.WeeklyHours,
		MonthHours: r.MonthHours, MonthWay: r.MonthWay, MonthText: plainSpaces.Replace(monthSentence(p, r)),
		WorkingDays: r.WorkingDays, Source: r.Source,
	}
	if cover != nil {
		said.Coverage = &saidCoverage{cover.Planned, cover.Counted, cover.Short, cover.Percent}
	}
	return said
}

func dutySentence(p *locale.Printer, r duty.Requirement) string {
	if !r.Applies {
		return p.Text("duty.because."+string(r.Because), "First", p.MonthYear(r.First.First()))
	}
	return p.Text("calc.duty.weekly", "Hours", hoursText(p, r.WeeklyHours), "Month", p.MonthYear(r.Month.First()))
}

func monthSentence(p *locale.Printer, r duty.Requirement) string {
	return p.Text("duty.way."+string(r.MonthWay), "Days", r.WorkingDays)
}

func hoursText(p *locale.Printer, h duty.Hours) string { return p.Decimal(float64(h)/100, 2) }

func explainDuty(p *locale.Printer, r duty.Requirement, cover *duty.Coverage) []layout.Explanation {
	top := layout.Explanation{Text: dutySentence(p, r), Source: r.Source}
	if !r.Applies {
		return []layout.Explanation{top}
	}
	top.Steps = []layout.Explanation{{Text: p.Text("calc.duty.full"), Value: hoursText(p, r.FullHours)}}
	if r.ChildLess > 0 {
		top.Steps = append(top.Steps, layout.Explanation{Text: p.Text("calc.duty.child", "Age", r.ChildAge), Value: hoursText(p, -r.ChildLess)})
	}
	if r.PartTime > 0 {
		top.Steps = append(top.Steps, layout.Explanation{Text: p.Text("calc.duty.part_time"), Value: hoursText(p, -r.PartTime)})
	}
	said := []layout.Explanation{top, {Text: p.Text("calc.duty.month"), Value: hoursText(p, r.MonthHours),
		Steps: []layout.Explanation{{Text: monthSentence(p, r)}}}}
	if cover != nil {
		said = append(said, layout.Explanation{Text: p.Text("calc.duty.cover", "Percent", cover.Percent),
			Steps: []layout.Explanation{
				{Text: p.Text("calc.duty.planned"), Value: hoursText(p, cover.Planned)},
				{Text: p.Text("calc.duty.counted"), Value: hoursText(p, cover.Counted)},
				{Text: p.Text("calc.duty.short"), Value: hoursText(p, cover.Short)},
			}})
	}
	return said
}
