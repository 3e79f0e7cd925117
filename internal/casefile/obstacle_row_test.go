package casefile

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

func TestTheObstacleOfAMonth(t *testing.T) {
	at := func(minute int) time.Time { return time.Date(2026, 11, 2, 9, minute, 0, 0, time.UTC) }
	back := at(30)
	rows := []ObstacleRow{
		{ID: "c", Obstacle: NoChildcare, From: period.MustMonth("2026-11"), EnteredAt: at(3), BackAt: &back},
		{ID: "b", Obstacle: SocialReasons, From: period.MustMonth("2026-10"), EnteredAt: at(2)},
		{ID: "a", Obstacle: UnemployedNoBenefit, From: period.MustMonth("2026-08"), EnteredAt: at(4)},
		{ID: "d", Obstacle: SickNoBenefit, From: period.MustMonth("2026-10"), EnteredAt: at(5)},
	}
	for month, want := range map[string]Obstacle{"2026-07": "", "2026-08": UnemployedNoBenefit, "2026-09": UnemployedNoBenefit,
		"2026-10": SickNoBenefit, "2026-11": SickNoBenefit, "2027-05": SickNoBenefit} {
		if row, said := ObstacleIn(rows, period.MustMonth(month)); row.Obstacle != want || said != (want != "") {
			t.Errorf("%s: %q, want %q", month, row.Obstacle, want)
		}
	}
}

// The order of the rows does not matter, and a row that is taken back is as if it had
// never been.
func TestTheObstacleIsTheSameInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		back := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
		var rows, standing []ObstacleRow
		for i := range rapid.IntRange(0, 6).Draw(t, "rows") {
			r := ObstacleRow{ID: ident.ID(rune('a' + i)), Obstacle: rapid.SampledFrom(Obstacles()).Draw(t, "obstacle"),
				From:      period.MustMonth("2026-01").AddMonths(rapid.IntRange(0, 5).Draw(t, "from")),
				EnteredAt: back.Add(-time.Duration(rapid.IntRange(1, 3).Draw(t, "hours")) * time.Hour)}
			if rapid.Bool().Draw(t, "mistake") {
				r.BackAt = &back
			} else {
				standing = append(standing, r)
			}
			rows = append(rows, r)
		}
		month := period.MustMonth("2026-01").AddMonths(rapid.IntRange(-1, 6).Draw(t, "month"))
		want, said := ObstacleIn(standing, month)
		got, is := ObstacleIn(rapid.Permutation(rows).Draw(t, "other order"), month)
		if is != said || got.ID != want.ID {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}

func TestAnObstacleThatCannotBe(t *testing.T) {
	now := period.MustMonth("2026-11")
	before := []ObstacleRow{{ID: "a", Obstacle: SickNoBenefit, From: now - 1}}
	for name, c := range map[string]struct {
		row    ObstacleRow
		fields int
	}{
		"this month":        {ObstacleRow{Obstacle: SocialReasons, From: now}, 0},
		"long ago":          {ObstacleRow{Obstacle: NoObstacle, From: EarliestObstacle}, 0},
		"next month":        {ObstacleRow{Obstacle: SocialReasons, From: now + 1}, 1},
		"before all":        {ObstacleRow{Obstacle: SocialReasons, From: EarliestObstacle - 1}, 1},
		"nothing at all":    {ObstacleRow{}, 2},
		"the same again":    {ObstacleRow{Obstacle: SickNoBenefit, From: now}, 1},
		"the one before it": {ObstacleRow{Obstacle: SickNoBenefit, From: now - 2}, 0},
		"no such obstacle":  {ObstacleRow{Obstacle: "laziness", From: now}, 1},
	} {
		if f := c.row.Check(now, before); len(f) != c.fields {
			t.Errorf("%s: %+v", name, f)
		}
	}
}
