package provider_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
)

const noRoom = "Handledaren är borta hela hösten."

func TestPlacement(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := openRoom(t, town)
	_, offered := town.Offered()
	path := func(id ident.ID) string { return "/provider/placements/" + string(id) }
	state := func(t *testing.T, id ident.ID, want placement.State) {
		t.Helper()
		if got := town.Placement(id).State; got != want {
			t.Errorf("the placement is %s, want %s", got, want)
		}
	}

	t.Run("guards", func(t *testing.T) {
		elsewhere := town.Placed(town.Active(), town.Unit, 10)
		room.AsNobody().Get(t, path(offered)).Must(t, 303)
		for _, step := range []string{"/answer", "/start", "/end"} {
			room.AsNobody().Post(t, path(offered)+step, "once", "a").Must(t, 401)
			room.As(town.Supervisor).Post(t, path(elsewhere)+step, "once", "a", "answer", "yes", "on", town.Today().String()).Must(t, 403)
			room.As(town.Supervisor).Post(t, path(town.IDs.New(town.Clock.Now()))+step, "once", "a", "answer", "yes", "on", town.Today().String()).Must(t, 404)
			room.As(town.Supervisor).Post(t, path("nothing")+step, "once", "a").Must(t, 404)
		}
		room.As(town.Partner).Get(t, path(offered)).Must(t, 403)
		room.As(town.Supervisor).Get(t, path(elsewhere)).Must(t, 403)
		room.As(town.Supervisor).Get(t, path("nothing")).Must(t, 404)
		hidden, protected := town.Offered()
		town.Protect(hidden)
		room.As(town.Supervisor).Get(t, path(protected)).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Supervisor).Post(t, path(offered)+"/answer", "once", "b").Must(t, 422).Says(t, "Välj")
		again := room.As(town.Supervisor).Post(t, path(offered)+"/answer", "once", "c", "answer", "no", "reason", "Fullt").Must(t, 422).
			Says(t, "minst 10 tecken")
		if kept := again.Doc.Find("textarea[name=reason]").Text(); kept != "Fullt" {
			t.Errorf("what was written is lost: %q", kept)
		}
		if again.Doc.Find("details[open] textarea[name=reason]").Length() != 1 {
			t.Error("the message stands behind a closed door")
		}
		_, coming := town.Accepted()
		room.As(town.Supervisor).Post(t, path(coming)+"/start", "once", "d", "on", "").Must(t, 422)
		room.As(town.Supervisor).Post(t, path(coming)+"/start", "once", "e", "on", town.Today().AddDays(1).String()).Must(t, 422).
			Says(t, "Dagen har inte kommit ännu")
		_, inPlace := town.Started()
		room.As(town.Supervisor).Post(t, path(inPlace)+"/end", "once", "f", "on", town.Today().AddDays(-1).String()).Must(t, 422).
			Says(t, "Sista dagen kan inte komma före")
		room.As(town.Supervisor).Post(t, path(offered)+"/end", "once", "g", "on", town.Today().String()).Must(t, 422).
			Says(t, "Bara en placering som pågår kan avslutas")
	})
	t.Run("answered", func(t *testing.T) {
		room.As(town.Supervisor).Get(t, path(offered)).Must(t, 200).Says(t, "väntar på ert svar").Says(t, "Cia Resursperson")
		room.In("en").As(town.Supervisor).Get(t, path(offered)).Must(t, 200).Says(t, "awaits your answer")
		room.In("sv")
		room.As(town.Supervisor).Post(t, path(offered)+"/answer", "once", "h", "answer", "yes").Must(t, 303)
		room.As(town.Supervisor).Post(t, path(offered)+"/answer", "once", "h", "answer", "yes").Must(t, 303) // sent twice
		page := room.As(town.Supervisor).Get(t, path(offered)).Must(t, 200).Says(t, "Ni har sagt ja till")
		if page.Doc.Find("button[value=yes]").Length() != 0 {
			t.Error("a yes is asked for again")
		}
		room.As(town.Supervisor).Get(t, "/provider").Must(t, 200).Says(t, "Deltagaren svarar senast")
		_, other := town.Offered()
		room.As(town.Supervisor).Post(t, path(other)+"/answer", "once", "i", "answer", "no", "reason", noRoom).Must(t, 303)
		state(t, other, placement.Declined)
		if p := town.Placement(other); p.DeclinedBy != placement.Provider || p.Reason != noRoom {
			t.Errorf("declined by %s because %q", p.DeclinedBy, p.Reason)
		}
	})
	t.Run("started and ended", func(t *testing.T) {
		_, coming := town.Accepted()
		room.As(town.Supervisor).Get(t, path(coming)).Must(t, 200).Says(t, "kan börja hos er")
		room.As(town.Supervisor).Post(t, path(coming)+"/start", "once", "j", "on", town.Today().String()).Must(t, 303)
		state(t, coming, placement.Started)
		page := room.As(town.Supervisor).Get(t, path(coming)).Must(t, 200).Says(t, "är hos er till och med")
		if page.Doc.Find(`form[action$="/answer"], form[action$="/start"]`).Length() != 0 {
			t.Error("steps that have been taken are offered again")
		}
		room.As(town.Supervisor).Post(t, path(coming)+"/end", "once", "k", "on", town.Today().String()).Must(t, 303)
		state(t, coming, placement.Completed)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Get(t, path(offered)).Must(t, 500)
		room.As(town.Supervisor).Post(t, path(offered)+"/answer", "once", "z", "answer", "yes").Must(t, 500)
	})
}
