package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type recoveryDecideBody struct {
	Case    casePage
	Heading string
	Help    string
	Choices []form.Option
	Ways    []form.Option
	Months  []form.Option
	Weeks   layout.Table
	Views   []layout.Words
	Silent  bool           // the last day has passed without a word
	Raised  *layout.Notice // a week has risen since the decision
}

// The two ways to pay back.
const (
	payAtOnce  = "at_once"
	payMonthly = "monthly"
)

// mostKronor bounds an amount that is typed.
const mostKronor = 10_000_000

// recoveryDecideShow is the form of the decision, beside what it stands on.
func (p *Pages) recoveryDecideShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRecoveryDecide(w, r, actor, nil)
}

// recoveryDecide makes the decision.
func (p *Pages) recoveryDecide(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	of, id, err := recoveryOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.RecoveryChoice{Form: casework.Form{Token: f.Once()}, Seen: f.Version(), Draft: draftOf(f)}
	if err = f.Err(); err == nil {
		err = p.office.DecideRecovery(r.Context(), actor, of, id, in)
	}
	switch {
	case f.Take(err):
		return p.showRecoveryDecide(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, recoveryPath(of, id, ""))
	}
	return layout.Done(w, r, recoveryPath(of, id, ""), "recovery.decide.done")
}

// draftOf reads the form. What does not belong to the choice made is not read, so that
// nothing is wrong with a field that does not count.
func draftOf(f *form.Form) recovery.Draft {
	d := recovery.Draft{Reason: f.Text("reason", recovery.LeastReason, longestReason)}
	d.Choice = recovery.Choice(f.Choice("choice", codes(recovery.Choices())...))
	if d.Choice == recovery.ClaimPart {
		d.Part = money.Kronor(f.Int("part", 1, mostKronor))
	}
	if d.Choice != recovery.ClaimAll && d.Choice != recovery.ClaimPart {
		return d
	}
	switch f.Choice("way", payAtOnce, payMonthly) {
	case payAtOnce:
		d.Plan.Due = f.Day("due")
	case payMonthly:
		d.Plan.Monthly = money.Kronor(f.Int("monthly", 1, mostKronor))
		month, err := period.ParseMonth(f.Raw("first"))
		if err != nil {
			f.Wrong("first", "recovery.first_missing")
		}
		d.Plan.First = month
	}
	return d
}

func (p *Pages) showRecoveryDecide(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	of, id, err := recoveryOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeRecovery(r.Context(), actor, of, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	if f == nil {
		if !v.Acts[access.DecideRecovery] || v.IsOwnRun(actor.Account) || !v.Can(recovery.Decide) && !v.Can(recovery.DecideAgain) {
			// What cannot be decided now has no form: the recovery's page says why.
			http.Redirect(w, r, recoveryPath(of, id, ""), http.StatusSeeOther)
			return nil
		}
		f = layout.BlankForm(r).Fill("due", today.AddDays(recovery.DueDays).String()).Fill("first", recovery.SoonestMonth(today).String())
	}
	f.Current(v.Recovery.Version)
	frame := layout.FrameOf(r, "recovery.decide.title", "Name", v.Person.Name())
	body := recoveryDecideBody{
		Case:    casePageOf(frame, v.Header, access.Compensation, today),
		Heading: frame.Text("recovery.decide.heading", "Amount", v.Undecided()), Help: frame.Text("recovery.decide.help"),
		Ways: []form.Option{{Value: payAtOnce, Text: frame.Text("recovery.way.at_once"), Hint: frame.Text("recovery.way.at_once_help", "Count", recovery.DueDays)},
			{Value: payMonthly, Text: frame.Text("recovery.way.monthly"), Hint: frame.Text("recovery.way.monthly_help", "Count", recovery.MostInstalments)}},
		Weeks: layout.RecoveryWeeks(frame.Printer, v.Recovery), Views: layout.RecoveryViews(frame.Printer, v.Views),
		Silent: len(v.Views) == 0 && !v.IsDecided(), Raised: layout.RecoveryRaised(frame.Printer, v.RecoveryStory),
	}
	prefix := "recovery.choice."
	if v.IsDecided() {
		prefix = "recovery.choice_again."
		body.Heading, body.Help = frame.Text("recovery.decide.heading_again", "Left", v.Left()), frame.Text("recovery.decide.help_again")
	}
	for _, c := range recovery.Choices() {
		body.Choices = append(body.Choices, form.Option{Value: string(c), Text: frame.Code(prefix, c)})
	}
	for month := recovery.SoonestMonth(today); month <= today.Month().AddMonths(recovery.MostMonthsAhead); month++ {
		body.Months = append(body.Months, form.Option{Value: month.String(), Text: frame.MonthYear(month.First())})
	}
	return layout.Render(w, r, "worker/recovery_decide", layout.Page[recoveryDecideBody]{Frame: frame.With(f), Body: body})
}
