package iso20022

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// Report is the bank's answer to one file.
type Report struct {
	MessageID         string // the report's own
	OriginalMessageID string // of the file that it answers
	Group             Outcome
	Count             int        // payments in the file as the bank counts them; 0 where it does not say
	Sum               *money.Ore // of the file, nil where the bank does not say
	PaymentGroups     []PaymentGroup
	counts            map[Status]int
}

// Outcome is a status and why. No status is the empty one.
type Outcome struct {
	Status  Status
	Reasons []Reason
}

// PaymentGroup is the answer about one group of payments in the file. A file of
// ours has one.
type PaymentGroup struct {
	ID string
	Outcome
	Count        int        // 0 where the bank does not say
	Sum          *money.Ore // nil where the bank does not say
	Transactions []Transaction
	counts       map[Status]int
	line         int
}

// Transaction is the answer about one payment.
type Transaction struct {
	EndToEndID string
	Outcome
	Amount *money.Ore // nil where the bank does not say
	Line   int        // in the report; 0 where the answer is that of the whole file
}

// Transactions are all that the report lists by name. Whoever wants to know what
// became of every payment asks For.
func (r Report) Transactions() []Transaction {
	var all []Transaction
	for _, g := range r.PaymentGroups {
		all = append(all, g.Transactions...)
	}
	return all
}

// RejectsAll tells whether the bank took none of the file's payments: the file as
// a whole, or its only group, is rejected.
func (r Report) RejectsAll() bool { return r.whole().Status == Rejected }

// whole is what the report says about every payment that it does not list. The
// group's word is nearer than the file's, but where the file is rejected and the group
// gives no reason of its own, the file's reason is why.
func (r Report) whole() Outcome {
	if len(r.PaymentGroups) != 1 {
		return r.Group
	}
	g := r.PaymentGroups[0]
	if r.Group.Status == Rejected && len(g.Reasons) == 0 {
		return r.Group
	}
	if g.Status == "" {
		g.Outcome = r.Group
	}
	if g.Status == "" || g.Status == Partly {
		counts, count := g.counts, g.Count
		if len(counts) == 0 {
			counts, count = r.counts, r.Count
		}
		return Outcome{Status: rest(counts, count, g.Transactions), Reasons: g.Reasons}
	}
	return g.Outcome
}

// rest is the status of all that are not listed, where the counts leave only one;
// otherwise none.
func rest(counts map[Status]int, count int, listed []Transaction) Status {
	left, total := map[Status]int{}, 0
	for status, n := range counts {
		left[status] += n
		total += n
	}
	for _, t := range listed {
		left[t.Status]--
	}
	var only Status
	for status, n := range left {
		if n > 0 && only != "" {
			return ""
		} else if n > 0 {
			only = status
		}
	}
	if count == 0 || total != count {
		return ""
	}
	return only
}

// Sent is a file that was sent: its MessageID and its payments by EndToEndID.
type Sent struct {
	MessageID string
	Payments  map[string]money.Ore
}

// For is the answer for each payment that was sent, by EndToEndID. A payment that
// the report does not list has the answer of the whole file; one about which it
// says nothing yet is not in the map. The fault is Invalid where the report
// answers another file, names a payment that is not in this one, or has another
// amount, count or sum than was sent.
func (r Report) For(sent Sent) (map[string]Transaction, error) {
	if r.OriginalMessageID != sent.MessageID {
		return nil, refuse("bank.status.other_file", 0, "Answers", r.OriginalMessageID, "Sent", sent.MessageID)
	}
	if err := r.amountsAgree(sent); err != nil {
		return nil, err
	}
	answers := make(map[string]Transaction, len(sent.Payments))
	for _, t := range r.Transactions() {
		amount, known := sent.Payments[t.EndToEndID]
		if !known {
			return nil, refuse("bank.status.unknown_payment", t.Line, "Payment", t.EndToEndID)
		}
		if t.Amount != nil && *t.Amount != amount {
			return nil, refuse("bank.status.other_amount", t.Line, "Payment", t.EndToEndID, "Sent", amount, "Got", *t.Amount)
		}
		answers[t.EndToEndID] = t
	}
	whole := r.whole()
	if whole.Status == "" || whole.Status == Partly || whole.Status == Received {
		return answers, nil
	}
	for id := range sent.Payments {
		if _, listed := answers[id]; !listed {
			answers[id] = Transaction{EndToEndID: id, Outcome: whole}
		}
	}
	return answers, nil
}

// amountsAgree holds the bank's count and sum against what was sent.
func (r Report) amountsAgree(sent Sent) error {
	var sum money.Ore
	for _, amount := range sent.Payments {
		var err error
		if sum, err = money.Sum(sum, amount); err != nil {
			return fault.New(fault.Internal, "bank.file.sum").Because(err)
		}
	}
	count, total := r.Count, r.Sum
	if len(r.PaymentGroups) == 1 && count == 0 {
		count = r.PaymentGroups[0].Count
	}
	if len(r.PaymentGroups) == 1 && total == nil {
		total = r.PaymentGroups[0].Sum
	}
	if count != 0 && count != len(sent.Payments) {
		return refuse("bank.status.other_count", 0, "Sent", len(sent.Payments), "Got", count)
	}
	if total != nil && *total != sum {
		return refuse("bank.status.other_sum", 0, "Sent", sum, "Got", *total)
	}
	return nil
}
