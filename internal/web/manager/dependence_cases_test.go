package manager_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestDependenceCases(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/dependence/cases"

	t.Run("invalid", func(t *testing.T) {
		for _, wrong := range []string{"?class=royal", "?at=noon", "?of=strangers", "?page=0"} {
			room.As(town.Manager).Get(t, address+wrong).Must(t, 422)
		}
		room.As(town.Manager).Get(t, address+"/file?class=royal").Must(t, 422)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Inget ärende passar")
	})
	t.Run("success", func(t *testing.T) {
		long, short := onAssistance(t, town)
		ten := room.As(town.Manager).Get(t, address+"?class=ten_year&at=now").Must(t, 200)
		ten.Says(t, "1 ärende").Says(t, town.Case(long).Number).Says(t, "118").Says(t, "ur registerfil")
		// Both were in the class of one year; the one with a protected identity is counted,
		// not listed.
		year := room.As(town.Manager).Get(t, address+"?class=long_term&at=entry").Must(t, 200).Says(t, "1 till räknas i bilden")
		if strings.Contains(year.Text(), town.Case(short).Number) {
			t.Error("a case with a protected identity is listed")
		}
		file := room.As(town.Manager).Get(t, address+"/file").Must(t, 200).Body.String()
		if strings.Count(file, "\r\n") != 3 || !strings.Contains(file, ";118;") || strings.Contains(file, town.Case(short).Number) {
			t.Errorf("the file reads %q", file)
		}
		room.In("en").As(town.Manager).Get(t, address+"?page=3").Must(t, 200).Says(t, "2 cases")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}
