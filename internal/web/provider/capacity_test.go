package provider_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestCapacity(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := openRoom(t, town)
	_, placed := town.Offered()
	place := town.Placement(placed).Intervention
	address := "/provider/interventions/" + string(place)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, "once", "a", "places", "9", "hours_per_place", "20").Must(t, 403)
		room.As(town.Supervisor).Get(t, "/provider/interventions/"+string(placed)).Must(t, 404)
		room.As(town.Supervisor).Post(t, "/provider/interventions/nothing", "once", "a").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Supervisor).Post(t, address, "once", "b", "places", "many", "hours_per_place", "").Must(t, 422)
		below := room.As(town.Supervisor).Post(t, address, "once", "c", "places", "0", "hours_per_place", "20").Must(t, 422)
		if below.Doc.Find("#f-places-error").Length() != 1 || below.Doc.Find("input[name=places]").AttrOr("value", "") != "0" {
			t.Error("what people hold is not said beside the places, or what was typed is lost")
		}
		if above := room.As(town.Supervisor).Post(t, address, "once", "d", "places", "2", "hours_per_place", "41").Must(t, 422); above.Doc.Find("#f-hours_per_place-error").Length() != 1 {
			t.Error("too many hours are not said beside the hours")
		}
	})
	t.Run("success", func(t *testing.T) {
		page := room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "20 av 40 timmar i veckan är lediga")
		if got := page.Doc.Find("input[name=places]").AttrOr("value", ""); got != "2" {
			t.Errorf("the places begin as %q", got)
		}
		room.In("en").As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "20 of 40 hours a week are free")
		room.In("sv").As(town.Supervisor).Post(t, address, "once", "e", "places", "1", "hours_per_place", "20").Must(t, 303)
		room.As(town.Supervisor).Post(t, address, "once", "e", "places", "1", "hours_per_place", "20").Must(t, 303) // sent twice
		if in := town.Intervention(place); in.Capacity() != 20 {
			t.Errorf("the room is %d hours", in.Capacity())
		}
		room.As(town.Supervisor).Get(t, "/provider").Must(t, 200).Says(t, "0 av 20 i veckan")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Get(t, address).Must(t, 500)
		room.As(town.Supervisor).Post(t, address, "once", "z", "places", "1", "hours_per_place", "20").Must(t, 500)
	})
}
