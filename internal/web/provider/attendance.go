package provider

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type attendanceBody struct {
	Head  layout.Head
	Week  string // as the form sends it
	Days  []string
	Rows  []attendanceRow
	Any   bool // something can be confirmed
	Empty layout.Empty
}

type attendanceRow struct {
	Name  string
	Place string
	Cells []attendanceCell
}

type attendanceCell struct {
	Head  string      // the day, for a narrow screen
	Field *form.Field // nil where nothing can be confirmed
	Text  string      // what stands instead of a field
	Note  string      // what the participant reported, or what has become of it
	Tone  layout.Tone
}

// attendanceShow is the week of everyone who comes, on one screen.
func (p *Pages) attendanceShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	week, err := visit.Week(r, clock.Today(p.office.Clock))
	if err != nil {
		return err
	}
	return p.showAttendance(w, r, actor, week, layout.BlankForm(r))
}

// attendance confirms the week.
func (p *Pages) attendance(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	week, err := visit.Week(r, clock.Today(p.office.Clock))
	if err != nil {
		return err
	}
	err = p.office.ConfirmAttendance(r.Context(), actor, casework.Confirmation{
		Form: casework.Form{Token: f.Once()}, Week: week, Words: visit.DayWords(f),
	})
	there := "/provider/attendance?week=" + week.String()
	switch {
	case f.Take(err):
		return p.showAttendance(w, r, actor, week, f)
	case err != nil:
		return layout.Onward(err, there)
	}
	return layout.Done(w, r, there, "provider_weeks.attendance.done")
}

func (p *Pages) showAttendance(w http.ResponseWriter, r *http.Request, actor access.Actor, week period.Week, f *form.Form) error {
	v, err := p.office.SeeHostWeek(r.Context(), actor, week)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "provider_weeks.attendance.title", "Week", week).With(f)
	body := attendanceBody{
		Head: layout.Head{Eyebrow: frame.Value(week.Span())},
		Week: week.String(),
		Empty: layout.Empty{Title: frame.Text("provider_weeks.attendance.empty", "Week", week),
			Text: frame.Text("provider_weeks.attendance.empty_help")},
	}
	for i := range 5 {
		body.Days = append(body.Days, frame.ShortDay(week.Monday().AddDays(i)))
	}
	waiting := 0
	for _, at := range v.Placements {
		row := attendanceRow{Name: at.PersonName, Place: at.Place}
		for i, day := range at.Days {
			cell := cellOf(frame, f, at, day)
			cell.Head = body.Days[i]
			body.Any = body.Any || cell.Field != nil
			if day.Open && day.Waits() {
				waiting++
			}
			row.Cells = append(row.Cells, cell)
		}
		body.Rows = append(body.Rows, row)
	}
	body.Head.Title = frame.Text("provider_weeks.attendance.heading", "Week", week, "Count", waiting)
	if waiting == 0 {
		body.Head.Title = frame.Text("provider_weeks.attendance.heading_done", "Week", week)
	}
	body.Head.Lead = frame.Text("provider_weeks.attendance.lead")
	body.Head.Actions = layout.WeekLinks(frame.Printer, week, clock.Today(p.office.Clock).Week())
	return layout.Render(w, r, "provider/attendance", layout.Page[attendanceBody]{Frame: frame, Body: body})
}

func cellOf(f layout.Frame, typed *form.Form, at casework.PlacementWeek, day casework.PlacementDay) attendanceCell {
	var cell attendanceCell
	status := func(s attendance.Status) string { return f.Code("attendance.status.", s) }
	switch {
	case !at.Attending.Days.Contains(day.Day):
		cell.Text = f.Text("provider_weeks.attendance.outside")
		return cell
	case day.Settled != "":
		cell.Text, cell.Note = status(day.Settled), f.Text("provider_weeks.attendance.settled")
		return cell
	case !day.Open:
		cell.Text = f.Text("provider_weeks.attendance.to_come")
		return cell
	case day.InConflict():
		cell.Note, cell.Tone = f.Text("provider_weeks.attendance.conflict", "Status", status(day.Reported)), layout.Ask
	case day.Confirmed != "":
		cell.Note, cell.Tone = f.Text("provider_weeks.attendance.confirmed"), layout.Good
	case day.Reported != "":
		cell.Note = f.Text("provider_weeks.attendance.reported", "Status", status(day.Reported))
	default:
		cell.Note = f.Text("provider_weeks.attendance.unreported")
	}
	name := casework.DayField(day.Placement, day.Day)
	if !typed.Sent(name) {
		offered := day.Confirmed
		if offered == "" {
			offered = day.Reported
		}
		typed.Fill(name, string(day.Offered(offered)))
	}
	var offered []attendance.Status
	for _, s := range attendance.Statuses() {
		if s != attendance.PublicHoliday || day.Holiday != "" {
			offered = append(offered, s)
		}
	}
	field := typed.SelectField(name, "provider_weeks.attendance.day", form.Options(offered, status)).Optional()
	field.Label = f.Text("provider_weeks.attendance.cell", "Name", at.PersonName, "Place", at.Place, "Day", f.ShortDay(day.Day))
	cell.Field = &field
	return cell
}
