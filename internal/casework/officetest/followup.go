package officetest

import (
	"context"

	"fotfaste/internal/casework"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// Exited is a case that has left the programme today, to the kind.
func (town *Town) Exited(kind followup.ExitKind) ident.ID {
	town.t.Helper()
	id := town.Active()
	town.must(town.RecordExit(context.Background(), town.CaseManager, id, casework.LeavingProgramme{
		Exit: followup.Exit{Kind: kind, On: town.Today(), Note: "Klar med programmet."},
	}))
	return id
}
