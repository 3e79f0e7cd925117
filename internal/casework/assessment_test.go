package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

var habits = assessment.Answers{"habits": assessment.Chosen("large")}

func TestAssessment(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, round := town.Assessing()
		me := town.ParticipantOf(id)
		if town.Case(id).State != casefile.Assessing {
			t.Fatalf("the case is %s", town.Case(id).State)
		}
		see := func(actor access.Actor, alone bool) casework.Round {
			t.Helper()
			v, err := town.SeeAssessment(ctx, actor, id, alone)
			must(t, err)
			r, _ := v.Round(round)
			return r
		}

		t.Run("one of a kind at a time", func(t *testing.T) {
			_, err := town.BeginAssessment(ctx, town.Assessor, id, casework.Form{}, assessment.JointAssessment)
			wantCode(t, err, fault.Conflict)
		})
		t.Run("an unknown instrument is not found", func(t *testing.T) {
			_, err := town.BeginAssessment(ctx, town.Assessor, id, casework.Form{}, "tarot")
			wantCode(t, err, fault.NotFound)
		})
		t.Run("half done is kept, and leaves the version of the case alone", func(t *testing.T) {
			before := town.Case(id).Version
			must(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{
				Round: round, Section: "wishes", Professional: assessment.Answers{"own_goal": assessment.Written("Kök")},
			}))
			if got := see(town.Assessor, false).Professional.Answers["own_goal"].Words; got != "Kök" || town.Case(id).Version != before {
				t.Errorf("kept %q, version %d after %d", got, town.Case(id).Version, before)
			}
		})
		t.Run("an answer of the wrong kind is told beside the rater's field", func(t *testing.T) {
			wantField(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{
				Round: round, Section: "ability", Professional: assessment.Answers{"ability": assessment.Chosen("h99")},
			}), "professional-ability")
		})
		t.Run("private answers are neither taken nor shown with others in the room", func(t *testing.T) {
			wantCode(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{Round: round, Section: "everyday", Professional: habits}), fault.Invalid)
			must(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{Round: round, Section: "everyday", Alone: true, Professional: habits}))
			for name, r := range map[string]casework.Round{
				"others in the room": see(town.Assessor, false), "the participant": see(me, true), "the decision maker": see(town.DecisionMaker, true),
			} {
				if _, shown := r.Professional.Answers["habits"]; shown || len(r.Profile().Barriers) > 0 {
					t.Errorf("%s: the private answer is shown", name)
				}
			}
			if _, shown := see(town.Assessor, true).Professional.Answers["habits"]; !shown {
				t.Error("the assessor alone does not see it")
			}
			// A sitting with others in the room leaves it where it is.
			must(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{Round: round, Section: "everyday",
				Professional: assessment.Answers{"obstacles": assessment.ChosenMany("none")}}))
			if _, kept := see(town.Assessor, true).Professional.Answers["habits"]; !kept {
				t.Error("a private answer was lost")
			}
		})
		t.Run("what the participant answers is theirs", func(t *testing.T) {
			town.Days(1)
			must(t, town.SaveMyAnswers(ctx, me, id, casework.Sitting{
				Round: round, Section: "wishes", Participant: assessment.Answers{"own_goal": assessment.Written("Jag vill köra buss.")},
			}))
			wantCode(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{
				Round: round, Section: "wishes", Participant: assessment.Answers{"own_goal": assessment.Written("Något annat")},
			}), fault.Stale)
			wantCode(t, town.SaveMyAnswers(ctx, town.Assessor, id, casework.Sitting{Round: round, Section: "wishes"}), fault.NotAllowed)
		})
		t.Run("an older page is stale", func(t *testing.T) {
			wantCode(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{
				Round: round, Section: "wishes", Seen: 1, Professional: assessment.Answers{"own_goal": assessment.Written("Bageri")},
			}), fault.Stale)
		})
		t.Run("not complete while questions are left", func(t *testing.T) {
			wantCode(t, town.CompleteAssessment(ctx, town.Assessor, id, casework.Completion{Round: round}), fault.Conflict)
		})
	})
}

func TestCompleteAssessment(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)

	t.Run("going on without the participant is said", func(t *testing.T) {
		id, round := town.Assessing()
		town.Answer(id, round)
		must(t, town.SaveMyAnswers(ctx, town.ParticipantOf(id), id, casework.Sitting{Round: round, Section: "health"}))
		wantField(t, town.CompleteAssessment(ctx, town.Assessor, id, casework.Completion{Round: round}), "without_participant")
		must(t, town.CompleteAssessment(ctx, town.Assessor, id, casework.Completion{Round: round, WithoutParticipant: true}))
		wantCode(t, town.CompleteAssessment(ctx, town.Assessor, id, casework.Completion{Round: round}), fault.Stale)
		wantCode(t, town.SaveAnswers(ctx, town.Assessor, id, casework.Sitting{Round: round, Section: "wishes"}), fault.Stale)
	})
	t.Run("what is best for the children is not left out", func(t *testing.T) {
		id, round := town.Assessing()
		town.Answer(id, round) // says that there are none
		who := town.Case(id).Person
		must(t, town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			return tx.AddChild(ctx, who, person.Child{
				ID: town.IDs.New(officetest.Start), Birth: period.MustDay("2019-05-01"), Custody: period.MustSpan("2019-05-01", "2037-04-30"),
			}, "", town.Clock.Now())
		}))
		wantCode(t, town.CompleteAssessment(ctx, town.Assessor, id, casework.Completion{Round: round}), fault.Conflict)
	})
	t.Run("a later round that moves the step says why", func(t *testing.T) {
		id := town.Active()
		round, err := town.BeginAssessment(ctx, town.CaseManager, id, casework.Form{}, assessment.JointAssessment)
		must(t, err)
		town.Answer(id, round)
		must(t, town.SaveAnswers(ctx, town.CaseManager, id, casework.Sitting{Round: round, Section: "ability", Professional: assessment.Answers{
			"hours_now": assessment.Counted(30), "ability": assessment.Chosen("h40"), "ability_tried": assessment.Chosen("recently"),
			"step": assessment.Chosen("step_5"), "next_need": assessment.ChosenMany("supported_work"),
		}, Participant: assessment.Answers{"hours_now": assessment.Counted(30), "ability": assessment.Chosen("h40"),
			"step": assessment.Chosen("step_5"), "next_need": assessment.ChosenMany("supported_work")}}))
		wantField(t, town.CompleteAssessment(ctx, town.CaseManager, id, casework.Completion{Round: round}), "reason")
		must(t, town.CompleteAssessment(ctx, town.CaseManager, id, casework.Completion{Round: round, Reason: "Klarar nu hela dagar i köket."}))
		if c := town.Case(id); c.LadderStep != 5 || c.AbilityHours != 40 {
			t.Errorf("step %d, %d hours", c.LadderStep, c.AbilityHours)
		}
	})
}
