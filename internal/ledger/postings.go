package ledger

import (
	"fmt"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Worth is what a case-week is worth, by line.
type Worth struct{ Base, Child money.Kronor }

// Total is both lines together.
func (w Worth) Total() money.Kronor { return w.Base + w.Child }

// Change is a case-week that has been calculated: what it was worth before, what it
// is worth now, and how much more than it was worth the participant has in hand, as
// overpaid and undecided or as written off.
type Change struct {
	Case        ident.ID
	Week        period.Week
	Before, Now Worth
	Overpaid    money.Kronor // stands on the account for the week, never negative
	WrittenOff  money.Kronor // likewise: the participant was let keep it, by a person's decision
}

// Difference is how much more the week is worth now; negative where it fell.
func (c Change) Difference() money.Kronor { return c.Now.Total() - c.Before.Total() }

// Pays is what the change gives the participant. A rise first takes back what the same
// week had been found to be overpaid by and nobody has decided on, then meets what the
// participant was let keep of the week; the rest is paid. What is claimed of the week is
// not met: the rise is paid, and the claim stands until a person decides again. A fall
// pays nothing, and nothing is taken from other weeks.
func (c Change) Pays() money.Kronor { return max(0, c.Difference()-c.TakesBack()-c.Kept()) }

// TakesBack is what of a rise the week had been found to be overpaid by.
func (c Change) TakesBack() money.Kronor { return max(0, min(c.Difference(), c.Overpaid)) }

// Kept is what of a rise the participant has in hand already, since it was written off:
// it was not too much after all, and is not paid a second time.
func (c Change) Kept() money.Kronor { return max(0, min(c.Difference()-c.TakesBack(), c.WrittenOff)) }

// Postings are the difference in the ledger: each line's cost by itself; a rise to what
// the participant is owed, after what it takes back and what was kept; a fall to the
// overpaid.
func (c Change) Postings() ([]Posting, error) {
	if c.Overpaid < 0 || c.WrittenOff < 0 || min(c.Before.Base, c.Before.Child, c.Now.Base, c.Now.Child) < 0 {
		return nil, fmt.Errorf("case %s, week %s: a negative worth: %+v", c.Case, c.Week, c)
	}
	fell := max(0, -c.Difference())
	var to poster
	to.add(CostBase, c.Now.Base-c.Before.Base)
	to.add(CostChild, c.Now.Child-c.Before.Child)
	to.add(Owed, -c.Pays())
	to.add(Overpaid, fell-c.TakesBack())
	to.add(WrittenOff, -c.Kept())
	return to.about(c.Case, &c.Week)
}

// Sum is an amount about a case.
type Sum struct {
	Case   ident.ID
	Amount money.Kronor
}

// Sent moves payments from what is owed to what the bank has been asked to pay.
func Sent(payments ...Sum) ([]Posting, error) { return move(Owed, InTransit, payments) }

// Paid moves payments that the bank has made from its way to the bank account.
func Paid(payments ...Sum) ([]Posting, error) { return move(InTransit, Bank, payments) }

// Failed moves payments that the bank could not make back to what is owed.
func Failed(payments ...Sum) ([]Posting, error) { return move(InTransit, Owed, payments) }

// Returned moves payments that came back after they were paid to what is owed.
func Returned(payments ...Sum) ([]Posting, error) { return move(Bank, Owed, payments) }

// WeekSum is an amount about a week of a case.
type WeekSum struct {
	Case   ident.ID
	Week   period.Week
	Amount money.Kronor
}

// Claimed moves overpaid amounts to what is to be paid back, by decision.
func Claimed(weeks ...WeekSum) ([]Posting, error) { return moveWeeks(Claims, Overpaid, weeks) }

// Waived moves overpaid amounts to what has been written off, by decision.
func Waived(weeks ...WeekSum) ([]Posting, error) { return moveWeeks(WrittenOff, Overpaid, weeks) }

// Repaid is money that came back from the participant.
func Repaid(weeks ...WeekSum) ([]Posting, error) { return moveWeeks(Bank, Claims, weeks) }

// ClaimDropped writes off what had been claimed, by a new decision.
func ClaimDropped(weeks ...WeekSum) ([]Posting, error) { return moveWeeks(WrittenOff, Claims, weeks) }

// move debits one account and credits the other with each amount.
func move(debit, credit Account, sums []Sum) ([]Posting, error) {
	var all []Posting
	for _, s := range sums {
		postings, err := moveOne(debit, credit, s.Case, nil, s.Amount)
		if err != nil {
			return nil, err
		}
		all = append(all, postings...)
	}
	return all, nil
}

func moveWeeks(debit, credit Account, weeks []WeekSum) ([]Posting, error) {
	var all []Posting
	for _, w := range weeks {
		postings, err := moveOne(debit, credit, w.Case, &w.Week, w.Amount)
		if err != nil {
			return nil, err
		}
		all = append(all, postings...)
	}
	return all, nil
}

func moveOne(debit, credit Account, of ident.ID, week *period.Week, amount money.Kronor) ([]Posting, error) {
	if amount <= 0 {
		return nil, fmt.Errorf("case %s: %s kronor cannot be moved from %s to %s", of, amount, credit, debit)
	}
	var to poster
	to.add(debit, amount)
	to.add(credit, -amount)
	return to.about(of, week)
}

// poster gathers the amounts of one happening.
type poster []struct {
	account Account
	kronor  money.Kronor
}

func (p *poster) add(a Account, kronor money.Kronor) {
	*p = append(*p, struct {
		account Account
		kronor  money.Kronor
	}{a, kronor})
}

// about makes the postings, none where nothing changed on an account.
func (p poster) about(of ident.ID, week *period.Week) ([]Posting, error) {
	var postings []Posting
	for _, line := range p {
		if line.kronor == 0 {
			continue
		}
		amount, err := line.kronor.Ore()
		if err != nil {
			return nil, err
		}
		postings = append(postings, Posting{Account: line.account, Amount: amount, Case: of, Week: week})
	}
	return postings, nil
}
