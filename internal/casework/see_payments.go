package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

type (
	// Run is a payment run: one week of many cases.
	Run = store.Run
	// RunLine is a line of a run as it is shown.
	RunLine = store.RunLine
	// RunSums are a run's lines added up.
	RunSums = store.RunSums
	// LineChoice is which lines of a run are asked for.
	LineChoice = store.LineChoice
	// Payee is whose line it is, as far as the reader may know.
	Payee = store.Payee
)

// The lines of a run that can be asked for.
const (
	LinesAll       = store.LinesAll
	LinesCorrected = store.LinesCorrected
	LinesFallen    = store.LinesFallen
	LinesProtected = store.LinesProtected
	LinesUncertain = store.LinesUncertain
	LinesTakenBack = store.LinesTakenBack
)

// Payments is the payment officer's first page: the weeks that are due and the runs.
type Payments struct {
	Due  []period.Week // over and after the newest week that has a run, latest first
	Runs []Run         // newest week first
	Open *Run          // the proposal that waits
	Last period.Week   // that is over
}

const (
	dueWeeks  = 8 // how far back a week is asked for
	runsShown = RunsShown
)

// SeePayments reads the first page of payments.
func (o *Office) SeePayments(ctx context.Context, actor access.Actor) (Payments, error) {
	var v Payments
	err := o.inOffice(ctx, actor, access.SeePayments, func(d *desk) (err error) {
		if v.Runs, err = d.Runs(ctx, runsShown); err != nil {
			return err
		}
		v.Last = d.Today.Week().AddWeeks(-1)
		after := v.Last.AddWeeks(-dueWeeks)
		for _, r := range v.Runs {
			if r.State != RunWithdrawn {
				after = max(after, r.Week)
			}
			if r.State == RunProposed {
				v.Open = &r
			}
		}
		for week := v.Last; week > after; week-- {
			any, err := d.AnyGranted(ctx, week.Span())
			if err != nil {
				return err
			}
			if any {
				v.Due = append(v.Due, week)
			}
		}
		return nil
	})
	return v, err
}

// PaymentRun is a run as it is shown.
type PaymentRun struct {
	Run
	Sums     RunSums
	Which    LineChoice // that was asked for
	Chosen   int        // how many such lines there are; those of the page are Lines
	Lines    []RunLine
	Prepares bool // the reader may withdraw it
	Attests  bool // the reader may attest it: it is a proposal, and another's

	Files     []RunFile            // to the bank, the first made first
	States    []store.PaymentCount // its payments by state, those without any left out
	ToFile    int                  // owed payments that could be put in a file now
	NoAccount int                  // owed payments that have nowhere to be paid
	Sends     bool                 // it is attested, and the reader may make and send its files
}

// Unheld is how many weeks from UnheldFrom on were not held against new amounts.
func (v *PaymentRun) Unheld() int {
	if v.UnheldFrom == nil {
		return 0
	}
	return int(v.Week.AddWeeks(-LooksBack) - *v.UnheldFrom)
}

// RunFile is a run's file to the bank, without its content.
type RunFile = store.PaymentFile

// LinesShown is how many lines of a run a page has.
const LinesShown = 25

// SeePaymentRun reads a run and the lines of a page, counted from 1; page 0 is all of
// them, for export.
func (o *Office) SeePaymentRun(ctx context.Context, actor access.Actor, id ident.ID, page int) (PaymentRun, error) {
	return o.SeeRunLines(ctx, actor, id, LinesAll, page)
}

// SeeRunLines reads a run and, of the chosen lines, those of a page as SeePaymentRun
// counts them. A choice that is not known is all lines.
func (o *Office) SeeRunLines(ctx context.Context, actor access.Actor, id ident.ID, which LineChoice, page int) (PaymentRun, error) {
	var v PaymentRun
	err := o.inOffice(ctx, actor, access.SeePayments, func(d *desk) error {
		if err := d.runOf(ctx, id, &v); err != nil {
			return err
		}
		v.choose(which)
		limit, offset := LinesShown, (page-1)*LinesShown
		if page < 1 {
			limit, offset = v.Run.Lines, 0
		}
		lines, err := d.RunLines(ctx, actor, d.moment(), v.Run, v.Which, limit, offset)
		v.Lines = lines
		return err
	})
	return v, err
}

// choose counts the chosen lines.
func (v *PaymentRun) choose(which LineChoice) {
	counts := v.Counts()
	if _, known := counts[which]; !known {
		which = LinesAll
	}
	v.Which, v.Chosen = which, counts[which]
}

// Counts is how many lines there are of each choice.
func (v *PaymentRun) Counts() map[LineChoice]int {
	return map[LineChoice]int{LinesAll: v.Run.Lines, LinesCorrected: v.Sums.Corrected, LinesFallen: v.Sums.Lower,
		LinesProtected: v.Sums.Protected, LinesUncertain: v.Sums.Uncertain, LinesTakenBack: v.Sums.Reversed}
}

