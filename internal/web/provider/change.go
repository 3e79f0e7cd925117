package provider

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// changeForm is what a provider fills in to propose a change.
type changeForm struct {
	Options []form.Option
	First   string // the first day that can be a last one
}

// changeOptions are what can be proposed of somebody in place.
func changeOptions(f layout.Frame) []form.Option {
	return form.Options(placement.ChangeKinds(), func(k placement.ChangeKind) string { return f.Code("change.propose.", k) })
}

// change proposes a change of a running placement. The case manager decides.
func (p *Pages) change(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "placement")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.ProposedChange{Form: casework.Form{Token: f.Once()}}
	in.Kind = placement.ChangeKind(f.Choice("change", codes(placement.ChangeKinds())...))
	switch in.Kind {
	case placement.ChangeHours:
		in.Hours = f.Int("hours", 1, plan.FullTime)
	case placement.ChangeEnd, placement.ChangeExtend:
		to := f.Day("to")
		in.To = &to
	}
	in.Reason = f.Text("reason", placement.MinReason, placement.MaxReason)
	if err = f.Err(); err == nil {
		err = p.office.ProposeChange(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showPlacement(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, placementPath(id))
	}
	return layout.Done(w, r, placementPath(id), "change.proposed")
}

// changeBack takes the proposal back.
func (p *Pages) changeBack(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "placement")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = p.office.WithdrawChange(r.Context(), actor, id, casework.Form{Token: f.Once()})
	switch {
	case f.Take(err):
		return p.showPlacement(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, placementPath(id))
	}
	return layout.Done(w, r, placementPath(id), "change.withdrawn")
}

func codes[T ~string](all []T) []string {
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = string(c)
	}
	return texts
}
