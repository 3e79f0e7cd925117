package signin

import (
	"embed"
	"fmt"
	"log/slog"
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// Templates are the pages of this room.
//
//go:embed *.gohtml
var Templates embed.FS

// Options are what the pages stand on.
type Options struct {
	Office   *casework.Office
	Sessions *visit.Sessions
	Log      *slog.Logger // nil writes nothing
	Clock    clock.Clock  // the machine's own, not the demo's
	Config   *Config      // nil where nobody signs in at a provider
	Demo     *Demo        // nil outside the demo
}

// Pages are the ways in and out.
type Pages struct {
	office   *casework.Office
	sessions *visit.Sessions
	log      *slog.Logger
	clock    clock.Clock
	demo     *Demo

	base    string // our own address
	issuers []*issuer
	limit   *limit
}

// New makes the pages. The error is of the configuration.
func New(o Options) (*Pages, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	p := &Pages{office: o.Office, sessions: o.Sessions, log: o.Log, clock: o.Clock, demo: o.Demo}
	if o.Config == nil {
		return p, nil
	}
	if err := o.Config.Check(); err != nil {
		return nil, fmt.Errorf("the configuration of sign-in: %w", err)
	}
	p.base = o.Config.base()
	for _, provider := range o.Config.Providers {
		p.issuers = append(p.issuers, newIssuer(provider, p.base+"/signin/callback", o.Clock))
	}
	p.limit = newLimit(o.Config.PerMinute, o.Config.Proxies, o.Clock)
	return p, nil
}

// Register gives each page its address.
func (p *Pages) Register(mux *http.ServeMux) {
	mux.Handle("GET /signin", layout.Handler(p.signin))
	mux.Handle("POST /signout", layout.Handler(p.signout))
	if len(p.issuers) > 0 {
		mux.Handle("GET /signin/start", p.limited(p.start))
		mux.Handle("GET /signin/callback", p.limited(p.callback))
		mux.Handle("GET /signin/role", layout.Handler(p.roleShow))
		mux.Handle("POST /signin/role", layout.Handler(p.role))
		mux.Handle("GET /signin/out", layout.Handler(p.signedOut))
		mux.Handle("GET /signin/leave", layout.Handler(p.leave))
	}
	if p.demo != nil {
		mux.Handle("POST /signin/demo", layout.Handler(p.demoSignin))
		mux.Handle("POST /demo/clock", layout.Handler(p.demoClock))
	}
}

// limited lets a page be asked for only so often from one address.
func (p *Pages) limited(page layout.Handler) layout.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if wait, ok := p.limit.admit(r); !ok {
			return p.fail(w, r, failure{code: tooMany, wait: wait})
		}
		return page(w, r)
	}
}

// issuer is the provider by our name of it, nil where there is none.
func (p *Pages) issuer(name string) *issuer {
	for _, i := range p.issuers {
		if i.Name == name {
			return i
		}
	}
	return nil
}
