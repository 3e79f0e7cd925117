package simulate

import (
	"cmp"
	"errors"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// ErrCaseload is returned where there are too few case managers for the cases.
var ErrCaseload = errors.New("no case manager has room for one case more")

// shareOfChanges is how many cases in a hundred get another case manager.
const shareOfChanges = 9

type turn int

const (
	released turn = iota // before others take on, so that the room is seen
	changed
	assigned
)

type turning struct {
	day  period.Day
	turn turn
	c    *course
}

// shareOutManagers gives every granted case a case manager, so that nobody has more
// active cases than the limit on any day.
func (m *Municipality) shareOutManagers(courses []course) error {
	limit, err := law.Sweden().CaseloadLimit(m.Today)
	if err != nil {
		return err
	}
	s := newStream(m.Seed, "managers", 0)
	var turns []turning
	for i := range courses {
		c := &courses[i]
		if c.decided == 0 || c.state == "refused" {
			continue
		}
		turns = append(turns, turning{c.decided, assigned, c})
		last := m.Today
		if c.end != 0 {
			turns = append(turns, turning{c.end, released, c})
			last = c.end
		}
		if from := c.start.AddDays(30); c.start != 0 && from < last && s.chance(shareOfChanges/100.0) {
			turns = append(turns, turning{workdayBefore(s.dayIn(from, last)), changed, c})
		}
	}
	slices.SortStableFunc(turns, func(a, b turning) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.turn, b.turn))
	})
	load := make([]int, len(m.withRole(access.CaseManager)))
	for _, t := range turns {
		if t.turn != assigned {
			now := &t.c.tenures[len(t.c.tenures)-1]
			load[now.manager]--
			if t.turn == released {
				continue // stays the case manager through the follow-up
			}
			now.to = t.day.AddDays(-1)
		}
		next, ok := choose(s, load, limit.Value, t.c)
		if !ok {
			return ErrCaseload
		}
		load[next]++
		t.c.tenures = append(t.c.tenures, tenure{manager: next, from: t.day})
	}
	return nil
}

// choose takes the less loaded of two case managers drawn at random, or the least
// loaded of all where both are full. Nobody follows themselves.
func choose(s stream, load []int, limit int, c *course) (int, bool) {
	before := -1
	if n := len(c.tenures); n > 0 {
		before = c.tenures[n-1].manager
	}
	best := -1
	consider := func(i int) {
		if i != before && load[i] < limit && (best < 0 || load[i] < load[best]) {
			best = i
		}
	}
	consider(s.IntN(len(load)))
	consider(s.IntN(len(load)))
	if best < 0 {
		for i := range load {
			consider(i)
		}
	}
	return best, best >= 0
}
