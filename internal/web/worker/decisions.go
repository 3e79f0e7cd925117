package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type decisionsBody struct {
	Case      casePage
	Heading   string
	Actions   []layout.Action
	Notice    *layout.Notice
	Decisions []decisionCard
	Appeals   []appealLine // of other decisions
	Empty     *layout.Empty
	Others    layout.Action // what social services have decided of the assistance
}

// decisionCard is a decision as the participant is to understand it.
type decisionCard struct {
	Title   string
	Taken   string // which later decisions took over days of it
	Facts   []layout.Fact
	Reason  string
	Advice  []string
	Appeal  string
	Appeals []appealLine
	Letter  *layout.Action // nil for a decision from before there were letters
}

// appealLine is an appeal of the decision.
type appealLine struct {
	Text string
	Href string
	Tags []layout.Tag
}

// decisions is every decision in the case, newest first, and what can be decided now.
func (p *Pages) decisions(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showDecisions(w, r, actor, id, nil)
}

// programmeStart notes that the participant has begun.
func (p *Pages) programmeStart(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = p.office.StartProgramme(r.Context(), actor, id, visit.Once(f))
	switch {
	case f.Take(err):
		return p.showDecisions(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "decisions"))
	}
	return layout.Done(w, r, casePath(id, "decisions"), "worker_intake.decisions.started")
}

func (p *Pages) showDecisions(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	v, err := p.office.SeeDecisions(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = caseForm(r, v.Header)
	}
	frame := layout.FrameOf(r, "worker_intake.decisions.title", "Name", v.Person.Name()).With(f)
	body := decisionsBody{
		Case:    casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Heading: frame.Text("worker_intake.decisions.none"), Actions: decisionActions(frame, f, v),
		Others: layout.Action{Text: frame.Text("worker_requirement.open"), Href: casePath(id, "requirement")},
	}
	if v.Case.Programme != nil {
		body.Heading = frame.Text("worker_intake.decisions.granted", "From", v.Case.Programme.From, "To", v.Case.Programme.To)
	}
	if v.InForce && v.Today.State != decision.Granted {
		body.Heading = frame.Code("worker_intake.decisions.today.", v.Today.State)
	}
	if v.Unknown.Has(law.ProgrammeRules) && (v.Acts[access.GrantOrRefuse] || v.Acts[access.ChangeDecision]) {
		body.Notice = &layout.Notice{Text: frame.Text("worker_intake.decisions.no_rules", "Day", clock.Today(p.office.Clock)), Tone: layout.Ask}
	} else if v.Assessed && (v.Acts[access.GrantOrRefuse] || v.Acts[access.ChangeDecision]) {
		body.Notice = &layout.Notice{Text: frame.Text("decision.maker_assessed"), Tone: layout.Ask}
	}
	for _, d := range v.Decisions {
		body.Decisions = append(body.Decisions, decisionCardOf(frame, v.Case.ID, d))
	}
	for _, a := range v.Appeals {
		body.Appeals = append(body.Appeals, appealLineOf(frame, v.Case.ID, a))
	}
	if len(v.Decisions) == 0 {
		body.Empty = &layout.Empty{Title: frame.Text("worker_intake.decisions.empty"), Text: frame.Text("worker_intake.decisions.empty_help")}
	}
	return layout.Render(w, r, "worker/decisions", layout.Page[decisionsBody]{Frame: frame, Body: body})
}

// decisionActions lead to what can be decided now by this reader.
func decisionActions(frame layout.Frame, f *form.Form, v casework.DecisionsView) []layout.Action {
	var actions []layout.Action
	for _, kind := range decision.Kinds() {
		if mayDecide(v, kind) {
			actions = append(actions, layout.Action{
				Text: frame.Code("decision.kind.", kind), Href: casePath(v.Case.ID, "decisions/new/"+string(kind)),
				Main: kind == decision.Grant, Danger: kind == decision.Refuse || kind == decision.Stop,
			})
		}
	}
	if v.May(access.StartProgramme, casefile.Start) {
		actions = append(actions, layout.Action{
			Text: frame.Text("worker_intake.decisions.start"), Href: casePath(v.Case.ID, "start"), Main: true, Post: true,
			Hidden: actionForm(f, v.Header),
		})
	}
	return actions
}

// mayDecide tells whether the reader can make the decision now. Without rules for the day
// nobody can.
func mayDecide(v casework.DecisionsView, kind decision.Kind) bool {
	return !v.Assessed && !v.Unknown.Has(law.ProgrammeRules) && mayMake(v.Header, kind)
}

func decisionCardOf(f layout.Frame, id ident.ID, d casework.DecisionLine) decisionCard {
	card := decisionCard{Title: f.Code("decision.kind.", d.Kind), Reason: d.Reason}
	if d.Kind != decision.Refuse {
		card.Facts = append(card.Facts, layout.Fact{
			Label: f.Text("worker_intake.decisions.days"), Value: f.Text("worker_intake.decisions.span", "From", d.Span.From, "To", d.Span.To),
		})
	}
	card.Facts = append(card.Facts,
		layout.Fact{Label: f.Text("worker_intake.decisions.by"), Value: d.ByName},
		layout.Fact{Label: f.Text("worker_intake.decisions.at"), Value: f.Day(clock.DayOf(d.At))})
	for _, kind := range d.Superseded {
		card.Taken = f.Text("worker_intake.decisions.taken", "Kind", f.Code("decision.kind.", kind))
	}
	for _, a := range d.Advice {
		card.Advice = append(card.Advice, f.Fault(a.Text))
	}
	for _, a := range d.Appeals {
		card.Appeals = append(card.Appeals, appealLineOf(f, id, a))
	}
	if d.Letter != nil {
		shown := d.Letter.In(f.Tag())
		card.Letter = &layout.Action{Text: f.Text("letters.open"), About: card.Title, Href: letterPath(id, shown.ID)}
		if t := d.Letter.LastAppeal; t != nil && t.Last != nil {
			card.Facts = append(card.Facts, layout.Fact{Label: f.Text("letters.got"), Value: f.Day(*d.Letter.InformedOn)},
				layout.Fact{Label: f.Text("letters.last"), Value: f.Day(*t.Last)})
			return card
		}
		card.Facts = append(card.Facts, layout.Fact{Label: f.Text("letters.got"), Value: f.Text("letters.got.not")})
	}
	card.Appeal = f.Text("worker_intake.decisions.appeal", "Weeks", d.AppealWeeks, "On", clock.DayOf(d.At), "Last", d.LastAppeal)
	return card
}

func appealLineOf(f layout.Frame, id ident.ID, a casework.FiledAppeal) appealLine {
	return appealLine{Text: appealHeading(f, a.Appeal), Href: appealPath(id, a.ID), Tags: []layout.Tag{appealTag(f, a.Appeal)}}
}
