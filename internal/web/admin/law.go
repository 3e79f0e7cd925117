package admin

import (
	"fmt"
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/web/layout"
)

type lawBody struct {
	Head   layout.Head
	Tabs   layout.Tabs
	Notice *layout.Notice // the rules run out
	Rules  layout.Table
	Acts   layout.Table
}

// soon is how many days before the rules run out the page says so.
const soon = 90

// law is which parameters and acts are in force, until when, and from where.
func (p *Pages) law(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeLaw(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "admin.law.title")
	body := lawBody{
		Head: layout.Head{Title: frame.Text("admin.law.heading", "Day", v.LastKnown), Lead: frame.Text("admin.law.lead")},
		Tabs: tabs(frame, "/admin/law"), Rules: ruleTable(frame, v.Rules), Acts: actTable(frame, v.Acts),
	}
	if left := int(v.LastKnown - v.Today); left < soon {
		body.Notice = &layout.Notice{Title: frame.Text("admin.law.soon", "Count", max(0, left)), Text: frame.Text("admin.law.soon_help"), Tone: layout.Ask}
	}
	return layout.Render(w, r, "admin/law", layout.Page[lawBody]{Frame: frame, Body: body})
}

func ruleTable(f layout.Frame, rules []casework.Rule) layout.Table {
	t := layout.Table{
		Caption: f.Text("admin.law.rules"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("admin.law.what")}, {Text: f.Text("admin.law.value")}, {Text: f.Text("admin.law.valid")}, {Text: f.Text("admin.law.source")}},
	}
	for _, r := range rules {
		row := []layout.Cell{{Text: f.Code("admin.rule.", r.Name)}, {Text: f.Text("admin.law.missing"), Tone: layout.Wrong}, {}, {}}
		if r.Value != nil {
			row[1], row[2], row[3] = layout.Cell{Text: valueText(f, r)}, layout.Cell{Text: f.Dates(r.Valid.From, r.Valid.To)}, layout.Cell{Text: f.Source(r.Source)}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: row})
	}
	return layout.NewTable(t)
}

// valueText is the value of a parameter in words.
func valueText(f layout.Frame, r casework.Rule) string {
	switch v := r.Value.(type) {
	case money.Kronor:
		return f.Kronor(v)
	case law.Compensation:
		return f.Text("admin.value.compensation", "Base", v.Base, "First", v.FirstChild, "Second", v.SecondChild, "Later", v.LaterChild)
	case law.Programme:
		return f.Text("admin.value.programme", "Youngest", v.YoungestAtStart, "Oldest", v.OldestAtStart, "Years", v.Years, "More", v.ExtensionYears, "Hours", v.FullTimeHours)
	case law.Activity:
		return f.Text("admin.value.activity", "Hours", v.WeeklyHours, "Less", v.YoungChildLess, "Age", v.YoungChildAge, "From", f.MonthYear(v.FirstApplied.First()))
	case law.Targets:
		return f.Text("admin.value.clocks", "Hours", v.FirstMeetingHours, "Days", v.FirstActivityDays, "Plan", v.PlanDays)
	case law.Standard:
		return f.Text("admin.value.standard", "Single", v.Single, "Couple", v.Couple, "Least", v.Children[0].Amount, "Most", v.Children[len(v.Children)-1].Amount,
			"One", v.Common[0], "Size", len(v.Common), "Several", v.Common[len(v.Common)-1], "Beyond", v.CommonBeyond)
	case law.Allowance:
		return f.Text("admin.value.allowance", "Child", v.PerChild, "Two", economy.Supplement(v, 2), "Three", economy.Supplement(v, 3), "Age", v.LastAge)
	case law.Stimulus:
		return f.Text("admin.value.stimulus", "Share", v.NotCounted, "After", v.AfterMonths, "For", v.ForMonths)
	case law.Jobs:
		return f.Text("admin.value.jobs", "Wage", money.Ore(v.GrossWage), "OnCost", v.OnCost)
	case int:
		return f.Text("admin.value."+string(r.Name), "Count", v)
	}
	return fmt.Sprint(r.Value)
}

func actTable(f layout.Frame, acts []law.Parameter[law.Act]) layout.Table {
	t := layout.Table{
		Caption: f.Text("admin.law.acts"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("admin.law.about")}, {Text: f.Text("admin.law.act")}, {Text: f.Text("admin.law.valid")}},
		Empty:   &layout.Empty{Title: f.Text("admin.law.no_acts")},
	}
	for _, a := range acts {
		act := layout.Cell{Text: a.Value.Citation}
		if a.Value.Repealed {
			act.Detail = f.Text("admin.law.repealed")
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: f.Code("admin.act.", a.Value.Subject)}, act, {Text: f.Dates(a.Valid.From, a.Valid.To)}}})
	}
	return layout.NewTable(t)
}
