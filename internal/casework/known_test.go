package casework_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// wantReproduced reckons every calculation of the runs anew, as things were known when
// it was made, and counts them.
func wantReproduced(t *testing.T, town *officetest.Town, runs ...ident.ID) int {
	t.Helper()
	ctx := context.Background()
	var all []store.CalculatedWeek
	err := town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		for _, run := range runs {
			weeks, err := tx.CalculatedFor(ctx, run)
			if err != nil {
				return err
			}
			all = append(all, weeks...)
		}
		return nil
	})
	must(t, err)
	for _, w := range all {
		known, err := town.ReckonKnownAt(ctx, town.PaymentOfficer, w.Case, w.Week.Week, w.At)
		must(t, err)
		was, err := json.Marshal(w.Week)
		must(t, err)
		if now, err := json.Marshal(known); err != nil || !bytes.Equal(was, now) {
			t.Fatalf("the week as known %s is\n%s\nand was kept as\n%s\n%v", w.At, now, was, err)
		}
	}
	return len(all)
}

// Whatever is said, unsaid, entered, ended, taken away and decided in between, every
// calculation can be made again for ever as it was made, on both engines. The clock
// stands still between most of what happens.
func TestEveryCalculationIsReproducedAsKnownThen(t *testing.T) {
	happened := map[string]int{}
	for seed := range uint64(4) {
		storetest.Each(t, func(t *testing.T, db *store.DB) {
			l := newLife(t, officetest.New(t, db), seed)
			for range 60 {
				l.step()
			}
			if n := wantReproduced(t, l.town, l.runs...); n < 5 {
				t.Errorf("only %d calculations were made", n)
			}
			for what, n := range l.count {
				happened[what] += n
			}
		})
	}
	for _, what := range []string{"report", "confirm", "settle", "child", "end custody", "take away", "decide", "propose", "attest", "withdraw"} {
		if happened[what] == 0 {
			t.Errorf("%s never happened: %v", what, happened)
		}
	}
}

// life is two cases to which things happen at random.
type life struct {
	t     *testing.T
	town  *officetest.Town
	r     *rand.Rand
	cases []ident.ID
	at    map[ident.ID]ident.ID // placements
	first period.Week
	runs  []ident.ID
	count map[string]int // how often each thing happened
}

func newLife(t *testing.T, town *officetest.Town, seed uint64) *life {
	l := &life{t: t, town: town, r: rand.New(rand.NewPCG(seed, 7)), at: map[ident.ID]ident.ID{}, count: map[string]int{}}
	for range 2 {
		id, at := town.Started()
		l.cases, l.at[id] = append(l.cases, id), at
	}
	l.first = town.Today().Week()
	town.Days(7)
	return l
}

// did counts what happened. What the rules refuse is no part of the life; anything else
// that goes wrong is.
func (l *life) did(what string, err error) {
	switch fault.CodeOf(err) {
	case "":
		if err != nil {
			l.t.Fatalf("%s: %v", what, err)
		}
		l.count[what]++
	case fault.Invalid, fault.Conflict, fault.NotFound, fault.NotAllowed:
	default:
		l.t.Fatalf("%s: %v", what, err)
	}
}

