package provider_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
)

func TestChange(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := openRoom(t, town)
	id, placed := town.Started()
	path := func(id ident.ID) string { return "/provider/placements/" + string(id) }
	right := func(once string, changes ...string) []string {
		return append(changes, "once", once, "change", "hours", "hours", "25", "reason", "Det går bättre än vi trodde.")
	}
	t.Run("guards", func(t *testing.T) {
		elsewhere := town.Placed(town.Active(), town.Unit, 10)
		for _, step := range []string{"/change", "/change/withdraw"} {
			room.AsNobody().Post(t, path(placed)+step, right("a")...).Must(t, 401)
			room.As(town.Supervisor).Post(t, path(elsewhere)+step, right("b")...).Must(t, 403)
			room.As(town.Supervisor).Post(t, path(town.IDs.New(town.Clock.Now()))+step, right("c")...).Must(t, 404)
			room.As(town.Supervisor).Post(t, path("nothing")+step, right("d")...).Must(t, 404)
			room.As(town.CaseManager).Post(t, path(placed)+step, right("e")...).Must(t, 403)
		}
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.Supervisor).Post(t, path(placed)+"/change", right("f", "reason", "Kort")...).Must(t, 422)
		if again.Doc.Find("#f-reason-error").Length() != 1 || again.Doc.Find("#f-reason").Text() != "Kort" || again.Doc.Find("#f-hours[value='25']").Length() != 1 {
			t.Error("nothing stands beside the reason, or what was typed is lost")
		}
		same := room.As(town.Supervisor).Post(t, path(placed)+"/change", right("g", "hours", "20")...).Must(t, 422)
		if same.Doc.Find("#f-hours-error").Length() != 1 {
			t.Error("nothing stands beside the hours")
		}
		later := room.As(town.Supervisor).Post(t, path(placed)+"/change", right("h", "change", "extend", "to", town.Today().String())...).Must(t, 422)
		if later.Doc.Find("#f-to-error").Length() != 1 {
			t.Error("nothing stands beside the day")
		}
		room.As(town.Supervisor).Post(t, path(placed)+"/change", right("i", "change", "vanish")...).Must(t, 422)
		room.As(town.Supervisor).Post(t, path(placed)+"/change/withdraw", "once", "j").Must(t, 422).Says(t, "väntar inte på svar")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Supervisor).Get(t, path(placed)).Must(t, 200).Says(t, "Föreslå en ändring").Says(t, "Sluta tidigare")
		room.As(town.Supervisor).Post(t, path(placed)+"/change", right("k")...).Must(t, 303)
		room.As(town.Supervisor).Post(t, path(placed)+"/change", right("k")...).Must(t, 303) // sent twice
		page := room.As(town.Supervisor).Get(t, path(placed)).Must(t, 200).Says(t, "väntar på svar").Says(t, "25 timmar i veckan i stället för 20")
		if page.Doc.Find(`form[action$="/change"]`).Length() != 0 {
			t.Error("a second proposal is asked for")
		}
		room.As(town.Supervisor).Post(t, path(placed)+"/change", right("l")...).Must(t, 422).Says(t, "Ett förslag väntar redan")
		room.In("en").As(town.Supervisor).Get(t, path(placed)).Must(t, 200).Says(t, "25 hours a week instead of 20")
		room.In("sv").As(town.Supervisor).Post(t, path(placed)+"/change/withdraw", "once", "m").Must(t, 303)
		room.As(town.Supervisor).Get(t, path(placed)).Must(t, 200).Says(t, "Tillbakatagen").Says(t, "Föreslå en ändring")
		end := town.Today().AddDays(10).String()
		room.As(town.Supervisor).Post(t, path(placed)+"/change", right("n", "change", "end", "to", end)...).Must(t, 303)
		if got := town.Placement(placed); got.Hours != 20 || *got.To == town.Today().AddDays(10) {
			t.Error("a proposal changed the placement")
		}
		town.Protect(id)
		room.As(town.Supervisor).Get(t, path(placed)).Must(t, 403)
		room.As(town.Supervisor).Post(t, path(placed)+"/change/withdraw", "once", "o").Must(t, 403)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Post(t, path(placed)+"/change", right("y")...).Must(t, 500)
		room.As(town.Supervisor).Post(t, path(placed)+"/change/withdraw", "once", "z").Must(t, 500)
	})
}
