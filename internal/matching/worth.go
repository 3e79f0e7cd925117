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
func (m *Market) Worths(candidates []Candidate, places, most int) ([]Worth, error) {
	now, err := m.solve(candidates)
	if err != nil {
		return nil, err
	}
	var all []Worth
	for i, o := range m.Openings {
		if now.prices[i] > 0 && o.Open && o.HoursPerPlace > 0 {
			all = append(all, Worth{Opening: o, Places: places, Price: now.prices[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b Worth) int {
		return cmp.Compare(b.Price*int64(b.HoursPerPlace), a.Price*int64(a.HoursPerPlace))
	})
	all = all[:min(most, len(all))]
	people, hours := now.filled()
	for k := range all {
		more := *m
		more.Openings = slices.Clone(m.Openings)
		at := slices.IndexFunc(more.Openings, func(o Opening) bool { return o.ID == all[k].ID })
		more.Openings[at].Free += places * all[k].HoursPerPlace
		then, err := more.solve(candidates)
		if err != nil {
			return nil, err
		}
		p, h := then.filled()
		all[k].People, all[k].Hours = p-people, h-hours
	}
	slices.SortStableFunc(all, func(a, b Worth) int { return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Hours, a.Hours)) })
	return all, nil
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

// Needs is the need of each kind against its room: what everybody would be proposed if
// nothing were full. A participant may be counted under several kinds.
func (m *Market) Needs(candidates []Candidate) []Need {
	wide := *m
	wide.Openings = slices.Clone(m.Openings)
	for i := range wide.Openings {
		wide.Openings[i].Free = 1 << 30
	}
	t := wide.lay(candidates)
	needs := make([]Need, len(catalogue.Kinds()))
	for i, kind := range catalogue.Kinds() {
		needs[i].Kind = kind
	}
	of := func(kind catalogue.Kind) *Need { return &needs[slices.Index(catalogue.Kinds(), kind)] }
	for _, o := range m.Openings {
		if o.Open {
			of(o.Kind).Free += max(0, o.Free)
		}
	}
	for i := range candidates {
		var kinds []catalogue.Kind
		for _, s := range t.choose(i).shares {
			kind := m.Openings[t.ways[i][s.way].opening].Kind
			of(kind).Wanted += s.hours
			if !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
				of(kind).People++
			}
		}
	}
	return needs
}
