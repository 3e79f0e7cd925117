package worker_test

import (
	"net/url"
	"testing"
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
)

func TestCompensationKnown(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, at, week := town.Due()
	page := "compensation/" + week.String()
	address := "/work/cases/" + string(id) + "/" + page

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, page, string(id))
		room.As(town.Supervisor).Get(t, address).Must(t, 403)
	})
	t.Run("what is no week or no instant is not found", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/compensation/2026-W54").Must(t, 404)
		room.As(town.CaseManager).Get(t, address+"?at=yesterday").Must(t, 404)
	})
	town.Clock.Forward(time.Hour)
	town.Proposed(week)
	before := town.Clock.Now().Add(time.Minute)
	town.Clock.Forward(time.Hour)
	town.Confirms(at, week, attendance.AbsentUnapproved)
	t.Run("as it was calculated, and what has come since", func(t *testing.T) {
		v := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Nu blir veckan 563 kr mindre").Says(t, "2 812 kr").Says(t, "2 249 kr").
			Says(t, "räknades för utbetalning").Says(t, "Inte känt då").Says(t, "rapporterad närvaro").Says(t, "Källa:")
		links := v.Doc.Find(`table a[href*="at="]`)
		if links.Length() < 4 {
			t.Fatalf("%d instants to choose", links.Length())
		}
		newest, _ := links.First().Attr("href")
		room.As(town.PaymentOfficer).Get(t, newest).Must(t, 200).Says(t, "Veckan blir lika mycket nu")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Now the week comes to 563 kr less").Says(t, "Not known then")
		room.In("sv")
	})
	t.Run("at an instant of one's own choice", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address+"?at="+url.QueryEscape(before.Format(time.RFC3339))).Must(t, 200).Says(t, "563 kr mindre")
		room.As(town.CaseManager).Get(t, address+"?at=2020-01-01T00:00:00Z").Must(t, 200).Says(t, "2 249 kr mer").Says(t, "Ger ingen ersättning")
	})
	t.Run("the list of weeks leads here", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/compensation").Must(t, 200).Says(t, "Som det var känt när veckan räknades")
	})
	t.Run("a week without a rate", func(t *testing.T) {
		town.Days(150) // into a year that is not known
		later := town.Today().Week()
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/compensation/"+later.String()).Must(t, 200).Says(t, "Veckan gick inte att räkna då").Says(t, "Inget belopp")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
