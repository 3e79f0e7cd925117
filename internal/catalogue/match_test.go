package catalogue

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
)

type id = ident.ID

func resultOf(results []CriterionResult, by Criterion) Outcome {
	for _, r := range results {
		if r.Criterion == by {
			return r.Outcome
		}
	}
	return ""
}

func TestEachCriterionHasItsReason(t *testing.T) {
	number := func(n int) *int { return &n }
	not := false
	if results := Match(greenhouse(), suited()); Overall(results) != Met || len(results) != 12 {
		t.Fatalf("the suited participant: %+v", results)
	}
	for _, c := range []struct {
		name   string
		change func(*Facts)
		by     Criterion
		want   Outcome
	}{
		{"too far down the ladder", func(f *Facts) { f.Step = number(2) }, ByStep, NotMet},
		{"too far up the ladder", func(f *Facts) { f.Step = number(5) }, ByStep, NotMet},
		{"step not assessed", func(f *Facts) { f.Step = nil }, ByStep, Unknown},
		{"at the lowest age", func(f *Facts) { f.Age = number(20) }, ByAge, Met},
		{"below it", func(f *Facts) { f.Age = number(19) }, ByAge, NotMet},
		{"at the highest age", func(f *Facts) { f.Age = number(64) }, ByAge, Met},
		{"above it", func(f *Facts) { f.Age = number(65) }, ByAge, NotMet},
		{"age not known", func(f *Facts) { f.Age = nil }, ByAge, Unknown},
		{"no hours yet", func(f *Facts) { f.Ability = number(0) }, ByAbility, NotMet},
		{"ability not assessed", func(f *Facts) { f.Ability = nil }, ByAbility, Unknown},
		{"just enough Swedish", func(f *Facts) { f.Swedish = EasySwedish }, BySwedish, Met},
		{"too little Swedish", func(f *Facts) { f.Swedish = LargeLimits }, BySwedish, NotMet},
		{"Swedish not known", func(f *Facts) { f.Swedish = "" }, BySwedish, Unknown},
		{"another cause", func(f *Facts) { f.MainCause = SocialReasons }, ByMainCause, NotMet},
		{"cause not known", func(f *Facts) { f.MainCause = "" }, ByMainCause, Unknown},
		{"lives elsewhere", func(f *Facts) { f.Locality = "Vadstena" }, ByLocality, NotMet},
		{"locality not shown", func(f *Facts) { f.Locality = "" }, ByLocality, Unknown},
		{"no decision by law", func(f *Facts) { f.Decisions = map[Decision]bool{LSS: false, SIUS: true} }, ByLSS, NotMet},
		{"decision not asked about", func(f *Facts) { f.Decisions = map[Decision]bool{LSS: true} }, BySIUS, Unknown},
		{"not enrolled", func(f *Facts) { f.EnrolledAF = &not }, ByEnrolled, NotMet},
		{"enrolment not known", func(f *Facts) { f.EnrolledAF = nil }, ByEnrolled, Unknown},
		{"in an excluded group", func(f *Facts) { f.Groups = map[Group]bool{SeriousAddiction: true, FullSickLeave: false} }, ByGroup(SeriousAddiction), NotMet},
		{"group not known", func(f *Facts) { f.Groups = nil }, ByGroup(FullSickLeave), Unknown},
		{"already where it cannot be combined", func(f *Facts) { f.With = []id{"walks", "laundry"} }, ByCombining, NotMet},
	} {
		facts := suited()
		c.change(&facts)
		results := Match(greenhouse(), facts)
		if got := resultOf(results, c.by); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.name, c.by, got, c.want)
		}
		if c.want == NotMet && Overall(results) != NotMet {
			t.Errorf("%s: overall %q", c.name, Overall(results))
		}
		if i := greenhouse(); Suits(&i, &facts) != Overall(results) {
			t.Errorf("%s: without reasons %q, with them %q", c.name, Suits(&i, &facts), Overall(results))
		}
	}
}

func TestThoseNotEnrolledCanBeAskedFor(t *testing.T) {
	i, facts, not := greenhouse(), suited(), false
	i.Criteria.EnrolledAF = &not
	if got := resultOf(Match(i, facts), ByUnlisted); got != NotMet {
		t.Errorf("an enrolled participant: %q", got)
	}
	facts.EnrolledAF = &not
	if got := resultOf(Match(i, facts), ByUnlisted); got != Met {
		t.Errorf("one who is not enrolled: %q", got)
	}
}

func TestWhatIsNotAskedIsNotChecked(t *testing.T) {
	i := greenhouse()
	i.Criteria = Criteria{}
	results := Match(i, Facts{})
	if len(results) != 1 || results[0].Criterion != ByStep {
		t.Errorf("only the step is always checked: %+v", results)
	}
}

// Knowing nothing never makes anybody suited: to forget a fact can only turn an
// answer into unknown, or leave it as it was.
func TestForgettingAFactNeverHelps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := drawFacts(t)
		fewer := forget(t, facts)
		i := greenhouse()
		before, after := Match(i, facts), Match(i, fewer)
		if Suits(&i, &fewer) != Overall(after) {
			t.Fatalf("without reasons %q, with them %q", Suits(&i, &fewer), Overall(after))
		}
		for k := range before {
			if after[k].Outcome != before[k].Outcome && after[k].Outcome != Unknown {
				t.Fatalf("%s went from %s to %s", before[k].Criterion, before[k].Outcome, after[k].Outcome)
			}
		}
	})
}

func drawFacts(t *rapid.T) Facts {
	age, step, ability := rapid.IntRange(15, 70).Draw(t, "age"), rapid.IntRange(1, 6).Draw(t, "step"), rapid.IntRange(0, 4).Draw(t, "ability")*10
	enrolled := rapid.Bool().Draw(t, "enrolled")
	return Facts{Age: &age, Step: &step, Ability: &ability,
		Swedish:    rapid.SampledFrom(SwedishLevels()).Draw(t, "swedish"),
		MainCause:  rapid.SampledFrom(MainCauses()).Draw(t, "cause"),
		Locality:   rapid.SampledFrom([]string{"Ryd", "Vadstena"}).Draw(t, "locality"),
		Decisions:  map[Decision]bool{LSS: rapid.Bool().Draw(t, "lss"), SIUS: rapid.Bool().Draw(t, "sius")},
		EnrolledAF: &enrolled,
		Groups:     map[Group]bool{SeriousAddiction: rapid.Bool().Draw(t, "addiction"), FullSickLeave: rapid.Bool().Draw(t, "ill")},
	}
}

func forget(t *rapid.T, f Facts) Facts {
	f.Decisions, f.Groups = maps.Clone(f.Decisions), maps.Clone(f.Groups)
	for _, one := range []func(){
		func() { f.Age = nil }, func() { f.Step = nil }, func() { f.Ability = nil }, func() { f.Swedish = "" },
		func() { f.MainCause = "" }, func() { f.Locality = "" }, func() { delete(f.Decisions, LSS) },
		func() { f.EnrolledAF = nil }, func() { delete(f.Groups, SeriousAddiction) },
	} {
		if rapid.Bool().Draw(t, "forget") {
			one()
		}
	}
	return f
}
