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
	t.Run("from a day on, and taken back", func(t *testing.T) {
		from := town.Today().Week().AddWeeks(30) // the placement is over
		cut := room.As(town.Supervisor).Post(t, address, "once", "f", "places", "0", "hours_per_place", "20", "from", (from-10).Monday().String()).Must(t, 422)
		cut.Says(t, "Som det är planerat nu går det från")
		room.As(town.Supervisor).Post(t, address, "once", "g", "places", "0", "hours_per_place", "20", "from", "2020-01-01").Must(t, 422)
		room.As(town.Supervisor).Post(t, address, "once", "h", "places", "0", "hours_per_place", "20", "from", (from.Monday()+2).String()).Must(t, 303)
		room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Planerade ändringar").Says(t, "0 × 20 timmar")
		if l := town.Capacity(place); l.Capacity(from-1) != 20 || l.Capacity(from) != 0 || town.Intervention(place).Places != 1 {
			t.Errorf("%+v", l.Rooms)
		}
		back := address + "/room/" + from.String() + "/back"
		room.AsNobody().Post(t, back, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Post(t, back, "once", "a").Must(t, 403)
		room.As(town.Supervisor).Post(t, address+"/room/next/back", "once", "i").Must(t, 404)
		room.As(town.Supervisor).Post(t, address+"/room/"+town.Today().Week().String()+"/back", "once", "j").Must(t, 422)
		room.As(town.Supervisor).Post(t, back, "once", "k").Must(t, 303)
		if l := town.Capacity(place); l.Capacity(from) != 20 {
			t.Errorf("%+v", l.Rooms)
		}
	})
	t.Run("closed for a time, and taken back", func(t *testing.T) {
		closed := address + "/closed"
		from, to := town.Today().AddDays(7).String(), town.Today().AddDays(20).String()
		room.AsNobody().Post(t, closed, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Post(t, closed, "once", "a", "closed_from", from, "closed_to", to, "closed_reason", "Flytt").Must(t, 403)
		empty := room.As(town.Supervisor).Post(t, closed, "once", "l", "closed_from", from, "closed_reason", "Flytt av köket").Must(t, 422)
		if empty.Doc.Find("#f-closed_to-error").Length() != 1 || empty.Doc.Find("input[name=closed_reason]").AttrOr("value", "") != "Flytt av köket" ||
			empty.Doc.Find("input[name=places]").AttrOr("value", "") != "1" {
			t.Error("the day that is missing is not said beside it, or what was typed is lost")
		}
		room.As(town.Supervisor).Post(t, closed, "once", "m", "closed_from", to, "closed_to", from, "closed_reason", "").Must(t, 422)
		room.As(town.Supervisor).Post(t, closed, "once", "n", "closed_from", from, "closed_to", to, "closed_reason", "Flytt av köket").Must(t, 303)
		room.As(town.Supervisor).Post(t, closed, "once", "o", "closed_from", from, "closed_to", to, "closed_reason", "Igen").Must(t, 422).Says(t, "redan stängt")
		page := room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Flytt av köket").Says(t, "stängt")
		room.In("en").As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Closed periods")
		room.In("sv")
		open := page.Doc.Find("form[action$='/open']").AttrOr("action", "")
		room.As(town.CaseManager).Post(t, open, "once", "a").Must(t, 403)
		room.As(town.Supervisor).Post(t, open, "once", "p").Must(t, 303)
		room.As(town.Supervisor).Post(t, open, "once", "q").Must(t, 404)
		room.As(town.Supervisor).Post(t, closed+"/nothing/open", "once", "r").Must(t, 404)
		if l := town.Capacity(place); len(l.Closed) != 0 {
			t.Errorf("%+v", l.Closed)
		}
	})
	t.Run("closed where somebody is to begin", func(t *testing.T) {
		from := *town.Placement(placed).From
		to := from.Week().Monday() + 4 // a Friday: the first weekday after is Monday
		room.As(town.Supervisor).Post(t, address+"/closed", "once", "s", "closed_from", from.String(), "closed_to", to.String(), "closed_reason", "Studiedagar").Must(t, 303)
		room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Stängningen är sparad. En planerad start").
			Says(t, "StudiedagarEn planerad start ligger i de dagarna. Ingen kan börja då, utan tidigast 10 augusti 2026") // a Monday
		room.In("en").As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "One planned start falls on those days")
		room.In("sv")
		if l := town.Capacity(place); len(l.Closed) != 1 {
			t.Errorf("%+v", l.Closed)
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Get(t, address).Must(t, 500)
		room.As(town.Supervisor).Post(t, address, "once", "z", "places", "1", "hours_per_place", "20").Must(t, 500)
		for _, path := range []string{"/room/2030-W10/back", "/closed/" + string(place) + "/open"} {
			room.As(town.Supervisor).Post(t, address+path, "once", "z").Must(t, 500)
		}
		room.As(town.Supervisor).Post(t, address+"/closed", "once", "z", "closed_from", "2030-01-01", "closed_to", "2030-01-01", "closed_reason", "Stängt").Must(t, 500)
	})
}
