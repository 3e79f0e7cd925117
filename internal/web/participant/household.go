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
	Coming []householdRow // what begins in a later month
	Empty  layout.Empty
	Says   *householdSays // nil where the case takes no more
	Since  []layout.Event
	Closed *layout.Notice
}

// householdRow is one row as the office has it.
type householdRow struct {
	What, Value, Months, By, Source, Note string
	Tone                                  layout.Tone
	Begins                                string          // of what is coming: when
	End                                   *layout.Confirm // of what they have said themselves
	Others                                []householdRow  // what else has been said of the same
}

// household is what the office has on record about the participant's household.
func (p *Pages) household(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showHousehold(w, r, actor, layout.BlankForm(r))
}

// householdEnd says that something the participant has said holds no more from this month
// on.
func (p *Pages) householdEnd(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.householdNoMore(w, r, actor, casework.HouseholdEnd{NoLonger: true}, "household_page.mine.ended")
}

// householdTakeBack takes back, by itself, something the participant has said of a coming
// month.
func (p *Pages) householdTakeBack(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.householdNoMore(w, r, actor, casework.HouseholdEnd{Coming: true}, "household_page.mine.taken_back")
}

func (p *Pages) householdNoMore(w http.ResponseWriter, r *http.Request, actor access.Actor, in casework.HouseholdEnd, done string) error {
	row, err := visit.ID(r, "row")
	if err != nil {
		return err
	}
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	in.Form, in.Row = casework.Form{Token: layout.ReadForm(r).Once()}, row
	if err := p.office.EndHouseholdRow(r.Context(), actor, id, in); err != nil {
		return layout.Onward(err, householdPath)
	}
	return layout.Done(w, r, householdPath, done)
}

func (p *Pages) myHousehold(r *http.Request, actor access.Actor) (casework.HouseholdView, error) {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return casework.HouseholdView{}, err
	}
	return p.office.SeeHousehold(r.Context(), actor, id, 0)
}

func (p *Pages) showHousehold(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, err := p.myHousehold(r, actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "household_page.mine.title").Alone().With(f)
	body := householdBody{
		Head: layout.Head{Title: frame.Text("household_page.mine.heading", "Count", len(v.Lines)+len(v.Coming)), Lead: frame.Text("household_page.mine.lead"),
			Actions: []layout.Action{{Text: frame.Text("account.mine.back"), Href: "/me/money"}}},
		Empty: layout.Empty{Title: frame.Text("household_page.mine.none"), Text: frame.Text("household_page.mine.none_help")},
		Since: mySayings(frame, v),
	}
	if len(v.Lines)+len(v.Coming) == 0 {
		body.Head.Title = frame.Text("household_page.mine.heading_none")
	}
	for _, line := range v.Lines {
		row := myRow(frame, f, v, line.Counts, "")
		for _, other := range line.Others {
			row.Others = append(row.Others, myRow(frame, f, v, other, frame.Text("household_page.not_counted")))
		}
		body.Rows = append(body.Rows, row)
	}
	for _, c := range v.Coming {
		body.Coming = append(body.Coming, myComing(frame, f, v, c))
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
	if goesOn := r.To == 0 || r.To > v.ThisMonth; v.Open && r.Provenance == household.OwnStatement && goesOn {
		help := "household_page.mine.end_help"
		if slices.ContainsFunc(v.Coming, func(c household.Coming) bool {
			return c.Provenance == household.OwnStatement && c.Subject() == r.Subject()
		}) {
			help = "household_page.mine.end_help_coming"
		}
		row.End = noMore(f, r.ID, "/end", frame.Text("household_page.mine.end", "What", row.What), frame.Text(help), frame.Text("household_page.mine.end_send"))
	}
	return row
}

// myComing is a row of a later month. The participant can take back their own by itself.
func myComing(frame layout.Frame, f *form.Form, v casework.HouseholdView, c household.Coming) householdRow {
	note := ""
	if !c.Counts {
		note = frame.Text("household_page.not_counted")
	}
	row := myRow(frame, f, v, c.Row, note)
	row.Begins, row.End = frame.Text("household_page.mine.begins", "Month", c.From), nil
	if c.To == 0 {
		row.Months = "" // said by when it begins
	}
	if v.Open && c.Provenance == household.OwnStatement {
		row.End = noMore(f, c.ID, "/back", frame.Text("household_page.mine.back", "What", row.What, "Month", c.From),
			frame.Text("household_page.mine.back_help", "Month", c.From), frame.Text("household_page.mine.back_send"))
	}
	return row
}

// noMore is the question before a row is ended or taken back.
func noMore(f *form.Form, row ident.ID, how, opens, help, send string) *layout.Confirm {
	return &layout.Confirm{Opens: opens, Text: help, Action: layout.Action{Text: send, Href: householdPath + "/" + string(row) + how, Post: true,
		Hidden: []layout.Hidden{{Name: form.OnceField, Value: f.Once()}}}}
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
