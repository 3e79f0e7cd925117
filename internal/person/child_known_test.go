package person_test

import (
	"slices"
	"testing"
	"time"

	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

func TestChildrenKnownAt(t *testing.T) {
	start := period.MustDay("2026-08-03").Time()
	hour := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	anna := person.Child{ID: "a", Birth: period.MustDay("2016-05-04"), Custody: period.MustSpan("2016-05-04", "2034-05-03")}
	bo := person.Child{ID: "b", Birth: period.MustDay("2012-01-01"), Custody: period.MustSpan("2012-01-01", "2029-12-31")}
	ended := anna
	ended.Custody.To = period.MustDay("2026-06-30")
	entries := []person.ChildEntry{ // not in order of time
		{Child: bo, At: hour(4), Removed: true},
		{Child: ended, At: hour(3)},
		{Child: anna, At: hour(1)},
		{Child: bo, At: hour(2)},
	}
	for _, c := range []struct {
		at   time.Time
		want []person.Child
	}{
		{hour(1).Add(-time.Microsecond), nil},
		{hour(1), []person.Child{anna}},
		{hour(2), []person.Child{anna, bo}},
		{hour(3), []person.Child{ended, bo}},
		{hour(4), []person.Child{ended}},
		{hour(400), []person.Child{ended}},
	} {
		if got := person.ChildrenKnownAt(entries, c.at); !slices.Equal(got, c.want) {
			t.Errorf("at %s: %+v, want %+v", c.at, got, c.want)
		}
	}
}
