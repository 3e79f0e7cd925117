package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type moneyAccountBody struct {
	Head    layout.Head
	Notice  *layout.Notice
	Facts   []layout.Fact
	Heading string
	Account layout.AccountForm
}

// moneyAccountShow is where the participant's money goes.
func (p *Pages) moneyAccountShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showMoneyAccount(w, r, actor, layout.BlankForm(r))
}

// moneyAccount enters another account.
func (p *Pages) moneyAccount(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := p.office.MyCase(r.Context(), actor)
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
		return p.showMoneyAccount(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, "/me/money/account")
	}
	return layout.Done(w, r, "/me/money/account", "account.done")
}

func (p *Pages) showMoneyAccount(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, err := p.myAccount(r, actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "account.mine.title").Alone().With(f)
	body := moneyAccountBody{
		Head: layout.Head{Title: frame.Text("account.mine.heading", "Account", v.Masked), Lead: frame.Text("account.mine.lead"),
			Actions: []layout.Action{{Text: frame.Text("account.mine.back"), Href: "/me/money"}}},
		Notice: layout.AccountNotice(frame, v), Facts: layout.AccountFacts(frame, v), Heading: frame.Text("account.another"),
		Account: layout.AccountFormOf(frame, frame.Text("account.save")),
	}
	if !v.Known {
		body.Head.Title, body.Heading = frame.Text("account.mine.none"), frame.Text("account.first")
	}
	return layout.Render(w, r, "participant/money_account", layout.Page[moneyAccountBody]{Frame: frame, Body: body})
}

// myAccount is where the participant is paid.
func (p *Pages) myAccount(r *http.Request, actor access.Actor) (casework.PayAccountView, error) {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return casework.PayAccountView{}, err
	}
	return p.office.SeePayAccount(r.Context(), actor, id)
}
