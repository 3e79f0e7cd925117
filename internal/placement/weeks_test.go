package placement

import (
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
)

func TestWhichWeeksAPlacementHolds(t *testing.T) {
	from, to := period.MustDay("2026-03-04"), period.MustDay("2026-03-24") // weeks 10 to 13
	for _, c := range []struct {
		state State
		ended string
		last  string // "" for none
	}{
		{Proposed, "", ""}, {Referred, "", ""}, {Queued, "", ""}, {Declined, "", ""}, {Withdrawn, "", ""},
		{Offered, "", "2026-W13"}, {Accepted, "", "2026-W13"}, {Started, "", "2026-W13"},
		{Interrupted, "2026-03-04", "2026-W10"}, {Interrupted, "2026-03-15", "2026-W11"}, {Interrupted, "2026-03-16", "2026-W12"},
		{Completed, "2026-03-24", "2026-W13"}, {Completed, "2026-04-20", "2026-W13"},
	} {
		p := Placement{State: c.state, From: &from, To: &to, Hours: 10}
		if c.ended != "" {
			p.EndedOn = ptr(period.MustDay(c.ended))
		}
		weeks, holds := p.Holds()
		if holds != (c.last != "") || holds && (weeks.From != from.Week() || weeks.To.String() != c.last) {
			t.Errorf("%s, ended %q: %v to %v (%v), want to %q", c.state, c.ended, weeks.From, weeks.To, holds, c.last)
		}
	}
}

func TestWhatBeginsInSomeDays(t *testing.T) {
	from, to := period.MustDay("2026-03-04"), period.MustDay("2026-03-06")
	for _, c := range []struct {
		state State
		on    string
		want  int
	}{
		{Offered, "2026-03-04", 1}, {Accepted, "2026-03-06", 1}, {Accepted, "2026-03-03", 0}, {Accepted, "2026-03-07", 0},
		{Queued, "2026-03-05", 0}, {Started, "2026-03-05", 0}, {Withdrawn, "2026-03-05", 0},
	} {
		if got := StartsIn([]Placement{{State: c.state, From: ptr(period.MustDay(c.on))}, {State: c.state}}, from, to); got != c.want {
			t.Errorf("%s on %s: %d", c.state, c.on, got)
		}
	}
}

func TestWhenSomebodyBeginsAfterAClosing(t *testing.T) {
	friday := catalogue.Closing{From: period.MustDay("2026-03-02"), To: period.MustDay("2026-03-06")}
	monday := catalogue.Closing{From: period.MustDay("2026-03-09"), To: period.MustDay("2026-03-09")}
	for _, c := range []struct {
		name   string
		of     catalogue.Intervention
		closed []catalogue.Closing
		want   string // "" for no day
	}{
		{"the first weekday", catalogue.Intervention{Start: catalogue.Rolling}, []catalogue.Closing{friday}, "2026-03-09"},
		{"closed then too", catalogue.Intervention{Start: catalogue.Rolling}, []catalogue.Closing{friday, monday}, "2026-03-10"},
		{"the cohort's day", catalogue.Intervention{Start: catalogue.Cohort, StartDays: []period.Day{friday.From, period.MustDay("2026-04-01")}},
			[]catalogue.Closing{friday}, "2026-04-01"},
		{"the cohort's days are past", catalogue.Intervention{Start: catalogue.Cohort, StartDays: []period.Day{friday.From}}, []catalogue.Closing{friday}, ""},
	} {
		got, found := StartAfter(friday, c.of, catalogue.Ledger{Closed: c.closed})
		if found != (c.want != "") || found && got.String() != c.want {
			t.Errorf("%s: %s (%v), want %q", c.name, got, found, c.want)
		}
	}
}

func TestWhoIsToBeEnded(t *testing.T) {
	to := period.MustDay("2026-03-24")
	for _, c := range []struct {
		state State
		today string
		want  bool
	}{{Started, "2026-03-24", false}, {Started, "2026-03-25", true}, {Completed, "2026-03-25", false}, {Accepted, "2026-03-25", false}} {
		if got := (Placement{State: c.state, To: &to}).IsToBeEnded(period.MustDay(c.today)); got != c.want {
			t.Errorf("%s on %s: %v", c.state, c.today, got)
		}
	}
}

// Many placements move at random in one intervention, with days of their own. What the
// ledger holds of each week is always what the placements hold of it, and never more
// than there is; what is freed is what was held before and is not after.
func TestHeldHoursAreThoseOfThePlacements(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ledger := catalogue.Ledger{Rooms: []catalogue.Room{{From: march2.Week() - 100, Places: 2, HoursPerPlace: 40}}}
		placements := make([]Placement, rapid.IntRange(1, 8).Draw(t, "placements"))
		for i := range placements {
			from := march2.AddDays(rapid.IntRange(0, 30).Draw(t, "from"))
			placements[i] = Placement{
				State: Proposed, Hours: rapid.SampledFrom([]int{10, 20, 30, 40}).Draw(t, "hours"),
				From: &from, To: ptr(from.AddDays(rapid.IntRange(0, 60).Draw(t, "days"))),
			}
		}
		for range rapid.IntRange(0, 60).Draw(t, "moves") {
			i := rapid.IntRange(0, len(placements)-1).Draw(t, "which")
			before := placements[i]
			on := march2.AddDays(rapid.IntRange(0, 90).Draw(t, "day"))
			move := Move{
				Command: rapid.SampledFrom(Commands()).Draw(t, "command"),
				By:      rapid.SampledFrom([]Mover{CaseManager, Participant, Provider, TheQueue, TheDeadline}).Draw(t, "by"),
				For:     Participant, Reason: "Det passade inte just nu", On: on,
			}
			if rapid.Bool().Draw(t, "moved") && on <= *before.To {
				move.Begins = &on
			}
			after, err := before.Apply(move)
			if err != nil {
				continue
			}
			if _, was := before.Holds(); !was {
				if weeks, holds := after.Holds(); holds {
					taken, err := ledger.Hold(after.Hours, weeks)
					if err != nil {
						continue // no room: the offer is not made
					}
					ledger = taken
				}
			} else if weeks, freed := Freed(before, after); freed {
				given, err := ledger.Release(before.Hours, weeks)
				if err != nil {
					t.Fatal(err)
				}
				ledger = given
			}
			placements[i] = after
			for w := march2.Week() - 1; w < march2.Week()+16; w++ {
				if held := HeldHours(placements, w); held != ledger.Held[w] || held > ledger.Capacity(w) {
					t.Fatalf("placements hold %d, the ledger counts %d of %d", held, ledger.Held[w], ledger.Capacity(w))
				}
			}
		}
	})
}
