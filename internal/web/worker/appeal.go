package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type appealBody struct {
	Case     casePage
	Heading  string
	State    []layout.Tag
	Notice   *layout.Notice
	Facts    []layout.Fact
	Wish     string
	Reason   string
	Judged   string         // reasons for the answer
	Answer   *layout.Action // the letter of the judgement
	Steps    []layout.Action
	Withdraw *layout.Confirm
	Follow   []layout.Action // new decisions that can be made now

	FollowHelp string
	Recovery   *layout.Link // what was paid too much, that the decision is about
}

// appealShow is an appeal, how far it has come, and what can be done with it.
func (p *Pages) appealShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAppeal(w, r, actor, nil)
}

// appealWithdraw notes that the person has taken it back.
func (p *Pages) appealWithdraw(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, appealID, err := appealOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = p.office.WithdrawAppeal(r.Context(), actor, id, appealID, visit.Once(f))
	switch {
	case f.Take(err):
		return p.showAppeal(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, appealPath(id, appealID))
	}
	return layout.Done(w, r, appealPath(id, appealID), "appeals.done")
}

// appealOf is the case and the appeal in the address.
func appealOf(r *http.Request) (id, appealID ident.ID, err error) {
	if id, err = visit.ID(r, "case"); err == nil {
		appealID, err = visit.ID(r, "appeal")
	}
	return id, appealID, err
}

func appealPath(id, appealID ident.ID) string { return casePath(id, "appeals/"+string(appealID)) }

func (p *Pages) showAppeal(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, appealID, err := appealOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeAppeal(r.Context(), actor, id, appealID)
	if err != nil {
		return err
	}
	if f == nil {
		f = caseForm(r, v.Header)
	}
	frame := layout.FrameOf(r, "appeals.title", "Name", v.Person.Name()).With(f)
	body := appealBody{
		Case:    casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Heading: appealHeading(frame, v.Appeal), State: []layout.Tag{appealTag(frame, v.Appeal)},
		Facts: appealFacts(frame, v), Wish: v.Wish, Reason: v.FiledAppeal.Reason, Judged: v.JudgedReason,
	}
	if !v.Answer.IsZero() {
		body.Answer = &layout.Action{Text: frame.Text("appeals.answer"), Href: letterPath(id, v.Answer)}
	}
	if v.Recovery != nil && sees(v.Header, access.Compensation) {
		body.Recovery = &layout.Link{Text: frame.Text("appeals.recovery"), Href: recoveryPath(id, v.Recovery.ID, "")}
	}
	body.addSteps(frame, f, v)
	return layout.Render(w, r, "worker/appeal", layout.Page[appealBody]{Frame: frame, Body: body})
}

// addSteps are the steps that the reader may take, each with the page or the form it
// leads to.
func (b *appealBody) addSteps(f layout.Frame, typed *form.Form, v casework.AppealView) {
	judges := v.Acts[access.Reconsider] && !v.Assessed
	if v.Acts[access.Reconsider] && v.Assessed {
		b.Notice = &layout.Notice{Text: f.Text("decision.maker_assessed"), Tone: layout.Ask}
	}
	for _, step := range v.Steps(v.Time) {
		switch {
		case step == appeal.Withdraw && (v.Acts[access.RegisterAppeal] || judges):
			b.Withdraw = &layout.Confirm{Opens: f.Code("appeal.step.", step), Text: f.Text("appeals.withdraw_ask"), Action: layout.Action{
				Text: f.Code("appeal.step.", step), Href: appealPath(v.Case.ID, v.FiledAppeal.ID) + "/withdraw", Post: true, Danger: true, Hidden: actionForm(typed, v.Header)}}
		case !judges || step == appeal.Withdraw:
		case step == appeal.Follow && v.Recovery != nil:
			b.Follow = append(b.Follow, layout.Action{Text: f.Text("recovery.decide.again"), Href: recoveryPath(v.Case.ID, v.Recovery.ID, "")})
			b.FollowHelp = f.Text("appeals.follow_recovery")
		case step == appeal.Follow:
			b.FollowHelp = f.Text("appeals.follow_help")
			for _, kind := range decision.Kinds() {
				if mayMake(v.Header, kind) {
					b.Follow = append(b.Follow, layout.Action{Text: f.Code("decision.kind.", kind),
						Href: casePath(v.Case.ID, "decisions/new/"+string(kind)) + "?appeal=" + string(v.FiledAppeal.ID)})
				}
			}
		default:
			b.Steps = append(b.Steps, layout.Action{Text: f.Code("appeal.step.", step), Main: step != appeal.Reject,
				Danger: step == appeal.Reject, Href: appealPath(v.Case.ID, v.FiledAppeal.ID) + "/" + string(step)})
		}
	}
	if judges && v.ByReader && v.State == appeal.Received {
		b.Notice = &layout.Notice{Text: f.Text("appeals.own"), Tone: layout.Ask}
	}
}

