package participant_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/web/participant"
	"fotfaste/internal/web/visit/visittest"
)

func TestAssistance(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := visittest.Open(t, "participant", participant.Templates, participant.New(town.Office).Register)
	id := town.Active()
	me := town.ParticipantOf(id)
	town.Days(105) // to November
	const address = "/me/assistance"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Inget beslut om nedsatt eller nekat bistånd")
	})
	t.Run("success", func(t *testing.T) {
		err := town.RecordConsequence(context.Background(), town.CaseManager, id, casework.NewConsequence{Consequence: duty.Consequence{
			Cut: duty.Denied, Month: period.MustMonth("2026-11"), Reason: "Avbröt arbetsträningen utan skäl.",
			DecidedOn: period.MustDay("2026-11-12"), DecidedBy: "Socialnämndens utskott", Reference: "SN 2026-0815"}})
		if err != nil {
			t.Fatal(err)
		}
		room.As(me).Get(t, "/me").Must(t, 200).Says(t, "Nekat bistånd i november 2026").Says(t, "Du kan överklaga")
		room.As(me).Get(t, "/me/letters").Must(t, 200).Says(t, "Beslut om ditt bistånd")
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Nekat bistånd i november 2026").Says(t, "Avbröt arbetsträningen").Says(t, "Socialnämndens utskott").
			Says(t, "SN 2026-0815").Says(t, "inom 3 veckor").Says(t, "förvaltningsrätten")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "Denied assistance in November 2026").Says(t, "within 3 weeks")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
	})
}
