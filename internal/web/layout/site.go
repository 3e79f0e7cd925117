package layout

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"maps"
	"net/http"
	"path"
	"strings"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/web/locale"
	"fotfaste/internal/web/static"
)

// base.gohtml and the parts are the frame of every page; the others are pages of
// the frame's own.
//
//go:embed pages/base.gohtml pages/part_*.gohtml
var own embed.FS

//go:embed error.gohtml
var errorPages embed.FS

// DefaultLimit is how much a request may carry: 1 MiB.
const DefaultLimit = 1 << 20

// Options are what the site needs to know. Only Pages and Clock must be there.
type Options struct {
	// Pages are the templates of each role, by the name of its folder. The template
	// in plan_agree.gohtml of "worker" is rendered as "worker/plan_agree".
	Pages map[string]fs.FS

	Clock  clock.Clock
	Log    *slog.Logger  // nil writes nothing
	Static *static.Files // nil in tests of pages

	// Session wraps every request that is for a page, before the viewer is asked for.
	Session func(http.Handler) http.Handler
	// Viewer tells who is looking. nil: nobody is signed in.
	Viewer func(*http.Request) Viewer
	// Menu is the menu of the viewer, in the reader's language.
	Menu func(Viewer, *locale.Printer) []Link
	// Search is the search field of the viewer, nil for none.
	Search func(Viewer, *locale.Printer) *Search
	// Banner is the strip above every page, nil for none.
	Banner func(*http.Request, *locale.Printer) *Banner
	// Limit is how much this request may carry, 0 for DefaultLimit. A page that
	// takes in files answers more.
	Limit func(*http.Request) int64
	// Observe is told of every answer, for the metrics. The pattern is the one the
	// address was registered with, "" for an unknown one: never the address itself.
	Observe func(method, pattern string, status int, took time.Duration)
	// Secure says that the site is reached by HTTPS: cookies are marked so.
	Secure bool
}

// Site is the frame and the manners of all pages: their templates, parsed once,
// and the middleware that every request passes.
type Site struct {
	Options
	templates map[string]*template.Template
}

// New parses every template. An error in any of them is an error here, when the
// program starts, and not when somebody opens the page.
//
//	site, err := layout.New(layout.Options{Pages: map[string]fs.FS{"worker": worker.Templates}, …})
//	mux := http.NewServeMux()
//	mux.Handle("GET /worker/plan/{id}", layout.Handler(pages.planShow))
//	server.Handler = site.Serve(mux)
func New(o Options) (*Site, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Site{Options: o, templates: map[string]*template.Template{}}
	base, err := template.New("base").Funcs(template.FuncMap{
		"asset": func(name string) string { return s.Static.Address(name) },
	}).ParseFS(own, "pages/base.gohtml", "pages/part_*.gohtml")
	if err != nil {
		return nil, err
	}
	pages := map[string]fs.FS{"layout": errorPages}
	maps.Copy(pages, o.Pages)
	for role, files := range pages {
		if err := s.parse(base, role, files); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *Site) parse(base *template.Template, role string, files fs.FS) error {
	names, err := fs.Glob(files, "*.gohtml")
	if err != nil {
		return err
	}
	// Files whose name begins with "part_" hold what several pages of the role share.
	var shared []string
	for _, name := range names {
		if strings.HasPrefix(name, "part_") {
			shared = append(shared, name)
		}
	}
	for _, name := range names {
		if strings.HasPrefix(name, "part_") {
			continue
		}
		t, err := base.Clone()
		if err != nil {
			return err
		}
		if t, err = t.ParseFS(files, append([]string{name}, shared...)...); err != nil {
			return fmt.Errorf("%s/%s: %w", role, name, err)
		}
		if t.Lookup("main") == nil {
			return fmt.Errorf(`%s/%s: a page begins with {{define "main"}}`, role, name)
		}
		if err := resolved(t); err != nil {
			return fmt.Errorf("%s/%s: %w", role, name, err)
		}
		s.templates[role+"/"+strings.TrimSuffix(path.Base(name), ".gohtml")] = t
	}
	return nil
}

// Templates are the names of all pages, for the test that renders each.
func (s *Site) Templates() []string {
	var names []string
	for name := range s.templates {
		names = append(names, name)
	}
	return names
}

// state is what the middleware knows of one request.
type state struct {
	site    *Site
	id      string
	pattern string
	printer *locale.Printer
	viewer  Viewer
	known   bool // it has been found out who is looking
}

type stateKey struct{}

func stateOf(r *http.Request) *state {
	st, ok := r.Context().Value(stateKey{}).(*state)
	if !ok {
		panic("layout: the request did not pass Site.Serve") // a wiring error, found by the first page test
	}
	return st
}

// RequestID is the number of the request, which the log has too.
func RequestID(ctx context.Context) string {
	if st, ok := ctx.Value(stateKey{}).(*state); ok {
		return st.id
	}
	return ""
}

func (st *state) frame(r *http.Request) Frame {
	s := st.site
	f := Frame{
		Printer: st.printer, Viewer: st.viewer, Unknown: !st.known, Narrow: st.viewer.Participant,
		Here: r.URL.RequestURI(),
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		f.Here = r.URL.Path
	}
	if f.Viewer.Home == "" {
		f.Viewer.Home = "/"
	}
	if s.Menu != nil {
		f.Menu = s.Menu(st.viewer, st.printer)
		markCurrent(f.Menu, r.URL.Path)
	}
	if s.Search != nil {
		f.Search = s.Search(st.viewer, st.printer)
	}
	if s.Banner != nil {
		f.Banner = s.Banner(r, st.printer)
	}
	for _, l := range locale.Languages(st.partial()) {
		p := locale.For(l.Tag)
		f.Languages = append(f.Languages, Language{Language: l, Current: p == st.printer, Dir: p.Dir()})
	}
	return f
}

// partial tells whether languages that only the participants' pages have are
// offered: to participants, and before we know who it is.
func (st *state) partial() bool { return st.viewer.Participant || !st.viewer.SignedIn }

// markCurrent marks the link with the longest path that the page is under.
func markCurrent(links []Link, here string) {
	best, length := -1, 0
	for i, l := range links {
		under := here == l.Href || strings.HasPrefix(here, strings.TrimSuffix(l.Href, "/")+"/")
		if under && len(l.Href) > length {
			best, length = i, len(l.Href)
		}
	}
	if best >= 0 {
		links[best].Current = true
	}
}
