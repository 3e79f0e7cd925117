package payment_test

import (
	"testing"

	"fotfaste/internal/payment"
	"fotfaste/internal/period"
)

// What the bank has paid is received that day; what it was sent, ten days after the
// banking day, if it says nothing; nothing else is.
func TestReceivedFrom(t *testing.T) {
	for _, c := range []struct {
		state       payment.State
		since, from string
	}{
		{payment.Paid, "2026-08-14", "2026-08-14"},
		{payment.Sent, "2026-08-13", "2026-08-24"},
		{payment.Sent, "2026-08-14", "2026-08-27"}, // a Friday: the bank pays on Monday
		{payment.Sent, "2026-12-23", "2027-01-07"}, // the eve, Christmas and a weekend
		{payment.Proposed, "2026-08-14", ""}, {payment.Withdrawn, "2026-08-14", ""}, {payment.Due, "2026-08-14", ""},
		{payment.Filed, "2026-08-14", ""}, {payment.Failed, "2026-08-14", ""}, {payment.Again, "2026-08-14", ""},
	} {
		from, ok := c.state.ReceivedFrom(period.MustDay(c.since))
		if ok != (c.from != "") || ok && from != period.MustDay(c.from) {
			t.Errorf("%s since %s: %s, %t", c.state, c.since, from, ok)
		}
	}
}
