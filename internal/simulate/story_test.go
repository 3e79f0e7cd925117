package simulate

import (
	"crypto/sha256"
	"encoding/json"
	"math"
	"slices"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/followup"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// each runs check on every story of the municipality.
func each(t *testing.T, m *Municipality, check func(s *Story)) {
	t.Helper()
	for s, err := range m.Stories() {
		if err != nil {
			t.Fatal(err)
		}
		check(s)
	}
}

func TestTheProgrammeHasTheCasesItShouldHave(t *testing.T) {
	m := made(t, Options{Seed: 1})
	counts, err := m.CountCases()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sharesOfStates {
		if got := counts.States[string(s.state)]; got != s.share {
			t.Errorf("%s: %d cases, want %d", s.state, got, s.share)
		}
	}
	// 001: 5 of 42 to studies, 9 to compensation, 2 to pension, 22 to work or away.
	exits := 0
	for _, n := range counts.Exits {
		exits += n
	}
	work := 0
	for _, k := range []followup.ExitKind{followup.Work, followup.WorkWithSupport, followup.ProtectedWork, followup.Moved} {
		work += counts.Exits[string(k)]
	}
	for _, c := range []struct {
		what      string
		got, of42 int
	}{
		{"studies", counts.Exits["studies"], 5}, {"pension", counts.Exits["pension"], 2},
		{"compensation", counts.Exits["sickness_or_activity_compensation"], 9}, {"work or away", work, 22},
	} {
		if want := float64(exits*c.of42) / 42; math.Abs(float64(c.got)-want) > 2 {
			t.Errorf("exits to %s: %d of %d, want about %.1f (001)", c.what, c.got, exits, want)
		}
	}
	// There is something for every page to show.
	for what, n := range map[string]int{
		"queued": counts.Placements["queued"], "offered": counts.Placements["offered"], "accepted": counts.Placements["accepted"],
		"declined": counts.Placements["declined"], "proposed": counts.Placements["proposed"], "interrupted": counts.Placements["interrupted"],
		"overdue contacts": counts.Overdue, "changed case managers": counts.ManagerChanges, "outcomes": counts.OutcomesKnown,
	} {
		if n == 0 {
			t.Errorf("no %s", what)
		}
	}
}

func TestNobodyHasMoreCasesThanTheLimitOnAnyDay(t *testing.T) {
	for _, o := range []Options{{Seed: 1}, {Seed: 5, Size: Small}} {
		m := made(t, o)
		limit, err := law.Sweden().CaseloadLimit(m.Today)
		if err != nil {
			t.Fatal(err)
		}
		courses, err := m.plot()
		if err != nil {
			t.Fatal(err)
		}
		load := map[[2]int]int{} // by case manager and day
		for _, c := range courses {
			for _, h := range c.tenures {
				last := m.Today
				if c.end != 0 {
					last = c.end.AddDays(-1)
				}
				if h.to != 0 {
					last = min(last, h.to)
				}
				for day := h.from; day <= last; day++ {
					load[[2]int{h.manager, int(day)}]++
				}
			}
		}
		if len(load) == 0 {
			t.Fatal("nobody has a case")
		}
		for at, n := range load {
			if n > limit.Value {
				t.Fatalf("case manager %d has %d cases on %s", at[0], n, period.Day(at[1]))
			}
		}
	}
}

func TestNoPlaceIsGivenTwice(t *testing.T) {
	m := made(t, Options{Seed: 1})
	held := map[[2]int]int{} // hours a week, by intervention and day
	now := make([]int, len(m.Interventions))
	each(t, m, func(s *Story) {
		for _, p := range s.Placements {
			if p.State.HoldsHours() {
				now[p.intervention] += p.Hours
			}
			if p.StartedOn == nil {
				continue
			}
			last := *p.To
			if p.EndedOn != nil {
				last = *p.EndedOn
			}
			for day := *p.StartedOn; day <= last; day++ {
				held[[2]int{p.intervention, int(day)}] += p.Hours
			}
		}
	})
	for at, hours := range held {
		if in := m.Interventions[at[0]]; hours > in.Capacity() {
			t.Fatalf("%s holds %d hours of %d on %s", in.Code, hours, in.Capacity(), period.Day(at[1]))
		}
	}
	full := 0
	for i, hours := range now {
		if hours > m.Interventions[i].Capacity() {
			t.Errorf("%s has given away %d hours of %d", m.Interventions[i].Code, hours, m.Interventions[i].Capacity())
		}
		full += count(hours*10 > m.Interventions[i].Capacity()*9)
	}
	if full == 0 {
		t.Error("no intervention is nearly full, so no queue is true to life")
	}
}

// Every story keeps the rules that the pages keep.
func TestStoriesKeepTheRules(t *testing.T) {
	options := []Options{{Seed: 1}}
	for seed, day := range []string{"2026-11-22", "2026-12-31", "2026-06-20", "2026-04-06", "2025-07-01", "2026-03-02"} {
		options = append(options, Options{Seed: uint64(seed), Size: Small, Today: period.MustDay(day)})
	}
	for _, o := range options {
		m := made(t, o)
		people := map[string]bool{}
		each(t, m, func(s *Story) {
			if people[s.Case.Person.String()] {
				t.Errorf("%s: the person has another case", s.Case.Number)
			}
			people[s.Case.Person.String()] = true
			if !casefile.IsNumber(s.Case.Number) || s.Case.OpenedOn > m.Today {
				t.Errorf("case %s opened on %s", s.Case.Number, s.Case.OpenedOn)
			}
			if s.Case.State.NeedsManager() && s.Case.Manager.IsZero() {
				t.Errorf("%s: %s without a case manager", s.Case.Number, s.Case.State)
			}
			checkDecisions(t, s)
			checkPlans(t, s)
			checkPlacements(t, m, s)
			checkFollowUp(t, m, s)
			for _, e := range s.Events {
				if e.At.After(m.Today.AddDays(1).Time()) {
					t.Errorf("%s: %s is told of before it happens, %s", s.Case.Number, e.Kind, e.At)
				}
			}
		})
	}
}

func checkDecisions(t *testing.T, s *Story) {
	t.Helper()
	for _, d := range s.Decisions {
		if len([]rune(d.Reason)) < 20 {
			t.Errorf("%s: the reason of %s is too short", s.Case.Number, d.Kind)
		}
		for _, a := range s.Assessments {
			if a.By == d.By {
				t.Errorf("%s: who assessed has decided", s.Case.Number)
			}
		}
		if d.Kind == decision.Grant {
			if age := s.Adult.Person.Age(d.Span.From); age < 25 || age > 59 {
				t.Errorf("%s: granted at %d years of age", s.Case.Number, age)
			}
			if want := d.Span.From.AddYears(1).AddDays(-1); d.Span.To != want {
				t.Errorf("%s: granted until %s, want %s", s.Case.Number, d.Span.To, want)
			}
		}
	}
	for _, h := range s.Handovers {
		if f := h.Check(); f != nil {
			t.Errorf("%s: %v", s.Case.Number, f.Err())
		}
	}
	instruments := assessment.Instruments()
	for _, a := range s.Assessments {
		if f := instruments[a.Instrument].Validate(a.Rater, a.Answers, a.Completed != nil); f != nil {
			t.Errorf("%s: %s by %s: %v", s.Case.Number, a.Instrument, a.Rater, f.Err())
		}
	}
}

func checkPlans(t *testing.T, s *Story) {
	t.Helper()
	for i, v := range s.Plans {
		if f := plan.Validate(v.Plan, dayOf(v.SavedAt)); f != nil {
			t.Errorf("%s: version %d: %v", s.Case.Number, v.Version, f.Err())
		}
		if v.Version != i+1 {
			t.Errorf("%s: version %d stands as number %d", s.Case.Number, v.Version, i+1)
		}
	}
}

func checkPlacements(t *testing.T, m *Municipality, s *Story) {
	t.Helper()
	by := map[string]Placement{}
	for _, p := range s.Placements {
		by[p.ID.String()] = p
		if f := placement.Check(p.Placement, m.Interventions[p.intervention].Intervention, catalogue.Ledger{}); f != nil {
			t.Errorf("%s: %s: %v", s.Case.Number, m.Interventions[p.intervention].Code, f.Err())
		}
		if p.Gate.Outcome == placement.Blocked {
			t.Errorf("%s: referred through a closed gate: %+v", s.Case.Number, p.Gate.Lines)
		}
		if p.State == placement.Offered && *p.OfferUntil < m.Today {
			t.Errorf("%s: an offer that lapsed on %s stands", s.Case.Number, p.OfferUntil)
		}
	}
	var records []attendance.DayRecord
	for _, r := range s.Attendance {
		p := by[r.Placement.String()]
		span := period.Span{From: *p.StartedOn, To: *p.To}
		for _, status := range []attendance.Status{r.Reported, r.Confirmed, r.Settled} {
			if status == "" {
				continue
			}
			if err := attendance.Check("status", status, r.Day, span, m.Today); err != nil {
				t.Errorf("%s: %v", s.Case.Number, err)
			}
		}
		records = append(records, r.DayRecord)
	}
	if _, err := attendance.Days(records); err != nil {
		t.Errorf("%s: %v", s.Case.Number, err)
	}
	for _, w := range s.Weeks {
		if w.Total <= 0 || w.Week.Week >= m.Today.Week() {
			t.Errorf("%s: week %s pays %d", s.Case.Number, w.Week.Week, w.Total)
		}
	}
	if len(s.Weeks) > 0 {
		checkPay(t, s, records)
	}
}

// checkPay reckons the last paid week again from what a reader of the story knows.
func checkPay(t *testing.T, s *Story, records []attendance.DayRecord) {
	t.Helper()
	facts := compensation.Facts{Attendance: records}
	for e := range decision.InForce(plain(s.Decisions)).All() {
		if e.Value.State == decision.Granted {
			facts.Grants = append(facts.Grants, compensation.Grant{Days: e.Span, Decision: e.Value.Decision})
		}
	}
	for _, c := range s.Adult.Children {
		if span, ok := c.Counts(); ok {
			facts.Children = append(facts.Children, compensation.Child{Days: span})
		}
	}
	last := s.Weeks[len(s.Weeks)-1]
	weeks, err := compensation.Calculate(law.Sweden(), facts, last.Week.Week)
	if err != nil || weeks[0].Amounts != last.Amounts {
		t.Errorf("%s: %s was paid %+v and is reckoned %+v (%v)", s.Case.Number, last.Week.Week, last.Amounts, weeks, err)
	}
}

func checkFollowUp(t *testing.T, m *Municipality, s *Story) {
	t.Helper()
	var moves []followup.StepMove
	for _, move := range s.StepMoves {
		next := followup.StepMove{From: move.From, To: move.To, On: move.On, Reason: move.Reason, By: move.By}
		if f := followup.CheckMove(next, moves, m.Today); f != nil {
			t.Errorf("%s: %v", s.Case.Number, f.Err())
		}
		moves = append(moves, next)
	}
	if len(moves) > 0 && s.Case.LadderStep != moves[len(moves)-1].To {
		t.Errorf("%s: on step %d, moved to %d", s.Case.Number, s.Case.LadderStep, moves[len(moves)-1].To)
	}
	for _, c := range s.Contacts {
		if f := followup.CheckContact(c.Contact, s.Case.OpenedOn, m.Today); f != nil {
			t.Errorf("%s: %v", s.Case.Number, f.Err())
		}
	}
	if active := s.Case.State == casefile.Active || s.Case.State == casefile.Paused; active && s.Case.NextContactOn == nil {
		t.Errorf("%s: no contact is due", s.Case.Number)
	}
	if s.Exit == nil {
		return
	}
	exit := followup.Exit{Kind: s.Exit.Kind, On: s.Exit.On, Note: s.Exit.Note}
	if f := followup.CheckExit(exit, s.Case.OpenedOn, m.Today); f != nil {
		t.Errorf("%s: %v", s.Case.Number, f.Err())
	}
	for _, o := range s.Outcomes {
		if o.At == nil {
			continue
		}
		if f := followup.CheckOutcome(o.Outcome, s.Exit.On, m.Today); f != nil {
			t.Errorf("%s: %v", s.Case.Number, f.Err())
		}
	}
}

func TestPaymentRunsAreAttestedBySomebodyElse(t *testing.T) {
	m := made(t, Options{Seed: 1, Size: Small})
	runs := m.PaymentRuns()
	if len(runs) < 100 {
		t.Fatalf("%d runs in two years", len(runs))
	}
	officers := m.withRole(access.PaymentOfficer)
	for i, r := range runs {
		if waits := i == len(runs)-1; r.AttestedBy.IsZero() != waits || r.AttestedBy == r.PreparedBy {
			t.Errorf("run of %s: prepared by %s, attested by %q", r.Week, r.PreparedBy, r.AttestedBy)
		}
		if !slices.ContainsFunc(officers, func(a *Account) bool { return a.ID == r.PreparedBy }) {
			t.Errorf("run of %s is prepared by somebody who is no payment officer", r.Week)
		}
	}
	known := map[string]bool{}
	for _, r := range runs {
		known[r.ID.String()] = true
	}
	each(t, m, func(s *Story) {
		for _, w := range s.Weeks {
			if !known[w.Run.String()] {
				t.Errorf("%s: week %s is in no run", s.Case.Number, w.Week.Week)
			}
		}
	})
}

func TestStoriesAreTheSameWhenToldAgain(t *testing.T) {
	m := made(t, Options{Seed: 9, Size: Small})
	sum := func() [sha256.Size]byte {
		h := sha256.New()
		each(t, m, func(s *Story) {
			if err := json.NewEncoder(h).Encode(s); err != nil {
				t.Fatal(err)
			}
		})
		return [sha256.Size]byte(h.Sum(nil))
	}
	if first, again := sum(), sum(); first != again {
		t.Error("two tellings differ")
	}
}

// A day for which the law book has no amounts is refused, not guessed.
func TestADayTheLawDoesNotKnow(t *testing.T) {
	m := made(t, Options{Seed: 1, Size: Small, Today: period.MustDay("2029-05-02")})
	if _, err := m.CountCases(); err == nil {
		t.Error("the stories were told without a law")
	}
}
