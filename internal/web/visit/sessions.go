package visit

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/layout"
)

// Sessions keeps visitors signed in for a working day, on the server.
type Sessions struct {
	manager *scs.SessionManager
	office  *casework.Office
}

// workingDay is how long one sign-in lasts.
const workingDay = 10 * time.Hour

// New keeps sessions in the database. Secure says that the site is reached by
// HTTPS. The clock is the machine's own: a demo that travels three months on does
// not sign its visitor out.
func New(office *casework.Office, secure bool) *Sessions {
	m := scs.New()
	m.Lifetime = workingDay
	m.Cookie.Name = "fotfaste_session"
	m.Cookie.HttpOnly = true
	m.Cookie.Secure = secure
	m.Cookie.SameSite = http.SameSiteLaxMode // Strict would lose the session on the way back from the identity provider
	// A session that cannot be read or kept is our fault, told on a page like the others.
	m.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		layout.Handler(func(http.ResponseWriter, *http.Request) error { return err }).ServeHTTP(w, r)
	}
	m.Store = tokens{office.Sessions(), clock.System{}}
	return &Sessions{manager: m, office: office}
}

const (
	municipalityKey = "municipality"
	accountKey      = "account"
	roleKey         = "role"
	identityKey     = "identity" // whom a provider vouched for, as JSON
	seatsKey        = "seats"    // how many they could choose among then
)

type (
	actorKey  struct{}
	choiceKey struct{}
)

// Wrap loads the session of each request and, where somebody is signed in, the
// actor: read from the database each time, so that a closed account or a role that
// was taken back ends at once.
func (s *Sessions) Wrap(next http.Handler) http.Handler {
	return s.manager.LoadAndSave(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if account := s.manager.GetString(ctx, accountKey); account != "" {
			actor, err := s.office.SignedIn(ctx, s.manager.GetString(ctx, municipalityKey), ident.ID(account), access.Role(s.manager.GetString(ctx, roleKey)))
			if err == nil {
				ctx = context.WithValue(With(ctx, actor), choiceKey{}, s.manager.GetInt(ctx, seatsKey) > 1)
				r = r.WithContext(ctx)
			}
		}
		next.ServeHTTP(w, r)
	}))
}

// Arrive begins a session for somebody whom a provider vouches for and who can choose
// among so many seats; SignIn then puts them in one. Nothing is left of whoever used
// the browser before.
func (s *Sessions) Arrive(ctx context.Context, who casework.Identity, seats int) error {
	kept, err := json.Marshal(who)
	if err != nil {
		return err
	}
	if err := s.manager.Clear(ctx); err != nil {
		return err
	}
	// A new token at every change of who one is, so that a planted one leads nowhere.
	if err := s.manager.RenewToken(ctx); err != nil {
		return err
	}
	s.manager.Put(ctx, identityKey, string(kept))
	s.manager.Put(ctx, seatsKey, seats)
	return nil
}

// Arrived is whom a provider vouched for in this session, false where it began
// otherwise or has not begun.
func (s *Sessions) Arrived(ctx context.Context) (who casework.Identity, ok bool) {
	kept := s.manager.GetString(ctx, identityKey)
	if kept == "" {
		return who, false
	}
	err := json.Unmarshal([]byte(kept), &who)
	return who, err == nil
}

// HasChoice tells whether the visitor could have sat down in another role.
func HasChoice(r *http.Request) bool {
	choice, _ := r.Context().Value(choiceKey{}).(bool)
	return choice
}

// SignIn puts the visitor in the role of the account. NotFound where the account
// does not hold it.
func (s *Sessions) SignIn(ctx context.Context, municipality string, account ident.ID, role access.Role) error {
	if _, err := s.office.SignIn(ctx, municipality, account, role); err != nil {
		return err
	}
	if err := s.manager.RenewToken(ctx); err != nil {
		return err
	}
	s.manager.Put(ctx, municipalityKey, municipality)
	s.manager.Put(ctx, accountKey, string(account))
	s.manager.Put(ctx, roleKey, string(role))
	return nil
}

// SignOut ends the session.
func (s *Sessions) SignOut(ctx context.Context) error { return s.manager.Destroy(ctx) }

// beforeSignIn is how long a session of nobody lasts: enough to sign in.
const beforeSignIn = 30 * time.Minute

// Keep stores a value in the session under a name, Take reads it and removes it:
// for what a sign-in must remember on its way to the identity provider and back.
// Where nobody is signed in yet the session lasts for half an hour from now.
func (s *Sessions) Keep(ctx context.Context, name, value string) {
	s.manager.Put(ctx, name, value)
	if !s.manager.Exists(ctx, accountKey) && !s.manager.Exists(ctx, identityKey) {
		s.manager.SetDeadline(ctx, clock.System{}.Now().Add(beforeSignIn))
	}
}

// Kept reads a kept value and leaves it, "" where there is none.
func (s *Sessions) Kept(ctx context.Context, name string) string {
	return s.manager.GetString(ctx, name)
}

// Take reads a kept value and removes it, "" where there is none.
func (s *Sessions) Take(ctx context.Context, name string) string {
	return s.manager.PopString(ctx, name)
}

// With is the context of a request by the actor.
func With(ctx context.Context, actor access.Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, actor)
}

// Actor is who visits. NotSignedIn where nobody is signed in.
func Actor(r *http.Request) (access.Actor, error) {
	actor, ok := r.Context().Value(actorKey{}).(access.Actor)
	if !ok {
		return access.Actor{}, fault.New(fault.NotSignedIn, "fault.not_signed_in")
	}
	return actor, nil
}

// tokens lets scs keep its sessions in our store.
type tokens struct {
	kept casework.Sessions
	now  clock.Clock
}

func (t tokens) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	return t.kept.Session(ctx, token, t.now.Now())
}

func (t tokens) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	return t.kept.SaveSession(ctx, token, data, expiry, t.now.Now())
}

func (t tokens) DeleteCtx(ctx context.Context, token string) error {
	return t.kept.EndSession(ctx, token)
}

// The forms without a context are required by scs's older interface and reached
// only where there is no request.
func (t tokens) Find(token string) ([]byte, bool, error) {
	return t.FindCtx(context.Background(), token)
}

func (t tokens) Commit(token string, data []byte, expiry time.Time) error {
	return t.CommitCtx(context.Background(), token, data, expiry)
}

func (t tokens) Delete(token string) error { return t.DeleteCtx(context.Background(), token) }
