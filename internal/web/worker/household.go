package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type householdBody struct {
	Case     casePage
	Notice   *layout.Notice // another month than was asked for is shown
	Heading  string
	Lead     string
	Months   layout.Pages
	Stats    []layout.Stat
	Todo     []layout.Todo
	Seen     string // said where nothing is new
	Confirm  *householdConfirm
	Ends     *householdEnds // nil where no row goes on
	Taken    layout.Action  // the rows as a file
	Table    layout.Table
	Children layout.Action
	Why      []layout.Explanation
	Sums     *layout.Action
	Earlier  *layout.Table // rows that do not hold this month
	Enters   *householdForm
	File     *layout.Action
	Address  string
}

type householdConfirm struct {
	Rows *form.Field // nil where no row counts
	Send string
}

// householdForm are the fields of a new row, and of who lives in the home.
type householdForm struct {
	What, Name, Amount, Stimulus, From, To, By form.Field
	Adults, Size, Ages, Shared, Since, HomeBy  form.Field
	HomeOpen                                   bool
}

// household is the picture of the household in a month, and from whom each row is.
func (p *Pages) household(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showHousehold(w, r, actor, id, layout.BlankForm(r))
}

// householdEnter states a row.
func (p *Pages) householdEnter(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := readHouseholdRow(f)
	if err = f.Err(); err == nil {
		err = p.office.EnterHouseholdRow(r.Context(), actor, id, in)
	}
	if in.What == household.Members {
		err = layout.Renamed(err, homeFields)
	}
	switch {
	case f.Take(err):
		return p.showHousehold(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "household"))
	}
	return layout.Done(w, r, casePath(id, "household"), "household_page.entered")
}

// householdConfirm says that rows hold, and that the rest has been looked at.
func (p *Pages) householdConfirm(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.HouseholdConfirmation{Form: casework.Form{Token: f.Once()}}
	for _, row := range r.PostForm["rows"] {
		of, err := ident.Parse(row)
		if err != nil {
			return fault.New(fault.NotFound, "fault.not_found").Because(err)
		}
		in.Rows = append(in.Rows, of)
	}
	if err := p.office.ConfirmHousehold(r.Context(), actor, id, in); err != nil {
		return layout.Onward(err, casePath(id, "household"))
	}
	return layout.Done(w, r, casePath(id, "household"), "household_page.confirmed")
}

// homeFields are the fields of who lives in the home, by the names of the rules.
var homeFields = map[string]string{"from": "since", "provenance": "home_by"}

func readHouseholdRow(f *form.Form) casework.HouseholdRow {
	in := casework.HouseholdRow{Form: casework.Form{Token: f.Once()}}
	by := func(name string) household.Provenance {
		return household.Provenance(f.Choice(name, string(household.OwnStatement), string(household.CaseManager)))
	}
	if f.Raw("about") == string(household.Members) {
		in.What, in.From, in.Provenance = household.Members, f.Month("since"), by("home_by")
		in.Home = layout.ReadHome(f)
		return in
	}
	in.What = household.What(f.Choice("what", whatCodes()...))
	in.Name, in.Stimulus = f.Text("name", 0, household.LongestName), f.Yes("stimulus")
	amount, said := f.Kronor("amount")
	if !said && f.Raw("amount") == "" {
		f.Wrong("amount", "form.required")
	}
	in.Amount, in.From, in.Provenance = amount, f.Month("from"), by("provenance")
	in.To, _ = f.MonthIfAny("to")
	return in
}

// whatCodes are what a row can be about, beside who lives in the home.
func whatCodes() (codes []string) {
	for _, w := range household.Whats() {
		if w != household.Members {
			codes = append(codes, string(w))
		}
	}
	return codes
}

func (p *Pages) showHousehold(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	asked := r.URL.Query().Get("month")
	month, notAMonth := period.ParseMonth(asked) // what is no month is this one, and the page says so
	v, err := p.office.SeeHousehold(r.Context(), actor, id, month)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "household_page.title", "Name", v.Person.Name()).With(f)
	body := householdBody{
		Case: casePageOf(frame, v.Header, access.Household, clock.Today(p.office.Clock)), Address: casePath(id, "household"),
		Heading: householdHeading(frame, v), Lead: frame.Text("household_page.lead"), Months: householdMonths(frame, v),
		Todo: householdTodo(frame, v), Table: householdTable(frame, v), Earlier: householdEarlier(frame, v),
		Taken:    layout.Action{Text: frame.Text("sums.file"), Href: householdAt(id, "household/rows.csv", v)},
		Children: layout.Action{Text: frame.Text("worker_children.open"), Href: casePath(id, "children")},
	}
	body.Notice = householdOtherMonth(frame, v, asked, month, notAMonth)
	if len(v.Warnings) > 0 && len(v.New) == 0 && v.Month == v.ThisMonth {
		body.Seen = frame.Text("household_page.nothing_new")
	}
	if v.Result != nil {
		body.Why = layout.ExplainHousehold(frame.Printer, *v.Result)
		body.Stats = householdStats(frame, v)
		if access.MayInOffice(actor, access.SeeSums).Allowed {
			body.Sums = &layout.Action{Text: frame.Text("household_page.try"), Href: layout.SumsOfHousehold(v.Facts)}
		}
	}
	if v.Open && v.Acts[access.EnterHousehold] {
		body.Enters = householdFields(frame, f, v)
	}
	if v.Open && v.Acts[access.ConfirmHousehold] && v.Month == v.ThisMonth && len(v.Rows) > 0 {
		body.Confirm = householdConfirmOf(frame, f, v)
	}
	if v.Open && v.Acts[access.EndHousehold] {
		body.Ends = householdEndsOf(frame, f, v)
	}
	if v.Open && v.Acts[access.TakeRegisterFile] {
		body.File = &layout.Action{Text: frame.Text("household_page.file"), Href: casePath(id, "household/file")}
	}
	return layout.Render(w, r, "worker/household", layout.Page[householdBody]{Frame: frame, Body: body})
}
