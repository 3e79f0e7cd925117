package signin

import (
	"net/http"
	"net/url"

	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type signinBody struct {
	Doors []door
	Next  string // the page to come to afterwards
	Town  string // the demo's municipality
	Roles []demoRole
}

// door is a way in, by a provider.
type door struct{ Name, Href string }

// signin shows the ways in. Who has come in and only lacks a role is shown the roles.
func (p *Pages) signin(w http.ResponseWriter, r *http.Request) error {
	body := signinBody{Next: layout.LocalPath(r.FormValue("next"), "/")}
	if _, arrived := p.sessions.Arrived(r.Context()); arrived {
		if _, err := visit.Actor(r); err != nil {
			http.Redirect(w, r, rolePath(body.Next), http.StatusSeeOther)
			return nil
		}
	}
	for _, i := range p.issuers {
		body.Doors = append(body.Doors, door{i.Name, startPath(i.Name, body.Next)})
	}
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

func startPath(provider, next string) string {
	return "/signin/start?" + url.Values{"provider": {provider}, "next": {next}}.Encode()
}

func rolePath(next string) string {
	if next == "/" {
		return "/signin/role"
	}
	return "/signin/role?" + url.Values{"next": {next}}.Encode()
}
