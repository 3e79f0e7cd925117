package signin

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/coreos/go-oidc/v3/oidc/oidctest"
)

// rogue is an issuer that answers what a real one never would. The real one is in
// callback_test.go.
type rogue struct {
	*httptest.Server
	t      *testing.T
	key    *rsa.PrivateKey
	says   map[string]any        // beside what every issuer says of itself
	token  func(*rogue) string   // the ID token
	claims map[string]any        // of the ID token, over the right ones
	answer http.HandlerFunc      // in place of the token
	asked  func(r *http.Request) // sees the request for a token
	met    int                   // times it was asked about itself
}

func newKey(t *testing.T) *rsa.PrivateKey {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func newRogue(t *testing.T, key *rsa.PrivateKey) *rogue {
	t.Helper()
	g := &rogue{t: t, key: key}
	keys := &oidctest.Server{PublicKeys: []oidctest.PublicKey{{PublicKey: key.Public(), KeyID: "k", Algorithm: oidc.RS256}}}
	mux := http.NewServeMux()
	mux.Handle("/", keys)
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		g.met++
		doc := map[string]any{"issuer": g.URL, "authorization_endpoint": g.URL + "/auth", "token_endpoint": g.URL + "/token",
			"jwks_uri": g.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256", "HS256", "none"}}
		for name, value := range g.says {
			doc[name] = value
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(doc)
	})
	mux.HandleFunc("POST /token", func(w http.ResponseWriter, r *http.Request) {
		if g.asked != nil {
			g.asked(r)
		}
		if g.answer != nil {
			g.answer(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"access_token": "a", "token_type": "Bearer", "id_token": %q}`, g.token(g))
	})
	g.token = func(g *rogue) string { return oidctest.SignIDToken(g.key, "k", oidc.RS256, g.body()) }
	g.Server = httptest.NewServer(mux)
	t.Cleanup(g.Close)
	keys.SetIssuer(g.URL)
	return g
}

// body is the claims: the right ones, changed.
func (g *rogue) body() string {
	claims := map[string]any{"iss": g.URL, "aud": "fotfaste", "sub": "someone", "nonce": "the-nonce",
		"exp": start.Add(time.Minute).Unix(), "iat": start.Unix()}
	for name, value := range g.claims {
		claims[name] = value
		if value == nil {
			delete(claims, name)
		}
	}
	text, err := json.Marshal(claims)
	if err != nil {
		g.t.Fatal(err)
	}
	return string(text)
}

func (g *rogue) ours(change ...func(*Provider)) *issuer {
	p := Provider{Name: Staff, Issuer: g.URL, ClientID: "fotfaste", ClientSecret: "a secret+", RolesClaim: "roles"}
	for _, f := range change {
		f(&p)
	}
	return newIssuer(p, "https://fotfaste.example.se/signin/callback", clock.Fixed(start))
}

var mine = begun{Provider: Staff, State: "the-state", Nonce: "the-nonce", Verifier: strings.Repeat("v", 43)}

func TestATokenThatHolds(t *testing.T) {
	g := newRogue(t, newKey(t))
	var form url.Values
	var secret string
	g.asked = func(r *http.Request) {
		_ = r.ParseForm()
		form = r.PostForm
		_, secret, _ = r.BasicAuth()
	}
	i := g.ours()
	v, err := i.finish(t.Context(), mine, "the-code")
	if err != nil {
		t.Fatal(err)
	}
	if v.Who.Subject != g.URL+"|someone" || v.Who.Limited || v.Who.Provider != Staff || v.Token == "" {
		t.Errorf("vouched for %+v", v)
	}
	if form.Get("code_verifier") != mine.Verifier || form.Get("code") != "the-code" || form.Has("client_secret") || secret != url.QueryEscape("a secret+") {
		t.Errorf("asked with %v and %q", form, secret)
	}
	if to := i.farewell(t.Context(), v.Token, "https://fotfaste.example.se/signin/out"); to != "" {
		t.Errorf("sent to %q by an issuer that ends no sessions", to)
	}
	if g.met != 1 {
		t.Errorf("asked %d times about itself", g.met)
	}
}

func TestTheNumberThatAnIssuerVouchesFor(t *testing.T) {
	key := newKey(t)
	for claim, want := range map[any]string{"198801019806": "19880101-9806", "19880101-9806": "19880101-9806", "198801019809": "", "me": "", 7: "", nil: ""} {
		g := newRogue(t, key)
		g.claims = map[string]any{"number": claim}
		v, err := g.ours(func(p *Provider) { p.NumberClaim = "number" }).finish(t.Context(), mine, "the-code")
		if got := v.Who.Number.Full(); err != nil || got != want {
			t.Errorf("%v: %q, %v; want %q", claim, got, err, want)
		}
	}
}

func TestATokenThatDoesNotHold(t *testing.T) {
	key, other := newKey(t), newKey(t)
	for name, c := range map[string]struct {
		why    error
		change func(*rogue)
	}{
		"for another client":           {errUnverified, func(g *rogue) { g.claims = map[string]any{"aud": "another"} }},
		"for a client among several":   {errUnverified, func(g *rogue) { g.claims = map[string]any{"aud": []string{"another", "fotfaste"}, "azp": "another"} }},
		"of another issuer":            {errUnverified, func(g *rogue) { g.claims = map[string]any{"iss": "https://elsewhere.example"} }},
		"of another sign-in":           {errUnverified, func(g *rogue) { g.claims = map[string]any{"nonce": "another"} }},
		"of no sign-in":                {errUnverified, func(g *rogue) { g.claims = map[string]any{"nonce": nil} }},
		"about nobody":                 {errUnverified, func(g *rogue) { g.claims = map[string]any{"sub": ""} }},
		"past its time":                {errTooLate, func(g *rogue) { g.claims = map[string]any{"exp": start.Add(-time.Second).Unix()} }},
		"not yet of its time":          {errUnverified, func(g *rogue) { g.claims = map[string]any{"nbf": start.Add(time.Hour).Unix()} }},
		"signed by somebody else":      {errUnverified, func(g *rogue) { g.key = other }},
		"signed with the client's own": {errUnverified, func(g *rogue) { g.token = func(g *rogue) string { return unsigned(g, "HS256") + "c2ln" } }},
		"not signed":                   {errUnverified, func(g *rogue) { g.token = func(g *rogue) string { return unsigned(g, "none") } }},
		"no token":                     {errUnverified, func(g *rogue) { g.token = func(*rogue) string { return "" } }},
		"nonsense":                     {errUnverified, func(g *rogue) { g.token = func(*rogue) string { return "a.b.c" } }},
		"a used code": {errUnverified, func(g *rogue) {
			g.answer = refusing(400, `{"error": "invalid_grant", "error_description": "Sam Hemlig has used it"}`)
		}},
		"a client that it does not know": {errNoAnswer, func(g *rogue) {
			g.answer = refusing(401, `{"error": "invalid_client", "error_description": "Sam Hemlig"}`)
		}},
		"a fault of its own":        {errNoAnswer, func(g *rogue) { g.answer = refusing(500, `Sam Hemlig`) }},
		"an issuer of another name": {errNoAnswer, func(g *rogue) { g.says = map[string]any{"issuer": "https://elsewhere.example"} }},
	} {
		t.Run(name, func(t *testing.T) {
			g := newRogue(t, key)
			c.change(g)
			v, err := g.ours().finish(t.Context(), mine, "the-code")
			if !errors.Is(err, c.why) || v.Who.Subject != "" {
				t.Fatalf("got %+v, %v; want the error %v", v, err, c.why)
			}
			if strings.Contains(err.Error(), "Hemlig") || strings.Contains(err.Error(), "someone") {
				t.Errorf("the error names the person: %v", err)
			}
		})
	}
}

func refusing(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}
}

// unsigned is a token that says how it is signed, up to the signature.
func unsigned(g *rogue, alg string) string {
	right := strings.Split(oidctest.SignIDToken(g.key, "k", oidc.RS256, g.body()), ".")
	head := map[string]string{"HS256": "eyJhbGciOiJIUzI1NiJ9", "none": "eyJhbGciOiJub25lIn0"}[alg]
	return head + "." + right[1] + "."
}

func TestRolesInAToken(t *testing.T) {
	for _, c := range []struct {
		path, claims string
		want         []access.Role
		there        bool
	}{
		{"roles", `{"roles": ["manager", "case_manager", "janitor"]}`, []access.Role{access.CaseManager, access.Manager}, true},
		{"roles", `{"roles": "auditor"}`, []access.Role{access.Auditor}, true},
		{"roles", `{"roles": []}`, nil, true},
		{"roles", `{"roles": null}`, nil, true},
		{"roles", `{"roles": {"manager": true}}`, nil, true},
		{"roles", `{"roles": ["manager", 7, "manager"]}`, []access.Role{access.Manager}, true},
		{"roles", `{"groups": ["manager"]}`, nil, false},
		{"realm_access.roles", `{"realm_access": {"roles": ["manager"]}}`, []access.Role{access.Manager}, true},
		{"realm_access.roles", `{"realm_access": "roles"}`, nil, false},
		{"realm_access.roles", `{}`, nil, false},
		{"https://example.se/roles", `{"https://example.se/roles": ["manager"]}`, []access.Role{access.Manager}, true},
	} {
		var claims map[string]any
		if err := json.Unmarshal([]byte(c.claims), &claims); err != nil {
			t.Fatal(err)
		}
		got, there := rolesIn(claims, c.path)
		if !slices.Equal(got, c.want) || there != c.there {
			t.Errorf("%s in %s: %v, %v; want %v, %v", c.path, c.claims, got, there, c.want, c.there)
		}
	}
}

func TestWhatAnIssuerSaysOfItself(t *testing.T) {
	key := newKey(t)
	t.Run("the secret in the form", func(t *testing.T) {
		g := newRogue(t, key)
		g.says = map[string]any{"token_endpoint_auth_methods_supported": []string{"private_key_jwt", "client_secret_post"}}
		var form url.Values
		g.asked = func(r *http.Request) { _ = r.ParseForm(); form = r.PostForm }
		if _, err := g.ours().finish(t.Context(), mine, "the-code"); err != nil || form.Get("client_secret") != "a secret+" {
			t.Errorf("%v, asked with %v", err, form)
		}
	})
	t.Run("where its session ends", func(t *testing.T) {
		for place, want := range map[string]string{
			"https://id.example.se/end":               "https://id.example.se/end?client_id=fotfaste&id_token_hint=the-token&post_logout_redirect_uri=https%3A%2F%2Ffotfaste.example.se%2Fsignin%2Fout",
			"http://id.example.se/end":                "", // in the clear
			"javascript:alert(1)":                     "",
			"https://id.example.se/end?tenant=kommun": "https://id.example.se/end?client_id=fotfaste&id_token_hint=the-token&post_logout_redirect_uri=https%3A%2F%2Ffotfaste.example.se%2Fsignin%2Fout&tenant=kommun",
		} {
			g := newRogue(t, key)
			g.says = map[string]any{"end_session_endpoint": place}
			if got := g.ours().farewell(t.Context(), "the-token", "https://fotfaste.example.se/signin/out"); got != want {
				t.Errorf("%s: %q, want %q", place, got, want)
			}
		}
	})
	t.Run("nothing, for a while", func(t *testing.T) {
		g := newRogue(t, key)
		g.says = map[string]any{"issuer": "https://elsewhere.example"}
		i := g.ours()
		now := clock.NewTravelling(clock.Fixed(start), start)
		i.clock = now
		for range 3 {
			if _, err := i.begin(t.Context(), mine, "sv", false); !errors.Is(err, errNoAnswer) {
				t.Fatalf("the error is %v", err)
			}
		}
		if g.met != 1 {
			t.Errorf("it was asked %d times at once", g.met)
		}
		g.says = nil
		now.Forward(breather)
		if to, err := i.begin(t.Context(), mine, "sv", false); err != nil || !strings.HasPrefix(to, g.URL+"/auth?") {
			t.Errorf("%q, %v", to, err)
		}
	})
}
