package signin

import (
	"net/http"

	"fotfaste/internal/web/layout"
)

const (
	farewellKey = "farewell" // where the session at the issuer is ended, while signed in
	leavingKey  = "leaving"  // the same, when our own session has ended
)

type signedOutBody struct {
	Leaving bool // on the way to the issuer, to be signed out there as well
}

// signout ends the session, and where the issuer lets us, goes on to end the one
// there: the next person at a shared computer must not come in by it.
//
// The way there passes a page of ours. A form is only let go to our own site, which
// browsers hold every redirect after it to as well.
func (p *Pages) signout(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	farewell := p.sessions.Take(ctx, farewellKey)
	if err := p.sessions.SignOut(ctx); err != nil {
		return err
	}
	if farewell == "" {
		return layout.Done(w, r, "/signin", "signin.signed_out")
	}
	p.sessions.Keep(ctx, leavingKey, farewell)
	http.Redirect(w, r, "/signin/out", http.StatusSeeOther)
	return nil
}

// signedOut says that one is signed out, and moves on to the issuer where it has a
// part in it.
func (p *Pages) signedOut(w http.ResponseWriter, r *http.Request) error {
	body := signedOutBody{Leaving: p.sessions.Kept(r.Context(), leavingKey) != ""}
	if body.Leaving {
		w.Header().Set("Refresh", "0; url=/signin/leave")
	}
	return layout.Render(w, r, "signin/signout", layout.Page[signedOutBody]{
		Frame: layout.FrameOf(r, "signin.out.title"), Body: body,
	})
}

// leave goes to where the issuer ends its session, once.
func (p *Pages) leave(w http.ResponseWriter, r *http.Request) error {
	to := p.sessions.Take(r.Context(), leavingKey)
	if to == "" {
		http.Redirect(w, r, "/signin/out", http.StatusSeeOther)
		return nil
	}
	if err := p.sessions.SignOut(r.Context()); err != nil {
		return err
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
