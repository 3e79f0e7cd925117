package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func word(at ident.ID, day period.Day, status attendance.Status) []casework.DayWord {
	return []casework.DayWord{{Placement: at, Day: day, Status: status}}
}

func dayOf(t *testing.T, town *officetest.Town, id ident.ID, day period.Day) casework.PlacementDay {
	t.Helper()
	v, err := town.SeeAttendance(context.Background(), town.CaseManager, id, day.Week())
	if err != nil {
		t.Fatal(err)
	}
	return v.Weeks[0].Placements[0].Days[day-day.Week().Monday()]
}

func TestAttendance(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at := town.Started()
		week := town.Today().Week()
		monday := week.Monday()
		me := town.ParticipantOf(id)
		town.Days(2) // Wednesday

		report := func(words []casework.DayWord) error {
			return town.ReportAttendance(ctx, me, casework.AttendanceReport{Week: week, Words: words})
		}
		confirm := func(words []casework.DayWord) error {
			return town.ConfirmAttendance(ctx, town.Supervisor, casework.Confirmation{Week: week, Words: words})
		}
		settle := func(status attendance.Status, day period.Day) error {
			return town.SettleAttendance(ctx, town.CaseManager, id, casework.Settlement{DayWord: word(at, day, status)[0]})
		}

		t.Run("what may not be reported is refused beside the field", func(t *testing.T) {
			for _, wrong := range [][]casework.DayWord{
				word(at, monday.AddDays(3), attendance.Attended), // still to come
				word(at, monday.AddDays(-3), attendance.Attended),
				word(at, monday.AddDays(5), attendance.Attended), // a Saturday
				word(at, monday, attendance.PublicHoliday),
				word(at, monday, "late"),
				word(id, monday, attendance.Attended), // no placement
			} {
				wantField(t, report(wrong), wrong[0].Field())
			}
			wantField(t, report(nil), "week")
		})
		t.Run("the participant reports, and may change it", func(t *testing.T) {
			if err := report(word(at, monday, attendance.Ill)); err != nil {
				t.Fatal(err)
			}
			err := town.ReportAttendance(ctx, me, casework.AttendanceReport{
				Week: week, Words: word(at, monday, attendance.Attended), AllAt: at})
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range []attendance.Status{"attended", "attended", "attended", "", ""} {
				if got := dayOf(t, town, id, monday.AddDays(i)); got.Reported != want {
					t.Errorf("day %d is %q", i, got.Reported)
				}
			}
		})
		t.Run("the provider confirms, and a difference waits for the case manager", func(t *testing.T) {
			if err := confirm(append(word(at, monday, attendance.Attended), word(at, monday+1, attendance.AbsentUnapproved)...)); err != nil {
				t.Fatal(err)
			}
			if d := dayOf(t, town, id, monday); d.InConflict() || d.Waits() {
				t.Errorf("Monday: %+v", d)
			}
			if d := dayOf(t, town, id, monday+1); !d.InConflict() {
				t.Errorf("Tuesday: %+v", d)
			}
			if d := dayOf(t, town, id, monday+2); !d.Waits() {
				t.Errorf("Wednesday: %+v", d)
			}
		})
		t.Run("the case manager settles it, and then it stands", func(t *testing.T) {
			wantCode(t, settle(attendance.Ill, monday), fault.Conflict)
			if err := settle(attendance.AbsentApproved, monday+1); err != nil {
				t.Fatal(err)
			}
			if status, _ := dayOf(t, town, id, monday+1).Effective(); status != attendance.AbsentApproved {
				t.Errorf("Tuesday is %q", status)
			}
			wantField(t, report(word(at, monday+1, attendance.Ill)), casework.DayField(at, monday+1))
			wantField(t, confirm(word(at, monday+1, attendance.Ill)), casework.DayField(at, monday+1))
			if err := settle(attendance.Attended, monday+2); err != nil {
				t.Fatal("a day that the provider has not confirmed cannot be settled:", err)
			}
		})
		t.Run("who may", func(t *testing.T) {
			other := town.Active()
			err := town.SettleAttendance(ctx, me, id, casework.Settlement{DayWord: word(at, monday, attendance.Ill)[0]})
			wantCode(t, err, fault.NotAllowed)
			wantRefusal(t, town, access.SettleAttendance.Name, "no_ground")
			err = town.ReportAttendance(ctx, town.CaseManager, casework.AttendanceReport{Week: week})
			wantCode(t, err, fault.NotAllowed)
			err = town.ConfirmAttendance(ctx, town.CaseManager, casework.Confirmation{Week: week, Words: word(at, monday, attendance.Ill)})
			wantCode(t, err, fault.NotAllowed)
			elsewhere := town.Placed(other, town.Unit, 10)
			wantCode(t, confirm(word(elsewhere, monday+2, attendance.Attended)), fault.NotAllowed)
			wantRefusal(t, town, access.ConfirmAttendance.Name, "no_ground")
			wantField(t, confirm(word(id, monday, attendance.Attended)), casework.DayField(id, monday))
			wantField(t, confirm(nil), "week")
			host, err := town.SeeHostWeek(ctx, town.Supervisor, week)
			if err != nil || len(host.Placements) != 1 || host.Placements[0].Placement != at {
				t.Errorf("the provider sees %+v, %v", host.Placements, err)
			}
		})
		t.Run("a form sent twice is taken in once", func(t *testing.T) {
			in := casework.Confirmation{Form: casework.Form{Token: "twice"}, Week: week, Words: word(at, monday, attendance.Attended)}
			if err := town.ConfirmAttendance(ctx, town.Supervisor, in); err != nil {
				t.Fatal(err)
			}
			wantCode(t, town.ConfirmAttendance(ctx, town.Supervisor, in), fault.Repeated)
		})
		t.Run("a protected identity is not at any provider's", func(t *testing.T) {
			town.Protect(id)
			host, err := town.SeeHostWeek(ctx, town.Supervisor, week)
			if err != nil || len(host.Placements) != 0 {
				t.Errorf("the provider sees %+v, %v", host.Placements, err)
			}
			wantCode(t, confirm(word(at, monday, attendance.Ill)), fault.NotAllowed)
		})
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}
