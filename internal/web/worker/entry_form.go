package worker

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// readEntry reads what the form says of an intervention. Numbers and days that cannot be
// read are told in the form; what they may be is the catalogue's to say. What a provider
// may not change is not in its form, and is kept by the use case.
func readEntry(f *form.Form, v casework.EntryView) catalogue.Intervention {
	number := func(name string) int {
		if !v.All && !f.Sent(name) {
			return 0
		}
		return f.Int(name, -1_000_000, 1_000_000)
	}
	i := catalogue.Intervention{
		Provider: ident.ID(f.Raw("provider")), Name: f.Raw("name"), Purpose: f.Raw("purpose"), Contact: f.Raw("contact"),
		Kind: catalogue.Kind(f.Raw("kind")), Theme: catalogue.Theme(f.Raw("theme")), Category: catalogue.Category(f.Raw("category")),
		StepFrom: number("step_from"), StepTo: number("step_to"), LeadsTo: number("leads_to"),
		HoursFrom: number("hours_from"), HoursTo: number("hours_to"), Locality: f.Raw("locality"),
		Tongues:         codesOf[catalogue.Tongue](f, "languages"),
		LanguageSupport: f.Yes("language_support"), SupervisionOnSite: f.Yes("supervision_on_site"), Municipal: f.Yes("municipal"),
		Start: catalogue.Start(f.Raw("start")), PriceModel: catalogue.PriceModel(f.Raw("price_model")),
		Evidence: catalogue.Evidence(f.Raw("evidence")), Open: f.Yes("open"),
		Criteria: catalogue.Criteria{
			Age: rangeOf(f, "age"), Ability: rangeOf(f, "ability"), Swedish: catalogue.SwedishLevel(f.Raw("swedish")),
			MainCauses: codesOf[catalogue.MainCause](f, "main_causes"), Localities: commaList(f.Raw("localities")),
			Decisions: codesOf[catalogue.Decision](f, "decisions"), Excludes: codesOf[catalogue.Group](f, "excludes"),
			NotWith: codesOf[ident.ID](f, "not_with"),
		},
	}
	i.MaxWeeks, _ = f.IntIfAny("max_weeks", 0, 1_000_000)
	if price, ok := f.IntIfAny("price", -1_000_000, 1_000_000); ok {
		i.Price = money.Kronor(price)
	}
	if i.Start == catalogue.Cohort {
		i.StartDays = daysIn(f, "start_days")
	}
	if said := f.Raw("enrolled_af"); said == "yes" || said == "no" {
		enrolled := said == "yes"
		i.Criteria.EnrolledAF = &enrolled
	}
	known := make([]ident.ID, len(v.Others))
	for n, other := range v.Others {
		known[n] = other.ID
	}
	for _, id := range i.Criteria.NotWith {
		if !slices.Contains(known, id) {
			f.Wrong("not_with", "catalogue.choose_one")
			break
		}
	}
	return i
}

// codesOf are the ticked ones; the catalogue tells those that are none.
func codesOf[T ~string](f *form.Form, name string) []T {
	var codes []T
	for _, said := range f.All(name) {
		codes = append(codes, T(said))
	}
	return codes
}

// rangeOf is from the least to the most, nil where neither is said. One of two is not
// enough.
func rangeOf(f *form.Form, name string) *catalogue.Range {
	least, hasLeast := f.IntIfAny(name+"_least", -1_000_000, 1_000_000)
	most, hasMost := f.IntIfAny(name+"_most", -1_000_000, 1_000_000)
	switch {
	case hasLeast && hasMost:
		return &catalogue.Range{Least: least, Most: most}
	case hasLeast && f.Raw(name+"_most") == "":
		f.Wrong(name+"_most", "form.required")
	case hasMost && f.Raw(name+"_least") == "":
		f.Wrong(name+"_least", "form.required")
	}
	return nil
}

