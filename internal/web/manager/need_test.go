package manager_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestNeed(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/need"
	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/file"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
		}
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Ingen har lediga timmar")
	})
	town.Kitchen(1, 10)
	town.ActiveMany(3)
	t.Run("success", func(t *testing.T) {
		page := room.As(town.Manager).Get(t, address).Must(t, 200)
		page.Says(t, "3 deltagare har lediga timmar, och 1 kan få en plats nu").Says(t, "Arbetsinriktad insats räcker minst: 30 h")
		page.Says(t, "Tio platser till ger 2 personer till en aktivitet").Says(t, "Platserna räcker inte")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Ten more places give 2 more people an activity")
		room.In("sv").As(town.Manager).Get(t, address+"/file").Must(t, 200).Says(t, "Arbetsinriktad insats;30;3;10")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}
