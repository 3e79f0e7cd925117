package placement

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// roomOf is forty hours a week, of which so many are held from the week of march2 on.
func roomOf(held ...int) catalogue.Ledger {
	l := catalogue.Ledger{Rooms: []catalogue.Room{{From: march2.Week() - 100, Places: 4, HoursPerPlace: 10}}, Held: map[period.Week]int{}}
	for n, h := range held {
		l.Held[march2.Week().AddWeeks(n)] = h
	}
	return l
}

func wishes(hours int, from, to string) Waiting {
	return Waiting{Placement: ident.ID(fmt.Sprint(hours, from)), Hours: hours, From: period.MustDay(from), To: period.MustDay(to), QueuedAt: noon}
}

func TestWhenSomebodyCouldBegin(t *testing.T) {
	rolling := catalogue.Intervention{Start: catalogue.Rolling, Open: true}
	cohort := catalogue.Intervention{Start: catalogue.Cohort, Open: true, StartDays: []period.Day{period.MustDay("2026-03-04"), period.MustDay("2026-03-23")}}
	closed := roomOf()
	closed.Closed = []catalogue.Closing{{From: period.MustDay("2026-03-01"), To: period.MustDay("2026-03-17"), Reason: "Flytt"}}
	// march2 is a Monday, and today is the Tuesday after it.
	today := march2 + 1
	for _, c := range []struct {
		name     string
		w        Waiting
		in       catalogue.Intervention
		l        catalogue.Ledger
		day      string // "" for not yet
		canBegin bool
	}{
		{"as wished", wishes(40, "2026-03-10", "2026-03-29"), rolling, roomOf(40), "2026-03-10", true},
		{"one week of it is full", wishes(10, "2026-03-10", "2026-03-29"), rolling, roomOf(0, 0, 31), "", true},
		{"the wish is ahead and its first week full: it is not moved", wishes(10, "2026-03-10", "2026-03-29"), rolling, roomOf(0, 40), "", true},
		{"the wish has passed: from today", wishes(10, "2026-02-10", "2026-03-29"), rolling, roomOf(30), "2026-03-03", true},
		{"the wish has passed and this week is full: from Monday", wishes(10, "2026-02-10", "2026-03-29"), rolling, roomOf(31), "2026-03-09", true},
		{"the wish is of this week, which is full: from Monday", wishes(10, "2026-03-06", "2026-03-29"), rolling, roomOf(40), "2026-03-09", true},
		{"no further than Monday", wishes(10, "2026-02-10", "2026-03-29"), rolling, roomOf(40, 40), "", true},
		{"nor past the last day", wishes(10, "2026-02-10", "2026-03-08"), rolling, roomOf(40), "", true},
		{"the last day has passed", wishes(10, "2026-02-10", "2026-03-02"), rolling, roomOf(), "", false},
		{"today is the last day", wishes(10, "2026-02-10", "2026-03-03"), rolling, roomOf(), "2026-03-03", true},
		{"closed on the day", wishes(10, "2026-03-10", "2026-03-29"), rolling, closed, "2026-03-18", true},
		{"closed to the end", wishes(10, "2026-03-10", "2026-03-17"), rolling, closed, "", false},
		{"with the next cohort", wishes(10, "2026-03-02", "2026-03-29"), cohort, roomOf(), "2026-03-04", true},
		{"with the one after, where this week is full", wishes(10, "2026-03-02", "2026-03-29"), cohort, roomOf(40), "2026-03-23", true},
		{"no cohort is left", wishes(10, "2026-03-02", "2026-03-22"), cohort, roomOf(40, 40), "", true},
		{"the cohorts have begun", wishes(10, "2026-03-24", "2026-04-22"), cohort, roomOf(), "", false},
	} {
		day, fits, canBegin := c.w.Start(c.in, c.l, today)
		if fits != (c.day != "") || canBegin != c.canBegin || fits && day.String() != c.day {
			t.Errorf("%s: %v, fits %v, can begin %v; want %q", c.name, day, fits, canBegin, c.day)
		}
	}
}

func TestTheFirstInTheQueueIsNotPassedBy(t *testing.T) {
	open := catalogue.Intervention{Start: catalogue.Rolling, Open: true}
	queue := Queue([]Waiting{
		{Placement: "full time", Hours: 40, From: march2, To: march2 + 60, QueuedAt: noon},
		{Placement: "part time", Hours: 10, From: march2, To: march2 + 60, QueuedAt: noon.Add(1)},
	})
	if p, _, offered := Next(queue, open, roomOf(10, 10), march2); offered {
		t.Errorf("30 hours went to %s past the first", p.Placement)
	}
	if p, day, offered := Next(queue, open, roomOf(), march2); !offered || p.Placement != "full time" || day != march2 {
		t.Errorf("40 hours: %v %v %v", p.Placement, day, offered)
	}
	queue[0].To = march2 - 1
	if p, _, offered := Next(queue, open, roomOf(10, 10), march2); !offered || p.Placement != "part time" {
		t.Errorf("behind somebody whose last day has passed: %v %v", p.Placement, offered)
	}
	if _, _, offered := Next(queue, catalogue.Intervention{Start: catalogue.Rolling}, roomOf(), march2); offered {
		t.Error("what takes nobody was offered")
	}
	if _, _, offered := Next(nil, open, roomOf(), march2); offered {
		t.Error("an empty queue has nobody")
	}
}

