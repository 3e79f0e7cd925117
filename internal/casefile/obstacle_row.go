package casefile

import (
	"slices"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// ObstacleRow says which main obstacle somebody has from a month on, until the month of
// the next. Nothing is overwritten: a row that was a mistake is taken back and kept.
type ObstacleRow struct {
	ID        ident.ID
	Obstacle  Obstacle
	From      period.Month
	EnteredAt time.Time
	EnteredBy string     // a name; empty for what stood before months were kept
	BackAt    *time.Time // when it was taken back, nil where it stands
	BackBy    string     // a name
}

// EarliestObstacle is the first month that a main obstacle may hold from.
var EarliestObstacle = period.MustMonth("2010-01")

// Check tells, with the fields obstacle and from, what cannot be right in a row that is
// entered in the month now after those before. What holds later is said when the month
// has come, and what holds already is not said again.
func (r ObstacleRow) Check(now period.Month, before []ObstacleRow) fault.Fields {
	var f fault.Fields
	f.Check(slices.Contains(Obstacles(), r.Obstacle), "obstacle", "casefile.obstacle_row.obstacle")
	f.Check(r.From >= EarliestObstacle && r.From <= now, "from", "casefile.obstacle_row.from", "From", EarliestObstacle, "To", now)
	if same, said := ObstacleIn(before, r.From); len(f) == 0 && said && same.Obstacle == r.Obstacle {
		f.Add("obstacle", "casefile.obstacle_row.same", "From", same.From)
	}
	return f
}

// later tells whether r holds before s where both have begun: the later month does, and
// of one month what was entered last.
func (r ObstacleRow) later(s ObstacleRow) bool {
	if r.From != s.From {
		return r.From > s.From
	}
	if !r.EnteredAt.Equal(s.EnteredAt) {
		return r.EnteredAt.After(s.EnteredAt)
	}
	return r.ID > s.ID
}

// ObstacleIn is the row that holds in the month, whatever the order of the rows; false
// where nobody has said.
func ObstacleIn(rows []ObstacleRow, month period.Month) (row ObstacleRow, said bool) {
	for _, r := range rows {
		if r.BackAt == nil && r.From <= month && (!said || r.later(row)) {
			row, said = r, true
		}
	}
	return row, said
}
