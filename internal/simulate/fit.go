package simulate

import "math"

// attribute is something everybody has exactly one value of. Counts says how many
// have each value, and is met exactly.
type attribute struct {
	name   string
	counts []int
}

// crossing is how two attributes should meet: want[row][column] people. Values may
// be gathered into classes first. A NaN is a cell the source says nothing of.
type crossing struct {
	row, column           string
	rowClass, columnClass []int // class of each value; nil where each is its own
	want                  [][]float64
}

// free marks a cell of a crossing that may take any count.
var free = math.NaN()

// proposalsEach is how many exchanges are tried for every person. Three hundred
// bring the crossings of 004 as near as six hundred do.
const proposalsEach = 400

// fit gives every person a value of every attribute: result[attribute][person].
// The counts hold from the start, for values are only ever exchanged between two
// persons; an exchange is kept when the crossings come nearer what they should be,
// and sometimes else while the search is young, so that it does not stop at the
// first hollow.
func fit(s stream, attributes []attribute, crossings []crossing) [][]uint8 {
	values := make([][]uint8, len(attributes))
	at := make(map[string]int, len(attributes))
	for a, attr := range attributes {
		at[attr.name] = a
		for v, count := range attr.counts {
			for range count {
				values[a] = append(values[a], uint8(v))
			}
		}
		s.Shuffle(len(values[a]), func(i, j int) {
			values[a][i], values[a][j] = values[a][j], values[a][i]
		})
	}
	tables := make([]*table, len(crossings))
	touching := make([][]*table, len(attributes))
	for i, c := range crossings {
		row, column := at[c.row], at[c.column]
		t := newTable(c, values[row], values[column])
		tables[i] = t
		touching[row] = append(touching[row], t)
		touching[column] = append(touching[column], t)
	}
	people := len(values[0])
	proposals := people * proposalsEach
	const hot, cold = 1.0, 0.002
	cooling := math.Pow(cold/hot, 1/float64(max(proposals, 1)))
	heat := hot
	for range proposals {
		heat *= cooling
		a := s.IntN(len(attributes))
		i, j := s.IntN(people), s.IntN(people)
		if values[a][i] == values[a][j] {
			continue
		}
		worse := 0.0
		for _, t := range touching[a] {
			worse += t.exchange(i, j)
		}
		if worse <= 0 || s.Float64() < math.Exp(-worse/heat) {
			values[a][i], values[a][j] = values[a][j], values[a][i]
			continue
		}
		for _, t := range touching[a] {
			t.takeBack()
		}
	}
	return values
}

// table is a crossing with its present counts.
type table struct {
	row, column           []uint8 // values of the people, shared with the attributes
	rowClass, columnClass []int
	columns               int
	want, weight, count   []float64
	changed               [4]int // cells of the last exchange: two left, two entered
}

func newTable(c crossing, row, column []uint8) *table {
	t := &table{row: row, column: column, columns: len(c.want[0])}
	t.rowClass = classes(c.rowClass)
	t.columnClass = classes(c.columnClass)
	for _, line := range c.want {
		for _, w := range line {
			if math.IsNaN(w) {
				t.want, t.weight = append(t.want, 0), append(t.weight, 0)
				continue
			}
			// Ten people too many weigh more where ten were wanted than where a
			// hundred were.
			t.want, t.weight = append(t.want, w), append(t.weight, 1/(w/4+2))
		}
	}
	t.count = make([]float64, len(t.want))
	for i := range row {
		t.count[t.cell(i, i)]++
	}
	return t
}

func classes(given []int) []int {
	if given != nil {
		return given
	}
	own := make([]int, 32)
	for i := range own {
		own[i] = i
	}
	return own
}

// cell is where the row value of i meets the column value of j.
func (t *table) cell(i, j int) int {
	return t.rowClass[t.row[i]]*t.columns + t.columnClass[t.column[j]]
}

// exchange moves the counts as if i and j had exchanged their value of either
// attribute (the cells are the same), and says how much worse the table became.
func (t *table) exchange(i, j int) float64 {
	t.changed = [4]int{t.cell(i, i), t.cell(j, j), t.cell(i, j), t.cell(j, i)}
	worse := 0.0
	for k, cell := range t.changed {
		step := -1.0
		if k >= 2 {
			step = 1
		}
		off := t.count[cell] - t.want[cell]
		worse += t.weight[cell] * (2*step*off + 1)
		t.count[cell] += step
	}
	return worse
}

func (t *table) takeBack() {
	for k, cell := range t.changed {
		if k < 2 {
			t.count[cell]++
		} else {
			t.count[cell]--
		}
	}
}

// apportion divides total into whole parts in proportion to the weights, by
// largest remainder; the first of equal remainders goes first.
func apportion(total int, weights []int) []int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	parts := make([]int, len(weights))
	if sum == 0 {
		return parts
	}
	left := total
	for i, w := range weights {
		parts[i] = total * w / sum
		left -= parts[i]
	}
	taken := make([]bool, len(weights))
	for ; left > 0; left-- {
		best := -1
		for i, w := range weights {
			if !taken[i] && (best < 0 || total*w%sum > total*weights[best]%sum) {
				best = i
			}
		}
		taken[best] = true
		parts[best]++
	}
	return parts
}
