package admin

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ledger"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type payerBody struct {
	Head         layout.Head
	Tabs         layout.Tabs
	Notice       *layout.Notice
	Name, Number form.Field
	IBAN, BIC    form.Field
	Chart        []chartLine
}

// chartLine is an account of the ledger with the municipality's own number and name.
type chartLine struct {
	Legend, Help string
	Number, Name form.Field
}

// largestNumber is one digit more than any account number has, so that casework is the
// one to refuse.
const largestNumber = 99_999_999

// payerShow is the municipality as the bank and the accounts know it.
func (p *Pages) payerShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPayer(w, r, actor, nil)
}

// payer changes it.
func (p *Pages) payer(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	in := casework.PayerDetails{Form: casework.Form{Token: f.Once()}, Name: f.Raw("name"), OrganisationNumber: f.Raw("organisation_number"),
		IBAN: f.Raw("iban"), BIC: f.Raw("bic"), Accounts: ledger.Chart{}}
	for _, a := range ledger.Accounts() {
		number, _ := f.IntIfAny("number_"+string(a), 0, largestNumber)
		in.Accounts[a] = ledger.Numbered{Number: number, Name: f.Raw("name_" + string(a))}
	}
	err := f.Err()
	if err == nil {
		err = p.office.SetPayer(r.Context(), actor, in)
	}
	switch {
	case f.Take(err):
		return p.showPayer(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, "/admin/payer")
	}
	return layout.Done(w, r, "/admin/payer", "payer.done")
}

func (p *Pages) showPayer(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, err := p.office.SeePayer(r.Context(), actor)
	if err != nil {
		return err
	}
	if f == nil {
		f = payerForm(r, v)
	}
	frame := layout.FrameOf(r, "payer.title").With(f)
	body := payerBody{
		Head: layout.Head{Title: frame.Text("payer.heading", "Name", v.Name), Lead: frame.Text("payer.lead")}, Tabs: tabs(frame, "/admin/payer"),
		Name: f.TextField("name", "payer.name"), Number: f.TextField("organisation_number", "payer.organisation_number"),
		IBAN: f.TextField("iban", "payer.iban"), BIC: f.TextField("bic", "payer.bic"),
	}
	switch {
	case !v.Known:
		body.Head.Title = frame.Text("payer.none")
		body.Notice = &layout.Notice{Title: frame.Text("payer.stops"), Text: frame.Text("payer.stops_help"), Tone: layout.Ask}
	case len(v.Missing) > 0:
		body.Notice = &layout.Notice{Title: frame.Text("payer.missing", "Count", len(v.Missing)), Text: frame.Text("payer.stops_help"), Tone: layout.Ask}
	default:
		body.Head.Tags = []layout.Tag{{Text: frame.Text("payer.entered", "Name", v.EnteredByName, "At", clock.DayOf(v.EnteredAt))}}
	}
	for _, a := range ledger.Accounts() {
		body.Chart = append(body.Chart, chartLine{Legend: frame.Code("pay.chart.", a), Help: frame.Code("payment.ledger.means.", a),
			Number: f.NumberField("number_"+string(a), "payer.account_number", ""), Name: f.TextField("name_"+string(a), "payer.account_name")})
	}
	return layout.Render(w, r, "admin/payer", layout.Page[payerBody]{Frame: frame, Body: body})
}

// payerForm is what stands, or where nothing does, account numbers to begin with.
func payerForm(r *http.Request, v casework.PayerView) *form.Form {
	f := layout.BlankForm(r).Fill("name", v.Name).Fill("organisation_number", v.OrganisationNumber).Fill("iban", v.IBAN).Fill("bic", v.BIC)
	printer := layout.PrinterOf(r)
	offered := casework.OfferedNumbers()
	for _, a := range ledger.Accounts() {
		number, name := v.Accounts[a].Number, v.Accounts[a].Name
		if !v.Known {
			number, name = offered[a], printer.Code("pay.chart.", a)
		}
		if number > 0 {
			f.Fill("number_"+string(a), strconv.Itoa(number))
		}
		f.Fill("name_"+string(a), name)
	}
	return f
}
