package assessment_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fotfaste/internal/assessment"

	"pgregory.net/rapid"
)

func hours(n int) *int { return &n }

func TestScore(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	got := in.Score(assessment.Professional, amina())
	want := assessment.Profile{
		AbilityHours: hours(30),
		LadderStep:   4,
		Barriers:     []assessment.Barrier{assessment.PhysicalHealth, assessment.Language, assessment.Housing, assessment.Debts},
		Protective:   []assessment.Protective{assessment.Network, assessment.EarlierWork, assessment.Education, assessment.Drive},
		MainCause:    assessment.IllHealth,
		Swedish:      assessment.EasySwedish,
		ChildCare:    assessment.CareNeeded,
		Wishes:       "Jag vill arbeta i kök igen, och orka hela dagen.",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("scored %+v\nwant   %+v", got, want)
	}
	if nothing := in.Score(assessment.Professional, nil); !reflect.DeepEqual(nothing, assessment.Profile{}) {
		t.Errorf("nothing answered scored %+v", nothing)
	}
}

func TestNoAbilityIsNotUnknownAbility(t *testing.T) {
	p := instrument(t, assessment.JointAssessment).Score(assessment.Professional,
		assessment.Answers{"ability": assessment.Chosen("h0")})
	if p.AbilityHours == nil || *p.AbilityHours != 0 {
		t.Errorf("scored %v", p.AbilityHours)
	}
}

// What a person is asked in private does not come out in a profile that others read.
func TestSafetyIsNotInTheProfile(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	with := amina()
	with["safe_at_home"], with["safety_help"] = assessment.Chosen("no"), assessment.Chosen("now")
	if a, b := in.Score(assessment.Professional, amina()), in.Score(assessment.Professional, with); !reflect.DeepEqual(a, b) {
		t.Errorf("without %+v, with %+v", a, b)
	}
}

func TestTogether(t *testing.T) {
	participant := assessment.Profile{
		AbilityHours: hours(40), LadderStep: 5, Swedish: assessment.EasySwedish, Wishes: "Kök",
		Barriers: []assessment.Barrier{assessment.Debts}, ChildCare: assessment.CareArranged,
	}
	professional := assessment.Profile{
		AbilityHours: hours(0), Swedish: assessment.SwedishUnknown, Wishes: "Något med mat", MainCause: assessment.IllHealth,
		Barriers: []assessment.Barrier{assessment.PhysicalHealth, assessment.Debts}, ChildCare: assessment.CareNeeded,
	}
	got := assessment.Together(participant, professional)
	want := assessment.Profile{
		AbilityHours: hours(0), LadderStep: 5, Swedish: assessment.EasySwedish, Wishes: "Kök", MainCause: assessment.IllHealth,
		Barriers: []assessment.Barrier{assessment.PhysicalHealth, assessment.Debts}, ChildCare: assessment.CareArranged,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("together %+v\nwant     %+v", got, want)
	}
}

func TestCompare(t *testing.T) {
	in := instrument(t, assessment.Progression)
	before := in.Score(assessment.Participant, assessment.Answers{
		"belief_in_job": assessment.Counted(2), "concentration": assessment.Counted(3), "job_search": assessment.AskLater(),
	})
	after := in.Score(assessment.Participant, assessment.Answers{
		"belief_in_job": assessment.Counted(4), "concentration": assessment.Counted(3), "job_search": assessment.Counted(5),
	})
	want := []assessment.Moved{
		{Theme: assessment.Concentration, From: 3, To: 3},
		{Theme: assessment.BeliefInJob, From: 2, To: 4},
	}
	if got := assessment.Compare(before, after); !reflect.DeepEqual(got, want) {
		t.Errorf("moved %+v", got)
	}
}

func TestProgressGrowsWithWhatIsCalledFor(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	find := func(answers assessment.Answers, section string) assessment.Progress {
		for _, p := range in.Progress(assessment.Participant, answers) {
			if p.Section == section {
				return p
			}
		}
		return assessment.Progress{}
	}
	if got := find(nil, "children"); got.Total != 0 {
		t.Errorf("children before they are known of: %+v", got)
	}
	answers := assessment.Answers{"has_children": assessment.Chosen("yes"), "child_care": assessment.AskLater()}
	if got, want := find(answers, "children"), (assessment.Progress{Section: "children", Total: 2, Later: 1, Required: 2}); got != want {
		t.Errorf("children: %+v, want %+v", got, want)
	}
}

// Answers are stored as JSON and come back as they were.
func TestAnswersSurviveStorage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := assessment.Answers{}
		for code, a := range amina() {
			if rapid.Bool().Draw(t, code) {
				answers[code] = a
			}
		}
		stored, err := json.Marshal(answers)
		if err != nil {
			t.Fatal(err)
		}
		var back assessment.Answers
		if err := json.Unmarshal(stored, &back); err != nil || !reflect.DeepEqual(back, answers) {
			t.Fatalf("%s came back different: %v", stored, err)
		}
	})
}

func TestAnswersDoNotPrint(t *testing.T) {
	for _, printed := range []string{fmt.Sprint(amina()), fmt.Sprintf("%+v %#v", amina()["own_goal"], amina()["own_goal"])} {
		if strings.Contains(printed, "kök") {
			t.Error(printed)
		}
	}
}
