package payment

import (
	"net/http"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type rateBody struct {
	Head     layout.Head
	Stats    []layout.Stat
	Notices  []layout.Notice
	Approves bool
	Address  string // to approve at
	Withdraw *layout.Confirm
	Names    bool
	Children form.Field
	Count    string
	Cases    layout.Table
	Pages    *layout.Pages
	Export   string
}

// casesOnAPage is how many cases a page of the preview shows, lastPage how many pages a
// list may have.
const (
	casesOnAPage = 50
	lastPage     = 100_000
)

// rate is a rate with what it does to everybody who has a place on its days.
func (p *Pages) rate(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRate(w, r, actor, layout.ReadForm(r))
}

func (p *Pages) showRate(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "rate")
	if err != nil {
		return err
	}
	v, err := p.office.PreviewRate(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "rates.rate.title", "What", frameName(r, v.Rate), "Days", v.Days).With(f)
	body := rateBody{
		Head: rateHead(frame, v.Rate), Stats: rateStats(frame, v), Notices: rateNotices(frame, v),
		Approves: v.Approves, Address: ratePath(id, "approve"), Names: v.Names,
		Export: ratePath(id, "cases.csv") + "?" + f.Query().Encode(),
	}
	if v.Withdraws {
		body.Withdraw = &layout.Confirm{Opens: frame.Text("rates.rate.withdraw"), Text: frame.Text("rates.rate.withdraw_help"),
			Action: layout.Action{Text: frame.Text("rates.rate.withdraw"), Href: ratePath(id, "withdraw"), Post: true, Danger: true}}
	}
	page, given := f.IntIfAny("page", 1, lastPage)
	if !given {
		page = 1
	}
	found := matching(v.Cases, f)
	body.Count = frame.Text("rates.rate.list_count", "Count", len(found))
	body.Children = f.SelectField("children", "rates.rate.children", []form.Option{
		{Value: "0", Text: frame.Text("rates.rate.children_0")}, {Value: "some", Text: frame.Text("rates.rate.children_some")}})
	body.Children = body.Children.Optional()
	body.Children.None = frame.Text("rates.rate.children_any")
	body.Pages = layout.PagesOf(frame.Printer, ratePath(id, ""), f.Query(), page, casesOnAPage, len(found))
	first := min(max(0, (page-1)*casesOnAPage), len(found))
	body.Cases = effectTable(frame, found[first:min(len(found), first+casesOnAPage)], len(v.Cases) > 0)
	return layout.Render(w, r, "payment/rate", layout.Page[rateBody]{Frame: frame, Body: body})
}

// frameName is the rate's name before there is a frame.
func frameName(r *http.Request, rate casework.Rate) string {
	return rateName(layout.FrameOf(r, "rates.title"), rate)
}

func rateHead(f layout.Frame, r casework.Rate) layout.Head {
	head := layout.Head{Title: rateName(f, r), Lead: f.Text("rates.rate.lead", "Days", r.Days, "Source", r.Source),
		Tags: []layout.Tag{rateTag(f, r), {Text: f.Text("rates.rate.entered", "Name", r.EnteredByName, "At", r.EnteredAt)}}}
	if r.ApprovedAt != nil {
		head.Tags = append(head.Tags, layout.Tag{Text: f.Text("rates.rate.approved", "Name", r.ApprovedByName, "At", *r.ApprovedAt)})
	}
	if r.WithdrawnAt != nil {
		head.Tags = append(head.Tags, layout.Tag{Text: f.Text("rates.rate.withdrawn", "At", *r.WithdrawnAt)})
	}
	return head
}

func rateStats(f layout.Frame, v casework.RatePreview) []layout.Stat {
	return []layout.Stat{
		{Value: f.Value(v.Count), Text: f.Text("rates.rate.cases")},
		{Value: difference(f, v.After-v.Before), Text: f.Text("rates.rate.week"), Detail: f.Text("rates.rate.week_detail", "Before", v.Before, "After", v.After)},
		{Value: difference(f, v.MonthAfter-v.MonthBefore), Text: f.Text("rates.rate.month"),
			Detail: f.Text("rates.rate.week_detail", "Before", v.MonthBefore, "After", v.MonthAfter)},
	}
}

