package payment

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// What can be entered, each with a form of its own.
const (
	newYear       = "year"
	newRules      = "rules"
	newCorrection = "correction"
)

var rateKinds = []string{newYear, newRules, newCorrection}

const (
	mostAmount    = 999_999 // kronor, what the field takes
	longestSource = 200     // characters
	firstYear     = 2017    // the programme's first
	lastYear      = 2199
)

type rateNewBody struct {
	Head   layout.Head
	Rules  string // what goes on
	Fields []form.Field
	Send   string
}

func (p *Pages) rateYearShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRateNew(w, r, actor, newYear, layout.BlankForm(r))
}

// rateYear enters the price base amount of a new year.
func (p *Pages) rateYear(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	in := casework.YearAmount{Form: visit.Once(f), Year: f.Int("year", firstYear, lastYear), Amount: amountIn(f), Source: f.Text("source", 1, longestSource)}
	return p.entered(w, r, actor, newYear, f, "rates.year.done", func() (ident.ID, error) { return p.office.EnterYearAmount(r.Context(), actor, in) })
}

func (p *Pages) rateRulesShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRateNew(w, r, actor, newRules, layout.BlankForm(r))
}

// rateRules confirms that the percentages and rules go on.
func (p *Pages) rateRules(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	in := casework.RulesGoOn{Form: visit.Once(f), Year: f.Int("year", firstYear, lastYear), Confirmed: f.Yes("confirmed"), Source: f.Text("source", 1, longestSource)}
	return p.entered(w, r, actor, newRules, f, "rates.rules.done", func() (ident.ID, error) { return p.office.EnterRulesGoOn(r.Context(), actor, in) })
}

func (p *Pages) rateCorrectionShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRateNew(w, r, actor, newCorrection, layout.BlankForm(r))
}

// rateCorrection corrects an amount that is in force.
func (p *Pages) rateCorrection(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	in := casework.AmountCorrection{Form: visit.Once(f), Days: period.Span{From: f.Day("from"), To: f.Day("to")}, Amount: amountIn(f), Source: f.Text("source", 1, longestSource)}
	return p.entered(w, r, actor, newCorrection, f, "rates.correction.done", func() (ident.ID, error) { return p.office.EnterAmountCorrection(r.Context(), actor, in) })
}

func amountIn(f *form.Form) money.Kronor { return money.Kronor(f.Int("amount", 1, mostAmount)) }

// entered enters what was read and goes to its preview.
func (p *Pages) entered(w http.ResponseWriter, r *http.Request, actor access.Actor, kind string, f *form.Form, done string, enter func() (ident.ID, error)) error {
	err := f.Err()
	var id ident.ID
	if err == nil {
		id, err = enter()
	}
	switch {
	case f.Take(err):
		return p.showRateNew(w, r, actor, kind, f)
	case err != nil:
		return layout.Onward(err, "/payments/rates")
	}
	return layout.Done(w, r, ratePath(id, ""), done)
}

func (p *Pages) showRateNew(w http.ResponseWriter, r *http.Request, actor access.Actor, kind string, f *form.Form) error {
	v, err := p.office.SeeRatesToEnter(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "rates.form."+kind).With(f)
	body := rateNewBody{Head: layout.Head{Title: frame.Code("rates.form.", kind)}, Send: frame.Code("rates.send.", kind)}
	amount, rules := v.Ends[0], v.Ends[1]
	if kind == newYear || kind == newRules {
		last := amount.Last
		if kind == newRules {
			last = rules.Last
		}
		if !f.Sent("year") {
			f.Fill("year", strconv.Itoa(last.Year()+1))
		}
		body.Fields = append(body.Fields, f.NumberField("year", "rates."+kind+".year", ""))
	}
	switch kind {
	case newYear:
		body.Head.Lead = frame.Text("rates.lead")
	case newRules:
		body.Head.Lead = frame.Text("rates.rules.lead", "Last", rules.Last)
		if value, is := rules.Value.(law.Compensation); is {
			body.Rules = ruleText(frame, value)
		}
		body.Fields = append(body.Fields, f.CheckboxField("confirmed", "rates.rules.confirmed"))
	case newCorrection:
		body.Head.Lead = frame.Text("rates.correction.lead")
		body.Fields = append(body.Fields, f.DayField("from", "rates.correction.from"), f.DayField("to", "rates.correction.to"))
	}
	if kind != newRules {
		body.Fields = append(body.Fields, f.NumberField("amount", "rates."+kind+".amount", frame.Text("rates.year.kronor")))
	}
	body.Fields = append(body.Fields, f.TextField("source", "rates."+kind+".source").Limit(longestSource))
	return layout.Render(w, r, "payment/rate_new", layout.Page[rateNewBody]{Frame: frame, Body: body})
}
