package participant

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
		"GET /me/assessment":                                 p.assessment,
		"GET /me/assessment/{section}":                       p.assessmentSection,
		"POST /me/assessment/{section}":                      p.assessmentSave,
		"GET /me/attendance":                                 p.attendanceShow,
		"POST /me/attendance":                                p.attendance,
		"GET /me/money":                                      p.money,
		"GET /me/money/account":                              p.moneyAccountShow,
		"POST /me/money/account":                             p.moneyAccount,
		"GET /me":                                            p.home,
		"GET /me/consents":                                   p.consents,
		"POST /me/consents":                                  p.consentGive,
		"POST /me/consents/{consent}/revoke":                 p.consentRevoke,
		"GET /me/readers":                                    p.readers,
		"GET /me/letters":                                    p.letters,
		"GET /me/letters/{letter}/appeal":                    p.appealShow,
		"POST /me/letters/{letter}/appeal":                   p.appeal,
		"POST /me/letters/{letter}/appeal/{appeal}/withdraw": p.appealWithdraw,
		"GET /me/letters/{letter}":                           p.letter,

		"GET /me/assistance": p.assistance,

		"GET /me/household":             p.household,
		"POST /me/household":            p.householdSay,
		"POST /me/household/{row}/end":  p.householdEnd,
		"POST /me/household/{row}/back": p.householdTakeBack,

		"GET /me/recovery/{recovery}":  p.recoveryShow,
		"POST /me/recovery/{recovery}": p.recovery,

		"GET /me/plan":                p.planShow,
		"POST /me/plan":               p.plan,
		"GET /me/offers/{placement}":  p.offerShow,
		"POST /me/offers/{placement}": p.offer,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}
