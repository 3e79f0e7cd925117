package iso20022

import "fotfaste/internal/fault"

// allows tells whether the status of a file or a group leaves room for another below
// it. Right in its form alone says nothing of what is below, and one that is accepted
// can still wait; but what is rejected as a whole holds nothing that is not, what is
// accepted as a whole nothing that is rejected, and what is settled nothing that waits.
func (s Status) allows(below Status) bool {
	switch {
	case s == "" || below == "" || s == TechnicallyRight:
		return true
	case s == Rejected:
		return below == Rejected
	case s.IsSettled():
		return below.Kind() == KindAccepted
	case s.Kind() == KindAccepted:
		return below != Rejected && below != Partly
	}
	return true
}

// levelsAgree holds what the report says of the file, of its groups and of the listed
// payments against each other. Whoever reads on from a report that says both yes and no
// of the same money pays it twice, or not at all.
func (r Report) levelsAgree(line int) error {
	file, group := fault.T("bank.level.file"), fault.T("bank.level.group")
	if err := r.Group.Status.counted(file, line, r.counts); err != nil {
		return err
	}
	for _, g := range r.PaymentGroups {
		// The only group is the whole file: then partly is neither all nor none of it.
		only := len(r.PaymentGroups) == 1 && r.Group.Status == Partly
		if !r.Group.Status.allows(g.Status) || only && (g.Status == Rejected || g.Status.IsSettled()) {
			return refuse("bank.status.contradiction_group", g.line, "Above", string(r.Group.Status), "Got", string(g.Status))
		}
		if err := g.Status.counted(group, g.line, g.counts); err != nil {
			return err
		}
		for _, t := range g.Transactions {
			if !r.Group.Status.allows(t.Status) {
				return contradiction(file, r.Group.Status, t)
			}
			if !g.Status.allows(t.Status) {
				return contradiction(group, g.Status, t)
			}
		}
	}
	return nil
}

func contradiction(where fault.Text, above Status, t Transaction) error {
	return refuse("bank.status.contradiction", t.Line, "Where", where, "Above", string(above), "Payment", t.EndToEndID, "Got", string(t.Status))
}

// counted refuses a level that counts payments of a status for which its own leaves no
// room.
func (s Status) counted(where fault.Text, line int, by map[Status]int) error {
	for _, status := range ofPayments {
		if by[status] > 0 && !s.allows(status) {
			return refuse("bank.status.contradiction_count", line, "Where", where, "Above", string(s), "Count", by[status], "Got", string(status))
		}
	}
	return nil
}
