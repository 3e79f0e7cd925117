package participant_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestReaders(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id := town.Active()
	me := town.ParticipantOf(id)
	ctx := context.Background()
	const address = "/me/readers"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Auditor).Get(t, address).Must(t, 403)
		stranger := town.ParticipantOf(town.Enquiry())
		stranger.Person = stranger.Account
		room.As(stranger).Get(t, address).Must(t, 404)
	})
	t.Run("success", func(t *testing.T) {
		for range 2 {
			if _, err := town.SeeDecisions(ctx, town.CaseManager, id); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := town.SeeDecisions(ctx, town.Partner, id); err == nil {
			t.Fatal("the partner saw the decisions")
		}
		page := room.As(me).Get(t, address).Must(t, 200).
			Says(t, "Cia Resursperson, Arbetsmarknadsenheten: Läste besluten (2 gånger)").Says(t, "Personen har en uppgift i ditt ärende.").
			Says(t, "Lo Förmedlare, Arbetsförmedlingen fick nej: Läste besluten").Says(t, "inget samtycke")
		if strings.Contains(page.Text(), "Amina") {
			t.Error("the participant stands among those who have read")
		}
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "(2 times)")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
	})
}
