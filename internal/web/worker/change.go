package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// changeAsk is a provider's proposal that waits for the reader's answer.
type changeAsk struct {
	Path     string
	Proposal ident.ID
	Answers  []form.Option
	Gate     []layout.Explanation // of a later last day: what a yes confirms, and what stops it
}

// changeAskOf is nil where nothing waits, or the reader is not the one to answer.
func changeAskOf(f layout.Frame, v casework.PlacementView) *changeAsk {
	c := v.OpenChange()
	if c == nil || !v.Acts[access.DecideChange] {
		return nil
	}
	ask := changeAsk{
		Path: placementPath(v.Header.Case.ID, v.PlacementLine.ID) + "/change", Proposal: c.ID,
		Answers: []form.Option{
			{Value: string(placement.Yes), Text: f.Text("change.yes")}, {Value: string(placement.No), Text: f.Text("change.no")},
		},
	}
	for _, l := range v.ChangeGate {
		line := layout.GateLine(f, l)
		if l.Outcome == placement.AllowedConfirming {
			line.Value = "" // said of all of them above
		}
		ask.Gate = append(ask.Gate, line)
	}
	return &ask
}

// change answers the provider's proposal.
func (p *Pages) change(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	of, id, err := caseAndPlacement(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	agreed := f.Choice("answer", string(placement.Yes), string(placement.No)) == string(placement.Yes)
	in := casework.ChangeAnswer{
		Form: visit.Once(f), Proposal: ident.ID(f.Raw("proposal")), Agreed: agreed, Words: f.Text("words", 0, placement.MaxReason),
	}
	if err = f.Err(); err == nil {
		err = p.office.DecideChange(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showPlacement(w, r, actor, f.Fill("on", clock.Today(p.office.Clock).String()))
	case err != nil:
		return layout.Onward(err, placementPath(of, id))
	}
	done := "change.declined"
	if agreed {
		done = "change.accepted"
	}
	return layout.Done(w, r, placementPath(of, id), done)
}
