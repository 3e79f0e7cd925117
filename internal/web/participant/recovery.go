package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type recoveryBody struct {
	Head    layout.Head
	Weeks   layout.Table
	Steps   []layout.Event
	Raised  *layout.Notice // the participant can ask for the decision to be looked at again
	Views   []layout.Words
	Answers bool   // the participant can say their view now
	Answer  string // what it means to answer
	Decided *layout.Ruling
	Plan    *layout.Table
	How     string // how to pay
	Appeal  string
	Letters []layout.Link
	Contact string
}

// longestView is in characters.
const longestView = 6000

// recoveryShow is what was paid too much, why, and what happens now.
func (p *Pages) recoveryShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRecovery(w, r, actor, layout.BlankForm(r))
}

// recovery takes the participant's view.
func (p *Pages) recovery(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "recovery")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.OwnView{Form: casework.Form{Token: f.Once()}, Words: f.Text("words", 1, longestView)}
	if err = f.Err(); err == nil {
		err = p.office.GiveMyView(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showRecovery(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, recoveryPath(id))
	}
	return layout.Done(w, r, recoveryPath(id), "recovery.mine.done")
}

func recoveryPath(id ident.ID) string { return "/me/recovery/" + string(id) }

func (p *Pages) showRecovery(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "recovery")
	if err != nil {
		return err
	}
	v, err := p.office.SeeMyRecovery(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "recovery.mine.title").With(f).Alone()
	body := recoveryBody{
		Head:  recoveryHead(frame, v.RecoveryStory),
		Weeks: layout.RecoveryWeeks(frame.Printer, v.Recovery), Steps: layout.RecoverySteps(frame.Printer, v.RecoveryStory),
		Views: layout.RecoveryViews(frame.Printer, v.Views), Plan: layout.RecoveryPlan(frame.Printer, v.RecoveryStory),
		Contact: frame.Text("recovery.mine.contact_unit"), Raised: layout.RecoveryRaisedMine(frame.Printer, v.RecoveryStory),
	}
	if v.ManagerName != "" {
		body.Contact = frame.Text("recovery.mine.contact", "Name", v.ManagerName)
	}
	for _, l := range v.Letters {
		line := letterLineOf(frame, l)
		body.Letters = append(body.Letters, layout.Link{Text: frame.Text("recovery.letter", "Title", line.Title, "On", line.When), Href: line.Href})
	}
	if body.Answers = v.Can(recovery.GiveView); body.Answers {
		body.Answer = frame.Text("recovery.mine.answer_help", "Day", frame.LongDay(*v.AnswerBy))
	}
	if d := v.Latest(); d != nil {
		body.Decided = layout.RecoveryDecided(frame.Printer, *d)
		body.Appeal = frame.Text("recovery.mine.appeal")
		if v.Left() > 0 {
			body.How = frame.Text("recovery.mine.how_later", "Reference", recovery.Reference(v.ID))
			if v.PayTo != "" {
				body.How = frame.Text("recovery.mine.how", "Account", v.PayTo, "Reference", recovery.Reference(v.ID))
			}
		}
	}
	return layout.Render(w, r, "participant/recovery", layout.Page[recoveryBody]{Frame: frame, Body: body})
}

// recoveryHead says in a sentence how it stands, and in one more what it means.
func recoveryHead(f layout.Frame, s casework.RecoveryStory) layout.Head {
	state := layout.RecoveryState(f.Printer, s.State, s.Ending)
	if s.State == recovery.Communicated {
		state.Text = f.Text("recovery.mine.waits") // on the one who reads it
	}
	head := layout.Head{Tags: []layout.Tag{state}}
	switch s.State {
	case recovery.Claimed:
		head.Title, head.Lead = f.Text("recovery.mine.claimed", "Left", s.Left()), f.Text("recovery.mine.claimed_lead")
	case recovery.Closed:
		head.Title, head.Lead = f.Text("recovery.mine.closed"), f.Code("recovery.mine.closed_lead.", s.Ending)
	case recovery.Opened:
		head.Title, head.Lead = f.Text("recovery.mine.found", "Amount", s.Undecided()), f.Text("recovery.mine.opened_lead")
	default:
		head.Title, head.Lead = f.Text("recovery.mine.found", "Amount", s.Undecided()), f.Text("recovery.mine.lead")
	}
	return head
}

// recoverySteps are what the participant is asked to answer among what was paid too
// much.
func recoveryAsks(f layout.Frame, v casework.MyWay, add func(key, href, text string, pairs ...any)) {
	for _, r := range v.Overpaid {
		if r.State == recovery.Communicated {
			add("recovery", recoveryPath(r.ID), f.Text("recovery.mine.ask", "Day", f.LongDay(*r.AnswerBy)), "Amount", r.Undecided())
		}
	}
}

// overpaidOf is a line about each that is not settled.
func overpaidOf(f layout.Frame, all []casework.Recovery) []layout.Notice {
	var notices []layout.Notice
	for _, r := range all {
		n := layout.Notice{Links: []layout.Link{{Text: f.Text("recovery.mine.look"), Href: recoveryPath(r.ID)}}}
		if r.State == recovery.Claimed {
			n.Text = f.Text("recovery.mine.claimed", "Left", r.Left())
		} else {
			n.Text = f.Text("recovery.mine.found", "Amount", r.Undecided())
		}
		notices = append(notices, n)
	}
	return notices
}
