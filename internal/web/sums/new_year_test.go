package sums_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

// On 15 January 2027 nobody has decided the parameters of the year. Nothing is wrong with
// what the reader has typed: they have typed nothing.
func TestTheSumsInAYearThatNobodyHasDecided(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	town.Days(165)

	t.Run("the requirement begins with the newest month that is known", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, "/sums/duty").Must(t, 200).Says(t, "40 timmar i veckan").
			Says(t, "Aktivitetskravet är inte fastställt för januari 2027. Räkningen börjar med december 2026")
		if month := page.Doc.Find("#f-month").AttrOr("value", ""); month != "2026-12" {
			t.Errorf("month %q", month)
		}
		page = room.As(town.CaseManager).Get(t, "/sums/duty?month=2027-01").Must(t, 422)
		if said := page.Doc.Find("#f-month-error").Text(); !strings.Contains(said, "från oktober 2026 till december 2026") {
			t.Errorf("beside the month: %q", said)
		}
		page = room.As(town.CaseManager).Get(t, "/sums/duty?month=2026-11").Must(t, 200)
		if strings.Contains(page.Text(), "Räkningen börjar med") {
			t.Error("it says where it begins to who has said the month")
		}
		room.In("en").As(town.CaseManager).Get(t, "/sums/duty").Must(t, 200).Says(t, "not decided for January 2027")
		room.In("sv")
	})
	t.Run("the check of studies begins with the last day that is known", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, "/sums/studies").Must(t, 200).Says(t, "Vad studerar personen?").
			Says(t, "Lagrummen är inte inlagda för 15 januari 2027. Prövningen börjar med 31 december 2026")
		if on := page.Doc.Find("#f-on").AttrOr("value", ""); on != "2026-12-31" {
			t.Errorf("day %q", on)
		}
		room.As(town.CaseManager).Get(t, "/sums/studies?go=result").Must(t, 200).Says(t, "Regel för regel, som de gäller 31 december 2026")
		page = room.As(town.CaseManager).Get(t, "/sums/studies?on=2027-01-15&go=result").Must(t, 422)
		if said := page.Doc.Find("#f-on-error").Text(); !strings.Contains(said, "till 31 december 2026") {
			t.Errorf("beside the day: %q", said)
		}
		room.In("en").As(town.CaseManager).Get(t, "/sums/studies").Must(t, 200).Says(t, "The check begins with 31 December 2026")
		room.In("sv")
	})
	t.Run("the others open too", func(t *testing.T) {
		for _, path := range []string{"/sums", "/sums/household", "/sums/wage", "/sums/payback"} {
			room.As(town.CaseManager).Get(t, path).Must(t, 200)
		}
	})
}
