package participant_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

// The participant reads what their provider proposes, why, and what was answered.
func TestAProposedChangeIsTold(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, placed := town.Started()
	address := "/me/offers/" + string(placed)
	in := casework.ProposedChange{Change: placement.Change{Kind: placement.ChangeHours, Hours: 25, Reason: "Det går bättre än vi trodde."}}
	if err := town.ProposeChange(ctx, town.Supervisor, placed, in); err != nil {
		t.Fatal(err)
	}
	me := town.ParticipantOf(id)
	room.As(me).Get(t, address).Must(t, 200).Says(t, "25 timmar i veckan i stället för 20").Says(t, "Väntar på svar").Says(t, in.Reason)
	v, err := town.SeePlacement(ctx, town.CaseManager, placed)
	if err == nil {
		err = town.DecideChange(ctx, town.CaseManager, placed, casework.ChangeAnswer{Proposal: v.Changes[0].ID, Agreed: true})
	}
	if err != nil {
		t.Fatal(err)
	}
	room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "Accepted")
}
