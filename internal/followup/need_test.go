package followup

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/period"
)

func dayOf(text string) *period.Day {
	d := day(text)
	return &d
}

// said is the needs in short: a star for what asks today.
func said(needs []Need) string {
	var words []string
	for _, n := range needs {
		word := string(n.Kind)
		if n.Now {
			word += "*"
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func TestNeeds(t *testing.T) {
	span := period.MustSpan("2026-03-02", "2027-03-01")
	settled := Situation{
		Stage: TakingPart, Programme: &span, PlanStands: true, AskEvery: 3, PlanWithin: 3,
		Progression: dayOf("2026-09-20"), NextContact: dayOf("2026-12-01"),
	}
	with := func(change func(*Situation)) Situation {
		s := settled
		change(&s)
		return s
	}
	for _, c := range []struct {
		name string
		s    Situation
		on   string
		want string
	}{
		{"all is as it should be", settled, "2026-11-20", ""},
		{"the contact is today", settled, "2026-12-01", "contact_due*"},
		{"the offer has time", with(func(s *Situation) { s.OfferUntil = dayOf("2026-11-23") }), "2026-11-20", "offer_runs_out"},
		{"the offer runs out in two days", with(func(s *Situation) { s.OfferUntil = dayOf("2026-11-22") }), "2026-11-20", "offer_runs_out*"},
		{"two say different things", with(func(s *Situation) { s.Conflicts = 2 }), "2026-11-20", "attendance_conflict*"},
		{"money waits for an account", with(func(s *Situation) { s.Stopped = 1 }), "2026-11-20", "payment_stopped*"},
		{"paid too much, and not told", with(func(s *Situation) { s.Overpaid = dayOf("2026-11-18") }), "2026-11-20", "recovery_to_tell*"},
		{"the household has something new", with(func(s *Situation) { s.Household = dayOf("2026-11-18") }), "2026-11-20", "household_to_see"},
		{"and has had it for more than a week", with(func(s *Situation) { s.Household = dayOf("2026-11-12") }), "2026-11-20", "household_to_see*"},
		{"the provider proposes a change", with(func(s *Situation) { s.Change = dayOf("2026-11-20") }), "2026-11-20", "change_to_decide*"},
		{"hours are empty", with(func(s *Situation) { s.Unfilled = 8 }), "2026-11-20", "hours_to_fill"},
		{"a pause fills no hours", with(func(s *Situation) { s.Unfilled, s.Stage = 8, Resting }), "2026-11-20", ""},
		{"three months since last", settled, "2026-12-20", "contact_due* assessment_due"},
		{"never asked since the start", with(func(s *Situation) { s.Progression, s.NextContact = nil, nil }), "2026-06-02", "assessment_due"},
		{"the year is running out", with(func(s *Situation) { s.Progression, s.NextContact = dayOf("2027-01-10"), nil }), "2027-01-20", "programme_ends"},
		{"two weeks are left", with(func(s *Situation) { s.Progression, s.NextContact = dayOf("2027-01-10"), nil }), "2027-02-15", "programme_ends*"},
		{"no plan on the second day", with(func(s *Situation) { s.PlanStands = false }), "2026-03-03", "plan_missing"},
		{"no plan on the third", with(func(s *Situation) { s.PlanStands = false }), "2026-03-05", "plan_missing*"},
		{"the plan waits for a yes", with(func(s *Situation) { s.PlanProposed = dayOf("2026-11-18") }), "2026-11-20", "plan_to_agree"},
		{"and has waited for more than a week", with(func(s *Situation) { s.PlanProposed = dayOf("2026-11-12") }), "2026-11-20", "plan_to_agree*"},
		{"the granted time has begun", Situation{Stage: BeforeStart, Programme: &span}, "2026-03-02", "programme_to_start*"},
		{"it has not", Situation{Stage: BeforeStart, Programme: &span}, "2026-03-01", ""},
		{"three months after", Situation{Stage: HasLeft, OutcomeDue: dayOf("2026-11-20")}, "2026-11-20", "outcome_to_ask*"},
		{"the outcome lies ahead", Situation{Stage: HasLeft, OutcomeDue: dayOf("2026-11-21")}, "2026-11-20", ""},
		{"stopped, and then?", Situation{Stage: HasLeft, ExitMissing: true}, "2026-11-20", "exit_to_note*"},
		{"an appeal has waited a week", Situation{Appeals: Appeals{Received: dayOf("2026-11-13")}}, "2026-11-20", "appeal_to_reconsider"},
		{"and more than that", Situation{Appeals: Appeals{Received: dayOf("2026-11-12")}}, "2026-11-20", "appeal_to_reconsider*"},
		{"what has been promised goes first", Situation{Appeals: Appeals{Received: dayOf("2026-11-12"), Promised: dayOf("2026-11-19"), Answered: dayOf("2026-11-20")}},
			"2026-11-20", "appeal_to_carry_out* appeal_to_forward* appeal_to_reconsider*"},
		{"what asks today goes first", with(func(s *Situation) {
			s.Unfilled, s.NextContact, s.Conflicts, s.OfferUntil = 8, dayOf("2026-11-12"), 1, dayOf("2026-11-26")
		}), "2026-11-20", "contact_due* attendance_conflict* offer_runs_out hours_to_fill"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said(Needs(c.s, day(c.on))); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// Every kind that is listed can be needed, and no other.
func TestEveryNeedCanArise(t *testing.T) {
	span := period.MustSpan("2026-03-02", "2026-12-01")
	on := day("2026-11-30")
	all := Situation{Programme: &span, NextContact: &on, OfferUntil: &on, Conflicts: 1, Stopped: 1, Overpaid: &on, Household: &on, Change: &on, PlanProposed: &on, AskEvery: 3,
		Unfilled: 1, OutcomeDue: &on, ExitMissing: true, Appeals: Appeals{Received: &on, Promised: &on, Answered: &on}}
	arisen := map[NeedKind]bool{}
	for _, stage := range []Stage{BeforeStart, TakingPart, HasLeft} {
		for _, proposed := range []*period.Day{nil, &on} {
			s := all
			s.Stage, s.PlanProposed = stage, proposed
			for _, n := range Needs(s, on) {
				arisen[n.Kind] = true
			}
		}
	}
	for _, kind := range NeedKinds() {
		if !arisen[kind] {
			t.Errorf("%s never arises", kind)
		}
		delete(arisen, kind)
	}
	if len(arisen) > 0 {
		t.Errorf("not listed: %v", arisen)
	}
}

func TestWhoNeedsMostGoesFirst(t *testing.T) {
	offer := Need{Kind: OfferRunsOut, Now: true}
	late, later := Need{Kind: ContactDue, Now: true, Late: 2}, Need{Kind: ContactDue, Now: true, Late: 9}
	hours := Need{Kind: HoursToFill, Count: 8}
	want := [][]Need{{offer}, {later}, {late, hours}, {late}, {hours}, nil}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortStableFunc(got, CompareCases)
	for i := range want {
		if said(got[i]) != said(want[i]) {
			t.Errorf("place %d: %q, want %q", i+1, said(got[i]), said(want[i]))
		}
	}
}
