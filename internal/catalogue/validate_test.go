package catalogue

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

func TestAnInterventionThatIsWhole(t *testing.T) {
	if f := Validate(greenhouse()); len(f) > 0 {
		t.Fatal(f.Err())
	}
}

func TestWhatAnInterventionMustHave(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Intervention)
		field string
		key   string
	}{
		{"no name", func(i *Intervention) { i.Name = " " }, "name", "catalogue.name_missing"},
		{"a name too long in letters", func(i *Intervention) { i.Name = strings.Repeat("ö", MaxName+1) }, "name", "catalogue.text_too_long"},
		{"no purpose", func(i *Intervention) { i.Purpose = "" }, "purpose", "catalogue.purpose_missing"},
		{"nobody runs it", func(i *Intervention) { i.Provider = "" }, "provider", "catalogue.provider_missing"},
		{"a contact too long", func(i *Intervention) { i.Contact = strings.Repeat("x", MaxName+1) }, "contact", "catalogue.text_too_long"},
		{"a locality too long", func(i *Intervention) { i.Locality = strings.Repeat("x", MaxName+1) }, "locality", "catalogue.text_too_long"},
		{"a language that is none", func(i *Intervention) { i.Tongues = []Tongue{"x"} }, "languages", "catalogue.choose_one"},
		{"no kind", func(i *Intervention) { i.Kind = "" }, "kind", "catalogue.choose_one"},
		{"a theme that is none", func(i *Intervention) { i.Theme = "x" }, "theme", "catalogue.choose_one"},
		{"step 0", func(i *Intervention) { i.StepFrom = 0 }, "step_from", "catalogue.step_outside"},
		{"step 7", func(i *Intervention) { i.LeadsTo = 7 }, "leads_to", "catalogue.step_outside"},
		{"steps backwards", func(i *Intervention) { i.StepTo = 2 }, "step_to", "catalogue.most_below_least"},
		{"leads below where it starts", func(i *Intervention) { i.LeadsTo = 2 }, "leads_to", "catalogue.leads_down"},
		{"places below nothing", func(i *Intervention) { i.Places = -1 }, "places", "catalogue.places_outside"},
		{"a place of no hours", func(i *Intervention) { i.HoursPerPlace = 0 }, "hours_per_place", "catalogue.hours_outside"},
		{"a place beyond full time", func(i *Intervention) { i.HoursPerPlace = 41 }, "hours_per_place", "catalogue.hours_outside"},
		{"hours backwards", func(i *Intervention) { i.HoursTo = 5 }, "hours_to", "catalogue.most_below_least"},
		{"a cohort without a day", func(i *Intervention) { i.Start = Cohort }, "start_days", "catalogue.start_days_missing"},
		{"neither rolling nor cohort", func(i *Intervention) { i.Start = "" }, "start", "catalogue.choose_one"},
		{"longer than the programme", func(i *Intervention) { i.MaxWeeks = MaxWeeks + 1 }, "max_weeks", "catalogue.weeks_outside"},
		{"a negative price", func(i *Intervention) { i.Price = -1 }, "price", "catalogue.price_negative"},
		{"ages backwards", func(i *Intervention) { i.Criteria.Age = &Range{40, 30} }, "criteria.age", "catalogue.most_below_least"},
		{"children", func(i *Intervention) { i.Criteria.Age = &Range{12, 30} }, "criteria.age", "catalogue.age_outside"},
		{"ability beyond a week", func(i *Intervention) { i.Criteria.Ability = &Range{10, 50} }, "criteria.ability", "catalogue.hours_outside"},
		{"a level that is none", func(i *Intervention) { i.Criteria.Swedish = "fluent" }, "criteria.swedish", "catalogue.choose_one"},
		{"a cause that is none", func(i *Intervention) { i.Criteria.MainCauses = []MainCause{"x"} }, "criteria.main_causes", "catalogue.choose_one"},
		{"a decision that is none", func(i *Intervention) { i.Criteria.Decisions = []Decision{"x"} }, "criteria.decisions", "catalogue.choose_one"},
		{"a card that is none", func(i *Intervention) { i.Evidence = "x" }, "evidence", "catalogue.choose_one"},
		{"a group that is none", func(i *Intervention) { i.Criteria.Excludes = []Group{"x"} }, "criteria.excludes", "catalogue.choose_one"},
	} {
		i := greenhouse()
		c.spoil(&i)
		f := Validate(i)
		if !slices.ContainsFunc(f, func(x fault.Field) bool { return x.Name == c.field && x.Text.Key == c.key }) {
			t.Errorf("%s: want %s at %s, got %v", c.name, c.key, c.field, f.Err())
		}
	}
}

func TestNextStart(t *testing.T) {
	cohort := greenhouse()
	cohort.Start = Cohort
	cohort.StartDays = []period.Day{day("2026-08-17"), day("2026-01-12"), day("2026-03-30")}
	for _, c := range []struct {
		name  string
		of    Intervention
		from  string
		want  string
		found bool
	}{
		{"rolling starts at once", greenhouse(), "2026-03-02", "2026-03-02", true},
		{"a cohort waits for its day", cohort, "2026-03-02", "2026-03-30", true},
		{"on the day itself", cohort, "2026-03-30", "2026-03-30", true},
		{"after the last there is none", cohort, "2026-08-18", "", false},
	} {
		got, found := c.of.NextStart(day(c.from))
		if found != c.found || (found && got != day(c.want)) {
			t.Errorf("%s: %s %v", c.name, got, found)
		}
	}
}
