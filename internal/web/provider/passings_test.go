package provider_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/matching"
)

// The provider is told why its place was chosen away, and not for whom or by whom.
func TestPassings(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	room := openRoom(t, town)
	place := town.Kitchen(1, 10)
	id := town.ActiveMany(1)[0]
	address := "/provider/interventions/" + string(place) + "/passings"
	form := func(once string) casework.Form {
		return casework.Form{Token: once, Version: town.Case(id).Version}
	}
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.Supervisor).Get(t, "/provider/interventions/"+string(id)+"/passings").Must(t, 404)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Ingen har valt bort insatsen")
	})
	t.Run("success", func(t *testing.T) {
		err := town.PassOver(ctx, town.CaseManager, id, casework.Passing{Form: form("a"), Intervention: place, Reason: matching.TooFar, Words: "Två byten med buss"})
		if err != nil {
			t.Fatal(err)
		}
		page := room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Bortvald en gång").Says(t, "För långt att resa").Says(t, "Två byten med buss")
		for _, name := range []string{town.ParticipantOf(id).Name, town.CaseManager.Name} {
			if strings.Contains(page.Doc.Find("main").Text(), name) {
				t.Errorf("the page names %s", name)
			}
		}
		room.In("en").As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Too far to travel")
		room.In("sv")
	})
	t.Run("taken back", func(t *testing.T) {
		if err := town.TakeBackPassOver(ctx, town.CaseManager, id, form("b"), place); err != nil {
			t.Fatal(err)
		}
		room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Ingen har valt bort insatsen")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Get(t, address).Must(t, 500)
	})
}
