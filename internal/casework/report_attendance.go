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

// MyWeek is the participant's own week of attendance.
type MyWeek struct {
	Week       period.Week
	Placements []PlacementWeek
	MayReport  bool
}

// SeeMyWeek reads the participant's week. A week to come has nothing to report.
func (o *Office) SeeMyWeek(ctx context.Context, actor access.Actor, week period.Week) (MyWeek, error) {
	mine := MyWeek{Week: week}
	id, err := o.MyCase(ctx, actor)
	if err != nil {
		return mine, err
	}
	err = o.see(ctx, actor, access.Attendance, id, func(d *desk) (err error) {
		mine.Placements, err = d.weekOfCase(ctx, week)
		mine.MayReport = d.may(access.ReportAttendance) && d.Case.Can(casefile.ReportAttendance) == nil
		return err
	})
	return mine, err
}

// weekOfCase is the week at every placement of the desk's case.
func (d *desk) weekOfCase(ctx context.Context, week period.Week) ([]PlacementWeek, error) {
	at, err := d.Attending(ctx, d.Case.ID, week.Span())
	if err != nil {
		return nil, err
	}
	records, err := d.Attendance(ctx, d.Case.ID, week.Span())
	return placementWeeks(at, records, week, d.Today), err
}

// AttendanceReport is a week as the participant reports it. At the placement AllAt
// every day that has come, and that no word is about, is reported as attended.
type AttendanceReport struct {
	Form
	Week  period.Week
	Words []DayWord
	AllAt ident.ID
}

// ReportAttendance writes the participant's word of the week's days. It may be
// changed until the case manager has settled the day. Invalid with a message beside
// each day that may not be reported: outside the placement, still to come, at no
// placement of theirs.
func (o *Office) ReportAttendance(ctx context.Context, actor access.Actor, in AttendanceReport) error {
	id, err := o.MyCase(ctx, actor)
	if err != nil {
		return err
	}
	return o.act(ctx, actor, access.ReportAttendance, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.ReportAttendance); err != nil {
			return err
		}
		placements, err := d.weekOfCase(ctx, in.Week)
		if err != nil {
			return err
		}
		in.Words = append(in.Words, restAttended(placements, in.AllAt, in.Words)...)
		if len(in.Words) == 0 {
			var faults fault.Fields
			faults.Add("week", "week.nothing_said")
			return faults.Err()
		}
		at, records := spread(placements)
		changed, err := d.written(at, records, in.Words, store.Reported)
		if err != nil || len(changed) == 0 {
			return err
		}
		if err := d.write(ctx, store.Reported, changed); err != nil {
			return err
		}
		return d.tell(ctx, casefile.AttendanceReported, map[string]any{"Week": in.Week.String()})
	})
}

// restAttended is attended for every open day at the placement that has no word and no
// report, and a public holiday for a holiday.
func restAttended(placements []PlacementWeek, at ident.ID, words []DayWord) []DayWord {
	said := map[string]bool{}
	for _, w := range words {
		said[w.Field()] = true
	}
	var rest []DayWord
	for _, p := range placements {
		for _, day := range p.Days {
			w := DayWord{p.Placement, day.Day, attendance.Attended}
			if day.Holiday != "" {
				w.Status = attendance.PublicHoliday
			}
			if p.Placement == at && day.Open && day.Reported == "" && day.Settled == "" && !said[w.Field()] {
				rest = append(rest, w)
			}
		}
	}
	return rest
}

// spread takes the weeks apart again.
func spread(weeks []PlacementWeek) (at []Attending, records []attendance.DayRecord) {
	for _, w := range weeks {
		at = append(at, w.Attending)
		for _, d := range w.Days {
			records = append(records, d.DayRecord)
		}
	}
	return at, records
}
