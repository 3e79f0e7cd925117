package flow

import (
	"fmt"
	"math"
)

// Problem is one instance. Participants, interventions and edges are numbers from 0. The
// edges of participant p are First[p] up to First[p+1]; there may be several between the
// same two.
type Problem struct {
	Supply   []int64 // quanta of each participant; not all need be placed
	Capacity []int64 // free quanta of each intervention
	First    []int32 // where each participant's edges begin, and after the last where they end
	To       []int32 // the intervention of each edge
	Gain     []int64 // of one quantum along each edge; one below zero is never taken
	Most     []int64 // the most quanta along each edge; nil where supply and capacity alone decide
}

// ProblemError is a problem that is none: a programmer's mistake, or numbers too large to
// be added up exactly.
type ProblemError struct{ Because string }

func (e *ProblemError) Error() string { return "flow: " + e.Because }

func wrong(format string, args ...any) error { return &ProblemError{fmt.Sprintf(format, args...)} }

// most is how many edges, or nodes, there can be.
const most = math.MaxInt32 - 2

// room is how far from the largest whole number every sum stays.
const room = math.MaxInt64 / 8

// Check says why the problem cannot be solved, as a *ProblemError, or nil.
func (p *Problem) Check() error {
	if len(p.First) != len(p.Supply)+1 {
		return wrong("%d participants and %d beginnings of edges", len(p.Supply), len(p.First))
	}
	if len(p.Gain) != len(p.To) || p.Most != nil && len(p.Most) != len(p.To) {
		return wrong("%d edges, %d gains and %d upper bounds", len(p.To), len(p.Gain), len(p.Most))
	}
	if len(p.To) > most || len(p.Supply)+len(p.Capacity) > most {
		return wrong("more than can be numbered with 32 bits")
	}
	if p.First[0] != 0 || int(p.First[len(p.Supply)]) != len(p.To) {
		return wrong("the edges do not begin at the first and end at the last")
	}
	for i := range p.Supply {
		if p.First[i] > p.First[i+1] {
			return wrong("the edges of participant %d end before they begin", i)
		}
	}
	quanta, err := p.checkQuanta()
	if err != nil {
		return err
	}
	return p.checkEdges(quanta)
}

// checkQuanta is the sum of all quanta, or why there is none.
func (p *Problem) checkQuanta() (int64, error) {
	var sums [2]int64
	for k, all := range [][]int64{p.Supply, p.Capacity} {
		for i, n := range all {
			if n < 0 || n > room-sums[k] {
				return 0, wrong("the %s %d: %d quanta", [...]string{"supply", "capacity"}[k], i, n)
			}
			sums[k] += n
		}
	}
	return max(sums[0], sums[1], 1), nil
}

// largest is the gain that keeps each sum exact: a price is at most the sum of the gains
// along a path through the tree, and an objective is quanta times gains.
func (p *Problem) largest(quanta int64) int64 {
	nodes := int64(len(p.Supply) + len(p.Capacity) + 2)
	return min(room/quanta, room/nodes)
}

func (p *Problem) checkEdges(quanta int64) error {
	largest := p.largest(quanta)
	for e, to := range p.To {
		if to < 0 || int(to) >= len(p.Capacity) {
			return wrong("edge %d goes to intervention %d of %d", e, to, len(p.Capacity))
		}
		if g := p.Gain[e]; g > largest || g < -largest {
			return wrong("edge %d: a gain of %d cannot be reckoned with exactly here, at most %d", e, g, largest)
		}
		if p.Most != nil && p.Most[e] < 0 {
			return wrong("edge %d: at most %d quanta", e, p.Most[e])
		}
	}
	return nil
}
