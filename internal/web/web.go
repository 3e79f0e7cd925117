package web

import (
	"io/fs"
	"log/slog"
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/admin"
	"fotfaste/internal/web/evaluator"
	"fotfaste/internal/web/evidence"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/manager"
	"fotfaste/internal/web/participant"
	"fotfaste/internal/web/payment"
	"fotfaste/internal/web/provider"
	"fotfaste/internal/web/signin"
	"fotfaste/internal/web/static"
	"fotfaste/internal/web/sums"
	"fotfaste/internal/web/visit"
	"fotfaste/internal/web/worker"
)

// Options are what the pages stand on.
type Options struct {
	Office *casework.Office
	Static *static.Files // nil in tests of pages
	Log    *slog.Logger  // nil writes nothing
	Secure bool          // reached by HTTPS
	Demo   *signin.Demo  // nil except in the demo

	SignIn *signin.Config // the providers that people sign in at; nil in the demo
	Clock  clock.Clock    // of sign-in; nil is the machine's own
}

// New is the whole site as one handler. The error is of a template that does not
// parse, a text that is missing, or a configuration of sign-in that cannot be meant.
func New(o Options) (http.Handler, error) {
	if o.Clock == nil {
		o.Clock = clock.System{}
	}
	sessions := visit.New(o.Office, o.Secure)
	signinPages, err := signin.New(signin.Options{Office: o.Office, Sessions: sessions, Log: o.Log, Clock: o.Clock,
		Config: o.SignIn, Demo: o.Demo})
	if err != nil {
		return nil, err
	}
	measured := newMeasures()
	site, err := layout.New(layout.Options{
		Pages: map[string]fs.FS{
			"participant": participant.Templates,
			"payment":     payment.Templates,
			"provider":    provider.Templates,
			"signin":      signin.Templates,
			"sums":        sums.Templates,
			"worker":      worker.Templates,
			"admin":       admin.Templates,
			"evaluator":   evaluator.Templates,
			"evidence":    evidence.Templates,
			"manager":     manager.Templates,
		},
		Clock: clock.System{}, Log: o.Log, Static: o.Static, Secure: o.Secure,
		Session: sessions.Wrap, Viewer: viewer, Menu: menu, Search: search, Banner: o.Demo.Banner,
		Observe: measured.observe, Limit: payment.Limit,
	})
	if err != nil {
		return nil, err
	}
	pages := http.NewServeMux()
	pages.Handle("GET /{$}", layout.Handler(home))
	signinPages.Register(pages)
	admin.New(o.Office).Register(pages)
	evaluator.New(o.Office).Register(pages)
	evidence.New(o.Office).Register(pages)
	manager.New(o.Office).Register(pages)
	worker.New(o.Office).Register(pages)
	participant.New(o.Office).Register(pages)
	provider.New(o.Office).Register(pages)
	payment.New(o.Office).Register(pages)
	sums.New(o.Office).Register(pages)

	outer := http.NewServeMux()
	outer.Handle("GET /healthz", healthz())
	outer.Handle("GET /readyz", readyz(o.Office))
	outer.Handle("GET /metrics", measured.handler())
	outer.Handle("/", site.Serve(pages))
	return outer, nil
}
