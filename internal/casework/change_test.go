package casework_test

import (
	"context"
	"sync"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

const because = "Det går bättre än vi trodde."

// inPlace is somebody in place today in a kitchen of so many hours a week.
func inPlace(t *testing.T, town *officetest.Town, places, hours int) (id, placed ident.ID) {
	t.Helper()
	ctx := context.Background()
	id = town.Agreed()
	placed = town.Referred(id, town.Kitchen(places, 10), hours)
	must(t, town.AnswerForProvider(ctx, town.Supervisor, placed, casework.OfferAnswer{Agreed: true}))
	must(t, town.AnswerOffer(ctx, town.ParticipantOf(id), placed, casework.OfferAnswer{Agreed: true}))
	must(t, town.StartPlacement(ctx, town.Supervisor, placed, casework.Form{}, town.Today()))
	return id, placed
}

func otherHours(n int) casework.ProposedChange {
	return casework.ProposedChange{Change: placement.Change{Kind: placement.ChangeHours, Hours: n, Reason: because}}
}

func lastDay(kind placement.ChangeKind, to period.Day) casework.ProposedChange {
	return casework.ProposedChange{Change: placement.Change{Kind: kind, To: &to, Reason: because}}
}

func propose(t *testing.T, town *officetest.Town, placed ident.ID, in casework.ProposedChange) {
	t.Helper()
	must(t, town.ProposeChange(context.Background(), town.Supervisor, placed, in))
}

// yes accepts what waits.
func yes(t *testing.T, town *officetest.Town, placed ident.ID) error {
	t.Helper()
	return town.DecideChange(context.Background(), town.CaseManager, placed, casework.ChangeAnswer{Proposal: newest(t, town, placed).ID, Agreed: true})
}

func newest(t *testing.T, town *officetest.Town, placed ident.ID) casework.ChangeProposal {
	t.Helper()
	v, err := town.SeePlacement(context.Background(), town.CaseManager, placed)
	must(t, err)
	if len(v.Changes) == 0 {
		t.Fatal("nothing has been proposed")
	}
	return v.Changes[0]
}

func wantHeld(t *testing.T, town *officetest.Town, in ident.ID, want map[int]int) {
	t.Helper()
	l := town.Capacity(in)
	for n, hours := range want {
		if got := l.Held[town.Today().Week().AddWeeks(n)]; got != hours {
			t.Errorf("%d hours are held in week %d, want %d", got, n, hours)
		}
	}
}

// More hours hold from next Monday, in every week that is left; what was held before
// stays, also when it is ended later with a day before the change.
func TestAYesToOtherHoursMovesTheLedger(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, placed := inPlace(t, town, 3, 10)
		kitchen := town.Placement(placed).Intervention
		started := town.Today()
		town.Days(14)
		propose(t, town, placed, otherHours(25))
		if p := town.Placement(placed); p.Hours != 10 {
			t.Errorf("a proposal alone made it %d hours", p.Hours)
		}
		wantNeed(t, town, id, true)
		must(t, yes(t, town, placed))
		wantNeed(t, town, id, false)
		if p := town.Placement(placed); p.Hours != 25 {
			t.Errorf("it is %d hours", p.Hours)
		}
		wantHeld(t, town, kitchen, map[int]int{0: 10, 1: 25, 10: 25, 40: 0})
		this := town.Today().Week()
		week := func(monday period.Day, want int) {
			t.Helper()
			err := db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				at, err := tx.Attending(ctx, id, period.Span{From: monday, To: monday.AddDays(6)})
				if err == nil && (len(at) != 1 || at[0].Hours != want) {
					t.Errorf("attendance of the week from %v counts with %+v, want %d hours", monday, at, want)
				}
				return err
			})
			must(t, err)
		}
		week(this.Monday(), 10)
		week(this.AddWeeks(1).Monday(), 25)
		for _, kind := range []casefile.EventKind{casefile.ChangeProposed, casefile.ChangeAccepted} {
			if n := town.Told(id, kind); n != 1 {
				t.Errorf("%s is told %d times", kind, n)
			}
		}
		town.Days(21)
		shown, err := town.SeeAttendance(ctx, town.CaseManager, id, town.Today().Week())
		must(t, err)
		for _, w := range shown.Weeks { // each with the hours that held in it, however many are shown at once
			want := 10
			if w.Week > this {
				want = 25
			}
			if planned, _ := w.Hours(); planned != want {
				t.Errorf("%v is shown with %d hours, want %d", w.Week, planned, want)
			}
		}
		must(t, town.EndPlacement(ctx, town.CaseManager, placed, casework.PlacementEnd{On: started}))
		err = db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			l, err := tx.Ledger(ctx, kitchen, started.Week())
			for n, want := range []int{10, 0, 0, 0, 0, 0, 0, 0} { // of the weeks that had 10 and those that had 25 alike
				if got := l.Held[started.Week().AddWeeks(n)]; got != want {
					t.Errorf("%d hours are held %d weeks after the start, want %d", got, n, want)
				}
			}
			return err
		})
		must(t, err)
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

