package layout_test

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/layout/pagetest"
)

var templates = fstest.MapFS{"hello.gohtml": {Data: []byte(
	`{{define "main"}}<h1>{{.Body}}</h1><form method="post">{{template "hidden" .Form}}{{template "field" (.Form.TextField "goal" "layout.name")}}</form>{{end}}`)}}

func bench(t *testing.T, log *slog.Logger) *pagetest.Bench {
	mux := http.NewServeMux()
	show := func(w http.ResponseWriter, r *http.Request, title string) error {
		f := layout.BlankForm(r)
		if r.Method == http.MethodPost {
			f = layout.ReadForm(r)
			f.Text("goal", 3, 10)
			if f.OK() {
				return layout.Done(w, r, "/hello", "layout.rows", "Count", 2)
			}
		}
		return layout.Render(w, r, "test/hello", layout.Page[string]{
			Frame: layout.FrameOf(r, "layout.home").With(f), Body: title})
	}
	hello := layout.Handler(func(w http.ResponseWriter, r *http.Request) error { return show(w, r, "<b>hej</b>") })
	mux.Handle("GET /hello", hello)
	mux.Handle("POST /hello", hello)
	mux.Handle("GET /panic", layout.Handler(func(http.ResponseWriter, *http.Request) error { panic("secret") }))
	mux.Handle("GET /fails/{code}", layout.Handler(func(_ http.ResponseWriter, r *http.Request) error {
		return fault.New(fault.Code(r.PathValue("code")), "fault.stale").Because(errors.New("secret"))
	}))
	mux.Handle("POST /again", layout.Handler(func(http.ResponseWriter, *http.Request) error {
		return layout.Onward(fault.New(fault.Repeated, "fault.stale"), "/hello")
	}))
	return pagetest.New(t, layout.Options{Pages: map[string]fs.FS{"test": templates}, Log: log}, mux)
}

func TestEveryRefusalHasItsStatusAndPage(t *testing.T) {
	for _, c := range []struct {
		path   string
		status int
		sv, en string
	}{
		{"/fails/invalid", 422, "Något behöver rättas", "Something needs to be corrected"},
		{"/fails/not_found", 404, "Sidan finns inte", "There is no such page"},
		{"/fails/not_allowed", 403, "Du har inte rätt att se det här", "You may not see this"},
		{"/fails/stale", 409, "Någon annan hann ändra", "Somebody else changed this first"},
		{"/fails/conflict", 409, "Det går inte just nu", "This is not possible now"},
		{"/fails/too_large", 413, "Det du skickade är för stort", "What you sent is too large"},
		{"/fails/internal", 500, "Något gick fel hos oss", "Something went wrong on our side"},
		{"/panic", 500, "Något gick fel hos oss", "Something went wrong on our side"},
		{"/nowhere", 404, "Sidan finns inte", "There is no such page"},
		{"/again", 405, "Det går inte just nu", "This is not possible now"},
	} {
		t.Run(c.path, func(t *testing.T) {
			for language, says := range map[string]string{"sv": c.sv, "en": c.en} {
				var log strings.Builder
				b := bench(t, slog.New(slog.NewTextHandler(&log, nil)))
				b.Language = language
				a := b.Get(t, c.path).Must(t, c.status).Says(t, says)
				if strings.Contains(a.Body.String(), "secret") {
					t.Error("the inner cause stands on the page")
				}
				id := a.Header().Get("X-Request-Id")
				if !strings.Contains(log.String(), id) {
					t.Errorf("the log does not have the request %s:\n%s", id, log.String())
				}
				if c.status == 500 && (!strings.Contains(log.String(), "secret") || !strings.Contains(a.Text(), id)) {
					t.Error("the cause of our own fault must be in the log and its number on the page")
				}
			}
		})
	}
}

func TestNotSignedInIsSentToSignIn(t *testing.T) {
	a := bench(t, nil).Get(t, "/fails/not_signed_in?x=1").Must(t, http.StatusSeeOther)
	if got := a.Header().Get("Location"); got != "/signin?next=%2Ffails%2Fnot_signed_in%3Fx%3D1" {
		t.Error(got)
	}
}

func TestRepeatedFormIsSentOnward(t *testing.T) {
	b := bench(t, nil)
	a := b.Post(t, "/again").Must(t, http.StatusSeeOther)
	if got := a.Header().Get("Location"); got != "/hello" {
		t.Error(got)
	}
	b.Get(t, "/hello").Must(t, 200).Says(t, "Det här är redan inskickat")
}

