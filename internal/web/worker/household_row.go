package worker

import (
	"net/http"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type householdRowBody struct {
	Case    casePage
	Heading string
	Facts   []layout.Fact
	History []layout.Event
	Ends    bool
	Mistake layout.Confirm
	Address string
	Back    layout.Action
}

// householdRowShow is one row with everything that has been said of it.
func (p *Pages) householdRowShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, row, err := householdIDs(r)
	if err != nil {
		return err
	}
	return p.showHouseholdRow(w, r, actor, id, row, layout.BlankForm(r))
}

// householdRowEnd ends the row, or takes it back.
func (p *Pages) householdRowEnd(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, row, err := householdIDs(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.HouseholdEnd{Form: casework.Form{Token: f.Once()}, Row: row, Mistake: f.Yes("mistake")}
	if !in.Mistake {
		in.Last = f.Month("last")
	}
	if err = f.Err(); err == nil {
		err = p.office.EndHouseholdRow(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showHouseholdRow(w, r, actor, id, row, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "household"))
	}
	return layout.Done(w, r, casePath(id, "household"), "household_page.ended")
}

func householdIDs(r *http.Request) (id, row ident.ID, err error) {
	if id, err = visit.ID(r, "case"); err != nil {
		return "", "", err
	}
	row, err = visit.ID(r, "row")
	return id, row, err
}

func (p *Pages) showHouseholdRow(w http.ResponseWriter, r *http.Request, actor access.Actor, id, of ident.ID, f *form.Form) error {
	v, err := p.office.SeeHousehold(r.Context(), actor, id, 0)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(v.Rows, func(r household.Row) bool { return r.ID == of })
	if i < 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	row := v.Rows[i]
	frame := layout.FrameOf(r, "household_page.title", "Name", v.Person.Name()).With(f)
	source := layout.HouseholdSource(frame.Printer, row.Statement)
	address := casePath(id, "household/rows/"+string(of))
	body := householdRowBody{
		Case:    casePageOf(frame, v.Header, access.Household, clock.Today(p.office.Clock)),
		Heading: layout.HouseholdWhat(frame.Printer, row.Statement),
		Facts: []layout.Fact{{Label: frame.Text("household_page.amount"), Value: layout.HouseholdValue(frame.Printer, row.Statement)},
			{Label: frame.Text("household_page.from_whom"), Value: source.Text, Note: source.Detail},
			{Label: frame.Text("household_page.holds"), Value: layout.HouseholdMonths(frame.Printer, row.Statement)}},
		History: householdHistory(frame, v.Rows, row), Address: address,
		Ends: v.Open && !row.TakenBack && v.Acts[access.EndHousehold],
		Back: layout.Action{Text: frame.Text("household_page.back"), Href: casePath(id, "household")},
		Mistake: layout.Confirm{Opens: frame.Text("household_page.mistake"), Text: frame.Text("household_page.mistake_help"),
			Action: layout.Action{Text: frame.Text("household_page.mistake_send"), Href: address, Post: true, Danger: true,
				Hidden: []layout.Hidden{{Name: form.OnceField, Value: f.Once()}, {Name: "mistake", Value: "yes"}}}},
	}
	if !f.Sent("last") {
		f.Fill("last", max(row.From, v.ThisMonth).String())
	}
	return layout.Render(w, r, "worker/household_row", layout.Page[householdRowBody]{Frame: frame, Body: body})
}

// householdHistory is what has been said of the same thing, newest first: of this row,
// and of others about it.
func householdHistory(f layout.Frame, rows []household.Row, of household.Row) []layout.Event {
	var entries []household.Entry
	for _, r := range rows {
		if r.Subject() == of.Subject() {
			entries = append(entries, r.Entries...)
		}
	}
	slices.SortStableFunc(entries, func(a, b household.Entry) int { return b.At.Compare(a.At) })
	var events []layout.Event
	for _, e := range entries {
		text := f.Text("household_page.deed."+string(e.Deed), "By", f.Code("household.by.", e.Provenance),
			"Value", layout.HouseholdValue(f.Printer, e.Statement), "Months", layout.HouseholdMonths(f.Printer, e.Statement))
		events = append(events, layout.Event{When: f.Instant(e.At), Stamp: e.At.Format(time.RFC3339), Text: text, Detail: e.ByName})
	}
	return events
}
