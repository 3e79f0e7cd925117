package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// MyCase is the participant's own newest case. NotFound where they have none. It tells
// nothing but which one it is: what is then read of it is journalled as it is read.
func (o *Office) MyCase(ctx context.Context, actor access.Actor) (ident.ID, error) {
	mine, err := o.myCases(ctx, actor)
	if err == nil && len(mine) == 0 {
		err = fault.New(fault.NotFound, "intake.no_case")
	}
	if err != nil {
		return "", err
	}
	return mine[0], nil
}

// myCases are all of the participant's own cases, newest first.
func (o *Office) myCases(ctx context.Context, actor access.Actor) ([]ident.ID, error) {
	switch {
	case actor.Account.IsZero():
		return nil, fault.New(fault.NotSignedIn, "fault.not_signed_in")
	case actor.Role != access.Participant || actor.Person.IsZero():
		return nil, fault.New(fault.NotAllowed, "access.role")
	}
	var mine []ident.ID
	err := o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) error {
		cases, err := tx.CasesOf(ctx, actor.Person)
		for _, c := range cases {
			mine = append(mine, c.ID)
		}
		return err
	})
	return mine, err
}
