package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type attestBody struct {
	Run     runPage
	Attests bool
	Title   string
	Text    string
}

// attestShow is the third step: to stand for the run.
func (p *Pages) attestShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAttest(w, r, actor, layout.BlankForm(r))
}

// attest attests the run.
func (p *Pages) attest(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = p.office.AttestPayments(r.Context(), actor, id, casework.Form{Token: f.Once()})
	switch {
	case f.Take(err):
		return p.showAttest(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, runPath(id, stepAttest))
	}
	return layout.Done(w, r, runPath(id, stepAttest), "payment.attest.done")
}

func (p *Pages) showAttest(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeePaymentRun(r.Context(), actor, id, 1)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.attest.title", "Week", v.Week).With(f)
	body := attestBody{Run: runPageOf(frame, v, stepAttest), Attests: v.Attests}
	switch {
	case v.Attests:
		body.Title = frame.Text("payment.attest.heading", "Total", v.Total, "Count", v.Payees)
		if v.Payees == 0 {
			body.Title = frame.Text("payment.attest.heading_nothing", "Count", v.Sums.Corrected)
		}
		body.Text = frame.Text("payment.attest.help")
	case v.State == casework.RunProposed:
		body.Title, body.Text = frame.Text("payment.attest.by_another"), frame.Text("payment.attest.by_another_help")
	case v.State == casework.RunAttested:
		body.Title = frame.Text("payment.attest.stands", "Name", v.AttestedByName, "At", *v.AttestedAt)
		body.Text = frame.Text("payment.attest.stands_help")
	default:
		body.Title, body.Text = frame.Text("payment.run.withdrawn"), frame.Text("payment.run.withdrawn_help")
	}
	return layout.Render(w, r, "payment/attest", layout.Page[attestBody]{Frame: frame, Body: body})
}