func (l *life) step() {
	ctx, town := context.Background(), l.town
	id := l.cases[l.r.IntN(len(l.cases))]
	weeks := int(town.Today().Week() - l.first)
	week := l.first.AddWeeks(l.r.IntN(weeks + 1))
	day := week.Monday().AddDays(l.r.IntN(5))
	word := casework.DayWord{Placement: l.at[id], Day: day, Status: attendance.Statuses()[l.r.IntN(6)]}
	switch n := l.r.IntN(20); {
	case n < 4:
		l.did("report", town.ReportAttendance(ctx, town.ParticipantOf(id), casework.AttendanceReport{Week: week, Words: []casework.DayWord{word}}))
	case n < 8:
		l.did("confirm", town.ConfirmAttendance(ctx, town.Supervisor, casework.Confirmation{Week: week, Words: []casework.DayWord{word}}))
	case n < 10:
		l.did("settle", town.SettleAttendance(ctx, town.CaseManager, id, casework.Settlement{DayWord: word}))
	case n < 12:
		birth := period.MustDay("2012-01-01").AddDays(l.r.IntN(4000))
		l.did("child", town.AddChild(ctx, town.CaseManager, id, casework.NewChild{Birth: birth, From: birth}))
	case n < 14:
		l.child(id, n == 13)
	case n == 14:
		kinds := []decision.Kind{decision.Pause, decision.Resume, decision.Stop}
		from := town.Today().AddDays(l.r.IntN(4))
		l.did("decide", town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{
			Kind: kinds[l.r.IntN(2+l.r.IntN(2))], From: from, To: from.AddDays(l.r.IntN(20)), Reason: "Behovet har ändrats enligt uppföljningen."}))
	case n < 18:
		run, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: town.Today().Week().AddWeeks(-1)})
		l.did("propose", err)
		if err == nil {
			l.runs = append(l.runs, run)
		}
		if err == nil && l.r.IntN(3) > 0 {
			l.did("attest", town.AttestPayments(ctx, town.Attester, run, casework.Form{}))
		} else if err == nil {
			l.did("withdraw", town.WithdrawPayments(ctx, town.PaymentOfficer, run, casework.Form{}))
		}
	case n == 18:
		town.Days(1 + l.r.IntN(5))
	default:
		town.Clock.Forward(time.Duration(l.r.IntN(3)) * time.Microsecond)
	}
}

// child ends the custody of one of the case's children, or takes it away.
func (l *life) child(id ident.ID, away bool) {
	ctx, town := context.Background(), l.town
	v, err := town.SeeChildren(ctx, town.CaseManager, id)
	if err != nil {
		l.t.Fatal(err)
	}
	if len(v.Children) == 0 {
		return
	}
	child := v.Children[l.r.IntN(len(v.Children))]
	if away {
		l.did("take away", town.RemoveChild(ctx, town.CaseManager, id, casework.Form{}, child.ID))
		return
	}
	last := town.Today().AddDays(l.r.IntN(40) - 30)
	l.did("end custody", town.EndCustody(ctx, town.CaseManager, id, casework.Form{}, child.ID, last))
}

// The instants of one municipality are all different and in order, also when the clock
// stands still: what has come to be known has an order.
func TestNoTwoUseCasesShareAnInstant(t *testing.T) {
	town := officetest.OnSQLite(t)
	town.Active()
	ctx := context.Background()
	if err := town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		all, err := tx.NewestEntries(ctx, 0, 100)
		for i := 1; i < len(all); i++ {
			if !all[i].At.Before(all[i-1].At) {
				t.Errorf("entry %d is of %s and the one after it of %s", all[i].Seq, all[i].At, all[i-1].At)
			}
		}
		if len(all) < 5 {
			t.Errorf("only %d entries", len(all))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// Before anything was known nothing was paid, and who may not see the compensation may
// not see what it was.
func TestReckonKnownAt(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, at, week := town.Due()
	before := town.Clock.Now()
	for _, c := range []struct {
		name  string
		at    time.Time
		total int
	}{
		{"before the decision", officetest.Start.Add(-time.Hour), 0},
		{"when the week was confirmed", town.Clock.Now().Add(time.Hour), 2812},
	} {
		t.Run(c.name, func(t *testing.T) {
			known, err := town.ReckonKnownAt(ctx, town.PaymentOfficer, id, week, c.at)
			if err != nil || int(known.Total) != c.total {
				t.Errorf("%v, %v", known.Total, err)
			}
		})
	}
	town.Clock.Forward(time.Hour)
	town.Confirms(at, week, attendance.AbsentUnapproved)
	known, err := town.ReckonKnownAt(ctx, town.PaymentOfficer, id, week, before.Add(time.Minute))
	if err != nil || known.Total != 2812 {
		t.Errorf("%v, %v", known.Total, err)
	}
	known, err = town.ReckonKnownAt(ctx, town.PaymentOfficer, id, week, town.Clock.Now().Add(time.Minute))
	if err != nil || known.Total != 2249 {
		t.Errorf("%v, %v", known.Total, err)
	}
	_, err = town.ReckonKnownAt(ctx, town.Supervisor, id, week, before)
	wantCode(t, err, fault.NotAllowed)
	town.Law = new(law.Book)
	_, err = town.ReckonKnownAt(ctx, town.PaymentOfficer, id, week, before.Add(time.Minute))
	wantCode(t, err, fault.Conflict)
}
