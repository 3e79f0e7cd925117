package participant_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

func TestOffer(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, placed := town.Offered()
	me := town.ParticipantOf(id)
	address := "/me/offers/" + string(placed)
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.ParticipantOf(town.Agreed())).Get(t, address).Must(t, 403)
		room.As(town.Second).Post(t, address, "once", "g", "answer", "yes").Must(t, 403)
		room.As(me).Get(t, "/me/offers/"+string(id)).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(me).Post(t, address, "once", "a", "answer", "no", "reason", "Långt").Must(t, 422)
		if again.Doc.Find("#f-reason").Text() == "" || again.Doc.Find("#f-reason-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
		room.As(me).Post(t, address, "once", "b").Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(me).Get(t, "/me/plan").Must(t, 200).Says(t, "Köksspåret, 20 timmar i veckan")
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Du är erbjuden en plats: Köksspåret").Says(t, "SoL (2025:400)")
		room.As(me).Post(t, address, "once", "c", "answer", "yes").Must(t, 303)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Anordnaren ska svara senast")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "You are offered a place")
		room.In("sv").As(me).Post(t, address, "once", "d", "answer", "no", "reason", "Resan tar två timmar.").Must(t, 303)
		if got := town.Placement(placed); got.State != placement.Declined || got.DeclinedBy != placement.Participant {
			t.Errorf("it is %s by %s", got.State, got.DeclinedBy)
		}
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Köksspåret blev inte av")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Post(t, address, "once", "z", "answer", "yes").Must(t, 500)
	})
}
