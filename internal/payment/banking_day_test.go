package payment_test

import (
	"testing"

	"fotfaste/internal/payment"
	"fotfaste/internal/period"
)

func TestNextBankingDay(t *testing.T) {
	for made, want := range map[string]string{
		"2026-08-10": "2026-08-11", "2026-08-14": "2026-08-17", "2026-08-15": "2026-08-17",
		"2026-04-02": "2026-04-07", // Easter
		"2026-04-30": "2026-05-04", // the first of May is a Friday
		"2026-06-18": "2026-06-22", // Midsummer Eve
		"2026-12-23": "2026-12-28", "2026-12-30": "2027-01-04", "2027-01-05": "2027-01-07",
	} {
		if got := payment.NextBankingDay(period.MustDay(made)); got != period.MustDay(want) {
			t.Errorf("made %s, paid %s, want %s", made, got, want)
		}
	}
}
