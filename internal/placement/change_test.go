package placement

import (
	"errors"
	"strings"
	"testing"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// What may be proposed when: the messages that stand beside the fields, or the code of
// what refuses all of it.
func TestWhatMayBeProposed(t *testing.T) {
	const because = "Det går bättre än vi trodde."
	today := period.MustDay("2026-11-18") // a Wednesday
	on := func(text string) *period.Day { d := period.MustDay(text); return &d }
	running := Placement{State: Started, Hours: 20, From: on("2026-09-01"), To: on("2027-01-29"), StartedOn: on("2026-09-02")}
	with := func(change func(*Placement)) Placement {
		p := running
		change(&p)
		return p
	}
	hours := func(n int) Change { return Change{Kind: ChangeHours, Hours: n, Reason: because} }
	end := func(day string) Change { return Change{Kind: ChangeEnd, To: on(day), Reason: because} }
	extend := func(day string) Change { return Change{Kind: ChangeExtend, To: on(day), Reason: because} }
	for _, c := range []struct {
		name   string
		p      Placement
		change Change
		want   string
	}{
		{"more hours", running, hours(25), ""},
		{"fewer hours", running, hours(1), ""},
		{"the same hours", running, hours(20), "hours: placement.change.same_hours"},
		{"no hours", running, hours(0), "hours: placement.change.same_hours"},
		{"in the last week", with(func(p *Placement) { p.To = on("2026-11-22") }), hours(25), "hours: placement.change.last_week"},
		{"in the week before", with(func(p *Placement) { p.To = on("2026-11-23") }), hours(25), ""},
		{"end today", running, end("2026-11-18"), ""},
		{"end the day before the last", running, end("2027-01-28"), ""},
		{"end on the last day", running, end("2027-01-29"), "to: placement.change.not_earlier"},
		{"end yesterday", running, end("2026-11-17"), "to: placement.change.day_past"},
		{"go on a day", running, extend("2027-01-30"), ""},
		{"go on to the last day", running, extend("2027-01-29"), "to: placement.change.not_later"},
		{"nobody has noted the end, go on from today", with(func(p *Placement) { p.To = on("2026-11-13") }), extend("2026-11-18"), ""},
		{"nobody has noted the end, go on to yesterday", with(func(p *Placement) { p.To = on("2026-11-13") }), extend("2026-11-17"), "to: placement.change.not_later"},
		{"no day", running, Change{Kind: ChangeExtend, Reason: because}, "to: placement.to_missing"},
		{"nothing", running, Change{Reason: because}, "change: placement.change.kind_missing"},
		{"why is too short", running, Change{Kind: ChangeHours, Hours: 25, Reason: "  Kortare "}, "reason: placement.reason_too_short"},
		{"why is too long", running, Change{Kind: ChangeHours, Hours: 25, Reason: strings.Repeat("å", 2001)}, "reason: placement.text_too_long"},
		{"offered", with(func(p *Placement) { p.State = Offered }), hours(25), "placement.change.not_running"},
		{"accepted", with(func(p *Placement) { p.State = Accepted }), extend("2027-02-01"), "placement.change.not_running"},
		{"completed", with(func(p *Placement) { p.State = Completed }), end("2026-12-01"), "placement.change.not_running"},
		{"interrupted", with(func(p *Placement) { p.State = Interrupted }), hours(25), "placement.change.not_running"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := refusalOf(c.p.Propose(c.change, today)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	t.Run("an earlier last day that has come by the yes", func(t *testing.T) {
		after, err := running.Take(end("2026-11-10"), today)
		if err != nil || *after.To != period.MustDay("2026-11-10") || *running.To != period.MustDay("2027-01-29") {
			t.Errorf("%v, %v", after.To, err)
		}
		if got := refusalOf(second(running.Take(end("2026-09-01"), today))); got != "to: placement.ends_before_start" {
			t.Error(got)
		}
		if after, err = running.Take(hours(25), today); err != nil || after.Hours != 25 || *after.To != *running.To {
			t.Errorf("%+v, %v", after, err)
		}
	})
}

func second(_ Placement, err error) error { return err }

func refusalOf(err error) string {
	var no *fault.Error
	if !errors.As(err, &no) {
		return ""
	}
	if len(no.Fields) == 0 {
		return no.Text.Key
	}
	var said []string
	for _, f := range no.Fields {
		said = append(said, f.Name+": "+f.Text.Key)
	}
	return strings.Join(said, " ")
}

// What is given back of a week is what was held in it, however often the hours changed,
// also twice in one week.
func TestHoursBeforeAChange(t *testing.T) {
	week := period.MustDay("2026-11-16").Week()
	p := Placement{Hours: 15}
	earlier := []HoursBefore{{week.AddWeeks(2), 20}, {week.AddWeeks(4), 10}, {week.AddWeeks(4), 30}}
	for n, want := range []int{20, 20, 10, 10, 15, 15} {
		if got := p.HoursIn(week.AddWeeks(n), earlier); got != want {
			t.Errorf("%d hours in week %d, want %d", got, n, want)
		}
	}
	got := p.Pieces(catalogue.Weeks{From: week + 1, To: week + 5}, earlier)
	want := []HeldWeeks{{20, catalogue.Weeks{From: week + 1, To: week + 1}}, {10, catalogue.Weeks{From: week + 2, To: week + 3}}, {15, catalogue.Weeks{From: week + 4, To: week + 5}}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("piece %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if p.Pieces(catalogue.Weeks{From: week, To: week - 1}, earlier) != nil {
		t.Error("no week has a piece")
	}
}
