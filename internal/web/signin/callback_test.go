package signin_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
	"fotfaste/internal/web/signin"
)

const enquiry = "/work/enquiries/new" // a page that only those who are signed in see

func TestOneRoleComesStraightIn(t *testing.T) {
	s := open(t)
	id := s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	b.get(enquiry).must(200, "Logga in som medarbetare")
	in := b.signIn("case-manager-1", enquiry).must(200, "Vera Verklig")
	if in.At.Path != enquiry {
		t.Errorf("came to %s, not to where they were going", in.At)
	}
	if in.Doc.Find(`a[href="/signin/role"]`).Length() != 0 {
		t.Error("a change of role is offered to who has one")
	}
	e := newest(t, s)[0]
	if e.Kind != journal.Act || e.Act != "sign_in" || e.Account != string(id) || e.Role != "case_manager" {
		t.Errorf("the journal says %+v", e)
	}
}

func newest(t *testing.T, s *site) []journal.Entry {
	t.Helper()
	var entries []journal.Entry
	ctx := context.Background()
	err := s.town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) (err error) {
		entries, err = tx.NewestEntries(ctx, 0, 5)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// The provider refuses who sends no challenge or another verifier; here it is seen
// that both are sent, and that a code is worth nothing in another's sign-in.
func TestTheVerifierIsSent(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	b.halt = func(*url.URL) bool { return true }
	asked, err := url.Parse(b.begin("/").To)
	if err != nil {
		t.Fatal(err)
	}
	q := asked.Query()
	if q.Get("code_challenge_method") != "S256" || len(q.Get("code_challenge")) != 43 || len(q.Get("state")) < 20 || len(q.Get("nonce")) < 20 {
		t.Errorf("asked with %v", q)
	}
	if q.Has("code_verifier") || q.Has("client_secret") {
		t.Error("a secret is in the address")
	}
	first, second := b.answerFor("case-manager-1", "/"), b.answerFor("case-manager-1", "/")
	b.get(swapped(t, first, "code", second)).must(http.StatusBadRequest, "gick inte att lita på")
	b.get(enquiry).must(200, "Logga in som medarbetare")
}

// swapped is the answer with one value of its query taken from another.
func swapped(t *testing.T, answer, name, from string) string {
	t.Helper()
	a, err := url.Parse(answer)
	if err != nil {
		t.Fatal(err)
	}
	other, err := url.Parse(from)
	if err != nil {
		t.Fatal(err)
	}
	q := a.Query()
	q.Del(name)
	if v := other.Query().Get(name); v != "" {
		q.Set(name, v)
	}
	a.RawQuery = q.Encode()
	return a.String()
}

func TestWhatDoesNotHoldIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		sv, en string
		answer func(*site, *browser) string
	}{
		"a tampered state": {400, "gick inte att slutföra", "could not be completed", func(_ *site, b *browser) string {
			return swapped(t, b.answerFor("case-manager-1", "/"), "state", "/?state=AAAAAAAAAAAAAAAAAAAAAAAAAA")
		}},
		"no state": {400, "gick inte att slutföra", "could not be completed", func(_ *site, b *browser) string {
			return swapped(t, b.answerFor("case-manager-1", "/"), "state", "/")
		}},
		"another browser's answer": {400, "gick inte att slutföra", "could not be completed", func(_ *site, b *browser) string {
			return newBrowser(b.t).answerFor("case-manager-1", "/")
		}},
		"a tampered code": {400, "gick inte att lita på", "could not be trusted", func(_ *site, b *browser) string {
			return swapped(t, b.answerFor("case-manager-1", "/"), "code", "/?code=guessed")
		}},
		"no code": {400, "gick inte att lita på", "could not be trusted", func(_ *site, b *browser) string {
			return swapped(t, b.answerFor("case-manager-1", "/"), "code", "/")
		}},
		"another issuer's name": {400, "gick inte att lita på", "could not be trusted", func(_ *site, b *browser) string {
			return swapped(t, b.answerFor("case-manager-1", "/"), "iss", "/?iss=https://elsewhere.example")
		}},
		"no issuer's name, which this issuer always gives": {400, "gick inte att lita på", "could not be trusted", func(_ *site, b *browser) string {
			return swapped(t, b.answerFor("case-manager-1", "/"), "iss", "/")
		}},
		"a nonce of somebody else's": {400, "gick inte att lita på", "could not be trusted", func(_ *site, b *browser) string {
			b.halt = func(*url.URL) bool { return true }
			asked := swapped(t, b.begin("/").To, "nonce", "/?nonce=AAAAAAAAAAAAAAAAAAAAAAAAAA")
			b.halt = func(to *url.URL) bool { return to.Path == "/signin/callback" }
			defer func() { b.halt = nil }()
			return b.submit(b.get(asked), "account", "case-manager-1").To
		}},
		"an ID token that has expired": {400, "tog för lång tid", "took too long", func(s *site, b *browser) string {
			answer := b.answerFor("case-manager-1", "/")
			s.clock.Forward(11 * time.Minute)
			return answer
		}},
		"an answer after a long lunch": {400, "tog för lång tid", "took too long", func(s *site, b *browser) string {
			answer := b.answerFor("case-manager-1", "/")
			s.clock.Forward(16 * time.Minute)
			return answer
		}},
	} {
		t.Run(name, func(t *testing.T) {
			for language, words := range map[string]string{"sv": c.sv, "en": c.en} {
				s := open(t)
				s.account("case-manager-1", access.CaseManager)
				b := newBrowser(t)
				b.language = language
				b.get(c.answer(s, b)).must(c.status, words)
				if at := b.get(enquiry); at.At.Path != "/signin" {
					t.Errorf("somebody came in: %s", at.At)
				}
				for _, secret := range []string{s.peer.ClientSecret, "case-manager-1", "eyJ"} {
					if strings.Contains(s.log.String(), secret) {
						t.Errorf("the log has %q", secret)
					}
				}
			}
		})
	}
}

