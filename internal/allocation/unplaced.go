package allocation

import "fotfaste/internal/flow"

// Reason is why quanta of a participant are not placed.
type Reason string

const (
	NoQuanta Reason = "no_quanta" // the participant has none to place
	NoEdges  Reason = "no_edges"  // there is no intervention whose criteria it meets
	NoGain   Reason = "no_gain"   // none of them gains anything
	TooSmall Reason = "too_small" // none that gains has room for it, however empty
	CutOff   Reason = "cut_off"   // each is full of others, or filled by them to better effect
	NoRoom   Reason = "no_room"   // there is room for parts of it alone, where all is to be in one place
	Bounded  Reason = "bounded"   // it is wherever it gains, as much as may be there
)

// Unplaced is what is left of a participant, and why. Of a CutOff the nearest
// intervention is told, with what it gains there and the least that was enough.
// A shadow price may be what the participant itself would gain by one more quantum; only
// where Tied has somebody else been taken there with the same gain.
type Unplaced struct {
	Participant  int
	Quanta       int64
	Reason       Reason
	Intervention int // -1 where none is told
	Gain, Needed int64
	Tied         bool
}

// LeftOut says of everybody with quanta left, or without any, why. cutOff is, for each
// intervention, the gain that a quantum must have to be there: a shadow price, or the
// least gain that was taken.
func LeftOut(p *flow.Problem, made Proposal, cutOff []int64, whole bool) []Unplaced {
	quanta := made.held(p)
	least := leastOf(p, quanta)
	var all []Unplaced
	for i, supply := range p.Supply {
		left := supply
		for e := p.First[i]; e < p.First[i+1]; e++ {
			left -= quanta[e]
		}
		if left > 0 || supply == 0 {
			u := reasonFor(p, quanta, cutOff, i, left, whole)
			u.Tied = u.Reason == CutOff && u.Gain == u.Needed && least[u.Intervention].sharedWith(i, u.Gain)
			all = append(all, u)
		}
	}
	return all
}

// least is the least gain that an intervention holds, and who is held with it.
type least struct {
	gain        int64
	first, last int // participants, -1 where it holds none
}

// sharedWith tells whether somebody other than i is held with that gain, the least.
func (l least) sharedWith(i int, gain int64) bool {
	return l.first >= 0 && l.gain == gain && (l.first != i || l.last != i)
}

func leastOf(p *flow.Problem, quanta []int64) []least {
	all := make([]least, len(p.Capacity))
	for to := range all {
		all[to] = least{first: -1, last: -1}
	}
	for i := range p.Supply {
		for e := p.First[i]; e < p.First[i+1]; e++ {
			l := &all[p.To[e]]
			switch {
			case quanta[e] == 0:
			case l.first < 0 || p.Gain[e] < l.gain:
				*l = least{p.Gain[e], i, i}
			case p.Gain[e] == l.gain:
				l.last = i
			}
		}
	}
	return all
}

func reasonFor(p *flow.Problem, quanta, cutOff []int64, i int, left int64, whole bool) Unplaced {
	u := Unplaced{Participant: i, Quanta: left, Reason: NoEdges, Intervention: -1}
	if left == 0 {
		u.Reason = NoQuanta
		return u
	}
	least := int64(1)
	if whole {
		least = p.Supply[i]
	}
	for e := p.First[i]; e < p.First[i+1]; e++ {
		to := p.To[e]
		reason := CutOff
		switch {
		case p.Gain[e] <= 0:
			reason = NoGain
		case p.Capacity[to] < least || p.Most != nil && p.Most[e] < least:
			reason = TooSmall
		case p.Most != nil && quanta[e] == p.Most[e]:
			reason = Bounded
		}
		if rank[reason] > rank[u.Reason] {
			u.Reason = reason
		}
		if reason != CutOff || u.Intervention >= 0 && p.Gain[e]-cutOff[to] <= u.Gain-u.Needed {
			continue
		}
		u.Intervention, u.Gain, u.Needed = int(to), p.Gain[e], cutOff[to]
	}
	if whole && u.Gain > u.Needed {
		u.Reason = NoRoom
	}
	return u
}

// rank orders the reasons of several interventions: the last of them is told.
var rank = map[Reason]int{NoEdges: 0, NoGain: 1, TooSmall: 2, Bounded: 3, CutOff: 4}

// Taken is the least gain that was taken by each intervention that is full, and 0 for
// others.
func Taken(p *flow.Problem, made Proposal) []int64 {
	rooms := roomsOf(p, made.held(p))
	least := make([]int64, len(rooms))
	for i, r := range rooms {
		if r.free == 0 && len(r.held) > 0 {
			least[i] = r.held[0].gain
		}
	}
	return least
}

// Reasons are all of them.
func Reasons() []Reason {
	return []Reason{NoQuanta, NoEdges, NoGain, TooSmall, NoRoom, Bounded, CutOff}
}
