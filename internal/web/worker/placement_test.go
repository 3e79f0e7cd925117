package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestPlacement(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, placed := town.Offered()
	other := town.Agreed()
	list := "/work/cases/" + string(id) + "/placements"
	address := list + "/" + string(placed)
	note := func(once, happening string, changes ...string) []string {
		return append(changes, "once", once, "version", version(town, id), "happening", happening, "on", town.Today().String(), "reason", "")
	}
	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "placements", string(id))
		nobodyElse(t, town, "placements/"+string(placed), string(id))
		room.As(town.Second).Post(t, address, note("g", "participant_yes")...).Must(t, 403)
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(other)+"/placements/"+string(placed)).Must(t, 404)
		room.As(town.CaseManager).Get(t, list+"/"+string(id)).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, note("a", "participant_no", "reason", "Långt")...).Must(t, 422)
		if again.Doc.Find("#f-reason").Text() == "" || again.Doc.Find("#f-reason-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
		room.As(town.CaseManager).Post(t, address, note("b", "vanish")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Erbjuden plats").Says(t, "Köksspåret")
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Så prövades anvisningen").Says(t, "SoL (2025:400)")
		for i, happening := range []string{"participant_yes", "provider_yes", "start", "complete"} {
			room.As(town.CaseManager).Post(t, address, note(string(rune('c'+i)), happening)...).Must(t, 303)
		}
		if got := town.Placement(placed).State; got != placement.Completed {
			t.Errorf("it is %s", got)
		}
		room.In("en").As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Earlier placements").Says(t, "Completed")
		room.In("sv").As(town.CaseManager).Get(t, "/work/cases/"+string(other)+"/placements").Must(t, 200).Says(t, "Ingen placering är på gång")
	})
	t.Run("a referral from before is shown as it came through then", func(t *testing.T) {
		then := town.Placement(placed)
		then.ID, then.State = town.IDs.New(town.Clock.Now()), placement.Completed
		then.Passage.Result.On = period.MustDay("2025-06-30")
		for i := range then.Passage.Result.Lines {
			then.Passage.Result.Lines[i].Act.Citation = "SoL (2001:453) 4 kap. 4 §"
		}
		then.Passage.Result.Lines = then.Passage.Result.Lines[:2] // a line that came later is not made up
		ctx := context.Background()
		if err := town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error { return tx.AddPlacement(ctx, then) }); err != nil {
			t.Fatal(err)
		}
		page := room.As(town.CaseManager).Get(t, list+"/"+string(then.ID)).Must(t, 200).Says(t, "SoL (2001:453) 4 kap. 4 §")
		if said := page.Doc.Text(); strings.Contains(said, "2025:400") || strings.Contains(said, "Aktivitetskravet") {
			t.Error("what the gate says today stands on the page of a referral from before")
		}
		room.As(town.CaseManager).Get(t, address).Says(t, "Aktivitetskravet").Says(t, "12 kap. 4 a-6 a §§")
	})
	t.Run("broken database", func(t *testing.T) {
		form := note("z", "withdraw")
		town.DB.Close()
		room.As(town.CaseManager).Get(t, list).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, form...).Must(t, 500)
	})
}
