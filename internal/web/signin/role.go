package signin

import (
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// roleBody is the page where one who holds several roles chooses which to act in.
type roleBody struct {
	Seats    []seat
	Next     string
	Several  bool // municipalities
	SignedIn bool // has a role already, and may change
}

type seat struct {
	casework.Seat
	Now bool // the one they act from
}

// roleShow shows the roles to choose among, read again each time: one that was taken
// back is gone, one that was added is there.
func (p *Pages) roleShow(w http.ResponseWriter, r *http.Request) error {
	return p.showRole(w, r, layout.BlankForm(r))
}

// role lets the visitor act in the role chosen.
func (p *Pages) role(w http.ResponseWriter, r *http.Request) error {
	f := layout.ReadForm(r)
	who, arrived := p.sessions.Arrived(r.Context())
	if !arrived {
		return fault.New(fault.NotSignedIn, "fault.not_signed_in")
	}
	seats, err := p.office.Admit(r.Context(), who)
	if err != nil {
		return p.notAdmitted(w, r, failure{provider: who.Provider}, err)
	}
	for _, s := range seats {
		if f.Raw("role") == string(s.Role) && f.Raw("municipality") == s.Municipality {
			return p.sit(w, r, s, layout.LocalPath(f.Raw("next"), "/"))
		}
	}
	var fields fault.Fields
	fields.Add("role", "signin.role.none")
	f.Take(fields.Err())
	return p.showRole(w, r, f)
}

func (p *Pages) showRole(w http.ResponseWriter, r *http.Request, f *form.Form) error {
	who, arrived := p.sessions.Arrived(r.Context())
	if !arrived {
		return fault.New(fault.NotSignedIn, "fault.not_signed_in")
	}
	seats, err := p.office.Admit(r.Context(), who)
	if err != nil {
		return p.notAdmitted(w, r, failure{provider: who.Provider}, err)
	}
	now, err := visit.Actor(r)
	body := roleBody{Next: layout.LocalPath(r.FormValue("next"), "/"), SignedIn: err == nil}
	for _, s := range seats {
		body.Seats = append(body.Seats, seat{s, body.SignedIn && s.Role == now.Role && s.Municipality == now.Municipality})
		body.Several = body.Several || s.Municipality != seats[0].Municipality
	}
	return layout.Render(w, r, "signin/role", layout.Page[roleBody]{
		Frame: layout.FrameOf(r, "signin.role.title").With(f), Body: body,
	})
}
