package placement

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func waiting(id ident.ID, p Priority, hours, minutes int) Waiting {
	return Waiting{Placement: id, Priority: p, Hours: hours, QueuedAt: noon.Add(time.Duration(minutes) * time.Minute)}
}

func TestEachPositionIsExplained(t *testing.T) {
	queue := Queue([]Waiting{
		waiting("late", Ordinary, 10, 30),
		waiting("early", Ordinary, 10, 10),
		waiting("ahead", Precedence, 40, 50),
		waiting("first ahead", Precedence, 20, 40),
		waiting("b, same time", Ordinary, 10, 60),
		waiting("a, same time", Ordinary, 10, 60),
	})
	want := []struct {
		id                 ident.ID
		precedence, longer int
	}{
		{"first ahead", 0, 0},
		{"ahead", 0, 1},
		{"early", 2, 0},
		{"late", 2, 1},
		{"a, same time", 2, 2},
		{"b, same time", 2, 3},
	}
	for i, w := range want {
		p := queue[i]
		if p.Placement != w.id || p.Number != i+1 || p.Precedence != w.precedence || p.LongerSince != w.longer {
			t.Errorf("%d: %+v, want %+v", i+1, p, w)
		}
	}
	if first, behind := queue[0].Text().Key, queue[1].Text().Key; first != "placement.queue.first" || behind != "placement.queue.behind" {
		t.Errorf("texts %s, %s", first, behind)
	}
}

// The order does not depend on how the list was read; those before anybody are
// counted in full; and nobody gets a worse place by somebody leaving.
func TestTheQueueIsOneOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.StringMatching("[a-z]{3}"), 1, 12, rapid.ID[string]).Draw(t, "ids")
		var list []Waiting
		for _, id := range ids {
			list = append(list, waiting(ident.ID(id), rapid.SampledFrom(Priorities()).Draw(t, "priority"), 10,
				rapid.IntRange(0, 5).Draw(t, "minutes")))
		}
		queue := Queue(list)
		if again := Queue(rapid.Permutation(list).Draw(t, "another order")); !slices.Equal(queue, again) {
			t.Fatalf("%v\n%v", queue, again)
		}
		for i, p := range queue {
			if p.Number != i+1 || p.Precedence+p.LongerSince != i {
				t.Fatalf("%d: %+v", i, p)
			}
		}
		gone := rapid.IntRange(0, len(list)-1).Draw(t, "who leaves")
		number := map[ident.ID]int{}
		for _, p := range queue {
			number[p.Placement] = p.Number
		}
		for _, p := range Queue(slices.Delete(slices.Clone(list), gone, gone+1)) {
			if p.Number > number[p.Placement] {
				t.Fatalf("%s went from %d to %d", p.Placement, number[p.Placement], p.Number)
			}
		}
	})
}
