package benefit_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"fotfaste/internal/benefit"
	"fotfaste/internal/benefit/registrytest"
)

// How long the classes of a whole registry take, beside adding up its bits: what of the
// processors is used for one person, and how many times the adding up that is: the median
// of pairs, since the machine does other things too. The bars are 3 times, no garbage,
// and the same for one person at every size. The last is by two workers, on the wall.
func BenchmarkCountry(b *testing.B) {
	sizes := []int{400_000, 2_000_000, 10_000_000}
	if testing.Short() {
		sizes = sizes[:1]
	}
	classes := benefit.Sweden()
	for _, people := range sizes {
		lives := repeated(registrytest.Lives(1, 100_000), people)
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			b.ReportAllocs()
			var read, counted float64
			times := make([]float64, 0, 1000)
			for b.Loop() {
				reading, counting := cpuOf(func() { bitsRead += countBits(lives) }), cpuOf(func() { classes.Count(lives) })
				read, counted, times = least(read, reading), least(counted, counting), append(times, counting/reading)
			}
			slices.Sort(times)
			b.ReportMetric(read/float64(people), "cpu-ns/person-read")
			b.ReportMetric(counted/float64(people), "cpu-ns/person")
			b.ReportMetric(times[len(times)/2], "times-reading")
		})
		b.Run(fmt.Sprintf("people=%d/two workers", people), func(b *testing.B) {
			for b.Loop() {
				classes.CountBy(min(2, runtime.GOMAXPROCS(0)), lives)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*people), "ns/person")
		})
	}
}

var bitsRead int // keeps what was counted from being left out

func countBits(lives []benefit.Months) (n int) {
	for _, m := range lives {
		n += m.Count()
	}
	return n
}

func cpuOf(f func()) float64 {
	before := cpuTime()
	f()
	return float64((cpuTime() - before).Nanoseconds())
}

func least(before, now float64) float64 {
	if before == 0 {
		return now
	}
	return min(before, now)
}

func repeated(lives []benefit.Months, people int) []benefit.Months {
	all := make([]benefit.Months, people)
	for n := 0; n < people; {
		n += copy(all[n:], lives)
	}
	return all
}

// What is timed makes no garbage and counts what each person's own classes come to.
func TestACountryIsCountedWithoutGarbage(t *testing.T) {
	lives := registrytest.Lives(1, 20_001)
	classes := benefit.Sweden()
	var want benefit.Counts
	for _, m := range lives {
		for i := range classes.Definitions() {
			if classes.Of(m).Has(i) {
				want[i]++
			}
		}
	}
	if got := classes.Count(lives); got != want || want[3] == 0 {
		t.Errorf("%v, want %v", got, want)
	}
	if garbage := testing.AllocsPerRun(5, func() { classes.Count(lives) }); garbage != 0 {
		t.Errorf("%v allocations", garbage)
	}
	if mean := countBits(lives) / len(lives); mean < 45 || mean > 58 {
		t.Errorf("%d months for each", mean)
	}
}
