package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/duty"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// NewConsequence is a decision of social services to keep: what a person types of it.
type NewConsequence struct {
	Form
	duty.Consequence
}

// RecordConsequence keeps that social services have reduced or denied somebody's
// assistance of a month since they did not take part. Nothing is decided by it. Invalid
// with a message beside each field that is wrong: those of duty.Consequence.Check, and
// the month while the case is paused. A conflict in a closed case.
func (o *Office) RecordConsequence(ctx context.Context, actor access.Actor, id ident.ID, in NewConsequence) error {
	return o.act(ctx, actor, access.RecordConsequence, id, in.Form, func(d *desk) error {
		if _, err := d.openForRequirement(ctx); err != nil {
			return err
		}
		before, err := d.Consequences(ctx, id)
		if err != nil {
			return err
		}
		grave, err := d.knownGrave(ctx)
		if err != nil {
			return err
		}
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		programme, err := d.DaysInProgramme(ctx, id, in.Month)
		if err != nil {
			return err
		}
		row := in.Consequence
		row.ID, row.EnteredAt, row.Undone = d.newID(), d.Now, ""
		row.Reason, row.DecidedBy, row.Reference = strings.TrimSpace(row.Reason), strings.TrimSpace(row.DecidedBy), strings.TrimSpace(row.Reference)
		wrong := row.Check(book, d.Today, programme, before, grave)
		if d.Case.State == casefile.Paused { // whose months the quarter leaves out for now
			wrong = slices.DeleteFunc(wrong, func(f fault.Field) bool { return f.Name == "month" })
			wrong.Add("month", "requirement.refused.paused")
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		row.Grave = row.Grave || grave
		if err := d.AddConsequence(ctx, id, row, actor.Account); err != nil {
			return err
		}
		d.note("cut", string(row.Cut))
		d.note("month", row.Month.String())
		told := consequenceTold(row)
		told["Day"] = row.DecidedOn.String()
		return d.tell(ctx, casefile.ConsequenceRecorded, told)
	})
}

// UndoneConsequence says that a row no longer counts, and why.
type UndoneConsequence struct {
	Form
	Row ident.ID
	Why duty.Undone
}

// UndoConsequence keeps it. NotFound where no such row stands in the case, Invalid beside
// why where that is none of duty.WhyUndone.
func (o *Office) UndoConsequence(ctx context.Context, actor access.Actor, id ident.ID, in UndoneConsequence) error {
	return o.act(ctx, actor, access.UndoConsequence, id, in.Form, func(d *desk) error {
		if _, err := d.openForRequirement(ctx); err != nil {
			return err
		}
		rows, err := d.Consequences(ctx, id)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(rows, func(c duty.Consequence) bool { return c.ID == in.Row && c.Stands() })
		if i < 0 {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		var wrong fault.Fields
		wrong.Check(slices.Contains(duty.WhyUndone(), in.Why), "why", "requirement.refused.why")
		if err := wrong.Err(); err != nil {
			return err
		}
		if err := d.Tx.UndoConsequence(ctx, id, rows[i], in.Why, d.Now, actor.Account); err != nil {
			return err
		}
		d.note("cut", string(rows[i].Cut))
		d.note("month", rows[i].Month.String())
		d.note("why", string(in.Why))
		told := consequenceTold(rows[i])
		told["Why"] = "@duty.undone." + string(in.Why)
		return d.tell(ctx, casefile.ConsequenceUndone, told)
	})
}

func consequenceTold(c duty.Consequence) map[string]any {
	return map[string]any{"Cut": "@duty.cut_is." + string(c.Cut), "Month": c.Month.String()}
}

// knownGrave tells whether the latest referral says of serious addiction or social
// problems as grave: then help comes first (004 s. 4.2).
func (d *desk) knownGrave(ctx context.Context) (bool, error) {
	rows, err := d.PlacementsOf(ctx, d.Case.ID)
	if err != nil || len(rows) == 0 {
		return false, err
	}
	latest := slices.MaxFunc(rows, func(a, b PlacementRow) int { return a.ReferredAt.Compare(b.ReferredAt) })
	return latest.Passage.Result.NoSanction, nil
}
