package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/duty"
	"fotfaste/internal/web/layout"
)

const assistancePath = "/me/assistance"

type assistanceBody struct {
	Head      layout.Head
	Decisions []assistanceDecision
	Empty     layout.Empty
	Appeal    []string // how to appeal, empty where nothing is decided
}

// assistanceDecision is a decision as social services have made it.
type assistanceDecision struct {
	Title  string
	Reason string
	Facts  []layout.Fact
	Tags   []layout.Tag
}

// assistance is what social services have decided of the participant's assistance, and
// how to appeal: it is decided there, and cannot be appealed here.
func (p *Pages) assistance(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	v, err := p.office.SeeCaseRequirement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "assistance.title").Alone()
	body := assistanceBody{
		Head: layout.Head{Title: frame.Text("assistance.none"), Lead: frame.Text("assistance.lead"),
			Actions: []layout.Action{{Text: frame.Text("assistance.back"), Href: "/me/letters"}}},
		Empty: layout.Empty{Title: frame.Text("assistance.none"), Text: frame.Text("assistance.none_help")},
	}
	standing := 0
	for _, c := range v.Consequences {
		body.Decisions = append(body.Decisions, assistanceDecisionOf(frame, c))
		if c.Stands() {
			standing++
		}
	}
	if standing > 0 {
		body.Head.Title = frame.Text("assistance.heading", "Count", standing)
		way := frame.Text("assistance.appeal.way", "Weeks", v.AppealWeeks)
		if v.AppealWeeks == 0 {
			way = frame.Text("assistance.appeal.way_unknown")
		}
		body.Appeal = []string{way, frame.Text("assistance.appeal.write"),
			frame.Text("assistance.appeal.help"), frame.Text("assistance.appeal.law", "Citation", v.Citation)}
	}
	return layout.Render(w, r, "participant/assistance", layout.Page[assistanceBody]{Frame: frame, Body: body})
}

func assistanceDecisionOf(f layout.Frame, c duty.Consequence) assistanceDecision {
	d := assistanceDecision{Title: f.Text("worker_requirement.decision_line", "Cut", f.Code("duty.cut_is.", c.Cut), "Month", c.Month), Reason: c.Reason,
		Facts: []layout.Fact{{Label: f.Text("assistance.decided_on"), Value: f.Day(c.DecidedOn)}, {Label: f.Text("assistance.decided_by"), Value: c.DecidedBy}}}
	if c.Reference != "" {
		d.Facts = append(d.Facts, layout.Fact{Label: f.Text("assistance.reference"), Value: c.Reference})
	}
	if c.HelpFirst {
		d.Facts = append(d.Facts, layout.Fact{Label: f.Text("assistance.help"), Value: f.Text("assistance.help_first")})
	}
	if !c.Stands() {
		d.Tags = []layout.Tag{{Text: f.Code("duty.undone.", c.Undone)}}
	}
	return d
}

// cutNotices lead from the first page to what has been decided of the assistance.
func cutNotices(f layout.Frame, v casework.MyWay) (notices []layout.Notice) {
	for _, c := range v.Cuts {
		notices = append(notices, layout.Notice{Title: f.Text("worker_requirement.decision_line", "Cut", f.Code("duty.cut_is.", c.Cut), "Month", c.Month),
			Text: f.Text("assistance.notice", "Day", f.Day(c.DecidedOn)), Tone: layout.Ask,
			Links: []layout.Link{{Text: f.Text("assistance.open"), Href: assistancePath}}})
	}
	return notices
}
