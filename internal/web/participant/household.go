package participant

import (
	"net/http"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

const householdPath = "/me/household"

type householdBody struct {
	Head   layout.Head
	Rows   []householdRow
	Empty  layout.Empty
	Says   *householdSays // nil where the case takes no more
	Since  []layout.Event
	Closed *layout.Notice
}

// householdRow is one row as the office has it.
type householdRow struct {
	What, Value, Months, By, Source, Note string
	Tone                                  layout.Tone
	End                                   *layout.Confirm // of what they have said themselves
	Others                                []householdRow  // what else has been said of the same
}

// householdSays are the three fields of a statement.
type householdSays struct{ What, Amount, From form.Field }

// household is what the office has on record about the participant's household.
func (p *Pages) household(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showHousehold(w, r, actor, layout.BlankForm(r))
}

// householdSay states something.
func (p *Pages) householdSay(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.HouseholdRow{Form: casework.Form{Token: f.Once()}, Statement: household.Statement{Provenance: household.OwnStatement}}
	in.What = household.What(f.Choice("what", mySubjects()...))
	amount, said := f.Kronor("amount")
	if !said && f.Raw("amount") == "" {
		f.Wrong("amount", "form.required")
	}
	in.Amount, in.From = amount, f.Month("from")
	if err = f.Err(); err == nil {
		err = p.office.EnterHouseholdRow(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showHousehold(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, householdPath)
	}
	return layout.Done(w, r, householdPath, "household_page.mine.said")
}

// householdEnd says that something the participant has said holds no more from this month
// on.
func (p *Pages) householdEnd(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	row, err := visit.ID(r, "row")
	if err != nil {
		return err
	}
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.HouseholdEnd{Form: casework.Form{Token: f.Once()}, Row: row, NoLonger: true}
	if err := p.office.EndHouseholdRow(r.Context(), actor, id, in); err != nil {
		return layout.Onward(err, householdPath)
	}
	return layout.Done(w, r, householdPath, "household_page.mine.ended")
}

func (p *Pages) myHousehold(r *http.Request, actor access.Actor) (casework.HouseholdView, error) {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return casework.HouseholdView{}, err
	}
	return p.office.SeeHousehold(r.Context(), actor, id, 0)
}

// mySubjects are what a participant states alone: what needs no name of its own. Who
// lives in the home is spoken of with the office.
func mySubjects() (codes []string) {
	for _, w := range household.Whats() {
		if w != household.Members && w != "cost.other" && w != "income.other" {
			codes = append(codes, string(w))
		}
	}
	return codes
}

func (p *Pages) showHousehold(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, err := p.myHousehold(r, actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "household_page.mine.title").Alone().With(f)
	body := householdBody{
		Head: layout.Head{Title: frame.Text("household_page.mine.heading", "Count", len(v.Lines)), Lead: frame.Text("household_page.mine.lead"),
			Actions: []layout.Action{{Text: frame.Text("account.mine.back"), Href: "/me/money"}}},
		Empty: layout.Empty{Title: frame.Text("household_page.mine.none"), Text: frame.Text("household_page.mine.none_help")},
		Since: mySayings(frame, v),
	}
	if len(v.Lines) == 0 {
		body.Head.Title = frame.Text("household_page.mine.heading_none")
	}
	for _, line := range v.Lines {
		row := myRow(frame, f, v, line.Counts, "")
		for _, other := range line.Others {
			row.Others = append(row.Others, myRow(frame, f, v, other, frame.Text("household_page.not_counted")))
		}
		body.Rows = append(body.Rows, row)
	}
	if v.Open {
		body.Says = mySays(frame, f, v)
	} else {
		body.Closed = &layout.Notice{Text: frame.Text("household.closed")}
	}
	return layout.Render(w, r, "participant/household", layout.Page[householdBody]{Frame: frame, Body: body})
}

func myRow(frame layout.Frame, f *form.Form, v casework.HouseholdView, r household.Row, note string) householdRow {
	source := layout.HouseholdSource(frame.Printer, r.Statement)
	row := householdRow{What: layout.HouseholdWhat(frame.Printer, r.Statement), Value: layout.HouseholdValue(frame.Printer, r.Statement),
		Months: layout.HouseholdMonths(frame.Printer, r.Statement), Source: source.Text, Tone: source.Tone, Note: note,
		By: frame.Text("household_page.by", "Name", r.EnteredBy, "At", frame.Instant(r.EnteredAt))}
	if v.Open && r.Provenance == household.OwnStatement && r.To == 0 {
		row.End = &layout.Confirm{Opens: frame.Text("household_page.mine.end", "What", row.What), Text: frame.Text("household_page.mine.end_help"),
			Action: layout.Action{Text: frame.Text("household_page.mine.end_send"), Href: endPath(r.ID), Post: true,
				Hidden: []layout.Hidden{{Name: form.OnceField, Value: f.Once()}}}}
	}
	return row
}

func endPath(row ident.ID) string { return householdPath + "/" + string(row) + "/end" }

func mySays(frame layout.Frame, f *form.Form, v casework.HouseholdView) *householdSays {
	if !f.Sent("from") {
		f.Fill("from", v.ThisMonth.String())
	}
	var whats []form.Option
	for _, code := range mySubjects() {
		w := household.What(code)
		key := "household_page.an_income"
		if _, cost := w.Cost(); cost {
			key = "household_page.a_cost"
		}
		whats = append(whats, form.Option{Value: code, Text: frame.Text(key, "What", frame.Fault(w.Text()))})
	}
	return &householdSays{What: f.SelectField("what", "household_page.mine.what", whats),
		Amount: f.KronorField("amount", "household_page.mine.amount"), From: f.MonthField("from", "household_page.mine.from")}
}

// mostSayings are shown, the newest.
const mostSayings = 20

// mySayings is what has been said of the household, newest first.
func mySayings(f layout.Frame, v casework.HouseholdView) (events []layout.Event) {
	var entries []household.Entry
	for _, r := range v.Rows {
		entries = append(entries, r.Entries...)
	}
	slices.SortStableFunc(entries, func(a, b household.Entry) int { return b.At.Compare(a.At) })
	for _, e := range entries[:min(len(entries), mostSayings)] {
		events = append(events, layout.Event{When: f.Instant(e.At), Stamp: e.At.Format(time.RFC3339), Detail: e.ByName,
			Text: f.Text("household_page.of", "What", layout.HouseholdWhat(f.Printer, e.Statement),
				"Said", f.Text("household_page.deed."+string(e.Deed), "By", f.Code("household.by.", e.Provenance),
					"Value", layout.HouseholdValue(f.Printer, e.Statement), "Months", layout.HouseholdMonths(f.Printer, e.Statement)))})
	}
	return events
}
