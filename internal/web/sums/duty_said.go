package sums

import (
	"net/url"

	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
)

// dutySaid says what a requirement came to.
type dutySaid struct {
	layout.Frame
	asked   duty.Requirement
	valid   period.Span // of the section that it rests on
	planned []duty.Activity
}

func (s dutySaid) fill(body *dutyBody, query url.Values) {
	r := s.asked
	month := s.MonthYear(r.Month.First())
	if !r.Applies {
		first := s.MonthYear(r.First.First())
		body.Heading = s.Text("sums_duty.none", "Month", month)
		body.Notice = &layout.Notice{Tone: layout.Ask, Text: s.Text("duty.because."+string(r.Because), "First", first),
			Links: []layout.Link{{Text: s.Text("sums_duty.see_first", "First", first), Href: atMonth(query, r.First)}}}
		body.Why = []layout.Explanation{{Text: s.Text("sums_duty.first", "First", first), Source: s.source()}}
		return
	}
	body.Heading = s.Text("calc.duty.weekly", "Hours", s.number(r.WeeklyHours), "Month", month)
	body.Stats = []layout.Stat{
		{Text: s.Text("sums_duty.week"), Value: s.hours(r.WeeklyHours), Tone: layout.Sky},
		{Text: s.Text("sums_duty.month"), Value: s.hours(r.MonthHours), Detail: s.Text("sums_duty.working_days", "Count", r.WorkingDays)},
	}
	body.Why = []layout.Explanation{s.week(), s.month()}
	if len(s.planned) > 0 {
		s.cover(body)
	}
}

// cover adds how far the plan covers the requirement.
func (s dutySaid) cover(body *dutyBody) {
	covered := duty.Cover(s.asked.WeeklyHours, s.planned)
	tone := layout.Good
	if covered.Short > 0 {
		tone = layout.Ask
		body.Notice = &layout.Notice{Tone: tone, Text: s.Text("sums_duty.short", "Hours", s.hours(covered.Short))}
	}
	body.Stats = append(body.Stats, layout.Stat{Text: s.Text("sums_duty.cover"), Value: s.Percent(float64(covered.Percent) / 100), Tone: tone,
		Detail: s.Text("sums_duty.of", "Counted", s.hours(covered.Counted), "Duty", s.hours(covered.Duty))})
	why := layout.Explanation{Text: s.Text("calc.duty.cover", "Percent", covered.Percent), Source: s.source(), Open: true}
	for _, a := range s.planned {
		step := layout.Explanation{Text: s.Code("duty.kind.", string(a.Kind)), Value: s.hours(a.Hours)}
		if !a.Kind.Counts() {
			step.How = s.Text("sums_duty.not_counted")
		}
		why.Steps = append(why.Steps, step)
	}
	why.Steps = append(why.Steps,
		layout.Explanation{Text: s.Text("calc.duty.planned"), Value: s.hours(covered.Planned)},
		layout.Explanation{Text: s.Text("calc.duty.counted"), Value: s.hours(covered.Counted)},
		layout.Explanation{Text: s.Text("calc.duty.short"), Value: s.hours(covered.Short)})
	body.Why = append(body.Why, why)
}

// week is how the week's hours came about.
func (s dutySaid) week() layout.Explanation {
	r := s.asked
	why := layout.Explanation{Text: s.Text("sums_duty.week"), Value: s.hours(r.WeeklyHours), Source: s.source(), Open: true,
		Steps: []layout.Explanation{{Text: s.Text("calc.duty.full"), Value: s.hours(r.FullHours)}}}
	if r.ChildLess > 0 {
		why.Steps = append(why.Steps, layout.Explanation{Text: s.Text("calc.duty.child", "Age", r.ChildAge), Value: s.hours(-r.ChildLess)})
	}
	if r.PartTime > 0 {
		why.Steps = append(why.Steps, layout.Explanation{Text: s.Text("calc.duty.part_time"), Value: s.hours(-r.PartTime)})
	}
	if r.FullHours-r.ChildLess-r.PartTime < 0 {
		why.Steps = append(why.Steps, layout.Explanation{Text: s.Text("sums_duty.not_below")})
	}
	return why
}

// month is how the month's hours follow from the week's.
func (s dutySaid) month() layout.Explanation {
	r := s.asked
	return layout.Explanation{Text: s.Text("sums_duty.month"), Value: s.hours(r.MonthHours), Source: s.Text("sums_duty.chosen"), Open: true,
		Steps: []layout.Explanation{{Text: s.Text("duty.way."+string(r.MonthWay), "Days", r.WorkingDays),
			How: s.Text("sums_duty.sum", "Week", s.hours(r.WeeklyHours), "Days", r.WorkingDays, "Month", s.hours(r.MonthHours))}}}
}

// source is the section and the days it is known for.
func (s dutySaid) source() string {
	return s.Text("sums_duty.source", "Act", s.asked.Source, "From", s.Day(s.valid.From), "To", s.Day(s.valid.To))
}

func (s dutySaid) hours(h duty.Hours) string {
	return s.Text("sums_duty.h", "Hours", s.number(h))
}

func (s dutySaid) number(h duty.Hours) string { return s.Decimal(float64(h)/100, 2) }
