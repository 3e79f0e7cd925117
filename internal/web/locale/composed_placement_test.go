package locale_test

import (
	"strings"

	"fotfaste/internal/placement"
)

func placementKeys() []string {
	var keys []string
	keys = append(keys, each("placement.state.", placement.States()...)...)
	keys = append(keys, each("placement.outcome.", placement.Outcomes()...)...)
	keys = append(keys, each("placement.line.", placement.Codes()...)...)
	keys = append(keys, each("placement.declined_by.", placement.Participant, placement.Provider, placement.TheDeadline)...)
	keys = append(keys, each("placement.change.kind.", placement.ChangeKinds()...)...)
	keys = append(keys, each("placement.change.state.", placement.ChangeStates()...)...)
	for _, code := range placement.Codes() {
		for _, reason := range code.Reasons() {
			keys = append(keys, placement.Line{Code: code, Reason: reason}.Text().Key)
		}
	}
	for _, guarantee := range placement.Guarantees() {
		keys = append(keys, named("placement.guarantee.", string(guarantee), "unknown"))
	}
	for _, priority := range placement.Priorities() {
		keys = append(keys, named("placement.priority.", string(priority), "ordinary"))
	}
	for _, command := range placement.Commands() {
		if command != placement.Lapse { // nobody presses it
			keys = append(keys, "placement.command."+string(command))
		}
		for _, state := range placement.States() {
			_, err := state.After(command, "")
			keys = append(keys, keyOf(err)...)
		}
	}
	return keys
}

// named is the key of a code, where the empty code goes by another name.
func named(prefix, code, empty string) string {
	if strings.TrimSpace(code) == "" {
		code = empty
	}
	return prefix + code
}
