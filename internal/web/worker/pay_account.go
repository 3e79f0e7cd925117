package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type payAccountBody struct {
	Case    casePage
	Title   string
	Notice  *layout.Notice
	Facts   []layout.Fact
	Enters  bool
	Heading string
	Account layout.AccountForm
	Back    layout.Action
}

// payAccountShow is where the participant is paid.
func (p *Pages) payAccountShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showPayAccount(w, r, actor, id, layout.BlankForm(r))
}

// payAccount enters an account for the participant, who is told.
func (p *Pages) payAccount(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	typed := layout.TypedAccount(f)
	if err = f.Err(); err == nil {
		err = p.office.EnterPayAccount(r.Context(), actor, id, casework.PayAccount{Form: casework.Form{Token: f.Once()}, Typed: typed})
	}
	switch {
	case f.Take(err):
		return p.showPayAccount(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "compensation/account"))
	}
	return layout.Done(w, r, casePath(id, "compensation/account"), "account.done")
}

func (p *Pages) showPayAccount(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	v, err := p.office.SeePayAccount(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "account.theirs.title", "Name", v.Person.Name()).With(f)
	body := payAccountBody{
		Case: casePageOf(frame, v.Header, access.Compensation, clock.Today(p.office.Clock)), Title: frame.Text("account.theirs.heading", "Account", v.Masked),
		Notice: layout.AccountNotice(frame, v), Facts: layout.AccountFacts(frame, v), Enters: v.Enters, Heading: frame.Text("account.another"),
		Account: layout.AccountFormOf(frame, frame.Text("account.save")),
		Back:    layout.Action{Text: frame.Text("account.theirs.back"), Href: casePath(id, "compensation")},
	}
	if !v.Known {
		body.Title, body.Heading = frame.Text("account.theirs.none"), frame.Text("account.first")
	}
	return layout.Render(w, r, "worker/pay_account", layout.Page[payAccountBody]{Frame: frame, Body: body})
}
