package casework

import (
	"context"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// UnsentFile is the cause of the Conflict with which a proposal waits for a file that is
// made and not sent.
type UnsentFile struct{ Run ident.ID }

func (u *UnsentFile) Error() string { return "a file of run " + string(u.Run) + " is not sent" }

// noFilePays refuses while a file that is made and not sent pays a week that is worth
// less now. Whether its money reaches the participant nobody knows yet: thrown away, it
// is taken back and comes anew; noted as sent, it is overpaid.
func (d *desk) noFilePays(ctx context.Context, due []dueWeek) error {
	var filed []store.Payment
	var asked ident.ID
	for _, w := range due {
		of := w.PayCase.Case
		if w.Difference() >= 0 {
			continue
		}
		if of != asked { // the weeks of a case stand together
			var err error
			if filed, err = d.FiledOf(ctx, of); err != nil {
				return err
			}
			asked = of
		}
		for _, p := range filed {
			first, err := d.firstOf(ctx, p)
			if err != nil {
				return err
			}
			paid, err := d.CalculatedIn(ctx, first.Run, of)
			if err != nil {
				return err
			}
			for _, c := range paid {
				if c.Week.Week != w.Week.Week || c.Pays == 0 {
					continue
				}
				run, err := d.Run(ctx, p.Run)
				if err != nil {
					return err
				}
				return fault.New(fault.Conflict, "payment.file_waits", "Week", run.Week).Because(&UnsentFile{Run: p.Run})
			}
		}
	}
	return nil
}
