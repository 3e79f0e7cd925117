package officetest

import (
	"context"

	"fotfaste/internal/assessment"
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

// Rated lets both raters of the case give every theme of the progression the level
// today, the belief in a job another.
func (town *Town) Rated(id ident.ID, level, belief int) {
	town.t.Helper()
	ctx := context.Background()
	round, err := town.BeginAssessment(ctx, town.CaseManager, id, casework.Form{}, assessment.Progression)
	town.must(err)
	for _, section := range assessment.Instruments()[assessment.Progression].Sections {
		answers := assessment.Answers{}
		for _, q := range section.Questions {
			switch {
			case q.Fills != assessment.FillsTheme:
			case assessment.Theme(q.Code) == assessment.BeliefInJob:
				answers[q.Code] = assessment.Counted(belief)
			default:
				answers[q.Code] = assessment.Counted(level)
			}
		}
		town.minute()
		town.must(town.SaveAnswers(ctx, town.CaseManager, id, casework.Sitting{
			Round: round, Section: section.Code, Participant: answers, Professional: answers,
		}))
	}
	town.must(town.CompleteAssessment(ctx, town.CaseManager, id, casework.Completion{Round: round}))
}
