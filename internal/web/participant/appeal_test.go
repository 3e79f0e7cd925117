package participant_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestAppeal(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id := town.Granted()
	me := town.HasRead(id)
	home := room.As(me).Get(t, "/me/letters").Must(t, 200)
	letter, _ := home.Doc.Find("main li a").Attr("href")
	address := letter + "/appeal"
	right := []string{"once", "a", "kind", "appeal", "wish", "Jag vill börja senare.", "reason", "Mitt barn opereras."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 403)
		stranger := town.ParticipantOf(town.Granted())
		room.As(stranger).Get(t, address).Must(t, 404)
		room.As(stranger).Post(t, address, right...).Must(t, 404)
		room.As(me).Post(t, "/me/letters/nothing/appeal", right...).Must(t, 404)
		room.As(me).Post(t, address+"/nothing/withdraw", "once", "x").Must(t, 404)
		room.As(me).Post(t, address+"/"+string(id)+"/withdraw", "once", "x").Must(t, 404)
	})
	t.Run("invalid, and what was written is kept", func(t *testing.T) {
		again := room.As(me).Post(t, address, with("once", "b", "wish", "")...).Must(t, 422)
		if again.Doc.Find("#f-reason").Text() != "Mitt barn opereras." || again.Doc.Find("#f-wish-error").Length() != 1 {
			t.Error("what was written is lost, or no message stands beside the field")
		}
		room.As(me).Post(t, address, with("once", "c", "kind", "complaint")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "The last day to appeal is 24 August 2026")
		room.In("sv").As(me).Get(t, letter).Must(t, 200).Says(t, "Överklaga eller be om ändring")
		room.As(me).Post(t, address, right...).Must(t, 303)
		room.As(me).Post(t, address, right...).Must(t, 303) // sent twice
		room.As(me).Post(t, address, with("once", "d")...).Must(t, 422).Says(t, "som väntar på svar")
		shown := room.As(me).Get(t, letter).Must(t, 200).Says(t, "Överklagande 3 augusti 2026").Says(t, "Väntar på omprövning").Says(t, "Jag vill börja senare.")
		if shown.Doc.Find(`a[href="`+address+`"]`).Length() != 0 {
			t.Error("a second appeal is offered while one waits")
		}
		withdraw, _ := shown.Doc.Find(`form[action$="/withdraw"]`).Attr("action")
		room.AsNobody().Post(t, withdraw, "once", "e").Must(t, 401)
		room.As(me).Post(t, withdraw, "once", "f").Must(t, 303)
		room.As(me).Post(t, withdraw, "once", "g").Must(t, 422).Says(t, "redan avgjort")
		room.As(me).Get(t, letter).Must(t, 200).Says(t, "Återtaget")
		town.Days(30)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Du kan skriva ändå")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
		room.As(me).Post(t, address, with("once", "z")...).Must(t, 500)
		room.As(me).Post(t, address+"/"+string(id)+"/withdraw", "once", "z").Must(t, 500)
	})
}
