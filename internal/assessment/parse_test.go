package assessment_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/assessment"
)

func instrument(t interface{ Fatalf(string, ...any) }, code string) *assessment.Instrument {
	in := assessment.Instruments()[code]
	if in == nil {
		t.Fatalf("no instrument %s", code)
	}
	return in
}

// Parse holds most of it; this holds that what it read is what is meant.
func TestInstrumentsThatComeWithTheProgramme(t *testing.T) {
	codes := slices.Sorted(maps.Keys(assessment.Instruments()))
	if !slices.Equal(codes, []string{assessment.JointAssessment, assessment.Progression}) {
		t.Fatalf("instruments %v", codes)
	}
	for _, in := range assessment.Instruments() {
		for _, s := range in.Sections {
			for _, q := range s.Questions {
				for _, language := range []string{"sv", "en"} {
					for _, r := range []assessment.Rater{assessment.Participant, assessment.Professional} {
						if q.Asks(r)[language] == "" {
							t.Errorf("%s %s has no text for the %s in %s", in.Code, q.Code, r, language)
						}
					}
				}
			}
		}
	}
}

func TestProgressionAsksAllElevenThemesOfBoth(t *testing.T) {
	in := instrument(t, assessment.Progression)
	var asked []assessment.Theme
	for _, s := range in.Sections {
		for _, q := range s.Questions {
			if q.Fills != assessment.FillsTheme {
				continue
			}
			asked = append(asked, assessment.Theme(q.Code))
			if !q.For(assessment.Participant) || !q.For(assessment.Professional) || len(q.Professional) == 0 {
				t.Errorf("%s is not asked of both in their own words", q.Code)
			}
			if q.Min != 1 || q.Max != 5 {
				t.Errorf("%s is on a scale of its own", q.Code)
			}
		}
	}
	if !slices.Equal(asked, assessment.Themes()) || len(asked) != 11 || in.EveryMonths != 3 {
		t.Errorf("asks %v every %d months", asked, in.EveryMonths)
	}
}

// The joint assessment can come to everything that a profile has.
func TestJointAssessmentCoversTheProfile(t *testing.T) {
	var barriers []assessment.Barrier
	var protective []assessment.Protective
	hours, steps := map[int]bool{}, map[int]bool{}
	for _, s := range instrument(t, assessment.JointAssessment).Sections {
		for _, q := range s.Questions {
			for _, o := range q.Options {
				barriers = append(barriers, o.Sets.Barrier)
				protective = append(protective, o.Sets.Protective)
				steps[o.Sets.LadderStep] = true
				if o.Sets.AbilityHours != nil {
					hours[*o.Sets.AbilityHours] = true
				}
			}
		}
	}
	for _, b := range assessment.Barriers() {
		if !slices.Contains(barriers, b) {
			t.Errorf("nothing sets the barrier %s", b)
		}
	}
	for _, p := range assessment.ProtectiveFactors() {
		if !slices.Contains(protective, p) {
			t.Errorf("nothing sets the strength %s", p)
		}
	}
	for _, h := range assessment.AbilityBands() {
		if !hours[h] {
			t.Errorf("nothing sets %d hours", h)
		}
	}
	for step := assessment.FirstStep; step <= assessment.LastStep; step++ {
		if !steps[step] {
			t.Errorf("nothing sets step %d", step)
		}
	}
}

const small = `
code: small
version: "1"
title: {sv: T, en: T}
purpose: {sv: P, en: P}
sections:
  - code: first
    title: {sv: A, en: A}
    questions:
      - {code: secret, kind: one_of, private: true, text: {sv: Q, en: Q}, options: [{code: a, text: {sv: O, en: O}}]}
      - {code: mine, kind: one_of, raters: [participant], text: {sv: Q, en: Q}, options: [{code: a, text: {sv: O, en: O}}]}
      - {code: count, kind: number, min: 0, max: 9, text: {sv: Q, en: Q}}
      - QUESTION
`

