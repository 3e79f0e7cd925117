package admin_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestLaw(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/admin/law"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Auditor).Get(t, address).Must(t, 403)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "59 200 kr").Says(t, "Högst 20 ärenden").
			Says(t, "4,75 %").Says(t, "SoL (2025:400) 12 kap. 4 a-6 a §§").
			Says(t, "En vuxen 3 940 kr").Says(t, "1 250 kr för varje barn").Says(t, "150 kr för två barn").Says(t, "25 % av lönen").Says(t, "bruttolön 19 100,00 kr")
		room.In("en").As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "At most 20 cases")
		room.In("sv")
	})
	t.Run("the rules run out", func(t *testing.T) {
		town.Days(120)
		room.As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "Reglerna tar slut om")
		town.Days(60)
		room.As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "Reglerna tar slut om 0 dagar").Says(t, "Saknas för i dag")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Administrator).Get(t, address).Must(t, 500)
	})
}
