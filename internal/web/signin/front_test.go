package signin_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
	"fotfaste/internal/web"
	"fotfaste/internal/web/layout/pagetest"
	"fotfaste/internal/web/signin"

	"github.com/PuerkitoBio/goquery"
)

// The tests of a whole sign-in talk with a real issuer (e2e/oidc) through a real
// browser's worth of HTTPS, redirects and cookies. The issuer must know our address
// when it starts, so the address is one for all tests, and each puts its own site
// behind it.

var (
	behind atomic.Pointer[http.Handler]
	front  = sync.OnceValue(func() *httptest.Server {
		return httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { (*behind.Load()).ServeHTTP(w, r) }))
	})
)

// peer is the issuer that runs beside the tests.
type peer struct {
	Issuer       string `json:"issuer"`
	ClientID     string `json:"client_id"`
	ClientSecret string `json:"client_secret"`
}

const e2e = "../../../e2e"

// lifeline is the issuer's standard input. While it is held the issuer runs.
var lifeline io.WriteCloser

// startPeer starts the issuer. It ends when its standard input does, which is when
// this process ends.
var startPeer = sync.OnceValues(func() (p peer, err error) {
	if _, err := os.Stat(filepath.Join(e2e, "node_modules", "oidc-provider")); err != nil {
		return p, fmt.Errorf("the issuer to sign in at is not installed: run make e2e/node_modules/.package-lock.json (%w)", err)
	}
	base := front().URL
	cmd := exec.Command("node", "oidc/provider.mjs", "--redirect", base+"/signin/callback", "--logout", base+"/signin/out")
	cmd.Dir, cmd.Stderr = e2e, os.Stderr
	if lifeline, err = cmd.StdinPipe(); err != nil {
		return p, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return p, err
	}
	if err := cmd.Start(); err != nil {
		return p, err
	}
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		return p, fmt.Errorf("the issuer did not start: %w", err)
	}
	return p, json.Unmarshal(line, &p)
})

// site is our site for one test, before an issuer.
type site struct {
	t     *testing.T
	town  *officetest.Town
	peer  peer
	clock *clock.Travelling
	log   *record
}

// record is a log that a test can read.
type record struct {
	mu   sync.Mutex
	text strings.Builder
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

// open opens the site with sign-in for staff at the real issuer, configured by change.
func open(t *testing.T, change ...func(*signin.Config)) *site {
	t.Helper()
	p, err := startPeer()
	if err != nil {
		t.Fatal(err)
	}
	s := &site{t: t, town: officetest.OnSQLite(t), peer: p, log: &record{},
		clock: clock.NewTravelling(clock.System{}, clock.System{}.Now())}
	config := &signin.Config{Base: front().URL, PerMinute: 10_000, Providers: []signin.Provider{{
		Name: signin.Staff, Issuer: p.Issuer, ClientID: p.ClientID, ClientSecret: signin.Secret(p.ClientSecret),
		RolesClaim: "roles", Scopes: []string{"roles"},
	}}}
	for _, f := range change {
		f(config)
	}
	handler, err := web.New(web.Options{Office: s.town.Office, Secure: true, Log: slog.New(slog.NewJSONHandler(s.log, nil)),
		SignIn: config, Clock: s.clock})
	if err != nil {
		t.Fatal(err)
	}
	behind.Store(&handler)
	return s
}

// account adds an account that signs in as the subject at the issuer.
func (s *site) account(subject string, roles ...access.Role) ident.ID {
	s.t.Helper()
	return s.accountAt(s.peer.Issuer, subject, roles...)
}

func (s *site) accountAt(issuer, subject string, roles ...access.Role) ident.ID {
	s.t.Helper()
	ctx := context.Background()
	a := store.Account{ID: s.town.IDs.New(officetest.Start), Organisation: s.town.Unit, Name: "Vera Verklig",
		Subject: issuer + "|" + subject, Language: "sv", Active: true}
	err := s.town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error { return tx.AddAccount(ctx, a, roles...) })
	if err != nil {
		s.t.Fatal(err)
	}
	return a.ID
}

