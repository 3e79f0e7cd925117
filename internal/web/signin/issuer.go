package signin

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/person"
)

// issuer is a provider that we talk with. What it says of itself is asked for when
// it is first needed and kept: the program starts also while the issuer is down, and
// those who are signed in already go on.
type issuer struct {
	Provider
	callback string // where it sends people back
	client   *http.Client
	clock    clock.Clock

	mu     sync.Mutex
	known  *known
	failed time.Time // when it last did not answer
	why    error
}

// known is what an issuer has told of itself.
type known struct {
	oauth2.Config
	verifier *oidc.IDTokenVerifier
	says     metadata
}

type metadata struct {
	AuthMethods  []string `json:"token_endpoint_auth_methods_supported"`
	NamesItself  bool     `json:"authorization_response_iss_parameter_supported"`
	EndOfSession string   `json:"end_session_endpoint"`
}

// patience is how long an answer of the issuer's may take.
const patience = 10 * time.Second

func newIssuer(p Provider, callback string, now clock.Clock) *issuer {
	return &issuer{Provider: p, callback: callback, client: &http.Client{Timeout: patience}, clock: now}
}

// Why a conversation with the issuer came to nothing.
var (
	errNoAnswer   = errors.New("the issuer does not answer as it should")
	errUnverified = errors.New("the issuer's answer does not hold")
	errTooLate    = errors.New("the issuer's token has expired")
)

// breather is how long an issuer that did not answer is left alone. Those who wait
// their turn meanwhile get the same no at once.
const breather = 5 * time.Second

// meet asks the issuer about itself, once. The error wraps errNoAnswer.
func (i *issuer) meet(ctx context.Context) (*known, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.known != nil {
		return i.known, nil
	}
	if i.why != nil && i.clock.Now().Sub(i.failed) < breather {
		return nil, i.why
	}
	// Others wait for the same answer: it is asked for also when this visitor leaves.
	i.known, i.why = i.ask(context.WithoutCancel(ctx))
	i.failed = i.clock.Now()
	return i.known, i.why
}

func (i *issuer) ask(ctx context.Context) (*known, error) {
	found, err := oidc.NewProvider(oidc.ClientContext(ctx, i.client), i.Issuer)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoAnswer, err)
	}
	var says metadata
	if err := found.Claims(&says); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoAnswer, err)
	}
	if says.EndOfSession != "" {
		end, err := url.Parse(says.EndOfSession)
		if err != nil || end.Host == "" || end.Scheme != "https" && (end.Scheme != "http" || !onLoopback(end.Hostname())) {
			says.EndOfSession = ""
		}
	}
	// A code can be tried once only, so the way to show our secret is not guessed.
	at := found.Endpoint()
	at.AuthStyle = oauth2.AuthStyleInHeader
	for _, method := range says.AuthMethods {
		if method == "client_secret_basic" {
			at.AuthStyle = oauth2.AuthStyleInHeader
			break
		}
		if method == "client_secret_post" {
			at.AuthStyle = oauth2.AuthStyleInParams
		}
	}
	return &known{
		Config: oauth2.Config{ClientID: i.ClientID, ClientSecret: string(i.ClientSecret), Endpoint: at,
			RedirectURL: i.callback, Scopes: append([]string{oidc.ScopeOpenID}, i.Scopes...)},
		verifier: found.Verifier(&oidc.Config{ClientID: i.ClientID, Now: i.clock.Now}),
		says:     says,
	}, nil
}

// begin is the address at the issuer where the sign-in goes on, in the language. As
// another it is to ask who it is also where it knows already.
func (i *issuer) begin(ctx context.Context, b begun, language string, asAnother bool) (string, error) {
	k, err := i.meet(ctx)
	if err != nil {
		return "", err
	}
	asked := []oauth2.AuthCodeOption{oidc.Nonce(b.Nonce), oauth2.S256ChallengeOption(b.Verifier),
		oauth2.SetAuthURLParam("ui_locales", language)}
	if asAnother {
		asked = append(asked, oauth2.SetAuthURLParam("prompt", "login"))
	}
	return k.AuthCodeURL(b.State, asked...), nil
}

// vouched is what came of a sign-in.
type vouched struct {
	Who   casework.Identity
	Token string // the ID token itself, to end the session at the issuer with
}

