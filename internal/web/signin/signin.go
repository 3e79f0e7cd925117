package signin

import (
	"net/http"

	"fotfaste/internal/web/layout"
)

type signinBody struct {
	Next  string // the page to come to afterwards
	Town  string // the demo's municipality
	Roles []demoRole
}

// signin shows the ways in.
func (p *Pages) signin(w http.ResponseWriter, r *http.Request) error {
	body := signinBody{Next: layout.LocalPath(r.FormValue("next"), "/")}
	if p.demo != nil {
		var err error
		body.Town = p.demo.Name
		if body.Roles, err = p.demoRoles(r); err != nil {
			return err
		}
	}
	return layout.Render(w, r, "signin/signin", layout.Page[signinBody]{
		Frame: layout.FrameOf(r, "signin.title"), Body: body,
	})
}

// signout ends the session.
func (p *Pages) signout(w http.ResponseWriter, r *http.Request) error {
	if err := p.sessions.SignOut(r.Context()); err != nil {
		return err
	}
	return layout.Done(w, r, "/signin", "signin.signed_out")
}
