package worker

import (
	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/web/layout"
)

// homeColumn is a column of the list with what it says of a case.
type homeColumn struct {
	key  string
	cell func(layout.Frame, casework.CaseLine) layout.Cell
}

// homeColumns are what each role needs to see of the cases before it.
var homeColumns = map[access.Role][]homeColumn{
	access.CaseManager: {{"worker.column.name", nameCell}, {"worker_home.column.why", whyCell}, {"worker.column.state", stateCell},
		{"worker.column.step", stepCell}, {"worker.column.hours", hoursCell}, {"worker.column.next_contact", contactCell}},
	access.Assessor: {{"worker.column.name", nameCell}, {"worker.column.state", stateCell}, {"worker_home.column.asked", askedCell},
		{"worker_home.column.meeting", meetingCell}, {"worker_home.column.assessed", assessedCell}},
	access.DecisionMaker: {{"worker.column.name", nameCell}, {"worker_home.column.waited", waitedCell},
		{"worker_home.column.asked", askedCell}, {"worker_home.column.meeting", meetingCell}, {"worker.column.hours", hoursCell}},
}

func homeTable(f layout.Frame, role access.Role, lines []casework.CaseLine) layout.Table {
	t := layout.Table{
		Caption: f.Text("worker.home.cases"), Hide: true, Stack: true,
		Empty: &layout.Empty{Title: f.Text("worker.home.empty"), Text: f.Text("worker.home.empty_help")},
	}
	columns := homeColumns[role]
	for _, c := range columns {
		t.Columns = append(t.Columns, layout.Column{Text: f.Text(c.key)})
	}
	for _, line := range lines {
		row := layout.Row{}
		if line.Pressing() {
			row.Tone = layout.Ask
		}
		for _, c := range columns {
			row.Cells = append(row.Cells, c.cell(f, line))
		}
		t.Rows = append(t.Rows, row)
	}
	return layout.NewTable(t)
}

// appealTable is the cases in which an appeal waits, and for what.
func appealTable(f layout.Frame, lines []casework.CaseLine) layout.Table {
	t := layout.Table{Caption: f.Text("appeals.list"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("worker.column.name")}, {Text: f.Text("appeals.column")}, {Text: f.Text("appeals.received")}}}
	for _, line := range lines {
		row := layout.Row{Cells: []layout.Cell{nameCell(f, line), whyCell(f, line), {Text: f.Day(*line.Needs[0].On)}}}
		row.Cells[0].Href = casePath(line.Case.ID, "decisions")
		if line.Pressing() {
			row.Tone = layout.Ask
		}
		t.Rows = append(t.Rows, row)
	}
	return layout.NewTable(t)
}

func nameCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	return layout.Cell{Text: l.Name, Href: casePath(l.Case.ID, ""),
		Detail: f.Text("worker.case.age_number", "Age", l.Age, "Number", l.Case.Number)}
}

// whyCell is the most pressing reason, with the others under it.
func whyCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	if len(l.Needs) == 0 {
		return layout.Cell{Text: f.Text("worker_home.nothing")}
	}
	cell := layout.Cell{Text: needText(f, l.Needs[0])}
	if l.Pressing() {
		cell.Tone = layout.Ask
	}
	var others []string
	for _, n := range l.Needs[1:] {
		others = append(others, needText(f, n))
	}
	cell.Detail = f.List(others)
	return cell
}

func stateCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	return layout.Cell{Text: f.Code("casefile.state.", l.Case.State)}
}

func stepCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	if l.Case.LadderStep == 0 {
		return layout.Cell{Text: f.Text("worker.case.no_step")}
	}
	return layout.Cell{Text: f.Text("worker.column.step_of", "Step", l.Case.LadderStep)}
}

func hoursCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	if !l.Case.IsAssessed() {
		return layout.Cell{Text: f.Text("worker.case.not_assessed")}
	}
	return layout.Cell{Text: f.Text("worker.case.hours_of", "Planned", l.Case.PlannedHours, "Ability", l.Case.AbilityHours)}
}

func contactCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	if l.Case.NextContactOn == nil {
		return layout.Cell{}
	}
	return layout.Cell{Text: f.ShortDay(*l.Case.NextContactOn)}
}

func askedCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	return layout.Cell{Text: f.ShortDay(clock.DayOf(l.Case.OpenedAt))}
}

// meetingCell is the clock of the first meeting.
func meetingCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	target, runs := l.Clock(followup.FirstMeeting)
	if !runs {
		return layout.Cell{}
	}
	return layout.Cell{Text: targetValue(f, target), Detail: targetNote(f, target), Tone: lightTone(target.Light)}
}

func assessedCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	switch {
	case l.Flags.Assessed != nil:
		return layout.Cell{Text: f.Text("worker_home.assessed", "Day", f.ShortDay(clock.DayOf(*l.Flags.Assessed))), Tone: layout.Good}
	case l.Flags.MetFirst != nil:
		return layout.Cell{Text: f.Text("worker_home.assessing")}
	}
	return layout.Cell{Text: f.Text("worker_home.not_begun")}
}

// waitedCell is how long the case has been ready to be decided.
func waitedCell(f layout.Frame, l casework.CaseLine) layout.Cell {
	cell := assessedCell(f, l)
	cell.Text, cell.Detail, cell.Tone = f.Text("worker_home.days", "Count", l.Waited), cell.Text, layout.Plain
	return cell
}
