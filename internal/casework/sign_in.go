package casework

import (
	"context"
	"errors"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// Identity is somebody whom an identity provider vouches for.
type Identity struct {
	Provider string // our own name of the provider
	Subject  string // the issuer, "|", and the subject there

	// Limited says that the provider tells which roles they may have: those in Roles
	// at most. Otherwise the roles of their account decide alone.
	Limited bool
	Roles   []access.Role

	// Number is the identity number that the provider vouches for, where it does: it
	// leads a participant to their own account the first time.
	Number person.IdentityNumber `json:"-"` // kept in no session
}

// mayBe tells whether the provider lets them have the role, should an account here.
func (who Identity) mayBe(role access.Role) bool {
	return !who.Limited || slices.Contains(who.Roles, role)
}

// Seat is a place to act from: a role in a municipality.
type Seat struct {
	Municipality     string
	MunicipalityName string
	Account          ident.ID
	Role             access.Role
}

// Seats are the places that the identity may act from, by municipality and in the
// order in which roles are shown. None where it has no account.
func (o *Office) Seats(ctx context.Context, who Identity) ([]Seat, error) {
	accounts, err := o.DB.AccountsBySubject(ctx, who.Subject)
	if err != nil {
		return nil, err
	}
	return o.seatsAt(ctx, who, accounts)
}

func (o *Office) seatsAt(ctx context.Context, who Identity, accounts []store.SignIn) ([]Seat, error) {
	var seats []Seat
	for _, a := range accounts {
		var held []access.Role
		err := o.DB.Read(ctx, a.Municipality, func(tx *store.Tx) (err error) {
			held, err = tx.RolesOf(ctx, a.Account)
			return err
		})
		if err != nil {
			return nil, err
		}
		for _, role := range access.Roles {
			if slices.Contains(held, role) && who.mayBe(role) {
				seats = append(seats, Seat{a.Municipality, a.MunicipalityName, a.Account, role})
			}
		}
	}
	return seats, nil
}

// Admit lets in whom a provider vouches for and returns their seats, at least one.
// NotAllowed where they have no account or no role, which the journal of the
// municipality is told without saying who: an account of ours by its identity, a
// stranger not at all. A stranger is journalled only where the database has a
// single municipality; otherwise nobody can tell whose door it was.
func (o *Office) Admit(ctx context.Context, who Identity) ([]Seat, error) {
	accounts, err := o.DB.AccountsBySubject(ctx, who.Subject)
	if err != nil {
		return nil, err
	}
	if len(accounts) == 0 && !who.Number.IsZero() && who.mayBe(access.Participant) {
		if accounts, err = o.claim(ctx, who); err != nil {
			return nil, err
		}
	}
	if len(accounts) == 0 {
		municipalities, err := o.DB.Municipalities(ctx)
		if err == nil && len(municipalities) == 1 {
			err = o.journalRefusedSignIn(ctx, who, municipalities[0].Code, "", access.UnknownAccount)
		}
		return nil, errors.Join(fault.New(fault.NotAllowed, "signin.failed.why."+access.UnknownAccount), err)
	}
	seats, err := o.seatsAt(ctx, who, accounts)
	if err != nil || len(seats) > 0 {
		return seats, err
	}
	refused := []error{fault.New(fault.NotAllowed, "signin.failed.why."+access.NoRole)}
	for _, a := range accounts {
		refused = append(refused, o.journalRefusedSignIn(ctx, who, a.Municipality, a.Account, access.NoRole))
	}
	return nil, errors.Join(refused...)
}

// claim makes the participant's own accounts, not yet signed in to, theirs from now on.
func (o *Office) claim(ctx context.Context, who Identity) ([]store.SignIn, error) {
	accounts, err := o.DB.UnclaimedAccounts(ctx, who.Number)
	if err != nil {
		return nil, err
	}
	for _, a := range accounts {
		err := o.DB.Write(ctx, a.Municipality, func(tx *store.Tx) error {
			if err := tx.ClaimAccount(ctx, a.Account, who.Subject); err != nil {
				return err
			}
			actor, err := tx.Actor(ctx, a.Account, access.Participant)
			if err != nil {
				return err
			}
			return tx.Journal(ctx, signed(journal.Entry{}, actor, access.ClaimAccount, "own", o.Clock.Now()))
		})
		if err != nil {
			return nil, err
		}
	}
	return accounts, nil
}

func (o *Office) journalRefusedSignIn(ctx context.Context, who Identity, municipality string, account ident.ID, why string) error {
	detail, err := detailText(map[string]any{"provider": who.Provider})
	if err != nil {
		return err
	}
	return o.DB.Write(ctx, municipality, func(tx *store.Tx) error {
		return tx.Journal(ctx, journal.Entry{At: o.Clock.Now(), Kind: journal.Refusal, Act: access.SignIn.Name, Ground: why,
			Account: string(account), Detail: detail})
	})
}

// SignIn begins a visit by the account in the role, and journals it. NotFound where
// the account is closed or does not hold the role.
func (o *Office) SignIn(ctx context.Context, municipality string, account ident.ID, role access.Role) (access.Actor, error) {
	// An unknown municipality has no journal to write in and is told like the rest.
	actor, err := o.SignedIn(ctx, municipality, account, role)
	if err != nil {
		return access.Actor{}, err
	}
	err = o.DB.Write(ctx, municipality, func(tx *store.Tx) error {
		entry := signed(journal.Entry{}, actor, access.SignIn, access.RoleHeld, o.Clock.Now())
		return tx.Journal(ctx, entry)
	})
	return actor, err
}

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

// NewestParticipants are the participants' accounts that were made last, for the
// demo's doors.
func (o *Office) NewestParticipants(ctx context.Context, municipality string, limit int) ([]ident.ID, error) {
	var ids []ident.ID
	err := o.DB.Read(ctx, municipality, func(tx *store.Tx) error {
		accounts, err := tx.NewestParticipants(ctx, limit)
		for _, a := range accounts {
			ids = append(ids, a.ID)
		}
		return err
	})
	return ids, err
}
