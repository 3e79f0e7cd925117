package followup

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

func day(text string) period.Day { return period.MustDay(text) }

func reached(on string) Contact { return Contact{On: day(on), Kind: Meeting, Reached: true} }
func missed(on string) Contact  { return Contact{On: day(on), Kind: PhoneCall} }

// gathered are the fields and keys, as "field key".
func gathered(f fault.Fields) []string {
	var names []string
	for _, x := range f {
		names = append(names, x.Name+" "+strings.TrimPrefix(x.Text.Key, "followup."))
	}
	slices.Sort(names)
	return names
}

func TestContactIsWeeklyAtFirstThenMonthly(t *testing.T) {
	start := day("2026-03-02") // eight weeks end on 2026-04-27
	for _, c := range []struct {
		name     string
		contacts []Contact
		on       string
		due      string
		pace     Pace
	}{
		{"a week after the start", nil, "2026-03-02", "2026-03-09", Weekly},
		{"a week after the last", []Contact{reached("2026-03-05"), reached("2026-03-12")}, "2026-03-13", "2026-03-19", Weekly},
		{"nobody was reached", []Contact{reached("2026-03-05"), missed("2026-03-12")}, "2026-03-13", "2026-03-12", Weekly},
		{"the last within eight weeks", []Contact{reached("2026-04-26")}, "2026-04-26", "2026-05-03", Weekly},
		{"eight weeks on", []Contact{reached("2026-04-27")}, "2026-04-27", "2026-05-27", Monthly},
		{"a month is a calendar month", []Contact{reached("2026-12-31")}, "2027-01-01", "2027-01-31", Monthly},
		{"the shortest month", []Contact{reached("2027-01-31")}, "2027-01-31", "2027-02-28", Monthly},
		{"before the start does not count", []Contact{reached("2026-02-20")}, "2026-03-02", "2026-03-09", Weekly},
		{"an appointment is no contact", []Contact{reached("2026-03-20")}, "2026-03-10", "2026-03-09", Weekly},
	} {
		due := Standard().Next(start, c.contacts, day(c.on))
		if due.On != day(c.due) || due.Pace != c.pace {
			t.Errorf("%s: %s %s, want %s %s", c.name, due.On, due.Pace, c.due, c.pace)
		}
	}
}

func TestTheLightTurnsAsTheDayComes(t *testing.T) {
	due := Due{On: day("2026-03-09")}
	for _, c := range []struct {
		on      string
		light   Light
		overdue int
	}{
		{"2026-03-06", Green, 0},
		{"2026-03-07", Amber, 0},
		{"2026-03-09", Amber, 0},
		{"2026-03-10", Red, 1},
		{"2026-03-16", Red, 7},
	} {
		if light, days := LightOf(due.On, day(c.on)), due.Overdue(day(c.on)); light != c.light || days != c.overdue {
			t.Errorf("%s: %s, %d days over; want %s, %d", c.on, light, days, c.light, c.overdue)
		}
	}
}

func TestSupportIsReviewedAfterAYear(t *testing.T) {
	if got := SupportReview(day("2026-03-02")); got != day("2027-03-02") {
		t.Errorf("got %s", got)
	}
}

// The order in which contacts were noted does not matter, one more never makes the
// next come sooner, and the next is at most a month after the last.
func TestOneMoreContactNeverBringsTheNextCloser(t *testing.T) {
	start := day("2026-03-02")
	rapid.Check(t, func(t *rapid.T) {
		on := start.AddDays(rapid.IntRange(0, 400).Draw(t, "today"))
		contacts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Contact {
			return Contact{On: start.AddDays(rapid.IntRange(-30, 400).Draw(t, "day")), Reached: rapid.Bool().Draw(t, "reached")}
		}), 1, 20).Draw(t, "contacts")
		due := Standard().Next(start, contacts, on)
		shuffled := Standard().Next(start, rapid.Permutation(contacts).Draw(t, "order"), on)
		if due.On != shuffled.On || due.Pace != shuffled.Pace {
			t.Fatalf("%v, in another order %v", due, shuffled)
		}
		if fewer := Standard().Next(start, contacts[1:], on); fewer.On > due.On {
			t.Fatalf("%s with one more contact, %s without", due.On, fewer.On)
		}
		last := start
		if due.Last != nil {
			last = *due.Last
		}
		if gap := due.On - last; gap < 7 || gap > 31 {
			t.Fatalf("%d days from %s to %s", gap, last, due.On)
		}
	})
}

func TestWhatAContactMustSay(t *testing.T) {
	opened, today := day("2026-03-02"), day("2026-04-01")
	for _, c := range []struct {
		name    string
		contact Contact
		want    []string
	}{
		{"whole", reached("2026-04-01"), nil},
		{"no kind", Contact{On: today}, []string{"kind choose_one"}},
		{"tomorrow", reached("2026-04-02"), []string{"on not_yet"}},
		{"before the case", reached("2026-03-01"), []string{"on before_case"}},
		{"a note counted in letters", Contact{On: today, Kind: Meeting, Note: strings.Repeat("å", MaxNote)}, nil},
		{"a note too long", Contact{On: today, Kind: Meeting, Note: strings.Repeat("å", MaxNote+1)}, []string{"note text_too_long"}},
	} {
		if got := gathered(CheckContact(c.contact, opened, today)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
