package participant

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/household"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// householdSays are the fields of a statement, and of who lives in the home.
type householdSays struct {
	What, Name, Amount, From          form.Field
	Adults, Ages, Size, Shared, Since form.Field
	HomeOpen                          bool
}

// mineSince are the fields of who lives in the home, by the names of the rules.
var mineSince = map[string]string{"from": "since"}

// householdSay states something.
func (p *Pages) householdSay(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := readMine(f)
	if err = f.Err(); err == nil {
		err = p.office.EnterHouseholdRow(r.Context(), actor, id, in)
	}
	if in.What == household.Members {
		err = layout.Renamed(err, mineSince)
	}
	switch {
	case f.Take(err):
		return p.showHousehold(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, householdPath)
	}
	return layout.Done(w, r, householdPath, "household_page.mine.said")
}

func readMine(f *form.Form) casework.HouseholdRow {
	in := casework.HouseholdRow{Form: casework.Form{Token: f.Once()}, Statement: household.Statement{Provenance: household.OwnStatement}}
	if f.Raw("about") == string(household.Members) {
		in.What, in.Home, in.From = household.Members, layout.ReadHome(f), f.Month("since")
		return in
	}
	in.What = household.What(f.Choice("what", mySubjects()...))
	in.Name = f.Text("name", 0, household.LongestName)
	amount, said := f.Kronor("amount")
	if !said && f.Raw("amount") == "" {
		f.Wrong("amount", "form.required")
	}
	in.Amount, in.From = amount, f.Month("from")
	return in
}

// mySubjects are what a participant states by amount. Who lives in the home has fields of
// its own.
func mySubjects() (codes []string) {
	for _, w := range household.Whats() {
		if w != household.Members {
			codes = append(codes, string(w))
		}
	}
	return codes
}

func mySays(frame layout.Frame, f *form.Form, v casework.HouseholdView) *householdSays {
	if !f.Sent("from") && !f.Sent("since") {
		f.Fill("from", v.ThisMonth.String()).Fill("since", v.ThisMonth.String())
		fillHome(f, v)
	}
	var whats []form.Option
	for _, code := range mySubjects() {
		whats = append(whats, layout.HouseholdOption(frame, household.What(code)))
	}
	return &householdSays{
		What:   f.SelectField("what", "household_page.mine.what", whats),
		Name:   f.TextField("name", "household_page.mine.name").Optional(),
		Amount: f.KronorField("amount", "household_page.mine.amount"), From: f.MonthField("from", "household_page.mine.from"),
		Adults: f.RadioField("adults", "household_page.mine.adults", []form.Option{
			{Value: "1", Text: frame.Text("household_page.mine.alone")}, {Value: "2", Text: frame.Text("household_page.mine.couple")}}),
		Ages:   f.TextField("ages", "household_page.mine.ages").Optional(),
		Size:   f.NumberField("size", "household_page.mine.size", frame.Text("household_page.persons")).Optional(),
		Shared: f.CheckboxField("shared", "household_page.mine.shared"),
		Since:  f.MonthField("since", "household_page.mine.from"), HomeOpen: f.Raw("about") == string(household.Members),
	}
}

// fillHome begins the fields of who lives in the home with what counts today.
func fillHome(f *form.Form, v casework.HouseholdView) {
	i := slices.IndexFunc(v.Lines, func(l household.Line) bool { return l.Counts.What == household.Members })
	if i < 0 {
		f.Fill("adults", "1")
		return
	}
	home := v.Lines[i].Counts.Home
	f.Fill("adults", strconv.Itoa(home.Adults))
	if home.Size > 0 {
		f.Fill("size", strconv.Itoa(home.Size))
	}
	if home.Shared {
		f.Fill("shared", "yes")
	}
	ages := make([]string, len(home.Ages))
	for i, age := range home.Ages {
		ages[i] = strconv.Itoa(age)
	}
	f.Fill("ages", strings.Join(ages, ", "))
}
