package manager

import (
	"net/http"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

const quarterPath = requirementPath + "/quarter"

type quarterBody struct {
	Head     layout.Head
	Tabs     layout.Tabs
	Quarters []form.Option
	Notice   layout.Notice
	Lines    *layout.Table // nil where nobody has decided the requirement
	Why      []string
	File     string // "" where nobody is counted
}

// quarter is the quarter's report by main obstacle.
func (p *Pages) quarter(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	quarter := p.readQuarter(f)
	v, err := p.office.SeeQuarter(r.Context(), actor, quarter)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "requirement.quarter.title").With(f.Fill("quarter", quarter.String()))
	name := quarterName(frame, quarter)
	body := quarterBody{
		Head: layout.Head{Title: frame.Text("requirement.quarter.heading", "Quarter", name, "Assigned", v.Sum.Assigned, "Persons", v.Sum.Persons), Lead: frame.Text("requirement.quarter.lead")},
		Tabs: tabsAt(frame, ""), Quarters: p.quarterOptions(frame, quarter), Notice: p.quarterNotice(frame, v),
		Why: []string{frame.Text("requirement.quarter.who"), frame.Text("requirement.quarter.assigned_how"), frame.Text("requirement.quarter.obstacle_how"),
			frame.Text("requirement.quarter.cut_how")},
	}
	switch {
	case v.IsUnknown:
		body.Head.Title, body.Why = frame.Text("requirement.quarter.heading_unknown", "Quarter", name), nil
	case v.Sum.Persons == 0:
		body.Head.Title = frame.Text("requirement.quarter.heading_none", "Quarter", name)
	default:
		body.File = quarterPath + "/file?quarter=" + quarter.String()
	}
	if !v.IsUnknown {
		lines := quarterTable(frame, v)
		body.Lines = &lines
	}
	return layout.Render(w, r, "manager/quarter", layout.Page[quarterBody]{Frame: frame, Body: body})
}

// quarterFile is the rows of the quarter as the command duty report reads them. Its words
// are the form's own in every language.
func (p *Pages) quarterFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	quarter := p.readQuarter(f)
	if err := f.Err(); err != nil {
		return err
	}
	v, err := p.office.SeeQuarter(r.Context(), actor, quarter)
	if err != nil {
		return err
	}
	if v.IsUnknown {
		return toPage(w, r, quarterPath, f)
	}
	s := layout.Sheet{Name: "duty-" + quarter.String(), Columns: []string{"person", "month", "gender", "main_obstacle", "assigned", "reduced", "denied"}}
	answer := map[bool]string{true: "yes", false: "no"}
	for _, row := range v.Rows {
		s.Rows = append(s.Rows, []any{string(row.Person), row.Month.String(), string(row.Gender), string(row.Obstacle), answer[row.Assigned], answer[row.Reduced], answer[row.Denied]})
	}
	return layout.File(w, layout.PrinterOf(r), s)
}

// quartersBack is how many quarters before the newest can be chosen.
const quartersBack = 7

// readQuarter is the quarter of the address, the one to report of where it says none. What
// is no quarter, and one that has not begun, is told beside the field.
func (p *Pages) readQuarter(f *form.Form) duty.Quarter {
	newest := duty.NewestQuarter(p.office.Law, p.now())
	text := f.Raw("quarter")
	if text == "" {
		return newest
	}
	quarter, err := duty.ParseQuarter(text)
	switch {
	case err != nil:
		f.Wrong("quarter", "requirement.quarter.not_a_quarter")
	case quarter.First > p.now():
		f.Wrong("quarter", "requirement.quarter.not_begun")
	default:
		return quarter
	}
	return newest
}

// quarterOptions are the quarter of the newest month that is known and those before it, and
// the one that is shown.
func (p *Pages) quarterOptions(f layout.Frame, shown duty.Quarter) (options []form.Option) {
	newest := duty.QuarterOf(p.newestMonth()).First
	first := []period.Month{shown.First}
	for i := range quartersBack + 1 {
		first = append(first, newest.AddMonths(-3*i))
	}
	slices.Sort(first)
	for _, month := range slices.Backward(slices.Compact(first)) {
		q := duty.Quarter{First: month}
		options = append(options, form.Option{Value: q.String(), Text: quarterName(f, q)})
	}
	return options
}

// quarterName is the quarter as it is said: "kvartal 4 2026".
func quarterName(f layout.Frame, q duty.Quarter) string {
	year, month := q.First.YearMonth()
	return f.Text("requirement.quarter.name", "Number", 1+month/3, "Year", strconv.Itoa(year))
}

// quarterNotice is the first thing to know of the figures, and where to go on from a
// quarter that has none.
func (p *Pages) quarterNotice(f layout.Frame, v casework.QuarterFigures) layout.Notice {
	first, last := duty.Known(p.office.Law)
	newest := duty.NewestQuarter(p.office.Law, p.now())
	ask := layout.Notice{Tone: layout.Ask}
	if newest != v.Quarter && newest.Last() >= first {
		ask.Links = []layout.Link{{Text: f.Text("requirement.to_quarter", "Quarter", quarterName(f, newest)), Href: quarterPath + "?quarter=" + newest.String()}}
	}
	switch {
	case v.IsUnknown:
		ask.Text = f.Text("requirement.unknown_rules", "From", monthName(f, first), "To", monthName(f, last))
	case v.Quarter.Last() < v.First:
		ask.Text = f.Text("requirement.quarter.not_yet", "First", monthName(f, v.First))
	case v.Quarter.Last() >= v.Today.Month():
		ask.Text = f.Text("requirement.quarter.not_over", "Count", len(v.Months))
	default:
		return layout.Notice{Text: f.Text("requirement.quarter.months", "Count", len(v.Months))}
	}
	return ask
}

func quarterTable(f layout.Frame, v casework.QuarterFigures) layout.Table {
	t := layout.Table{
		Caption: f.Text("requirement.quarter.title"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("requirement.quarter.obstacle")}, {Text: f.Text("requirement.quarter.persons"), Number: true},
			{Text: f.Text("requirement.quarter.assigned"), Number: true}, {Text: f.Text("requirement.quarter.reduced"), Number: true}, {Text: f.Text("requirement.quarter.denied"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("requirement.quarter.nobody"), Text: f.Text("requirement.quarter.nobody_help")},
	}
	line := func(name string, c duty.Count, sum bool) {
		cells := []layout.Cell{{Text: name}}
		for _, n := range [][3]int{{c.Persons, c.Women.Persons, c.Men.Persons}, {c.Assigned, c.Women.Assigned, c.Men.Assigned},
			{c.Reduced, c.Women.Reduced, c.Men.Reduced}, {c.Denied, c.Women.Denied, c.Men.Denied}} {
			cell := layout.Cell{Text: f.Number(int64(n[0]))}
			if n[0] > 0 {
				cell.Detail = f.Text("requirement.quarter.genders", "Women", n[1], "Men", n[2])
			}
			cells = append(cells, cell)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: cells, Sum: sum})
	}
	for _, c := range v.Lines {
		switch {
		case c.Persons == 0:
		case c.Obstacle == "":
			line(f.Text("duty_file.obstacle_unsaid"), c, false)
		default:
			line(f.Code("casefile.obstacle.", c.Obstacle), c, false)
		}
	}
	if len(t.Rows) > 0 {
		line(f.Text("layout.sum"), v.Sum, true)
	}
	return layout.NewTable(t)
}