func wantNeed(t *testing.T, town *officetest.Town, id ident.ID, want bool) {
	t.Helper()
	day, err := town.SeeMyDay(context.Background(), town.CaseManager, 1)
	must(t, err)
	for _, l := range day.Lines {
		if l.Case.ID == id && l.Asks(followup.ChangeToDecide) != want {
			t.Errorf("the case manager is asked: %v, want %v", !want, want)
		}
	}
}

// Fewer hours, and an earlier last day, give to those who wait.
func TestWhatAYesFreesGoesToTheQueue(t *testing.T) {
	for name, in := range map[string]func(today period.Day) casework.ProposedChange{
		"fewer hours":      func(period.Day) casework.ProposedChange { return otherHours(10) },
		"an end to come":   func(today period.Day) casework.ProposedChange { return lastDay(placement.ChangeEnd, today.AddDays(5)) },
		"an end that came": func(today period.Day) casework.ProposedChange { return lastDay(placement.ChangeEnd, today) },
	} {
		t.Run(name, func(t *testing.T) {
			town := officetest.OnSQLite(t)
			id, placed := inPlace(t, town, 2, 20)
			was := town.Placement(placed)
			waits := town.Referred(town.Agreed(), was.Intervention, 10)
			change := in(town.Today())
			propose(t, town, placed, change)
			must(t, yes(t, town, placed))
			p := town.Placement(placed)
			switch {
			case change.To == nil:
				if p.Hours != 10 || p.State != placement.Started {
					t.Errorf("%+v", p)
				}
				wantHeld(t, town, p.Intervention, map[int]int{0: 20, 1: 20, 2: 20})
			case *change.To > town.Today():
				if p.State != placement.Started || *p.To != *change.To {
					t.Errorf("%s until %v", p.State, p.To)
				}
				wantHeld(t, town, p.Intervention, map[int]int{0: 20, 2: 10})
			default:
				if p.State != placement.Interrupted || *p.EndedOn != *change.To || p.Reason != because {
					t.Errorf("%+v", p)
				}
				if town.Told(id, casefile.PlacementEnded) != 1 {
					t.Error("the end is not told")
				}
				wantHeld(t, town, p.Intervention, map[int]int{0: 20, 2: 10})
			}
			if got := town.Placement(waits).State; got != placement.Offered {
				t.Errorf("who waits is %s", got)
			}
			if c := newest(t, town, placed); c.State != placement.ChangeAccepted || c.DecidedBy != town.CaseManager.Account {
				t.Errorf("%+v", c)
			}
		})
	}
}

func TestAYesToALaterLastDay(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, placed := inPlace(t, town, 2, 20)
	p := town.Placement(placed)
	to := p.To.AddDays(28)
	propose(t, town, placed, lastDay(placement.ChangeExtend, to))
	v, err := town.SeePlacement(context.Background(), town.CaseManager, placed)
	must(t, err)
	if v.OpenChange() == nil || len(v.ChangeGate) == 0 {
		t.Error("the lines that a yes confirms are not shown")
	}
	must(t, yes(t, town, placed))
	last := int(to.Week() - town.Today().Week())
	if got := town.Placement(placed); *got.To != to || got.Hours != 20 {
		t.Errorf("%+v", got)
	}
	wantHeld(t, town, p.Intervention, map[int]int{0: 20, last - 4: 20, last: 20, last + 1: 0})

	// Not beyond what is granted, though the intervention would go on.
	beyond := town.Case(id).Programme.To.AddDays(1)
	if beyond <= p.From.AddDays(7*52-1) {
		propose(t, town, placed, lastDay(placement.ChangeExtend, beyond))
		wantField(t, yes(t, town, placed), "answer")
	} else {
		wantField(t, town.ProposeChange(context.Background(), town.Supervisor, placed, lastDay(placement.ChangeExtend, beyond)), "to")
	}
	if got := town.Placement(placed); *got.To != to {
		t.Error("what was refused was carried out")
	}
}

// What does not fit is refused beside the answer, changes nothing, and still waits.
func TestAYesThatDoesNotFit(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	_, placed := inPlace(t, town, 2, 10)
	kitchen := town.Placement(placed).Intervention
	neighbour := town.Referred(town.Agreed(), kitchen, 5)
	propose(t, town, placed, otherHours(16))
	wantField(t, yes(t, town, placed), "answer")
	if c := newest(t, town, placed); c.State != placement.ChangeOpen {
		t.Errorf("it is %s", c.State)
	}
	wantHeld(t, town, kitchen, map[int]int{0: 15, 1: 15})
	must(t, town.WithdrawPlacement(ctx, town.CaseManager, neighbour, casework.Form{}, unfit))
	must(t, yes(t, town, placed))
	wantHeld(t, town, kitchen, map[int]int{0: 10, 1: 16})

	// The weeks after its last are another's.
	later := town.Agreed()
	p := town.Placement(placed)
	from, to := p.To.AddDays(7), p.To.AddDays(60)
	r := town.Referral(kitchen, 10)
	r.From, r.To = &from, &to
	_, err := town.Refer(ctx, town.CaseManager, later, r)
	must(t, err)
	propose(t, town, placed, lastDay(placement.ChangeExtend, p.To.AddDays(30)))
	wantField(t, yes(t, town, placed), "answer")
	if got := town.Placement(placed); *got.To != *p.To {
		t.Error("it was extended into the weeks of another")
	}
}

