package pagetest

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"

	"github.com/PuerkitoBio/goquery"
)

// Now is the instant that pages in tests are shown at: Friday 20 November 2026.
var Now = clock.Fixed(time.Date(2026, 11, 20, 13, 12, 0, 0, time.UTC))

// Languages are those that every page is rendered in.
var Languages = []string{"sv", "en"}

// Answer is what came back, with its document when it is a page.
type Answer struct {
	*httptest.ResponseRecorder
	Doc *goquery.Document
}

// Bench is a site with its pages, without a network.
type Bench struct {
	Handler http.Handler
	// Language is sent as the reader's; "" is Swedish.
	Language string
	cookies  map[string]string
}

// New is a bench for the actions of the mux. Options may be the zero value but for
// Pages; the clock stands at Now unless one is given.
//
//	b := pagetest.New(t, layout.Options{Pages: map[string]fs.FS{"worker": worker.Templates}}, mux)
//	b.Get(t, "/worker/plan/7").Must(t, 200)
func New(t *testing.T, o layout.Options, mux *http.ServeMux) *Bench {
	t.Helper()
	if o.Clock == nil {
		o.Clock = Now
	}
	site, err := layout.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return Over(site.Serve(mux))
}

// Over is a bench for a handler that is already a whole site.
func Over(handler http.Handler) *Bench {
	return &Bench{Handler: handler, cookies: map[string]string{}}
}

// Get opens an address, keeping cookies as a browser does.
func (b *Bench) Get(t *testing.T, address string) *Answer {
	t.Helper()
	return b.Do(t, httptest.NewRequest(http.MethodGet, address, nil))
}

// Post sends a form of names and values. Where no version is given and the page at the
// address shows a form with one, that one is sent, as a browser does.
//
//	b.Post(t, "/worker/plan/7/agree", "words", "Ja", "version", "3").Must(t, 303)
func (b *Bench) Post(t *testing.T, address string, pairs ...string) *Answer {
	t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	if !values.Has(form.VersionField) {
		if version := b.versionAt(address); version != "" {
			values.Set(form.VersionField, version)
		}
	}
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.Do(t, r)
}

// versionAt is the version in the form that the page at the address shows, "" for none.
func (b *Bench) versionAt(address string) string {
	r := httptest.NewRequest(http.MethodGet, address, nil)
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	shown := httptest.NewRecorder()
	b.Handler.ServeHTTP(shown, r)
	doc, err := goquery.NewDocumentFromReader(shown.Body)
	if err != nil {
		return ""
	}
	return doc.Find(`input[name="`+form.VersionField+`"]`).AttrOr("value", "")
}

// Do sends any request.
func (b *Bench) Do(t *testing.T, r *http.Request) *Answer {
	t.Helper()
	if b.Language != "" {
		r.Header.Set("Accept-Language", b.Language)
	}
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	answer := &Answer{ResponseRecorder: httptest.NewRecorder()}
	b.Handler.ServeHTTP(answer, r)
	for _, c := range answer.Result().Cookies() {
		b.cookies[c.Name] = c.Value
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		}
	}
	if strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") && answer.Code != http.StatusSeeOther {
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(answer.Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		answer.Doc = doc
		Check(t, doc)
	}
	return answer
}

// Must stops the test unless the answer has the status.
func (a *Answer) Must(t *testing.T, status int) *Answer {
	t.Helper()
	if a.Code != status {
		t.Fatalf("status %d, want %d\n%s", a.Code, status, a.Text())
	}
	return a
}

// Says stops the test unless the page has the words. Spaces of every kind are alike.
func (a *Answer) Says(t *testing.T, words string) *Answer {
	t.Helper()
	if !strings.Contains(a.Text(), strings.Join(strings.Fields(words), " ")) {
		t.Fatalf("the page does not say %q:\n%s", words, a.Text())
	}
	return a
}

// Text is what the main part of the page says, in one line.
func (a *Answer) Text() string {
	if a.Doc == nil {
		return a.Body.String()
	}
	return strings.Join(strings.Fields(a.Doc.Find("main").Text()), " ")
}

// Show renders one template with its body in every language, checks each, and
// returns the documents by language. The body is made per language, as a handler
// makes it. A page with a form gives it in f, otherwise nil.
//
//	docs := pagetest.Show(t, "worker", worker.Templates, "worker/plan_agree", nil,
//		func(p *locale.Printer) planAgree { return planAgree{…} })
func Show[T any](t *testing.T, role string, templates fs.FS, name string,
	f func(*locale.Printer) *form.Form, body func(*locale.Printer) T) map[string]*goquery.Document {
	t.Helper()
	docs := map[string]*goquery.Document{}
	for _, language := range Languages {
		mux := http.NewServeMux()
		mux.Handle("GET /shown", layout.Handler(func(w http.ResponseWriter, r *http.Request) error {
			p := layout.PrinterOf(r)
			frame := layout.FrameOf(r, "layout.name")
			if f != nil {
				frame = frame.With(f(p))
			}
			return layout.Render(w, r, name, layout.Page[T]{Frame: frame, Body: body(p)})
		}))
		b := New(t, layout.Options{Pages: map[string]fs.FS{role: templates}}, mux)
		b.Language = language
		answer := b.Get(t, "/shown")
		if answer.Code >= 500 {
			t.Fatalf("%s in %s: status %d: %s", name, language, answer.Code, brokenBy(t, role, templates, name, body(locale.For(language))))
		}
		docs[language] = answer.Doc
	}
	return docs
}
