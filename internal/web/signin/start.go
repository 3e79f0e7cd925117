package signin

import (
	"net/http"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/web/layout"
)

// start sends the visitor to the provider, and remembers in the session what its
// answer shall match.
func (p *Pages) start(w http.ResponseWriter, r *http.Request) error {
	at := p.issuer(r.FormValue("provider"))
	if at == nil {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	next := layout.LocalPath(r.FormValue("next"), "/")
	b, err := p.remember(r.Context(), at.Name, next)
	if err != nil {
		return err
	}
	language, _, _ := strings.Cut(layout.PrinterOf(r).Tag(), "-")
	to, err := at.begin(r.Context(), b, language, r.FormValue("as") == "another")
	if err != nil {
		if _, _, err := p.recall(r.Context(), b.State); err != nil {
			return err
		}
		return p.fail(w, r, failure{code: noAnswer, provider: at.Name, next: next, cause: err})
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
