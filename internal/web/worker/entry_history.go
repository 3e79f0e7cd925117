package worker

import (
	"strconv"

	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
)

// historyTable is who said what of the intervention, and when: a line for each thing that
// was changed, from what to what.
func historyTable(f layout.Frame, v casework.InterventionView) layout.Table {
	t := layout.Table{Caption: f.Text("entry.history"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("entry.history.when")}, {Text: f.Text("entry.history.who")}, {Text: f.Text("entry.history.what")},
			{Text: f.Text("entry.history.from")}, {Text: f.Text("entry.history.to")}},
		Empty: &layout.Empty{Title: f.Text("entry.history.none"), Text: f.Text("entry.history.none_help")}}
	for _, e := range v.History {
		when, who := layout.Cell{Text: f.Instant(e.At)}, layout.Cell{Text: e.ByName}
		if e.Deed != catalogue.Changed || e.Was == nil {
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{when, who, {Text: f.Code("entry.deed.", e.Deed)}, {}, {}}})
			continue
		}
		for _, a := range catalogue.Differences(*e.Was, e.Became) {
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{when, who, {Text: f.Code("entry.aspect.", a)},
				{Text: aspectInWords(f, v.Names, *e.Was, a)}, {Text: aspectInWords(f, v.Names, e.Became, a)}}})
		}
	}
	return layout.NewTable(t)
}

// aspectInWords is what an intervention says in the aspect, as people read it.
func aspectInWords(f layout.Frame, names map[ident.ID]string, i catalogue.Intervention, a catalogue.Aspect) string {
	yes := func(b bool) string {
		if b {
			return f.Text("worker_places.yes")
		}
		return f.Text("entry.no")
	}
	coded := func(prefix, code string) string {
		if code == "" {
			return f.Text("entry.nothing")
		}
		return f.Code(prefix, code)
	}
	ranged := func(r *catalogue.Range) string {
		if r == nil {
			return f.Text("entry.nothing")
		}
		return rangeText(r.Least, r.Most)
	}
	listed := func(words []string) string {
		if len(words) == 0 {
			return f.Text("entry.nothing")
		}
		return f.List(words)
	}
	c := i.Criteria
	switch a {
	case "name":
		return i.Name
	case "provider":
		return names[i.Provider]
	case "purpose":
		return i.Purpose
	case "contact":
		return listed(some(i.Contact))
	case "kind":
		return coded("catalogue.kind.", string(i.Kind))
	case "theme":
		return coded("catalogue.theme.", string(i.Theme))
	case "category":
		return coded("catalogue.category.", string(i.Category))
	case "steps":
		return rangeText(i.StepFrom, i.StepTo)
	case "leads_to":
		return strconv.Itoa(i.LeadsTo)
	case "hours":
		return rangeText(i.HoursFrom, i.HoursTo)
	case "locality":
		return listed(some(i.Locality))
	case "languages":
		return listed(codedAll(f, "catalogue.language.", i.Tongues))
	case "language_support":
		return yes(i.LanguageSupport)
	case "supervision_on_site":
		return yes(i.SupervisionOnSite)
	case "municipal":
		return yes(i.Municipal)
	case "start":
		return coded("catalogue.start.", string(i.Start))
	case "start_days":
		var days []string
		for _, d := range i.StartDays {
			days = append(days, f.Day(d))
		}
		return listed(days)
	case "max_weeks":
		if i.MaxWeeks == 0 {
			return f.Text("entry.nothing")
		}
		return f.Text("worker_places.intervention.weeks", "Count", i.MaxWeeks)
	case "price":
		return coded("catalogue.price_model.", string(i.PriceModel)) + ", " + f.Kronor(i.Price)
	case "evidence":
		if card, found := catalogue.CardOf(i.Evidence); found {
			return f.Fault(card.Name())
		}
		return f.Text("entry.nothing")
	case "age":
		return ranged(c.Age)
	case "ability":
		return ranged(c.Ability)
	case "swedish":
		return coded("catalogue.swedish.", string(c.Swedish))
	case "main_causes":
		return listed(codedAll(f, "catalogue.main_cause.", c.MainCauses))
	case "localities":
		return listed(c.Localities)
	case "decisions":
		return listed(codedAll(f, "catalogue.decision.", c.Decisions))
	case "enrolled_af":
		if c.EnrolledAF == nil {
			return f.Text("entry.nothing")
		}
		return yes(*c.EnrolledAF)
	case "excludes":
		return listed(codedAll(f, "catalogue.group.", c.Excludes))
	case "not_with":
		var others []string
		for _, id := range c.NotWith {
			others = append(others, names[id])
		}
		return listed(others)
	}
	return yes(i.Open) // the last aspect
}

func some(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func codedAll[T ~string](f layout.Frame, prefix string, codes []T) []string {
	var words []string
	for _, c := range codes {
		words = append(words, f.Code(prefix, c))
	}
	return words
}

// saidTag is when somebody last said that the entry is right, which asks to be looked at
// when it is old.
func saidTag(f layout.Frame, said casework.Said, id ident.ID, today period.Day) layout.Tag {
	on, found := said.On(id)
	switch {
	case !found:
		return layout.Tag{Text: f.Text("entry.said_never"), Tone: layout.Ask}
	case catalogue.IsStale(on, today):
		return layout.Tag{Text: f.Text("entry.said_old", "On", f.Day(on)), Tone: layout.Ask}
	}
	return layout.Tag{Text: f.Text("entry.said", "On", f.Day(on))}
}

// saidOf is the day of the latest line of the history.
func saidOf(v casework.InterventionView) casework.Said {
	if len(v.History) == 0 {
		return casework.Said{}
	}
	return casework.Said{v.ID: v.History[0].At}
}
