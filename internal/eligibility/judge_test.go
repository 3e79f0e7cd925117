package eligibility_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/eligibility"
	"fotfaste/internal/law"
	"fotfaste/internal/period"

	"pgregory.net/rapid"
)

var start = period.MustDay("2026-03-02")

func rules(t interface{ Fatal(...any) }) law.Parameter[law.Programme] {
	r, err := law.Sweden().Programme(start)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func anyAnswer(t *rapid.T, name string) eligibility.Answer {
	return rapid.SampledFrom([]eligibility.Answer{eligibility.Unknown, eligibility.Yes, eligibility.No}).Draw(t, name)
}

func anyFacts(t *rapid.T) eligibility.Facts {
	facts := eligibility.Facts{
		SeeksWork: anyAnswer(t, "seeks work"), FarFromWork: anyAnswer(t, "far from work"),
		NeedsCoordination: anyAnswer(t, "needs coordination"), Assessed: anyAnswer(t, "assessed"),
	}
	if rapid.Bool().Draw(t, "birth known") {
		birth := start.AddDays(-rapid.IntRange(15*365, 70*365).Draw(t, "days old"))
		facts.Birth = &birth
	}
	if rapid.Bool().Draw(t, "months known") {
		months := rapid.IntRange(0, 12).Draw(t, "months")
		facts.MonthsSupported = &months
	}
	return facts
}

// The target group of 000 said once more, in one line.
func TestMetIsExactlyTheTargetGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		want := f.Birth != nil && f.Birth.YearsUntil(start) >= 25 && f.Birth.YearsUntil(start) <= 58 &&
			f.MonthsSupported != nil && *f.MonthsSupported >= 10 &&
			f.SeeksWork == "yes" && f.FarFromWork == "yes" && f.NeedsCoordination == "yes" && f.Assessed == "yes"
		if got := eligibility.Judge(f, rules(t), start).Overall; (got == eligibility.Met) != want {
			t.Fatalf("%+v came to %s", f, got)
		}
	})
}

func TestEveryCriterionIsExplainedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := eligibility.Judge(anyFacts(t), rules(t), start)
		var codes []eligibility.Code
		var used []eligibility.Fact
		worst := eligibility.Met
		for _, c := range v.Criteria {
			codes = append(codes, c.Code)
			if c.Source == "" || !strings.HasPrefix(c.Reason.Key, "eligibility.reason."+string(c.Code)+".") {
				t.Fatalf("%s has source %q and reason %q", c.Code, c.Source, c.Reason.Key)
			}
			for _, u := range c.Used {
				used = append(used, u.Fact)
				if (u.Value == nil) != (c.Outcome == eligibility.NotKnown) && c.Code != eligibility.AssessedWithInstrument {
					t.Fatalf("%s came to %s on %v", c.Code, c.Outcome, u.Value)
				}
			}
			if c.Outcome == eligibility.NotMet || c.Outcome == eligibility.NotKnown && worst == eligibility.Met {
				worst = c.Outcome
			}
		}
		if !slices.Equal(codes, eligibility.Codes()) || !slices.Equal(used, eligibility.AllFacts()) {
			t.Fatalf("criteria %v on %v", codes, used)
		}
		if v.Overall != worst {
			t.Fatalf("overall %s, worst %s", v.Overall, worst)
		}
	})
}

// Finding out one thing more never touches what was judged on the others, and never
// turns a no into anything else.
func TestLearningAFactMovesOnlyItsOwnCriterion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		known, learnt := anyFacts(t), anyFacts(t)
		more := known
		at := rapid.IntRange(0, reflect.TypeFor[eligibility.Facts]().NumField()-1).Draw(t, "which")
		field := reflect.ValueOf(&more).Elem().Field(at)
		if !field.IsZero() {
			return
		}
		field.Set(reflect.ValueOf(learnt).Field(at))
		before, after := eligibility.Judge(known, rules(t), start), eligibility.Judge(more, rules(t), start)
		for i := range before.Criteria {
			if i != at && !reflect.DeepEqual(before.Criteria[i], after.Criteria[i]) {
				t.Fatalf("%s was touched", before.Criteria[i].Code)
			}
		}
		if before.Overall == eligibility.NotMet && after.Overall != eligibility.NotMet {
			t.Fatalf("a no became %s", after.Overall)
		}
	})
}

// Nobody is sent away with nowhere to go, and nobody who is let in is sent away.
func TestAdviceGoesWithTheVerdict(t *testing.T) {
	waiting := []eligibility.AdviceCode{eligibility.FindOut, eligibility.BookAssessment}
	rapid.Check(t, func(t *rapid.T) {
		v := eligibility.Judge(anyFacts(t), rules(t), start)
		if (len(v.Advice) == 0) != (v.Overall == eligibility.Met) {
			t.Fatalf("%s with %v", v.Overall, v.Advice)
		}
		seen := map[eligibility.AdviceCode]bool{}
		for _, a := range v.Advice {
			if seen[a.Code] {
				t.Fatalf("%s is given twice", a.Code)
			}
			seen[a.Code] = true
			if slices.Contains(waiting, a.Code) != (v.Overall == eligibility.NotKnown) {
				t.Fatalf("%s is given for %s", a.Code, v.Overall)
			}
			for _, because := range a.Because {
				if !slices.Contains(v.With(v.Overall), because) {
					t.Fatalf("%s because of %s, which is not %s", a.Code, because, v.Overall)
				}
			}
		}
		if v.Overall == eligibility.NotMet && (!seen[eligibility.SocialAssistance] || !seen[eligibility.BudgetAndDebt]) {
			t.Fatalf("a no with only %v", v.Advice)
		}
	})
}

func TestFactsCheck(t *testing.T) {
	tomorrow, months, minus := start.AddDays(1), 13, -1
	for _, c := range []struct {
		name  string
		facts eligibility.Facts
		want  string
	}{
		{"nothing known", eligibility.Facts{}, ""},
		{"born after the start", eligibility.Facts{Birth: &tomorrow}, "birth eligibility.invalid.birth"},
		{"more months than there are", eligibility.Facts{MonthsSupported: &months}, "months_supported eligibility.invalid.months_supported"},
		{"fewer than none", eligibility.Facts{MonthsSupported: &minus}, "months_supported eligibility.invalid.months_supported"},
		{"neither yes nor no", eligibility.Facts{SeeksWork: "maybe"}, "seeks_work eligibility.invalid.answer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range c.facts.Check(start) {
				got = append(got, f.Name+" "+f.Text.Key)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
