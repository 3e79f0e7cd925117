package iso20022

// agrees holds the report against itself: every payment once, what is said of the
// file, its groups and the listed payments not contrary, and their counts consistent.
// line is where the file's own counts stand.
func (r Report) agrees(line int) error {
	if err := r.levelsAgree(line); err != nil {
		return err
	}
	seen := map[string]bool{}
	inGroups, counted := 0, true
	for _, g := range r.PaymentGroups {
		for _, t := range g.Transactions {
			if seen[t.EndToEndID] {
				return refuse("bank.status.payment_twice", t.Line, "Payment", t.EndToEndID)
			}
			seen[t.EndToEndID] = true
		}
		whole := g.Status == Rejected || r.Group.Status == Rejected
		if err := tally(g.line, g.Count, g.counts, g.Transactions, whole); err != nil {
			return err
		}
		inGroups += g.Count
		counted = counted && g.Count > 0
	}
	if r.Count > 0 && counted && len(r.PaymentGroups) > 0 && inGroups != r.Count {
		return refuse("bank.status.counts", line, "Count", r.Count, "Got", inGroups)
	}
	whole := r.Group.Status == Rejected
	for _, g := range r.PaymentGroups {
		whole = whole || g.Status == Rejected
	}
	return tally(line, r.Count, r.counts, r.Transactions(), whole)
}

// tally holds one level's counts against what it lists. by may be empty: a bank
// need not count by status. It may count the rejected and pending alone, but once
// it counts an accepted it has counted all. Every rejected payment must be listed,
// unless the whole is rejected: else nobody knows who was not paid.
func tally(line, count int, by map[Status]int, listed []Transaction, whole bool) error {
	if count > 0 && len(listed) > count {
		return refuse("bank.status.counts", line, "Count", count, "Got", len(listed))
	}
	if len(by) == 0 {
		return nil
	}
	total, all := 0, false
	for status, n := range by {
		total += n
		all = all || status.Kind() == KindAccepted
	}
	if count > 0 && (total > count || all && total < count) {
		return refuse("bank.status.counts", line, "Count", count, "Got", total)
	}
	have := map[Status]int{}
	for _, t := range listed {
		have[t.Status]++
	}
	for _, status := range ofPayments {
		if have[status] > by[status] || status == Rejected && !whole && have[status] < by[status] {
			return refuse("bank.status.counts_status", line, "Status", string(status), "Count", by[status], "Got", have[status])
		}
	}
	return nil
}