func TestExpectedWaits(t *testing.T) {
	open := catalogue.Intervention{Start: catalogue.Rolling, Open: true}
	waits := func(id ident.ID, hours, from, to int) Waiting {
		return Waiting{Placement: id, Hours: hours, From: march2.AddDays(7 * from), To: march2.AddDays(7*to + 4), QueuedAt: noon}
	}
	for _, c := range []struct {
		name  string
		l     catalogue.Ledger
		queue []Waiting
		want  map[ident.ID]int // weeks from march2
	}{
		{"a planned end", roomOf(40, 40, 40, 20), []Waiting{waits("a", 20, 0, 9)}, map[ident.ID]int{"a": 3}},
		{"two share what comes free", roomOf(40, 40), []Waiting{waits("a", 20, 0, 9), waits("b", 20, 0, 9)}, map[ident.ID]int{"a": 2, "b": 2}},
		{"one after the other", roomOf(40, 40), []Waiting{waits("a", 30, 0, 5), waits("b", 20, 0, 9)}, map[ident.ID]int{"a": 2, "b": 6}},
		{"nobody is passed by", roomOf(40, 20, 20, 20), []Waiting{waits("a", 40, 0, 9), waits("b", 20, 0, 30)}, map[ident.ID]int{"a": 4, "b": 10}},
		{"nor by a wish that lies ahead", roomOf(20, 20, 40), []Waiting{waits("a", 20, 2, 9), waits("b", 10, 0, 9)}, map[ident.ID]int{"a": 3, "b": 3}},
		{"never enough, until the last day of who stands before", roomOf(20, 20, 20, 20, 20), []Waiting{waits("a", 30, 0, 3), waits("b", 20, 0, 9)}, map[ident.ID]int{"b": 4}},
		{"more than there is", roomOf(), []Waiting{waits("a", 41, 0, 9)}, nil},
	} {
		got := Expect(Queue(c.queue), open, c.l, march2)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		for id, n := range c.want {
			if got[id].Week() != march2.Week().AddWeeks(n) {
				t.Errorf("%s: %s begins in week %d, want %d", c.name, id, got[id].Week()-march2.Week(), n)
			}
		}
	}
	expecting := Expecting(Queue([]Waiting{waits("a", 20, 0, 9), waits("b", 40, 0, 9)}), open, roomOf(), march2)
	if a, b := expecting[0], expecting[1]; *a.Expected != march2 || b.Expected != nil ||
		a.Wait().Key != "placement.queue.expected" || b.Wait().Key != "placement.queue.not_known" {
		t.Errorf("%+v", expecting)
	}
}

// What is expected comes, for as long as nothing else happens: the queue is run by the
// rule day after day, and each begins on the expected day, nobody else does.
func TestWhatIsExpectedComes(t *testing.T) {
	open := catalogue.Intervention{Start: catalogue.Rolling, Open: true}
	rapid.Check(t, func(t *rapid.T) {
		l := roomOf(rapid.SliceOfN(rapid.IntRange(0, 40), 0, 12).Draw(t, "held")...)
		var queue []Waiting
		for n := range rapid.IntRange(1, 6).Draw(t, "waiting") {
			from := march2.AddDays(rapid.IntRange(-20, 40).Draw(t, "from"))
			queue = append(queue, Waiting{
				Placement: ident.ID(fmt.Sprint(n)), Hours: rapid.IntRange(1, 45).Draw(t, "hours"), From: from,
				To: from.AddDays(rapid.IntRange(0, 90).Draw(t, "days")), QueuedAt: noon.Add(1),
			})
		}
		expected := Expect(Queue(queue), open, l, march2)
		came := map[ident.ID]period.Day{}
		for today := march2; today < march2+200; today++ { // every day, not only Mondays
			for {
				next, day, found := Next(Queue(queue), open, l, today)
				if !found {
					break
				}
				if want, known := expected[next.Placement]; !known || day > want || day > next.To || day < next.From && day < today {
					t.Fatalf("%s begins %v, expected %v (%v)", next.Placement, day, want, known)
				}
				held, err := l.Hold(next.Hours, catalogue.WeeksOf(day, next.To))
				if err != nil {
					t.Fatal(err)
				}
				l = held
				came[next.Placement] = day
				for n, w := range queue {
					if w.Placement == next.Placement {
						queue = append(queue[:n:n], queue[n+1:]...)
						break
					}
				}
			}
		}
		if len(came) != len(expected) {
			t.Fatalf("%v came of %v", came, expected)
		}
	})
}
