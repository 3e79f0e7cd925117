package matching

import (
	"cmp"
	"slices"

	"fotfaste/internal/catalogue"
)

// Worth is what more places in one intervention would bring: the plan made anew with
// them, held against the plan without.
type Worth struct {
	Opening
	Places int   // more of them
	People int   // so many more participants have something proposed
	Hours  int   // so many more hours per week are filled
	Price  int64 // points for one hour more a week, as the plan without them says
}

// Worths are the interventions in which more places help most, at most so many. The
// prices of the plan say where to look; the plan is made anew for each, since a price
// holds for the next hour and not for the next ten places.
func (p Plan) Worths(places, most int) ([]Worth, error) {
	type look struct {
		Worth
		at int
	}
	var all []look
	for i, o := range p.table.market.Openings {
		if price := p.table.prices[i]; price > 0 && o.Open && o.HoursPerPlace > 0 {
			all = append(all, look{Worth{Opening: o, Places: places, Price: price}, i})
		}
	}
	slices.SortStableFunc(all, func(a, b look) int {
		return cmp.Compare(b.Price*int64(b.HoursPerPlace), a.Price*int64(a.HoursPerPlace))
	})
	people, hours := p.table.filled()
	var worths []Worth
	for _, w := range all[:min(most, len(all))] {
		then, err := p.table.with(w.at, places*w.HoursPerPlace)
		if err != nil {
			return nil, err
		}
		p, h := then.filled()
		w.People, w.Hours = p-people, h-hours
		worths = append(worths, w.Worth)
	}
	slices.SortStableFunc(worths, func(a, b Worth) int { return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Hours, a.Hours)) })
	return worths, nil
}

// filled is how many have something, and the hours per week of all together.
func (t *table) filled() (people, hours int) {
	for _, shares := range t.shares {
		if len(shares) > 0 {
			people++
		}
		for _, s := range shares {
			hours += s.hours
		}
	}
	return people, hours
}

// Need is what the participants could use of a kind of intervention and what is free.
type Need struct {
	Kind   catalogue.Kind
	Wanted int // hours per week, had everybody what suits them best
	People int // who want them
	Free   int // hours per week that can be proposed
}

// Needs is the need of each kind against its room, of everybody who the plan is for.
func (p Plan) Needs() []Need { return p.table.needs() }

// Needs is the same for candidates to whom no plan is made.
func (m *Market) Needs(candidates []Candidate) []Need { return m.lay(candidates).needs() }

// unbounded is more hours a week than there are people to fill.
const unbounded = 1 << 30

// needs is what everybody would be proposed if nothing were full. A participant may be
// counted under several kinds.
func (t *table) needs() []Need {
	wide := *t
	wide.room = slices.Repeat([]int{unbounded}, len(t.room))
	needs := make([]Need, len(catalogue.Kinds()))
	for i, kind := range catalogue.Kinds() {
		needs[i].Kind = kind
	}
	of := func(kind catalogue.Kind) *Need { return &needs[slices.Index(catalogue.Kinds(), kind)] }
	for _, o := range t.market.Openings {
		if o.Open {
			of(o.Kind).Free += max(0, o.Free)
		}
	}
	for i := range t.candidates {
		var kinds []catalogue.Kind
		for _, s := range wide.choose(i).shares {
			kind := t.market.Openings[t.ways[i][s.way].opening].Kind
			of(kind).Wanted += s.hours
			if !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
				of(kind).People++
			}
		}
	}
	return needs
}
