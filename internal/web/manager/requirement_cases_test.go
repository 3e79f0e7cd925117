package manager_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestRequirementCases(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/requirement/cases"

	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, address+"?band=lazy").Must(t, 422)
		room.As(town.Manager).Get(t, address+"?month=2026-00").Must(t, 422)
		room.As(town.Manager).Get(t, address+"?page=0").Must(t, 422)
		room.As(town.Manager).Get(t, address+"/file?band=lazy").Must(t, 422)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Aktivitetskravet gällde inte i augusti 2026")
	})
	t.Run("success", func(t *testing.T) {
		inNovember(town)
		// Three have no activity. The one with a protected identity is counted, not listed.
		none := room.As(town.Manager).Get(t, address+"?month=2026-11&band=no_activity").Must(t, 200)
		none.Says(t, "2 ärenden i november 2026").Says(t, "1 till räknas i bilden").Says(t, "40 h")
		little := room.As(town.Manager).Get(t, address+"?month=2026-11&band=little").Must(t, 200).Says(t, "1 ärende i november 2026")
		little.Says(t, "5 h").Says(t, "35 h")
		file := room.As(town.Manager).Get(t, address+"/file?month=2026-11").Must(t, 200).Body.String()
		if strings.Count(file, "\r\n") != 4 || !strings.Contains(file, ";40;5;35;") {
			t.Errorf("the file reads %q", file)
		}
		room.As(town.Manager).Get(t, address+"?page=7").Must(t, 200)
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "3 cases in November 2026")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}
