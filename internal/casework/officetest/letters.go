package officetest

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
)

// HasRead is the participant of the case, who has opened every letter they have.
func (town *Town) HasRead(id ident.ID) access.Actor {
	town.t.Helper()
	ctx := context.Background()
	me := town.ParticipantOf(id)
	v, err := town.SeeMyLetters(ctx, me)
	town.must(err)
	for _, l := range v.Letters {
		_, err := town.SeeLetter(ctx, me, l.Case, l.ID, casework.OnPage)
		town.must(err)
	}
	return me
}

// Wish is an appeal with all that it must say.
var Wish = casework.AppealDraft{Kind: appeal.ToCourt, Wish: "Jag vill ha en plats.", Reason: "Ni har läst fel intyg."}
