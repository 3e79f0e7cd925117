package casework

import (
	"context"
	"slices"

	"fotfaste/internal/appeal"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/recovery"
)

// appealsOfRecovery are the appeals of any of the decisions on a recovery, newest first.
func (d *desk) appealsOfRecovery(ctx context.Context, made []RecoveryDecision) ([]FiledAppeal, error) {
	all, err := d.Appeals(ctx, d.Case.ID)
	return slices.DeleteFunc(all, func(a FiledAppeal) bool {
		return !slices.ContainsFunc(made, func(m RecoveryDecision) bool { return m.ID == a.Subject })
	}), err
}

// promisedOf are those of them that wait for a new decision.
func (d *desk) promisedOf(ctx context.Context, made []RecoveryDecision) ([]FiledAppeal, error) {
	all, err := d.appealsOfRecovery(ctx, made)
	return slices.DeleteFunc(all, func(a FiledAppeal) bool { return !a.AwaitsDecision() }), err
}

// followAppeals ties the decision on a recovery that has just been made to the appeals
// that waited for it. There is one decision at a time on a recovery and the newest holds
// for all that is left, so each later one is the answer: nobody has to say so.
func (d *desk) followAppeals(ctx context.Context, promised []FiledAppeal, made ident.ID) error {
	for _, p := range promised {
		err := d.step(ctx, p.ID, func(a appeal.Appeal, _ appeal.Time) (appeal.Appeal, error) { return a.FollowedByRecovery(made) })
		if err != nil {
			return err
		}
	}
	return nil
}

// recoveryOf is the recovery that the appealed decision is about, with its decisions;
// nil where the appeal is of something else.
func (d *desk) recoveryOf(ctx context.Context, a appeal.Appeal) (*Recovery, []RecoveryDecision, error) {
	recoveries, err := d.RecoveriesOf(ctx, d.Case.ID)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range recoveries {
		made, err := d.RecoveryDecisions(ctx, r.ID)
		if err != nil {
			return nil, nil, err
		}
		if slices.ContainsFunc(made, func(m RecoveryDecision) bool { return m.ID == a.Subject }) {
			return &r, made, nil
		}
	}
	return nil, nil, nil
}

// promise is the appeal that promises a new decision on a recovery. Where nothing is left
// to decide on none can be made any longer: a decision made since the appeal came in is
// then the answer, and else it is a fault. What was paid back wrongly is paid out by the
// run that reckons the week anew.
func (d *desk) promise(ctx context.Context, a appeal.Appeal) (appeal.Appeal, error) {
	r, made, err := d.recoveryOf(ctx, a)
	if err != nil || r == nil || r.Can(recovery.DecideAgain, d.Today) == nil {
		return a, err
	}
	if last := made[len(made)-1]; last.ID != a.Subject && last.At.After(a.RegisteredAt) {
		return a.FollowedByRecovery(last.ID)
	}
	return a, besideField("outcome", fault.New(fault.Invalid, "appeal.recovery_closed"))
}
