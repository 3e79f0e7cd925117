package allocation

import (
	"cmp"
	"math"
	"slices"

	"fotfaste/internal/flow"
)

// Envy is how many have cause to feel passed over.
type Envy struct {
	Participants int `json:"participants"` // who have it of at least one intervention
	Pairs        int `json:"pairs"`        // of participant and intervention
}

// JustifiedEnvy counts it in any proposal. A participant has cause to envy an intervention
// where a quantum of it would gain more than its worst quantum does now (one that is not
// placed gains nothing), and the intervention has a free quantum, or holds one of somebody
// who gains less there. Equal gains are no cause.
//
// Where everybody is to be whole it is all of the participant's quanta that would have to
// have room there, free or held by those who gain less.
func JustifiedEnvy(p *flow.Problem, made Proposal, whole bool) Envy {
	quanta := made.held(p)
	rooms := roomsOf(p, quanta)
	var envy Envy
	for i, supply := range p.Supply {
		if supply == 0 {
			continue
		}
		worst := worstOf(p, quanta, i)
		need := int64(1)
		if whole {
			need = supply
		}
		pairs := 0
		for e := p.First[i]; e < p.First[i+1]; e++ {
			if p.Most != nil && quanta[e]+need > p.Most[e] {
				continue
			}
			if p.Gain[e] > worst && rooms[p.To[e]].below(p.Gain[e]) >= need {
				pairs++
			}
		}
		envy.Pairs += pairs
		if pairs > 0 {
			envy.Participants++
		}
	}
	return envy
}

// worstOf is the gain of the worst quantum of a participant.
func worstOf(p *flow.Problem, quanta []int64, i int) int64 {
	worst, left := int64(math.MaxInt64), p.Supply[i]
	for e := p.First[i]; e < p.First[i+1]; e++ {
		if quanta[e] > 0 {
			worst = min(worst, p.Gain[e])
			left -= quanta[e]
		}
	}
	if left > 0 {
		return 0
	}
	return worst
}

// held is quanta that gain so much each in an intervention.
type held struct{ gain, quanta int64 }

// room is what an intervention has for somebody who gains more: what is free, and what
// others hold, by gain; quanta are those of all that gain no more.
type room struct {
	free int64
	held []held
}

func roomsOf(p *flow.Problem, quanta []int64) []room {
	rooms := make([]room, len(p.Capacity))
	for i, capacity := range p.Capacity {
		rooms[i].free = capacity
	}
	for e, n := range quanta {
		if n > 0 {
			r := &rooms[p.To[e]]
			r.free -= n
			r.held = append(r.held, held{p.Gain[e], n})
		}
	}
	for i := range rooms {
		h := rooms[i].held
		slices.SortFunc(h, func(a, b held) int { return cmp.Compare(a.gain, b.gain) })
		for k := 1; k < len(h); k++ {
			h[k].quanta += h[k-1].quanta
		}
	}
	return rooms
}

// below is how many quanta are free, or gain less than that.
func (r room) below(gain int64) int64 {
	at, _ := slices.BinarySearchFunc(r.held, gain, func(h held, gain int64) int { return cmp.Compare(h.gain, gain) })
	if at == 0 {
		return r.free
	}
	return r.free + r.held[at-1].quanta
}
