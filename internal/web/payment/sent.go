package payment

import (
	"errors"
	"net/http"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type sentBody struct {
	Run      runPage
	Title    string
	Text     string
	Facts    []layout.Fact
	Download *layout.Action
	Confirm  *layout.Confirm
	Already  string // address to note what the bank has already, "" until it was refused
	Discard  string // address, "" where there is nothing to throw away
	Open     bool   // the form to throw away has something wrong in it
	Next     *layout.Action
}

// sentShow is the fifth step: the bank has been given the file.
func (p *Pages) sentShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showSent(w, r, actor, layout.BlankForm(r), false)
}

// sent notes that it has: or, where that is refused because a week has changed since and
// the bank has it all the same, that it had it already.
func (p *Pages) sent(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	run, file, err := runAndFile(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	mark := p.office.MarkFileSent
	if f.Yes("already_sent") {
		mark = p.office.FileWasSent
	}
	err = mark(r.Context(), actor, run, file, casework.Form{Token: f.Once()})
	var no *fault.Error
	switch {
	case f.Take(err):
		return p.showSent(w, r, actor, f, errors.As(err, &no) && strings.HasPrefix(no.Text.Key, "pay.file.has_changed"))
	case err != nil:
		return layout.Onward(err, runPath(run, stepAnswer))
	}
	return layout.Done(w, r, runPath(run, stepAnswer), "payment.sent.done")
}

// discard throws away a file that the bank has not been given.
func (p *Pages) discard(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	run, file, err := runAndFile(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = p.office.DiscardPaymentFile(r.Context(), actor, run, file,
		casework.Discard{Form: casework.Form{Token: f.Once()}, NotAtBank: f.Yes("not_at_bank")})
	switch {
	case f.Take(err):
		return p.showSent(w, r, actor, f, false)
	case err != nil:
		return layout.Onward(err, runPath(run, stepFile))
	}
	return layout.Done(w, r, runPath(run, stepFile), "payment.discard.done")
}

func runAndFile(r *http.Request) (run, file ident.ID, err error) {
	if run, err = visit.ID(r, "run"); err == nil {
		file, err = visit.ID(r, "file")
	}
	return run, file, err
}

// showSent is the page, after a refusal because a week has changed where that was so.
func (p *Pages) showSent(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form, changed bool) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeePaymentRun(r.Context(), actor, id, 1)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.sent.title", "Week", v.Week).With(f)
	body := sentBody{Run: runPageOf(frame, v, stepSent), Open: !f.OK()}
	far := farOf(v)
	switch {
	case far.open != nil:
		body.Title = frame.Text("payment.sent.heading", "Count", far.open.Payments, "Total", far.open.Total)
		body.Text = frame.Text("payment.sent.help")
		body.Facts = []layout.Fact{{Label: frame.Text("payment.sent.message"), Value: far.open.Message},
			{Label: frame.Text("payment.column.made"), Value: frame.Text("payment.file.by", "Name", far.open.MadeByName, "At", far.open.MadeAt)}}
		if v.Sends {
			body.Download = &layout.Action{Text: frame.Text("payment.sent.download"), Href: filePath(id, far.open.ID, "")}
			body.Confirm = &layout.Confirm{Opens: frame.Text("payment.sent.opens"),
				Text: frame.Text("payment.sent.confirm", "Count", far.open.Payments, "Total", far.open.Total),
				Action: layout.Action{Text: frame.Text("payment.sent.send"), Href: filePath(id, far.open.ID, stepSent), Post: true, Main: true,
					Hidden: []layout.Hidden{{Name: "once", Value: layout.BlankForm(r).Once()}}}}
			body.Discard = filePath(id, far.open.ID, "discard")
			if changed {
				body.Already = filePath(id, far.open.ID, stepSent)
			}
		}
	case far.sent > 0:
		body.Title, body.Text = frame.Text("payment.sent.all"), frame.Text("payment.sent.all_help")
		body.Next = &layout.Action{Text: frame.Text("payment.sent.next"), Href: runPath(id, stepAnswer), Main: true}
	default:
		body.Title, body.Text = frame.Text("payment.sent.none"), frame.Text("payment.sent.none_help")
		body.Next = &layout.Action{Text: frame.Text("payment.sent.to_file"), Href: runPath(id, stepFile), Main: true}
	}
	return layout.Render(w, r, "payment/sent", layout.Page[sentBody]{Frame: frame, Body: body})
}