func TestParseRefuses(t *testing.T) {
	with := func(question string) string { return strings.Replace(small, "QUESTION", question, 1) }
	const fine = `{code: last, kind: text, text: {sv: Q, en: Q}}`
	if _, err := assessment.Parse([]byte(with(fine))); err != nil {
		t.Fatalf("the one that is right: %v", err)
	}
	for _, c := range []struct{ name, file, says string }{
		{"nothing", "", "code"},
		{"not YAML", "{", ""},
		{"a tag that the YAML library panics on", "sections: !a a", "not an instrument"},
		{"a field that does not exist", with(`{code: last, kind: text, text: {sv: Q, en: Q}, colour: red}`), "colour"},
		{"no English", with(`{code: last, kind: text, text: {sv: Q}}`), "question last: no text in en"},
		{"no Swedish option", with(`{code: last, kind: one_of, text: {sv: Q, en: Q}, options: [{code: a, text: {en: O}}]}`), "option a: no text in sv"},
		{"a code used twice", with(`{code: count, kind: text, text: {sv: Q, en: Q}}`), "a code of its own"},
		{"a code with spaces", with(`{code: my own, kind: text, text: {sv: Q, en: Q}}`), "a code of its own"},
		{"no such kind", with(`{code: last, kind: guess, text: {sv: Q, en: Q}}`), "no such kind"},
		{"a choice of nothing", with(`{code: last, kind: one_of, text: {sv: Q, en: Q}}`), "they need some"},
		{"a scale without ends", with(`{code: last, kind: scale, text: {sv: Q, en: Q}}`), "they need both"},
		{"a scale without words for its ends", with(`{code: last, kind: scale, min: 1, max: 5, text: {sv: Q, en: Q}}`), "min_text"},
		{"a scale backwards", with(`{code: last, kind: number, min: 5, max: 1, text: {sv: Q, en: Q}}`), "they need both"},
		{"shown by a later question", with(`{code: last, kind: text, text: {sv: Q, en: Q}, show_when: {all: [{question: after, is: [a]}]}}`), "does not come before"},
		{"shown by itself", with(`{code: last, kind: text, text: {sv: Q, en: Q}, show_when: {any: [{question: last, is: [a]}]}}`), "does not come before"},
		{"shown by an option that is not there", with(`{code: last, kind: text, raters: [participant], text: {sv: Q, en: Q}, show_when: {all: [{question: mine, is: [b]}]}}`), "does not have: b"},
		{"shown by a question the other is not asked", with(`{code: last, kind: text, text: {sv: Q, en: Q}, show_when: {all: [{question: mine, is: [a]}]}}`), "not put to the professional"},
		{"gives away a private answer", with(`{code: last, kind: text, text: {sv: Q, en: Q}, show_when: {all: [{question: secret, is: [a]}]}}`), "private"},
		{"a number compared with an option", with(`{code: last, kind: text, text: {sv: Q, en: Q}, show_when: {all: [{question: count, is: [a]}]}}`), "is belongs to"},
		{"a condition that says nothing", with(`{code: last, kind: text, text: {sv: Q, en: Q}, show_when: {all: [{question: count}]}}`), "at_least and at_most"},
		{"a barrier that is none", with(`{code: last, kind: one_of, text: {sv: Q, en: Q}, options: [{code: a, text: {sv: O, en: O}, sets: {barrier: laziness}}]}`), "no such barrier"},
		{"an ability between the bands", with(`{code: last, kind: one_of, text: {sv: Q, en: Q}, options: [{code: a, text: {sv: O, en: O}, sets: {ability_hours: 15}}]}`), "no such ability band"},
		{"a seventh step", with(`{code: last, kind: one_of, text: {sv: Q, en: Q}, options: [{code: a, text: {sv: O, en: O}, sets: {ladder_step: 7}}]}`), "no such step"},
		{"a theme that is none", with(`{code: last, kind: scale, min: 1, max: 5, fills: theme, min_text: {sv: a, en: a}, max_text: {sv: b, en: b}, text: {sv: Q, en: Q}}`), "fills a theme"},
		{"a rater that is none", with(`{code: last, kind: text, raters: [partner], text: {sv: Q, en: Q}}`), "no such rater"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := assessment.Parse([]byte(c.file))
			if err == nil || in != nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want it to say %q", err, c.says)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(strings.Replace(small, "- QUESTION", "", 1)))
	f.Add([]byte("sections: !a a"))
	f.Add([]byte("code: [1, {}]\nsections: [null]"))
	f.Fuzz(func(t *testing.T, file []byte) {
		in, err := assessment.Parse(file)
		if (in == nil) == (err == nil) {
			t.Fatalf("%v and %v", in, err)
		}
		if err != nil {
			return
		}
		// What was taken can be used, with nothing answered.
		for _, r := range []assessment.Rater{assessment.Participant, assessment.Professional} {
			in.Shown(assessment.Talk{Rater: r}, nil)
			if f := in.Validate(r, nil, false); len(f) > 0 {
				t.Fatalf("nothing answered is wrong: %v", f)
			}
		}
	})
}
