package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/followup"
)

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	town.Enquiry()
	late := town.Active()
	left := town.Exited(followup.Work)
	town.Days(10)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, "/work").Must(t, 303)
		room.As(town.Evaluator).Get(t, "/work").Must(t, 403)
		room.As(town.Evaluator).Get(t, "/work/participants.csv").Must(t, 403)
		room.As(town.Assessor).Get(t, "/work/participants.csv").Must(t, 403)
	})
	t.Run("a case manager sees who needs them and why", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, "/work").Must(t, 200)
		page.Says(t, "1 deltagare behöver dig i dag").Says(t, "Det finns ingen plan").Says(t, "1 av 20")
		first := page.Doc.Find("tbody tr").First()
		if address := first.Find("th a").AttrOr("href", ""); !strings.HasSuffix(address, string(late)) {
			t.Errorf("first in the list is %s", address)
		}
		room.In("en").As(town.CaseManager).Get(t, "/work").Must(t, 200).Says(t, "The contact is 3 days late").Says(t, "Room for 19 more")
		room.In("sv")
	})
	t.Run("the list can be narrowed", func(t *testing.T) {
		for show, want := range map[string]int{"now": 1, "after": 1, "taking_part": 1, "": 2, "no_such_way": 2} {
			page := room.As(town.CaseManager).Get(t, "/work?show="+show).Must(t, 200)
			if n := page.Doc.Find("tbody tr").Length(); n != want {
				t.Errorf("%q shows %d lines, want %d", show, n, want)
			}
		}
	})
	t.Run("the list is a file too", func(t *testing.T) {
		file := room.As(town.CaseManager).Get(t, "/work/participants.csv?show=after").Must(t, 200)
		lines := strings.Split(strings.TrimSpace(file.Body.String()), "\n")
		if len(lines) != 2 || !strings.Contains(lines[1], town.Case(left).Number) || !strings.Contains(lines[0], ";") {
			t.Errorf("the file says %q", lines)
		}
	})
	t.Run("an assessor sees who has waited and how long", func(t *testing.T) {
		room.As(town.Assessor).Get(t, "/work").Must(t, 200).Says(t, "1 ärende väntar").Says(t, "över målet 48 timmar")
	})
	t.Run("a decision maker sees what is ready", func(t *testing.T) {
		town.Assessed()
		room.As(town.DecisionMaker).Get(t, "/work").Must(t, 200).Says(t, "1 ärende väntar på beslut").Says(t, "Klar tors 13 aug")
		room.In("en").As(town.DecisionMaker).Get(t, "/work").Must(t, 200)
		room.In("sv")
	})
	t.Run("somebody else's list is empty", func(t *testing.T) {
		room.As(town.Second).Get(t, "/work").Must(t, 200).Says(t, "Ingen behöver dig just nu").Says(t, "Här är det tomt")
		room.As(town.Partner).Get(t, "/work").Must(t, 200)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, "/work").Must(t, 500)
		room.As(town.CaseManager).Get(t, "/work/participants.csv").Must(t, 500)
		if _, err := town.SeeMyDay(context.Background(), town.CaseManager, 1); err == nil {
			t.Error("the list came out of a closed database")
		}
	})
}
