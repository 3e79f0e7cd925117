package manager

import (
	"net/http"
	"slices"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// monthName is the month as it is said in a sentence: "november 2026".
func monthName(f layout.Frame, m period.Month) string { return f.MonthYear(m.First()) }

// now is this month.
func (p *Pages) now() period.Month { return clock.Today(p.office.Clock).Month() }

// monthsBack is how many months before the newest can be chosen.
const monthsBack = 11

// newestMonth is this month, or the last before it that the requirement is known for.
func (p *Pages) newestMonth() period.Month { return duty.NewestKnown(p.office.Law, p.now()) }

// readMonth is the month of the address, the newest that is known where it says none. What
// is no month, and one that has not begun, is told beside the field, and the newest is
// shown.
func (p *Pages) readMonth(f *form.Form) period.Month {
	month, given := f.MonthIfAny("month")
	if given && month > p.now() {
		f.Wrong("month", "requirement.not_begun")
	} else if given {
		return month
	}
	return p.newestMonth()
}

// monthOptions are the newest month that is known and those before it, and the one that is
// shown.
func (p *Pages) monthOptions(f layout.Frame, shown period.Month) (options []form.Option) {
	newest := p.newestMonth()
	months := []period.Month{shown}
	for m := newest; m >= newest-monthsBack; m-- {
		months = append(months, m)
	}
	slices.Sort(months)
	for _, m := range slices.Backward(slices.Compact(months)) {
		options = append(options, form.Option{Value: m.String(), Text: monthName(f, m)})
	}
	return options
}

// monthHeading is what is said of a month where nobody is counted.
func monthHeading(f layout.Frame, v casework.RequirementFigures) string {
	name := monthName(f, v.Rule.Month)
	switch {
	case v.IsUnknown:
		return f.Text("requirement.heading_unknown", "Month", name)
	case !v.Rule.Applies:
		return f.Text("requirement.heading_not_yet", "Month", name)
	}
	return f.Text("requirement.heading_none", "Month", name)
}

// monthNotice says that nobody has decided the requirement of the month, that it did not
// apply yet, or that another month than this is shown, and leads on. Nil where there is
// nothing to say.
func (p *Pages) monthNotice(f layout.Frame, v casework.RequirementFigures, path string) *layout.Notice {
	first, last := duty.Known(p.office.Law)
	newest := p.newestMonth()
	to := func(month period.Month) []layout.Link {
		if month > p.now() {
			return nil
		}
		return []layout.Link{{Text: f.Text("requirement.see_month", "Month", monthName(f, month)), Href: path + "?month=" + month.String()}}
	}
	switch {
	case v.IsUnknown:
		return &layout.Notice{Text: f.Text("requirement.unknown_rules", "From", monthName(f, first), "To", monthName(f, last)), Tone: layout.Ask, Links: to(newest)}
	case !v.Rule.Applies:
		return &layout.Notice{Text: f.Text("requirement.first_applied", "First", monthName(f, first)), Tone: layout.Ask, Links: to(first)}
	case v.Rule.Month == newest && newest < p.now():
		return &layout.Notice{Text: f.Text("requirement.newest_known", "Now", monthName(f, p.now()), "Month", monthName(f, newest)), Tone: layout.Ask}
	}
	return nil
}

// toPage sends who asks for a file that cannot be made to the page that says why.
func toPage(w http.ResponseWriter, r *http.Request, path string, f *form.Form) error {
	http.Redirect(w, r, path+"?"+f.Query().Encode(), http.StatusSeeOther)
	return nil
}
