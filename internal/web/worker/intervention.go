package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type interventionBody struct {
	Head     layout.Head
	Stats    []layout.Stat
	Room     chart.Figure
	Ahead    chart.Figure
	Flow     flowPart
	Purpose  string
	Facts    []layout.Fact
	Criteria []string
	Queue    layout.Table
	History  layout.Table
	Evidence *layout.Notice
}

// intervention is one line of the catalogue in full: whom it is for, in words, its room
// and its queue.
func (p *Pages) intervention(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	v, err := p.office.SeeIntervention(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker_places.intervention.title", "Name", v.Name)
	body := interventionBody{
		Head: layout.Head{
			Eyebrow: f.Text("worker_places.catalogue.by", "Provider", v.ProviderName, "Locality", v.Locality),
			Title:   v.Name, Lead: f.Text("worker_places.intervention.lead." + roomInWords(v)),
			Tags: []layout.Tag{{Text: f.Code("catalogue.kind.", v.Kind)}, {Text: f.Code("catalogue.theme.", v.Theme)}},
		},
		Ahead:   layout.RoomAhead(f, casework.Forecast(v.InterventionRow)),
		Purpose: v.Purpose, Criteria: criteriaInWords(f, v), Facts: interventionFacts(f, v, clock.Today(p.office.Clock)), Queue: queueTable(f, v), History: historyTable(f, v),
		Stats: []layout.Stat{
			{Value: f.Hours(v.FreeHours()), Text: f.Text("places.free"), Detail: f.Text("places.of_hours", "Hours", v.Capacity()), Tone: layout.Good},
			{Value: f.Hours(v.FreeingSoon), Text: f.Text("places.soon"), Detail: f.Text("places.soon_help")},
			{Value: f.Number(int64(v.InQueue)), Text: f.Text("places.queue"), Detail: f.Text("places.queue_help")},
		},
		Room: chart.Bars{ID: "room", What: f.Text("places.room"), Measure: f.Text("places.hours"), Bars: []chart.Bar{
			{Label: f.Text("places.held"), Value: float64(v.HeldHours()), Text: f.Hours(v.HeldHours()), Tone: chart.Work},
			{Label: f.Text("places.free"), Value: float64(v.FreeHours()), Text: f.Hours(v.FreeHours()), Tone: chart.Quiet},
		}}.Figure(f.Printer, f.Text("worker_places.intervention.room", "Held", v.HeldHours(), "All", v.Capacity())),
	}
	if body.Flow, err = flowOf(f, v); err != nil {
		return err
	}
	body.Head.Tags = append(body.Head.Tags, saidTag(f, saidOf(v), v.ID, clock.Today(p.office.Clock)))
	if v.Changes {
		body.Head.Actions = []layout.Action{
			{Text: f.Text("entry.change"), Href: interventionPath(id) + "/edit"},
			{Text: f.Text("entry.confirm"), Href: interventionPath(id) + "/confirm", Post: true, Hidden: []layout.Hidden{{Name: form.OnceField, Value: layout.BlankForm(r).Once()}}},
		}
	}
	if card, found := catalogue.CardOf(v.Evidence); found {
		body.Evidence = &layout.Notice{
			Title: f.Text("worker_places.intervention.evidence", "Name", f.Fault(card.Name()), "Grade", f.Code("catalogue.grade.", card.Grade)),
			Text:  f.Text("worker_places.intervention.evidence_source", "Finding", f.Fault(card.Finding()), "Source", f.Fault(card.Source())),
			Tone:  layout.GradeTone(card.Grade), Links: []layout.Link{{Text: f.Text("evidence.read_card"), Href: "/evidence/" + string(card.Code)}},
		}
	}
	return layout.Render(w, r, "worker/intervention", layout.Page[interventionBody]{Frame: f, Body: body})
}

// roomInWords is which sentence tells whether there is room.
func roomInWords(v casework.InterventionView) string {
	switch {
	case !v.Open:
		return "closed"
	case v.InQueue > 0:
		return "queue"
	case v.FreeHours() == 0:
		return "full"
	}
	return "free"
}

func interventionFacts(f layout.Frame, v casework.InterventionView, today period.Day) []layout.Fact {
	facts := []layout.Fact{
		{Label: f.Text("worker_places.intervention.contact"), Value: v.Contact},
		{Label: f.Text("worker_places.intervention.for_one"), Value: f.Text("places.hours_a_week", "Hours", rangeText(v.HoursFrom, v.HoursTo))},
		{Label: f.Text("worker_places.intervention.start"), Value: f.Code("catalogue.start.", v.Start)},
		{Label: f.Text("worker_places.intervention.leads_to"), Value: f.Text("worker.case.step", "Step", v.LeadsTo)},
		{Label: f.Text("worker_places.intervention.counted_as"), Value: f.Code("catalogue.category.", v.Category)},
	}
	if v.MaxWeeks > 0 {
		facts = append(facts, layout.Fact{Label: f.Text("worker_places.intervention.longest"), Value: f.Text("worker_places.intervention.weeks", "Count", v.MaxWeeks)})
	}
	if next, found := v.Ledger.NextStart(v.Intervention, today); found && v.Start == catalogue.Cohort {
		facts = append(facts, layout.Fact{Label: f.Text("worker_places.intervention.start_day"), Value: f.Day(next)})
	}
	if v.LanguageSupport {
		facts = append(facts, layout.Fact{Label: f.Text("worker_places.intervention.language_support"), Value: f.Text("worker_places.yes")})
	}
	if len(v.Tongues) > 0 {
		facts = append(facts, layout.Fact{Label: f.Text("entry.languages"), Value: f.List(codedAll(f, "catalogue.language.", v.Tongues))})
	}
	if v.SupervisionOnSite {
		facts = append(facts, layout.Fact{Label: f.Text("worker_places.intervention.supervision"), Value: f.Text("worker_places.yes")})
	}
	return facts
}

// criteriaInWords are whom the intervention takes, a sentence each.
func criteriaInWords(f layout.Frame, v casework.InterventionView) []string {
	c := v.Criteria
	words := []string{f.Text("worker_places.criteria.step", "Steps", rangeText(v.StepFrom, v.StepTo))}
	add := func(key string, pairs ...any) { words = append(words, f.Text(key, pairs...)) }
	if c.Age != nil {
		add("worker_places.criteria.age", "Years", rangeText(c.Age.Least, c.Age.Most))
	}
	if c.Ability != nil {
		add("worker_places.criteria.ability", "Hours", rangeText(c.Ability.Least, c.Ability.Most))
	}
	if c.Swedish != "" {
		add("worker_places.criteria.swedish", "Level", f.Code("catalogue.swedish.", c.Swedish))
	}
	if len(c.MainCauses) > 0 {
		add("worker_places.criteria.main_cause", "Causes", listOf(f, "catalogue.main_cause.", c.MainCauses))
	}
	if len(c.Localities) > 0 {
		add("worker_places.criteria.locality", "Localities", f.List(c.Localities))
	}
	if len(c.Decisions) > 0 {
		add("worker_places.criteria.decisions", "Decisions", listOf(f, "catalogue.decision.", c.Decisions))
	}
	if c.EnrolledAF != nil {
		key := "worker_places.criteria.enrolled"
		if !*c.EnrolledAF {
			key = "worker_places.criteria.not_enrolled"
		}
		add(key)
	}
	if len(c.Excludes) > 0 {
		add("worker_places.criteria.excludes", "Groups", listOf(f, "catalogue.group.", c.Excludes))
	}
	if len(v.NotWith) > 0 {
		add("worker_places.criteria.not_with", "Names", f.List(v.NotWith))
	}
	return words
}

// rangeText is from the least to the most, or the one number where they are the same.
func rangeText(least, most int) string {
	if least == most {
		return strconv.Itoa(least)
	}
	return strconv.Itoa(least) + "–" + strconv.Itoa(most)
}

func listOf[T ~string](f layout.Frame, prefix string, values []T) string {
	words := make([]string, len(values))
	for i, value := range values {
		words[i] = f.Code(prefix, value)
	}
	return f.List(words)
}

// queueTable is the queue with the rule that orders it. Nobody is named.
func queueTable(f layout.Frame, v casework.InterventionView) layout.Table {
	t := layout.Table{
		Caption: f.Text("worker_places.intervention.queue"), Hide: true,
		Columns: []layout.Column{{Text: f.Text("worker_places.intervention.turn")}, {Text: f.Text("places.hours"), Number: true},
			{Text: f.Text("worker_places.intervention.since")}, {Text: f.Text("worker_places.intervention.order")},
			{Text: f.Text("worker_places.intervention.expected")}},
		Empty: &layout.Empty{Title: f.Text("worker_places.intervention.no_queue")},
	}
	for _, p := range v.Queue {
		order, expected := f.Text("placement.priority.ordinary"), f.Text("worker_places.intervention.not_known")
		if p.Expected != nil {
			expected = f.Day(*p.Expected)
		}
		if p.Priority != "" {
			order = f.Code("placement.priority.", p.Priority)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells(f.Number(int64(p.Number)), f.Hours(p.Hours), f.Instant(p.QueuedAt), order, expected)})
	}
	return layout.NewTable(t)
}
