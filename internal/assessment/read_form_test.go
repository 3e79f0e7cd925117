package assessment_test

import (
	"reflect"
	"testing"

	"fotfaste/internal/assessment"

	"pgregory.net/rapid"
)

func TestReadForm(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	alone := assessment.Talk{Rater: assessment.Professional, Alone: true}
	for _, c := range []struct {
		name string
		talk assessment.Talk
		form map[string][]string
		want assessment.Answers
		says string
	}{
		{"nothing", alone, nil, assessment.Answers{}, ""},
		{"fields of somebody else", alone, map[string][]string{"token": {"x"}, "version": {"3"}}, assessment.Answers{}, ""},
		{"a choice", alone, map[string][]string{"ability": {"h20"}}, assessment.Answers{"ability": assessment.Chosen("h20")}, ""},
		{"several", alone, map[string][]string{"obstacles": {"debts", "family"}}, assessment.Answers{"obstacles": assessment.ChosenMany("debts", "family")}, ""},
		{"nothing chosen of several", alone, map[string][]string{"obstacles": {""}}, assessment.Answers{}, ""},
		{"words as a browser sends them", alone, map[string][]string{"own_goal": {" Kök.\r\nHela dagen. "}}, assessment.Answers{"own_goal": assessment.Written("Kök.\nHela dagen.")}, ""},
		{"a number", alone, map[string][]string{"hours_now": {" 0 "}}, assessment.Answers{"hours_now": assessment.Counted(0)}, ""},
		{"a half", alone, map[string][]string{"hours_now": {"7,5"}}, assessment.Answers{}, "hours_now whole_number"},
		{"a number too large to hold", alone, map[string][]string{"hours_now": {"99999999999999999999"}}, assessment.Answers{}, "hours_now whole_number"},
		{"left for later", alone, map[string][]string{"ability": {""}, "ability.later": {"on"}}, assessment.Answers{"ability": assessment.AskLater()}, ""},
		{"left for later, with something unreadable in the field", alone, map[string][]string{"hours_now": {"några"}, "hours_now.later": {"on"}}, assessment.Answers{}, "hours_now whole_number"},
		{"left for later, then answered", alone, map[string][]string{"ability": {"h20"}, "ability.later": {"on"}}, assessment.Answers{"ability": assessment.Chosen("h20")}, ""},
		{"a private answer in private", alone, map[string][]string{"safe_at_home": {"no"}}, assessment.Answers{"safe_at_home": assessment.Chosen("no")}, ""},
		{"a private answer with others in the room", assessment.Talk{Rater: assessment.Professional},
			map[string][]string{"safe_at_home": {"no"}}, assessment.Answers{}, "safe_at_home not_alone"},
		{"an answer that is not the participant's to give", assessment.Talk{Rater: assessment.Participant, Alone: true},
			map[string][]string{"ability_tried": {"no"}}, assessment.Answers{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := in.ReadForm(c.talk, c.form)
			if !reflect.DeepEqual(got, c.want) || said(faults) != c.says {
				t.Errorf("read %#v, says %q; want says %q", map[string]assessment.Answer(got), said(faults), c.says)
			}
		})
	}
}

// Whatever is sent, reading it makes answers that at worst are refused, and what is
// refused is never scored as something the profile does not have.
func TestAnythingCanBeSent(t *testing.T) {
	in := instrument(t, assessment.JointAssessment)
	var fields, values []string
	for _, s := range in.Sections {
		for _, q := range s.Questions {
			fields = append(fields, q.Code, assessment.LaterField(q.Code))
			for _, o := range q.Options {
				values = append(values, o.Code)
			}
		}
	}
	values = append(values, "", "7", "-1", "x")
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.MapOf(rapid.SampledFrom(fields),
			rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(values), rapid.String()), 0, 3)).Draw(t, "form")
		talk := assessment.Talk{
			Rater: rapid.SampledFrom([]assessment.Rater{assessment.Participant, assessment.Professional}).Draw(t, "rater"),
			Alone: rapid.Bool().Draw(t, "alone"),
		}
		answers, faults := in.ReadForm(talk, form)
		for _, f := range faults {
			if _, there := answers[f.Name]; there {
				t.Fatalf("%s was refused and kept", f.Name)
			}
		}
		wrong := in.Validate(talk.Rater, answers, false)
		p := in.Score(talk.Rater, answers)
		if p.LadderStep < 0 || p.LadderStep > assessment.LastStep {
			t.Fatalf("step %d", p.LadderStep)
		}
		if len(wrong) > 0 {
			return
		}
		done, asked := 0, 0
		for _, section := range in.Progress(talk.Rater, answers) {
			if section.Done+section.Later > section.Total {
				t.Fatalf("%+v", section)
			}
			done, asked = done+section.Done, asked+section.Required
		}
		if complete := len(in.Validate(talk.Rater, answers, true)) == 0; complete != (asked == 0) {
			t.Fatalf("complete %t with %d required left", complete, asked)
		}
		if done > len(answers) {
			t.Fatalf("%d done of %d answered", done, len(answers))
		}
	})
}
