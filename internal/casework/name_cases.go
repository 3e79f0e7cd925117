package casework

import (
	"context"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// mostNamed is how many cases a refusal names.
const mostNamed = 5

// conflictOf is a Conflict that names the cases by their numbers, as far as whoever asks
// may know of them; under the other key where they may know of none; and nothing where
// there are no cases.
func (d *desk) conflictOf(ctx context.Context, named, unnamed string, cases []ident.ID) error {
	if len(cases) == 0 {
		return nil
	}
	payees, err := d.Payees(ctx, d.Actor, d.moment(), cases)
	if err != nil {
		return err
	}
	var numbers []string
	for _, of := range cases {
		if p := payees[of]; p.Number != "" && len(numbers) < mostNamed {
			numbers = append(numbers, p.Number)
		}
	}
	if len(numbers) == 0 {
		return fault.New(fault.Conflict, unnamed, "Count", len(cases))
	}
	return fault.New(fault.Conflict, named, "Count", len(cases), "Cases", strings.Join(numbers, ", "))
}
