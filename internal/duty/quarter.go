package duty

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Quarter is three calendar months from January, April, July or October.
type Quarter struct{ First period.Month }

// QuarterOf is the quarter of the month.
func QuarterOf(month period.Month) Quarter {
	_, number := month.YearMonth()
	return Quarter{First: month.AddMonths(-((number - 1) % 3))}
}

// ErrNotAQuarter is returned for text that is not a quarter.
var ErrNotAQuarter = errors.New("not a quarter written as 2026Q4")

// writtenQuarter takes Q and, as Swedish has it, K.
var writtenQuarter = regexp.MustCompile(`^(\d{4})-?[QqKk]([1-4])$`)

// ParseQuarter reads "2026Q4", "2026-Q4" or "2026K4".
func ParseQuarter(text string) (Quarter, error) {
	parts := writtenQuarter.FindStringSubmatch(text)
	if parts == nil || parts[1] == "0000" {
		return Quarter{}, ErrNotAQuarter
	}
	year, _ := strconv.Atoi(parts[1]) // four digits
	return Quarter{First: period.MonthOf(year, 3*int(parts[2][0]-'1')+1)}, nil
}

// String is the quarter as "2026Q4".
func (q Quarter) String() string {
	year, number := q.First.YearMonth()
	return fmt.Sprintf("%04dQ%d", year, 1+number/3)
}

// Last is the last month of the quarter.
func (q Quarter) Last() period.Month { return q.First.AddMonths(2) }

// Has tells whether the month is in the quarter.
func (q Quarter) Has(month period.Month) bool {
	return month >= q.First && month <= q.Last()
}

// PersonMonth is what happened to one person under the requirement in one month.
type PersonMonth struct {
	Person   ident.ID
	Month    period.Month
	Gender   person.Gender     // unstated where nobody has said
	Obstacle casefile.Obstacle // main obstacle, empty where nobody has said
	Assigned bool              // to an activity
	Reduced  bool              // assistance, for who did not take part
	Denied   bool              // likewise
}

// TwiceError says that one person has two rows for one month.
type TwiceError struct {
	Person ident.ID
	Month  period.Month
}

func (e *TwiceError) Error() string {
	return fmt.Sprintf("two rows for %s in %s", e.Person, e.Month)
}

// Count is how many persons of the quarter had a main obstacle, and what happened to
// them. Somebody counts once in each, whatever the number of months.
type Count struct {
	Obstacle casefile.Obstacle `json:"obstacle"` // empty: nobody has said
	Persons  int               `json:"persons"`
	Assigned int               `json:"assigned"`
	Reduced  int               `json:"reduced"`
	Denied   int               `json:"denied"`
	Women    Tally             `json:"women"`
	Men      Tally             `json:"men"`
}

// Tally is what of a Count is of one gender. Those whose gender is unstated are in the
// Count alone.
type Tally struct {
	Persons  int `json:"persons"`
	Assigned int `json:"assigned"`
	Reduced  int `json:"reduced"`
	Denied   int `json:"denied"`
}

// Report is the counts of the quarter: a line for each main obstacle in the order in
// which they are reported, with those of whom nobody has said it last, and the sum. A
// person is reported by the obstacle of the latest month. Months of other quarters are
// left out. It returns a *TwiceError where a person has a month twice.
func Report(quarter Quarter, rows []PersonMonth) (lines []Count, sum Count, err error) {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b PersonMonth) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Month, b.Month))
	})
	order := append(casefile.Obstacles(), "")
	lines = make([]Count, len(order))
	for i, obstacle := range order {
		lines[i].Obstacle = obstacle
	}
	for i := 0; i < len(sorted); {
		person, seen := sorted[i].Person, PersonMonth{}
		within := false
		for first := i; i < len(sorted) && sorted[i].Person == person; i++ {
			row := sorted[i]
			if i > first && sorted[i-1].Month == row.Month {
				return nil, Count{}, &TwiceError{Person: person, Month: row.Month}
			}
			if !quarter.Has(row.Month) {
				continue
			}
			within = true
			seen.Assigned, seen.Reduced, seen.Denied = seen.Assigned || row.Assigned, seen.Reduced || row.Reduced, seen.Denied || row.Denied
			seen.Obstacle, seen.Gender = row.Obstacle, row.Gender
		}
		if !within {
			continue
		}
		at := slices.Index(order, seen.Obstacle)
		if at < 0 {
			at = len(order) - 1
		}
		lines[at].add(seen)
		sum.add(seen)
	}
	return lines, sum, nil
}

func (c *Count) add(p PersonMonth) {
	all := Tally{c.Persons, c.Assigned, c.Reduced, c.Denied}
	all.add(p)
	c.Persons, c.Assigned, c.Reduced, c.Denied = all.Persons, all.Assigned, all.Reduced, all.Denied
	switch p.Gender {
	case person.Woman:
		c.Women.add(p)
	case person.Man:
		c.Men.add(p)
	}
}

func (t *Tally) add(p PersonMonth) {
	t.Persons++
	for _, happened := range []struct {
		is    bool
		count *int
	}{{p.Assigned, &t.Assigned}, {p.Reduced, &t.Reduced}, {p.Denied, &t.Denied}} {
		if happened.is {
			*happened.count++
		}
	}
}
