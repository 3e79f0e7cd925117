package cli

import (
	"cmp"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"fotfaste/internal/clock"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/web"
	"fotfaste/internal/web/signin"
)

// Parameters of the law end with the year, and nothing is reckoned without them. The pages
// open all the same: everybody in every role reaches everything that is linked to from
// their first page, two weeks after the last day that the law is known.
func TestEveryPageOpensAfterTheLastKnownDay(t *testing.T) {
	today := period.MustDay("2026-11-20")
	demo := &demoCommand{Seed: 1, Size: string(simulate.Small)}
	db, err := demo.municipality(t.Context(), &Env{Out: io.Discard}, t.TempDir(), today)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	now := clock.NewTravelling(clock.Fixed(morning(today)), morning(today))
	office := newOffice(db, now)
	accounts, err := doors(t.Context(), db, today)
	if err != nil {
		t.Fatal(err)
	}
	site, err := web.New(web.Options{Office: office,
		Demo: &signin.Demo{Municipality: simulate.Code, Name: simulate.Name, Accounts: accounts, Clock: now}})
	if err != nil {
		t.Fatal(err)
	}
	after := law.Sweden().LastKnownDay().AddDays(15)
	now.Forward(time.Duration(after-today) * 24 * time.Hour)
	if err := runJobs(t.Context(), office); err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		t.Run(string(a.Role), func(t *testing.T) {
			w := walker{site: site, cookies: signedIn(t, site, a), seen: map[string]bool{}, kinds: map[string]int{}}
			w.walk(t, "/")
			if len(w.kinds) < 5 {
				t.Errorf("only %d kinds of pages were found", len(w.kinds))
			}
		})
	}
}

// walker opens what the pages link to.
type walker struct {
	site    http.Handler
	cookies []*http.Cookie
	seen    map[string]bool
	kinds   map[string]int // how many of each kind of address have been opened
}

// ofAKind is how many pages of a kind are opened: cases differ in how far they have come.
const ofAKind = 4

// varies is what tells addresses of one kind apart.
var varies = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}|=[^&]*|\d+`)

func (w *walker) walk(t *testing.T, first string) {
	t.Helper()
	for next := []string{first}; len(next) > 0; next = next[1:] {
		kind := varies.ReplaceAllString(next[0], "*")
		if w.seen[next[0]] || w.kinds[kind] == ofAKind {
			continue
		}
		w.seen[next[0]] = true
		w.kinds[kind]++
		r := httptest.NewRequest(http.MethodGet, next[0], nil)
		for _, c := range w.cookies {
			r.AddCookie(c)
		}
		answer := httptest.NewRecorder()
		w.site.ServeHTTP(answer, r)
		switch answer.Code {
		case http.StatusSeeOther:
			next = append(next, answer.Header().Get("Location"))
		case http.StatusOK:
			if strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") {
				next = append(next, linksOf(t, next[0], answer.Body)...)
			}
		default:
			doc, err := goquery.NewDocumentFromReader(answer.Body)
			if err != nil {
				t.Fatal(err)
			}
			t.Errorf("%s answered %d: %s", next[0], answer.Code, strings.Join(strings.Fields(doc.Find("main").Text()), " "))
		}
	}
}

// linksOf is every address of ours that the page leads to without anything being sent.
func linksOf(t *testing.T, page string, body io.Reader) (links []string) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(body)
	if err != nil {
		t.Fatal(err)
	}
	at, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	add := func(address string) {
		to, err := at.Parse(address)
		if err != nil || to.Host != "" || to.Scheme != "" {
			return
		}
		to.Fragment = ""
		if !strings.HasPrefix(to.Path, "/signin") && !strings.HasPrefix(to.Path, "/static") {
			links = append(links, to.String())
		}
	}
	doc.Find("a[href]").Each(func(_ int, s *goquery.Selection) { add(s.AttrOr("href", "")) })
	doc.Find("form").Each(func(_ int, s *goquery.Selection) {
		if method := cmp.Or(s.AttrOr("method", ""), "get"); strings.EqualFold(method, "get") {
			add(cmp.Or(s.AttrOr("action", ""), at.Path))
		}
	})
	slices.Sort(links)
	return slices.Compact(links)
}

func signedIn(t *testing.T, site http.Handler, a signin.DemoAccount) []*http.Cookie {
	t.Helper()
	form := url.Values{"account": {string(a.Account)}, "role": {string(a.Role)}, "next": {"/"}}
	r := httptest.NewRequest(http.MethodPost, "/signin/demo", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer := httptest.NewRecorder()
	site.ServeHTTP(answer, r)
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("sign-in answered %d", answer.Code)
	}
	return answer.Result().Cookies()
}
