package throughput_test

import (
	"testing"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/steering"
	. "fotfaste/internal/throughput"
)

var (
	today = period.MustDay("2026-11-22")
	year  = YearTo(today)
	woman = steering.Count{Women: 1}
	man   = steering.Count{Men: 1}
)

func on(day string) *period.Day {
	d := period.MustDay(day)
	return &d
}

func TestTheYearIsTwelveMonthsAndItsBordersBelong(t *testing.T) {
	if year.Since != period.MustDay("2025-11-23") || !year.Contains(year.Since) || !year.Contains(today) ||
		year.Contains(year.Since-1) || year.Contains(today+1) {
		t.Errorf("the year is %v", year)
	}
	if before := year.Before(); before.Today != period.MustDay("2026-08-22") || before.Since != period.MustDay("2025-08-23") || year.Reads() != before.Since {
		t.Errorf("the year before is %v", before)
	}
}

func TestWhereAReferralStands(t *testing.T) {
	for _, c := range []struct {
		state placement.State
		by    placement.Mover
		to    period.Day
		want  Stage
	}{
		{placement.Referred, "", today, Referred},
		{placement.Queued, "", today, Queued},
		{placement.Queued, "", today - 1, Withdrawn},
		{placement.Offered, "", today + 1, Offered},
		{placement.Accepted, "", today, Accepted},
		{placement.Accepted, "", today - 1, Withdrawn},
		{placement.Started, "", today - 1, GoingOn},
		{placement.Completed, "", today - 1, Completed},
		{placement.Interrupted, "", today + 9, Interrupted},
		{placement.Withdrawn, "", today, Withdrawn},
		{placement.Declined, placement.Participant, today, DeclinedParticipant},
		{placement.Declined, placement.Provider, today, DeclinedProvider},
		{placement.Declined, placement.TheDeadline, today, NotAnswered},
	} {
		got, referred := Spell{State: c.state, DeclinedBy: c.by, To: c.to}.At(today)
		if got != c.want || !referred {
			t.Errorf("%s by %q to %s is %q, want %q", c.state, c.by, c.to, got, c.want)
		}
	}
	if _, referred := (Spell{State: placement.Proposed, To: today}).At(today); referred {
		t.Error("what is only proposed counts as referred")
	}
}

func TestWhatCountsAfterTheEnd(t *testing.T) {
	for _, c := range []struct {
		name       string
		ended, day *period.Day
		want       bool
	}{
		{"during", on("2026-06-30"), on("2026-05-01"), true},
		{"the last day of three months", on("2026-06-30"), on("2026-09-30"), true},
		{"a day later", on("2026-06-30"), on("2026-10-01"), false},
		{"never", on("2026-06-30"), nil, false},
		{"it goes on", nil, on("2026-05-01"), false},
	} {
		if s := (Spell{Ended: c.ended, Up: c.day}); s.MovedUp() != c.want {
			t.Errorf("moved up, %s: %t", c.name, s.MovedUp())
		}
		if s := (Spell{Ended: c.ended, Left: c.day}); s.LeftToWork() != c.want {
			t.Errorf("left to work, %s: %t", c.name, s.LeftToWork())
		}
	}
}

func ended(state placement.State, one steering.Count, referred, started, last string) Spell {
	return Spell{State: state, One: one, Referred: period.MustDay(referred), To: period.MustDay(last), Started: on(started), Ended: on(last)}
}

func TestReckon(t *testing.T) {
	moved := ended(placement.Completed, woman, "2026-01-01", "2026-01-11", "2026-03-01") // waited 10, stayed 50
	moved.Up = on("2026-04-01")
	left := ended(placement.Interrupted, man, "2026-01-01", "2026-01-21", "2026-01-30") // waited 20, stayed 10
	left.Left = on("2026-01-30")
	spells := []Spell{
		moved, left,
		ended(placement.Completed, woman, "2025-01-01", "2025-02-01", "2025-11-22"), // the day before the year: only what came of it
		ended(placement.Completed, man, "2025-01-01", "2025-02-01", "2025-11-23"),   // the first day of the year
		ended(placement.Completed, man, "2026-01-01", "2026-02-01", "2026-08-23"),   // too late for what came of it
		{State: placement.Declined, DeclinedBy: placement.Provider, One: man, Referred: year.Since, To: today},
		{State: placement.Declined, DeclinedBy: placement.Provider, One: man, Referred: year.Since - 1, To: today},
		{State: placement.Queued, One: woman, Referred: year.Since - 90, To: today},
		{State: placement.Started, One: woman, Referred: period.MustDay("2024-01-01"), To: today, Started: on("2024-02-01")},
		{State: placement.Proposed, One: woman, Referred: today, To: today},
	}
	f := Reckon(spells, year)
	for stage, want := range map[Stage]int{Completed: 3, Interrupted: 1, GoingOn: 1, Queued: 1, DeclinedProvider: 1, Referred: 0} {
		if got := f.Of(stage); got != want {
			t.Errorf("%s: %d, want %d", stage, got, want)
		}
	}
	if f.All() != 7 || f.Began() != 5 || len(f.Stages) != len(Stages()) {
		t.Errorf("%d in all, %d began, of %d stages", f.All(), f.Began(), len(f.Stages))
	}
	if want := (Medians{All: Median{20, 3}, Women: Median{10, 1}, Men: Median{26, 2}}); f.Wait != want { // 10, 20, 31
		t.Errorf("waited %v, want %v", f.Wait, want)
	}
	if f.Stay.All.Persons != 4 || f.Stay.Women != (Median{50, 1}) || f.Stay.Women.Weeks() != 8 || !f.Stay.Women.Withheld() {
		t.Errorf("stayed %v", f.Stay)
	}
	if f.Up.All() != 4 || f.Up.Yes != woman || f.Left.Yes != man || f.Left.No.All() != 3 {
		t.Errorf("moved up %v, left %v", f.Up, f.Left)
	}
	if none := Reckon(nil, year); none.All() != 0 || none.Wait.All.Withheld() || none.Up.All() != 0 {
		t.Errorf("of nothing came %v", none)
	}
}

