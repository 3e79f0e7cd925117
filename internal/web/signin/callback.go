package signin

import (
	"errors"
	"net/http"
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
)

// callback takes in the provider's answer. Whoever is signed in already stays so
// until the answer has been found to hold.
func (p *Pages) callback(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	b, found, err := p.recall(ctx, r.FormValue("state"))
	if err != nil {
		return err
	}
	at := p.issuer(b.Provider)
	if !found || at == nil {
		return p.fail(w, r, failure{code: unmatched})
	}
	failed := failure{provider: at.Name, next: b.Next}
	if p.clock.Now().Sub(b.At) > longestAway {
		failed.code = expired
		return p.fail(w, r, failed)
	}
	if failed.code, failed.cause = p.answered(r, at); failed.code != "" {
		return p.fail(w, r, failed)
	}
	v, err := at.finish(ctx, b, r.FormValue("code"))
	if err != nil {
		failed.code, failed.cause = codeOf(err), err
		return p.fail(w, r, failed)
	}
	seats, err := p.office.Admit(ctx, v.Who)
	if err != nil {
		return p.notAdmitted(w, r, failed, err)
	}
	if err := p.sessions.Arrive(ctx, v.Who, len(seats)); err != nil {
		return err
	}
	p.sessions.Keep(ctx, farewellKey, at.farewell(ctx, v.Token, p.base+"/signin/out"))
	if len(seats) > 1 {
		http.Redirect(w, r, rolePath(b.Next), http.StatusSeeOther)
		return nil
	}
	return p.sit(w, r, seats[0], b.Next)
}

// answered reads what the issuer says before there is any token: that it is itself
// (RFC 9207: one issuer's answer cannot be passed off as another's), and whether it
// says no. The code of the failure is "" where it gave a code to go on with.
func (p *Pages) answered(r *http.Request, at *issuer) (code string, cause error) {
	k, err := at.meet(r.Context())
	if err != nil {
		return noAnswer, err
	}
	if iss := r.FormValue("iss"); iss != at.Issuer && (iss != "" || k.says.NamesItself) {
		return unverified, errors.New("another issuer's answer")
	}
	switch said := r.FormValue("error"); said {
	case "":
	case "access_denied", "login_required", "interaction_required", "consent_required", "account_selection_required":
		return denied, nil
	case "server_error", "temporarily_unavailable":
		return noAnswer, errors.New("the issuer says " + said)
	default: // it does not accept how we ask; its words about that are not repeated
		return noAnswer, errors.New("the issuer refuses the request")
	}
	if r.FormValue("code") == "" {
		return unverified, errors.New("neither code nor error")
	}
	return "", nil
}

// codeOf is the failure that the page tells of.
func codeOf(err error) string {
	switch {
	case errors.Is(err, errTooLate):
		return expired
	case errors.Is(err, errUnverified):
		return unverified
	}
	return noAnswer
}

// notAdmitted tells somebody whom the provider vouches for why they do not come in.
func (p *Pages) notAdmitted(w http.ResponseWriter, r *http.Request, f failure, err error) error {
	var refused *fault.Error
	if !errors.As(err, &refused) || refused.Code != fault.NotAllowed {
		return err
	}
	f.code, f.cause = strings.TrimPrefix(refused.Text.Key, whyPrefix), err
	return p.fail(w, r, f)
}

// sit lets the visitor act from the seat and go on to the page.
func (p *Pages) sit(w http.ResponseWriter, r *http.Request, seat casework.Seat, next string) error {
	if err := p.sessions.SignIn(r.Context(), seat.Municipality, seat.Account, seat.Role); err != nil {
		return err
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
	return nil
}
