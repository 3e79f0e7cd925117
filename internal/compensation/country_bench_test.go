package compensation_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// aYear is the 52 weeks that are reckoned for every case, over the turn of a year.
var aYear = func() (weeks [52]period.Week) {
	for i := range weeks {
		weeks[i] = period.MustWeek("2025-W27").AddWeeks(i)
	}
	return weeks
}()

// cases makes up the facts of one case after the other, each in the place of the one
// before: a year's decision, some with a gap, no to four children, and what happened on
// every programme day.
type cases struct {
	drawn      *rand.Rand
	children   []compensation.Child
	attendance []attendance.DayRecord
}

func newCases(seed uint64) *cases { return &cases{drawn: rand.New(rand.NewPCG(seed, 3))} }

// facts are the next case's. They are overwritten by the case after it.
func (c *cases) facts(children int) compensation.Facts {
	begins := aYear[0].Monday().AddDays(c.drawn.IntN(28) - 14)
	ends := begins.AddYears(1).AddDays(-1)
	grants := []compensation.Grant{{Days: period.Span{From: begins, To: ends}, Decision: "first"}}
	if c.drawn.IntN(10) == 0 { // a pause of three weeks
		pause := begins.AddDays(100 + c.drawn.IntN(100))
		grants[0].Days.To = pause
		grants = append(grants, compensation.Grant{Days: period.Span{From: pause.AddDays(22), To: ends}, Decision: "second"})
	}
	c.children = c.children[:0]
	for i := range children {
		born := begins.AddDays(200 - c.drawn.IntN(18*365))
		c.children = append(c.children, compensation.Child{
			Days: period.Span{From: born, To: born.AddYears(18).AddDays(-1)}, ID: ident.ID("child " + string(rune('A'+i)))})
	}
	c.attendance = c.attendance[:0]
	for day := begins; day <= ends; day++ {
		if !day.IsProgrammeDay() {
			continue
		}
		record := attendance.DayRecord{Placement: "kitchen", Day: day, Reported: attendance.Attended, Confirmed: attendance.Attended}
		switch n := c.drawn.IntN(100); {
		case n < 4:
			record.Reported, record.Confirmed = attendance.Ill, attendance.Ill
		case n < 6:
			record.Confirmed = attendance.AbsentUnapproved
		case n < 7:
			record.Confirmed, record.Settled = attendance.AbsentUnapproved, attendance.AbsentApproved
		case n < 8 && children > 0:
			record.Reported, record.Confirmed = attendance.CareOfChild, attendance.CareOfChild
		}
		c.attendance = append(c.attendance, record)
	}
	return compensation.Facts{Grants: grants, Children: c.children, Attendance: c.attendance}
}

// reckonAll reckons the year of so many cases from their facts, and holds no more of
// them at once than there are workers. The sum is the same with any number of workers.
func reckonAll(many, workers int) (money.Kronor, error) {
	const batch = 500 // cases that one worker takes at a time
	var next, sum atomic.Int64
	var failed atomic.Pointer[error]
	var done sync.WaitGroup
	for range workers {
		done.Go(func() {
			for {
				first := int(next.Add(batch)) - batch
				if first >= many || failed.Load() != nil {
					return
				}
				made := newCases(uint64(first))
				for i := first; i < min(first+batch, many); i++ {
					paid, err := reckonCase(made.facts(i % 5))
					if err != nil {
						failed.Store(&err)
						return
					}
					sum.Add(int64(paid))
				}
			}
		})
	}
	done.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return money.Kronor(sum.Load()), nil
}

func reckonCase(facts compensation.Facts) (money.Kronor, error) {
	reckoning, err := compensation.Prepare(law.Sweden(), facts)
	if err != nil {
		return 0, err
	}
	var paid money.Kronor
	for _, week := range aYear {
		amounts, err := reckoning.Amounts(week)
		if err != nil {
			return 0, err
		}
		paid += amounts.Total
	}
	return paid, nil
}

// Everybody's year reckoned anew from the facts, in a municipality, a region and a
// country. The bar is 100 000 cases in 4 s on two cores and within 1 GB, and the time
// of a case-week the same at every size. MB is all the memory that the process has.
func BenchmarkEverybodysYear(b *testing.B) {
	sizes := []int{10_000, 100_000, 1_000_000}
	if testing.Short() {
		sizes = sizes[:2]
	}
	for _, many := range sizes {
		b.Run(fmt.Sprintf("cases=%d", many), func(b *testing.B) {
			before := cpuTime()
			for b.Loop() {
				if _, err := reckonAll(many, runtime.GOMAXPROCS(0)); err != nil {
					b.Fatal(err)
				}
			}
			used := cpuTime() - before
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/year")
			b.ReportMetric(used.Seconds()/float64(b.N), "cpu-s/year")
			b.ReportMetric(float64(used.Nanoseconds())/float64(b.N*many*len(aYear)), "cpu-ns/case-week")
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(memory.Sys)/1e6, "MB")
		})
	}
}

// What the benchmark reckons is what Calculate does, by one worker or by several.
func TestEverybodysYearIsTheSameByAnyNumberOfWorkers(t *testing.T) {
	const many = 1200
	var want money.Kronor
	for first := 0; first < many; first += 500 {
		made := newCases(uint64(first))
		for i := first; i < min(first+500, many); i++ {
			facts := made.facts(i % 5)
			if i%40 != 0 {
				paid, err := reckonCase(facts)
				if err != nil {
					t.Fatal(err)
				}
				want += paid
				continue
			}
			weeks, err := compensation.Calculate(law.Sweden(), facts, aYear[:]...)
			if err != nil {
				t.Fatal(err)
			}
			for _, week := range weeks {
				want += week.Total
			}
		}
	}
	for _, workers := range []int{1, 3} {
		if got, err := reckonAll(many, workers); err != nil || got != want {
			t.Errorf("%d workers: %d kr (%v), want %d", workers, got, err, want)
		}
	}
}
