package assessment_test

import (
	"strings"
	"testing"

	"fotfaste/internal/assessment"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

func said(fields fault.Fields) string {
	var all []string
	for _, f := range fields {
		all = append(all, f.Name+" "+strings.TrimPrefix(f.Text.Key, "assessment.answer."))
	}
	return strings.Join(all, ", ")
}

func TestValidateHalfDone(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	for _, c := range []struct {
		name    string
		rater   assessment.Rater
		answers assessment.Answers
		want    string
	}{
		{"nothing yet", assessment.Participant, nil, ""},
		{"a choice", assessment.Participant, assessment.Answers{"household": assessment.Chosen("alone")}, ""},
		{"left for later", assessment.Participant, assessment.Answers{"household": assessment.AskLater()}, ""},
		{"taken back", assessment.Participant, assessment.Answers{"household": {}}, ""},
		{"a choice not offered", assessment.Participant, assessment.Answers{"household": assessment.Chosen("castle")}, "household not_an_option"},
		{"two choices where one is asked", assessment.Participant, assessment.Answers{"household": assessment.ChosenMany("alone", "couple")}, "household wrong_kind"},
		{"an answer and left for later", assessment.Participant, assessment.Answers{"household": {Choice: "alone", Later: true}}, "household wrong_kind"},
		{"two answers in one", assessment.Participant, assessment.Answers{"household": {Choice: "alone", Words: "x"}}, "household wrong_kind"},
		{"several", assessment.Participant, assessment.Answers{"obstacles": assessment.ChosenMany("debts", "housing")}, ""},
		{"none of these", assessment.Participant, assessment.Answers{"obstacles": assessment.ChosenMany("none")}, ""},
		{"none of these, and one of these", assessment.Participant, assessment.Answers{"obstacles": assessment.ChosenMany("debts", "none")}, "obstacles exclusive"},
		{"the same twice", assessment.Participant, assessment.Answers{"obstacles": assessment.ChosenMany("debts", "debts")}, "obstacles not_an_option"},
		{"the least hours", assessment.Participant, assessment.Answers{"hours_now": assessment.Counted(0)}, ""},
		{"the most hours", assessment.Participant, assessment.Answers{"hours_now": assessment.Counted(60)}, ""},
		{"fewer than none", assessment.Participant, assessment.Answers{"hours_now": assessment.Counted(-1)}, "hours_now range"},
		{"more than a week allows", assessment.Participant, assessment.Answers{"hours_now": assessment.Counted(61)}, "hours_now range"},
		{"a day for a number", assessment.Participant, assessment.Answers{"hours_now": assessment.Dated(period.MustDay("2026-03-02"))}, "hours_now wrong_kind"},
		{"4 000 characters, 8 000 bytes", assessment.Participant, assessment.Answers{"own_goal": assessment.Written(strings.Repeat("ö", 4000))}, ""},
		{"one too many", assessment.Participant, assessment.Answers{"own_goal": assessment.Written(strings.Repeat("ö", 4001))}, "own_goal too_long"},
		{"not UTF-8", assessment.Participant, assessment.Answers{"own_goal": assessment.Written("\xff")}, "own_goal characters"},
		{"several lines", assessment.Participant, assessment.Answers{"own_goal": assessment.Written("Kök.\nOrka hela dagen.")}, ""},
		{"a question put to the professional only", assessment.Participant, assessment.Answers{"step": assessment.Chosen("step_4"), "ability_tried": assessment.Chosen("no")}, "ability_tried other_rater"},
		{"questions that are not there", assessment.Professional, assessment.Answers{"zodiac": assessment.Chosen("leo"), "aura": assessment.Written("x")}, "aura unknown_question, zodiac unknown_question"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said(in.Validate(c.rater, c.answers, false)); got != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}

// amina is a whole assessment by a professional, children and interpreter and all.
func amina() assessment.Answers {
	return assessment.Answers{
		"own_goal":             assessment.Written("Jag vill arbeta i kök igen, och orka hela dagen."),
		"household":            assessment.Chosen("alone_with_children"),
		"has_children":         assessment.Chosen("yes"),
		"assistance_time":      assessment.Chosen("two_years_or_more"),
		"main_cause":           assessment.Chosen("ill_health"),
		"physical_health":      assessment.Chosen("some"),
		"mental_health":        assessment.Chosen("none"),
		"care_contact":         assessment.Chosen("yes"),
		"swedish":              assessment.Chosen("easy_swedish"),
		"interpreter_language": assessment.Written("arabiska"),
		"language_support":     assessment.Chosen("yes"),
		"studies_swedish":      assessment.Chosen("yes"),
		"obstacles":            assessment.ChosenMany("debts", "housing"),
		"work_experience":      assessment.Chosen("both"),
		"education":            assessment.Chosen("vocational"),
		"strengths":            assessment.ChosenMany("drive", "network"),
		"child_care":           assessment.Chosen("partly"),
		"childrens_best":       assessment.Written("Hämtning före 16 varje dag."),
		"children_heard":       assessment.Chosen("through_parent"),
		"hours_now":            assessment.Counted(8),
		"ability":              assessment.Chosen("h30"),
		"ability_tried":        assessment.Chosen("no"),
		"step":                 assessment.Chosen("step_4"),
		"next_need":            assessment.ChosenMany("rehabilitation", "swedish_studies"),
	}
}

func TestValidateComplete(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	for _, c := range []struct {
		name   string
		change func(assessment.Answers)
		want   string
	}{
		{"everything that is called for", func(assessment.Answers) {}, ""},
		{"the child's best is left out", func(a assessment.Answers) { delete(a, "childrens_best") }, "childrens_best required"},
		{"the child's best is left for later", func(a assessment.Answers) { a["childrens_best"] = assessment.AskLater() }, "childrens_best required"},
		{"no children, so nothing about them", func(a assessment.Answers) {
			a["has_children"] = assessment.Chosen("no")
			delete(a, "childrens_best")
			delete(a, "child_care")
			delete(a, "children_heard")
		}, ""},
		{"unsafe at home, and no word about help", func(a assessment.Answers) { a["safe_at_home"] = assessment.Chosen("no") }, "safety_help required"},
		{"two things", func(a assessment.Answers) { delete(a, "ability"); delete(a, "own_goal") }, "own_goal required, ability required"},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers := amina()
			c.change(answers)
			if got := said(in.Validate(assessment.Professional, answers, true)); got != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}
