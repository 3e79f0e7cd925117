package recovery_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
)

var (
	today = period.MustDay("2026-08-17")
	week  = period.MustWeek("2026-W32")
)

const reason = "Felet var tydligt och upptäcktes samma månad."

func of(state recovery.State, fell ...money.Kronor) recovery.Recovery {
	r := recovery.Recovery{ID: "r", Case: "c", Run: "run", State: state}
	for i, amount := range fell {
		r.Weeks = append(r.Weeks, recovery.Week{Week: week.AddWeeks(i), Fell: amount})
	}
	return r
}

// Which step can be taken from which state; the days of Communicated are another test's.
func TestSteps(t *testing.T) {
	yes := map[recovery.Step][]recovery.State{
		recovery.Communicate:  {recovery.Opened, recovery.Communicated},
		recovery.GiveView:     {recovery.Communicated, recovery.Heard},
		recovery.Decide:       {recovery.Communicated, recovery.Heard},
		recovery.DecideAgain:  {recovery.Claimed},
		recovery.TakeInReturn: {recovery.Claimed},
	}
	passed := today.AddDays(-1)
	for _, step := range recovery.Steps() {
		for _, state := range recovery.States() {
			r := of(state, 563)
			r.AnswerBy = &passed
			err := r.Can(step, today)
			if want := slices.Contains(yes[step], state); (err == nil) != want {
				t.Errorf("%s when %s: %v", step, state, err)
			}
			var refusal *recovery.Refusal
			if err != nil && (fault.CodeOf(err) != fault.Conflict || !errors.As(err, &refusal) || refusal.Step != step || refusal.State != state) {
				t.Errorf("%s when %s: %v", step, state, err)
			}
		}
	}
}

func TestTheDayToAnswer(t *testing.T) {
	r := of(recovery.Opened, 563)
	for _, days := range []int{-1, 13, 91} {
		if _, err := r.Communicate(today.AddDays(days), today); fieldOf(err) != "answer_by" {
			t.Errorf("%d days: %v", days, err)
		}
	}
	r, err := r.Communicate(today.AddDays(14), today)
	if err != nil || r.State != recovery.Communicated {
		t.Fatal(r, err)
	}
	if r.CanBeDecided(today.AddDays(14)) || !r.CanBeDecided(today.AddDays(15)) {
		t.Error("the last day is the participant's own, whole")
	}
	if _, err := r.Communicate(today.AddDays(13), today); fieldOf(err) != "answer_by" {
		t.Errorf("the day was moved back: %v", err)
	}
	if r, err = r.Communicate(today.AddDays(20), today.AddDays(10)); err != nil || *r.AnswerBy != today.AddDays(20) {
		t.Errorf("%v, %v", r.AnswerBy, err)
	}
	if r, err = r.Hear(today.AddDays(30)); err != nil || !r.CanBeDecided(today.AddDays(30)) {
		t.Errorf("a late answer is an answer: %v", err)
	}
}

