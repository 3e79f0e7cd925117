package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type fileBody struct {
	Run       runPage
	Title     string
	Text      string
	Makes     bool
	Next      *layout.Action
	NoAccount *layout.Table
	Files     layout.Table
}

// fileShow is the fourth step: the bank's file is made of what has been attested.
func (p *Pages) fileShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showFile(w, r, actor, layout.BlankForm(r))
}

// file makes it.
func (p *Pages) file(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	_, err = p.office.MakePaymentFile(r.Context(), actor, id, casework.Form{Token: f.Once()})
	switch {
	case f.Take(err):
		return p.showFile(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, runPath(id, stepSent))
	}
	return layout.Done(w, r, runPath(id, stepSent), "payment.file.done")
}

func (p *Pages) showFile(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeePaymentRun(r.Context(), actor, id, 1)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.file.title", "Week", v.Week).With(f)
	body := fileBody{Run: runPageOf(frame, v, stepFile), Files: fileTable(frame, v)}
	far := farOf(v)
	switch {
	case v.State != casework.RunAttested:
		body.Title, body.Text = frame.Text("payment.file.not_yet"), frame.Text("payment.file.not_yet_help")
	case far.open != nil:
		body.Title, body.Text = frame.Text("payment.file.made"), frame.Text("payment.file.made_help")
		body.Next = &layout.Action{Text: frame.Text("payment.file.next"), Href: runPath(id, stepSent), Main: true}
	case v.ToFile > 0:
		body.Title, body.Text = frame.Text("payment.file.make", "Count", v.ToFile), frame.Text("payment.file.make_help")
		body.Makes = v.Sends
	default:
		body.Title, body.Text = frame.Text("payment.file.nothing"), frame.Text("payment.file.nothing_help")
	}
	if v.NoAccount > 0 {
		due, err := p.office.SeeRunPayments(r.Context(), actor, id, payment.Due, 0)
		if err != nil {
			return err
		}
		body.NoAccount = noAccountTable(frame, due.Lines)
	}
	return layout.Render(w, r, "payment/file", layout.Page[fileBody]{Frame: frame, Body: body})
}

// noAccountTable is who has nowhere to be paid. The case manager asks them.
func noAccountTable(f layout.Frame, lines []casework.PaymentLine) *layout.Table {
	t := layout.Table{Caption: f.Text("payment.file.no_account_caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.week")},
			{Text: f.Text("payment.column.amount"), Number: true}, {Text: f.Text("payment.column.since")}}}
	for _, l := range lines {
		if l.NoAccount {
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{accountCell(f, l.Payee), {Text: f.WeekYear(l.Week)},
				{Text: f.Kronor(l.Amount)}, {Text: f.Instant(l.Since)}}})
		}
	}
	t = layout.NewTable(t)
	return &t
}

// accountCell is who is paid, leading to where their account is entered.
func accountCell(f layout.Frame, p casework.Payee) layout.Cell {
	cell := payeeCell(f, p)
	if cell.Href != "" {
		cell.Href += "/account"
	}
	return cell
}

// fileTable is the files that have been made of the run.
func fileTable(f layout.Frame, v casework.PaymentRun) layout.Table {
	t := layout.Table{Caption: f.Text("payment.file.files"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.made")}, {Text: f.Text("payment.column.payments"), Number: true},
			{Text: f.Text("payment.column.total"), Number: true}, {Text: f.Text("payment.column.state")}, {Text: f.Text("payment.column.file")}},
		Empty: &layout.Empty{Title: f.Text("payment.file.empty"), Text: f.Text("payment.file.empty_help")}}
	for _, file := range v.Files {
		state := layout.Cell{Text: f.Text("payment.file.waits"), Tone: layout.Ask}
		switch {
		case file.SentAt != nil:
			state = layout.Cell{Text: f.Text("payment.file.is_sent"), Tone: layout.Good,
				Detail: f.Text("payment.file.by", "Name", file.SentByName, "At", *file.SentAt)}
		case file.DiscardedAt != nil:
			state = layout.Cell{Text: f.Text("payment.file.is_discarded"),
				Detail: f.Text("payment.file.by", "Name", file.DiscardedByName, "At", *file.DiscardedAt)}
		}
		link := layout.Cell{}
		if v.Sends {
			link = layout.Cell{Text: f.Text("payment.file.download"), Href: filePath(v.ID, file.ID, "")}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: f.Instant(file.MadeAt), Detail: file.MadeByName},
			{Text: f.Value(file.Payments)}, {Text: f.Kronor(file.Total)}, state, link}})
	}
	return layout.NewTable(t)
}

// filePath is the address of a file of a run, or of something to do with it.
func filePath[R, F ~string](run R, file F, what string) string {
	path := runPath(run, "files/"+string(file))
	if what != "" {
		path += "/" + what
	}
	return path
}

// download is the file itself, as it was made.
func (p *Pages) download(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	run, id, err := runAndFile(r)
	if err != nil {
		return err
	}
	file, err := p.office.SeePaymentFile(r.Context(), actor, run, id)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+file.Message+`.xml"`)
	_, _ = w.Write(file.Content) // the reader went away
	return nil
}
