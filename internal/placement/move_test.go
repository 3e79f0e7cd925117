package placement

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

var march2 = period.MustDay("2026-03-02")

func offered() Placement {
	return Placement{ID: "p", State: Offered, Hours: 20, From: ptr(period.MustDay("2026-03-09")),
		To: ptr(period.MustDay("2026-08-30")), OfferUntil: ptr(march2.AddDays(OfferDays))}
}

func in(s State) Placement {
	p := offered()
	p.State = s
	return p
}

func TestAnOfferStandsForAWeek(t *testing.T) {
	p, err := in(Referred).Apply(Move{Command: Offer, By: CaseManager, On: march2})
	if err != nil || *p.OfferUntil != period.MustDay("2026-03-09") {
		t.Fatalf("%v, until %v", err, p.OfferUntil)
	}
	lastDay, dayAfter := *p.OfferUntil, p.OfferUntil.AddDays(1)
	for _, c := range []struct {
		name string
		move Move
		want fault.Code
	}{
		{"answered on the last day", Move{Command: Accept, By: Provider, On: lastDay}, ""},
		{"answered a day late", Move{Command: Accept, By: Provider, On: dayAfter}, fault.Conflict},
		{"lapses the day after", Move{Command: Lapse, By: TheDeadline, On: dayAfter}, ""},
		{"does not lapse on the last day", Move{Command: Lapse, By: TheDeadline, On: lastDay}, fault.Conflict},
	} {
		if _, err := p.Apply(c.move); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWhatAMoveNeeds(t *testing.T) {
	words := strings.Repeat("ä", MinReason)
	started := in(Started)
	started.StartedOn = ptr(march2)
	for _, c := range []struct {
		name  string
		from  Placement
		move  Move
		field string
	}{
		{"a no without a reason", offered(), Move{Command: Decline, By: Participant}, "reason"},
		{"a no of blanks", offered(), Move{Command: Decline, By: Participant, Reason: strings.Repeat(" ", 40)}, "reason"},
		{"a no with a reason", offered(), Move{Command: Decline, By: Participant, Reason: words}, ""},
		{"a recorded no, whose is not said", offered(), Move{Command: Decline, By: CaseManager, Reason: words}, "for"},
		{"a recorded no, the participant's", offered(), Move{Command: Decline, By: CaseManager, For: Participant, Reason: words}, ""},
		{"a reason that is a book", offered(), Move{Command: Decline, By: Provider, Reason: strings.Repeat("x", MaxReason+1)}, "reason"},
		{"withdrawn without a reason", offered(), Move{Command: Withdraw, By: CaseManager}, "reason"},
		{"interrupted without a reason", started, Move{Command: Interrupt, By: CaseManager, On: march2}, "reason"},
		{"completed needs none", started, Move{Command: Complete, By: CaseManager, On: march2}, ""},
		{"ended before it started", started, Move{Command: Complete, By: CaseManager, On: march2.AddDays(-1)}, "on"},
		{"started before its first day", in(Accepted), Move{Command: Begin, By: Provider, On: march2}, "on"},
		{"started on its first day", in(Accepted), Move{Command: Begin, By: Provider, On: march2.AddDays(7)}, ""},
		{"started after its last day", in(Accepted), Move{Command: Begin, By: Provider, On: period.MustDay("2026-08-31")}, "on"},
		{"an offer that ends today", in(Referred), Move{Command: Offer, By: CaseManager, On: march2, Until: &march2}, "until"},
	} {
		after, err := c.from.Apply(c.move)
		if (err == nil) != (c.field == "") {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if err == nil {
			continue
		}
		refusal, isFault := err.(*fault.Error)
		if !isFault || len(refusal.Fields) != 1 || refusal.Fields[0].Name != c.field {
			t.Errorf("%s: %v, want a message at %s", c.name, err, c.field)
		}
		if after.State != c.from.State {
			t.Errorf("%s: refused, yet moved to %s", c.name, after.State)
		}
	}
}

func TestAnOfferTakesTwoToAccept(t *testing.T) {
	yes := func(by, whose Mover) Move { return Move{Command: Accept, By: by, For: whose, On: march2} }
	for _, c := range []struct {
		name  string
		moves []Move
		want  State
		code  fault.Code
	}{
		{"the provider alone", []Move{yes(Provider, "")}, Offered, ""},
		{"the participant alone", []Move{yes(Participant, "")}, Offered, ""},
		{"both", []Move{yes(Participant, ""), yes(Provider, "")}, Accepted, ""},
		{"both, one recorded", []Move{yes(Provider, ""), yes(CaseManager, Participant)}, Accepted, ""},
		{"one of them twice", []Move{yes(Provider, ""), yes(Provider, "")}, Offered, fault.Conflict},
		{"recorded for nobody", []Move{yes(CaseManager, "")}, Offered, fault.Invalid},
		{"a no after a yes", []Move{yes(Provider, ""), {Command: Decline, By: Participant, Reason: "Resan tar två timmar"}}, Declined, ""},
	} {
		p, err := offered(), error(nil)
		for _, m := range c.moves {
			p, err = p.Apply(m)
		}
		if p.State != c.want || fault.CodeOf(err) != c.code {
			t.Errorf("%s: %s %v, want %s %q", c.name, p.State, err, c.want, c.code)
		}
	}
}

func TestWhatHasNotHappenedIsNotNoted(t *testing.T) {
	if err := HasCome(march2, march2); err != nil {
		t.Errorf("today: %v", err)
	}
	if err := HasCome(march2.AddDays(1), march2); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("tomorrow: %v", err)
	}
}

func TestWhoDeclinedIsKept(t *testing.T) {
	reason := "Resan dit tar två timmar"
	for _, c := range []struct {
		move Move
		want Mover
	}{
		{Move{Command: Decline, By: Participant, Reason: reason}, Participant},
		{Move{Command: Decline, By: Provider, Reason: reason}, Provider},
		{Move{Command: Decline, By: CaseManager, For: Participant, Reason: reason}, Participant},
		{Move{Command: Lapse, By: TheDeadline, On: march2.AddDays(30)}, TheDeadline},
	} {
		p, err := offered().Apply(c.move)
		if err != nil || p.DeclinedBy != c.want || p.Reason != c.move.Reason {
			t.Errorf("%s by %s: %v, declined by %s because %q", c.move.Command, c.move.By, err, p.DeclinedBy, p.Reason)
		}
	}
}

func TestAPlacementFitsItsIntervention(t *testing.T) {
	greenhouse := catalogue.Intervention{HoursFrom: 10, HoursTo: 30, MaxWeeks: 26, Start: catalogue.Rolling}
	course := greenhouse
	course.Start, course.StartDays, course.MaxWeeks = catalogue.Cohort, []period.Day{period.MustDay("2026-03-09")}, 0
	day := func(text string) *period.Day { return ptr(period.MustDay(text)) }
	ledger := catalogue.Ledger{Closed: []catalogue.Closing{{From: *day("2026-07-01"), To: *day("2026-08-09"), Reason: "Sommar"}}}
	for _, c := range []struct {
		name string
		in   catalogue.Intervention
		p    Placement
		want []string
	}{
		{"fits", greenhouse, Placement{Hours: 10, From: day("2026-03-09"), To: day("2026-09-06")}, nil},
		{"a day too long", greenhouse, Placement{Hours: 10, From: day("2026-03-09"), To: day("2026-09-07")}, []string{"to placement.too_long"}},
		{"until further notice", greenhouse, Placement{Hours: 10, From: day("2026-03-09")}, []string{"to placement.to_missing"}},
		{"no first day", greenhouse, Placement{Hours: 10, To: day("2026-03-09")}, []string{"from placement.from_missing"}},
		{"backwards", greenhouse, Placement{Hours: 10, From: day("2026-03-09"), To: day("2026-03-08")}, []string{"to placement.ends_before_start"}},
		{"too few hours", greenhouse, Placement{Hours: 9, From: day("2026-03-09"), To: day("2026-03-20")}, []string{"hours placement.hours_outside"}},
		{"too many hours", greenhouse, Placement{Hours: 31, From: day("2026-03-09"), To: day("2026-03-20")}, []string{"hours placement.hours_outside"}},
		{"with the cohort", course, Placement{Hours: 10, From: day("2026-03-09"), To: day("2026-06-12")}, nil},
		{"between cohorts", course, Placement{Hours: 10, From: day("2026-03-10"), To: day("2026-06-12")}, []string{"from placement.not_a_start_day"}},
		{"where it is closed", greenhouse, Placement{Hours: 10, From: day("2026-07-01"), To: day("2026-09-06")}, []string{"from placement.closed_then"}},
		{"the day after", greenhouse, Placement{Hours: 10, From: day("2026-08-10"), To: day("2026-09-06")}, nil},
		{"closed until the last cohort has begun", course, Placement{Hours: 10, From: day("2026-07-06"), To: day("2026-09-06")},
			[]string{"from placement.closed_for_good", "from placement.not_a_start_day"}},
		{"an end that is none", course, Placement{Hours: 10, From: day("2026-03-09"), To: day("2099-12-31")}, []string{"to placement.too_long"}},
	} {
		var got []string
		for _, f := range Check(c.p, c.in, ledger) {
			got = append(got, f.Name+" "+f.Text.Key)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A placement ends on the last day that was attended, or later; never before it.
func TestTheLastDayIsNotBeforeOneThatWasAttended(t *testing.T) {
	there := period.MustDay("2026-11-20")
	for _, c := range []struct {
		on   period.Day
		goes bool
	}{{there, true}, {there.AddDays(1), true}, {there.AddDays(-1), false}} {
		if err := CheckEnd(c.on, there); (err == nil) != c.goes {
			t.Errorf("ended on %v: %v", c.on, err)
		}
	}
	if err := CheckEnd(there, 0); err != nil {
		t.Errorf("nobody was there after it: %v", err)
	}
}
