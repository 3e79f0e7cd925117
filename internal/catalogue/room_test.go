package catalogue

import (
	"errors"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// week is 2026-W10, from which the tests count.
var week = period.MustWeek("2026-W10")

func weeks(from, to int) Weeks { return Weeks{week.AddWeeks(from), week.AddWeeks(to)} }

// ledgerOf is a ledger of so many hours in places of ten, of which some are held from
// the week on.
func ledgerOf(hours int, held ...int) Ledger {
	l := Ledger{Rooms: []Room{{week.AddWeeks(-100), hours / 10, 10}}, Held: map[period.Week]int{}}
	for n, h := range held {
		l.Held[week.AddWeeks(n)] = h
	}
	return l
}

func TestTheLastHoursGoOnce(t *testing.T) {
	l := ledgerOf(400, 390, 380, 400)
	taken, err := l.Hold(10, weeks(0, 1))
	if err != nil || taken.Free(week) != 0 || taken.Free(week+1) != 10 {
		t.Fatalf("the last ten hours: %v, %d and %d free", err, taken.Free(week), taken.Free(week+1))
	}
	_, err = taken.Hold(10, weeks(0, 1))
	if fault.CodeOf(err) != fault.Conflict {
		t.Fatalf("the same hours again: %v", err)
	}
	if l.Held[week] != 390 {
		t.Error("holding changed what was read")
	}
	// One full week among many, and nothing is held in any.
	again, err := l.Hold(10, weeks(1, 5))
	var no *fault.Error
	if !errors.As(err, &no) || no.Text.Args["Week"] != week.AddWeeks(2).Monday() || no.Text.Args["Free"] != 0 {
		t.Errorf("a full week among free ones: %v", err)
	}
	if !maps.Equal(again.Held, l.Held) {
		t.Errorf("held %v, refused", again.Held)
	}
}

func TestWhatCannotBeHeldOrReleased(t *testing.T) {
	l := ledgerOf(400, 400, 10)
	hold := func(hours int, w Weeks) error { _, err := l.Hold(hours, w); return err }
	release := func(hours int, w Weeks) error { _, err := l.Release(hours, w); return err }
	for _, c := range []struct {
		name string
		err  error
		want fault.Code
	}{
		{"nothing", hold(0, weeks(1, 2)), fault.Invalid},
		{"less than nothing", hold(-10, weeks(1, 2)), fault.Invalid},
		{"of no week", hold(10, weeks(2, 1)), fault.Invalid},
		{"more than all", hold(401, weeks(3, 3)), fault.Conflict},
		{"all of a week that is held by nobody", hold(400, weeks(3, 3)), ""},
		{"of a full week", hold(1, weeks(0, 0)), fault.Conflict},
		{"before there was any room", hold(10, weeks(-101, -101)), fault.Conflict},
		{"release more than held", release(11, weeks(1, 1)), fault.Internal},
		{"release more than held in one of two", release(11, weeks(0, 1)), fault.Internal},
		{"release less than nothing", release(-1, weeks(0, 0)), fault.Internal},
		{"release what is held", release(10, weeks(0, 1)), ""},
	} {
		if got := fault.CodeOf(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRoomCannotShrinkUnderPeople(t *testing.T) {
	l := ledgerOf(400, 200, 150, 200, 100) // 100 in the last week, then nothing
	for _, c := range []struct {
		name          string
		from          int
		places, hours int
		want          fault.Code
		week, goes    int // the first week in the way, and when it would go
	}{
		{"to what is held", 0, 5, 40, "", 0, 0},
		{"by another shape", 0, 10, 20, "", 0, 0},
		{"below, now", 0, 19, 10, fault.Conflict, 0, 3},
		{"below, from a week that has room", 1, 19, 10, fault.Conflict, 2, 3},
		{"from when it goes", 3, 19, 10, "", 0, 0},
		{"to nothing, from when the last has ended", 4, 0, 10, "", 0, 0},
		{"to nothing, a week too early", 3, 0, 10, fault.Conflict, 3, 4},
		{"fewer than no places", 0, -1, 40, fault.Invalid, 0, 0},
		{"places of no hours", 0, 5, 0, fault.Invalid, 0, 0},
		{"too many places", 0, MaxPlaces + 1, 40, fault.Invalid, 0, 0},
		{"beyond full time", 0, 5, 41, fault.Invalid, 0, 0},
	} {
		resized, err := l.Resize(Room{week.AddWeeks(c.from), c.places, c.hours})
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
		if err != nil && resized.Capacity(week.AddWeeks(c.from)) != 400 {
			t.Errorf("%s: refused, yet changed", c.name)
		}
		var no *fault.Error
		if errors.As(err, &no) && c.want == fault.Conflict &&
			(no.Text.Args["Week"] != week.AddWeeks(c.week).Monday() || no.Text.Args["From"] != week.AddWeeks(c.goes).Monday() ||
				no.Text.Args["Held"] != l.Held[week.AddWeeks(c.week)]) {
			t.Errorf("%s: %v", c.name, no.Text.Args)
		}
	}
}

// A planned room holds from its week; one that is entered before it leaves it standing;
// one from the same week takes its place; and taken back it gives way to the one before.
func TestRoomsFollowEachOther(t *testing.T) {
	l := ledgerOf(400)
	set := func(from, places int) {
		t.Helper()
		resized, err := l.Resize(Room{week.AddWeeks(from), places, 10})
		if err != nil {
			t.Fatal(err)
		}
		l = resized
	}
	set(8, 10)
	set(2, 60)
	set(8, 20)
	for from, want := range map[int]int{-1: 400, 1: 400, 2: 600, 7: 600, 8: 200, 50: 200} {
		if got := l.Capacity(week.AddWeeks(from)); got != want {
			t.Errorf("week %d has %d hours, want %d", from, got, want)
		}
	}
	if got := l.Capacity(week.AddWeeks(-101)); got != 0 {
		t.Errorf("%d hours before there was any room", got)
	}
	l, _ = l.Hold(500, weeks(3, 4))
	if _, err := l.TakeBackRoom(week.AddWeeks(2)); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("room that people have, taken back: %v", err)
	}
	for _, from := range []int{3, -100} {
		if _, err := l.TakeBackRoom(week.AddWeeks(from)); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("taken back from week %d: %v", from, err)
		}
	}
	back, err := l.TakeBackRoom(week.AddWeeks(8))
	if err != nil || back.Capacity(week.AddWeeks(9)) != 600 {
		t.Errorf("%v: %d hours", err, back.Capacity(week.AddWeeks(9)))
	}
}

func TestNobodyBeginsWhereItIsClosed(t *testing.T) {
	i, l := greenhouse(), ledgerOf(400)
	summer := Closing{period.MustDay("2026-07-01"), period.MustDay("2026-08-09"), "Sommar"}
	l.Closed = []Closing{summer, {period.MustDay("2026-08-10"), period.MustDay("2026-08-11"), "Uppstart"}}
	cohort := greenhouse()
	cohort.Start, cohort.StartDays = Cohort, []period.Day{period.MustDay("2026-07-06"), period.MustDay("2026-09-07")}
	late := cohort
	late.StartDays = late.StartDays[:1]
	for _, c := range []struct {
		in         Intervention
		from, want string
	}{
		{i, "2026-06-30", "2026-06-30"}, {i, "2026-07-01", "2026-08-12"}, {i, "2026-08-09", "2026-08-12"}, {i, "2026-08-12", "2026-08-12"},
		{cohort, "2026-06-01", "2026-09-07"}, {late, "2026-06-01", ""},
	} {
		day, found := l.NextStart(c.in, period.MustDay(c.from))
		if found != (c.want != "") || found && day.String() != c.want {
			t.Errorf("from %s: %v %v, want %q", c.from, day, found, c.want)
		}
	}
	forecast := l.Forecast(period.MustDay("2026-06-29").Week(), 8)
	for n, want := range []int{3, 5, 5, 5, 5, 5, 2, 0} {
		if forecast[n].ClosedDays != want || forecast[n].IsClosed() != (want == 5) || forecast[n].Free != 400 {
			t.Errorf("week %d of the forecast: %+v", n, forecast[n])
		}
	}
}

// Whatever people do, and in whatever order: what is held of a week is the sum of what
// was taken and not given back, it is never more than there is, and what is refused
// changes nothing.
func TestRoomIsNeverOverdrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type held struct {
			hours int
			weeks Weeks
		}
		l := ledgerOf(100)
		var holders []held
		span := func(t *rapid.T) Weeks {
			from := rapid.IntRange(0, 9).Draw(t, "from")
			return weeks(from, from+rapid.IntRange(-1, 9).Draw(t, "length"))
		}
		from := func(t *rapid.T) period.Week { return week.AddWeeks(rapid.IntRange(0, 12).Draw(t, "from")) }
		t.Repeat(map[string]func(*rapid.T){
			"hold": func(t *rapid.T) {
				h := held{rapid.IntRange(-10, 60).Draw(t, "hours"), span(t)}
				free := l.FreeThrough(h.weeks)
				after, err := l.Hold(h.hours, h.weeks)
				if (err == nil) != (h.hours > 0 && h.weeks.Len() > 0 && h.hours <= free) {
					t.Fatalf("%d hours where %d are free: %v", h.hours, free, err)
				}
				if l = after; err == nil {
					holders = append(holders, h)
				}
			},
			"end": func(t *rapid.T) { // early, after some of the weeks or none
				if len(holders) == 0 {
					return
				}
				h := &holders[rapid.IntRange(0, len(holders)-1).Draw(t, "who")]
				gone := Weeks{h.weeks.From + period.Week(rapid.IntRange(0, h.weeks.Len()).Draw(t, "kept")), h.weeks.To}
				after, err := l.Release(h.hours, gone)
				if err != nil {
					t.Fatal(err)
				}
				l, h.weeks.To = after, gone.From-1
			},
			"resize": func(t *rapid.T) {
				l, _ = l.Resize(Room{from(t), rapid.IntRange(-1, 15).Draw(t, "places"), rapid.IntRange(0, 20).Draw(t, "hours")})
			},
			"take back": func(t *rapid.T) { l, _ = l.TakeBackRoom(from(t)) },
			"": func(t *rapid.T) {
				for w := week; w < week.AddWeeks(22); w++ {
					sum := 0
					for _, h := range holders {
						if h.weeks.Contains(w) {
							sum += h.hours
						}
					}
					if l.Held[w] != sum || sum > l.Capacity(w) || l.Free(w)+sum != l.Capacity(w) {
						t.Fatalf("week %d: %d held, %d taken, %d free of %d", w-week, l.Held[w], sum, l.Free(w), l.Capacity(w))
					}
				}
			},
		})
	})
}