func TestWhoProposesAndWhoDecides(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, placed := inPlace(t, town, 3, 10)
	_, elsewhere := town.Agreed(), town.Placed(town.Active(), town.Unit, 10)
	in := otherHours(20)
	wantCode(t, town.ProposeChange(ctx, town.Supervisor, elsewhere, in), fault.NotAllowed)
	wantCode(t, town.ProposeChange(ctx, town.Supervisor, id, in), fault.NotFound)
	wantCode(t, town.ProposeChange(ctx, town.CaseManager, placed, in), fault.NotAllowed)
	wantRefusal(t, town, access.ProposeChange.Name, "no_ground")
	wantCode(t, town.ProposeChange(ctx, town.ParticipantOf(id), placed, in), fault.NotAllowed)
	wantField(t, town.ProposeChange(ctx, town.Supervisor, placed, otherHours(41)), "hours")
	wantCode(t, town.WithdrawChange(ctx, town.Supervisor, placed, casework.Form{}), fault.Conflict)
	propose(t, town, placed, in)
	wantCode(t, town.ProposeChange(ctx, town.Supervisor, placed, in), fault.Conflict)

	first := newest(t, town, placed)
	answer := casework.ChangeAnswer{Proposal: first.ID}
	wantCode(t, town.DecideChange(ctx, town.Supervisor, placed, answer), fault.NotAllowed)
	wantCode(t, town.DecideChange(ctx, town.Second, placed, answer), fault.NotAllowed)
	wantField(t, town.DecideChange(ctx, town.CaseManager, placed, answer), "words")

	// Taken back, it can neither be answered nor taken back again; another can be made.
	must(t, town.WithdrawChange(ctx, town.Supervisor, placed, casework.Form{}))
	answer.Agreed = true
	wantCode(t, town.DecideChange(ctx, town.CaseManager, placed, answer), fault.Conflict)
	wantCode(t, town.WithdrawChange(ctx, town.Supervisor, placed, casework.Form{}), fault.Conflict)
	propose(t, town, placed, otherHours(15))
	wantCode(t, town.DecideChange(ctx, town.CaseManager, placed, answer), fault.Conflict) // of the first one

	no := casework.ChangeAnswer{Proposal: newest(t, town, placed).ID, Words: "Planen säger tio timmar."}
	must(t, town.DecideChange(ctx, town.CaseManager, placed, no))
	v, err := town.SeePlacement(ctx, town.Supervisor, placed)
	must(t, err)
	if c := v.Changes[0]; c.State != placement.ChangeDeclined || c.Words != no.Words || len(v.Changes) != 2 {
		t.Errorf("the provider reads %+v", v.Changes)
	}
	if town.Placement(placed).Hours != 10 || town.Told(id, casefile.ChangeDeclined) != 1 || town.Told(id, casefile.ChangeWithdrawn) != 1 {
		t.Error("a no changed something, or is not told")
	}

	// What ended meanwhile is not changed.
	propose(t, town, placed, otherHours(15))
	must(t, town.EndPlacement(ctx, town.CaseManager, placed, casework.PlacementEnd{On: town.Today()}))
	wantCode(t, yes(t, town, placed), fault.Conflict)
	wantNeed(t, town, id, false)
	wantCode(t, town.ProposeChange(ctx, town.Supervisor, placed, in), fault.NotAllowed) // they have them no more

	hidden, protected := inPlace(t, town, 3, 10)
	town.Protect(hidden)
	wantCode(t, town.ProposeChange(ctx, town.Supervisor, protected, in), fault.NotAllowed)
}

// Of two who answer the same page, one is told that it is out of date.
func TestTwoAnswersAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, placed := inPlace(t, town, 3, 10)
		propose(t, town, placed, otherHours(20))
		in := casework.ChangeAnswer{Proposal: newest(t, town, placed).ID, Agreed: true, Form: casework.Form{Version: town.Case(id).Version}}
		var both sync.WaitGroup
		errs := make([]error, 2)
		for i := range errs {
			both.Go(func() { errs[i] = town.DecideChange(ctx, town.CaseManager, placed, in) })
		}
		both.Wait()
		if errs[0] != nil {
			errs[0], errs[1] = errs[1], errs[0]
		}
		must(t, errs[0])
		wantCode(t, errs[1], fault.Stale)
		wantHeld(t, town, town.Placement(placed).Intervention, map[int]int{0: 10, 1: 20})
	})
}
