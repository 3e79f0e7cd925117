package provider

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
		"GET /provider": p.home,
		"POST /provider/interventions/{intervention}/room/{week}/back":     p.capacityBack,
		"POST /provider/interventions/{intervention}/closed":               p.closePeriod,
		"POST /provider/interventions/{intervention}/closed/{closed}/open": p.openPeriod,
		"GET /provider/placements/{placement}":                             p.placement,
		"POST /provider/placements/{placement}/answer":                     p.placementAnswer,
		"POST /provider/placements/{placement}/start":                      p.placementStart,
		"POST /provider/placements/{placement}/end":                        p.placementEnd,
		"GET /provider/interventions/{intervention}":                       p.capacityShow,
		"POST /provider/interventions/{intervention}":                      p.capacity,
		"GET /provider/attendance":                                         p.attendanceShow,
		"POST /provider/attendance":                                        p.attendance,
		"GET /provider/interventions/{intervention}/passings":              p.passings,

		"POST /provider/placements/{placement}/change":          p.change,
		"POST /provider/placements/{placement}/change/withdraw": p.changeBack,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}
