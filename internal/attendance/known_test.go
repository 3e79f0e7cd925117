package attendance_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/attendance"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// What is known at an instant is what stands after the words given by then have been
// written over one another in their order, in whatever order they are read.
func TestKnownAtIsWhatWasWrittenByThen(t *testing.T) {
	start := period.MustDay("2026-08-03").Time()
	rapid.Check(t, func(t *rapid.T) {
		type key struct {
			placement ident.ID
			day       period.Day
		}
		var entries []attendance.Entry
		n := rapid.IntRange(0, 30).Draw(t, "words")
		until := rapid.IntRange(-1, n).Draw(t, "until")
		want := map[key]attendance.DayRecord{}
		for i := range n {
			e := attendance.Entry{
				Placement: rapid.SampledFrom([]ident.ID{"a", "b"}).Draw(t, "placement"),
				Day:       period.MustDay("2026-08-03").AddDays(rapid.IntRange(0, 2).Draw(t, "day")),
				Word:      rapid.SampledFrom([]attendance.Word{attendance.ByParticipant, attendance.ByProvider, attendance.ByManager}).Draw(t, "word"),
				Status:    rapid.SampledFrom(attendance.Statuses()).Draw(t, "status"),
				At:        start.Add(time.Duration(i) * time.Second),
			}
			entries = append(entries, e)
			if i > until {
				continue
			}
			r := want[key{e.Placement, e.Day}]
			r.Placement, r.Day = e.Placement, e.Day
			switch e.Word {
			case attendance.ByParticipant:
				r.Reported = e.Status
			case attendance.ByProvider:
				r.Confirmed = e.Status
			default:
				r.Settled = e.Status
			}
			want[key{e.Placement, e.Day}] = r
		}
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1))
		random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		before := slices.Clone(entries)
		got := attendance.KnownAt(entries, start.Add(time.Duration(until)*time.Second))
		if !slices.Equal(before, entries) {
			t.Fatal("the entries were moved")
		}
		if len(got) != len(want) {
			t.Fatalf("%d records, want %d", len(got), len(want))
		}
		for _, r := range got {
			if want[key{r.Placement, r.Day}] != r {
				t.Fatalf("%+v, want %+v", r, want[key{r.Placement, r.Day}])
			}
		}
	})
}
