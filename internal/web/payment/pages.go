package payment

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
		"GET /payments":                        p.home,
		"POST /payments":                       p.propose,
		"GET /payments/runs/{run}":             p.run,
		"GET /payments/runs/{run}/lines.csv":   p.runLines,
		"GET /payments/runs/{run}/differences": p.differences,
		"GET /payments/runs/{run}/attest":      p.attestShow,
		"POST /payments/runs/{run}/attest":     p.attest,
		"POST /payments/runs/{run}/withdraw":   p.withdraw,
		"GET /payments/recoveries":             p.recoveries,
		"GET /payments/recoveries.csv":         p.recoveryLines,
		"GET /payments/recoveries/{recovery}":  p.recoveryShow,
		"POST /payments/recoveries/{recovery}": p.repay,

		"GET /payments/runs/{run}/file":                  p.fileShow,
		"POST /payments/runs/{run}/file":                 p.file,
		"GET /payments/runs/{run}/files/{file}":          p.download,
		"GET /payments/runs/{run}/sent":                  p.sentShow,
		"POST /payments/runs/{run}/files/{file}/sent":    p.sent,
		"POST /payments/runs/{run}/files/{file}/discard": p.discard,
		"GET /payments/runs/{run}/answer":                p.answerShow,
		"POST /payments/runs/{run}/answer":               p.answer,
		"GET /payments/runs/{run}/payments":              p.payments,
		"GET /payments/runs/{run}/payments.csv":          p.paymentsFile,

		"GET /payments/work":                   p.workShow,
		"POST /payments/work/{payment}/repeat": p.repeat,
		"POST /payments/work/{payment}/regret": p.regret,
		"GET /payments/ledger":                 p.ledger,
		"GET /payments/ledger/entries.csv":     p.entriesFile,
		"GET /payments/ledger/vouchers":        p.vouchers,
		"GET /payments/rates":                  p.rates,
		"GET /payments/rates/new/year":         p.rateYearShow,
		"POST /payments/rates/new/year":        p.rateYear,
		"GET /payments/rates/new/rules":        p.rateRulesShow,
		"POST /payments/rates/new/rules":       p.rateRules,
		"GET /payments/rates/new/correction":   p.rateCorrectionShow,
		"POST /payments/rates/new/correction":  p.rateCorrection,
		"GET /payments/rates/{rate}":           p.rate,
		"GET /payments/rates/{rate}/cases.csv": p.rateCases,
		"POST /payments/rates/{rate}/approve":  p.rateApprove,
		"POST /payments/rates/{rate}/withdraw": p.rateWithdraw,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}

// runPath is the address of a page of a run; page is "" for the proposal itself.
func runPath[T ~string](id T, page string) string {
	path := "/payments/runs/" + string(id)
	if page != "" {
		path += "/" + page
	}
	return path
}
