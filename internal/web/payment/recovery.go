package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/money"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type recoveryBody struct {
	Head       layout.Head
	Facts      []layout.Fact
	Raised     *layout.Notice // the decision is to be looked at again
	Records    bool
	Plan       *layout.Table
	Repayments *layout.Table
}

// mostKronor bounds an amount that is typed.
const mostKronor = 10_000_000

// recoveryShow is the money of a recovery: what is left, by when, and what has come.
func (p *Pages) recoveryShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRecovery(w, r, actor, layout.BlankForm(r))
}

// repay notes what has been paid back.
func (p *Pages) repay(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "recovery")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Repaid{Form: casework.Form{Token: f.Once()}, Seen: f.Version(), Day: f.Day("day"), Amount: money.Kronor(f.Int("amount", 1, mostKronor))}
	if err = f.Err(); err == nil {
		err = p.office.RecordRepayment(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showRecovery(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, recoveryPath(id))
	}
	return layout.Done(w, r, recoveryPath(id), "recovery.repay.done", "Amount", in.Amount)
}

func (p *Pages) showRecovery(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "recovery")
	if err != nil {
		return err
	}
	v, err := p.office.SeeOfficeRecovery(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f.Current(v.Version)
	if !f.Sent("day") {
		f.Fill("day", clock.Today(p.office.Clock).String())
	}
	frame := layout.FrameOf(r, "recovery.office.title").With(f)
	who := payeeCell(frame, v.Payee)
	body := recoveryBody{
		Head: layout.Head{Eyebrow: who.Text, Title: frame.Text("recovery.office.left", "Left", v.Left()), Lead: frame.Text("recovery.office.lead"),
			Tags: []layout.Tag{layout.RecoveryState(frame.Printer, v.State, v.Ending)}},
		Facts:   officeSums(frame, v),
		Records: v.Records, Plan: layout.RecoveryPlan(frame.Printer, v.RecoveryStory), Raised: layout.RecoveryRaised(frame.Printer, v.RecoveryStory),
	}
	if v.Number != "" {
		body.Head.Eyebrow = frame.Text("recovery.office.who", "Name", v.Name, "Number", v.Number)
	}
	if v.Undecided() > 0 {
		body.Head.Title = frame.Text("recovery.office.undecided", "Amount", v.Undecided())
	} else if v.Left() == 0 {
		body.Head.Title = frame.Text("recovery.office.settled")
	}
	if len(v.Repayments) > 0 {
		body.Repayments = repaymentTable(frame, v.Repayments)
	}
	return layout.Render(w, r, "payment/recovery", layout.Page[recoveryBody]{Frame: frame, Body: body})
}

func repaymentTable(f layout.Frame, all []casework.Repayment) *layout.Table {
	t := layout.Table{Caption: f.Text("recovery.repay.noted"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("recovery.repay.day")}, {Text: f.Text("recovery.repay.by")}, {Text: f.Text("recovery.repay.amount"), Number: true}}}
	for _, back := range all {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: f.Day(back.Day)}, {Text: back.ByName, Detail: f.Instant(back.At)}, {Text: f.Kronor(back.Amount)}}})
	}
	table := layout.NewTable(t)
	return &table
}

// officeSums are the amounts of the recovery that are not nothing.
func officeSums(f layout.Frame, v casework.OfficeRecovery) []layout.Fact {
	facts := []layout.Fact{
		{Label: f.Text("recovery.column.reference"), Value: recovery.Reference(v.ID)},
		{Label: f.Text("recovery.column.opened"), Value: f.Day(clock.DayOf(v.OpenedAt))},
		{Label: f.Text("recovery.column.run"), Value: f.WeekYear(v.RunWeek)},
	}
	for _, sum := range []struct {
		key    string
		amount money.Kronor
	}{
		{"recovery.column.fell", v.Fell()}, {"recovery.column.back", v.TakenBack()}, {"recovery.column.undecided", v.Undecided()},
		{"recovery.column.claimed", v.Claimed}, {"recovery.column.waived", v.Waived + v.Dropped}, {"recovery.column.justified", v.Justified()}, {"recovery.column.repaid", v.Repaid},
		{"recovery.column.left", v.Left()},
	} {
		if sum.amount > 0 {
			facts = append(facts, layout.Fact{Label: f.Text(sum.key), Value: f.Kronor(sum.amount)})
		}
	}
	return facts
}
