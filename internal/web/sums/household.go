package sums

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

const householdPath = "/sums/household"

type householdBody struct {
	Head   layout.Head
	Asks   householdForm
	Empty  *layout.Empty    // until something is asked
	Result *householdResult // nil where there is none
}

// household is what a household has a right to, and what is left with work and in the
// programme. All of it stands in the address.
func household(w http.ResponseWriter, r *http.Request, known casework.Sums) error {
	f := layout.ReadForm(r)
	if focus, pressed := changeRows(f); pressed {
		http.Redirect(w, r, householdPath+"?"+f.Query().Encode()+"#f-"+focus, http.StatusSeeOther)
		return nil
	}
	if f.Raw("month") != "" && strings.Contains(r.URL.RawQuery+"&", "=&") {
		// What was left empty is not carried on in the link.
		http.Redirect(w, r, householdPath+"?"+f.Query().Encode(), http.StatusSeeOther)
		return nil
	}
	frame := layout.FrameOf(r, "sums.household.title").With(f)
	body := householdBody{Head: layout.Head{Eyebrow: frame.Text("sums.home.title"), Title: frame.Text("sums.household.title"), Lead: frame.Text("sums.household.lead")}}
	if !f.Sent("month") {
		f.Fill("month", latestMonth(known).String()).Fill("adults", "1").Fill("incomes", "1").Fill("pay_per", "month")
		body.Empty = &layout.Empty{Title: frame.Text("sums.household.empty"), Text: frame.Text("sums.household.empty_help"),
			Action: &layout.Action{Text: frame.Text("sums.household.example"), Href: exampleHousehold(known)}}
	} else {
		sum, err := reckonHousehold(f, known)
		if err != nil {
			return err
		}
		if sum != nil {
			body.Head.Title = householdHeading(frame, sum.result())
			body.Head.Tags = householdTags(frame, sum.asked)
			body.Result = sum.show(frame, f)
		} else {
			body.Empty = &layout.Empty{Title: frame.Text("sums.household.wrong"), Text: frame.Text("sums.household.wrong_help"),
				Action: &layout.Action{Text: frame.Text("sums.household.example"), Href: exampleHousehold(known)}}
		}
	}
	body.Asks = householdFields(frame, f)
	return layout.Render(w, r, "sums/household", layout.Page[householdBody]{Frame: frame, Body: body})
}

// householdSum is what the household that was asked about comes to.
type householdSum struct {
	asked     asked
	today     economy.Way
	programme *economy.Way    // nil where the month has no compensation
	refused   *fault.Error    // and why
	work      *economy.Way    // at the hours asked about; nil where no pay is stated
	picture   economy.Picture // likewise empty
}

func (s *householdSum) result() economy.Result { return s.today.Result }

// reckonHousehold is nil where something in the form is wrong, which is said there.
func reckonHousehold(f *form.Form, known casework.Sums) (*householdSum, error) {
	a := readHousehold(f)
	if a.refused(f, a.facts.Check()) || !f.OK() {
		return nil, nil
	}
	s := &householdSum{asked: a}
	var err error
	if s.today, err = economy.Today(known.Book, a.facts); err != nil {
		return nil, a.notReckoned(f, known, err)
	}
	programme, err := economy.InProgramme(known.Book, a.facts, a.instead)
	var missing *law.MissingError
	switch {
	case errors.As(err, &missing) && errors.As(err, &s.refused):
	case err != nil:
		return nil, err
	default:
		s.programme = &programme
	}
	if a.pay == nil {
		return s, nil
	}
	work, err := economy.AtWork(known.Book, a.facts, *a.pay, a.hours)
	if err != nil {
		return nil, a.notReckoned(f, known, err)
	}
	s.work = &work
	s.picture, err = economy.Margin(known.Book, a.facts, *a.pay, 1)
	return s, err
}

// notReckoned says beside a field why there is no sum: beside the month where something
// is not known of it, with the months of which it is. Any other error is returned.
func (a asked) notReckoned(f *form.Form, known casework.Sums, err error) error {
	var missing *law.MissingError
	var shown *fault.Error
	switch {
	case errors.As(err, &missing) && errors.As(err, &shown):
		var days []period.Span
		switch missing.Parameter {
		case law.NationalStandard:
			days = known.Book.NationalStandardDays()
		case law.ChildAllowance:
			days = known.Book.ChildAllowanceDays()
		}
		f.Wrong("month", "sums.household.missing", "Because", shown.Text, "Known", monthsOf(days))
		return nil
	case a.refused(f, err):
		return nil
	}
	return err
}

// latestMonth is the month of today, or the last before it that has a standard.
func latestMonth(known casework.Sums) period.Month {
	today, latest := known.Today.Month(), known.Today.Month()
	for _, days := range known.Book.NationalStandardDays() {
		if days.From <= today.First() {
			latest = min(today, days.To.Month())
		}
	}
	return latest
}

// exampleHousehold is the address of a household that somebody can begin from: one parent
// with a child, some work, and the pay of a full-time job.
func exampleHousehold(known casework.Sums) string {
	return householdPath + "?" + url.Values{
		"month": {latestMonth(known).String()}, "adults": {"1"}, "children": {"1"}, "age_0": {"8"}, "cost_rent": {"6500"},
		"incomes": {"1"}, "kind_0": {string(economy.Work)}, "net_0": {"5000"}, "stimulus_0": {"yes"}, "instead_0": {"yes"}, "allowance": {"yes"},
		"pay": {"20000"}, "pay_per": {"month"}, "pay_stimulus": {"yes"}, "hours": {"20"},
	}.Encode()
}
