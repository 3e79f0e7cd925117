package gatefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// Facts that are written as they are kept read back as they were.
func TestReadsWhatIsKept(t *testing.T) {
	maybe := func(t *rapid.T, name string) *bool {
		yes, no := true, false
		return rapid.SampledFrom([]*bool{nil, &yes, &no}).Draw(t, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		day := period.MustDay("2026-03-02")
		want := placement.GateFacts{
			NeedInvestigated: maybe(t, "need"), WishesConsidered: maybe(t, "wishes"), LocalAgreement: maybe(t, "agreement"),
			SeriousAddiction: maybe(t, "addiction"), HelpOffered: maybe(t, "help"), UpperSecondaryPupil: maybe(t, "pupil"),
			AdultStudent: maybe(t, "student"), StudiesLeadToWork: maybe(t, "work"), BreaksOffStudies: maybe(t, "breaks"),
			Municipal: rapid.Bool().Draw(t, "municipal"), Kind: rapid.SampledFrom(catalogue.Kinds()).Draw(t, "kind"),
			Guarantee: rapid.SampledFrom(placement.Guarantees()[1:]).Draw(t, "guarantee"),
			Plan:      rapid.SampledFrom(plan.States()).Draw(t, "plan"),
		}
		if rapid.Bool().Draw(t, "has days") {
			n := rapid.IntRange(0, MostDays).Draw(t, "days")
			want.GuaranteeDays, want.EndsOn, want.AssistanceFrom = &n, &day, &day
		}
		file, err := json.Marshal(struct {
			On string `json:"on"`
			placement.GateFacts
		}{"2026-07-01", want})
		if err != nil {
			t.Fatal(err)
		}
		got, on, err := Read(file)
		if err != nil || on != period.MustDay("2026-07-01") || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: %+v, %s, %v", file, got, on, err)
		}
	})
}

func TestWhatIsLeftOutIsUnknown(t *testing.T) {
	got, _, err := Read([]byte(`{"on": "2026-07-01", "plan": null, "need_investigated": null}`))
	if err != nil || !reflect.DeepEqual(got, placement.GateFacts{Municipal: true}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAllThatIsWrongIsToldWithItsLine(t *testing.T) {
	_, _, err := Read([]byte(`{
"on": "2026-13-01", "plan": "signed",
"ends_on": 5,
"guarantee_days": -1, "help_offered": "yes",
"extra": 1}`))
	var wrong *fault.Error
	if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range wrong.Fields {
		got[f.Name] = fmt.Sprint(f.Text.Key, " ", f.Text.Args["Line"])
	}
	want := map[string]string{"on": "calc.facts.not_a_day 2", "plan": "calc.gate.word 2", "ends_on": "calc.facts.not_a_text 3",
		"guarantee_days": "calc.gate.days 4", "help_offered": "calc.facts.not_yes_or_no 4", "extra": "calc.facts.unknown_field 5"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	for name, file := range map[string]string{"no object": "[]", "no day": "{}", "nothing": ""} {
		if _, _, err := Read([]byte(file)); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
