package household

import (
	"slices"

	"fotfaste/internal/period"
)

// Coming is a row that begins to hold in a later month.
type Coming struct {
	Row
	Counts bool // when it begins; else a row from elsewhere comes before it
}

// ComingRows are the rows from a month after m that will hold, by the month in which each
// begins to, as far ahead as a row may begin. A row whose place another has taken from its
// first month on is none.
func ComingRows(rows []Row, m period.Month) []Coming {
	later := slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.TakenBack || r.From <= m })
	if len(later) == 0 {
		return nil
	}
	var coming []Coming
	add := func(r Row, counts bool) {
		seen := slices.ContainsFunc(coming, func(c Coming) bool { return c.ID == r.ID })
		if r.From > m && !seen {
			coming = append(coming, Coming{r, counts})
		}
	}
	for month := m + 1; month <= m.AddMonths(MonthsAhead); month++ {
		for _, line := range Lines(rows, month) {
			add(line.Counts, true)
			for _, other := range line.Others {
				add(other, false)
			}
		}
	}
	return coming
}
