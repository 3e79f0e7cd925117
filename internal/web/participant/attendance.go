package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type attendanceBody struct {
	Head       layout.Head
	Week       string // as the form sends it
	MayReport  bool
	Placements []attendancePlacement
	Closed     layout.Notice
	Empty      layout.Empty
}

type attendancePlacement struct {
	Name string
	At   string
	All  string // the placement, where a day has come and has no answer yet
	Days []attendanceDay
}

type attendanceDay struct {
	Day   string
	Said  string // what stands, "" while nobody has said anything
	Note  string // why it cannot be changed
	Tone  layout.Tone
	Field *form.Field // nil where nothing can be reported
	Open  bool
}

// attendanceShow is the participant's week, every day with what can be said of it.
func (p *Pages) attendanceShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	week, err := visit.Week(r, clock.Today(p.office.Clock))
	if err != nil {
		return err
	}
	return p.showAttendance(w, r, actor, week, layout.BlankForm(r))
}

// attendance reports the days.
func (p *Pages) attendance(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	week, err := visit.Week(r, clock.Today(p.office.Clock))
	if err != nil {
		return err
	}
	err = p.office.ReportAttendance(r.Context(), actor, casework.AttendanceReport{
		Form: casework.Form{Token: f.Once()}, Week: week, Words: visit.DayWords(f), AllAt: ident.ID(f.Raw("all")),
	})
	there := "/me/attendance?week=" + week.String()
	switch {
	case f.Take(err):
		return p.showAttendance(w, r, actor, week, f)
	case err != nil:
		return layout.Onward(err, there)
	}
	return layout.Done(w, r, there, "participant_weeks.attendance.done")
}

func (p *Pages) showAttendance(w http.ResponseWriter, r *http.Request, actor access.Actor, week period.Week, f *form.Form) error {
	v, err := p.office.SeeMyWeek(r.Context(), actor, week)
	if err != nil {
		return err
	}
	this := clock.Today(p.office.Clock).Week()
	frame := layout.FrameOf(r, "participant_weeks.attendance.title", "Week", week).With(f).Alone()
	body := attendanceBody{
		Head:      layout.Head{Eyebrow: frame.Value(week.Span()), Actions: layout.WeekLinks(frame.Printer, week, this)},
		Week:      week.String(),
		MayReport: v.MayReport,
		Closed:    layout.Notice{Text: frame.Text("participant_weeks.attendance.closed"), Tone: layout.Plain},
		Empty: layout.Empty{Title: frame.Text("participant_weeks.attendance.empty", "Week", week),
			Text: frame.Text("participant_weeks.attendance.empty_help")},
	}
	said := saidSomewhere(v.Placements)
	left := 0
	for _, at := range v.Placements {
		here := attendancePlacement{Name: at.Place, At: frame.Text("participant_weeks.attendance.at", "Provider", at.ProviderName)}
		for _, day := range at.Days {
			if !at.Attending.Days.Contains(day.Day) {
				continue
			}
			line := attendanceDayOf(frame, f, day, v.MayReport)
			// Somebody with several places is not at all of them every day: a day with an
			// answer at one of them asks no more.
			line.Open = line.Open && (!said[day.Day] || line.Field.Error != "")
			here.Days = append(here.Days, line)
			if day.Open && !said[day.Day] && v.MayReport {
				left++
				here.All = string(at.Placement)
			}
		}
		body.Placements = append(body.Placements, here)
	}
	switch {
	case left > 0:
		body.Head.Title = frame.Text("participant_weeks.attendance.heading", "Week", week)
		body.Head.Lead = frame.Text("participant_weeks.attendance.lead")
	case len(v.Placements) > 0 && week <= this:
		body.Head.Title = frame.Text("participant_weeks.attendance.heading_done", "Week", week)
		body.Head.Lead = frame.Text("participant_weeks.attendance.lead_done")
	default:
		body.Head.Title = frame.Text("participant_weeks.attendance.title", "Week", week)
	}
	return layout.Render(w, r, "participant/attendance", layout.Page[attendanceBody]{Frame: frame, Body: body})
}

// saidSomewhere is the days of which something has been said at some placement.
func saidSomewhere(placements []casework.PlacementWeek) map[period.Day]bool {
	said := map[period.Day]bool{}
	for _, at := range placements {
		for _, day := range at.Days {
			if _, any := day.Effective(); any {
				said[day.Day] = true
			}
		}
	}
	return said
}

// attendanceDayOf is a day with its field, or why there is none.
func attendanceDayOf(f layout.Frame, typed *form.Form, day casework.PlacementDay, mayReport bool) attendanceDay {
	v := attendanceDay{Day: f.LongDay(day.Day)}
	status, said := day.Effective()
	if said {
		v.Said = f.Code("attendance.status.", status)
	}
	switch {
	case day.Settled != "":
		v.Note = f.Text("participant_weeks.attendance.settled")
		return v
	case !day.Open:
		if !said {
			v.Said = f.Text("participant_weeks.attendance.to_come")
		}
		return v
	case !mayReport:
		return v
	case day.InConflict():
		v.Tone, v.Said = layout.Ask, f.Code("attendance.status.", day.Reported)
		v.Note = f.Text("participant_weeks.attendance.conflict", "Status", f.Code("attendance.status.", day.Confirmed))
	case day.Confirmed != "":
		v.Note = f.Text("participant_weeks.attendance.confirmed")
	}
	name := casework.DayField(day.Placement, day.Day)
	if !typed.Sent(name) {
		typed.Fill(name, string(day.Offered(day.Reported)))
	}
	var offered []attendance.Status
	for _, s := range attendance.Statuses() {
		if s != attendance.PublicHoliday || day.Holiday != "" {
			offered = append(offered, s)
		}
	}
	field := typed.RadioField(name, "participant_weeks.attendance.day",
		form.Options(offered, func(s attendance.Status) string { return f.Code("attendance.status.", s) }))
	field.Label = v.Day
	v.Field, v.Open = &field, !said || field.Error != ""
	return v
}
