package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// SignedIn is the account acting in the role. NotFound where the account is closed
// or does not hold the role.
func (o *Office) SignedIn(ctx context.Context, municipality string, account ident.ID, role access.Role) (access.Actor, error) {
	var actor access.Actor
	err := o.DB.Read(ctx, municipality, func(tx *store.Tx) (err error) {
		actor, err = tx.Actor(ctx, account, role)
		return err
	})
	return actor, err
}

// Sessions is where sessions are kept.
type Sessions interface {
	Session(ctx context.Context, token string, now time.Time) (data []byte, found bool, err error)
	SaveSession(ctx context.Context, token string, data []byte, expires, now time.Time) error
	EndSession(ctx context.Context, token string) error
}

// Sessions is the office's own keeping of sessions.
func (o *Office) Sessions() Sessions { return o.DB }

// Ready is nil while the office can work: the database answers and has its tables.
func (o *Office) Ready(ctx context.Context) error { return o.DB.Ready(ctx) }
