package payment

import "fotfaste/internal/period"

// SilentDays is how many days after the day on which a bank pays what it was sent the
// money counts as received, where the bank has said nothing.
const SilentDays = 10

// ReceivedFrom is the day from which the money of a payment counts as received by the
// participant, where it stands in the state since the day. False where it is not on its
// way, or has come back.
func (s State) ReceivedFrom(since period.Day) (period.Day, bool) {
	switch s {
	case Paid:
		return since, true
	case Sent:
		return NextBankingDay(since).AddDays(SilentDays), true
	}
	return 0, false
}
