package sums

import (
	"embed"
	"net/http"

	"fotfaste/internal/access"
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

// action is a page of this room, which knows the law and what day it is.
type action func(w http.ResponseWriter, r *http.Request, known casework.Sums) error

// reckoner is one of the sums: its page at /sums/<name>, and its numbers as files at
// /sums/<name>/<file>. Its card on the first page has the texts sums.card.<name>.
type reckoner struct {
	name  string
	page  action
	files map[string]action
}

// reckoners are all of them, in the order of their cards.
func reckoners() []reckoner {
	return []reckoner{
		{"household", household, map[string]action{"margin.csv": householdFile}},
		{"wage", wage, map[string]action{"figures.csv": wageFile}},
		{"payback", payback, map[string]action{"sensitivity.csv": paybackFile}},
		{name: "duty", page: dutyPage},
		{name: "studies", page: studiesPage},
	}
}

// Register gives each page its address.
func (p *Pages) Register(mux *http.ServeMux) {
	mux.Handle("GET /sums", p.handler(home))
	for _, one := range reckoners() {
		mux.Handle("GET "+one.path(), p.handler(one.page))
		for file, page := range one.files {
			mux.Handle("GET "+one.path()+"/"+file, p.handler(page))
		}
	}
}

func (one reckoner) path() string { return "/sums/" + one.name }

// handler opens the page for those who may reckon.
func (p *Pages) handler(page action) http.Handler {
	return visit.Handler(func(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
		known, err := p.office.SeeSums(r.Context(), actor)
		if err != nil {
			return err
		}
		return page(w, r, known)
	})
}
