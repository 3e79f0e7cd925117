package payment_test

import (
	"testing"

	"fotfaste/internal/payment"
)

// Every state is reached from a proposal, and money that has been asked for can never
// again stand as not asked for.
func TestTheLifeOfAPayment(t *testing.T) {
	reached := map[payment.State]bool{}
	var follow func(payment.State)
	follow = func(s payment.State) {
		if reached[s] {
			return
		}
		reached[s] = true
		for _, next := range payment.States() {
			if s.CanBecome(next) {
				follow(next)
			}
		}
	}
	follow(payment.Proposed)
	if len(reached) != len(payment.States()) {
		t.Errorf("reached %v", reached)
	}
	clear(reached)
	follow(payment.Sent)
	for _, s := range []payment.State{payment.Proposed, payment.Due, payment.Filed} {
		if reached[s] {
			t.Errorf("a sent payment becomes %s", s)
		}
	}
	for _, c := range []struct {
		from, to payment.State
		want     bool
	}{
		{payment.Proposed, payment.Due, true}, {payment.Proposed, payment.Filed, false}, {payment.Due, payment.Sent, false},
		{payment.Filed, payment.Due, true}, {payment.Sent, payment.Failed, true}, {payment.Paid, payment.Sent, false},
		{payment.Failed, payment.Due, false}, {payment.Failed, payment.Again, true}, {payment.Withdrawn, payment.Due, false}, {payment.Sent, payment.Withdrawn, false}, {payment.Paid, payment.Withdrawn, false},
	} {
		if got := c.from.CanBecome(c.to); got != c.want {
			t.Errorf("%s to %s: %v", c.from, c.to, got)
		}
	}
}
