package participant_test

import (
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework/officetest"
)

func TestConsents(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id := town.Active()
	me := town.ParticipantOf(id)
	const address = "/me/consents"
	until := town.Today().AddMonths(3)
	right := []string{"once", "a", "organisation", string(town.Agency), "part", string(access.Plan), "until", until.String()}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 403)
		room.As(me).Post(t, address+"/"+string(id)+"/revoke", "once", "x").Must(t, 404)
		room.As(me).Post(t, address+"/nothing/revoke", "once", "x").Must(t, 404)
		stranger := town.ParticipantOf(town.Enquiry())
		stranger.Person = stranger.Account
		room.As(stranger).Get(t, address).Must(t, 303)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(me).Post(t, address, "once", "b").Must(t, 422)
		late := room.As(me).Post(t, address, with("once", "c", "until", town.Today().AddDays(400).String())...).Must(t, 422).Says(t, "högst ett år")
		if late.Doc.Find("#f-until-error").Length() != 1 || late.Doc.Find(`input[value="plan"][checked]`).Length() != 1 {
			t.Error("no message beside the day, or what was chosen is lost")
		}
		room.As(me).Post(t, address, with("once", "d", "organisation", string(id))...).Must(t, 422).Says(t, "Välj vem")
		room.As(me).Post(t, address, with("once", "e", "organisation", "x")...).Must(t, 422)
		room.As(me).Post(t, address, with("once", "f", "part", "readers")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Inget av ditt ärende är öppet")
		room.As(me).Post(t, address, right...).Must(t, 303)
		room.As(me).Post(t, address, right...).Must(t, 303) // sent twice
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "Du låter 1 del").Says(t, "Arbetsförmedlingen: Plan")
		back := page.Doc.Find(`form[action$="/revoke"]`).AttrOr("action", "")
		room.As(me).Post(t, back, "once", "g").Must(t, 303)
		page = room.As(me).Get(t, address).Must(t, 200).Says(t, "Togs tillbaka").Says(t, "Ge igen")
		room.As(me).Post(t, back, "once", "h").Must(t, 422).Says(t, "redan taget tillbaka")
		// Undone within the page: the same again.
		again := []string{"once", "i"}
		for _, name := range []string{"organisation", "part", "until"} {
			again = append(again, name, page.Doc.Find(`.ff-todo input[name="`+name+`"]`).AttrOr("value", ""))
		}
		room.As(me).Post(t, address, again...).Must(t, 303)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Du låter 1 del")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "You keep 1 part")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
		room.As(me).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
