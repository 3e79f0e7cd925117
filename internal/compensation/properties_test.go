package compensation_test

import (
	"encoding/json"
	"math/big"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// horizon is eight weeks around the turn of a year, so that two amounts meet.
var (
	firstWeek = period.MustWeek("2025-W49")
	horizon   = period.Span{From: firstWeek.Monday(), To: firstWeek.AddWeeks(7).Sunday()}
)

func allWeeks() []period.Week {
	var weeks []period.Week
	for w := range period.WeeksOf(horizon) {
		weeks = append(weeks, w)
	}
	return weeks
}

func anyDayWithin(t *rapid.T, label string) period.Day {
	return period.Day(rapid.IntRange(int(horizon.From)-10, int(horizon.To)+10).Draw(t, label))
}

// anyFacts are grants that do not overlap, up to five children, and two placements
// with records on some of the days.
func anyFacts(t *rapid.T) compensation.Facts {
	var facts compensation.Facts
	day := horizon.From.AddDays(rapid.IntRange(-10, 20).Draw(t, "first grant"))
	for i := range rapid.IntRange(0, 4).Draw(t, "grants") {
		to := day.AddDays(rapid.IntRange(0, 30).Draw(t, "grant length"))
		facts.Grants = append(facts.Grants, compensation.Grant{
			Days:     period.Span{From: day, To: to},
			Decision: ident.ID(string(rune('A' + i))),
		})
		day = to.AddDays(1 + rapid.IntRange(0, 5).Draw(t, "gap"))
	}
	for range rapid.IntRange(0, 5).Draw(t, "children") {
		from := anyDayWithin(t, "child from")
		facts.Children = append(facts.Children, compensation.Child{Days: period.Span{From: from, To: from.AddDays(rapid.IntRange(0, 80).Draw(t, "child days"))}})
	}
	statuses := rapid.SampledFrom(append(attendance.Statuses(), "", attendance.Attended, attendance.Attended))
	for d := range horizon.Days() {
		for _, placement := range []ident.ID{"kitchen", "course"} {
			if !d.IsProgrammeDay() || rapid.IntRange(0, 3).Draw(t, "recorded") == 0 {
				continue
			}
			facts.Attendance = append(facts.Attendance, attendance.DayRecord{
				Placement: placement, Day: d,
				Reported:  statuses.Draw(t, "reported"),
				Confirmed: statuses.Draw(t, "confirmed"),
			})
		}
	}
	return facts
}

func calculate(t *rapid.T, facts compensation.Facts, weeks ...period.Week) []compensation.Week {
	t.Helper()
	reckoned, err := compensation.Calculate(law.Sweden(), facts, weeks...)
	if err != nil {
		t.Fatal(err)
	}
	return reckoned
}

func TestTheOrderOfFactsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		shuffled := compensation.Facts{
			Grants:     rapid.Permutation(facts.Grants).Draw(t, "grants"),
			Children:   rapid.Permutation(facts.Children).Draw(t, "children"),
			Attendance: rapid.Permutation(facts.Attendance).Draw(t, "attendance"),
		}
		if a, b := calculate(t, facts, allWeeks()...), calculate(t, shuffled, allWeeks()...); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v\nand in another order\n%+v", a, b)
		}
	})
}

// A week reckoned alone, with the facts of that week only, is the week reckoned with
// all the others: nothing is carried over.
func TestIncrementalEqualsFull(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		for i, full := range calculate(t, facts, allWeeks()...) {
			alone := calculate(t, within(facts, full.Week.Span()), allWeeks()[i])[0]
			if !reflect.DeepEqual(alone, full) {
				t.Fatalf("%+v\nand alone\n%+v", full, alone)
			}
		}
	})
}

func within(facts compensation.Facts, span period.Span) compensation.Facts {
	var cut compensation.Facts
	for _, g := range facts.Grants {
		if days, both := g.Days.Intersect(span); both {
			cut.Grants = append(cut.Grants, compensation.Grant{Days: days, Decision: g.Decision})
		}
	}
	for _, c := range facts.Children {
		if days, both := c.Days.Intersect(span); both {
			cut.Children = append(cut.Children, compensation.Child{Days: days, ID: c.ID})
		}
	}
	for _, r := range facts.Attendance {
		if span.Contains(r.Day) {
			cut.Attendance = append(cut.Attendance, r)
		}
	}
	return cut
}

// The rules read once more, as slowly and plainly as can be.
func TestAgreesWithThePlainReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		for _, week := range calculate(t, facts, allWeeks()...) {
			base, child := plainly(t, facts, week.Week)
			cut := func(r *big.Rat) money.Kronor {
				return money.Kronor(new(big.Int).Quo(r.Num(), r.Denom()).Int64())
			}
			want := compensation.Amounts{Base: cut(base), Child: cut(child), Total: cut(base) + cut(child)}
			if week.Amounts != want {
				t.Fatalf("%s: %+v, read plainly %+v", week.Week, week.Amounts, want)
			}
		}
	})
}