func commaList(text string) []string {
	var words []string
	for _, word := range strings.Split(text, ",") {
		if word = strings.TrimSpace(word); word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// daysIn are days with spaces, commas or line breaks between, in order.
func daysIn(f *form.Form, name string) []period.Day {
	var days []period.Day
	for _, word := range strings.FieldsFunc(f.Raw(name), func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' || r == '\r' }) {
		day, err := period.ParseDay(word)
		if err != nil {
			f.Wrong(name, "entry.start_day_unreadable", "Said", word)
			return nil
		}
		days = append(days, day)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// fillEntry puts what is said now into the fields.
func fillEntry(f *form.Form, i catalogue.Intervention) *form.Form {
	c := i.Criteria
	f.Fill("seen", i.Print()).Fill("name", i.Name).Fill("provider", string(i.Provider)).Fill("purpose", i.Purpose).Fill("contact", i.Contact).
		Fill("kind", string(i.Kind)).Fill("theme", string(i.Theme)).Fill("category", string(i.Category)).
		Fill("step_from", strconv.Itoa(i.StepFrom)).Fill("step_to", strconv.Itoa(i.StepTo)).Fill("leads_to", strconv.Itoa(i.LeadsTo)).
		Fill("hours_from", strconv.Itoa(i.HoursFrom)).Fill("hours_to", strconv.Itoa(i.HoursTo)).Fill("locality", i.Locality).
		Fill("languages", texts(i.Tongues)...).Fill("start", string(i.Start)).Fill("price_model", string(i.PriceModel)).
		Fill("evidence", string(i.Evidence)).Fill("swedish", string(c.Swedish)).Fill("main_causes", texts(c.MainCauses)...).
		Fill("localities", strings.Join(c.Localities, ", ")).Fill("decisions", texts(c.Decisions)...).Fill("excludes", texts(c.Excludes)...).
		Fill("not_with", texts(c.NotWith)...)
	for name, yes := range map[string]bool{"language_support": i.LanguageSupport, "supervision_on_site": i.SupervisionOnSite, "municipal": i.Municipal, "open": i.Open} {
		if yes {
			f.Fill(name, "yes")
		}
	}
	if i.MaxWeeks > 0 {
		f.Fill("max_weeks", strconv.Itoa(i.MaxWeeks))
	}
	if i.Price > 0 {
		f.Fill("price", strconv.FormatInt(int64(i.Price), 10))
	}
	var days []string
	for _, d := range i.StartDays {
		days = append(days, d.String())
	}
	f.Fill("start_days", strings.Join(days, " "))
	if c.Age != nil {
		f.Fill("age_least", strconv.Itoa(c.Age.Least)).Fill("age_most", strconv.Itoa(c.Age.Most))
	}
	if c.Ability != nil {
		f.Fill("ability_least", strconv.Itoa(c.Ability.Least)).Fill("ability_most", strconv.Itoa(c.Ability.Most))
	}
	if c.EnrolledAF != nil {
		f.Fill("enrolled_af", map[bool]string{true: "yes", false: "no"}[*c.EnrolledAF])
	}
	return f
}

func texts[T ~string](codes []T) []string {
	words := make([]string, len(codes))
	for n, c := range codes {
		words[n] = string(c)
	}
	return words
}

// besideEntry puts what the catalogue says of criteria beside the fields of the form.
func besideEntry(err error) error {
	var refusal *fault.Error
	if !errors.As(err, &refusal) {
		return err
	}
	for n, f := range refusal.Fields {
		name := strings.TrimPrefix(f.Name, "criteria.")
		if name == "age" || name == "ability" {
			name += "_most"
		}
		refusal.Fields[n].Name = name
	}
	return err
}

// fieldGroup is the fields of one part of an entry, under its heading.
type fieldGroup struct {
	Heading string
	Fields  []form.Field
	Fold    bool // many to choose among: opened by who needs it
}

// entryFields are the fields that the reader may fill in. The room is asked for when an
// intervention is added, and changed on a page of its own.
func entryFields(f layout.Frame, x *form.Form, v casework.EntryView, isNew bool) []fieldGroup {
	coded := func(prefix string) func(string) string { return func(c string) string { return f.Code(prefix, c) } }
	options := func(codes []string, prefix string) []form.Option { return form.Options(codes, coded(prefix)) }
	yesNo := []form.Option{{Value: "yes", Text: f.Text("entry.enrolled_yes")}, {Value: "no", Text: f.Text("entry.enrolled_no")}}
	var providers, others, cards []form.Option
	for _, o := range v.Providers {
		providers = append(providers, form.Option{Value: string(o.ID), Text: o.Name})
	}
	for _, o := range v.Others {
		others = append(others, form.Option{Value: string(o.ID), Text: o.Name})
	}
	for _, c := range catalogue.Cards() {
		cards = append(cards, form.Option{Value: string(c.Code), Text: f.Fault(c.Name())})
	}
	groups := []fieldGroup{{Heading: f.Text("entry.what")}}
	add := func(fields ...form.Field) {
		last := &groups[len(groups)-1]
		last.Fields = append(last.Fields, fields...)
	}
	if v.All {
		add(x.TextField("name", "entry.name"), x.SelectField("provider", "entry.provider", providers))
	}
	add(x.AreaField("purpose", "entry.purpose", 4).Limit(catalogue.MaxText), x.TextField("contact", "entry.contact").Optional())
	if v.All {
		add(x.SelectField("kind", "entry.kind", options(texts(catalogue.Kinds()), "catalogue.kind.")),
			x.SelectField("theme", "entry.theme", options(texts(catalogue.Themes()), "catalogue.theme.")),
			x.SelectField("category", "entry.category", options(texts(catalogue.Categories()), "catalogue.category.")),
			x.SelectField("evidence", "entry.evidence", cards).Optional(), x.CheckboxField("municipal", "entry.municipal"))
	}
	groups = append(groups, fieldGroup{Heading: f.Text("entry.where")})
	add(x.TextField("locality", "entry.locality").Optional(), x.CheckboxesField("languages", "entry.languages", options(texts(catalogue.Tongues()), "catalogue.language.")).Optional(),
		x.CheckboxField("language_support", "entry.language_support"), x.CheckboxField("supervision_on_site", "entry.supervision_on_site"))
	groups = append(groups, fieldGroup{Heading: f.Text("entry.when")})
	add(x.RadioField("start", "entry.start", options(texts(catalogue.Starts()), "catalogue.start.")), x.AreaField("start_days", "entry.start_days", 2).Optional(),
		x.NumberField("max_weeks", "entry.max_weeks", f.Text("entry.unit.weeks")).Optional(), x.CheckboxField("open", "entry.open"))
	groups = append(groups, fieldGroup{Heading: f.Text("entry.whom")})
	add(x.NumberField("step_from", "entry.step_from", ""), x.NumberField("step_to", "entry.step_to", ""), x.NumberField("leads_to", "entry.leads_to", ""),
		x.NumberField("age_least", "entry.age_least", f.Text("entry.unit.years")).Optional(), x.NumberField("age_most", "entry.age_most", f.Text("entry.unit.years")).Optional(),
		x.NumberField("ability_least", "entry.ability_least", f.Text("entry.unit.hours")).Optional(), x.NumberField("ability_most", "entry.ability_most", f.Text("entry.unit.hours")).Optional(),
		x.SelectField("swedish", "entry.swedish", options(texts(catalogue.SwedishLevels()), "catalogue.swedish.")).Optional(),
		x.CheckboxesField("main_causes", "entry.main_causes", options(texts(catalogue.MainCauses()), "catalogue.main_cause.")).Optional(),
		x.TextField("localities", "entry.localities").Optional(),
		x.CheckboxesField("decisions", "entry.decisions", options(texts(catalogue.DecisionsRequired()), "catalogue.decision.")).Optional(),
		x.SelectField("enrolled_af", "entry.enrolled_af", yesNo).Optional(),
		x.CheckboxesField("excludes", "entry.excludes", options(texts(catalogue.Groups()), "catalogue.group.")).Optional())
	if len(others) > 0 {
		groups = append(groups, fieldGroup{Heading: f.Text("entry.not_with"), Fold: true})
		add(x.CheckboxesField("not_with", "entry.not_with", others).Optional())
	}
	if v.All {
		groups = append(groups, fieldGroup{Heading: f.Text("entry.hours")})
		add(x.NumberField("hours_from", "entry.hours_from", f.Text("entry.unit.hours")), x.NumberField("hours_to", "entry.hours_to", f.Text("entry.unit.hours")))
		if isNew {
			add(x.NumberField("places", "entry.places", ""), x.NumberField("hours_per_place", "entry.hours_per_place", f.Text("entry.unit.hours")))
		}
		add(x.SelectField("price_model", "entry.price_model", options(texts(catalogue.PriceModels()), "catalogue.price_model.")),
			x.NumberField("price", "entry.price", f.Text("entry.unit.kronor")).Optional())
	}
	return groups
}
