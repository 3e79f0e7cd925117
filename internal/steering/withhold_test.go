package steering_test

import (
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/steering"
)

func TestWithhold(t *testing.T) {
	const x = -1 // withheld
	for _, c := range []struct {
		name  string
		sums  steering.Sums
		cells [][]int
		want  [][]int // with the sums
	}{
		{"nothing small", steering.SumsToo, [][]int{{5, 6}, {7, 8}}, [][]int{{5, 6, 11}, {7, 8, 15}, {12, 14, 26}}},
		{"nobody is no small group", steering.SumsToo, [][]int{{0, 6}, {7, 8}}, [][]int{{0, 6, 6}, {7, 8, 15}, {7, 14, 21}}},
		{"one small group takes its row and another row with it", steering.SumsToo,
			[][]int{{3, 40}, {20, 30}, {50, 60}}, [][]int{{x, x, 43}, {x, x, 50}, {50, 60, 110}, {73, 130, 203}}},
		{"a small sum is a small group", steering.SumsToo, [][]int{{1, 2}, {30, 40}},
			[][]int{{x, x, x}, {x, x, x}, {31, 42, 73}}},
		{"a sum that is known stays", steering.SumsKnown, [][]int{{1, 2}, {30, 40}}, [][]int{{x, x, 3}, {x, x, 70}, {31, 42, 73}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := steering.Withhold(c.cells, c.sums)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range grid(table) {
				for k, cell := range row {
					got := cell.Persons
					if cell.Withheld {
						got = x
					}
					if got != c.want[r][k] {
						t.Errorf("row %d, column %d: %d, want %d", r, k, got, c.want[r][k])
					}
				}
			}
		})
	}
	if _, err := steering.Withhold([][]int{{1, 2}, {3}}, steering.SumsToo); err == nil {
		t.Error("rows of different length were taken")
	}
}

// TestAKnownSumIsNotWithheld: the reader has the sum of the second row elsewhere, so it
// stays, and does not stand as what hides the small sum of the first.
func TestAKnownSumIsNotWithheld(t *testing.T) {
	table, err := steering.Withhold([][]int{{3, 0}, {4, 0}, {20, 30}}, steering.SumsToo, 1)
	if err != nil {
		t.Fatal(err)
	}
	if table.RowSums[1] != (steering.Cell{Persons: 4}) || !table.RowSums[0].Withheld || !table.RowSums[2].Withheld && !table.Sum.Withheld {
		t.Errorf("%+v", table)
	}
}

func grid(c steering.Cross) [][]steering.Cell {
	var rows [][]steering.Cell
	for i, row := range c.Cells {
		rows = append(rows, append(append([]steering.Cell{}, row...), c.RowSums[i]))
	}
	return append(rows, append(append([]steering.Cell{}, c.ColumnSums...), c.Sum))
}

// TestNothingCanBeReckoned: from the rows and columns of the shown table, no hidden
// number follows. Reckoned as anybody would: while a line lacks one number, fill it in.
func TestNothingCanBeReckoned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(2, 7).Draw(t, "rows"), rapid.IntRange(2, 4).Draw(t, "columns")
		cells := make([][]int, rows)
		for r := range cells {
			cells[r] = rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 2, 4, 5, 9, 30}), columns, columns).Draw(t, "row")
		}
		table, err := steering.Withhold(cells, steering.SumsToo)
		if err != nil {
			t.Fatal(err)
		}
		shown := grid(table)
		hidden := 0
		for r := range shown {
			for c := range shown[r] {
				if shown[r][c].Withheld {
					hidden++
				} else if n := shown[r][c].Persons; 0 < n && n < steering.LeastGroup {
					t.Fatalf("%d persons are shown", n)
				}
			}
		}
		if hidden > 0 != table.AnyWithheld() {
			t.Fatal("the table does not know that it withholds")
		}
		lacks := func(line []bool) (at, n int) {
			for i, w := range line {
				if w {
					at, n = i, n+1
				}
			}
			return at, n
		}
		for r := range shown {
			var line []bool
			for _, cell := range shown[r] {
				line = append(line, cell.Withheld)
			}
			if at, n := lacks(line); n == 1 {
				t.Fatalf("row %d lacks only column %d", r, at)
			}
		}
		for c := range shown[0] {
			var line []bool
			for r := range shown {
				line = append(line, shown[r][c].Withheld)
			}
			if at, n := lacks(line); n == 1 {
				t.Fatalf("column %d lacks only row %d", c, at)
			}
		}
	})
}

func TestInOrder(t *testing.T) {
	type code string
	got := steering.InOrder([]steering.Count{{Code: "b", Women: 2}, {Code: "z", Men: 9}}, []code{"a", "b"})
	if len(got) != 2 || got[0].Code != "a" || got[0].All() != 0 || got[1].All() != 2 {
		t.Errorf("%+v", got)
	}
	if s := steering.Share(1, 0); s != 0 {
		t.Errorf("a share of nothing is %v", s)
	}
}

func TestAgainst(t *testing.T) {
	at := func(n int) *int { return &n }
	for _, c := range []struct {
		name       string
		done       *int
		limit, now int
		want       steering.Kept
	}{
		{"before", at(4), 5, 9, steering.InTime},
		{"at the limit", at(5), 5, 9, steering.InTime},
		{"after", at(6), 5, 9, steering.Late},
		{"not yet", nil, 5, 5, steering.Running},
		{"not at all", nil, 5, 6, steering.Late},
	} {
		if got := steering.Against(c.done, c.limit, c.now); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	var clock steering.Clock
	clock.Add(steering.InTime, steering.Count{Women: 1})
	clock.Add(steering.Late, steering.Count{Men: 1})
	clock.Add(steering.Running, steering.Count{Men: 1})
	if clock.Share() != 0.5 {
		t.Errorf("the share is %v", clock.Share())
	}
}
