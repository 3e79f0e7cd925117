package signin

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"fotfaste/internal/clock"
)

// limit holds how often sign-in is begun or finished from one address. What it
// remembers of an address it forgets when that has been quiet for a while.
type limit struct {
	clock   clock.Clock
	rate    rate.Limit
	burst   int
	proxies []netip.Prefix

	mu    sync.Mutex
	seen  map[netip.Addr]*guest
	swept time.Time
}

type guest struct {
	*rate.Limiter
	last time.Time
}

// quiet is when an address is forgotten; by then its allowance is full again.
const quiet = 2 * time.Minute

// most is how many addresses are remembered. Those beyond share one allowance, so
// that a flood from many addresses costs neither memory nor the others' sign-in.
const most = 20_000

func newLimit(perMinute int, proxies []netip.Prefix, now clock.Clock) *limit {
	if perMinute == 0 {
		perMinute = usualPerMinute
	}
	return &limit{
		clock: now, rate: rate.Limit(float64(perMinute) / 60), burst: max(perMinute/2, 1), proxies: proxies,
		seen: map[netip.Addr]*guest{}, swept: now.Now(),
	}
}

// admit tells whether the request may go on, and if not, when it may.
func (l *limit) admit(r *http.Request) (wait time.Duration, ok bool) {
	from := l.from(r)
	now := l.clock.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if now.Sub(l.swept) >= quiet {
		for address, g := range l.seen {
			if now.Sub(g.last) >= quiet {
				delete(l.seen, address)
			}
		}
		l.swept = now
	}
	g := l.seen[from]
	if g == nil && len(l.seen) >= most {
		from = netip.Addr{}
		g = l.seen[from]
	}
	if g == nil {
		g = &guest{Limiter: rate.NewLimiter(l.rate, l.burst)}
		l.seen[from] = g
	}
	g.last = now
	turn := g.ReserveN(now, 1)
	if wait = turn.DelayFrom(now); wait > 0 {
		turn.CancelAt(now)
		return wait, false
	}
	return 0, true
}

// from is the visitor's address: who connects, or where that is a proxy of ours, the
// last one before it in X-Forwarded-For. Of IPv6 it is the network (/64), since one
// visitor has a whole one.
func (l *limit) from(r *http.Request) netip.Addr {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	at := peer.Addr().Unmap()
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		if !l.isProxy(at) {
			break
		}
		before, err := netip.ParseAddr(strings.TrimSpace(hop))
		if err != nil {
			break // nothing, or nothing that can be read: the proxy itself stands for it
		}
		at = before.Unmap()
	}
	if at.Is6() {
		at = netip.PrefixFrom(at.WithZone(""), 64).Masked().Addr()
	}
	return at
}

func (l *limit) isProxy(a netip.Addr) bool {
	return slices.ContainsFunc(l.proxies, func(p netip.Prefix) bool { return p.Contains(a) })
}
