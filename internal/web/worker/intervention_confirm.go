package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// interventionConfirm says that everything that stands of the intervention is right. A
// provider comes from its first page and goes back to it.
func (p *Pages) interventionConfirm(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	path := interventionPath(id)
	if actor.Role == access.ProviderSupervisor {
		path = "/provider"
	}
	if err := p.office.ConfirmEntry(r.Context(), actor, id, casework.Form{Token: layout.ReadForm(r).Once()}); err != nil {
		return layout.Onward(err, path)
	}
	return layout.Done(w, r, path, "entry.confirmed")
}
