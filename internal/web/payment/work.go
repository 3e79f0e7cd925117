package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type workBody struct {
	Head      layout.Head
	ToFile    []layout.Todo
	OnWay     []layout.Todo // made and not sent, and at the bank
	Failed    []layout.Todo
	FailedAll string // the heading of it
	Again     []layout.Todo
	NoAccount *layout.Table
	NoneWhere string // the heading of it
	Empty     *layout.Empty
}

// workShow is what has come back to work, and what never got away.
func (p *Pages) workShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showWork(w, r, actor, layout.BlankForm(r))
}

// repeat lets a failed payment be paid again in the next run.
func (p *Pages) repeat(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.change(w, r, actor, "payment.work.repeated", func(id ident.ID, form casework.Form) error {
		return p.office.RepeatPayment(r.Context(), actor, id, form)
	})
}

// regret takes that back.
func (p *Pages) regret(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.change(w, r, actor, "payment.work.regretted", func(id ident.ID, form casework.Form) error {
		return p.office.DoNotRepeat(r.Context(), actor, id, form)
	})
}

func (p *Pages) change(w http.ResponseWriter, r *http.Request, actor access.Actor, done string, change func(ident.ID, casework.Form) error) error {
	id, err := visit.ID(r, "payment")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = change(id, casework.Form{Token: f.Once()})
	switch {
	case f.Take(err):
		return p.showWork(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, "/payments/work")
	}
	return layout.Done(w, r, "/payments/work", done)
}

func (p *Pages) showWork(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, err := p.office.SeePaymentWork(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.work.title").With(f)
	waiting := v.FailedCount + v.NoAccounts
	body := workBody{Head: layout.Head{Title: frame.Text("payment.work.heading", "Count", waiting), Lead: frame.Text("payment.work.lead")},
		FailedAll: frame.Text("payment.work.failed", "Count", v.FailedCount), NoneWhere: frame.Text("payment.work.no_account", "Count", v.NoAccounts)}
	if waiting == 0 {
		body.Head.Title = frame.Text("payment.work.heading_none")
	}
	for _, w := range v.ToFile {
		body.ToFile = append(body.ToFile, toFileTodo(frame, w))
	}
	for _, w := range v.OnTheirWay {
		body.OnWay = append(body.OnWay, onItsWayTodo(frame, w))
	}
	for _, l := range v.Failed {
		body.Failed = append(body.Failed, failedTodo(frame, r, l, v.Repeats))
	}
	for _, l := range v.Again {
		todo := layout.Todo{Text: paymentWords(frame, l), Detail: frame.Text("payment.work.again_help")}
		if v.Repeats {
			todo.Action = postAction(r, frame.Text("payment.work.regret"), "/payments/work/"+string(l.ID)+"/regret", payeeCell(frame, l.Payee).Text)
		}
		body.Again = append(body.Again, todo)
	}
	if len(v.NoAccount) > 0 {
		body.NoAccount = noAccountTable(frame, v.NoAccount)
	}
	if waiting+len(v.Again)+len(v.ToFile)+len(v.OnTheirWay) == 0 {
		body.Empty = &layout.Empty{Title: frame.Text("payment.work.empty"), Text: frame.Text("payment.work.empty_help")}
	}
	return layout.Render(w, r, "payment/work", layout.Page[workBody]{Frame: frame, Body: body})
}

// toFileTodo is an attested run that a file can be made of.
func toFileTodo(f layout.Frame, w casework.RunWaiting) layout.Todo {
	return layout.Todo{Now: true, Text: f.Text("payment.work.to_file", "Count", w.Payments, "Total", w.Total, "Week", f.WeekYear(w.Run.Week)),
		Action: &layout.Action{Text: f.Text("payment.work.to_file_go"), Href: runPath(w.Run.ID, stepFile), About: f.WeekYear(w.Run.Week)}}
}

// patience is how many days a bank is given before its answer is asked for.
const patience = 3

// onItsWayTodo is a run that waits for its file to be sent or for the bank's answer.
func onItsWayTodo(f layout.Frame, w casework.RunOnItsWay) layout.Todo {
	key, next, step := "payment.work.at_bank", f.Text("payment.work.at_bank_go"), stepAnswer
	if w.State == payment.Filed {
		key, next, step = "payment.work.not_sent", f.Text("payment.work.not_sent_go"), stepSent
	}
	days := f.Text("payment.work.today")
	if w.Days > 0 {
		days = f.Text("payment.work.waited", "Count", w.Days)
	}
	return layout.Todo{Now: w.State == payment.Filed || w.Days > patience, Detail: days,
		Text:   f.Text(key, "Count", w.Payments, "Total", w.Total, "Week", f.WeekYear(w.Week)),
		Action: &layout.Action{Text: next, Href: runPath(w.Run, step), About: f.WeekYear(w.Week)}}
}

// failedTodo is a payment that the bank could not make, and what can be done about it.
func failedTodo(f layout.Frame, r *http.Request, l casework.PaymentLine, repeats bool) layout.Todo {
	todo := layout.Todo{Now: true, Text: paymentWords(f, l)}
	who := payeeCell(f, l.Payee)
	switch {
	case !l.Repeatable:
		todo.Detail = f.Text("payment.work.needs_account", "Why", why(f, l), "Account", accountWords(f, l), "At", l.Since)
		if who.Href != "" {
			todo.Action = &layout.Action{Text: f.Text("payment.work.account"), Href: who.Href + "/account", About: who.Text}
		}
	case l.Changed:
		todo.Detail = f.Text("payment.work.changed", "Why", why(f, l))
	default:
		todo.Detail = f.Text("payment.work.why", "Why", why(f, l), "Account", accountWords(f, l), "At", l.Since)
	}
	if l.Repeatable && repeats {
		todo.Action = postAction(r, f.Text("payment.work.repeat"), "/payments/work/"+string(l.ID)+"/repeat", who.Text)
	}
	return todo
}

// paymentWords is a payment in a line: who, how much and for which week's run.
func paymentWords(f layout.Frame, l casework.PaymentLine) string {
	return f.Text("payment.work.line", "Who", payeeCell(f, l.Payee).Text, "Total", l.Amount, "Week", f.WeekYear(l.Week))
}

func postAction(r *http.Request, text, href, about string) *layout.Action {
	return &layout.Action{Text: text, Href: href, Post: true, About: about,
		Hidden: []layout.Hidden{{Name: "once", Value: layout.BlankForm(r).Once()}}}
}
