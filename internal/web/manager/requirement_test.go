package manager_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestRequirement(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/requirement"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		for _, page := range []string{"", "/file", "/cases", "/cases/file", "/quarter", "/quarter/file"} {
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
			room.As(town.Evaluator).Get(t, address+page).Must(t, 403) // rows and lists of persons, which are not for them
		}
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, address+"?month=2015-13").Must(t, 422)
		room.As(town.Manager).Get(t, address+"/file?month=soon").Must(t, 422)
	})
	t.Run("empty", func(t *testing.T) {
		for _, language := range []string{"sv", "en"} {
			room.In(language).As(town.Manager).Get(t, address).Must(t, 200)
		}
		room.In("sv")
	})
	t.Run("success", func(t *testing.T) {
		inNovember(town)
		page := room.As(town.Manager).Get(t, address).Must(t, 200)
		page.Says(t, "fördelningen på kvinnor och män som döljs där en grupp är under 5 personer")
		page.Says(t, "0 av 4 har en plan som möter aktivitetskravet i november 2026").Says(t, "oktober 2026").Says(t, "Ingen aktivitet")
		file := room.As(town.Manager).Get(t, address+"/file?month=2026-11").Must(t, 200).Body.String()
		if !strings.Contains(file, "Ingen aktivitet;") || !strings.Contains(file, ";3\r\n") {
			t.Errorf("the file reads %q", file)
		}
		room.As(town.Manager).Get(t, address+"?month=2026-09").Must(t, 200).Says(t, "gällde inte i september 2026").Says(t, "oktober 2026")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "0 of 4 have a plan")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}

// inNovember is three without a plan, one of them with a protected identity, and one with
// fifteen hours of their own and five for health, in November 2026.
func inNovember(town *officetest.Town) {
	town.Active()
	town.Active()
	town.Protect(town.Active())
	town.Agreed()
	town.Days(105)
}
