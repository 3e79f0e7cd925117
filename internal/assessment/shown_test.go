package assessment_test

import (
	"slices"
	"testing"

	"fotfaste/internal/assessment"
)

func codes(sections []assessment.Section) []string {
	var all []string
	for _, s := range sections {
		for _, q := range s.Questions {
			all = append(all, q.Code)
		}
	}
	return all
}

func TestShown(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	alone := assessment.Talk{Rater: assessment.Professional, Alone: true}
	withPartner := assessment.Talk{Rater: assessment.Professional}
	self := assessment.Talk{Rater: assessment.Participant, Alone: true}
	unsafe := assessment.Answers{"safe_at_home": assessment.Chosen("no")}
	parent := assessment.Answers{"has_children": assessment.Chosen("yes")}
	for _, c := range []struct {
		name     string
		talk     assessment.Talk
		answers  assessment.Answers
		question string
		shown    bool
	}{
		{"violence is asked in private", alone, nil, "safe_at_home", true},
		{"violence is never asked with the partner there", withPartner, nil, "safe_at_home", false},
		{"nor shown with the partner there once it is answered", withPartner, unsafe, "safe_at_home", false},
		{"nor what follows from it", withPartner, unsafe, "safety_help", false},
		{"what follows from it, in private", alone, unsafe, "safety_help", true},
		{"violence is not put in a form to fill in at home", self, nil, "safe_at_home", false},
		{"habits are private", withPartner, nil, "habits", false},
		{"children's best, when there are children", withPartner, parent, "childrens_best", true},
		{"children's best, before it is known", withPartner, nil, "childrens_best", false},
		{"children's best, when there are none", withPartner, assessment.Answers{"has_children": assessment.Chosen("no")}, "childrens_best", false},
		{"children's best, when the question is left for later", withPartner, assessment.Answers{"has_children": assessment.AskLater()}, "childrens_best", false},
		{"care when either health stands in the way", self, assessment.Answers{"mental_health": assessment.Chosen("some")}, "care_contact", true},
		{"no care when neither does", self, assessment.Answers{"mental_health": assessment.Chosen("none"), "physical_health": assessment.Chosen("none")}, "care_contact", false},
		{"one of many is enough", self, assessment.Answers{"obstacles": assessment.ChosenMany("debts", "other")}, "other_obstacle", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := slices.Contains(codes(in.Shown(c.talk, c.answers)), c.question); got != c.shown {
				t.Errorf("%s shown: %t", c.question, got)
			}
		})
	}
}

const chain = `
code: chain
version: "1"
title: {sv: T, en: T}
purpose: {sv: P, en: P}
sections:
  - code: one
    title: {sv: A, en: A}
    questions:
      - {code: number, kind: number, min: 0, max: 9, text: {sv: Q, en: Q}}
      - code: middle
        kind: one_of
        text: {sv: Q, en: Q}
        show_when: {all: [{question: number, at_least: 3, at_most: 5}]}
        options: [{code: yes, text: {sv: O, en: O}, sets: {barrier: debts}}]
      - {code: end, kind: text, required: true, text: {sv: Q, en: Q}, show_when: {all: [{question: middle, is: [yes]}]}}
`

// An answer that is no longer called for is kept and does not count.
func TestHiddenAnswersDoNotCount(t *testing.T) {
	in, err := assessment.Parse([]byte(chain))
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]bool{2: false, 3: true, 5: true, 6: false} {
		answers := assessment.Answers{"number": assessment.Counted(n), "middle": assessment.Chosen("yes")}
		shown := codes(in.Shown(assessment.Talk{Rater: assessment.Participant}, answers))
		if slices.Contains(shown, "middle") != want || slices.Contains(shown, "end") != want {
			t.Errorf("%d shows %v", n, shown)
		}
		if scored := in.Score(assessment.Participant, answers).Barriers; (len(scored) == 1) != want {
			t.Errorf("%d scores %v", n, scored)
		}
		if missing := in.Validate(assessment.Participant, answers, true); (len(missing) == 1) != want {
			t.Errorf("%d asks for %v", n, missing)
		}
	}
}
