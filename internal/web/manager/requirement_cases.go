package manager

import (
	"net/http"
	"net/url"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type requirementCasesBody struct {
	Head   layout.Head
	Tabs   layout.Tabs
	Months []form.Option
	Bands  []form.Option
	Notice *layout.Notice // where the requirement does not apply or nobody has decided it
	Cases  *layout.Table  // nil likewise
	Unseen string         // how many are counted and not listed, "" for none
	Pages  *layout.Pages
	File   string
}

// requirementCases is the list behind the picture: those of a band that the manager may
// see, and how many more there are.
func (p *Pages) requirementCases(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	month, band := p.readMonth(f), readBand(f)
	page, given := f.IntIfAny("page", 1, mostInFile)
	if !given {
		page = 1
	}
	v, err := p.office.ListRequirement(r.Context(), actor, month, band)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "requirement.cases.title").With(f.Fill("month", month.String()))
	here := url.Values{"month": {month.String()}, "band": {string(band)}}
	body := requirementCasesBody{
		Head: layout.Head{Title: monthHeading(frame, v.RequirementFigures), Lead: frame.Text("requirement.cases.lead")},
		Tabs: tabsAt(frame, ""), Months: p.monthOptions(frame, month), Bands: form.Options(duty.Bands(), func(b duty.Band) string { return frame.Code("requirement.band.", b) }),
		Notice: p.monthNotice(frame, v.RequirementFigures, requirementPath+"/cases"),
	}
	if !v.IsUnknown && v.Rule.Applies {
		first := min((page-1)*casesOnAPage, len(v.Rows))
		cases := requirementTable(frame, v.Rows[first:min(first+casesOnAPage, len(v.Rows))])
		body.Head.Title = frame.Text("requirement.cases.heading", "Count", len(v.Rows), "Month", monthName(frame, month))
		body.Cases, body.File = &cases, requirementPath+"/cases/file?"+here.Encode()
		body.Pages = layout.PagesOf(frame.Printer, requirementPath+"/cases", here, page, casesOnAPage, len(v.Rows))
	}
	if v.Unseen > 0 {
		body.Unseen = frame.Text("requirement.cases.unseen", "Count", v.Unseen)
	}
	return layout.Render(w, r, "manager/requirement_cases", layout.Page[requirementCasesBody]{Frame: frame, Body: body})
}

// requirementCasesFile is the whole list as a file.
func (p *Pages) requirementCasesFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	month, band := p.readMonth(f), readBand(f)
	if err := f.Err(); err != nil {
		return err
	}
	v, err := p.office.ListRequirement(r.Context(), actor, month, band)
	if err != nil {
		return err
	}
	if v.IsUnknown || !v.Rule.Applies {
		return toPage(w, r, requirementPath+"/cases", f)
	}
	frame := layout.FrameOf(r, "requirement.cases.title")
	return layout.File(w, frame.Printer, requirementSheet(frame, month, v.Rows))
}

func readBand(f *form.Form) duty.Band {
	var codes []string
	for _, b := range duty.Bands() {
		codes = append(codes, string(b))
	}
	return duty.Band(f.ChoiceIfAny("band", codes...))
}

func requirementTable(f layout.Frame, rows []casework.RequirementRow) layout.Table {
	t := layout.Table{
		Caption: f.Text("requirement.cases.title"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("manager.cases.name")}, {Text: f.Text("requirement.cases.asked"), Number: true},
			{Text: f.Text("requirement.cases.counted"), Number: true}, {Text: f.Text("requirement.cases.short"), Number: true}, {Text: f.Text("manager.cases.manager")}},
		Empty: &layout.Empty{Title: f.Text("manager.cases.none"), Text: f.Text("requirement.cases.none_help")},
	}
	for _, row := range rows {
		short := layout.Cell{Text: plainHours(f, row.Short)}
		if row.Short > 0 {
			short.Tone = layout.Ask
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: row.Name, Detail: row.Case.Number, Href: "/work/cases/" + string(row.Case.ID)},
			{Text: plainHours(f, row.Duty), Detail: askedLess(f, row.Asked)}, {Text: plainHours(f, row.Counted)}, short, {Text: row.ManagerName},
		}})
	}
	return layout.NewTable(t)
}

// plainHours is hours a week to the tenth.
func plainHours(f layout.Frame, h duty.Hours) string {
	tenths := (h + 5) / 10
	if tenths%10 == 0 {
		return f.Hours(int(tenths / 10))
	}
	return f.Text("requirement.hours", "Hours", f.Decimal(float64(tenths)/10, 1))
}

// askedLess is why somebody is asked for fewer hours than others.
func askedLess(f layout.Frame, asked duty.Requirement) string {
	switch {
	case asked.ChildLess > 0 && asked.PartTime > 0:
		return f.Text("requirement.cases.child_and_beside")
	case asked.ChildLess > 0:
		return f.Text("requirement.cases.child")
	case asked.PartTime > 0:
		return f.Text("requirement.cases.beside")
	}
	return ""
}

func requirementSheet(f layout.Frame, month period.Month, rows []casework.RequirementRow) layout.Sheet {
	s := layout.Sheet{Name: "requirement-cases-" + month.String(), Columns: []string{f.Text("manager.cases.number"), f.Text("manager.cases.name"),
		f.Text("requirement.cases.asked"), f.Text("requirement.cases.counted"), f.Text("requirement.cases.short"), f.Text("manager.cases.manager")}}
	for _, row := range rows {
		hours := func(h duty.Hours) string { return f.Decimal(float64(h)/100, 2) }
		s.Rows = append(s.Rows, []any{row.Case.Number, row.Name, hours(row.Duty), hours(row.Counted), hours(row.Short), row.ManagerName})
	}
	return s
}
