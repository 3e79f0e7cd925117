package compensation_test

import (
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Rounding does not drift. A line of a week is a whole number of fifths of a krona
// before it is cut, since its days are fifths of whole kronor; so cutting takes four
// fifths of a krona at most, however many stretches the week has, and never adds any.
// Nothing is carried from week to week: what a year loses is what its weeks lose, at
// most four fifths of a krona a week and line, and a week that pays alike on its five
// days loses nothing.
func TestRoundingDoesNotDriftOverAYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := newCases(rapid.Uint64().Draw(t, "case")).facts(rapid.IntRange(0, 5).Draw(t, "children"))
		fourFifths := big.NewRat(4, 5)
		lostBase, lostChild := new(big.Rat), new(big.Rat)
		for _, week := range calculate(t, facts, aYear[:]...) {
			base, child := plainly(t, facts, week.Week)
			for _, line := range []struct {
				name  string
				exact *big.Rat
				paid  int64
				lost  *big.Rat
			}{{"base", base, int64(week.Base), lostBase}, {"child", child, int64(week.Child), lostChild}} {
				cut := new(big.Rat).Sub(line.exact, big.NewRat(line.paid, 1))
				if cut.Sign() < 0 || cut.Cmp(fourFifths) > 0 {
					t.Fatalf("%s: the %s line is %s exactly and pays %d", week.Week, line.name, line.exact.FloatString(2), line.paid)
				}
				if alike(week) && cut.Sign() != 0 {
					t.Fatalf("%s pays alike all days, and loses %s", week.Week, cut.FloatString(2))
				}
				line.lost.Add(line.lost, cut)
			}
		}
		most := new(big.Rat).Mul(fourFifths, big.NewRat(int64(len(aYear)), 1))
		if lostBase.Cmp(most) > 0 || lostChild.Cmp(most) > 0 {
			t.Fatalf("a year loses %s and %s", lostBase.FloatString(2), lostChild.FloatString(2))
		}
	})
}

// alike tells whether the five days of the week pay the same.
func alike(week compensation.Week) bool {
	return slices.ContainsFunc(week.Explanation, func(s compensation.Step) bool {
		return s.Code == compensation.PartBase && s.Inputs.Count == 5
	})
}

// plainly is the two lines of a week, exactly, by the rules read as slowly and plainly
// as can be: each day by itself, in rational numbers.
func plainly(t *rapid.T, facts compensation.Facts, week period.Week) (base, child *big.Rat) {
	t.Helper()
	base, child = new(big.Rat), new(big.Rat)
	for _, d := range week.Days() {
		_, holiday := period.PublicHoliday(d)
		status, _ := attendance.OfDay(onDay(facts.Attendance, d)...)
		if !d.IsProgrammeDay() || !isGranted(facts, d) || !(holiday || paying[status]) {
			continue
		}
		amount, err := law.Sweden().PriceBaseAmount(d)
		if err != nil {
			t.Fatal(err)
		}
		// Hundredths of a percent of kronor, in whole kronor.
		percent := func(hundredths int64) int64 { return int64(amount.Value) * hundredths / 10000 }
		base.Add(base, big.NewRat(percent(475), 5))
		for n := range childrenOn(facts, d) {
			child.Add(child, big.NewRat(percent([]int64{33, 21, 11, 11, 11, 11}[n]), 5))
		}
	}
	return base, child
}

var paying = map[attendance.Status]bool{
	attendance.Attended: true, attendance.Ill: true, attendance.CareOfChild: true,
	attendance.AbsentApproved: true, attendance.PublicHoliday: true, attendance.NonePlanned: true,
}

// A new fact changes the weeks that its days lie in and no other: to reckon those anew
// gives the same as to reckon everything anew.
func TestANewFactChangesItsOwnWeeks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := anyFacts(t)
		after, days := learn(t, before)
		weeks := calculate(t, before, allWeeks()...)
		for i, week := range allWeeks() {
			if week.Span().Overlaps(days) {
				weeks[i] = calculate(t, after, week)[0]
			}
		}
		if full := calculate(t, after, allWeeks()...); !reflect.DeepEqual(weeks, full) {
			t.Fatalf("with what is new of %s: %+v\nall anew: %+v", days, weeks, full)
		}
	})
}

// learn is the facts with one more, one other or one less, and the days it is about.
func learn(t *rapid.T, facts compensation.Facts) (compensation.Facts, period.Span) {
	t.Helper()
	day := anyDayWithin(t, "new day")
	days := period.Span{From: day, To: day.AddDays(rapid.IntRange(0, 25).Draw(t, "new days"))}
	learnt := compensation.Facts{
		Grants:     slices.Clone(facts.Grants),
		Children:   slices.Clone(facts.Children),
		Attendance: slices.Clone(facts.Attendance),
	}
	switch rapid.IntRange(0, 4).Draw(t, "what is new") {
	case 0: // another child
		learnt.Children = append(learnt.Children, compensation.Child{Days: days})
	case 1: // a child that did not count after all
		if len(learnt.Children) > 0 {
			days = learnt.Children[0].Days
			learnt.Children = learnt.Children[1:]
		}
	case 2: // a stop
		if last := len(learnt.Grants) - 1; last >= 0 {
			days = learnt.Grants[last].Days
			learnt.Grants = learnt.Grants[:last]
		}
	case 3: // a longer decision
		if last := len(learnt.Grants) - 1; last >= 0 {
			from := learnt.Grants[last].Days.To.AddDays(1)
			days = period.Span{From: from, To: from.AddDays(10)}
			learnt.Grants[last].Days.To = days.To
		}
	case 4: // another word about a day
		status := rapid.SampledFrom(attendance.Statuses()).Draw(t, "settled")
		days.To = days.From
		at := slices.IndexFunc(learnt.Attendance, func(r attendance.DayRecord) bool { return r.Day == day })
		if at < 0 {
			learnt.Attendance = append(learnt.Attendance, attendance.DayRecord{Placement: "new", Day: day, Settled: status})
		} else {
			learnt.Attendance[at].Settled = status
		}
	}
	return learnt, days
}

// What a child is called, and in which order the children stand, changes nothing; nor
// does it when a child's time, or a decision's, is entered as two that meet.
func TestHowTimeIsDividedDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		other := compensation.Facts{Attendance: facts.Attendance}
		for i, child := range rapid.Permutation(facts.Children).Draw(t, "children") {
			child.ID = ident.ID("child " + string(rune('A'+i)))
			for _, days := range divide(t, child.Days) {
				other.Children = append(other.Children, compensation.Child{Days: days, ID: child.ID})
			}
		}
		for _, grant := range facts.Grants {
			for i, days := range divide(t, grant.Days) {
				other.Grants = append(other.Grants, compensation.Grant{Days: days, Decision: grant.Decision + ident.ID(rune('0'+i))})
			}
		}
		again := calculate(t, other, allWeeks()...)
		for i, week := range calculate(t, facts, allWeeks()...) {
			if again[i].Amounts != week.Amounts {
				t.Fatalf("%s: %+v, divided %+v", week.Week, week.Amounts, again[i].Amounts)
			}
		}
	})
}

// divide is the days as one span, or as two that meet.
func divide(t *rapid.T, days period.Span) []period.Span {
	t.Helper()
	cut := days.From.AddDays(rapid.IntRange(1, 40).Draw(t, "cut"))
	if cut > days.To {
		return []period.Span{days}
	}
	return []period.Span{{From: days.From, To: cut.AddDays(-1)}, {From: cut, To: days.To}}
}
