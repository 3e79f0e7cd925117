package clock

import (
	"sync"
	"time"
	_ "time/tzdata" // the binary carries its own time zones

	"fotfaste/internal/period"
)

// Clock tells the time. Every instant is in UTC.
type Clock interface{ Now() time.Time }

// Stockholm is the zone in which the programme's days begin and end.
var Stockholm = mustZone("Europe/Stockholm")

// Today is the calendar day in Sweden at the clock's instant.
func Today(c Clock) period.Day { return DayOf(c.Now()) }

// DayOf is the calendar day in Sweden at the instant t.
func DayOf(t time.Time) period.Day {
	y, m, d := t.In(Stockholm).Date()
	return period.Date(y, int(m), d)
}

// StartOf is the instant at which the day begins in Sweden.
func StartOf(d period.Day) time.Time {
	y, m, n := d.Date()
	return time.Date(y, time.Month(m), n, 0, 0, 0, 0, Stockholm).UTC()
}

// System is the machine's own clock.
type System struct{}

// Now is the machine's time in UTC, to the microsecond that both database
// engines can hold.
func (System) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Travelling is a clock that runs at the pace of another but can be moved. The
// demo uses it to let a visitor see the programme a week or three months on;
// tests use it over Fixed to stand still.
type Travelling struct {
	base Clock

	mu     sync.Mutex
	offset time.Duration
}

// NewTravelling starts a travelling clock that shows the instant at first.
func NewTravelling(base Clock, at time.Time) *Travelling {
	return &Travelling{base: base, offset: at.Sub(base.Now())}
}

// Now is the moved time.
func (t *Travelling) Now() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.base.Now().Add(t.offset).UTC()
}

// Forward moves the clock by d. It never moves backwards: what is stored has
// already happened.
func (t *Travelling) Forward(d time.Duration) {
	if d < 0 {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.offset += d
}

// Fixed is a clock that stands still.
type Fixed time.Time

// Now is always the same instant.
func (f Fixed) Now() time.Time { return time.Time(f).UTC() }

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // cannot happen: the zone data is compiled in
	}
	return zone
}