// finish trades the code for an ID token and verifies it: signature, issuer, audience,
// expiry, and that it was made for this sign-in. The errors wrap errNoAnswer,
// errUnverified or errTooLate, and say nothing about the person.
func (i *issuer) finish(ctx context.Context, b begun, code string) (vouched, error) {
	k, err := i.meet(ctx)
	if err != nil {
		return vouched{}, err
	}
	token, err := k.Exchange(oidc.ClientContext(ctx, i.client), code, oauth2.VerifierOption(b.Verifier))
	if err != nil {
		return vouched{}, refusedExchange(err)
	}
	raw, _ := token.Extra("id_token").(string)
	if raw == "" {
		return vouched{}, fmt.Errorf("%w: there is no ID token", errUnverified)
	}
	verified, err := k.verifier.Verify(ctx, raw)
	var expired *oidc.TokenExpiredError
	switch {
	case errors.As(err, &expired):
		return vouched{}, errTooLate
	case err != nil:
		return vouched{}, fmt.Errorf("%w: %w", errUnverified, err)
	case subtle.ConstantTimeCompare([]byte(verified.Nonce), []byte(b.Nonce)) != 1:
		return vouched{}, fmt.Errorf("%w: the nonce is another's", errUnverified)
	case verified.Subject == "":
		return vouched{}, fmt.Errorf("%w: there is no subject", errUnverified)
	}
	claims := map[string]any{}
	if err := verified.Claims(&claims); err != nil {
		return vouched{}, fmt.Errorf("%w: %w", errUnverified, err)
	}
	if party, given := claims["azp"]; given && party != i.ClientID {
		return vouched{}, fmt.Errorf("%w: it was made for another client", errUnverified)
	}
	who := casework.Identity{Provider: i.Name, Subject: i.Issuer + "|" + verified.Subject}
	if i.RolesClaim != "" {
		who.Roles, who.Limited = rolesIn(claims, i.RolesClaim)
	}
	if i.NumberClaim != "" {
		text, _ := claims[i.NumberClaim].(string)
		// What is no number leads nowhere: the account is then unknown.
		who.Number, _ = person.ParseIdentityNumber(text, clock.DayOf(i.clock.Now()))
	}
	return vouched{Who: who, Token: raw}, nil
}

// refusedExchange tells apart an issuer that says no to the code and one that does
// not answer or does not know us. What the issuer writes about it is left out: it
// can name the person.
func refusedExchange(err error) error {
	var refused *oauth2.RetrieveError
	if !errors.As(err, &refused) {
		return fmt.Errorf("%w: %w", errNoAnswer, err)
	}
	why := errNoAnswer
	if refused.ErrorCode == "invalid_grant" {
		why = errUnverified
	}
	return fmt.Errorf("%w: %s %q", why, refused.Response.Status, refused.ErrorCode)
}

// rolesIn are the roles of ours that the claim holds, and whether it is there at all.
// What is no role of ours is left out.
func rolesIn(claims map[string]any, path string) (roles []access.Role, there bool) {
	value, there := claims[path] // a name may itself have dots, as an address has
	if !there {
		value = any(claims)
		for part := range strings.SplitSeq(path, ".") {
			inner, _ := value.(map[string]any)
			if value, there = inner[part]; !there {
				return nil, false
			}
		}
	}
	texts, list := value.([]any)
	if !list {
		texts = []any{value}
	}
	for _, role := range access.Roles {
		for _, text := range texts {
			if text == string(role) {
				roles = append(roles, role)
				break
			}
		}
	}
	return roles, true
}

// farewell is where the session at the issuer is ended, and people are sent from on
// to the address; "" where the issuer has no such place (OpenID Connect RP-Initiated
// Logout 1.0).
func (i *issuer) farewell(ctx context.Context, token, onward string) string {
	k, err := i.meet(ctx)
	if err != nil || k.says.EndOfSession == "" {
		return ""
	}
	to, err := url.Parse(k.says.EndOfSession)
	if err != nil {
		return ""
	}
	q := to.Query() // some have a query of their own
	q.Set("id_token_hint", token)
	q.Set("client_id", i.ClientID)
	q.Set("post_logout_redirect_uri", onward)
	to.RawQuery = q.Encode()
	return to.String()
}
