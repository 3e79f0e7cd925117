package layout

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/web/locale"
)

// Handler is a page action. It answers, or returns why not: a fault becomes its
// status and a page in the reader's language, anything else becomes 500 with the
// cause in the log only.
//
//	mux.Handle("POST /worker/plan/{id}/agree", layout.Handler(pages.planAgree))
type Handler func(w http.ResponseWriter, r *http.Request) error

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		fail(w, r, err)
	}
}

// SignIn is where a reader who is not signed in is sent, with the page to come
// back to in the parameter next.
const SignIn = "/signin"

var statuses = map[fault.Code]int{
	fault.Invalid:     http.StatusUnprocessableEntity,
	fault.NotFound:    http.StatusNotFound,
	fault.NotAllowed:  http.StatusForbidden,
	fault.NotSignedIn: http.StatusUnauthorized,
	fault.Stale:       http.StatusConflict,
	fault.Conflict:    http.StatusConflict,
	fault.Repeated:    http.StatusSeeOther,
	fault.TooLarge:    http.StatusRequestEntityTooLarge,
	fault.Internal:    http.StatusInternalServerError,
}

// elsewhere is an error with an address: where a repeated form is sent on to.
type elsewhere struct {
	error
	path string
}

func (e elsewhere) Unwrap() error { return e.error }

// Onward gives a repeated form the address that the first one was sent on to.
//
//	return layout.Onward(err, "/worker/plan/"+id)
func Onward(err error, path string) error {
	if err == nil {
		return nil
	}
	return elsewhere{err, path}
}

// fail answers with what went wrong.
func fail(w http.ResponseWriter, r *http.Request, err error) {
	code := fault.CodeOf(err)
	switch code {
	case fault.NotSignedIn:
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			to := SignIn
			if next := r.URL.RequestURI(); next != "/" {
				to += "?next=" + url.QueryEscape(next)
			}
			http.Redirect(w, r, to, http.StatusSeeOther)
			return
		}
	case fault.Repeated:
		to := r.URL.Path
		var onward elsewhere
		if errors.As(err, &onward) {
			to = onward.path
		}
		_ = Done(w, r, to, "fault.title.repeated") // fails only for values that JSON cannot hold: there are none
		return
	}
	failAs(w, r, err, statuses[code])
}

func failAs(w http.ResponseWriter, r *http.Request, err error, status int) {
	st := stateOf(r)
	code := fault.CodeOf(err)
	level := slog.LevelInfo
	if code == fault.Internal {
		level = slog.LevelError
	}
	st.site.Log.LogAttrs(r.Context(), level, "refused", slog.String("id", st.id), slog.String("route", st.pattern),
		slog.String("code", string(code)), slog.Any("error", err))
	page := errorPageOf(r, err, code)
	page.Status = status
	if err := Render(w, r, "layout/error", page); err != nil {
		// The error page itself is broken, or the reader went away: say it plainly.
		st.site.Log.LogAttrs(r.Context(), slog.LevelError, "no error page", slog.String("id", st.id), slog.Any("error", err))
		http.Error(w, st.printer.Text("fault.title.internal")+" ("+st.id+")", http.StatusInternalServerError)
	}
}

type errorBody struct {
	Heading string
	Why     string
	Fields  []string
	Next    string
	Number  string // of the request, for our own faults
	Back    string // the page that was left, "" where it is not known or need not be said
}

func errorPageOf(r *http.Request, err error, code fault.Code) Page[errorBody] {
	st := stateOf(r)
	p := st.printer
	body := errorBody{
		Heading: p.Code("fault.title.", code),
		Next:    p.Text("fault.next."+string(code), "Limit", limitText(err)),
	}
	var refusal *fault.Error
	switch {
	case code == fault.Internal:
		body.Why, body.Number = p.Text("fault.internal"), st.id
	case errors.As(err, &refusal) && p.Has(refusal.Text.Key):
		body.Why = p.Fault(refusal.Text)
		for _, f := range refusal.Fields {
			body.Fields = append(body.Fields, p.Fault(f.Text))
		}
	default:
		body.Why = p.Text("fault." + string(code))
	}
	if !st.known {
		body.Back = cameFrom(r)
	}
	frame := st.frame(r)
	frame.Title = body.Heading
	return Page[errorBody]{Frame: frame, Body: body}
}

// cameFrom is the page of ours that the request came from, "" where the browser does
// not say or it was another's.
func cameFrom(r *http.Request) string {
	from, err := url.Parse(r.Referer())
	if err != nil || from.Host != r.Host {
		return ""
	}
	return LocalPath(from.RequestURI(), "")
}

// limitText is what the refusal says the limit is, for the advice of too_large.
func limitText(err error) string {
	var refusal *fault.Error
	if errors.As(err, &refusal) {
		if limit, ok := refusal.Text.Args["Limit"].(string); ok {
			return limit
		}
	}
	return "1" + locale.Hard + "MB"
}

// LocalPath is the address if it is one of ours, else the other. Every address
// that came from outside passes here before anybody is sent to it.
func LocalPath(address, otherwise string) string {
	if !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.ContainsAny(address, "\\\r\n\t") {
		return otherwise
	}
	u, err := url.Parse(address)
	if err != nil || u.Host != "" || u.Scheme != "" {
		return otherwise
	}
	return address
}
