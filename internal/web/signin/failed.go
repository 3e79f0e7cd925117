package signin

import (
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/web/layout"
)

// What can go wrong on the way in, as the page tells it.
const (
	denied         = "denied"     // the person or the issuer said no
	unmatched      = "unmatched"  // answers no sign-in begun here, or one that is over
	expired        = "expired"    // took too long
	unverified     = "unverified" // what the issuer sent does not hold
	noAnswer       = "no_answer"  // the issuer is down, or does not know us
	tooMany        = "too_many"   // too often from one address
	unknownAccount = access.UnknownAccount
	noRole         = access.NoRole
)

var statuses = map[string]int{
	denied:         http.StatusForbidden,
	unmatched:      http.StatusBadRequest,
	expired:        http.StatusBadRequest,
	unverified:     http.StatusBadRequest,
	noAnswer:       http.StatusServiceUnavailable,
	tooMany:        http.StatusTooManyRequests,
	unknownAccount: http.StatusForbidden,
	noRole:         http.StatusForbidden,
}

// whyPrefix begins the keys of why somebody was refused.
const whyPrefix = "signin.failed.why."

// failure is a sign-in that came to nothing. The cause is for the log alone.
type failure struct {
	code     string
	provider string // "" where nobody knows any longer
	next     string
	wait     time.Duration
	cause    error
}

type failedBody struct {
	Code   string
	TurnTo string // the provider, where the reader needs somebody's help
	Again  string // the address to try at again
}

// asksForHelp are the failures that trying again does not mend.
var asksForHelp = map[string]bool{unknownAccount: true, noRole: true}

// fail tells what went wrong and what to do.
func (p *Pages) fail(w http.ResponseWriter, r *http.Request, f failure) error {
	level := slog.LevelInfo
	if f.code == noAnswer {
		level = slog.LevelError
	}
	p.log.LogAttrs(r.Context(), level, "sign-in failed", slog.String("id", layout.RequestID(r.Context())),
		slog.String("code", f.code), slog.String("provider", f.provider), slog.Any("error", f.cause))
	body := failedBody{Code: f.code, Again: "/signin"}
	if f.provider != "" {
		body.Again = startPath(f.provider, f.next)
		if asksForHelp[f.code] {
			body.TurnTo = f.provider
			body.Again += "&as=another" // the issuer would give the same person at once
		}
	}
	if f.code == noAnswer {
		f.wait = breather
	}
	if f.wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(f.wait.Seconds()))))
	}
	frame := layout.FrameOf(r, "signin.title")
	frame.Title = frame.Code("signin.failed.heading.", f.code)
	frame.Status = statuses[f.code]
	frame.Here = "/signin" // the answer cannot be come back to, and its code belongs in no form
	return layout.Render(w, r, "signin/failed", layout.Page[failedBody]{Frame: frame, Body: body})
}