func TestDecisions(t *testing.T) {
	atOnce := recovery.Plan{Due: today.AddDays(30)}
	monthly := recovery.Plan{First: period.MustMonth("2026-09"), Monthly: 100}
	for name, c := range map[string]struct {
		draft  recovery.Draft
		claim  money.Kronor
		weeks  []money.Kronor // claimed of each
		state  recovery.State
		field  string
		ending recovery.Ending
	}{
		"all of it":                        {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: atOnce}, claim: 563, weeks: []money.Kronor{400, 163}, state: recovery.Claimed},
		"a part, from the first week on":   {draft: recovery.Draft{Choice: recovery.ClaimPart, Part: 450, Plan: monthly}, claim: 450, weeks: []money.Kronor{400, 50}, state: recovery.Claimed},
		"nothing":                          {draft: recovery.Draft{Choice: recovery.WaiveAll}, weeks: []money.Kronor{0, 0}, state: recovery.Closed, ending: recovery.Waived},
		"no choice":                        {draft: recovery.Draft{Plan: atOnce}, field: "choice"},
		"a part that is all of it":         {draft: recovery.Draft{Choice: recovery.ClaimPart, Part: 563, Plan: atOnce}, field: "part"},
		"a part of nothing":                {draft: recovery.Draft{Choice: recovery.ClaimPart, Plan: atOnce}, field: "part"},
		"a negative part":                  {draft: recovery.Draft{Choice: recovery.ClaimPart, Part: -5, Plan: atOnce}, field: "part"},
		"without a reason":                 {draft: recovery.Draft{Choice: recovery.WaiveAll, Reason: "kort"}, field: "reason"},
		"due before an appeal is out":      {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{Due: today.AddDays(29)}}, field: "due"},
		"due in two years":                 {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{Due: today.AddYears(2)}}, field: "due"},
		"no plan":                          {draft: recovery.Draft{Choice: recovery.ClaimAll}, field: "due"},
		"instalments from this month":      {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month(), Monthly: 100}}, field: "first"},
		"instalments from two years on":    {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month() + 24, Monthly: 100}}, field: "first"},
		"instalments of more than all":     {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month() + 1, Monthly: 564}}, field: "monthly"},
		"instalments for 38 months":        {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month() + 1, Monthly: 15}}, field: "monthly"},
		"36 of them":                       {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month() + 1, Monthly: 16}}, claim: 563, weeks: []money.Kronor{400, 163}, state: recovery.Claimed},
		"a month and no amount":            {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month() + 1}}, field: "monthly"},
		"instalments of a negative amount": {draft: recovery.Draft{Choice: recovery.ClaimAll, Plan: recovery.Plan{First: today.Month() + 1, Monthly: -100}}, field: "monthly"},
	} {
		if c.draft.Reason == "" {
			c.draft.Reason = reason
		}
		r := of(recovery.Heard, 500, 163)
		r.Weeks[0].TakenBack = 100
		decided, made, err := r.Decide(c.draft, recovery.Maker{Account: "d", Today: today, RunBy: []ident.ID{"a", "b"}})
		if c.field != "" {
			if fieldOf(err) != c.field || decided.State != recovery.Heard {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || made.Claim != c.claim || made.Claim+made.Waive != 563 || decided.State != c.state || decided.Ending != c.ending ||
			decided.Undecided() != 0 || decided.Left() != c.claim {
			t.Errorf("%s: %+v, %+v, %v", name, made, decided, err)
		}
		for i, want := range c.weeks {
			if w := decided.Weeks[i]; w.Claimed != want || w.Claimed+w.Forgiven != w.Stands() || r.Weeks[i].Claimed+r.Weeks[i].Forgiven != 0 {
				t.Errorf("%s: week %d: %+v", name, i, w)
			}
		}
	}
	_, _, err := of(recovery.Heard, 1).Decide(recovery.Draft{Choice: recovery.WaiveAll, Reason: reason}, recovery.Maker{Account: "b", Today: today, RunBy: []ident.ID{"a", "b"}})
	if fault.CodeOf(err) != fault.NotAllowed {
		t.Errorf("the attester decided: %v", err)
	}
}

func TestRepaying(t *testing.T) {
	r := of(recovery.Claimed, 563)
	r.Claimed = 563
	decided := today.AddDays(-3)
	for name, c := range map[string]struct {
		amount money.Kronor
		day    period.Day
		field  string
	}{
		"more than is left":   {564, today, "amount"},
		"nothing":             {0, today, "amount"},
		"less than nothing":   {-1, today, "amount"},
		"before the decision": {1, decided - 1, "day"},
		"tomorrow":            {1, today + 1, "day"},
	} {
		if _, err := r.Repay(c.amount, c.day, decided, today); fieldOf(err) != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	some, err := r.Repay(563, today, decided, today)
	if err != nil || some.State != recovery.Closed || some.Ending != recovery.Repaid || r.Repaid != 0 {
		t.Errorf("%+v, %v", some, err)
	}
}

// The latest correction is undone first, and what has been decided is not touched.
func TestTakingBack(t *testing.T) {
	at := func(id ident.ID, hour int, r recovery.Recovery) recovery.Recovery {
		r.ID, r.OpenedAt = id, time.Date(2026, 8, 17, hour, 0, 0, 0, time.UTC)
		return r
	}
	decided := of(recovery.Claimed, 500)
	decided.Claimed = 500
	open := []recovery.Recovery{at("old", 1, of(recovery.Heard, 563, 100)), at("new", 3, of(recovery.Opened, 200)), at("decided", 2, decided)}
	for _, c := range []struct {
		rise money.Kronor
		met  string
		rest money.Kronor
	}{
		{50, "new 150 opened", 0}, {200, "new 0 closed", 0}, {300, "new 0 closed, old 563 heard", 0}, {1000, "new 0 closed, old 100 heard", 237}, {0, "", 0},
	} {
		met, rest := recovery.TakeBack(open, week, c.rise)
		var said []string
		for _, r := range met {
			said = append(said, string(r.ID)+" "+r.Undecided().String()+" "+string(r.State))
		}
		if strings.Join(said, ", ") != c.met || rest != c.rest {
			t.Errorf("%s: %q, %s left", c.rise, said, rest)
		}
	}
	if open[0].Undecided() != 663 {
		t.Error("what was handed in has changed")
	}
}

// What the participant was let keep is met by a later rise, the newest recovery first;
// what was decided stays as it was decided.
func TestWhatWasKeptIsRight(t *testing.T) {
	at := func(id ident.ID, hour int, forgiven money.Kronor) recovery.Recovery {
		r := of(recovery.Closed, 563, 100)
		r.ID, r.OpenedAt, r.Ending, r.Waived = id, time.Date(2026, 8, 17, hour, 0, 0, 0, time.UTC), recovery.Waived, 663
		r.Weeks[0].Forgiven, r.Weeks[1].Forgiven = forgiven, 100
		return r
	}
	all := []recovery.Recovery{at("old", 1, 563), at("new", 2, 200), of(recovery.Heard, 563)}
	for _, c := range []struct {
		rise money.Kronor
		met  string
		rest money.Kronor
	}{
		{50, "new 150", 0}, {200, "new 0", 0}, {300, "new 0, old 463", 0}, {1000, "new 0, old 0", 237}, {0, "", 0},
	} {
		met, rest := recovery.Justify(all, week, c.rise)
		var said []string
		for _, r := range met {
			said = append(said, string(r.ID)+" "+r.Weeks[0].Kept().String())
			if r.State != recovery.Closed || r.Ending != recovery.Waived || r.Waived != 663 || r.Weeks[1].Kept() != 100 || r.Justified() != r.Weeks[0].Justified {
				t.Errorf("%s: more than what is right has changed: %+v", c.rise, r)
			}
		}
		if strings.Join(said, ", ") != c.met || rest != c.rest {
			t.Errorf("%s: %q, %s left", c.rise, said, rest)
		}
	}
	if all[0].Justified()+all[1].Justified() != 0 {
		t.Error("what was handed in has changed")
	}
}

// Whatever is claimed, repaid and dropped, each week's part of it is a part of what the
// week was claimed of, the parts make up the whole, and no krona is both repaid and kept.
func TestTheWeeksMakeUpTheRecovery(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := of(recovery.Heard)
		for i := range rapid.IntRange(1, 4).Draw(t, "weeks") {
			w := recovery.Week{Week: week.AddWeeks(i), Fell: money.Kronor(rapid.IntRange(1, 900).Draw(t, "fell"))}
			w.TakenBack = money.Kronor(rapid.IntRange(0, int(w.Fell)-1).Draw(t, "taken back"))
			r.Weeks = append(r.Weeks, w)
		}
		maker := recovery.Maker{Account: "d", Today: today}
		decide := func(r recovery.Recovery) recovery.Recovery {
			amount := int(r.Undecided() + r.Left())
			draft := recovery.Draft{Choice: rapid.SampledFrom(recovery.Choices()).Draw(t, "choice"), Reason: reason, Plan: recovery.Plan{Due: today.AddDays(40)}}
			if draft.Choice == recovery.ClaimPart && amount == 1 {
				draft.Choice = recovery.ClaimAll
			}
			if draft.Choice == recovery.ClaimPart {
				draft.Part = money.Kronor(rapid.IntRange(1, amount-1).Draw(t, "part"))
			}
			by := r.Decide
			if r.IsDecided() {
				by = r.DecideAgain
			}
			next, _, err := by(draft, maker)
			if err != nil {
				t.Fatal(err)
			}
			return next
		}
		r = decide(r)
		for range rapid.IntRange(0, 5).Draw(t, "steps") {
			switch {
			case r.State == recovery.Closed:
			case rapid.Bool().Draw(t, "repays"):
				var err error
				if r, err = r.Repay(money.Kronor(rapid.IntRange(1, int(r.Left())).Draw(t, "repaid")), today, today, today); err != nil {
					t.Fatal(err)
				}
			default:
				r = decide(r)
			}
			var forgiven, repaid, claimed money.Kronor
			back, still := r.RepaidOf(), r.StillClaimed()
			for i, w := range r.Weeks {
				if min(w.Forgiven, back[i], still[i]) < 0 || w.Forgiven+back[i]+still[i] != w.Stands() {
					t.Fatalf("week %d: %s repaid, %s claimed: %+v", i, back[i], still[i], w)
				}
				forgiven, repaid, claimed = forgiven+w.Forgiven, repaid+back[i], claimed+still[i]
			}
			if forgiven != r.Waived+r.Dropped || repaid != r.Repaid || claimed != r.Left() {
				t.Fatalf("%s forgiven, %s repaid, %s claimed: %+v", forgiven, repaid, claimed, r)
			}
		}
	})
}

