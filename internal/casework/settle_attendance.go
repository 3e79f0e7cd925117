package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// AttendanceWeek is a week of a case at all its placements.
type AttendanceWeek struct {
	attendance.WeekSummary
	Placements []PlacementWeek
}

// Hours are planned and attended, hours of that week.
func (w AttendanceWeek) Hours() (planned, attended int) {
	for _, p := range w.Placements {
		planned += p.Hours
		attended += p.HoursAttended()
	}
	return planned, attended
}

// CaseAttendance is the attendance of a case, newest week first.
type CaseAttendance struct {
	Header
	Weeks   []AttendanceWeek
	Earlier bool // there are weeks before the last one shown
	Settles bool // the reader may settle a day
}

// WeeksShown is how many weeks a page of attendance or compensation has.
const WeeksShown = 8

// SeeAttendance reads the attendance of a case, WeeksShown weeks up to and with last.
func (o *Office) SeeAttendance(ctx context.Context, actor access.Actor, id ident.ID, last period.Week) (CaseAttendance, error) {
	var v CaseAttendance
	err := o.see(ctx, actor, access.Attendance, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Settles = d.may(access.SettleAttendance)
		first := last.AddWeeks(1 - WeeksShown)
		at, err := d.Attending(ctx, id, period.Span{From: d.Case.OpenedOn, To: last.Sunday()})
		if err != nil {
			return err
		}
		records, err := d.Attendance(ctx, id, period.Span{From: first.Monday(), To: last.Sunday()})
		if err != nil {
			return err
		}
		for _, a := range at {
			v.Earlier = v.Earlier || a.Days.From < first.Monday()
		}
		for week := last; week >= first; week-- {
			if len(during(at, week.Span())) == 0 {
				continue
			}
			then, err := d.Attending(ctx, id, week.Span()) // with the hours that held in it
			if err != nil {
				return err
			}
			v.Weeks = append(v.Weeks, AttendanceWeek{
				WeekSummary: attendance.Summary(week, records),
				Placements:  placementWeeks(then, records, week, d.Today),
			})
		}
		return nil
	})
	return v, err
}

func during(at []Attending, span period.Span) []Attending {
	var then []Attending
	for _, a := range at {
		if a.Days.Overlaps(span) {
			then = append(then, a)
		}
	}
	return then
}

// Settlement is what the case manager decides of a day.
type Settlement struct {
	Form
	DayWord
}

// SettleAttendance writes the case manager's word of a day, which stands over the
// other two. Conflict where participant and provider agree and nothing is left to
// settle.
func (o *Office) SettleAttendance(ctx context.Context, actor access.Actor, id ident.ID, in Settlement) error {
	return o.act(ctx, actor, access.SettleAttendance, id, in.Form, func(d *desk) error {
		placements, err := d.weekOfCase(ctx, in.Day.Week())
		if err != nil {
			return err
		}
		at, records := spread(placements)
		changed, err := d.written(at, records, []DayWord{in.DayWord}, store.Settled)
		if err != nil || len(changed) == 0 {
			return err
		}
		for _, r := range records {
			if r.Placement == in.Placement && r.Day == in.Day && r.Settled == "" && r.Confirmed != "" && !r.InConflict() {
				return fault.New(fault.Conflict, "week.nothing_to_settle", "On", in.Day)
			}
		}
		if err := d.write(ctx, store.Settled, changed); err != nil {
			return err
		}
		d.note("day", in.Day.String())
		d.note("status", string(in.Status))
		return d.tell(ctx, casefile.AttendanceSettled, map[string]any{"Day": in.Day.String()})
	})
}
