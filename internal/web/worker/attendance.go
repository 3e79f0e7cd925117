package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type attendanceBody struct {
	Case   casePage
	Title  string
	Lead   string
	Settle []settleDay
	Loose  []settleDay // reported, and the provider has not confirmed
	Weeks  []attendanceWeek
	Empty  layout.Empty
	Older  *layout.Action
}

// settleDay is a day that waits, with a button for each answer.
type settleDay struct {
	Text    string
	Detail  string
	Actions []layout.Action
}

type attendanceWeek struct {
	Heading string
	Hours   string
	Table   layout.Table
}

// attendanceShow is the weeks of a case at its placements, days to settle first.
func (p *Pages) attendanceShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAttendance(w, r, actor, layout.BlankForm(r))
}

// attendance settles one day.
func (p *Pages) attendance(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Settlement{Form: visit.Once(f)}
	in.Placement, in.Day = ident.ID(f.Raw("placement")), f.Day("day")
	in.Status = attendance.Status(f.Raw("status"))
	err = f.Err()
	if err == nil {
		err = p.office.SettleAttendance(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showAttendance(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "attendance"))
	}
	return layout.Done(w, r, casePath(id, "attendance"), "worker_weeks.attendance.done", "Day", in.Day)
}

func (p *Pages) showAttendance(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	last, err := visit.Week(r, today)
	if err != nil {
		return err
	}
	v, err := p.office.SeeAttendance(r.Context(), actor, id, last)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_weeks.attendance.title", "Name", v.Person.Name()).With(f)
	body := attendanceBody{
		Case: casePageOf(frame, v.Header, access.Attendance, today),
		Lead: frame.Text("worker_weeks.attendance.lead"),
		Empty: layout.Empty{Title: frame.Text("worker_weeks.attendance.empty"),
			Text: frame.Text("worker_weeks.attendance.empty_help")},
	}
	conflicts := 0
	for _, week := range v.Weeks {
		conflicts += len(week.Conflicts())
		body.Weeks = append(body.Weeks, attendanceWeekOf(frame, week))
		for _, at := range week.Placements {
			for _, day := range at.Days {
				switch {
				case day.InConflict():
					body.Settle = append(body.Settle, settleOf(frame, v, at, day, day.Reported, day.Confirmed))
				case day.Waits() && day.Day.Week() < today.Week() && v.Settles:
					body.Loose = append(body.Loose, settleOf(frame, v, at, day, day.Reported))
				}
			}
		}
	}
	body.Title = frame.Text("worker_weeks.attendance.heading", "Count", conflicts)
	if conflicts == 0 {
		body.Title = frame.Text("worker_weeks.attendance.heading_calm")
	}
	if v.Earlier {
		body.Older = &layout.Action{Text: frame.Text("worker_weeks.attendance.older"), Href: "?week=" + last.AddWeeks(-casework.WeeksShown).String()}
	}
	return layout.Render(w, r, "worker/attendance", layout.Page[attendanceBody]{Frame: frame, Body: body})
}

// settleOf is a day with a button for each answer that somebody has given.
func settleOf(f layout.Frame, v casework.CaseAttendance, at casework.PlacementWeek, day casework.PlacementDay, answers ...attendance.Status) settleDay {
	status := func(s attendance.Status) string { return f.Code("attendance.status.", s) }
	line := settleDay{
		Text:   f.Text("worker_weeks.attendance.day_at", "Day", f.LongDay(day.Day), "Place", at.Place),
		Detail: f.Text("worker_weeks.attendance.reported", "Status", status(day.Reported)),
	}
	if day.InConflict() {
		line.Detail = f.Text("worker_weeks.attendance.both", "Reported", status(day.Reported), "Provider", at.ProviderName, "Confirmed", status(day.Confirmed))
	}
	if !v.Settles {
		return line
	}
	for _, s := range answers {
		name := casework.DayField(day.Placement, day.Day)
		line.Actions = append(line.Actions, layout.Action{
			Text: f.Text("worker_weeks.attendance.settle", "Status", status(s)), About: line.Text,
			Href: casePath(v.Case.ID, "attendance"), Post: true,
			Hidden: []layout.Hidden{
				{Name: form.OnceField, Value: f.Form.Once() + name}, {Name: form.VersionField, Value: strconv.Itoa(v.Case.Version)},
				{Name: "placement", Value: string(day.Placement)}, {Name: "day", Value: day.Day.String()}, {Name: "status", Value: string(s)},
			},
		})
	}
	return line
}

func attendanceWeekOf(f layout.Frame, week casework.AttendanceWeek) attendanceWeek {
	planned, attended := week.Hours()
	v := attendanceWeek{
		Heading: f.Text("worker_weeks.attendance.week", "Week", week.Week, "Days", week.Week.Span()),
		Hours:   f.Text("worker_weeks.attendance.hours", "Attended", attended, "Planned", planned),
	}
	t := layout.Table{Caption: v.Heading, Hide: true, Stack: true, Columns: []layout.Column{{Text: f.Text("worker_weeks.attendance.place")}}}
	for _, d := range week.Days {
		t.Columns = append(t.Columns, layout.Column{Text: f.ShortDay(d.Day)})
	}
	for _, at := range week.Placements {
		row := layout.Row{Cells: []layout.Cell{{Text: at.Place, Detail: at.ProviderName}}}
		for i, day := range at.Days {
			row.Cells = append(row.Cells, dayCell(f, at, day, week.Days[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	v.Table = layout.NewTable(t)
	return v
}

// dayCell is a day of a placement in a word, and whose word it is.
func dayCell(f layout.Frame, at casework.PlacementWeek, day casework.PlacementDay, ofDay attendance.DaySummary) layout.Cell {
	status, said := day.Effective()
	if !said {
		switch {
		case !at.Attending.Days.Contains(day.Day):
			return layout.Cell{Text: f.Text("worker_weeks.attendance.outside")}
		case day.Holiday != "":
			return layout.Cell{Text: f.Code("attendance.status.", attendance.PublicHoliday)}
		case !day.Open:
			return layout.Cell{Text: f.Text("worker_weeks.attendance.to_come")}
		case ofDay.Status != "":
			return layout.Cell{Text: f.Text("worker_weeks.attendance.elsewhere")}
		}
		return layout.Cell{Text: f.Text("worker_weeks.attendance.unreported"), Tone: layout.Ask}
	}
	cell := layout.Cell{Text: f.Code("attendance.status.", status)}
	switch {
	case day.Settled != "":
		cell.Detail = f.Text("worker_weeks.attendance.settled")
	case day.InConflict():
		cell.Tone, cell.Detail = layout.Ask, f.Text("worker_weeks.attendance.conflict", "Status", f.Code("attendance.status.", day.Reported))
	case day.Confirmed != "":
		cell.Detail = f.Text("worker_weeks.attendance.confirmed")
	default:
		cell.Detail = f.Text("worker_weeks.attendance.waits")
	}
	return cell
}