func TestWrongInputKeepsWhatWasTyped(t *testing.T) {
	b := bench(t, nil)
	a := b.Post(t, "/hello", "goal", "alldeles för långt").Must(t, 422).Says(t, "Skriv högst 10 tecken, du har skrivit 18")
	if got, _ := a.Doc.Find("#f-goal").Attr("value"); got != "alldeles för långt" {
		t.Errorf("what was typed is lost: %q", got)
	}
	if a.Doc.Find(`#problems a[href="#f-goal"]`).Length() != 1 {
		t.Error("the summary does not lead to the field")
	}
	if !strings.HasPrefix(a.Doc.Find("title").Text(), "Fel: ") {
		t.Error("the title does not say that something is wrong")
	}
}

func TestDoneIsSaidOnceInTheReadersLanguage(t *testing.T) {
	b := bench(t, nil)
	b.Post(t, "/hello", "goal", "kök").Must(t, http.StatusSeeOther)
	b.Language = "en"
	b.Get(t, "/hello").Must(t, 200).Says(t, "2 rows")
	if a := b.Get(t, "/hello"); strings.Contains(a.Text(), "2 rows") {
		t.Error("it is said twice")
	}
}

func TestBadBodies(t *testing.T) {
	for name, c := range map[string]struct {
		body, says string
		status     int
	}{
		"too large":   {"goal=" + strings.Repeat("a", layout.DefaultLimit), "högst 1\u00a0MB", 413},
		"not UTF-8":   {"goal=%ff%fe", "UTF-8", 422},
		"not escaped": {"goal=%zz", "gick inte att läsa", 422},
	} {
		t.Run(name, func(t *testing.T) {
			for _, declared := range []bool{true, false} {
				r := httptest.NewRequest(http.MethodPost, "/hello", strings.NewReader(c.body))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				if !declared {
					r.ContentLength = -1
				}
				bench(t, nil).Do(t, r).Must(t, c.status).Says(t, c.says)
			}
		})
	}
	bench(t, nil).Get(t, "/hello?q=%ff").Must(t, 422).Says(t, "UTF-8")
}

func TestAnotherSiteCannotPost(t *testing.T) {
	r := httptest.NewRequest(http.MethodPost, "/hello", strings.NewReader("goal=x"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	bench(t, nil).Do(t, r).Must(t, 403).Says(t, "en annan webbplats")
}

func TestEveryAnswerHasTheHeaders(t *testing.T) {
	for _, path := range []string{"/hello", "/nowhere", "/panic"} {
		h := bench(t, nil).Get(t, path).Header()
		for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "X-Request-Id"} {
			if h.Get(name) == "" {
				t.Errorf("%s: no %s", path, name)
			}
		}
		if strings.Contains(h.Get("Content-Security-Policy"), "unsafe") {
			t.Error("the policy allows something inline")
		}
		if h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept by a cache", path)
		}
	}
}

func TestTextIsEscaped(t *testing.T) {
	if a := bench(t, nil).Get(t, "/hello"); a.Doc.Find("h1").Text() != "<b>hej</b>" {
		t.Error(a.Doc.Find("h1").Html())
	}
}

func TestLanguageIsChosenAndKept(t *testing.T) {
	b := bench(t, nil)
	for _, c := range []struct{ next, to string }{
		{"/hello?x=1", "/hello?x=1"}, {"//elsewhere.example/", "/"}, {"https://elsewhere.example/", "/"}, {`/\elsewhere`, "/"}, {"", "/"},
	} {
		if got := b.Post(t, "/language", "language", "en", "next", c.next).Must(t, 303).Header().Get("Location"); got != c.to {
			t.Errorf("sent to %q for %q", got, c.next)
		}
	}
	if a := b.Get(t, "/hello"); a.Doc.Find("html").AttrOr("lang", "") != "en" {
		t.Error("the choice is not kept")
	}
}

func TestABrokenTemplateStopsTheStart(t *testing.T) {
	for _, text := range []string{`{{define "main"}}{{.}`, `no main`, `{{define "main"}}{{template "nowhere" .}}{{end}}`} {
		pages := map[string]fs.FS{"x": fstest.MapFS{"a.gohtml": {Data: []byte(text)}}}
		if _, err := layout.New(layout.Options{Pages: pages, Clock: pagetest.Now}); err == nil {
			t.Errorf("%s was taken", text)
		}
	}
}

func TestObserveHearsThePatternAndNotTheAddress(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("GET /case/{id}", layout.Handler(func(http.ResponseWriter, *http.Request) error { return fault.New(fault.NotFound, "fault.not_found") }))
	var heard []string
	b := pagetest.New(t, layout.Options{Observe: func(method, pattern string, status int, _ time.Duration) {
		heard = append(heard, fmt.Sprint(method, " ", pattern, " ", status))
	}}, mux)
	b.Get(t, "/case/197001019876")
	if len(heard) != 1 || heard[0] != "GET GET /case/{id} 404" {
		t.Error(heard)
	}
}
