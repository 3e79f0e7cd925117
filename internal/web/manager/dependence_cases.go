package manager

import (
	"net/http"
	"net/url"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/benefit"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type dependenceCasesBody struct {
	Head    layout.Head
	Tabs    layout.Tabs
	Groups  []form.Option
	Classes []form.Option
	Times   []form.Option
	Cases   layout.Table
	Unseen  string // how many are counted and not listed, "" for none
	Pages   *layout.Pages
	File    string
}

// dependenceCases is the list behind the picture: those of a class that the manager may
// see, and how many more there are.
func (p *Pages) dependenceCases(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	of, class, at := readDependants(f)
	page, given := f.IntIfAny("page", 1, mostInFile)
	if !given {
		page = 1
	}
	rows, unseen, err := p.office.ListDependence(r.Context(), actor, of, class, at)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "dependence.cases.title").With(f.Fill("of", string(of)).Fill("at", string(at)))
	here := url.Values{"of": {string(of)}, "class": {string(class)}, "at": {string(at)}}
	first := min((page-1)*casesOnAPage, len(rows))
	body := dependenceCasesBody{
		Head: layout.Head{Title: frame.Text("dependence.cases.heading", "Count", len(rows)), Lead: frame.Text("dependence.cases.lead")},
		Tabs: tabsAt(frame, ""), Groups: groupOptions(frame), Classes: form.Options(benefitClasses(), func(c benefit.Class) string { return frame.Code("benefit.class.", c) }),
		Times: form.Options(casework.DependenceTimes(), func(at casework.DependenceAt) string { return frame.Code("dependence.at.", at) }),
		Cases: dependenceTable(frame, rows[first:min(first+casesOnAPage, len(rows))]),
		Pages: layout.PagesOf(frame.Printer, dependencePath+"/cases", here, page, casesOnAPage, len(rows)),
		File:  dependencePath + "/cases/file?" + here.Encode(),
	}
	if unseen > 0 {
		body.Unseen = frame.Text("requirement.cases.unseen", "Count", unseen)
	}
	return layout.Render(w, r, "manager/dependence_cases", layout.Page[dependenceCasesBody]{Frame: frame, Body: body})
}

// dependenceCasesFile is the whole list as a file.
func (p *Pages) dependenceCasesFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	of, class, at := readDependants(f)
	if err := f.Err(); err != nil {
		return err
	}
	rows, _, err := p.office.ListDependence(r.Context(), actor, of, class, at)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "dependence.cases.title")
	s := layout.Sheet{Name: "dependence-cases", Columns: []string{frame.Text("manager.cases.number"), frame.Text("manager.cases.name"), frame.Text("dependence.cases.months"),
		frame.Text("dependence.entry"), frame.Text("dependence.now"), frame.Text("dependence.cases.from"), frame.Text("manager.cases.manager")}}
	for _, row := range rows {
		s.Rows = append(s.Rows, []any{row.Case.Number, row.Name, row.Months, classNames(frame, row.Entry), classNames(frame, row.Now), monthsFrom(frame, row), row.ManagerName})
	}
	return layout.File(w, frame.Printer, s)
}

func readDependants(f *form.Form) (casework.DependenceOf, benefit.Class, casework.DependenceAt) {
	var classes, times []string
	for _, c := range benefitClasses() {
		classes = append(classes, string(c))
	}
	for _, at := range casework.DependenceTimes() {
		times = append(times, string(at))
	}
	at := casework.DependenceAt(f.ChoiceIfAny("at", times...))
	if at == "" {
		at = casework.AtLast
	}
	return readGroup(f), benefit.Class(f.ChoiceIfAny("class", classes...)), at
}

func benefitClasses() (classes []benefit.Class) {
	for _, c := range benefit.Sweden().Definitions() {
		classes = append(classes, c.Class)
	}
	return classes
}

func classNames(f layout.Frame, classes []benefit.Class) string {
	if len(classes) == 0 {
		return f.Text("dependence.no_class")
	}
	names := make([]string, len(classes))
	for i, c := range classes {
		names[i] = f.Code("benefit.class.", c)
	}
	return strings.Join(names, ", ")
}

func monthsFrom(f layout.Frame, row casework.DependenceRow) string {
	if row.RegisterFile {
		return f.Text("dependence.cases.register")
	}
	return f.Text("dependence.cases.noted")
}

// longest is the last of the classes, which are in the order of their windows.
func longest(f layout.Frame, classes []benefit.Class) string {
	return classNames(f, classes[max(0, len(classes)-1):])
}

func dependenceTable(f layout.Frame, rows []casework.DependenceRow) layout.Table {
	t := layout.Table{
		Caption: f.Text("dependence.cases.title"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("manager.cases.name")}, {Text: f.Text("dependence.cases.months"), Number: true},
			{Text: f.Text("dependence.entry")}, {Text: f.Text("dependence.now")}, {Text: f.Text("manager.cases.manager")}},
		Empty: &layout.Empty{Title: f.Text("manager.cases.none"), Text: f.Text("dependence.cases.none_help")},
	}
	for _, row := range rows {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: row.Name, Detail: row.Case.Number, Href: "/work/cases/" + string(row.Case.ID)},
			{Text: f.Number(int64(row.Months)), Detail: monthsFrom(f, row)}, {Text: longest(f, row.Entry)}, {Text: longest(f, row.Now)}, {Text: row.ManagerName},
		}})
	}
	return layout.NewTable(t)
}
