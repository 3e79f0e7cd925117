package matching

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
)

// crowd is a small municipality: participants on two steps, interventions of different
// sizes and needs.
func crowd(t *rapid.T) (*Market, []Candidate) {
	var openings []Opening
	for i := range rapid.IntRange(1, 3).Draw(t, "interventions") {
		o := workshop(ident.ID(fmt.Sprint("w", i)))
		o.Free = rapid.IntRange(0, 12).Draw(t, "free")
		o.HoursFrom = rapid.IntRange(1, 4).Draw(t, "from")
		o.HoursTo = rapid.IntRange(o.HoursFrom, 6).Draw(t, "to")
		o.StepFrom, o.StepTo = rapid.IntRange(2, 3).Draw(t, "step"), 4
		o.Kind = rapid.SampledFrom(catalogue.Kinds()).Draw(t, "kind")
		o.Evidence = rapid.SampledFrom([]catalogue.Evidence{"", "ips", "osa"}).Draw(t, "card")
		if rapid.Bool().Draw(t, "kept") {
			o.Kept = Kept{Hours: rapid.IntRange(1, 4).Draw(t, "kept hours"), For: map[ident.ID]bool{"p0": true, "p2": true}}
		}
		openings = append(openings, o)
	}
	var people []Candidate
	for i := range rapid.IntRange(1, 4).Draw(t, "participants") {
		c := anna()
		step := rapid.IntRange(2, 3).Draw(t, "own step")
		c.Case, c.Facts.Step = ident.ID(fmt.Sprint("p", i)), &step
		c.Hours = rapid.IntRange(0, 6).Draw(t, "hours")
		c.Parallel = rapid.IntRange(0, 3).Draw(t, "parallel")
		c.IdleFor = rapid.IntRange(0, 60).Draw(t, "idle")
		if rapid.Bool().Draw(t, "busy") {
			c.Running = []plan.Track{plan.Work}
		}
		people = append(people, c)
	}
	return NewMarket(today, openings, Standard()), people
}

// Whatever is proposed can be had, all at once: nobody beyond their hours or in too many,
// no intervention beyond its room or below what it needs of one person, kept hours for
// those they are kept for, and nobody is forgotten.
func TestAPlanCanBeCarriedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		market, people := crowd(t)
		plan, err := market.Propose(people)
		if err != nil {
			t.Fatal(err)
		}
		used, outsiders := map[ident.ID]int{}, map[ident.ID]int{}
		gain := int64(0)
		for _, p := range plan.Proposals {
			if p.Placed() > p.Hours || p.Placed() == 0 || p.Parallel+len(p.Parts) > MostParallel {
				t.Fatalf("%s: %d of %d hours in %d places beside %d", p.Case, p.Placed(), p.Hours, len(p.Parts), p.Parallel)
			}
			for _, part := range p.Parts {
				if part.Hours < part.HoursFrom || part.Hours > part.HoursTo || part.Outcome != catalogue.Met || part.Gain <= 0 {
					t.Fatalf("%s: %d hours in %s", p.Case, part.Hours, part.ID)
				}
				used[part.ID] += part.Hours
				if !part.Kept.For[p.Case] {
					outsiders[part.ID] += part.Hours
				}
				gain += int64(part.Hours) * int64(part.Gain)
			}
		}
		for _, o := range market.Openings {
			if used[o.ID] > o.Free+o.Kept.Hours || outsiders[o.ID] > o.Free {
				t.Fatalf("%s: %d hours of %d and %d kept, others %d", o.ID, used[o.ID], o.Free, o.Kept.Hours, outsiders[o.ID])
			}
		}
		if gain != plan.Gain || gain > plan.Bound || len(plan.Proposals)+len(plan.Left) != len(people) {
			t.Fatalf("gain %d told as %d, bound %d, %d and %d of %d people", gain, plan.Gain, plan.Bound, len(plan.Proposals), len(plan.Left), len(people))
		}
		for _, l := range plan.Left {
			if (l.Outbid == nil) == (l.Why.Count == 0) {
				t.Fatalf("%s: %+v %+v", l.Case, l.Why, l.Outbid)
			}
		}
	})
}

// What more room is worth is what a plan made from the start with it has more.
func TestWorthIsThePlanMadeAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		market, people := crowd(t)
		plan, err := market.Propose(people)
		if err != nil {
			t.Fatal(err)
		}
		at, hours := rapid.IntRange(0, len(market.Openings)-1).Draw(t, "opening"), rapid.IntRange(1, 12).Draw(t, "more")
		more, err := plan.table.with(at, hours)
		if err != nil {
			t.Fatal(err)
		}
		market.Openings[at].Free += hours
		anew, err := market.Propose(people)
		if err != nil || more.total() != anew.Gain || more.bound != anew.Bound {
			t.Fatalf("with more room %d of at most %d, made anew %d of %d, %v", more.total(), more.bound, anew.Gain, anew.Bound, err)
		}
	})
}

// best is the most points that any plan can have, by trying them all.
func best(t *table, i int) int {
	if i == len(t.candidates) {
		return 0
	}
	slots := MostParallel - t.candidates[i].Parallel
	top := 0
	var try func(at, slots, hours, gain int)
	try = func(at, slots, hours, gain int) {
		if at == len(t.ways[i]) {
			top = max(top, gain+best(t, i+1))
			return
		}
		try(at+1, slots, hours, gain)
		w := t.ways[i][at]
		for x := max(1, t.market.Openings[w.opening].HoursFrom); slots > 0 && x <= min(hours, t.room[w.node], t.market.Openings[w.opening].HoursTo); x++ {
			t.room[w.node] -= x
			try(at+1, slots-1, hours-x, gain+x*w.gain)
			t.room[w.node] += x
		}
	}
	try(0, slots, t.candidates[i].Hours, 0)
	return top
}

// The bound is one, and where nothing had to be repaired the plan is the best there is.
func TestTheBoundIsABound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		market, people := crowd(t)
		for i := range market.Openings {
			market.Openings[i].Kept = Kept{}
		}
		people = people[:min(3, len(people))]
		plan, err := market.Propose(people)
		if err != nil {
			t.Fatal(err)
		}
		most := int64(best(market.lay(people), 0))
		if plan.Gain > most || most > plan.Bound {
			t.Fatalf("the plan %d, the best %d, the bound %d", plan.Gain, most, plan.Bound)
		}
	})
}

func TestWhoIsLeftIsToldWhy(t *testing.T) {
	first, second, excluded := anna(), anna(), anna()
	first.Case, first.IdleFor = "first", 10
	second.Case = "second"
	excluded.Case, excluded.Facts.Step = "excluded", new(int)
	o := workshop("w")
	o.Free = 20
	plan, err := NewMarket(today, []Opening{o}, Standard()).Propose([]Candidate{excluded, second, first})
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Proposals) != 1 || plan.Proposals[0].Case != "first" || plan.Hours != 20 || plan.Short() != 0 {
		t.Errorf("who has waited longest: %+v", plan.Proposals)
	}
	if l := plan.Left[0]; l.Case != "excluded" || l.Why.Criterion != catalogue.ByStep || l.Why.Among != catalogue.NotMet {
		t.Errorf("excluded: %+v", l.Why)
	}
	if l := plan.Left[1]; l.Case != "second" || l.Outbid == nil || l.Outbid.ID != "w" {
		t.Errorf("outbid: %+v", l)
	}
}
