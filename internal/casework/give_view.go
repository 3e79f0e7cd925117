package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// OwnView is what the participant has to say of a recovery.
type OwnView struct {
	Form
	Words string
}

// GiveView keeps the participant's view, in their own words or as the case manager
// notes them. They may add to it until somebody decides. Invalid where nothing is said,
// Conflict where the statement has not been sent or somebody has decided.
func (o *Office) GiveView(ctx context.Context, actor access.Actor, of, id ident.ID, in OwnView) error {
	return o.act(ctx, actor, access.GiveView, of, in.Form, func(d *desk) error {
		d.quiet = true
		v, err := d.recoveryAt(ctx, id, 0)
		if err != nil {
			return err
		}
		next, err := v.Hear(d.Today)
		if err != nil {
			return err
		}
		words := strings.TrimSpace(in.Words)
		if words == "" {
			var faults fault.Fields
			faults.Add("words", "recovery.view_empty")
			return faults.Err()
		}
		noted := actor.Role != access.Participant
		err = d.AddRecoveryView(ctx, store.RecoveryView{ID: d.newID(), Recovery: id, Words: words, Noted: noted, At: d.Now, By: actor.Account})
		if err != nil {
			return err
		}
		if err := d.SaveRecovery(ctx, next, d.Now); err != nil {
			return err
		}
		return d.tell(ctx, casefile.RecoveryAnswered, nil)
	})
}

// GiveMyView is GiveView by the participant, whichever of their cases it is about.
func (o *Office) GiveMyView(ctx context.Context, actor access.Actor, id ident.ID, in OwnView) error {
	of, err := o.caseOfRecovery(ctx, actor, id)
	if err != nil {
		return err
	}
	return o.GiveView(ctx, actor, of, id, in)
}
