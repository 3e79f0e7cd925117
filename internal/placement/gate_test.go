package placement

import (
	"errors"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
	"pgregory.net/rapid"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

type gateCase struct {
	Name       string         `yaml:"name"`
	On         period.Day     `yaml:"on"`
	Facts      map[string]any `yaml:"facts"`
	Outcome    Outcome        `yaml:"outcome"`
	NoSanction bool           `yaml:"no_sanction"`
	Lines      map[Code]struct {
		Outcome Outcome `yaml:"outcome"`
		Reason  Reason  `yaml:"reason"`
		Act     string  `yaml:"act"`
	} `yaml:"lines"`
}

func gateCases(t testing.TB) (usual map[string]any, cases []gateCase) {
	t.Helper()
	file, err := os.ReadFile("testdata/gate.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Usual map[string]any `yaml:"usual"`
		Cases []gateCase     `yaml:"cases"`
	}
	if err := yaml.UnmarshalWithOptions(file, &table, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return table.Usual, table.Cases
}

// factsOf are the usual facts with what the case changes.
func factsOf(t testing.TB, usual, changes map[string]any) GateFacts {
	t.Helper()
	merged := maps.Clone(usual)
	maps.Copy(merged, changes)
	maps.DeleteFunc(merged, func(_ string, value any) bool { return value == nil })
	text, err := yaml.Marshal(merged)
	if err != nil {
		t.Fatal(err)
	}
	var facts GateFacts
	if err := yaml.UnmarshalWithOptions(text, &facts, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return facts
}

func TestTheLegalGate(t *testing.T) {
	usual, cases := gateCases(t)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			result, err := Gate(factsOf(t, usual, c.Facts), c.On, law.Sweden())
			if err != nil {
				t.Fatal(err)
			}
			if result.Outcome != c.Outcome || result.NoSanction != c.NoSanction {
				t.Errorf("%s, no sanction %v; want %s, %v", result.Outcome, result.NoSanction, c.Outcome, c.NoSanction)
			}
			if len(result.Lines) != len(Codes()) {
				t.Fatalf("%d lines, want %d", len(result.Lines), len(Codes()))
			}
			for _, line := range result.Lines {
				want, named := c.Lines[line.Code]
				switch {
				case !named && line.Outcome != Allowed:
					t.Errorf("%s: %s because %s, want allowed", line.Code, line.Outcome, line.Reason)
				case named && (line.Outcome != want.Outcome || line.Reason != want.Reason):
					t.Errorf("%s: %s because %s, want %s because %s", line.Code, line.Outcome, line.Reason, want.Outcome, want.Reason)
				}
				if named && line.Act.Citation != want.Act {
					t.Errorf("%s: rests on %s, want %s", line.Code, line.Act.Citation, want.Act)
				}
			}
		})
	}
}

// Before the Social Services Act of 2025, between it and the activity requirement, and
// from the requirement on.
var (
	newAct      = period.MustDay("2025-07-01")
	requirement = period.MustDay("2026-07-01")
)

func timeOf(on period.Day) string {
	switch {
	case on < newAct:
		return "before 2025-07-01"
	case on < requirement:
		return "between"
	}
	return "from 2026-07-01"
}

// The table has a case for every reason that a line can give, named with the act, in each
// of the three times of the law, so that no reason is written that nobody has looked at.
// The requirement has a reason of its own for the time before it.
func TestEveryReasonHasACaseInEachTimeOfTheLaw(t *testing.T) {
	seen := map[string]bool{}
	_, cases := gateCases(t)
	names := map[string]bool{}
	for _, c := range cases {
		if names[c.Name] {
			t.Errorf("two cases are called %q", c.Name)
		}
		names[c.Name] = true
		for code, line := range c.Lines {
			if line.Act == "" {
				t.Errorf("%s: %s names no act", c.Name, code)
			}
			seen[string(code)+" "+string(line.Reason)+" "+timeOf(c.On)] = true
		}
	}
	if len(cases) < 60 {
		t.Errorf("%d cases, at least 60 are asked for", len(cases))
	}
	for _, code := range Codes() {
		for _, reason := range code.Reasons() {
			for _, time := range []period.Day{newAct - 1, newAct, requirement} {
				isLater := time == requirement
				ofItsTime := code != RequirementLine || reason == "help_first" || isLater == (reason != "not_in_force")
				if name := string(code) + " " + string(reason) + " " + timeOf(time); seen[name] != ofItsTime {
					t.Errorf("%s: has a case %v, want %v", name, seen[name], ofItsTime)
				}
			}
		}
	}
}

// On both border days and the day before each, every line is written out in a case.
func TestEveryLineIsWrittenOutOnTheBorderDays(t *testing.T) {
	_, cases := gateCases(t)
	for _, on := range []period.Day{newAct - 1, newAct, requirement - 1, requirement} {
		if !slices.ContainsFunc(cases, func(c gateCase) bool { return c.On == on && len(c.Lines) == len(Codes()) }) {
			t.Errorf("no case on %s names every line", on)
		}
	}
}