// mayMake tells whether the reader may make a decision of the kind, and the case takes it.
func mayMake(h casework.Header, kind decision.Kind) bool {
	act := access.ChangeDecision
	if kind == decision.Grant || kind == decision.Refuse {
		act = access.GrantOrRefuse
	}
	return h.May(act, casefile.Command(kind))
}

func appealHeading(f layout.Frame, a appeal.Appeal) string {
	return f.Text("appeal.heading."+string(a.Kind), "On", a.ReceivedOn)
}

// appealTag is how far it has come.
func appealTag(f layout.Frame, a appeal.Appeal) layout.Tag {
	tag := layout.Tag{Text: f.Code("appeal.state.", a.State)}
	if a.State == appeal.Received || a.AwaitsDecision() || a.AwaitsForwarding() {
		tag.Tone = layout.Ask
	}
	return tag
}

// appealFacts are what is known of it, in the order in which it happened.
func appealFacts(f layout.Frame, v casework.AppealView) []layout.Fact {
	var facts []layout.Fact
	add := func(key, value string) { facts = append(facts, layout.Fact{Label: f.Text(key), Value: value}) }
	add("appeals.about", f.Text("appeals.new_decision.value", "Kind", v.About.Letter.Title, "On", clock.DayOf(v.About.MadeAt)))
	if v.DecidedBy != "" {
		add("appeals.decided_by", v.DecidedBy)
	}
	add("appeals.received", f.Day(v.ReceivedOn))
	if v.Kind == appeal.ToCourt {
		switch {
		case v.Time.Last == nil:
			add("appeals.in_time", f.Text("appeals.in_time.doubt"))
		case v.Time.In:
			add("appeals.in_time", f.Text("appeals.in_time.yes", "Last", *v.Time.Last))
		default:
			add("appeals.in_time", f.Text("appeals.in_time.no", "Last", *v.Time.Last))
		}
	}
	sender := f.Code("appeal.by.", v.By)
	if v.Representative != "" {
		sender = v.Representative
	}
	add("appeals.sender", sender)
	if v.RegisteredByName != v.Person.Name() {
		add("appeals.registered", v.RegisteredByName)
	}
	if v.JudgedByName != "" {
		add("appeals.judged_by", v.JudgedByName)
	}
	if v.Outcome != "" {
		add("appeals.outcome", f.Code("appeal.outcome.", v.Outcome))
	}
	if v.New != nil {
		add("appeals.new_decision", f.Text("appeals.new_decision.value", "Kind", f.Code("decision.kind.", v.New.Kind), "On", clock.DayOf(v.New.At)))
	}
	if made := v.NewOfRecovery; made != nil {
		add("appeals.new_decision", f.Text("appeals.new_decision.recovery", "Claim", made.Claim, "On", clock.DayOf(made.At)))
	}
	if v.ForwardedOn != nil {
		add("appeals.forwarded", f.Day(*v.ForwardedOn))
	}
	if v.CourtOn != nil {
		add("appeals.court", f.Text("appeals.court.value", "Outcome", f.Code("appeal.court.", v.Court), "On", *v.CourtOn))
	}
	if v.CourtNumber != "" {
		add("appeals.court_number", v.CourtNumber)
	}
	if v.WithdrawnOn != nil {
		add("appeals.withdrawn", f.Day(*v.WithdrawnOn))
	}
	return facts
}
