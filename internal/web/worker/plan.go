package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type planBody struct {
	Case       casePage
	Heading    string
	Lead       string
	Actions    []layout.Action
	Empty      *layout.Empty
	Tracks     *chart.Figure
	Week       *chart.Figure
	Goal       string
	Goals      []layout.Tag
	Activities layout.Table
	Notices    []string
	Review     []layout.Fact
	Parts      []layout.Fact
	Versions   []planVersion
}

// planVersion is a version in the history: what it changed, and what was answered.
type planVersion struct {
	Text    string
	State   string
	Tone    layout.Tone
	Changes []string
	Answers []string
	Open    bool
}

// plan is the plan as parallel tracks over time, its coverage and its history.
func (p *Pages) plan(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeePlan(r.Context(), actor, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	f := layout.FrameOf(r, "worker_places.plan.title", "Name", v.Person.Name())
	body := planBody{Case: casePageOf(f, v.Header, access.Plan, today), Actions: planActions(f, v)}
	shown := v.Shown()
	if shown == nil {
		body.Empty = &layout.Empty{Title: f.Text("worker_places.plan.none"), Text: f.Text("worker_places.plan.none_help")}
		return layout.Render(w, r, "worker/plan", layout.Page[planBody]{Frame: f, Body: body})
	}
	body.Heading = f.Text("worker_places.plan.heading."+string(shown.State), "Number", shown.Version)
	body.Lead = planLead(f, v, *shown)
	tracks := layout.PlanTracks(f, shown.Plan, today)
	week := layout.PlanWeek(f, shown.Plan, v.Case.AbilityHours, today)
	body.Tracks, body.Week = &tracks, &week
	body.Goal, body.Goals = shown.Goal, layout.PlanGoals(f, shown.Plan)
	body.Activities = layout.PlanActivities(f, shown.Plan, v.OrganisationName)
	for _, n := range shown.Notices(today, v.Ability(), v.NeedsSIP(*shown)) {
		body.Notices = append(body.Notices, f.Fault(n))
	}
	if shown.ReviewOn != nil {
		body.Review = append(body.Review, layout.Fact{Label: f.Text("worker_places.plan.review"), Value: f.Day(*shown.ReviewOn)})
	}
	if shown.SIP {
		body.Review = append(body.Review, layout.Fact{Label: f.Text("worker_places.plan.sip"), Value: f.Text("worker_places.yes")})
	}
	body.Parts = planParts(f, v, *shown)
	for _, version := range v.Versions {
		body.Versions = append(body.Versions, versionOf(f, v, version))
	}
	return layout.Render(w, r, "worker/plan", layout.Page[planBody]{Frame: f, Body: body})
}

// planActions are what the reader can do with the plan now.
func planActions(f layout.Frame, v casework.PlanView) []layout.Action {
	var actions []layout.Action
	proposed := v.Versions.In(plan.Proposed)
	if proposed != nil && v.May(access.WritePlan, casefile.AnswerPlan) {
		actions = append(actions, layout.Action{Text: f.Text("worker_places.plan.answer"), Href: casePath(v.Case.ID, "plan/answer"), Main: true})
	}
	if v.May(access.WritePlan, casefile.WritePlan) {
		text := "worker_places.plan.write"
		switch {
		case v.Versions.In(plan.Draft) != nil:
			text = "worker_places.plan.go_on"
		case len(v.Versions) > 0:
			text = "worker_places.plan.change"
		}
		actions = append(actions, layout.Action{Text: f.Text(text), Href: casePath(v.Case.ID, "plan/write"), Main: proposed == nil})
	}
	if v.Acts[access.Refer] && v.Case.Can(casefile.Refer) == nil && len(v.Versions) > 0 {
		actions = append(actions, layout.Action{Text: f.Text("worker_places.refer"), Href: casePath(v.Case.ID, "refer")})
	}
	return actions
}

// planLead says where the version stands, and which other one there is to know of.
func planLead(f layout.Frame, v casework.PlanView, shown casework.PlanVersion) string {
	standing := v.Versions.Standing()
	switch {
	case shown.State == plan.Proposed && standing != nil:
		return f.Text("worker_places.plan.beside_standing", "Number", standing.Version)
	case shown.State != plan.Draft && v.Versions.In(plan.Draft) != nil:
		return f.Text("worker_places.plan.beside_draft", "Number", v.Versions.In(plan.Draft).Version)
	}
	return f.Text("worker_places.plan.lead."+string(shown.State), "Writer", shown.WriterName, "Day", f.Day(clock.DayOf(shown.SavedAt)))
}

func planParts(f layout.Frame, v casework.PlanView, version casework.PlanVersion) []layout.Fact {
	var facts []layout.Fact
	for _, part := range v.Parts(version) {
		fact := layout.Fact{Label: v.OrganisationName(part.Organisation), Value: f.Text("worker_places.plan.awaited"), Tone: layout.Ask}
		if a := part.Answer; a != nil {
			fact.Value, fact.Tone = f.Text("worker_places.plan.part_yes", "Day", a.On), layout.Good
			if !a.Agreed {
				fact.Value, fact.Tone = f.Text("worker_places.plan.part_no", "Day", a.On), layout.Ask
			}
			fact.Note = a.Note
		}
		facts = append(facts, fact)
	}
	return facts
}

var planTones = map[plan.State]layout.Tone{plan.Proposed: layout.Ask, plan.Agreed: layout.Good, plan.NotAgreed: layout.Wrong}

func versionOf(f layout.Frame, v casework.PlanView, version casework.PlanVersion) planVersion {
	line := planVersion{
		Text:  f.Text("worker_places.plan.version", "Number", version.Version, "Day", f.Day(clock.DayOf(version.SavedAt)), "Writer", version.WriterName),
		State: f.Code("plan.state.", version.State), Tone: planTones[version.State],
	}
	for _, c := range v.Changes(version) {
		line.Changes = append(line.Changes, f.Fault(layout.PlanChange(f, c)))
	}
	for _, a := range version.Answers {
		line.Answers = append(line.Answers, answerText(f, v, a.Answer))
	}
	return line
}

func answerText(f layout.Frame, v casework.PlanView, a plan.Answer) string {
	who := v.OrganisationName(a.Organisation)
	if a.Organisation.IsZero() {
		who = f.Text("places.party.participant")
	}
	key := "worker_places.plan.said_no"
	switch recorded := a.RecordedBy == plan.CaseManager && a.Organisation.IsZero(); {
	case recorded && a.Agreed:
		key = "worker_places.plan.recorded_yes"
	case recorded:
		key = "worker_places.plan.recorded_no"
	case a.Agreed:
		key = "worker_places.plan.said_yes"
	}
	text := f.Text(key, "Who", who, "Day", f.Day(a.On))
	if a.Note != "" {
		text = f.Text("worker_places.plan.said_note", "Said", text, "Note", a.Note)
	}
	return text
}