func TestAMedianOfFourIsWithheldAndOfFiveShown(t *testing.T) {
	if !(Median{3, 4}).Withheld() || (Median{3, 5}).Withheld() || (Median{0, 0}).Withheld() {
		t.Error("withheld from the wrong number")
	}
	if (Median{Days: 7}).Weeks() != 1 || (Median{Days: 8}).Weeks() != 2 || (Median{}).Weeks() != 0 {
		t.Error("a begun week counts")
	}
}

func started(days int) Spell {
	first := today.AddDays(1 - days)
	return Spell{State: placement.Started, One: woman, Referred: first, To: today, Started: &first}
}

func TestStuck(t *testing.T) {
	short := catalogue.Intervention{MaxWeeks: 10}
	sixMonths := int(today-today.AddMonths(-LongMonths)) + 1
	came := ended(placement.Completed, woman, "2026-01-01", "2026-01-11", "2025-11-23")
	worked := ended(placement.Interrupted, woman, "2026-01-01", "2026-01-11", "2026-03-01")
	worked.Left = on("2026-03-01")
	long := ended(placement.Completed, woman, "2025-01-01", "2025-01-11", "2025-11-22")
	for _, c := range []struct {
		name   string
		i      catalogue.Intervention
		spells []Spell
		want   Stuck
		stop   bool
	}{
		{"nobody", short, nil, Stuck{}, false},
		{"the last day of its time", short, []Spell{started(70)}, Stuck{GoingOn: 1, Longest: 10}, false},
		{"a day over its time", short, []Spell{started(71)}, Stuck{GoingOn: 1, OverTime: 1, Longest: 11}, true},
		{"over its time, though others come out", short, []Spell{started(71), came}, Stuck{GoingOn: 1, OverTime: 1, Out: 1, Longest: 11}, true},
		{"no longest time", catalogue.Intervention{}, []Spell{started(71)}, Stuck{GoingOn: 1, Longest: 11}, false},
		{"six months to the day", catalogue.Intervention{}, []Spell{started(sixMonths)}, Stuck{GoingOn: 1, Longest: 27}, false},
		{"a day more", catalogue.Intervention{}, []Spell{started(sixMonths + 1)}, Stuck{GoingOn: 1, Long: 1, Longest: 27}, true},
		{"a day more, one has completed", catalogue.Intervention{}, []Spell{started(sixMonths + 1), came}, Stuck{GoingOn: 1, Long: 1, Out: 1, Longest: 27}, false},
		{"a day more, one has left to work", catalogue.Intervention{}, []Spell{started(sixMonths + 1), worked}, Stuck{GoingOn: 1, Long: 1, Out: 1, Longest: 27}, false},
		{"a day more, one completed before the year", catalogue.Intervention{}, []Spell{started(sixMonths + 1), long}, Stuck{GoingOn: 1, Long: 1, Longest: 27}, true},
	} {
		got := StuckIn(c.i, c.spells, year)
		if got != c.want || got.IsStop() != c.stop {
			t.Errorf("%s: %+v, a stop: %t", c.name, got, got.IsStop())
		}
	}
}

func TestUnused(t *testing.T) {
	week := today.Week()
	rooms := []catalogue.Room{{From: week - 500, Places: 2, HoursPerPlace: 10}}
	held := func(at period.Week, hours int) catalogue.Ledger {
		return catalogue.Ledger{Rooms: rooms, Held: map[period.Week]int{at: hours}}
	}
	closed := func(weeks int) catalogue.Ledger {
		return catalogue.Ledger{Rooms: rooms, Closed: []catalogue.Closing{{From: week.Monday(), To: week.AddWeeks(weeks).Monday() - 1}}}
	}
	open := catalogue.Intervention{Open: true, HoursFrom: 10}
	for _, c := range []struct {
		name string
		i    catalogue.Intervention
		l    catalogue.Ledger
		want int
	}{
		{"nobody has ever come", open, catalogue.Ledger{Rooms: rooms}, 20},
		{"one hour short in the first week looked at", open, held(week-4, 11), 0},
		{"the same a week before", open, held(week-5, 11), 20},
		{"one place taken in the last week looked at", open, held(week+3, 10), 10},
		{"all taken the week after", open, held(week+4, 20), 20},
		{"not open", catalogue.Intervention{HoursFrom: 10}, catalogue.Ledger{Rooms: rooms}, 0},
		{"closed for three of the weeks", open, closed(3), 20},
		{"closed for all of them", open, closed(4), 0},
		{"no room", catalogue.Intervention{Open: true}, catalogue.Ledger{}, 0},
	} {
		if got := UnusedIn(c.i, c.l, today); got != c.want {
			t.Errorf("%s: %d hours, want %d", c.name, got, c.want)
		}
	}
	for want, waits := range map[Waits][2]int{WaitsHere: {1, 5}, WaitsElsewhere: {0, 1}, NobodyWaits: {0, 0}} {
		if got := WaitsFor(waits[0], waits[1]); got != want {
			t.Errorf("%v wait: %s, want %s", waits, got, want)
		}
	}
}

func TestByIntervention(t *testing.T) {
	by := ByIntervention([]Spell{{Intervention: "a"}, {Intervention: "b"}, {Intervention: "a", To: 1}})
	if len(by) != 2 || len(by["a"]) != 2 || by["a"][1].To != 1 {
		t.Errorf("%v", by)
	}
}
