package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

// Nobody ends a placement before days on which somebody was there: the days would go on
// paying, where nobody could put them right. Days on which nobody came, or nothing was
// planned, stand in nobody's way.
func TestNoEndBeforeDaysThatWereAttended(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name string
		days []attendance.Status // of the whole week
		last int                 // day of the week that is said to be the last, Monday is 0
		goes bool
	}{
		{"on the last day that was attended", officetest.WholeWeek, 4, true},
		{"the day before", officetest.WholeWeek, 3, false},
		{"when the last days were missed", []attendance.Status{attendance.Attended, attendance.Attended, attendance.AbsentUnapproved,
			attendance.AbsentUnapproved, attendance.AbsentUnapproved}, 1, true},
		{"when nothing was planned on them", []attendance.Status{attendance.Attended, attendance.Attended, attendance.Attended,
			attendance.NonePlanned, attendance.NonePlanned}, 2, true},
		{"when one of them was at home ill", []attendance.Status{attendance.Attended, attendance.Attended, attendance.Ill,
			attendance.NonePlanned, attendance.NonePlanned}, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			town := officetest.OnSQLite(t)
			id, at := town.Started()
			week := town.Today().Week()
			town.Days(7)
			town.Reports(id, at, week, c.days...)
			err := town.EndPlacement(ctx, town.CaseManager, at, casework.PlacementEnd{
				Form: casework.Form{Version: town.Case(id).Version}, BrokenOff: true, On: week.Monday().AddDays(c.last), Reason: "Det gick inte längre."})
			if !c.goes {
				wantField(t, err, "on")
				if state := town.Placement(at).State; state != placement.Started {
					t.Errorf("refused, and %s", state)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if state := town.Placement(at).State; state != placement.Interrupted {
				t.Errorf("it is %s", state)
			}
		})
	}
}
