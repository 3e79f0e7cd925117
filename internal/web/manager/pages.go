package manager

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

// Register gives each page its address.
func (p *Pages) Register(mux *http.ServeMux) {
	for address, page := range map[string]visit.Page{
		"GET /manager":                p.home,
		"GET /manager/figures/{file}": p.figureFile,
		"GET /manager/cases":          p.cases,
		"GET /manager/cases/file":     p.casesFile,

		"GET /manager/need":      p.need,
		"GET /manager/need/file": p.needFile,

		"GET /manager/stops":        p.stops,
		"GET /manager/stops/{file}": p.stopsFile,

		"GET /manager/requirement":              p.requirement,
		"GET /manager/requirement/file":         p.requirementFile,
		"GET /manager/requirement/cases":        p.requirementCases,
		"GET /manager/requirement/cases/file":   p.requirementCasesFile,
		"GET /manager/requirement/quarter":      p.quarter,
		"GET /manager/requirement/quarter/file": p.quarterFile,

		"GET /manager/dependence":            p.dependence,
		"GET /manager/dependence/file":       p.dependenceFile,
		"GET /manager/dependence/cases":      p.dependenceCases,
		"GET /manager/dependence/cases/file": p.dependenceCasesFile,

		"GET /manager/savings":              p.savings,
		"GET /manager/savings/file":         p.savingsFile,
		"GET /manager/savings/quarters.csv": p.quarterCostsFile,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}
