package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// householdEnds are the fields that end a row from the list.
type householdEnds struct {
	Row, Until form.Field
	Address    string
}

// householdListEnd ends one of the rows of the list.
func (p *Pages) householdListEnd(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.HouseholdEnd{Form: casework.Form{Token: f.Once()}, Last: f.Month("until")}
	if f.Raw("row") == "" {
		f.Wrong("row", "form.choose")
	} else if in.Row, err = ident.Parse(f.Raw("row")); err != nil {
		return fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	if err = f.Err(); err == nil {
		err = layout.Renamed(p.office.EndHouseholdRow(r.Context(), actor, id, in), map[string]string{"last": "until"})
	}
	switch {
	case f.Take(err):
		return p.showHousehold(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "household"))
	}
	return layout.Done(w, r, casePath(id, "household"), "household_page.ended")
}

// householdEndsOf is the form with the rows that go on in the month, from whomever.
func householdEndsOf(frame layout.Frame, f *form.Form, v casework.HouseholdView) *householdEnds {
	var rows []form.Option
	add := func(r household.Row) {
		if r.To == 0 || r.To > v.Month {
			said := frame.Text("household_page.confirm_row", "What", layout.HouseholdWhat(frame.Printer, r.Statement),
				"Value", layout.HouseholdValue(frame.Printer, r.Statement))
			rows = append(rows, form.Option{Value: string(r.ID), Text: frame.Text("household_page.of_whom", "Row", said,
				"By", frame.Code("household.by.", r.Provenance))})
		}
	}
	for _, line := range v.Lines {
		add(line.Counts)
		for _, other := range line.Others {
			add(other)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if !f.Sent("until") {
		f.Fill("until", v.Month.String())
	}
	return &householdEnds{Address: householdAt(v.Case.ID, "household/end", v), Row: f.SelectField("row", "household_page.end_row", rows), Until: f.MonthField("until", "household_page.last")}
}

// householdAt is the address of a page of the household in the month that is looked at.
func householdAt(id ident.ID, page string, v casework.HouseholdView) string {
	return casePath(id, page) + "?month=" + v.Month.String()
}
