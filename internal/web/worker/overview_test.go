package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestOverview(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	town.Days(9)
	address := "/work/cases/" + string(id)

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "", string(id))
		nobodyElse(t, town, "events", string(id))
	})
	t.Run("it says what the case needs and where it is answered", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Behöver dig nu").Says(t, "Kontakten är 2 dagar sen")
		if to := page.Doc.Find(".ff-todo a").First().AttrOr("href", ""); to != address+"/contacts" {
			t.Errorf("the first need leads to %s", to)
		}
		page.Says(t, "Vägen hittills: samma steg").Says(t, "Cia Resursperson").Says(t, "Första möte")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Needs you now").Says(t, "The way so far")
		room.In("sv")
	})
	t.Run("the agreed plan stands as a week", func(t *testing.T) {
		planned := "/work/cases/" + string(town.Agreed())
		room.As(town.CaseManager).Get(t, planned).Must(t, 200).Says(t, "Veckan: 20 av 30 möjliga timmar är fyllda, mest arbete och hälsa").
			Says(t, "10 timmar saknar aktivitet")
		room.In("en").As(town.CaseManager).Get(t, planned).Must(t, 200).Says(t, "20 of 30 possible hours")
		room.In("sv")
	})
	t.Run("who cannot answer is not asked", func(t *testing.T) {
		page := room.As(town.Manager).Get(t, address).Must(t, 200)
		if page.Doc.Find(".ff-todo").Length() != 0 {
			t.Error("the manager is asked to note a contact")
		}
	})
	t.Run("the identity number is masked until somebody asks for it", func(t *testing.T) {
		masked := room.As(town.CaseManager).Get(t, address).Must(t, 200).Text()
		whole := room.As(town.CaseManager).Get(t, address+"?identity=shown").Must(t, 200).Text()
		if !strings.Contains(masked, "-****") || strings.Contains(whole, "-****") || !strings.Contains(whole, "1988") {
			t.Error("the number is not masked, or not shown when asked for")
		}
	})
	t.Run("the journey is told by part, and only of parts that may be opened", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address+"?part=decisions").Must(t, 200).Says(t, "Beslut:")
		page := room.As(town.CaseManager).Get(t, address+"/events?part=eligibility").Must(t, 200)
		if strings.Contains(page.Text(), "Programmet började") {
			t.Error("a line of another part is shown")
		}
		room.As(town.CaseManager).Get(t, address+"/events?page=99").Must(t, 200)
		room.In("en").As(town.CaseManager).Get(t, address+"/events").Must(t, 200).Says(t, "newest first")
		room.In("sv")
		v, err := town.SeeEvents(context.Background(), town.Manager, id, "", 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range v.Events {
			if e.Part == "assessment" || e.Part == "eligibility" {
				t.Errorf("the manager reads of %s", e.Kind)
			}
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Get(t, address+"/events").Must(t, 500)
	})
}
