package simulate

import (
	"cmp"
	"slices"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// cash is what has been paid: gathered while the stories are told, and loaded when all
// of them are known.
type cash struct {
	m        *Municipality
	payees   []payee
	runs     map[period.Week]*cashRun
	overpaid []*Overpaid
}

// payee is somebody whose weeks have been calculated.
type payee struct {
	of, person, account ident.ID // case, person and the account they sign in with
	name                string
	hidden              bool
	first               period.Week
	payments            int
	to, other           payaccount.Account // zero where none has been entered, and where no other has
	pay, newer          ident.ID           // the account's row, and that of one entered later
	newerAfter          period.Week        // the run after which it was entered
}

// cashRun is a run with what it pays.
type cashRun struct {
	PaymentRun
	changes  []ledger.Change
	payments []cashPayment
	total    money.Kronor
}

type cashPayment struct {
	id       ident.ID
	payee    int
	amount   money.Kronor
	state    payment.State
	replaces ident.ID
	reason   string
}

func newCash(m *Municipality) *cash {
	c := &cash{m: m, runs: map[period.Week]*cashRun{}}
	for _, r := range m.PaymentRuns() {
		c.runs[r.Week] = &cashRun{PaymentRun: r}
	}
	return c
}

// of gathers what a story has been paid.
func (c *cash) of(s *Story) {
	if len(s.Weeks) == 0 {
		return
	}
	p := s.Adult.Person
	c.payees = append(c.payees, payee{of: s.Case.ID, person: p.ID, account: s.Account, name: p.Name(),
		hidden: p.Protection != person.None, first: s.Weeks[0].Week.Week})
	at := len(c.payees) - 1
	for i := range s.Weeks {
		w := &s.Weeks[i]
		run, change := c.runs[w.Carried], w.change(s.Case.ID)
		run.changes = append(run.changes, change)
		c.pays(run, at, change.Pays())
	}
}

// pays adds to what the run pays somebody, in one payment.
func (c *cash) pays(run *cashRun, to int, amount money.Kronor) {
	if amount == 0 {
		return
	}
	run.total += amount
	if n := len(run.payments); n > 0 && run.payments[n-1].payee == to {
		run.payments[n-1].amount += amount
		return
	}
	c.payees[to].payments++
	state := payment.Paid
	if run.AttestedAt == nil {
		state = payment.Proposed
	}
	run.payments = append(run.payments, cashPayment{payee: to, amount: amount, state: state})
}

// settle says what became of the payments. In the newest run that has been sent some
// have just begun and have no account yet, and the bank could not pay a few: two wait
// for somebody, and one is repeated by the proposal. Some weeks before it one was, too.
func (c *cash) settle() {
	last := c.m.Today.Week().AddWeeks(-1)
	for _, run := range c.inOrder() {
		s := newStream(c.m.Seed, "payments", int(run.Week))
		for i := range run.payments {
			run.payments[i].id = s.identity(c.m.preparedOn(run.Week))
		}
	}
	for i := range c.payees {
		p := &c.payees[i]
		s := newStream(c.m.Seed, "pay account of "+p.of.String(), 0)
		p.pay, p.to = s.identity(p.first.Monday()), madeUpAccount(s)
	}
	newest := c.runs[last.AddWeeks(-1)]
	for _, i := range c.newcomers(newest) {
		p := &c.payees[i]
		p.pay, p.to = "", payaccount.Account{}
		for _, run := range c.runs {
			for j := range run.payments {
				if at := &run.payments[j]; at.payee == i && at.state == payment.Paid {
					at.state = payment.Due
				}
			}
		}
	}
	c.fail(newest, payment.Failed, "AC04")
	c.fail(newest, payment.Failed, "MS03")
	c.repeat(newest, c.runs[last])
	c.repeat(c.runs[last.AddWeeks(-6)], c.runs[last.AddWeeks(-5)])
}

// newcomers are the two with the fewest payments among those that the run pays; fewer of
// a small run.
func (c *cash) newcomers(run *cashRun) []int {
	var payees []int
	for i := range run.payments {
		if at := run.payments[i].payee; !c.payees[at].hidden {
			payees = append(payees, at)
		}
	}
	slices.SortStableFunc(payees, func(a, b int) int { return cmp.Compare(c.payees[a].payments, c.payees[b].payments) })
	return payees[:min(2, len(payees)/8)]
}

// fail is a payment that the bank could not make, nil where the run is too small to have
// one.
func (c *cash) fail(run *cashRun, state payment.State, reason string) *cashPayment {
	if run == nil || len(run.payments) < 6 {
		return nil
	}
	s := newStream(c.m.Seed, "failed "+reason+string(state), int(run.Week))
	for range len(run.payments) {
		p := &run.payments[s.IntN(len(run.payments))]
		if p.state == payment.Paid && p.replaces.IsZero() && !c.payees[p.payee].hidden && c.payees[p.payee].newer.IsZero() {
			p.state, p.reason = state, reason
			return p
		}
	}
	return nil
}

// repeat fails a payment of a run for its account, has another account entered, and
// repeats it in a later run.
func (c *cash) repeat(run, by *cashRun) {
	failed := c.fail(run, payment.Again, "AC04")
	if failed == nil || by == nil {
		return
	}
	who := &c.payees[failed.payee]
	s := newStream(c.m.Seed, "newer account of "+who.of.String(), 0)
	who.newer, who.newerAfter, who.other = s.identity(run.answeredOn()), run.Week, madeUpAccount(s)
	state := payment.Paid
	if by.AttestedAt == nil {
		state = payment.Proposed
	}
	by.total += failed.amount
	by.payments = append(by.payments, cashPayment{id: s.identity(c.m.preparedOn(by.Week)), payee: failed.payee, amount: failed.amount,
		state: state, replaces: failed.id})
}

// paidTo is the account that a payment of the run goes to, with its row.
func (p *payee) paidTo(run period.Week) (ident.ID, payaccount.Account) {
	if !p.newer.IsZero() && run > p.newerAfter {
		return p.newer, p.other
	}
	return p.pay, p.to
}

// inOrder are the runs, oldest first.
func (c *cash) inOrder() []*cashRun {
	runs := make([]*cashRun, 0, len(c.runs))
	for _, r := range c.runs {
		runs = append(runs, r)
	}
	slices.SortFunc(runs, func(a, b *cashRun) int { return cmp.Compare(a.Week, b.Week) })
	return runs
}

// A file is made an hour after the run is attested and sent half an hour later; the bank
// answers the next workday, early.
func (r *cashRun) madeAt() time.Time { return r.AttestedAt.Add(time.Hour) }
func (r *cashRun) sentAt() time.Time { return r.AttestedAt.Add(90 * time.Minute) }
func (r *cashRun) answeredAt() time.Time {
	return r.answeredOn().Time().Add(5*time.Hour + 30*time.Minute)
}
func (r *cashRun) answeredOn() period.Day {
	return workday(clock.DayOf(*r.AttestedAt).AddDays(1))
}
