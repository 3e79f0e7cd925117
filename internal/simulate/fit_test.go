package simulate

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Whatever the crossings ask for, the counts of every attribute hold.
func TestFitKeepsCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.IntRange(1, 60).Draw(t, "people")
		counts := func(name string) []int {
			weights := rapid.SliceOfN(rapid.IntRange(0, 9), 2, 4).Draw(t, name)
			weights[0]++ // somebody weighs something
			return apportion(people, weights)
		}
		attributes := []attribute{{"a", counts("a")}, {"b", counts("b")}}
		want := make([][]float64, len(attributes[0].counts))
		for i := range want {
			for range attributes[1].counts {
				want[i] = append(want[i], rapid.Float64Range(0, 40).Draw(t, "cell"))
			}
		}
		values := fit(newStream(rapid.Uint64().Draw(t, "seed"), "fit", 0), attributes,
			[]crossing{{row: "a", column: "b", want: want}})
		for a, attr := range attributes {
			got := make([]int, len(attr.counts))
			for _, v := range values[a] {
				got[v]++
			}
			if !slices.Equal(got, attr.counts) {
				t.Fatalf("attribute %s: %v, want %v", attr.name, got, attr.counts)
			}
		}
	})
}

// A crossing that whole people can meet is met.
func TestFitMeetsWhatCanBeMet(t *testing.T) {
	want := [][]float64{{40, 10}, {5, 45}}
	values := fit(newStream(7, "fit", 0), []attribute{{"a", []int{50, 50}}, {"b", []int{45, 55}}},
		[]crossing{{row: "a", column: "b", want: want}})
	got := [2][2]float64{}
	for i := range values[0] {
		got[values[0][i]][values[1][i]]++
	}
	if got != [2][2]float64{{40, 10}, {5, 45}} {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestApportion(t *testing.T) {
	for _, c := range []struct {
		total         int
		weights, want []int
	}{
		{806, []int{492, 313, 1}, []int{492, 313, 1}},
		{10, []int{1, 1, 1}, []int{4, 3, 3}},
		{0, []int{3, 4}, []int{0, 0}},
		{7, []int{0, 5}, []int{0, 7}},
		{5, []int{0, 0}, []int{0, 0}},
	} {
		if got := apportion(c.total, c.weights); !slices.Equal(got, c.want) {
			t.Errorf("%d by %v: %v, want %v", c.total, c.weights, got, c.want)
		}
	}
}