func (d *desk) runOf(ctx context.Context, id ident.ID, v *PaymentRun) (err error) {
	if v.Run, err = d.Run(ctx, id); err != nil {
		return err
	}
	d.note("run", string(id))
	proposed := v.State == RunProposed
	v.Prepares = proposed && access.MayInOffice(d.Actor, access.PreparePayments).Allowed
	v.Attests = proposed && v.PreparedBy != d.Actor.Account && access.MayInOffice(d.Actor, access.AttestPayments).Allowed
	v.Sends = v.State == RunAttested && access.MayInOffice(d.Actor, access.SendPayments).Allowed
	if v.Sums, err = d.RunSums(ctx, id); err != nil {
		return err
	}
	return d.sendingOf(ctx, id, v)
}

// sendingOf is how far the run's money has come.
func (d *desk) sendingOf(ctx context.Context, id ident.ID, v *PaymentRun) (err error) {
	if v.Files, err = d.PaymentFiles(ctx, id); err != nil {
		return err
	}
	if v.States, err = d.PaymentCounts(ctx, id); err != nil {
		return err
	}
	due := 0
	for _, s := range v.States {
		if s.State == payment.Due {
			due = s.Payments
		}
	}
	if due > 0 {
		_, v.NoAccount, err = d.ListPayments(ctx, d.Actor, d.moment(), store.PaymentQuery{Run: id, States: []payment.State{payment.Due}, NoAccount: true})
	}
	v.ToFile = due - v.NoAccount
	return err
}

// RunDifferences is what there is to look at before a run is attested.
type RunDifferences struct {
	PaymentRun
	Changed   []ChangedLine // not what comes out now: the run cannot be attested
	Zero      []LooseLine   // cases whose week pays nothing
	Loose     []LooseLine   // lines with days that are not certain
	SinceLast []RunLine     // lines of the run's own week that differ from the week before
	Corrected []RunLine     // lines of weeks that had been calculated before
}

// ChangedLine is a line of the proposal and what comes out now.
type ChangedLine struct {
	Payee
	Week        period.Week
	Stored, Now compensation.Amounts
}

// LooseLine is a case with days that are not certain.
type LooseLine struct {
	Payee
	Week                               period.Week
	Amounts                            compensation.Amounts
	Conflicts, Unconfirmed, Unreported int
}

// SeeRunDifferences reads a run's differences: a proposal against what comes out now,
// and any run against the week before.
func (o *Office) SeeRunDifferences(ctx context.Context, actor access.Actor, id ident.ID) (RunDifferences, error) {
	var v RunDifferences
	err := o.inOffice(ctx, actor, access.SeePayments, func(d *desk) error {
		if err := d.runOf(ctx, id, &v.PaymentRun); err != nil {
			return err
		}
		lines, err := d.RunLines(ctx, actor, d.moment(), v.Run, LinesAll, v.Run.Lines, 0)
		if err != nil {
			return err
		}
		for _, l := range lines {
			switch {
			case l.Number > 1:
				v.Corrected = append(v.Corrected, l)
			case l.WeekBefore == nil || *l.WeekBefore != l.Total:
				v.SinceLast = append(v.SinceLast, l)
			}
		}
		if v.State != RunProposed {
			return nil
		}
		c, err := d.control(ctx, v.Run)
		if err != nil {
			return err
		}
		return d.nameControl(ctx, c, &v)
	})
	return v, err
}

// nameControl gives the lines of a control their names, as far as the actor may know
// them.
func (d *desk) nameControl(ctx context.Context, c control, v *RunDifferences) error {
	var ids []ident.ID
	for _, l := range c.changed {
		ids = append(ids, l.Case)
	}
	for _, l := range c.zero {
		ids = append(ids, l.Case)
	}
	for _, l := range c.loose {
		ids = append(ids, l.PayCase.Case)
	}
	payees, err := d.Payees(ctx, d.Actor, d.moment(), ids)
	if err != nil {
		return err
	}
	for _, l := range c.changed {
		v.Changed = append(v.Changed, ChangedLine{payees[l.Case], l.Week, l.Stored, l.Now})
	}
	for _, r := range c.zero {
		v.Zero = append(v.Zero, LooseLine{payees[r.Case], r.Week.Week, r.Amounts, r.Conflicts, r.Unconfirmed, r.Unreported})
	}
	for _, w := range c.loose {
		v.Loose = append(v.Loose, LooseLine{payees[w.PayCase.Case], w.Week.Week, w.Amounts, w.Conflicts, w.Unconfirmed, w.Unreported})
	}
	return nil
}