func TestNobodyIsReferredOnALawThatNobodyHasChecked(t *testing.T) {
	usual, _ := gateCases(t)
	_, err := Gate(factsOf(t, usual, nil), law.Sweden().LastKnownDay().AddDays(1), law.Sweden())
	var missing *law.MissingError
	if !errors.As(err, &missing) {
		t.Errorf("got %v, want a missing parameter", err)
	}
}

func TestAReferralPassesOnlyWithEverythingConfirmed(t *testing.T) {
	usual, _ := gateCases(t)
	gate := func(changes map[string]any) GateResult {
		result, err := Gate(factsOf(t, usual, changes), period.MustDay("2026-03-02"), law.Sweden())
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	toConfirm := gate(map[string]any{"wishes_considered": nil, "plan": "proposed"})
	isBlocked := gate(map[string]any{"wishes_considered": nil, "plan": "draft"})
	for _, c := range []struct {
		name      string
		result    GateResult
		confirmed []Code
		want      fault.Code
		fields    []string
	}{
		{"nothing to confirm", gate(nil), nil, "", nil},
		{"nothing confirmed", toConfirm, nil, fault.Invalid, []string{"confirm.plan", "confirm.wishes"}},
		{"half confirmed", toConfirm, []Code{WishesLine}, fault.Invalid, []string{"confirm.plan"}},
		{"something else confirmed", toConfirm, []Code{EndLine}, fault.Invalid, []string{"confirm.plan", "confirm.wishes"}},
		{"all confirmed", toConfirm, []Code{WishesLine, PlanLine}, "", nil},
		{"what blocks cannot be confirmed away", isBlocked, Codes(), fault.Conflict, []string{"gate.plan"}},
	} {
		err := c.result.Pass(c.confirmed)
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
			continue
		}
		var names []string
		var refusal *fault.Error
		if errors.As(err, &refusal) {
			for _, f := range refusal.Fields {
				names = append(names, f.Name)
			}
		}
		if !slices.Equal(names, c.fields) {
			t.Errorf("%s: fields %v, want %v", c.name, names, c.fields)
		}
	}
}

// The outcome of the gate is the gravest of its lines, and a blocked referral never
// passes, whatever the facts and whatever is confirmed.
func TestTheGravestLineDecides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := period.MustDay("2024-01-01").AddDays(rapid.IntRange(0, 1000).Draw(t, "day"))
		facts := drawGateFacts(t)
		result, err := Gate(facts, on, law.Sweden())
		if err != nil {
			t.Fatal(err)
		}
		if last := result.Lines[len(result.Lines)-1]; last.Code != RequirementLine || last.Outcome != Allowed {
			t.Fatalf("the requirement neither stops nor opens, but: %+v", last)
		}
		gravest := 0
		for _, line := range result.Lines {
			gravest = max(gravest, slices.Index(Outcomes(), line.Outcome))
			if !slices.Contains(line.Code.Reasons(), line.Reason) || line.Act.Citation == "" {
				t.Fatalf("%+v", line)
			}
		}
		if result.Outcome != Outcomes()[gravest] {
			t.Fatalf("%s, gravest line %s", result.Outcome, Outcomes()[gravest])
		}
		if passes := result.Pass(result.ToConfirm()) == nil; passes != (result.Outcome != Blocked) {
			t.Fatalf("%s, passes with all confirmed: %v", result.Outcome, passes)
		}
	})
}

func drawGateFacts(t *rapid.T) GateFacts {
	maybe := func(name string) *bool {
		return rapid.SampledFrom([]*bool{nil, new(bool), ptr(true)}).Draw(t, name)
	}
	f := GateFacts{
		NeedInvestigated: maybe("need"), WishesConsidered: maybe("wishes"), LocalAgreement: maybe("agreement"),
		SeriousAddiction: maybe("addiction"), HelpOffered: maybe("help"), UpperSecondaryPupil: maybe("pupil"),
		AdultStudent: maybe("student"), StudiesLeadToWork: maybe("work"), BreaksOffStudies: maybe("breaks"),
		Municipal: rapid.Bool().Draw(t, "municipal"),
		Guarantee: rapid.SampledFrom(Guarantees()).Draw(t, "guarantee"),
		Kind:      rapid.SampledFrom(append(catalogue.Kinds(), "")).Draw(t, "kind"),
		Plan:      rapid.SampledFrom(append(plan.States(), "")).Draw(t, "plan"),
	}
	if rapid.Bool().Draw(t, "has days") {
		f.GuaranteeDays = ptr(rapid.IntRange(0, 900).Draw(t, "days"))
	}
	if rapid.Bool().Draw(t, "has end") {
		f.EndsOn = ptr(period.MustDay("2026-03-02").AddDays(rapid.IntRange(-30, 300).Draw(t, "end")))
	}
	return f
}

func ptr[T any](value T) *T { return &value }
