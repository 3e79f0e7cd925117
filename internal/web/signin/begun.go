package signin

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"slices"
	"time"

	"golang.org/x/oauth2"
)

// begun is what we remember of a sign-in while its person is at the issuer. It is in
// the session, on the server: the browser has the state alone.
type begun struct {
	Provider string
	State    string
	Nonce    string
	Verifier string // of PKCE
	Next     string // the page to come to afterwards
	At       time.Time
}

const (
	begunKey = "signin begun"
	// atOnce is how many sign-ins one browser may have under way, in several tabs. The
	// oldest is forgotten first.
	atOnce = 4
	// longestAway is how long one may be at the issuer. Longer than most do, and shorter
	// than a lunch.
	longestAway = 15 * time.Minute
)

// remember keeps a new sign-in in the session.
func (p *Pages) remember(ctx context.Context, provider, next string) (begun, error) {
	b := begun{Provider: provider, State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(),
		Next: next, At: p.clock.Now()}
	all := append(p.underWay(ctx), b)
	return b, p.keep(ctx, all[max(len(all)-atOnce, 0):])
}

// recall is the sign-in of the state, taken out of the session: an answer is good
// once. False where there is none.
func (p *Pages) recall(ctx context.Context, state string) (begun, bool, error) {
	all := p.underWay(ctx)
	i := slices.IndexFunc(all, func(b begun) bool {
		return subtle.ConstantTimeCompare([]byte(b.State), []byte(state)) == 1
	})
	if i < 0 {
		return begun{}, false, nil
	}
	b := all[i]
	return b, true, p.keep(ctx, slices.Delete(all, i, i+1))
}

func (p *Pages) underWay(ctx context.Context) []begun {
	var all []begun
	if json.Unmarshal([]byte(p.sessions.Kept(ctx, begunKey)), &all) != nil {
		return nil // none yet
	}
	return all
}

func (p *Pages) keep(ctx context.Context, all []begun) error {
	if len(all) == 0 {
		p.sessions.Take(ctx, begunKey)
		return nil
	}
	text, err := json.Marshal(all)
	if err != nil {
		return err
	}
	p.sessions.Keep(ctx, begunKey, string(text))
	return nil
}