func TestAnAnswerIsGoodOnce(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	answer := b.answerFor("case-manager-1", enquiry)
	b.get(answer).must(200, "Vera Verklig")
	b.get(answer).must(400, "gick inte att slutföra")
	b.get(enquiry).must(200, "Vera Verklig") // who is in stays in
}

func TestWhoCancelsIsToldSo(t *testing.T) {
	s := open(t)
	b := newBrowser(t)
	denied := b.submit(b.begin(enquiry), "cancel", "yes").must(403, "Inloggningen avbröts")
	if again := denied.Doc.Find("main a.ds-button").AttrOr("href", ""); again != "/signin/start?next=%2Fwork%2Fenquiries%2Fnew&provider=staff" {
		t.Errorf("trying again leads to %q", again)
	}
	if strings.Contains(denied.Doc.Text(), "end-user") || strings.Contains(s.log.String(), "end-user") {
		t.Error("the issuer's own words are repeated")
	}
	b.language = "en"
	b.submit(b.begin(enquiry), "cancel", "yes").must(403, "The sign-in was interrupted")
}

func TestWhoHasNoAccountIsToldWhomToTurnTo(t *testing.T) {
	for name, c := range map[string]struct {
		subject, ground, sv, en string
		account                 func(*site)
	}{
		"nobody we know": {"payment-1", "unknown_account", "Vänd dig till den som är administratör", "Turn to whoever is the administrator", func(*site) {}},
		"the same subject at another issuer": {"payment-1", "unknown_account", "Du har inget konto i Fotfäste än", "You have no account", func(s *site) {
			s.accountAt("https://elsewhere.example", "payment-1", access.PaymentOfficer)
		}},
		"an account without the role that the issuer gives": {"payment-1", "no_role", "har ingen roll just nu", "has no role at present", func(s *site) {
			s.account("payment-1", access.Administrator)
		}},
		"an empty list of roles": {"no-role-1", "no_role", "har ingen roll just nu", "has no role at present", func(s *site) {
			s.account("no-role-1", access.CaseManager)
		}},
		"a role that is none of ours": {"unknown-role-1", "no_role", "har ingen roll just nu", "has no role at present", func(s *site) {
			s.account("unknown-role-1", access.CaseManager)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			c.account(s)
			for language, words := range map[string]string{"sv": c.sv, "en": c.en} {
				b := newBrowser(t)
				b.language = language
				b.signIn(c.subject, "/").must(403, words)
				if at := b.get(enquiry); at.At.Path != "/signin" {
					t.Errorf("somebody came in: %s", at.At)
				}
			}
			e := newest(t, s)[0]
			if e.Kind != journal.Refusal || e.Act != "sign_in" || e.Ground != c.ground {
				t.Errorf("the journal says %+v", e)
			}
			for _, about := range []string{c.subject, "Alex", "Vera"} {
				if strings.Contains(e.Detail+e.AccountName, about) || strings.Contains(s.log.String(), about) {
					t.Errorf("%s is told on", about)
				}
			}
		})
	}
}

