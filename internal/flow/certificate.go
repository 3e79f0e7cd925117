package flow

import (
	"fmt"
	"math/bits"
)

// CertificateError is what keeps a plan from being the best.
type CertificateError struct{ Because string }

func (e *CertificateError) Error() string { return "flow: not proved: " + e.Because }

func unproved(format string, args ...any) error {
	return &CertificateError{fmt.Sprintf(format, args...)}
}

// Prove holds a plan against its problem, and is nil where there is no better one. It
// asks nothing of how the plan was found: that every bound is kept, that no price is
// below zero and no edge would gain more than the prices at its ends (or it is full),
// that what has a price is used up, and that what the plan gains is what supplies,
// capacities and bounds are worth at these prices. Otherwise it is a *CertificateError.
func Prove(p *Problem, plan *Plan) error {
	if len(plan.Price) != len(p.Capacity) || len(plan.Worth) != len(p.Supply) {
		return unproved("%d prices of %d interventions, %d of %d participants",
			len(plan.Price), len(p.Capacity), len(plan.Worth), len(p.Supply))
	}
	for _, all := range [][]int64{plan.Price, plan.Worth} {
		for i, n := range all {
			if n < 0 || n > room {
				return unproved("price %d is %d", i, n)
			}
		}
	}
	if err := proveUsed(p, plan); err != nil {
		return err
	}
	return provePrices(p, plan)
}

// proveUsed holds the plan against all bounds, and its sums against what is placed.
func proveUsed(p *Problem, plan *Plan) error {
	left := append([]int64(nil), p.Capacity...)
	var gain, quanta int64
	at := 0
	for i, rest := range p.Supply {
		for ; at < len(plan.Placed) && plan.Placed[at].Edge < p.First[i+1]; at++ {
			f := plan.Placed[at]
			if f.Edge < p.First[i] || at > 0 && f.Edge <= plan.Placed[at-1].Edge {
				return unproved("edge %d is not in its order", f.Edge)
			}
			to := p.To[f.Edge]
			if f.Quanta <= 0 || f.Quanta > rest || f.Quanta > left[to] || p.Most != nil && f.Quanta > p.Most[f.Edge] {
				return unproved("edge %d: %d quanta of %d left there and %d here", f.Edge, f.Quanta, left[to], rest)
			}
			over := p.Gain[f.Edge] - plan.Worth[i] - plan.Price[to]
			if over < 0 || over > 0 && (p.Most == nil || f.Quanta < p.Most[f.Edge]) {
				return unproved("edge %d is used, and gains %d over the prices at its ends", f.Edge, over)
			}
			rest -= f.Quanta
			left[to] -= f.Quanta
			gain += f.Quanta * p.Gain[f.Edge]
			quanta += f.Quanta
		}
		if rest > 0 && plan.Worth[i] != 0 {
			return unproved("participant %d has %d quanta left, worth %d", i, rest, plan.Worth[i])
		}
	}
	for i, rest := range left {
		if rest > 0 && plan.Price[i] != 0 {
			return unproved("intervention %d has %d quanta left, at %d", i, rest, plan.Price[i])
		}
	}
	if at != len(plan.Placed) || gain < 0 || gain != plan.Objective || quanta != plan.Quanta {
		return unproved("%d of %d placed add up to %d quanta and gain %d, not %d and %d",
			at, len(plan.Placed), quanta, gain, plan.Quanta, plan.Objective)
	}
	return nil
}

// provePrices holds every edge against the prices, and their sum against the gain.
func provePrices(p *Problem, plan *Plan) error {
	var worth sum
	for i, price := range plan.Price {
		worth.add(price, p.Capacity[i])
	}
	for i, w := range plan.Worth {
		worth.add(w, p.Supply[i])
		for e := p.First[i]; e < p.First[i+1]; e++ {
			over := p.Gain[e] - w - plan.Price[p.To[e]]
			if over <= 0 {
				continue
			}
			if p.Most == nil {
				return unproved("edge %d gains %d over the prices at its ends", e, over)
			}
			worth.add(over, p.Most[e])
		}
	}
	if worth != (sum{0, uint64(plan.Objective)}) {
		return unproved("the plan gains %d and the prices %d·2^64 + %d", plan.Objective, worth.high, worth.low)
	}
	return nil
}

// sum is of products that need not fit 64 bits.
type sum struct{ high, low uint64 }

// add adds the product of two numbers that are not below zero.
func (s *sum) add(a, b int64) {
	high, low := bits.Mul64(uint64(a), uint64(b))
	var carry uint64
	s.low, carry = bits.Add64(s.low, low, 0)
	s.high += high + carry
}