func rateNotices(f layout.Frame, v casework.RatePreview) []layout.Notice {
	var all []layout.Notice
	add := func(tone layout.Tone, title, text string) {
		all = append(all, layout.Notice{Title: title, Text: text, Tone: tone})
	}
	if len(v.Assumed) > 0 && v.WithdrawnAt == nil {
		var names []string
		for _, name := range v.Assumed {
			names = append(names, strings.ToLower(f.Code("rates.parameter.", name)))
		}
		add(layout.Ask, f.Text("rates.rate.assumed"), f.Text("rates.rate.assumed_help", "What", f.List(names)))
		all[len(all)-1].Links = []layout.Link{{Text: f.Text("rates.rate.assumed_link"), Href: "/payments/rates"}}
	}
	if n := len(v.Unpaid); n > 0 {
		add(layout.Good, f.Text("rates.rate.unpaid", "Count", n), f.Text("rates.rate.unpaid_help", "Weeks", weekList(f, v.Unpaid)))
		if v.Names {
			all[len(all)-1].Links = []layout.Link{{Text: f.Text("rates.rate.unpaid_link"), Href: "/payments"}}
		}
	}
	if v.Replaces && v.Parameter == law.PriceBaseAmount && v.WithdrawnAt == nil {
		add(layout.Plain, f.Text("rates.rate.corrected"), f.Text("rates.rate.corrected_help"))
	}
	if v.Waits() && !v.Approves {
		add(layout.Plain, f.Text("rates.rate.by_another"), f.Text("rates.rate.by_another_help"))
	}
	return all
}

// matching are the cases that the reader looks for.
func matching(cases []casework.RateEffect, f *form.Form) []casework.RateEffect {
	word, children := strings.ToLower(f.Raw("q")), f.ChoiceIfAny("children", "0", "some")
	var found []casework.RateEffect
	for _, e := range cases {
		switch {
		case word != "" && !strings.Contains(strings.ToLower(e.Number+" "+e.Name), word):
		case children == "0" && e.Children > 0, children == "some" && e.Children == 0:
		default:
			found = append(found, e)
		}
	}
	return found
}

func effectTable(f layout.Frame, cases []casework.RateEffect, anybody bool) layout.Table {
	t := layout.Table{Caption: f.Text("rates.rate.list"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("rates.rate.column.children"), Number: true},
			{Text: f.Text("rates.rate.column.from")}, {Text: f.Text("rates.rate.column.before"), Number: true},
			{Text: f.Text("rates.rate.column.after"), Number: true}, {Text: f.Text("rates.rate.column.difference"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("rates.rate.list_none"), Text: f.Text("rates.rate.list_none_help")}}
	if anybody {
		t.Empty = &layout.Empty{Title: f.Text("rates.rate.list_no_match")}
	}
	for _, e := range cases {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{payeeCell(f, e.Payee), {Text: f.Value(e.Children)}, {Text: f.Day(e.From)},
			{Text: f.Kronor(e.Before)}, {Text: f.Kronor(e.After)}, {Text: difference(f, e.Difference())}}})
	}
	return layout.NewTable(t)
}

// rateCases is the whole list, as it is filtered, as a file that a spreadsheet opens.
func (p *Pages) rateCases(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "rate")
	if err != nil {
		return err
	}
	v, err := p.office.PreviewRate(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "rates.title")
	sheet := layout.Sheet{Name: "rates-" + v.Days.From.String(), Columns: []string{f.Text("payment.column.number"), f.Text("payment.column.who"),
		f.Text("rates.rate.column.children"), f.Text("rates.rate.column.from"), f.Text("rates.rate.column.before"),
		f.Text("rates.rate.column.after"), f.Text("rates.rate.column.difference")}}
	for _, e := range matching(v.Cases, layout.ReadForm(r)) {
		sheet.Rows = append(sheet.Rows, []any{e.Number, payeeCell(f, e.Payee).Text, e.Children, e.From, int(e.Before), int(e.After), int(e.Difference())})
	}
	return layout.File(w, f.Printer, sheet)
}

// rateApprove approves what another has entered.
func (p *Pages) rateApprove(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.answerRate(w, r, actor, "rates.rate.approve_done", func(id ident.ID, once casework.Form) error {
		return p.office.ApproveRate(r.Context(), actor, id, once)
	})
}

// rateWithdraw takes back what waits.
func (p *Pages) rateWithdraw(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.answerRate(w, r, actor, "rates.rate.withdraw_done", func(id ident.ID, once casework.Form) error {
		return p.office.WithdrawRate(r.Context(), actor, id, once)
	})
}

func (p *Pages) answerRate(w http.ResponseWriter, r *http.Request, actor access.Actor, done string, answer func(ident.ID, casework.Form) error) error {
	id, err := visit.ID(r, "rate")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	switch err := answer(id, visit.Once(f)); {
	case f.Take(err):
		return p.showRate(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, ratePath(id, ""))
	}
	return layout.Done(w, r, ratePath(id, ""), done)
}
