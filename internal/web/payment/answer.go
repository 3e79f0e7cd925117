package payment

import (
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type answerBody struct {
	Run    runPage
	Title  string
	Text   string
	Takes  bool
	Field  form.Field
	Came   []layout.Stat
	Failed *layout.Table
	All    *layout.Action // where more have failed than are shown
	Next   *layout.Action
	Whole  *wholeFile
}

// wholeFile asks before a file is taken as refused as a whole, with the bank's file held
// in the page, so that what is confirmed is what was seen.
type wholeFile struct {
	Text string
	Held string // base64
}

// envelope is what a form with a file may carry beside the file.
const envelope = 64 << 10

// largestForm has room for a file that is held in the page, which is four bytes for
// every three.
const largestForm = (iso20022.LargestStatusFile+2)/3*4 + envelope

// Limit is how much a request to these pages may carry: a bank's status file for the
// one that takes it in, 0 for the site's own limit.
func Limit(r *http.Request) int64 {
	if r.Method == http.MethodPost && strings.HasPrefix(r.URL.Path, "/payments/runs/") && strings.HasSuffix(r.URL.Path, "/"+stepAnswer) {
		return largestForm
	}
	return 0
}

// answerShow is the last step: what the bank says of what was sent.
func (p *Pages) answerShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAnswer(w, r, actor, layout.BlankForm(r), nil)
}

// answer takes in the bank's status file.
func (p *Pages) answer(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	content, wrong := uploaded(r, "answer")
	f := layout.ReadForm(r)
	if !utf8.ValidString(f.Once()) {
		return fault.New(fault.Invalid, "fault.not_utf8")
	}
	if wrong != nil {
		f.Take(wrong)
		return p.showAnswer(w, r, actor, f, nil)
	}
	v, err := p.office.TakeBankAnswer(r.Context(), actor, id, content, casework.BankAnswer{Form: casework.Form{Token: f.Once()}, WholeFile: f.Yes("whole_file")})
	switch asks := asksOfWhole(err); {
	case asks != nil:
		return p.showAnswer(w, r, actor, layout.BlankForm(r), &wholeFile{layout.PrinterOf(r).Fault(*asks), base64.StdEncoding.EncodeToString(content)})
	case f.Take(besideTheFile(err)):
		return p.showAnswer(w, r, actor, f, nil)
	case err != nil:
		return layout.Onward(err, runPath(id, stepAnswer))
	case v.Again:
		return layout.Done(w, r, runPath(id, stepAnswer), "payment.answer.again")
	}
	return layout.Done(w, r, runPath(id, stepAnswer), "payment.answer.done", "Paid", v.Paid, "Failed", v.Failed, "Waiting", v.Waiting)
}

// asksOfWhole is what has to be confirmed of a file that is refused as a whole.
func asksOfWhole(err error) *fault.Text {
	var refusal *fault.Error
	if errors.As(err, &refusal) && len(refusal.Fields) == 1 && refusal.Fields[0].Name == "whole_file" {
		return &refusal.Fields[0].Text
	}
	return nil
}

// uploaded is the bytes of the file that was chosen, whatever the browser calls them, or
// of the one that is held in the page.
// Invalid, beside the field, where none was.
func uploaded(r *http.Request, name string) ([]byte, error) {
	refused := func(key string, cause error) error {
		var fields fault.Fields
		fields.Add(name, key)
		return errors.Join(fields.Err(), cause)
	}
	if err := r.ParseMultipartForm(largestForm); err != nil {
		return nil, refused("payment.answer.choose", err)
	}
	if held := r.PostFormValue("held"); held != "" {
		content, err := base64.StdEncoding.DecodeString(held)
		if err != nil {
			return nil, refused("payment.answer.choose", err)
		}
		return content, nil
	}
	file, chosen, err := r.FormFile(name)
	if err != nil || chosen.Filename == "" {
		return nil, refused("payment.answer.choose", err)
	}
	defer file.Close()
	content, err := io.ReadAll(file)
	switch {
	case err != nil:
		return nil, refused("payment.answer.choose", err)
	case len(content) == 0:
		return nil, refused("payment.answer.empty", nil)
	}
	return content, nil
}

// besideTheFile puts a refusal of the file beside its field.
func besideTheFile(err error) error {
	var refusal *fault.Error
	if !errors.As(err, &refusal) || refusal.Code != fault.Invalid && refusal.Code != fault.TooLarge {
		return err
	}
	beside := &fault.Error{Code: fault.Invalid, Text: refusal.Text, Cause: err}
	for _, field := range refusal.Fields {
		beside.Fields = append(beside.Fields, fault.Field{Name: "answer", Text: field.Text})
	}
	if len(refusal.Fields) == 0 {
		beside.Fields = []fault.Field{{Name: "answer", Text: refusal.Text}}
	}
	return beside
}

func (p *Pages) showAnswer(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form, whole *wholeFile) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeePaymentRun(r.Context(), actor, id, 1)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.answer.title", "Week", v.Week).With(f)
	body := answerBody{Run: runPageOf(frame, v, stepAnswer), Field: f.FileField("answer", "payment.answer.file")}
	body.Whole = whole
	far := farOf(v)
	switch {
	case far.sent == 0:
		body.Title, body.Text = frame.Text("payment.answer.none"), frame.Text("payment.answer.none_help")
		body.Next = &layout.Action{Text: frame.Text("payment.answer.to_sent"), Href: runPath(id, stepSent), Main: true}
	case far.waiting > 0:
		body.Title, body.Text, body.Takes = frame.Text("payment.answer.heading", "Count", far.waiting), frame.Text("payment.answer.help"), v.Sends
	default:
		body.Title, body.Text, body.Takes = frame.Text("payment.answer.all"), frame.Text("payment.answer.all_help"), v.Sends
	}
	if far.sent > 0 {
		body.Came = cameOf(frame, v)
	}
	if far.failed > 0 {
		failed, err := p.office.SeeRunPayments(r.Context(), actor, id, payment.Failed, 1)
		if err != nil {
			return err
		}
		t := paymentTable(frame, failed.Lines)
		body.Failed = &t
		if failed.Total > len(failed.Lines) {
			body.All = &layout.Action{Text: frame.Text("payment.answer.all_failed", "Count", failed.Total), Href: runPath(id, "payments") + "?state=" + string(payment.Failed)}
		}
	}
	return layout.Render(w, r, "payment/answer", layout.Page[answerBody]{Frame: frame, Body: body})
}

// cameOf is what has become of the payments, each number leading to its list.
func cameOf(f layout.Frame, v casework.PaymentRun) []layout.Stat {
	list := runPath(v.ID, "payments") + "?state="
	counts := map[payment.State]int{}
	for _, s := range v.States {
		counts[s.State] = s.Payments
	}
	var stats []layout.Stat
	for _, s := range []payment.State{payment.Paid, payment.Failed, payment.Sent, payment.Again, payment.Due, payment.Filed} {
		tone := payTone(s)
		switch {
		case counts[s] == 0 && s != payment.Paid && s != payment.Failed && s != payment.Sent:
			continue
		case counts[s] == 0:
			tone = layout.Plain
		}
		stats = append(stats, layout.Stat{Value: f.Value(counts[s]), Text: f.Code("pay.state.", s), Href: list + string(s), Tone: tone})
	}
	return stats
}
