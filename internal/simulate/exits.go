package simulate

import (
	"slices"

	"fotfaste/internal/followup"
)

// exitsOf001 are the 42 who were discharged there: 5 to studies, 9 to sickness or
// activity compensation, 2 to pension, 22 to work or away from the municipality, 4
// unaccounted for. How the 22 divide is this project's.
var exitsOf001 = []struct {
	kind   followup.ExitKind
	people int
}{
	{followup.Work, 9}, {followup.WorkWithSupport, 6}, {followup.ProtectedWork, 2}, {followup.Moved, 5},
	{followup.Studies, 5}, {followup.SicknessOrActivityCompensation, 9}, {followup.Pension, 2}, {followup.OtherExit, 4},
}

// shareOutExits says how each ended course ended, in the proportions of 001: who is
// oldest to pension, the ill first to compensation, the able first to work.
func (m *Municipality) shareOutExits(courses []course) {
	var ended []*course
	for i := range courses {
		if courses[i].end != 0 {
			ended = append(ended, &courses[i])
		}
	}
	weights := make([]int, len(exitsOf001))
	for i, e := range exitsOf001 {
		weights[i] = e.people
	}
	s := newStream(m.Seed, "exits", 0)
	s.Shuffle(len(ended), func(i, j int) { ended[i], ended[j] = ended[j], ended[i] })
	counts := apportion(len(ended), weights)
	give := func(kind followup.ExitKind, score func(a *Adult) int) {
		i := slices.IndexFunc(exitsOf001, func(e struct {
			kind   followup.ExitKind
			people int
		}) bool {
			return e.kind == kind
		})
		slices.SortStableFunc(ended, func(a, b *course) int {
			return score(&m.Adults[b.adult]) - score(&m.Adults[a.adult])
		})
		for _, c := range ended[:counts[i]] {
			c.exit = kind
		}
		ended = ended[counts[i]:]
	}
	// Others than the likeliest get there too.
	luck := map[*Adult]int{}
	for _, c := range ended {
		luck[&m.Adults[c.adult]] = s.between(0, 40)
	}
	ill := func(a *Adult) int { return 20*count(a.Physical) + 20*count(a.Mental) - a.AbilityHours + luck[a] }
	able := func(a *Adult) int { return a.AbilityHours - 5*len(a.Obstacles) + luck[a] }
	give(followup.Pension, func(a *Adult) int { return int(-a.Person.Birth) })
	give(followup.SicknessOrActivityCompensation, ill)
	give(followup.Work, able)
	give(followup.WorkWithSupport, able)
	give(followup.ProtectedWork, ill)
	for _, kind := range []followup.ExitKind{followup.Studies, followup.Moved, followup.OtherExit} {
		give(kind, func(*Adult) int { return 0 })
	}
}
