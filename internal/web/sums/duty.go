package sums

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"fotfaste/internal/casework"
	"fotfaste/internal/duty"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type dutyBody struct {
	Head    layout.Head
	Part    form.Field     // hours of part-time work or study
	Kinds   []form.Field   // hours a week of each kind of activity
	Begins  *layout.Notice // that it begins with another month than this, and why
	Heading string         // what it comes to, "" where something is wrong
	Stats   []layout.Stat
	Notice  *layout.Notice // why it does not apply, or what is not covered
	Why     []layout.Explanation
}

// dutyPage is the activity requirement of one month and how far a plan covers it.
func dutyPage(w http.ResponseWriter, r *http.Request, known casework.Sums) error {
	f := layout.ReadForm(r)
	now := known.Today.Month()
	newest := duty.NewestKnown(known.Book, now)
	begins := !f.Sent("month")
	if begins {
		f.Fill("month", newest.String())
	}
	facts, planned := readDuty(f)
	frame := layout.FrameOf(r, "sums_duty.title").With(f)
	body := dutyBody{Head: layout.Head{Eyebrow: frame.Text("sums.home.title"), Title: frame.Text("sums_duty.heading"), Lead: frame.Text("sums_duty.lead")}}
	monthName := func(m period.Month) string { return frame.MonthYear(m.First()) }
	if begins && newest < now {
		body.Begins = &layout.Notice{Text: frame.Text("sums_duty.begins", "Now", monthName(now), "Month", monthName(newest)), Tone: layout.Ask}
	}
	if f.OK() {
		asked, err := duty.Month(known.Book, facts)
		var missing *law.MissingError
		switch {
		case errors.As(err, &missing):
			first, last := duty.Known(known.Book)
			f.Wrong("month", "sums_duty.unknown_month", "Month", monthName(facts.Month), "From", monthName(first), "To", monthName(last))
		case f.Take(err):
		case err != nil:
			return err
		default:
			explained := dutySaid{Frame: frame, asked: asked, planned: planned}
			if parameter, err := known.Book.ActivityRequirement(max(facts.Month.First(), known.Book.ActivityRequirementBegins())); err == nil {
				explained.valid = parameter.Valid
			}
			explained.fill(&body, f.Query())
		}
	}
	hours := frame.Text("sums_duty.hours")
	body.Part = f.NumberField("part_time_hours", "sums_duty.part_time", hours).Optional()
	for _, kind := range duty.Kinds() {
		body.Kinds = append(body.Kinds, f.NumberField("hours_"+string(kind), "duty.kind."+string(kind), hours).Optional())
	}
	return layout.Render(w, r, "sums/duty", layout.Page[dutyBody]{Frame: frame, Body: body})
}

// readDuty reads the address; what is wrong is in the form.
func readDuty(f *form.Form) (facts duty.Facts, planned []duty.Activity) {
	month, err := period.ParseMonth(f.Raw("month"))
	switch {
	case f.Raw("month") == "":
		f.Wrong("month", "form.required")
	case err != nil:
		f.Wrong("month", "sums_duty.not_a_month", "Said", fmt.Sprintf("%.20s", f.Raw("month")))
	}
	facts = duty.Facts{Month: month, YoungChild: f.Yes("child"), PartTime: readHours(f, "part_time_hours")}
	for _, kind := range duty.Kinds() {
		if hours := readHours(f, "hours_"+string(kind)); hours > 0 {
			planned = append(planned, duty.Activity{Kind: kind, Hours: hours})
		}
	}
	return facts, planned
}

// readHours is a field with hours a week; empty is none.
func readHours(f *form.Form, name string) duty.Hours {
	text := f.Raw(name)
	if text == "" {
		return 0
	}
	hours, err := duty.ParseHours(text)
	if err != nil {
		f.Wrong(name, "sums_duty.not_hours")
		return 0
	}
	if hours < 0 || hours > duty.MostHours {
		f.Wrong(name, "duty.refused.part_time_hours", "Most", duty.MostHours.String())
		return 0
	}
	return hours
}

// atMonth is the address with another month.
func atMonth(query url.Values, month period.Month) string {
	query.Set("month", month.String())
	return "/sums/duty?" + query.Encode()
}
