package payment_test

import (
	"testing"

	"fotfaste/internal/ledger"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/web/locale"
)

// Every code that a page makes a key of has its text.
func TestEveryCodeHasItsText(t *testing.T) {
	var keys []string
	for _, which := range store.LineChoices()[1:] {
		keys = append(keys, "payment.show."+string(which))
	}
	for _, state := range []payment.RunState{payment.RunProposed, payment.RunAttested, payment.RunWithdrawn} {
		keys = append(keys, "payment.state."+string(state))
	}
	for _, account := range ledger.Accounts() {
		keys = append(keys, "pay.chart."+string(account), "payment.ledger.means."+string(account))
	}
	for _, kind := range ledger.Kinds() {
		keys = append(keys, "pay.kind."+string(kind))
	}
	for _, state := range payment.States() {
		keys = append(keys, "pay.state."+string(state))
	}
	for _, step := range []string{"proposal", "differences", "attest", "file", "sent", "answer"} {
		keys = append(keys, "payment.step."+step)
	}
	for _, count := range []string{"paid", "failed", "again", "sent", "filed", "due", "taken_back"} {
		keys = append(keys, "payment.standing.count."+count)
	}
	for _, tag := range []string{"sv", "en"} {
		for _, key := range keys {
			if !locale.For(tag).Has(key) {
				t.Errorf("%s has no text for %s", tag, key)
			}
		}
	}
}
