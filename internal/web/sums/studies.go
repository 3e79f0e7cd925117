package sums

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/studies"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// studiesBody is a screen of questions, or what the check came to.
type studiesBody struct {
	Head  layout.Head
	Begin *layout.Notice // that it begins with another day than this, and why
	// A screen of questions.
	Screen  string
	Part    string // which of how many
	Begins  bool   // the first, which also asks for the day
	Fields  []form.Field
	Carried []layout.Hidden // answers of the other screens
	Back    string          // screens that the buttons lead to, "" for none
	Next    string
	// The result.
	Topics  layout.Tabs // back to the questions
	Verdict *layout.Notice
	Rules   layout.Table
	Journal []string
}

// studiesPage asks one group of questions a screen, or shows what they come to. What is
// answered stands in the address, and so does the screen.
func studiesPage(w http.ResponseWriter, r *http.Request, known casework.Sums) error {
	f := layout.ReadForm(r)
	span := studies.Known(known.Book)
	begins := !f.Sent("on")
	if begins {
		f.Fill("on", max(span.From, min(span.To, known.Today)).String())
	}
	screen := f.Raw("go")
	at := slices.IndexFunc(topics, func(t topic) bool { return t.code == screen })
	facts, on := readStudies(f)
	var checked studies.Checked
	if f.OK() {
		var err error
		checked, err = studies.Check(known.Book, facts, on)
		var missing *law.MissingError
		if errors.As(err, &missing) {
			f.Wrong("on", "sums_studies.unknown_day", "On", on, "From", span.From, "To", span.To)
		} else if err != nil {
			return err
		}
	}
	switch wrong := wrongTopic(f.Err()); {
	case wrong >= 0:
		at = wrong // what is wrong is put right first, where it was asked
	case screen != result && at < 0:
		at = 0
	}
	frame := layout.FrameOf(r, "sums_studies.title").With(f)
	s := studiesSaid{Frame: frame, query: f.Query(), on: on}
	body := studiesBody{Head: layout.Head{Eyebrow: frame.Text("sums.home.title"), Title: frame.Text("sums_studies.heading"), Lead: frame.Text("sums_studies.lead")}}
	if begins && !span.Contains(known.Today) {
		body.Begin = &layout.Notice{Text: frame.Text("sums_studies.begins", "Today", known.Today, "Day", on), Tone: layout.Ask}
	}
	if at >= 0 {
		s.ask(&body, at)
	} else {
		s.tell(&body, checked)
	}
	return layout.Render(w, r, "sums/studies", layout.Page[studiesBody]{Frame: frame, Body: body})
}

// wrongTopic is the first screen with a field that is wrong, -1 where none is.
func wrongTopic(err error) int {
	var wrong *fault.Error
	if !errors.As(err, &wrong) {
		return -1
	}
	first := len(topics)
	for _, field := range wrong.Fields {
		first = min(first, max(0, topicOf(studies.Question(field.Name)))) // the day is asked for on the first
	}
	return first
}

// studiesSaid says the check in the reader's language.
type studiesSaid struct {
	layout.Frame
	query url.Values
	on    period.Day
}

// to is the address of a screen with the same answers.
func (s studiesSaid) to(screen string) string {
	query := url.Values{}
	for name, values := range s.query {
		query[name] = values
	}
	query.Set("go", screen)
	return "/sums/studies?" + query.Encode()
}

// tabs are the screens, each a link that keeps the answers, beside the result. A screen
// of questions has none: a link would lose what is answered there and not sent.
func (s studiesSaid) tabs() layout.Tabs {
	tabs := layout.Tabs{Label: s.Text("sums_studies.screens")}
	for _, t := range topics {
		tabs.Links = append(tabs.Links, layout.Link{Text: s.Code("sums_studies.topic.", t.code), Href: s.to(t.code)})
	}
	tabs.Links = append(tabs.Links, layout.Link{Text: s.Code("sums_studies.topic.", result), Href: s.to(result), Current: true})
	return tabs
}

// ask fills in a screen of questions.
func (s studiesSaid) ask(body *studiesBody, at int) {
	shown := []string{"go"}
	body.Screen, body.Begins, body.Next = s.Code("sums_studies.topic.", topics[at].code), at == 0, result
	body.Part = s.Text("sums_studies.part", "Number", at+1, "Count", len(topics))
	if at > 0 {
		body.Back = topics[at-1].code
	}
	if at < len(topics)-1 {
		body.Next = topics[at+1].code
	}
	if body.Begins {
		shown = append(shown, "on")
	}
	for _, ask := range topics[at].asks {
		shown = append(shown, string(ask))
		body.Fields = append(body.Fields, s.field(ask))
	}
	for name, values := range s.query {
		if !slices.Contains(shown, name) {
			body.Carried = append(body.Carried, layout.Hidden{Name: name, Value: values[0]})
		}
	}
	slices.SortFunc(body.Carried, func(a, b layout.Hidden) int { return strings.Compare(a.Name, b.Name) })
}

// field asks one question. Whoever does not know says so, and goes on.
func (s studiesSaid) field(ask studies.Question) form.Field {
	name := string(ask)
	other := form.Option{Value: unknown, Text: s.Text("sums_studies.unknown")}
	switch ask {
	case studies.AskTermEnds:
		return s.Form.DayField(name, "studies.question.term_ends").Optional()
	case studies.AskLevel:
		return s.Form.RadioField(name, "studies.question.level", append(form.Options(studies.Levels(), func(l studies.Level) string { return s.Code("studies.level.", string(l)) }), other))
	case studies.AskBirth:
		return s.Form.RadioField(name, "sums_studies.age", append(form.Options(ages(), func(a age) string { return s.Code("sums_studies.age.", string(a)) }), other))
	}
	return s.Form.RadioField(name, "studies.question."+name,
		[]form.Option{{Value: yes, Text: s.Text("sums_studies.yes")}, {Value: no, Text: s.Text("sums_studies.no")}, other})
}