// Instalments make up the claim exactly, none of them is of nothing or more than the
// monthly amount, they are as many as may be at most, and what has been paid is counted
// once.
func TestInstalmentsSumToTheClaim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claim := money.Kronor(rapid.IntRange(1, 200_000).Draw(t, "claim"))
		monthly := money.Kronor(rapid.IntRange(int(recovery.LeastMonthly(claim)), int(claim)).Draw(t, "monthly"))
		plan := recovery.Plan{First: today.Month() + 1, Monthly: monthly}
		if rapid.Bool().Draw(t, "at once") {
			plan = recovery.Plan{Due: today.AddDays(30)}
		}
		parts := plan.Instalments(claim)
		var sum money.Kronor
		for i, p := range parts {
			sum += p.Amount
			if p.Amount <= 0 || i > 0 && (p.Amount > monthly || p.Due <= parts[i-1].Due) {
				t.Fatalf("%v", parts)
			}
		}
		if sum != claim || len(parts) > recovery.MostInstalments {
			t.Fatalf("%d parts of %s for %s", len(parts), sum, claim)
		}
		left := money.Kronor(rapid.IntRange(0, int(claim)).Draw(t, "left"))
		var paid money.Kronor
		late := false
		on := today.AddDays(rapid.IntRange(0, 1200).Draw(t, "on"))
		for _, line := range recovery.Schedule(recovery.Decision{Claim: claim, Plan: plan}, left, on) {
			if paid += line.Paid; line.Paid < 0 || line.Paid > line.Amount {
				t.Fatalf("%+v", line)
			}
			late = late || line.Late
		}
		if paid != claim-left || late && left == 0 {
			t.Fatalf("%s paid of %s, %s left", paid, claim, left)
		}
	})
}

