package layout

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"runtime/debug"
	"strconv"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/web/locale"
)

// contentPolicy allows what we serve ourselves and nothing inline. The design
// system draws its icons from data addresses inside its own style sheet.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
	"img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'"

// Serve is the whole chain, written once: number, log and time of the request;
// recovery; headers; cross-origin protection; size and encoding of what is sent;
// session, viewer and language; then the page.
//
//	server := &http.Server{Handler: site.Serve(mux)}
func (s *Site) Serve(mux *http.ServeMux) http.Handler {
	mux.Handle("POST /language", Handler(chooseLanguage))
	if s.Static != nil {
		mux.Handle("GET /static/", s.Static)
	}
	page := s.known(s.page(mux))
	if s.Session != nil {
		page = s.Session(page)
	}
	return s.counted(s.recovered(s.headed(s.sameOrigin(s.sized(page)))))
}

// counted gives the request its number and tells the log and the metrics what
// became of it.
func (s *Site) counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := s.Clock.Now()
		st := &state{site: s, id: rand.Text()[:12]}
		st.printer = locale.Negotiate(languageCookie(r), r.Header.Get("Accept-Language"), true)
		w.Header().Set("X-Request-Id", st.id)
		answer := &watched{ResponseWriter: w}
		next.ServeHTTP(answer, r.WithContext(context.WithValue(r.Context(), stateKey{}, st)))
		took := s.Clock.Now().Sub(began)
		s.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.String("id", st.id), slog.String("method", r.Method), slog.String("route", st.pattern),
			slog.Int("status", answer.status()), slog.Int64("bytes", answer.written), slog.Duration("took", took))
		if s.Observe != nil {
			s.Observe(r.Method, st.pattern, answer.status(), took)
		}
	})
}

func (s *Site) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			what := recover()
			if what == nil {
				return
			}
			if what == http.ErrAbortHandler {
				panic(what) // net/http's own way to cut a connection
			}
			fail(w, r, fmt.Errorf("panic: %v\n%s", what, debug.Stack()))
		}()
		next.ServeHTTP(w, r)
	})
}

func (s *Site) headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
		// Pages hold what is told in confidence: no cache keeps them.
		h.Set("Cache-Control", "no-store")
		if s.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Site) sameOrigin(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fail(w, r, fault.New(fault.NotAllowed, "fault.other_site"))
	}))
	return guard.Handler(next)
}

// patience is how much of a too large body is read and thrown away, so that the
// browser gets to read our answer instead of seeing a broken connection.
const patience = 32 << 20

// sized holds the body to its limit and its text to UTF-8, before anything reads it.
func (s *Site) sized(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(DefaultLimit)
		if s.Limit != nil {
			if own := s.Limit(r); own > 0 {
				limit = own
			}
		}
		body := r.Body
		if r.ContentLength > limit {
			_, _ = io.CopyN(io.Discard, body, patience)
			fail(w, r, tooLarge(limit))
			return
		}
		r.Body = http.MaxBytesReader(w, body, limit)
		if err := readableForm(r); err != nil {
			var over *http.MaxBytesError
			if errors.As(err, &over) {
				_, _ = io.CopyN(io.Discard, body, patience)
				err = tooLarge(limit)
			}
			fail(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func tooLarge(limit int64) error {
	return fault.New(fault.TooLarge, "fault.too_large", "Limit", strconv.FormatInt(limit>>20, 10)+locale.Hard+"MB")
}

// readableForm parses the query and a form in the body, and refuses what is not
// UTF-8: PostgreSQL would, with a message that says nothing to the reader. A form
// with files is left to the page that takes them in.
func readableForm(r *http.Request) error {
	query, err := url.QueryUnescape(strings.ReplaceAll(r.URL.RawQuery, "+", " "))
	if err != nil {
		return fault.New(fault.Invalid, "fault.broken_form").Because(err)
	}
	if !readable(query) || !readable(r.URL.Path) {
		return fault.New(fault.Invalid, "fault.not_utf8")
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if r.Method != http.MethodPost || kind != "application/x-www-form-urlencoded" {
		return nil
	}
	if err := r.ParseForm(); err != nil {
		var over *http.MaxBytesError
		if errors.As(err, &over) {
			return err
		}
		return fault.New(fault.Invalid, "fault.broken_form").Because(err)
	}
	for name, values := range r.PostForm {
		if !readable(name) {
			return fault.New(fault.Invalid, "fault.not_utf8")
		}
		for _, v := range values {
			if !readable(v) {
				return fault.New(fault.Invalid, "fault.not_utf8")
			}
		}
	}
	return nil
}

// known finds out who is looking and in which language they read.
func (s *Site) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		st := stateOf(r)
		st.known = true
		if s.Viewer != nil {
			st.viewer = s.Viewer(r)
		}
		chosen := languageCookie(r)
		if chosen == "" {
			chosen = st.viewer.Language
		}
		st.printer = locale.Negotiate(chosen, r.Header.Get("Accept-Language"), st.partial())
		next.ServeHTTP(w, r)
	})
}

// page hands the request to the mux, and answers with pages of our own where the
// mux has none.
func (s *Site) page(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, pattern := mux.Handler(r)
		if pattern != "" {
			stateOf(r).pattern = pattern
			mux.ServeHTTP(w, r)
			return
		}
		var probe probed
		h.ServeHTTP(&probe, r)
		if probe.code == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", probe.Header().Get("Allow"))
			failAs(w, r, fault.New(fault.Conflict, "fault.method"), http.StatusMethodNotAllowed)
			return
		}
		fail(w, r, fault.New(fault.NotFound, "fault.not_found"))
	})
}

// watched remembers what was answered.
type watched struct {
	http.ResponseWriter
	code    int
	written int64
}

func (w *watched) WriteHeader(code int) {
	if w.code == 0 {
		w.code = code
	}
	w.ResponseWriter.WriteHeader(code)
}

func (w *watched) Write(b []byte) (int, error) {
	if w.code == 0 {
		w.code = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.written += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *watched) status() int {
	if w.code == 0 {
		return http.StatusOK
	}
	return w.code
}

// probed takes an answer that nobody shall see.
type probed struct {
	header http.Header
	code   int
}

func (p *probed) Header() http.Header {
	if p.header == nil {
		p.header = http.Header{}
	}
	return p.header
}
func (p *probed) WriteHeader(code int)        { p.code = code }
func (p *probed) Write(b []byte) (int, error) { return len(b), nil }

// readable tells whether the text is UTF-8 without NUL, which PostgreSQL cannot hold.
func readable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}
