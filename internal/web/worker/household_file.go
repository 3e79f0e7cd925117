package worker

import (
	"net/http"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/household"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// householdFile is every row of the household as a file: those of the list for the month
// first, in its order, then the others, with what each is in the month.
func (p *Pages) householdFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	month, _ := period.ParseMonth(r.URL.Query().Get("month")) // what is no month is this one
	v, err := p.office.SeeHousehold(r.Context(), actor, id, month)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "household_page.title", "Name", v.Person.Name())
	return layout.File(w, frame.Printer, householdSheet(frame, v))
}

func householdSheet(f layout.Frame, v casework.HouseholdView) layout.Sheet {
	sheet := layout.Sheet{Name: f.Text("household_page.sheet", "Number", v.Case.Number, "Month", v.Month.String())}
	for _, key := range []string{"household_page.what", "household_page.amount", "household_page.from_whom", "household_page.sheet_source",
		"household_page.sheet_from", "household_page.sheet_to", "household_page.sheet_month", "household_page.entered_by",
		"household_page.sheet_at", "household_page.sheet_confirmed", "household_page.sheet_at"} {
		sheet.Columns = append(sheet.Columns, f.Text(key))
	}
	var shown []household.Row
	add := func(r household.Row, how string) {
		shown = append(shown, r)
		sheet.Rows = append(sheet.Rows, householdFileRow(f, r, f.Text(how, "Month", v.Month)))
	}
	for _, line := range v.Lines {
		add(line.Counts, "household_page.sheet_counts")
		for _, other := range line.Others {
			add(other, "household_page.not_counted")
		}
	}
	for _, r := range v.Rows {
		switch {
		case slices.ContainsFunc(shown, func(s household.Row) bool { return s.ID == r.ID }):
		case r.TakenBack:
			add(r, "household_page.taken_back")
		default:
			add(r, "household_page.sheet_not_now")
		}
	}
	return sheet
}

// householdFileRow is the row as values: an amount in whole kronor is a number.
func householdFileRow(f layout.Frame, r household.Row, how string) []any {
	value, to := any(layout.HouseholdValue(f.Printer, r.Statement)), ""
	if whole, err := r.Amount.Kronor(); err == nil && r.What != household.Members && !r.Stimulus {
		value = int(whole)
	}
	if r.To != 0 {
		to = r.To.String()
	}
	source := layout.HouseholdSource(f.Printer, r.Statement)
	return []any{layout.HouseholdWhat(f.Printer, r.Statement), value, source.Text, source.Detail, r.From.String(), to, how,
		r.EnteredBy, clock.DayOf(r.EnteredAt), r.ConfirmedBy, clock.DayOf(r.ConfirmedAt)}
}
