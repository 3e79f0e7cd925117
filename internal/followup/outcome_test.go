package followup

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestOutcomeTimesDoNotSlip(t *testing.T) {
	want := []string{"2026-08-31", "2026-11-30", "2027-02-28", "2027-08-31", "2028-08-31", "2030-08-31"}
	for i, due := range OutcomeTimes(day("2026-08-31")) {
		if due.On != day(want[i]) || due.Months != OutcomeMonths()[i] {
			t.Errorf("%d months: %s, want %s", due.Months, due.On, want[i])
		}
	}
}

func TestWhatAnOutcomeMustSay(t *testing.T) {
	exit, today := day("2026-03-02"), day("2026-06-10")
	for _, c := range []struct {
		name    string
		outcome Outcome
		want    []string
	}{
		{"after three months", Outcome{Months: 3, On: day("2026-06-02"), Standing: InWork, Source: ByAsking}, nil},
		{"a day before its time", Outcome{Months: 3, On: day("2026-06-01"), Standing: InWork, Source: ByAsking}, []string{"on outcome_too_early"}},
		{"tomorrow", Outcome{Months: 3, On: today + 1, Standing: InWork, Source: ByAsking}, []string{"on not_yet"}},
		{"a time that is none", Outcome{Months: 4, On: today, Standing: InWork, Source: ByAsking}, []string{"months choose_one"}},
		{"no answer chosen", Outcome{Months: 0, On: today, Source: ByRegister}, []string{"standing choose_one"}},
		{"from nowhere", Outcome{Months: 0, On: today, Standing: OnAssistance}, []string{"source choose_one"}},
		{"hours below nothing", Outcome{Months: 0, On: today, Standing: InWork, Source: ByAsking, Hours: -1}, []string{"hours hours_outside"}},
	} {
		if got := gathered(CheckOutcome(c.outcome, exit, today)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhoIsNotReachedIsMissingAndNotWithoutWork(t *testing.T) {
	for _, s := range Standings() {
		if s.IsWorkOrStudies() && !s.IsKnown() {
			t.Errorf("%s counts as work and as missing", s)
		}
	}
	if NotReached.IsKnown() || WishesNotToAnswer.IsKnown() || !OnAssistance.IsKnown() {
		t.Error("missing answers count, or real ones do not")
	}
}

func TestTheNextOutcomeIsTheEarliestThatIsMissing(t *testing.T) {
	exit := day("2026-03-02")
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.SliceOfDistinct(rapid.SampledFrom(OutcomeMonths()), rapid.ID[int]).Draw(t, "noted")
		var noted []Outcome
		for _, m := range months {
			noted = append(noted, Outcome{Months: m})
		}
		next, more := NextOutcome(exit, noted)
		if more == (len(months) == len(OutcomeMonths())) {
			t.Fatalf("%v noted, more to come: %v", months, more)
		}
		for _, m := range OutcomeMonths() {
			if !more || m >= next.Months {
				break
			}
			if !slices.Contains(months, m) {
				t.Fatalf("%d is missing, next is %d", m, next.Months)
			}
		}
	})
}
