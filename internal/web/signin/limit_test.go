package signin

import (
	"fmt"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"fotfaste/internal/clock"
)

var start = time.Date(2026, 8, 3, 8, 0, 0, 0, time.UTC)

func ask(l *limit, from string) bool {
	r := httptest.NewRequest("GET", "/signin/start", nil)
	r.RemoteAddr = from
	_, ok := l.admit(r)
	return ok
}

func TestLimitOfOneAddress(t *testing.T) {
	now := clock.NewTravelling(clock.Fixed(start), start)
	l := newLimit(60, nil, now)
	took := 0
	for ask(l, "192.0.2.1:1000") {
		took++
	}
	if took != 30 {
		t.Errorf("%d at once, want 30", took)
	}
	if !ask(l, "192.0.2.2:1000") {
		t.Error("another address pays for it")
	}
	r := httptest.NewRequest("GET", "/signin/start", nil)
	r.RemoteAddr = "192.0.2.1:2000"
	wait, ok := l.admit(r)
	if ok || wait <= 0 || wait > time.Second {
		t.Errorf("waits %v, %v", wait, ok)
	}
	now.Forward(wait)
	if !ask(l, "192.0.2.1:1000") || ask(l, "192.0.2.1:1000") {
		t.Error("after the wait there is room for one")
	}
}

func TestLimitForgets(t *testing.T) {
	now := clock.NewTravelling(clock.Fixed(start), start)
	l := newLimit(0, nil, now)
	for i := range most + 500 {
		ask(l, fmt.Sprintf("10.%d.%d.%d:1", i>>16, i>>8&255, i&255))
	}
	if len(l.seen) > most+1 {
		t.Errorf("%d addresses are remembered", len(l.seen))
	}
	if ask(l, "198.51.100.1:1") {
		t.Error("those beyond have one allowance together, and it is used up")
	}
	if !ask(l, "10.0.0.1:1") {
		t.Error("who was here before pays for the flood")
	}
	now.Forward(quiet)
	if !ask(l, "198.51.100.1:1") || len(l.seen) != 1 {
		t.Errorf("%d addresses are remembered after a quiet while", len(l.seen))
	}
}

func TestFromWhere(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/24"), netip.MustParsePrefix("2001:db8:ffff::/48")}
	for _, c := range []struct {
		name, peer string
		forwarded  []string
		want       string
	}{
		{"straight", "192.0.2.1:1000", nil, "192.0.2.1"},
		{"a claim of somebody who is no proxy", "192.0.2.1:1000", []string{"203.0.113.9"}, "192.0.2.1"},
		{"by our proxy", "10.0.0.1:1000", []string{"203.0.113.9"}, "203.0.113.9"},
		{"by two of ours", "10.0.0.1:1000", []string{"203.0.113.9, 10.0.0.2"}, "203.0.113.9"},
		{"a forged beginning", "10.0.0.1:1000", []string{"1.2.3.4, 203.0.113.9"}, "203.0.113.9"},
		{"in two lines", "10.0.0.1:1000", []string{"1.2.3.4", "203.0.113.9, 10.0.0.7"}, "203.0.113.9"},
		{"a proxy that says nothing", "10.0.0.1:1000", nil, "10.0.0.1"},
		{"nonsense", "10.0.0.1:1000", []string{"unknown"}, "10.0.0.1"},
		{"IPv4 inside IPv6", "[::ffff:192.0.2.1]:1000", nil, "192.0.2.1"},
		{"a network of IPv6", "[2001:db8:1:2:3:4:5:6]:1000", nil, "2001:db8:1:2::"},
		{"IPv6 by our proxy", "[2001:db8:ffff::1]:1000", []string{"2001:db8:1:2::9"}, "2001:db8:1:2::"},
		{"no address at all", "@", nil, "invalid IP"},
	} {
		r := httptest.NewRequest("GET", "/signin/start", nil)
		r.RemoteAddr = c.peer
		for _, f := range c.forwarded {
			r.Header.Add("X-Forwarded-For", f)
		}
		if got := newLimit(0, proxies, clock.Fixed(start)).from(r).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
