package signin

import (
	"embed"
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// Templates are the pages of this room.
//
//go:embed *.gohtml
var Templates embed.FS

// Pages are the ways in and out.
type Pages struct {
	office   *casework.Office
	sessions *visit.Sessions
	demo     *Demo
}

// New makes the pages. demo is nil outside the demo.
func New(office *casework.Office, sessions *visit.Sessions, demo *Demo) *Pages {
	return &Pages{office: office, sessions: sessions, demo: demo}
}

// Register gives each page its address.
func (p *Pages) Register(mux *http.ServeMux) {
	mux.Handle("GET /signin", layout.Handler(p.signin))
	mux.Handle("POST /signout", layout.Handler(p.signout))
	if p.demo != nil {
		mux.Handle("POST /signin/demo", layout.Handler(p.demoSignin))
		mux.Handle("POST /demo/clock", layout.Handler(p.demoClock))
	}
}
