package provider_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/provider"
	"fotfaste/internal/web/visit/visittest"
)

func openRoom(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "provider", provider.Templates, provider.New(town.Office).Register)
}

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := openRoom(t, town)
	const address = "/provider"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.Partner).Get(t, address).Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Inget erbjudande väntar på svar").
			Says(t, "Ingen är på plats just nu").Says(t, "Ni har inga insatser i katalogen än")
	})
	t.Run("success", func(t *testing.T) {
		_, offered := town.Offered()
		_, coming := town.Accepted()
		_, inPlace := town.Started()
		hidden, protected := town.Offered()
		town.Protect(hidden)
		page := room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "1 erbjudande väntar på svar").
			Says(t, "20 timmar i veckan").Says(t, "Svara senast måndag 10 augusti").Says(t, "1 person är på väg").Says(t, "1 person är på plats").
			Says(t, "20 av 40 i veckan").Says(t, "2 × 20 timmar").Says(t, "0 väntar")
		for id, times := range map[string]int{string(offered): 2, string(coming): 2, string(inPlace): 2, string(protected): 0} {
			if n := page.Doc.Find(`a[href="/provider/placements/` + id + `"]`).Length(); n != times {
				t.Errorf("%d ways to the placement %s, want %d", n, id, times)
			}
		}
		if n := page.Doc.Find(`form[action="/provider/placements/` + string(offered) + `/answer"] input[name=answer][value=yes]`).Length(); n != 1 {
			t.Errorf("the offer can be taken in %d ways", n)
		}
		room.In("en").As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "1 offer awaits your answer").Says(t, "20 of 40 a week")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Get(t, address).Must(t, 500)
	})
}
