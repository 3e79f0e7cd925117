package cli

import (
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/payment"
)

// A proposal that takes back all that was owed and leaves nothing to pay has done what it
// should, and says what; after that there is nothing to do.
func TestPayProposeTakesBackAlone(t *testing.T) {
	eachAddress(t, func(t *testing.T, address string) {
		town := townAt(t, address)
		id, at, week := town.Due()
		settled := func(status attendance.Status) {
			for d := range 5 {
				town.Settled(id, at, week.Monday().AddDays(d), status)
			}
		}
		propose := []string{"pay", "propose", "--week", week.String(), "--db", address, "--as", string(town.PaymentOfficer.Account)}
		for _, c := range []struct {
			more []string
			says string
		}{
			{nil, "1 betalning på 2 812 kr är återtagen"},
			{[]string{"--language", "en"}, "1 payment of 2 812 kr is taken back"},
			{[]string{"--json"}, ""},
		} {
			settled(attendance.Attended)
			run := town.Attested(week)
			settled(attendance.AbsentUnapproved)
			var into any
			var said takenBackSaid
			if c.says == "" {
				into = &said
			}
			code, words := typed(t, town.Clock, into, append(propose, c.more...)...)
			if code != Fine || !strings.Contains(words, c.says) {
				t.Errorf("%q: %d, %s", c.more, code, words)
			}
			if into != nil && said != (takenBackSaid{week.String(), 1, 2812}) {
				t.Errorf("%+v", said)
			}
			if len(town.InState(run, payment.Withdrawn)) != 1 {
				t.Errorf("%q: it was not taken back", c.more)
			}
			if code, words := typed(t, town.Clock, nil, propose...); code != Wrong || !strings.Contains(words, "inget mer att betala") {
				t.Errorf("again: %d, %s", code, words)
			}
		}
	})
}
