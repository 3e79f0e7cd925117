package manager_test

import (
	"reflect"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/duty"
	"fotfaste/internal/duty/quarterfile"
)

func TestQuarter(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/requirement/quarter"

	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, address+"?quarter=2026Q5").Must(t, 422)
		room.As(town.Manager).Get(t, address+"/file?quarter=autumn").Must(t, 422)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Ingen att rapportera för kvartal 3 2026").Says(t, "oktober 2026")
	})
	t.Run("success", func(t *testing.T) {
		inNovember(town)
		page := room.As(town.Manager).Get(t, address).Must(t, 200)
		page.Says(t, "1 av 4 anvisades till en aktivitet i kvartal 4 2026").Says(t, "2 månader är med hittills")
		// The file is read as the command duty report reads it, and counts the same. It has
		// no case in it: a number there says nothing of who it is.
		body := room.As(town.Manager).Get(t, address+"/file?quarter=2026Q4").Must(t, 200).Body.String()
		quarter, err := duty.ParseQuarter("2026Q4")
		if err != nil {
			t.Fatal(err)
		}
		file, err := quarterfile.Read(strings.NewReader(body), quarter)
		if err != nil {
			t.Fatalf("the file reads %q: %v", body, err)
		}
		_, sum, err := duty.Report(quarter, file.Rows)
		if want := (duty.Count{Persons: 4, Assigned: 1, Women: duty.Tally{Persons: 2}, Men: duty.Tally{Persons: 2, Assigned: 1}}); err != nil || !reflect.DeepEqual(sum, want) {
			t.Errorf("the command counts %+v, %v", sum, err)
		}
		if len(file.Rows) != 8 || strings.Contains(body, "2026-0") {
			t.Errorf("the file reads %q", body)
		}
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "1 of 4 were assigned")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}
