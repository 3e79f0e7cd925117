package steering

import (
	"slices"

	"fotfaste/internal/fault"
)

// LeastGroup is the smallest number of persons that a cross table shows.
const LeastGroup = 5

// Cell is a number of a cross table, or that it is withheld.
type Cell struct {
	Persons  int // 0 when withheld
	Withheld bool
}

// Cross is a cross table as it may be shown. Below the rows stands a row of sums,
// after the columns a column of sums.
type Cross struct {
	Cells      [][]Cell // row, column
	RowSums    []Cell
	ColumnSums []Cell
	Sum        Cell
}

// AnyWithheld tells whether anything is withheld, so that the page says why.
func (c Cross) AnyWithheld() bool {
	for _, row := range append(append([][]Cell{}, c.Cells...), c.RowSums, c.ColumnSums) {
		for _, cell := range row {
			if cell.Withheld {
				return true
			}
		}
	}
	return c.Sum.Withheld
}

// Sums says what may be done with the sums of the rows.
type Sums bool

const (
	// SumsToo withholds a small sum of a row as any other number.
	SumsToo Sums = false
	// SumsKnown leaves the sums of rows, which the reader sees elsewhere anyway.
	SumsKnown Sums = true
)

// Withhold makes the cross table of the numbers, without groups of 1 to LeastGroup-1
// persons and without what such a group could be reckoned from. A hidden number can
// be reckoned exactly when it is the only way between its row and its column: the
// table is a graph with a row or a column at each end of every hidden number, and
// such a number is a bridge in it. Numbers are hidden, the smallest first, until
// there is none. The sums of the known rows stay: the reader has them elsewhere.
// Invalid where the rows differ in length.
func Withhold(cells [][]int, sums Sums, known ...int) (Cross, error) {
	g, err := newGrid(cells, sums, known)
	if err != nil {
		return Cross{}, err
	}
	for g.hideOneMore() {
	}
	return g.cross(), nil
}

// grid is the numbers with their sums as a last row and a last column.
type grid struct {
	values [][]int
	hidden [][]bool
	locked bool  // the last column stays
	known  []int // rows whose number in the last column stays
}

func newGrid(cells [][]int, sums Sums, known []int) (*grid, error) {
	columns := 0
	if len(cells) > 0 {
		columns = len(cells[0])
	}
	g := &grid{locked: bool(sums), known: known}
	total := make([]int, columns+1)
	for _, row := range cells {
		if len(row) != columns {
			return nil, fault.New(fault.Internal, "fault.internal")
		}
		sum := 0
		for c, n := range row {
			sum += n
			total[c] += n
		}
		total[columns] += sum
		g.values = append(g.values, append(append([]int{}, row...), sum))
	}
	g.values = append(g.values, total)
	for r, row := range g.values {
		hidden := make([]bool, len(row))
		for c, n := range row {
			hidden[c] = 0 < n && n < LeastGroup && !g.isLocked(r, c)
		}
		g.hidden = append(g.hidden, hidden)
	}
	return g, nil
}

func (g *grid) isLocked(row, column int) bool {
	return column == len(g.values[0])-1 && (g.locked || slices.Contains(g.known, row))
}

// hideOneMore hides a number beside one that can be reckoned, false when none can
// or nothing is left to hide beside it. One that is alone in its row or column comes
// first: hiding beside it often mends the others.
func (g *grid) hideOneMore() bool {
	for _, aloneOnly := range []bool{true, false} {
		for r, row := range g.hidden {
			for c, hidden := range row {
				if !hidden || g.another(r, c) || (aloneOnly && g.hiddenIn(r) > 1 && g.hiddenUnder(c) > 1) {
					continue
				}
				if beside, found := g.smallestBeside(r, c); found {
					g.hidden[beside[0]][beside[1]] = true
					return true
				}
			}
		}
	}
	return false
}

// another tells whether hidden numbers lead from the row to the column another way
// than straight.
func (g *grid) another(row, column int) bool {
	rows, columns := make([]bool, len(g.values)), make([]bool, len(g.values[0]))
	rows[row] = true
	for grown := true; grown && !columns[column]; {
		grown = false
		for r := range g.values {
			for c := range g.values[r] {
				if g.hidden[r][c] && (r != row || c != column) && rows[r] != columns[c] {
					rows[r], columns[c], grown = true, true, true
				}
			}
		}
	}
	return columns[column]
}

// smallestBeside is the number to hide with one that can be reckoned: in its row
// while it is alone there, else in its column. What stands inside goes before a sum,
// and zeros go last.
func (g *grid) smallestBeside(row, column int) (at [2]int, found bool) {
	best := 0
	look := func(r, c int) {
		if g.hidden[r][c] || g.isLocked(r, c) {
			return
		}
		cost := g.values[r][c]
		if r == len(g.values)-1 || c == len(g.values[0])-1 {
			cost += 1 << 40
		}
		if g.values[r][c] == 0 {
			cost += 1 << 50
		}
		if !found || cost < best {
			at, best, found = [2]int{r, c}, cost, true
		}
	}
	inRow := func() {
		for c := range g.values[row] {
			look(row, c)
		}
	}
	inColumn := func() {
		for r := range g.values {
			look(r, column)
		}
	}
	if g.hiddenIn(row) == 1 {
		inRow()
	} else {
		inColumn()
	}
	if !found {
		inRow()
		inColumn()
	}
	return at, found
}

// hiddenIn is how many numbers of the row are hidden, hiddenUnder of the column.
func (g *grid) hiddenIn(row int) int {
	n := 0
	for _, hidden := range g.hidden[row] {
		if hidden {
			n++
		}
	}
	return n
}

func (g *grid) hiddenUnder(column int) int {
	n := 0
	for _, row := range g.hidden {
		if row[column] {
			n++
		}
	}
	return n
}

func (g *grid) cross() Cross {
	last, columns := len(g.values)-1, len(g.values[0])-1
	cell := func(r, c int) Cell {
		if g.hidden[r][c] {
			return Cell{Withheld: true}
		}
		return Cell{Persons: g.values[r][c]}
	}
	var out Cross
	for r := range last {
		row := make([]Cell, columns)
		for c := range row {
			row[c] = cell(r, c)
		}
		out.Cells = append(out.Cells, row)
		out.RowSums = append(out.RowSums, cell(r, columns))
	}
	for c := range columns {
		out.ColumnSums = append(out.ColumnSums, cell(last, c))
	}
	out.Sum = cell(last, columns)
	return out
}

// ByGender is the cross table of the counts: a row for each, and the columns women,
// men and, only where there is anybody, unstated. The sums of the known rows stay.
func ByGender(counts []Count, sums Sums, known ...int) (table Cross, unstated bool, err error) {
	unstated = Sum(counts).Unstated > 0
	cells := make([][]int, len(counts))
	for i, c := range counts {
		cells[i] = []int{c.Women, c.Men}
		if unstated {
			cells[i] = append(cells[i], c.Unstated)
		}
	}
	table, err = Withhold(cells, sums, known...)
	return table, unstated, err
}
