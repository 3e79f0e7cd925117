package worker

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
		"GET /work":                  p.home,
		"GET /work/participants.csv": p.participantsCSV,
		"GET /work/search":           p.search,
		"GET /work/enquiries/new":    p.enquiryNewShow,
		"POST /work/enquiries/new":   p.enquiryNew,
		"GET /work/cases/{case}":     p.overview,

		"GET /work/cases/{case}/events":             p.journey,
		"GET /work/cases/{case}/progress":           p.progressShow,
		"POST /work/cases/{case}/progress":          p.progress,
		"GET /work/cases/{case}/contacts":           p.contactsShow,
		"POST /work/cases/{case}/contacts":          p.contacts,
		"GET /work/cases/{case}/exit":               p.exitShow,
		"POST /work/cases/{case}/exit":              p.exit,
		"GET /work/cases/{case}/outcomes":           p.outcomes,
		"GET /work/cases/{case}/outcomes/{months}":  p.outcomeShow,
		"POST /work/cases/{case}/outcomes/{months}": p.outcome,
		"GET /work/cases/{case}/close":              p.closeShow,
		"POST /work/cases/{case}/close":             p.close,

		"GET /work/cases/{case}/attendance":   p.attendanceShow,
		"POST /work/cases/{case}/attendance":  p.attendance,
		"GET /work/cases/{case}/compensation": p.compensation,

		"GET /work/cases/{case}/compensation/account":  p.payAccountShow,
		"POST /work/cases/{case}/compensation/account": p.payAccount,
		"GET /work/cases/{case}/compensation/{week}":   p.compensationKnown,

		"GET /work/cases/{case}/recovery/{recovery}":         p.recoveryShow,
		"POST /work/cases/{case}/recovery/{recovery}/tell":   p.recoveryTell,
		"POST /work/cases/{case}/recovery/{recovery}/view":   p.recoveryView,
		"GET /work/cases/{case}/recovery/{recovery}/decide":  p.recoveryDecideShow,
		"POST /work/cases/{case}/recovery/{recovery}/decide": p.recoveryDecide,

		"GET /work/cases/{case}/requirement":                      p.requirement,
		"GET /work/cases/{case}/requirement/obstacle":             p.obstacleShow,
		"POST /work/cases/{case}/requirement/obstacle":            p.obstacle,
		"POST /work/cases/{case}/requirement/obstacle/{row}/back": p.obstacleBack,
		"GET /work/cases/{case}/requirement/decision":             p.consequenceNewShow,
		"POST /work/cases/{case}/requirement/decision":            p.consequenceNew,
		"GET /work/cases/{case}/requirement/decision/{row}":       p.consequenceShow,
		"POST /work/cases/{case}/requirement/decision/{row}":      p.consequenceUndo,

		"GET /work/cases/{case}/eligibility":                   p.eligibility,
		"POST /work/cases/{case}/eligibility":                  p.eligibilityJudge,
		"GET /work/cases/{case}/assessment":                    p.assessment,
		"POST /work/cases/{case}/assessment":                   p.assessmentBegin,
		"GET /work/cases/{case}/assessment/{round}":            p.assessmentRound,
		"POST /work/cases/{case}/assessment/{round}/complete":  p.assessmentComplete,
		"GET /work/cases/{case}/assessment/{round}/{section}":  p.assessmentSection,
		"POST /work/cases/{case}/assessment/{round}/{section}": p.assessmentSave,
		"GET /work/cases/{case}/decisions":                     p.decisions,
		"GET /work/cases/{case}/decisions/new/{kind}":          p.decisionNewShow,
		"POST /work/cases/{case}/decisions/new/{kind}":         p.decisionNew,
		"GET /work/cases/{case}/letters/{letter}":              p.letterShow,
		"POST /work/cases/{case}/letters/{letter}":             p.letter,
		"GET /work/cases/{case}/letters/{letter}/appeal":       p.appealNewShow,
		"POST /work/cases/{case}/letters/{letter}/appeal":      p.appealNew,
		"GET /work/cases/{case}/appeals/{appeal}":              p.appealShow,
		"POST /work/cases/{case}/appeals/{appeal}/withdraw":    p.appealWithdraw,
		"GET /work/cases/{case}/appeals/{appeal}/{step}":       p.appealStepShow,
		"POST /work/cases/{case}/appeals/{appeal}/{step}":      p.appealStep,
		"POST /work/cases/{case}/start":                        p.programmeStart,
		"GET /work/cases/{case}/manager":                       p.caseManagerShow,
		"POST /work/cases/{case}/manager":                      p.caseManager,
		"GET /work/cases/{case}/staff":                         p.staffNameShow,
		"POST /work/cases/{case}/staff":                        p.staffName,
		"POST /work/cases/{case}/staff/{member}/release":       p.staffRelease,
		"GET /work/cases/{case}/person":                        p.personCorrectShow,
		"POST /work/cases/{case}/person":                       p.personCorrect,
		"GET /work/cases/{case}/children":                      p.children,
		"POST /work/cases/{case}/children":                     p.childAdd,
		"GET /work/cases/{case}/children/{child}":              p.childShow,
		"POST /work/cases/{case}/children/{child}":             p.childCustody,
		"POST /work/cases/{case}/children/{child}/remove":      p.childRemove,
		"GET /work/cases/{case}/household":                     p.household,
		"POST /work/cases/{case}/household":                    p.householdEnter,
		"POST /work/cases/{case}/household/confirm":            p.householdConfirm,
		"POST /work/cases/{case}/household/end":                p.householdListEnd,
		"GET /work/cases/{case}/household/rows.csv":            p.householdFile,
		"GET /work/cases/{case}/household/rows/{row}":          p.householdRowShow,
		"POST /work/cases/{case}/household/rows/{row}":         p.householdRowEnd,
		"GET /work/cases/{case}/household/file":                p.registerFileShow,
		"POST /work/cases/{case}/household/file":               p.registerFile,
		"GET /work/cases/{case}/readers":                       p.readers,
		"GET /work/cases/{case}/plan":                          p.plan,
		"GET /work/cases/{case}/plan/write":                    p.planWriteShow,
		"POST /work/cases/{case}/plan/write":                   p.planWrite,
		"GET /work/cases/{case}/plan/answer":                   p.planAnswerShow,
		"POST /work/cases/{case}/plan/answer":                  p.planAnswer,
		"GET /work/cases/{case}/placements":                    p.placements,
		"GET /work/cases/{case}/placements/{placement}":        p.placementShow,
		"POST /work/cases/{case}/placements/{placement}":       p.placement,
		"GET /work/cases/{case}/refer":                         p.refer,
		"GET /work/cases/{case}/refer/{intervention}":          p.referToShow,
		"POST /work/cases/{case}/refer/{intervention}":         p.referTo,
		"GET /work/catalogue":                                  p.catalogue,
		"GET /work/catalogue/new":                              p.interventionNewShow,
		"POST /work/catalogue/new":                             p.interventionNew,
		"GET /work/catalogue/{intervention}":                   p.intervention,
		"GET /work/catalogue/{intervention}/flow":              p.interventionFlow,
		"GET /work/catalogue/{intervention}/edit":              p.interventionEditShow,
		"POST /work/catalogue/{intervention}/edit":             p.interventionEdit,
		"POST /work/catalogue/{intervention}/confirm":          p.interventionConfirm,

		"GET /work/meeting": p.meeting,
		"GET /work/cases/{case}/refer/{intervention}/pass":       p.passOverShow,
		"POST /work/cases/{case}/refer/{intervention}/pass":      p.passOver,
		"POST /work/cases/{case}/refer/{intervention}/pass/back": p.passOverBack,

		"POST /work/cases/{case}/placements/{placement}/change": p.change,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}

// casePath is the address of a page of a case; page is "" for the first.
func casePath[T ~string](id T, page string) string {
	path := "/work/cases/" + string(id)
	if page != "" {
		path += "/" + page
	}
	return path
}