func TestSoonestMonth(t *testing.T) {
	for on, want := range map[string]string{"2026-08-01": "2026-08", "2026-08-02": "2026-09", "2026-01-31": "2026-03", "2026-12-15": "2027-01"} {
		if got := recovery.SoonestMonth(period.MustDay(on)); got != period.MustMonth(want) {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
	}
}

// Why a week fell is read off its two explanations.
func TestDifferences(t *testing.T) {
	monday := week.Monday()
	days := func(from, to int) period.Span {
		return period.Span{From: monday.AddDays(from), To: monday.AddDays(to)}
	}
	step := func(code compensation.Code, span period.Span, in compensation.Inputs) compensation.Step {
		return compensation.Step{Code: code, Days: span, Inputs: in}
	}
	part := func(span period.Span, weekly money.Kronor) compensation.Step {
		return step(compensation.PartBase, span, compensation.Inputs{Weekly: weekly})
	}
	child := func(span period.Span, n int) compensation.Step {
		return step(compensation.PartChild, span, compensation.Inputs{Children: n})
	}
	came := []compensation.Step{step(compensation.DayAttended, days(0, 4), compensation.Inputs{}), part(days(0, 4), 2812)}
	for name, c := range map[string]struct {
		before, now []compensation.Step
		want        []recovery.Reason
	}{
		"away on two days in a row and one more": {came,
			[]compensation.Step{step(compensation.DayAbsentUnapproved, days(0, 1), compensation.Inputs{}), step(compensation.DayAttended, days(2, 3), compensation.Inputs{}),
				step(compensation.DayAbsentUnapproved, days(4, 4), compensation.Inputs{}), part(days(2, 3), 2812)},
			[]recovery.Reason{{Kind: recovery.DayDiffers, Days: days(0, 1), WasDay: compensation.DayAttended, IsDay: compensation.DayAbsentUnapproved},
				{Kind: recovery.DayDiffers, Days: days(4, 4), WasDay: compensation.DayAttended, IsDay: compensation.DayAbsentUnapproved}}},
		"stopped from the Wednesday on": {came,
			[]compensation.Step{step(compensation.DayAttended, days(0, 1), compensation.Inputs{}), step(compensation.DayOutside, days(2, 4), compensation.Inputs{}), part(days(0, 1), 2812)},
			[]recovery.Reason{{Kind: recovery.DayDiffers, Days: days(2, 4), WasDay: compensation.DayAttended, IsDay: compensation.DayOutside}}},
		"a child did not count": {append(slices.Clone(came), child(days(0, 4), 2)), append(slices.Clone(came), child(days(0, 4), 1)),
			[]recovery.Reason{{Kind: recovery.ChildrenDiffer, Days: days(0, 4), WasMany: 2, IsMany: 1}}},
		"another rate": {came, []compensation.Step{came[0], part(days(0, 4), 2800)},
			[]recovery.Reason{{Kind: recovery.RatesDiffer, Days: days(0, 4), WasRate: 2812, IsRate: 2800}}},
		"nothing that the steps tell": {came, came, []recovery.Reason{{Kind: recovery.CalculatedAgain, Days: week.Span()}}},
	} {
		if got := recovery.Differences(week, c.before, c.now); !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func fieldOf(err error) string {
	var no *fault.Error
	if errors.As(err, &no) && no.Code == fault.Invalid && len(no.Fields) == 1 {
		return no.Fields[0].Name
	}
	return ""
}
