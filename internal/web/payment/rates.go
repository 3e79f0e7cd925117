package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
)

type ratesBody struct {
	Head     layout.Head
	Notices  []layout.Notice // what runs out, each with where it is put right
	Waiting  *layout.Notice  // weeks that a rate is missing for
	Ends     layout.Table
	Actions  []layout.Action
	ReadOnly string
	Entered  layout.Table
}

// soon is how many days before the amounts run out the page says so.
const soon = 90

// rates is until when the amounts are known and what the municipality has entered.
func (p *Pages) rates(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeRates(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "rates.title")
	last := v.Ends[0].Last
	for _, e := range v.Ends {
		last = min(last, e.Last)
	}
	body := ratesBody{
		Head: layout.Head{Title: frame.Text("rates.heading", "Last", last), Lead: frame.Text("rates.lead")},
		Ends: endsTable(frame, v.Ends), Entered: enteredTable(frame, v.Entered),
	}
	for _, e := range v.Ends {
		if int(e.Last-v.Today) < soon {
			body.Notices = append(body.Notices, endNotice(frame, v, e))
		}
	}
	if n := len(v.Waiting); n > 0 {
		body.Waiting = &layout.Notice{Title: frame.Text("rates.waiting", "Count", n), Tone: layout.Ask,
			Text: frame.Text("rates.waiting_help", "Weeks", weekList(frame, v.Waiting))}
	}
	if v.Prepares {
		for _, kind := range rateKinds {
			body.Actions = append(body.Actions, layout.Action{Text: frame.Code("rates.form.", kind), Href: "/payments/rates/new/" + kind})
		}
	} else {
		body.ReadOnly = frame.Text("rates.read_only")
	}
	return layout.Render(w, r, "payment/rates", layout.Page[ratesBody]{Frame: frame, Body: body})
}

// endForms is the form by which each value is carried on into the next year.
var endForms = map[law.Name]string{law.PriceBaseAmount: newYear, law.CompensationRules: newRules}

// endNotice says that a value runs out or has run out, and leads to where it is put
// right: what waits to be approved, or the form.
func endNotice(f layout.Frame, v casework.Rates, e casework.RateEnd) layout.Notice {
	what, left := f.Code("rates.parameter.", e.Name), int(e.Last-v.Today)
	n := layout.Notice{Title: f.Text("rates.soon", "What", what, "Count", left), Text: f.Text("rates.soon_help"), Tone: layout.Ask}
	if left < 0 {
		n.Title, n.Tone = f.Text("rates.ended", "What", what), layout.Wrong
	}
	for _, r := range v.Entered {
		if r.Waits() && r.Parameter == e.Name && r.Days.To > e.Last {
			n.Text, n.Tone = f.Text("rates.soon_waits"), layout.Ask
			n.Links = []layout.Link{{Text: f.Text("rates.soon_look"), Href: ratePath(r.ID, "")}}
			return n
		}
	}
	if v.Prepares {
		n.Links = []layout.Link{{Text: f.Code("rates.form.", endForms[e.Name]), Href: "/payments/rates/new/" + endForms[e.Name]}}
	}
	return n
}

func weekList(f layout.Frame, weeks []period.Week) string {
	var names []string
	for _, w := range weeks {
		names = append(names, f.WeekYear(w))
	}
	return f.List(names)
}

func endsTable(f layout.Frame, ends []casework.RateEnd) layout.Table {
	t := layout.Table{Caption: f.Text("rates.ends"), Hide: true, Stack: true, Columns: []layout.Column{{Text: f.Text("rates.column.what")},
		{Text: f.Text("rates.column.value")}, {Text: f.Text("rates.column.last")}, {Text: f.Text("rates.column.source")}}}
	for _, e := range ends {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: f.Code("rates.parameter.", e.Name)}, {Text: ruleText(f, e.Value)},
			{Text: f.Day(e.Last)}, {Text: f.Source(e.Source)}}})
	}
	return layout.NewTable(t)
}

// ruleText is the value of a parameter in words.
func ruleText(f layout.Frame, value any) string {
	switch v := value.(type) {
	case money.Kronor:
		return f.Kronor(v)
	case law.Compensation:
		return f.Text("rates.rules_value", "Base", v.Base, "First", v.FirstChild, "Second", v.SecondChild, "Later", v.LaterChild)
	}
	return ""
}

func enteredTable(f layout.Frame, rates []casework.Rate) layout.Table {
	t := layout.Table{Caption: f.Text("rates.entered"), Hide: true, Stack: true, Columns: []layout.Column{{Text: f.Text("rates.column.what")},
		{Text: f.Text("rates.column.days")}, {Text: f.Text("rates.column.source")}, {Text: f.Text("rates.column.entered")}, {Text: f.Text("rates.column.state")}},
		Empty: &layout.Empty{Title: f.Text("rates.entered_none"), Text: f.Text("rates.entered_none_help")}}
	for _, r := range rates {
		tag := rateTag(f, r)
		state := layout.Cell{Text: tag.Text, Tone: tag.Tone}
		if r.ApprovedAt != nil {
			state.Detail = r.ApprovedByName + ", " + f.Instant(*r.ApprovedAt)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: rateName(f, r), Href: ratePath(r.ID, "")}, {Text: f.Dates(r.Days.From, r.Days.To)},
			{Text: r.Source}, {Text: r.EnteredByName, Detail: f.Instant(r.EnteredAt)}, state}})
	}
	return layout.NewTable(t)
}

// rateName is what has been entered: its value, or that the rules go on.
func rateName(f layout.Frame, r casework.Rate) string {
	if r.Parameter == law.CompensationRules {
		return f.Text("rates.rate.heading_rules")
	}
	if r.Replaces {
		return f.Text("rates.corrects", "Value", r.Amount())
	}
	return f.Text("rates.rate.heading", "What", f.Code("rates.parameter.", r.Parameter), "Value", r.Amount())
}

func rateTag(f layout.Frame, r casework.Rate) layout.Tag {
	switch {
	case r.ApprovedAt != nil:
		return layout.Tag{Text: f.Text("rates.state.approved"), Tone: layout.Good}
	case r.WithdrawnAt != nil:
		return layout.Tag{Text: f.Text("rates.state.withdrawn")}
	}
	return layout.Tag{Text: f.Text("rates.state.waiting"), Tone: layout.Ask}
}

// ratePath is the address of a rate and what is done with it.
func ratePath[T ~string](id T, what string) string {
	path := "/payments/rates/" + string(id)
	if what != "" {
		path += "/" + what
	}
	return path
}
