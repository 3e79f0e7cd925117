package catalogue

import (
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
)

// Limits of an intervention.
const (
	MaxName     = 120 // runes
	MaxText     = 2000
	MaxPlaces   = 10_000
	FullTime    = 40 // hours per week
	LowestStep  = 1
	HighestStep = 6
	MaxWeeks    = 104 // the programme's one year and one year's extension (000)
)

// Validate checks an intervention before it is saved. Names of fields are those of
// the JSON form.
func Validate(i Intervention) fault.Fields {
	var f fault.Fields
	f.Check(strings.TrimSpace(i.Name) != "", "name", "catalogue.name_missing")
	f.Check(utf8.RuneCountInString(i.Name) <= MaxName, "name", "catalogue.text_too_long", "Most", MaxName)
	f.Check(strings.TrimSpace(i.Purpose) != "", "purpose", "catalogue.purpose_missing")
	f.Check(utf8.RuneCountInString(i.Purpose) <= MaxText, "purpose", "catalogue.text_too_long", "Most", MaxText)
	f.Check(!i.Provider.IsZero(), "provider", "catalogue.provider_missing")
	f.Check(known(i.Kind, Kinds()), "kind", "catalogue.choose_one")
	f.Check(known(i.Theme, Themes()), "theme", "catalogue.choose_one")
	f.Check(known(i.Category, Categories()), "category", "catalogue.choose_one")
	f.Check(known(i.PriceModel, PriceModels()), "price_model", "catalogue.choose_one")
	f.Check(i.Price >= 0, "price", "catalogue.price_negative")
	checkSteps(&f, i)
	checkRoom(&f, i)
	checkHours(&f, i)
	f.Check(0 <= i.MaxWeeks && i.MaxWeeks <= MaxWeeks, "max_weeks", "catalogue.weeks_outside", "Most", MaxWeeks)
	switch {
	case !known(i.Start, Starts()):
		f.Add("start", "catalogue.choose_one")
	case i.Start == Cohort && len(i.StartDays) == 0:
		f.Add("start_days", "catalogue.start_days_missing")
	}
	f.Check(utf8.RuneCountInString(i.Contact) <= MaxName, "contact", "catalogue.text_too_long", "Most", MaxName)
	f.Check(utf8.RuneCountInString(i.Locality) <= MaxName, "locality", "catalogue.text_too_long", "Most", MaxName)
	for _, l := range i.Tongues {
		f.Check(known(l, Tongues()), "languages", "catalogue.choose_one")
	}
	checkCriteria(&f, i.Criteria)
	if _, found := CardOf(i.Evidence); i.Evidence != "" && !found {
		f.Add("evidence", "catalogue.choose_one")
	}
	return f
}

func checkSteps(f *fault.Fields, i Intervention) {
	onLadder := func(step int) bool { return LowestStep <= step && step <= HighestStep }
	f.Check(onLadder(i.StepFrom), "step_from", "catalogue.step_outside", "Least", LowestStep, "Most", HighestStep)
	f.Check(onLadder(i.StepTo), "step_to", "catalogue.step_outside", "Least", LowestStep, "Most", HighestStep)
	f.Check(onLadder(i.LeadsTo), "leads_to", "catalogue.step_outside", "Least", LowestStep, "Most", HighestStep)
	f.Check(i.StepFrom <= i.StepTo, "step_to", "catalogue.most_below_least")
	f.Check(i.LeadsTo >= i.StepFrom, "leads_to", "catalogue.leads_down")
}

func checkRoom(f *fault.Fields, i Intervention) {
	f.Check(0 <= i.Places && i.Places <= MaxPlaces, "places", "catalogue.places_outside", "Most", MaxPlaces)
	f.Check(1 <= i.HoursPerPlace && i.HoursPerPlace <= FullTime, "hours_per_place", "catalogue.hours_outside", "Least", 1, "Most", FullTime)
}

func checkHours(f *fault.Fields, i Intervention) {
	f.Check(1 <= i.HoursFrom && i.HoursFrom <= FullTime, "hours_from", "catalogue.hours_outside", "Least", 1, "Most", FullTime)
	f.Check(1 <= i.HoursTo && i.HoursTo <= FullTime, "hours_to", "catalogue.hours_outside", "Least", 1, "Most", FullTime)
	f.Check(i.HoursFrom <= i.HoursTo, "hours_to", "catalogue.most_below_least")
}

func checkCriteria(f *fault.Fields, c Criteria) {
	if r := c.Age; r != nil {
		f.Check(16 <= r.Least && r.Most <= 120, "criteria.age", "catalogue.age_outside", "Least", 16, "Most", 120)
		f.Check(r.Least <= r.Most, "criteria.age", "catalogue.most_below_least")
	}
	if r := c.Ability; r != nil {
		f.Check(0 <= r.Least && r.Most <= FullTime, "criteria.ability", "catalogue.hours_outside", "Least", 0, "Most", FullTime)
		f.Check(r.Least <= r.Most, "criteria.ability", "catalogue.most_below_least")
	}
	f.Check(c.Swedish == "" || known(c.Swedish, SwedishLevels()), "criteria.swedish", "catalogue.choose_one")
	for _, cause := range c.MainCauses {
		f.Check(known(cause, MainCauses()), "criteria.main_causes", "catalogue.choose_one")
	}
	for _, d := range c.Decisions {
		f.Check(known(d, DecisionsRequired()), "criteria.decisions", "catalogue.choose_one")
	}
	for _, g := range c.Excludes {
		f.Check(known(g, Groups()), "criteria.excludes", "catalogue.choose_one")
	}
}
