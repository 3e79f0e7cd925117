package plan

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/period"
)

func TestPlannedHoursCountBothEnds(t *testing.T) {
	p := whole()
	for _, c := range []struct {
		on   string
		want int
	}{
		{"2026-03-01", 0},
		{"2026-03-02", 30},
		{"2026-04-01", 32},
		{"2026-06-12", 32},
		{"2026-06-13", 22},
		{"2026-06-30", 22},
		{"2026-08-30", 20},
		{"2026-08-31", 0},
	} {
		if got := p.PlannedHours(period.MustDay(c.on)); got != c.want {
			t.Errorf("%s: %d hours, want %d", c.on, got, c.want)
		}
	}
}

func TestAPlanThatBeginsLaterIsFilledAlready(t *testing.T) {
	p := whole()
	for _, c := range []struct {
		on     string
		filled int
		turn   string
	}{
		{"2026-01-15", 30, "2026-03-02"}, // nothing has begun
		{"2026-03-02", 30, "2026-04-01"},
		{"2026-06-12", 32, "2026-06-13"},
		{"2026-08-30", 20, "2026-08-31"},
		{"2026-08-31", 0, ""}, // all of it is over
	} {
		on := period.MustDay(c.on)
		if got := p.FilledHours(on); got != c.filled {
			t.Errorf("%s: %d hours, want %d", c.on, got, c.filled)
		}
		turn, found := p.NextTurn(on)
		if found != (c.turn != "") || found && turn.String() != c.turn {
			t.Errorf("%s: next turn %s (%t), want %q", c.on, turn, found, c.turn)
		}
	}
}

func TestEmptyTracksAreThoseWithNothingOnTheDay(t *testing.T) {
	p := whole()
	if got, want := p.EmptyTracks(period.MustDay("2026-03-02")), []Track{Health, SocialEconomy}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCoverage(t *testing.T) {
	on := period.MustDay("2026-03-02") // 30 hours planned
	for _, c := range []struct {
		name    string
		plan    Plan
		ability *int
		cover   Cover
		missing int
		full    bool
	}{
		{"not assessed", whole(), nil, UnknownCover, 0, false},
		{"able to more", whole(), hours(40), PartlyCovered, 10, false},
		{"exactly", whole(), hours(30), FullyCovered, 0, true},
		{"planned beyond ability", whole(), hours(20), OverCovered, 0, true},
		{"nothing planned", Plan{}, hours(10), NotCovered, 10, false},
		{"nothing planned and no ability yet", Plan{}, hours(0), FullyCovered, 0, true},
	} {
		got := c.plan.Coverage(on, c.ability)
		if got.Cover() != c.cover || got.Missing != c.missing || got.IsFullTime() != c.full {
			t.Errorf("%s: %s, missing %d, full %v; want %s, %d, %v",
				c.name, got.Cover(), got.Missing, got.IsFullTime(), c.cover, c.missing, c.full)
		}
	}
}

func TestPeakIsTheFullestDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		day, most := period.Day(0), 0
		for d := newYear; d <= newYear.AddDays(130); d++ {
			if h := p.PlannedHours(d); h > most {
				day, most = d, h
			}
		}
		if on, h := p.Peak(); on != day || h != most {
			t.Fatalf("peak %s %d, day by day %s %d", on, h, day, most)
		}
	})
}

func TestTracksAddUpToThePlannedHours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		on := newYear.AddDays(rapid.IntRange(0, 120).Draw(t, "day"))
		sum := 0
		for h := range maps.Values(p.HoursByTrack(on)) {
			sum += h
		}
		if want := p.PlannedHours(on); sum != want {
			t.Fatalf("tracks sum to %d, plan is %d", sum, want)
		}
	})
}
