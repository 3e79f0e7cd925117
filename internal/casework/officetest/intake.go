package officetest

import (
	"context"
	"time"

	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Today is the day in Sweden.
func (town *Town) Today() period.Day { return clock.Today(town.Clock) }

// minute passes: what happens at one instant has no order to be seen in.
func (town *Town) minute() { town.Clock.Forward(time.Minute) }

// Judged is an enquiry whose criteria the assessor has tried: all met but the
// assessment, which is not made yet.
func (town *Town) Judged() ident.ID {
	town.t.Helper()
	id := town.Enquiry()
	months := 12
	town.must(town.JudgeEligibility(context.Background(), town.Assessor, id, casework.Judgement{
		Starts: town.Today(), SeeksWork: eligibility.Yes, FarFromWork: eligibility.Yes, MonthsSupported: &months,
		NeedsCoordination: eligibility.Yes,
	}))
	return id
}

// Assessing is a judged case with a joint assessment begun, and which round it is.
func (town *Town) Assessing() (id, round ident.ID) {
	town.t.Helper()
	id = town.Judged()
	town.minute()
	round, err := town.BeginAssessment(context.Background(), town.Assessor, id, casework.Form{}, assessment.JointAssessment)
	town.must(err)
	return id, round
}

// Answer gives the round, in both raters' name, one full set of answers: ability up to
// 30 hours a week, step 4, no children.
func (town *Town) Answer(id, round ident.ID) {
	town.t.Helper()
	in := assessment.Instruments()[assessment.JointAssessment]
	for _, section := range in.Sections {
		sitting := casework.Sitting{
			Round: round, Section: section.Code, Participant: assessment.Answers{}, Professional: assessment.Answers{},
		}
		for _, q := range section.Questions {
			if a, given := answers[q.Code]; given && q.For(assessment.Participant) {
				sitting.Participant[q.Code] = a
			}
			if a, given := answers[q.Code]; given && q.For(assessment.Professional) {
				sitting.Professional[q.Code] = a
			}
		}
		town.must(town.SaveAnswers(context.Background(), town.Assessor, id, sitting))
	}
}

var answers = assessment.Answers{
	"own_goal": assessment.Written("Jag vill arbeta i kök igen."), "household": assessment.Chosen("alone"),
	"has_children": assessment.Chosen("no"), "assistance_time": assessment.Chosen("two_years_or_more"),
	"main_cause": assessment.Chosen("unemployment"), "physical_health": assessment.Chosen("some"),
	"mental_health": assessment.Chosen("none"), "care_contact": assessment.Chosen("yes"),
	"swedish": assessment.Chosen("no_limits"), "studies_swedish": assessment.Chosen("no"),
	"obstacles": assessment.ChosenMany("none"), "work_experience": assessment.Chosen("sweden"),
	"education": assessment.Chosen("upper_secondary"), "strengths": assessment.ChosenMany("drive"),
	"hours_now": assessment.Counted(0), "ability": assessment.Chosen("h30"), "ability_tried": assessment.Chosen("no"),
	"step": assessment.Chosen("step_4"), "next_need": assessment.ChosenMany("rehabilitation"),
}

// Assessed is a case whose joint assessment is complete: up to 30 hours a week, step 4.
func (town *Town) Assessed() ident.ID {
	town.t.Helper()
	id, round := town.Assessing()
	town.Answer(id, round)
	town.minute()
	town.must(town.CompleteAssessment(context.Background(), town.Assessor, id, casework.Completion{Round: round}))
	return id
}

// Reason is long enough for any decision.
const Reason = "Behovet är kartlagt och programmet svarar mot det."

// Granted is an assessed case with a place from today, for one year.
func (town *Town) Granted() ident.ID {
	town.t.Helper()
	id := town.Assessed()
	town.minute()
	town.must(town.GrantPlace(context.Background(), town.DecisionMaker, id, casework.Grant{From: town.Today(), Reason: Reason}))
	return id
}

// Managed is a granted case with its case manager.
func (town *Town) Managed() ident.ID {
	town.t.Helper()
	id := town.Granted()
	town.minute()
	town.must(town.AssignManager(context.Background(), town.DecisionMaker, id, casework.Assignment{Manager: town.CaseManager.Account}))
	return id
}

// Active is a managed case whose participant has begun.
func (town *Town) Active() ident.ID {
	town.t.Helper()
	id := town.Managed()
	town.minute()
	town.must(town.StartProgramme(context.Background(), town.CaseManager, id, casework.Form{}))
	return id
}

// Paused is an active case in a pause from today, for thirty days.
func (town *Town) Paused() ident.ID {
	town.t.Helper()
	id := town.Active()
	town.must(town.ChangeDecision(context.Background(), town.DecisionMaker, id, casework.Change{
		Kind: decision.Pause, From: town.Today(), To: town.Today().AddDays(29), Reason: Reason,
	}))
	return id
}
