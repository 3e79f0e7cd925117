package attendance

import (
	"slices"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Word is whose word of a day something is.
type Word string

const (
	ByParticipant Word = "reported"
	ByProvider    Word = "confirmed"
	ByManager     Word = "settled" // the case manager
)

// Entry is a word of a day as somebody gave it at an instant. None is ever changed: a
// word given anew is an entry of its own.
type Entry struct {
	Placement ident.ID
	Day       period.Day
	Word      Word
	Status    Status
	At        time.Time
}

// KnownAt is the records of the days as they were known at the instant: of every word
// the latest one given by then. The order of the entries does not matter, since no two
// of one word, day and placement have the same instant.
func KnownAt(entries []Entry, at time.Time) []DayRecord {
	type key struct {
		placement ident.ID
		day       period.Day
	}
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b Entry) int { return a.At.Compare(b.At) })
	place := map[key]int{}
	var records []DayRecord
	for _, e := range sorted {
		if e.At.After(at) {
			break
		}
		k := key{e.Placement, e.Day}
		i, has := place[k]
		if !has {
			i = len(records)
			place[k] = i
			records = append(records, DayRecord{Placement: e.Placement, Day: e.Day})
		}
		switch e.Word {
		case ByParticipant:
			records[i].Reported = e.Status
		case ByProvider:
			records[i].Confirmed = e.Status
		case ByManager:
			records[i].Settled = e.Status
		}
	}
	return records
}