// The issuer remembers its person and would give the same one again and again.
func TestWhoCameAsTheWrongPersonCanComeAsAnother(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	wrong := b.signIn("payment-1", enquiry).must(403, "Logga in på ett annat sätt")
	if next := wrong.Doc.Find(`header input[name="next"]`).AttrOr("value", ""); next != "/signin" {
		t.Errorf("the change of language leads to %q", next)
	}
	b.begin(enquiry).must(403)
	form := b.get(wrong.Doc.Find("main a.ds-button").AttrOr("href", ""))
	ended := b.submit(form, "account", "case-manager-1") // a page of the issuer's that ends its session with the first
	b.submit(ended).must(200, "Vera Verklig")
}

// What somebody planted in the browser before, or left there, leads nowhere after.
func TestTheSessionIsRenewed(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	answer := b.answerFor("case-manager-1", enquiry)
	before := b.session()
	b.get(answer).must(200, "Vera Verklig")
	after := b.session()
	if before == "" || after == before {
		t.Fatalf("the session is the same, %q", before)
	}
	for token, want := range map[string]string{before: "/signin", after: enquiry} {
		other := newBrowser(t)
		at, err := url.Parse(front().URL)
		if err != nil {
			t.Fatal(err)
		}
		other.client.Jar.SetCookies(at, []*http.Cookie{{Name: "fotfaste_session", Value: token, Secure: true}})
		if came := other.get(enquiry).At.Path; came != want {
			t.Errorf("came to %s, want %s", came, want)
		}
	}
}

func TestTheCookieIsKeptFromOthers(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	answer := b.answerFor("case-manager-1", "/")
	b.halt = func(*url.URL) bool { return true }
	in := b.get(answer)
	cookies := (&http.Response{Header: in.Header}).Cookies()
	i := slices.IndexFunc(cookies, func(c *http.Cookie) bool { return c.Name == "fotfaste_session" })
	if i < 0 {
		t.Fatalf("no session cookie among %v", cookies)
	}
	if c := cookies[i]; !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
		t.Errorf("the cookie is %+v", c)
	}
	if in.Header.Get("Cache-Control") == "" || in.To != "/" {
		t.Errorf("sent to %q with %v", in.To, in.Header)
	}
}

func TestOneIsSentToOurOwnPagesOnly(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	for _, next := range []string{"https://elsewhere.example/", "//elsewhere.example", `/\elsewhere.example`, "javascript:alert(1)"} {
		b := newBrowser(t)
		answer := b.answerFor("case-manager-1", next)
		b.halt = func(*url.URL) bool { return true }
		if to := b.get(answer).To; to != "/" {
			t.Errorf("%q leads to %q", next, to)
		}
	}
}

func TestAnIssuerThatIsDown(t *testing.T) {
	s := open(t, func(c *signin.Config) { c.Providers[0].Issuer = "http://127.0.0.1:1" }) // nobody answers there
	for language, words := range map[string]string{"sv": "Det går inte att logga in just nu", "en": "It is not possible to sign in now"} {
		b := newBrowser(t)
		b.language = language
		down := b.begin("/").must(503, words)
		if down.Header.Get("Retry-After") == "" {
			t.Error("it does not say when to try again")
		}
		if strings.Contains(down.Doc.Text(), "127.0.0.1") {
			t.Error("the page tells the cause")
		}
	}
	if !strings.Contains(s.log.String(), "connection refused") {
		t.Error("the log does not tell the cause")
	}
	newBrowser(t).get("/signin/start?provider=unknown").must(404)
}
