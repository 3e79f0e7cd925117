package simulate

import (
	"context"
	"time"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// overpaid loads what was paid too much, with its letters.
func (l *loading) overpaid(ctx context.Context, s *Story) error {
	o := s.Overpaid
	if o == nil {
		return nil
	}
	err := l.to.Row(ctx, "recovery", o.ID, o.Case, o.Run, o.State, o.Ending, o.OpenedAt, o.AnswerBy, o.Fell(), o.TakenBack(), o.Claimed,
		o.Waived, o.Dropped, o.Repaid, o.Version, o.changedAt())
	if err != nil {
		return err
	}
	for _, w := range o.Weeks {
		err := l.to.Row(ctx, "recovery_week", o.ID, w.Week.Monday(), o.Calculation, w.Fell, w.TakenBack, w.Claimed, w.Forgiven, w.Justified, store.JSON{Value: w.Why})
		if err != nil {
			return err
		}
	}
	from := newStream(l.m.Seed, "rows of the recovery of "+s.Case.Number, 0)
	if o.View != "" {
		err := l.to.Row(ctx, "recovery_view", from.identity(clock.DayOf(o.ViewAt)), o.ID, o.View, false, o.ViewAt, s.Account)
		if err != nil {
			return err
		}
	}
	if m := o.Made; m != nil {
		err := l.to.Row(ctx, "recovery_decision", m.ID, o.ID, m.Number, m.At, m.By, m.Amount, m.Claim, m.Waive, m.Reason, nil, m.Plan.First.String(), m.Plan.Monthly)
		if err != nil {
			return err
		}
	}
	for _, r := range o.Returns {
		if err := l.to.Row(ctx, "recovery_repayment", r.ID, o.ID, clock.DayOf(r.At), r.Amount, r.At, r.By); err != nil {
			return err
		}
	}
	l.cash.overpaid = append(l.cash.overpaid, o)
	return l.recoveryLetters(ctx, s, from)
}

// recoveryLetters are the statement and the decision, which came by post.
func (l *loading) recoveryLetters(ctx context.Context, s *Story, from stream) error {
	if l.m.Words == nil {
		return nil
	}
	o := s.Overpaid
	contact := o.ToldBy.Name
	frame := func(by *Account, on period.Day) letter.Frame {
		return letter.Frame{Municipality: l.m.Name, Unit: l.organisations[by.Organisation], To: casework.AddressOf(s.Adult.Person), Number: s.Case.Number, Day: on}
	}
	told := letter.PaidTooMuch{Frame: frame(o.ToldBy, clock.DayOf(o.ToldAt)), Amount: o.Fell(), AnswerBy: *o.AnswerBy, By: contact, Contact: contact}
	for _, w := range o.Weeks {
		told.Weeks = append(told.Weeks, letter.PaidWeek{Week: w.Week, Paid: o.Paid, Worth: o.Worth, Stands: w.Stands(), Why: w.Why})
	}
	err := l.posted(ctx, s, from, o.ID, o.ToldBy.ID, o.ToldAt, func(words letter.Words) letter.Letter { return letter.OfOverpayment(words, told) })
	if err != nil || o.Made == nil {
		return err
	}
	decider, on, book := l.staff[o.Made.By.String()], clock.DayOf(o.Made.At), law.Sweden()
	facts := letter.RecoveryDecided{Frame: frame(decider, on), Made: *o.Made, By: decider.Name, Contact: contact,
		Account: payaccount.Account{Kind: payaccount.IBAN, IBAN: payerIBAN}.Full()}
	facts.Appeal.Day = on
	if facts.Appeal.Weeks, err = book.AppealWeeks(on); err != nil {
		return err
	}
	if facts.Appeal.Act, err = book.Act(law.Appeal, on); err != nil {
		return err
	}
	return l.posted(ctx, s, from, o.Made.ID, o.Made.By, o.Made.At, func(words letter.Words) letter.Letter { return letter.OfRecovery(words, facts) })
}

// posted loads a letter in the languages of letters. It came some days after it was
// written, if they have passed.
func (l *loading) posted(ctx context.Context, s *Story, from stream, subject, by ident.ID, at time.Time, write func(letter.Words) letter.Letter) error {
	on := clock.DayOf(at)
	got, how := (*period.Day)(nil), letter.Way("")
	if came := workday(on.AddDays(from.between(2, 5))); came <= l.m.Today {
		got, how = &came, letter.Posted
	}
	for _, language := range letter.Languages {
		written := write(l.m.Words(language))
		if err := l.to.Row(ctx, "letter", from.identity(on), s.Case.ID, written.Kind, subject, language, store.JSON{Value: written}, at, by, got, how); err != nil {
			return err
		}
	}
	return nil
}
