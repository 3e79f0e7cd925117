package studies_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/studies"
)

// A question is asked by the name that its answer has in a file, in the same order.
func TestQuestionsAreNamedAsTheFacts(t *testing.T) {
	var asked []string
	for _, q := range studies.Questions() {
		asked = append(asked, string(q))
	}
	var names []string
	for _, field := range reflect.VisibleFields(reflect.TypeFor[studies.Facts]()) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if named := field.Tag.Get("yaml"); named != name {
			t.Errorf("%s is %s in JSON and %s in YAML", field.Name, name, named)
		}
		names = append(names, name)
	}
	slices.Sort(asked)
	slices.Sort(names)
	if !slices.Equal(asked, names) {
		t.Errorf("the questions are %v, the facts %v", asked, names)
	}
}

// The words that others read: of a level in a file, and of an outcome in an answer.
func TestWords(t *testing.T) {
	if got := studies.Levels(); !slices.Equal(got, []studies.Level{"sfi", "basic", "upper_secondary", "higher"}) {
		t.Errorf("%v", got)
	}
	if got := studies.Outcomes(); !slices.Equal(got, []studies.Outcome{"met", "not_met", "unknown"}) {
		t.Errorf("%v", got)
	}
}

// What would settle a line is asked for, and only that.
func TestAsksForWhatWouldSettleIt(t *testing.T) {
	yes, no := true, false
	grown := period.MustDay("1990-05-06")
	for name, c := range map[string]struct {
		facts studies.Facts
		want  []studies.Question
	}{
		"nothing is known":                     {studies.Facts{}, []studies.Question{"level", "birth", "parents_duty", "unaccompanied"}},
		"who came with parents":                {studies.Facts{Level: studies.Swedish, ParentsDuty: &no, Unaccompanied: &no}, []studies.Question{"birth"}},
		"who came without, of unknown age":     {studies.Facts{Level: studies.Swedish, ParentsDuty: &no, Unaccompanied: &yes}, []studies.Question{"birth"}},
		"who has parents, whatever their age":  {studies.Facts{ParentsDuty: &yes}, nil},
		"who is too old, whatever is unknown":  {studies.Facts{Birth: &grown}, nil},
		"who studies at another level already": {studies.Facts{Level: studies.Basic}, nil},
	} {
		checked, err := studies.Check(law.Sweden(), c.facts, period.MustDay("2026-03-02"))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range checked.Lines {
			if line.Code == studies.UpperSecondaryUnder && !slices.Equal(line.Missing, c.want) {
				t.Errorf("%s: asks for %v", name, line.Missing)
			}
		}
	}
}
