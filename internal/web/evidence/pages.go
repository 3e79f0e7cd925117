package evidence

import (
	"embed"
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/web/visit"
)

// Templates are the pages of this room.
//
//go:embed *.gohtml
var Templates embed.FS

// Pages are the actions of this room.
type Pages struct{ office *casework.Office }

// New makes the pages.
func New(office *casework.Office) *Pages { return &Pages{office: office} }

const homePath = "/evidence"

// Register gives each page its address.
func (p *Pages) Register(mux *http.ServeMux) {
	for address, page := range map[string]visit.Page{
		"GET /evidence":             p.compare,
		"GET /evidence/figures.csv": p.figuresFile,
		"GET /evidence/{card}":      p.card,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}