// browser is somebody's browser.
type browser struct {
	t        *testing.T
	client   *http.Client
	language string
	halt     func(*url.URL) bool // where redirects are not followed any further
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, client: &http.Client{Transport: front().Client().Transport, Jar: jar}, language: "sv"}
	b.client.CheckRedirect = func(to *http.Request, via []*http.Request) error {
		if b.halt != nil && b.halt(to.URL) || len(via) > 15 {
			return http.ErrUseLastResponse
		}
		to.Header.Set("Accept-Language", b.language)
		return nil
	}
	return b
}

// shown is where the browser ended up and what it shows.
type shown struct {
	t      *testing.T
	At     *url.URL
	To     string // where it was told to go on, and did not
	Status int
	Header http.Header
	Doc    *goquery.Document
}

func (b *browser) get(address string) *shown {
	b.t.Helper()
	return b.do(http.MethodGet, address, nil)
}

func (b *browser) post(address string, pairs ...string) *shown {
	b.t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	return b.do(http.MethodPost, address, values)
}

func (b *browser) do(method, address string, form url.Values) *shown {
	b.t.Helper()
	if strings.HasPrefix(address, "/") {
		address = front().URL + address
	}
	r, err := http.NewRequestWithContext(b.t.Context(), method, address, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("Accept-Language", b.language)
	answer, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(body)))
	if err != nil {
		b.t.Fatal(err)
	}
	s := &shown{b.t, answer.Request.URL, answer.Header.Get("Location"), answer.StatusCode, answer.Header, doc}
	if s.To == "" && strings.HasPrefix(s.At.String(), front().URL) {
		pagetest.Check(b.t, doc)
	}
	return s
}

// submit fills in the first form of the page and sends it.
func (b *browser) submit(on *shown, pairs ...string) *shown {
	b.t.Helper()
	form := on.Doc.Find("main form[action]").First() // not the one for the language
	if form.Length() == 0 {
		form = on.Doc.Find("form[action]").First()
	}
	to, err := on.At.Parse(form.AttrOr("action", ""))
	if err != nil || form.Length() == 0 {
		b.t.Fatalf("no form at %s: %s", on.At, on.Doc.Text())
	}
	form.Find("input[type=hidden]").Each(func(_ int, s *goquery.Selection) {
		pairs = append(pairs, s.AttrOr("name", ""), s.AttrOr("value", ""))
	})
	return b.post(to.String(), pairs...)
}

// begin goes to the issuer's login form.
func (b *browser) begin(next string) *shown {
	b.t.Helper()
	return b.get("/signin/start?provider=staff&next=" + url.QueryEscape(next))
}

// signIn signs in at the issuer as the account and comes back with what it says.
func (b *browser) signIn(account, next string) *shown {
	b.t.Helper()
	return b.submit(b.begin(next), "account", account)
}

// answerFor is the issuer's answer to a sign-in, which the browser has not taken to
// us yet.
func (b *browser) answerFor(account, next string) string {
	b.t.Helper()
	b.halt = func(to *url.URL) bool { return to.Path == "/signin/callback" }
	defer func() { b.halt = nil }()
	at := b.begin(next)
	if at.To == "" { // the issuer asks who; it does not when it knows already
		at = b.submit(at, "account", account)
	}
	if at.To == "" {
		b.t.Fatalf("the issuer does not answer: %d %s", at.Status, at.Doc.Text())
	}
	return at.To
}

// session is the token of the browser's session.
func (b *browser) session() string {
	at, err := url.Parse(front().URL)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, c := range b.client.Jar.Cookies(at) {
		if c.Name == "fotfaste_session" {
			return c.Value
		}
	}
	return ""
}

// must stops the test unless the page has the status and the words.
func (s *shown) must(status int, words ...string) *shown {
	s.t.Helper()
	text := strings.Join(strings.Fields(s.Doc.Text()), " ")
	if s.Status != status {
		s.t.Fatalf("status %d at %s, want %d: %s", s.Status, s.At, status, text)
	}
	for _, w := range words {
		if !strings.Contains(text, w) {
			s.t.Fatalf("%s does not say %q: %s", s.At, w, text)
		}
	}
	return s
}
