package recovery_test

import (
	"errors"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
)

// Nobody is asked back for what they have not got.
func TestReceived(t *testing.T) {
	raw, err := os.ReadFile("testdata/received.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Case string
		Paid []string
		Says string
		Day  string
	}
	if err := yaml.Unmarshal(raw, &cases); err != nil || len(cases) == 0 {
		t.Fatal(err)
	}
	passed := today.AddDays(-1)
	states := map[recovery.Step]recovery.State{recovery.Communicate: recovery.Opened, recovery.GiveView: recovery.Communicated,
		recovery.Decide: recovery.Heard, recovery.DecideAgain: recovery.Claimed, recovery.TakeInReturn: recovery.Claimed}
	for _, c := range cases {
		var paid []recovery.Money
		for _, from := range c.Paid {
			m := recovery.Money{}
			if from != "no" {
				day := period.MustDay(from)
				m.From = &day
			}
			paid = append(paid, m)
		}
		for _, step := range recovery.Steps() {
			r := of(states[step], 563)
			r.AnswerBy = &passed
			err := r.CanWith(step, paid, today)
			if c.Says == "" || step != recovery.Communicate && step != recovery.Decide {
				if err != nil {
					t.Errorf("%s, %s: %v", c.Case, step, err)
				}
				continue
			}
			var no *fault.Error
			var refusal *recovery.Refusal
			if fault.CodeOf(err) != fault.Conflict || !errors.As(err, &no) || no.Text.Key != c.Says || !errors.As(err, &refusal) || !refusal.Unreceived || refusal.Step != step {
				t.Errorf("%s, %s: %v", c.Case, step, err)
			}
			if day, has := no.Text.Args["Day"].(period.Day); has != (c.Day != "") || has && day != period.MustDay(c.Day) {
				t.Errorf("%s, %s: %v", c.Case, step, no.Text.Args)
			}
			// What the state refuses is refused first.
			r.State = recovery.Closed
			if err := r.CanWith(step, paid, today); !errors.As(err, &refusal) || refusal.Unreceived {
				t.Errorf("%s, %s when closed: %v", c.Case, step, err)
			}
		}
	}
}
