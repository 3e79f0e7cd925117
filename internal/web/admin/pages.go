package admin

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
		"GET /admin":         p.accounts,
		"GET /admin/law":     p.law,
		"GET /admin/payer":   p.payerShow,
		"POST /admin/payer":  p.payer,
		"GET /audit":         p.journal,
		"GET /audit/file":    p.journalFile,
		"POST /audit/verify": p.verify,
	} {
		mux.Handle(address, visit.Handler(page))
	}
}
