package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/recovery"
)

// Overpaid is what a run found that a participant had been paid too much, and what has
// become of it.
type Overpaid struct {
	recovery.Recovery
	Calculation ident.ID     `json:"calculation"` // by which the week fell
	Paid        money.Kronor `json:"paid"`        // for the week
	Worth       money.Kronor `json:"worth"`       // of it, as it was found to be
	ToldAt      time.Time    `json:"told_at"`
	ToldBy      *Account     `json:"-"`
	View        string       `json:"view,omitempty"` // the participant's, "" while it is awaited
	ViewAt      time.Time    `json:"view_at"`
	Made        *recovery.Decision
	Returns     []Return `json:"returns,omitempty"`
}

// Return is money that came back.
type Return struct {
	ID     ident.ID     `json:"id"`
	At     time.Time    `json:"at"`
	By     ident.ID     `json:"by"`
	Amount money.Kronor `json:"amount"`
}

// The runs that found it, so many weeks before the newest: the one has just been told of,
// the other is being paid back.
const (
	awaitedWeeks = 1
	claimedWeeks = 24
	inParts      = 8  // the instalments that are paid, of which some have fallen due
	longPaid     = 10 // weeks at least before that, so that the participant is no newcomer
)

// overpaid tells of a week that fell in a run that has been attested: one whose
// participant is asked for their view, and one who pays back month by month. Nil for all
// other stories.
func (t *teller) overpaid(last period.Week) (*lateWord, period.Week, error) {
	carried := last.AddWeeks(-awaitedWeeks)
	if t.late.awaited {
		carried = last.AddWeeks(-claimedWeeks)
	}
	if t.late.claimed || t.last() < t.today() || t.a.Person.Protection != person.None || t.c.start.Week() > carried.AddWeeks(-longPaid) {
		return nil, carried, nil
	}
	word, err := t.changed(carried, false)
	return word, carried, err
}

// fell follows what a run found, as far as it has come.
func (t *teller) fell(w PaidWeek, word *lateWord, carried period.Week) error {
	s := newStream(t.m.Seed, "overpaid of "+t.c.number, 0)
	prepared := t.m.preparedOn(carried)
	attested := workday(prepared.AddDays(1))
	officer, attester := t.m.preparerOf(carried), t.m.withRole(access.PaymentOfficer)[2]
	o := &Overpaid{Calculation: w.ID, Paid: word.was.Total, Worth: word.is.Total}
	o.Recovery = recovery.Recovery{ID: s.identity(attested), Case: t.story.Case.ID, Run: w.Run, State: recovery.Opened, Version: 1,
		OpenedAt: attested.Time().Add(10 * time.Hour), Weeks: []recovery.Week{{Week: w.Week.Week, Fell: o.Paid - o.Worth,
			Why: recovery.Differences(w.Week.Week, word.was.Explanation, word.is.Explanation)}}}
	t.story.Overpaid = o
	tell := func(at time.Time, kind casefile.EventKind, by ident.ID, name string, values map[string]any) {
		t.story.Events = append(t.story.Events, casefile.Event{ID: s.identity(clock.DayOf(at)), Case: o.Case, At: at, Kind: kind,
			Part: string(access.Compensation), Actor: by, ActorName: name, Values: values})
	}
	tell(w.At.Add(time.Second), casefile.WeekCorrected, officer.ID, officer.Name,
		map[string]any{"Week": w.Week.Week.String(), "Total": int64(o.Worth), "Before": int64(o.Paid)})

	told := workday(attested.AddDays(1))
	o.ToldBy, o.ToldAt = t.managerOn(told), told.Time().Add(9*time.Hour)
	if err := o.take(o.Communicate(told.AddDays(21), told)); err != nil {
		return err
	}
	tell(o.ToldAt, casefile.RecoveryTold, o.ToldBy.ID, o.ToldBy.Name,
		map[string]any{"Amount": int64(o.Undecided()), "Day": o.AnswerBy.String()})
	if !t.late.awaited {
		t.late.awaited = true
		return nil
	}
	t.late.claimed = true

	heard := workday(told.AddDays(6))
	o.View, o.ViewAt = s.wrote("overpaid_view"), evening(heard)
	if err := o.take(o.Hear(heard)); err != nil {
		return err
	}
	tell(o.ViewAt, casefile.RecoveryAnswered, t.story.Account, t.a.Person.Name(), nil)

	decided := workday(told.AddDays(15))
	decider := t.deciders[0]
	draft := recovery.Draft{Choice: recovery.ClaimAll, Reason: s.wrote("overpaid_reason"),
		Plan: recovery.Plan{First: recovery.SoonestMonth(decided), Monthly: (o.Undecided() + inParts - 1) / inParts}}
	next, made, err := o.Decide(draft, recovery.Maker{Account: decider.ID, Today: decided, RunBy: []ident.ID{officer.ID, attester.ID}})
	if err := o.take(next, err); err != nil {
		return err
	}
	made.ID, made.Recovery, made.Number, made.At = s.identity(decided), o.ID, 1, decided.Time().Add(10*time.Hour)
	o.Made = &made
	tell(made.At, casefile.RecoveryDecided, decider.ID, decider.Name, map[string]any{"Claim": int64(made.Claim), "Waive": int64(made.Waive)})

	for _, part := range made.Plan.Instalments(made.Claim) {
		day := workdayBefore(part.Due.AddDays(-3))
		if day >= t.today() {
			break
		}
		if err := o.take(o.Repay(part.Amount, day, decided, day)); err != nil {
			return err
		}
		back := Return{ID: s.identity(day), At: day.Time().Add(13 * time.Hour), By: officer.ID, Amount: part.Amount}
		o.Returns = append(o.Returns, back)
		tell(back.At, casefile.RecoveryRepaid, officer.ID, officer.Name,
			map[string]any{"Amount": int64(back.Amount), "Left": int64(o.Left())})
	}
	return nil
}

// take is the next version of the recovery.
func (o *Overpaid) take(next recovery.Recovery, err error) error {
	next.Version++
	o.Recovery = next
	return err
}

// changedAt is when it was last changed.
func (o *Overpaid) changedAt() time.Time {
	at := o.ToldAt
	if o.Made != nil {
		at = o.Made.At
	}
	for _, r := range o.Returns {
		at = r.At
	}
	return at
}

// bookings are what the ledger says of it from the decision on. That the week fell is
// booked with the run.
func (o *Overpaid) bookings() ([]booking, error) {
	if o.Made == nil {
		return nil, nil
	}
	of := func(amount money.Kronor) ledger.WeekSum {
		return ledger.WeekSum{Case: o.Case, Week: o.Weeks[0].Week, Amount: amount}
	}
	postings, err := ledger.Claimed(of(o.Made.Claim))
	if err != nil {
		return nil, err
	}
	all := []booking{{at: o.Made.At, kind: ledger.OverpaidClaimed, about: o.ID, by: o.Made.By, posted: postings}}
	for _, r := range o.Returns {
		if postings, err = ledger.Repaid(of(r.Amount)); err != nil {
			return nil, err
		}
		all = append(all, booking{at: r.At, kind: ledger.ClaimRepaid, about: o.ID, by: r.By, posted: postings})
	}
	return all, nil
}
