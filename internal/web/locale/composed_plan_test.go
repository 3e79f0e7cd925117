package locale_test

import (
	"errors"

	"fotfaste/internal/fault"
	"fotfaste/internal/plan"
)

func planKeys() []string {
	var keys []string
	keys = append(keys, each("plan.track.", plan.Tracks()...)...)
	keys = append(keys, each("plan.state.", plan.States()...)...)
	keys = append(keys, each("plan.cover.", plan.Covers()...)...)
	keys = append(keys, each("plan.command.", plan.Propose, plan.TakeBack, plan.Agree, plan.Decline)...)
	keys = append(keys, each("plan.change.activity.", plan.ActivityFields()...)...)
	for _, what := range plan.Whats() {
		for _, after := range []any{true, false} {
			if what != plan.ActivityChanged {
				keys = append(keys, plan.Change{What: what, After: after}.Text().Key)
			}
		}
	}
	for _, state := range plan.States() {
		for _, command := range plan.Commands() {
			for _, by := range []plan.Mover{"", plan.Succession} {
				_, err := state.Move(command, by)
				keys = append(keys, keyOf(err)...)
			}
		}
	}
	return keys
}

// keyOf is the key of a refusal, none for no refusal.
func keyOf(err error) []string {
	var refusal *fault.Error
	if errors.As(err, &refusal) {
		return []string{refusal.Text.Key}
	}
	return nil
}