func onDay(records []attendance.DayRecord, d period.Day) []attendance.DayRecord {
	var found []attendance.DayRecord
	for _, r := range records {
		if r.Day == d {
			found = append(found, r)
		}
	}
	return found
}

func isGranted(facts compensation.Facts, d period.Day) bool {
	for _, g := range facts.Grants {
		if g.Days.Contains(d) {
			return true
		}
	}
	return false
}

func childrenOn(facts compensation.Facts, d period.Day) int {
	n := 0
	for _, c := range facts.Children {
		if c.Days.Contains(d) {
			n++
		}
	}
	return n
}

// Amounts takes the same way as Week, and a stored week is read back as it was.
func TestWithAndWithoutExplanation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		reckoning, err := compensation.Prepare(law.Sweden(), facts)
		if err != nil {
			t.Fatal(err)
		}
		for _, week := range calculate(t, facts, allWeeks()...) {
			if amounts, err := reckoning.Amounts(week.Week); err != nil || amounts != week.Amounts {
				t.Fatalf("%s: %+v (%v), explained %+v", week.Week, amounts, err, week.Amounts)
			}
			stored, err := json.Marshal(week)
			if err != nil {
				t.Fatal(err)
			}
			var read compensation.Week
			if err := json.Unmarshal(stored, &read); err != nil || !reflect.DeepEqual(read, week) {
				t.Fatalf("%v: %s is read as %+v", err, stored, read)
			}
		}
	})
}

// The steps add up to what is paid: the parts to the exact lines, the lines to the
// total; and every programme day is spoken of once.
func TestTheExplanationAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, week := range calculate(t, anyFacts(t), allWeeks()...) {
			parts := map[compensation.Code]money.Ore{}
			var spoken []period.Day
			for _, step := range week.Explanation {
				in := step.Inputs
				if step.Source == "" || !week.Week.Span().Contains(step.Days.From) || !week.Week.Span().Contains(step.Days.To) {
					t.Fatalf("%s: a step without source or outside the week: %+v", week.Week, step)
				}
				switch step.Code {
				case compensation.PriceBase:
					if !in.Valid.Contains(step.Days.From) || !in.Valid.Contains(step.Days.To) {
						t.Fatalf("%s is not valid on %s", in.Valid, step.Days)
					}
				case compensation.RateBase, compensation.RateFirstChild, compensation.RateSecondChild, compensation.RateLaterChild:
					if in.Exact != money.Ore(int64(in.PriceBase)*int64(in.Rate)/100) || in.Weekly != money.Kronor(in.Exact/100) {
						t.Fatalf("%+v", in)
					}
				case compensation.PartBase, compensation.PartChild:
					if in.Exact != money.Ore(int64(in.Weekly)*100*int64(in.Count)/5) {
						t.Fatalf("%+v", in)
					}
					parts[step.Code] += in.Exact
				case compensation.LineBase:
					if in.Exact != parts[compensation.PartBase] || in.Amount != week.Base {
						t.Fatalf("%+v of %v", in, parts)
					}
				case compensation.LineChild:
					if in.Exact != parts[compensation.PartChild] || in.Amount != week.Child {
						t.Fatalf("%+v of %v", in, parts)
					}
				case compensation.Total:
					if in.Base != week.Base || in.Child != week.Child || in.Amount != week.Total || in.Amount != in.Base+in.Child {
						t.Fatalf("%+v of %+v", in, week.Amounts)
					}
				default: // a day
					if in.Count != step.Days.Len() {
						t.Fatalf("%d days in %s", in.Count, step.Days)
					}
					for d := range step.Days.Days() {
						spoken = append(spoken, d)
					}
				}
			}
			days := week.Week.Days()
			if !reflect.DeepEqual(spoken, days[:5]) {
				t.Fatalf("%s: the days spoken of are %v", week.Week, spoken)
			}
			if last := week.Explanation[len(week.Explanation)-1]; last.Code != compensation.Total {
				t.Fatalf("the last step is %s", last.Code)
			}
		}
	})
}

// Who takes part more, or has one child more, is never paid less; and how a time is
// divided into decisions changes nothing.
func TestNobodyLosesByTakingPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		before := calculate(t, facts, allWeeks()...)
		more := facts
		more.Children = append([]compensation.Child{{Days: horizon}}, facts.Children...)
		more.Attendance = nil
		for _, r := range facts.Attendance {
			r.Settled = attendance.Attended
			more.Attendance = append(more.Attendance, r)
		}
		divided := facts
		divided.Grants = nil
		for _, g := range facts.Grants {
			for d := range g.Days.Days() {
				divided.Grants = append(divided.Grants, compensation.Grant{Days: period.Span{From: d, To: d}, Decision: g.Decision})
			}
		}
		for i, after := range calculate(t, more, allWeeks()...) {
			if after.Base < before[i].Base || after.Child < before[i].Child {
				t.Fatalf("%s: %+v, with more %+v", after.Week, before[i].Amounts, after.Amounts)
			}
		}
		if again := calculate(t, divided, allWeeks()...); !reflect.DeepEqual(again, before) {
			t.Fatalf("%+v, divided into days %+v", before, again)
		}
	})
}
