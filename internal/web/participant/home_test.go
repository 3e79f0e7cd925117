package participant_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/followup"
)

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	const address = "/me"
	both := func(t *testing.T, sv, en string) {
		t.Helper()
		answer := room.In("sv").As(town.ParticipantOf(town.Enquiry())).Get(t, address).Must(t, 200)
		answer.Says(t, sv)
		room.In("en").As(town.ParticipantOf(town.Enquiry())).Get(t, address).Must(t, 200).Says(t, en)
		room.In("sv")
	}

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
	})
	t.Run("nobody's case", func(t *testing.T) {
		stranger := town.ParticipantOf(town.Enquiry())
		stranger.Person = stranger.Account
		room.As(stranger).Get(t, address).Must(t, 200).Says(t, "Du har inget ärende här just nu")
		room.In("en").As(stranger).Get(t, address).Must(t, 200).Says(t, "You have no case here")
		room.In("sv")
	})
	t.Run("an enquiry", func(t *testing.T) {
		both(t, "Din förfrågan är mottagen", "We have your enquiry")
	})
	t.Run("the next step is on top", func(t *testing.T) {
		assessing, _ := town.Assessing()
		room.As(town.ParticipantOf(assessing)).Get(t, address).Must(t, 200).Says(t, "Nästa stegSvara på frågorna om dig")
		planned := room.As(town.HasRead(town.Planned())).Get(t, address).Must(t, 200).Says(t, "Nästa stegLäs och svara på din plan")
		if planned.Doc.Find(`.ff-hero a[href="/me/plan"]`).Length() != 1 {
			t.Error("the next step leads nowhere")
		}
		id, placed := town.Offered()
		offered := room.As(town.HasRead(id)).Get(t, address).Must(t, 200).Says(t, "Nästa stegSvara på platsen i")
		if offered.Doc.Find(`.ff-hero a[href="/me/offers/`+string(placed)+`"]`).Length() != 1 {
			t.Error("the next step leads nowhere")
		}
	})
	t.Run("success", func(t *testing.T) {
		id, _, _ := town.Due()
		me := town.ParticipantOf(id)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Jag vill arbeta i kök igen.").Says(t, "2 812 kr för vecka 32").
			Says(t, "Cia Resursperson").Says(t, "Arbetsmarknadsenheten").Says(t, "Berätta hur vecka 33 var")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "2 812 kr for week 32").Says(t, "Tell us how week 33 was")
		room.In("sv")
		exited := town.ParticipantOf(town.Exited(followup.Work))
		room.As(exited).Get(t, address).Must(t, 200)
	})
	t.Run("broken database", func(t *testing.T) {
		me := town.ParticipantOf(town.Enquiry())
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
	})
}
