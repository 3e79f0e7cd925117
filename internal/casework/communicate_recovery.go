package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

// Statement asks to send the participant the reckoning of what was paid too much.
type Statement struct {
	Form
	Seen     int // version of the recovery; 0 where none was shown
	AnswerBy period.Day
}

// CommunicateRecovery sends the statement to the participant, who has until the day to
// say their view. It can be sent again with a later day. Invalid where the day is too
// near, Conflict where the view has come, somebody has decided, or the money of the weeks
// is not with the participant yet.
func (o *Office) CommunicateRecovery(ctx context.Context, actor access.Actor, of, id ident.ID, in Statement) error {
	return o.act(ctx, actor, access.CommunicateRecovery, of, in.Form, func(d *desk) error {
		d.quiet = true
		v, err := d.recoveryAt(ctx, id, in.Seen)
		if err != nil {
			return err
		}
		if err := d.canTake(ctx, recovery.Communicate, v.Recovery); err != nil {
			return err
		}
		next, err := v.Communicate(in.AnswerBy, d.Today)
		if err != nil {
			return err
		}
		if err := d.SaveRecovery(ctx, next, d.Now); err != nil {
			return err
		}
		// A later day alone is told in the journey: the reckoning has been sent.
		if v.State == recovery.Opened {
			if err := d.tellOverpaid(ctx, v, in.AnswerBy); err != nil {
				return err
			}
		}
		return d.tell(ctx, casefile.RecoveryTold, map[string]any{"Amount": int64(next.Undecided()), "Day": in.AnswerBy.String()})
	})
}

// recoveryAt is a recovery of the desk's case, as whoever asks had it before them: seen
// is its version then, 0 where none was shown. Stale where it has changed since, NotFound
// where the case has no such recovery.
func (d *desk) recoveryAt(ctx context.Context, id ident.ID, seen int) (store.Recovery, error) {
	v, err := d.Recovery(ctx, id)
	switch {
	case err != nil:
		return v, err
	case v.Case != d.Case.ID:
		return v, fault.New(fault.NotFound, "fault.not_found")
	case seen != 0 && seen != v.Version:
		return v, fault.New(fault.Stale, "recovery.changed_since")
	}
	d.note("recovery", string(id))
	return v, nil
}
