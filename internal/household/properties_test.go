package household

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// lives draws what is said of a household over a time: rows entered, confirmed, ended and
// taken back, one word an instant.
func lives(t *rapid.T) []Entry {
	start := noon("2026-01-02")
	var all []Entry
	open := map[int]Statement{}
	for i := range rapid.IntRange(1, 25).Draw(t, "words") {
		at := start.Add(time.Duration(i) * 7 * 24 * time.Hour)
		row := rapid.IntRange(0, 9).Draw(t, "row")
		e := Entry{Row: ident.ID(fmt.Sprintf("r%d", row)), At: at, ByName: "A"}
		s, has := open[row]
		if !has {
			s = Statement{What: rapid.SampledFrom([]What{Members, "cost.rent", "cost.travel", "income.work"}).Draw(t, "what"),
				Provenance: rapid.SampledFrom(Provenances()).Draw(t, "by"),
				From:       period.MustMonth("2026-01").AddMonths(rapid.IntRange(0, 6).Draw(t, "from"))}
			if s.What == Members {
				s.Home = Home{Adults: rapid.IntRange(1, 2).Draw(t, "adults")}
			} else {
				s.Amount = money.Ore(rapid.IntRange(0, 20).Draw(t, "amount") * 50000)
			}
			if rapid.Bool().Draw(t, "closed") {
				s.To = s.From.AddMonths(rapid.IntRange(0, 3).Draw(t, "to"))
			}
			e.Deed = Entered
		} else {
			e.Deed = rapid.SampledFrom([]Deed{Confirmed, Ended, TakenBack}).Draw(t, "deed")
			if e.Deed == Ended {
				s.To = s.From.AddMonths(rapid.IntRange(0, 6).Draw(t, "last"))
			}
		}
		e.Statement, open[row] = s, s
		all = append(all, e)
	}
	return all
}

func monthOf(t *rapid.T) period.Month {
	return period.MustMonth("2025-12").AddMonths(rapid.IntRange(0, 12).Draw(t, "month"))
}

// The order in which entries are read from the database has no part in the picture.
func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, m := lives(t), monthOf(t)
		mixed := rapid.Permutation(all).Draw(t, "mixed")
		one, err := Look(law.Sweden(), Rows(all, farAhead), nil, m)
		if err != nil {
			t.Fatal(err)
		}
		other, err := Look(law.Sweden(), Rows(mixed, farAhead), nil, m)
		if err != nil || !reflect.DeepEqual(one, other) {
			t.Fatalf("%+v\n%+v\n%v", one, other, err)
		}
	})
}

// What is known at an instant is what had been said by then: later words change nothing
// of it.
func TestWhatWasKnownStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := lives(t)
		n := rapid.IntRange(0, len(all)-1).Draw(t, "known")
		at := all[n].At
		if then := Rows(all, at); !reflect.DeepEqual(then, Rows(all[:n+1], farAhead)) {
			t.Fatalf("%+v", then)
		}
	})
}

// A row that is ended and entered again counts as one that was never ended, but in the
// months between.
func TestEndingAndEnteringAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := period.MustMonth("2026-01")
		last := from.AddMonths(rapid.IntRange(0, 3).Draw(t, "last"))
		again := last.AddMonths(rapid.IntRange(1, 4).Draw(t, "again"))
		s := Statement{What: "cost.rent", Amount: 650000, From: from, Provenance: rapid.SampledFrom(Provenances()).Draw(t, "by")}
		ended, anew := s, s
		ended.To, anew.From = last, again
		whole := []Entry{{Row: "a", At: noon("2026-01-02"), Statement: s, Deed: Entered}}
		parts := append(slices.Clone(whole), Entry{Row: "a", At: noon("2026-02-02"), Statement: ended, Deed: Ended},
			Entry{Row: "b", At: noon("2026-02-03"), Statement: anew, Deed: Entered})
		for m := from - 1; m < again+3; m++ {
			between := m > last && m < again
			one, other := Facts(Lines(Rows(whole, farAhead), m), nil, m), Facts(Lines(Rows(parts, farAhead), m), nil, m)
			if len(other.Costs) == 0 != (between || m < from) || !between && !reflect.DeepEqual(one, other) {
				t.Fatalf("%s: %+v, %+v", m, one, other)
			}
		}
	})
}

// Of one thing there is one line in a month, what counts holds in the month, and no other
// provenance that holds comes before it.
func TestOneThingIsOneLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, m := Rows(lives(t), farAhead), monthOf(t)
		seen := map[Subject]bool{}
		for _, l := range Lines(rows, m) {
			if seen[l.Counts.Subject()] {
				t.Fatalf("two lines of %v", l.Counts.Subject())
			}
			seen[l.Counts.Subject()] = true
			before := l.Counts.Provenance
			for i, r := range append([]Row{l.Counts}, l.Others...) {
				if !r.Covers(m) || r.TakenBack {
					t.Fatalf("%+v is said of %s", r, m)
				}
				if i > 0 && slices.Index(Provenances(), r.Provenance) <= slices.Index(Provenances(), before) {
					t.Fatalf("%s stands after %s", r.Provenance, before)
				}
				before = r.Provenance
			}
		}
	})
}

// A warning that has been seen is not new, and one that has not is.
func TestNewKeys(t *testing.T) {
	a, b := Warning{Code: MembersMissing}, Warning{Code: ChildTurned, Age: 16, Number: 1}
	if fresh := NewKeys([]Warning{a, b, a}, []string{b.Key()}); !slices.Equal(fresh, []string{a.Key()}) {
		t.Errorf("%v", fresh)
	}
}

func TestStatementsThatCannotBe(t *testing.T) {
	now := period.MustMonth("2026-08")
	good := Statement{What: "cost.rent", Amount: 1, From: now, Provenance: CaseManager}
	for field, wrong := range map[string]func(*Statement){
		"what":       func(s *Statement) { s.What = "cost.yacht" },
		"provenance": func(s *Statement) { s.Provenance = "rumour" },
		"name":       func(s *Statement) { s.What = "cost.other" },
		"stimulus":   func(s *Statement) { s.Stimulus = true },
		"amount":     func(s *Statement) { s.Amount = -1 },
		"adults":     func(s *Statement) { s.What, s.Home.Adults = Members, 3 },
		"ages":       func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Ages: []int{21}} },
		"size":       func(s *Statement) { s.What, s.Home = Members, Home{Adults: 2, Size: 1} },
		"from":       func(s *Statement) { s.From = EarliestMonth - 1 },
		"to":         func(s *Statement) { s.To = s.From - 1 },
	} {
		s := good
		wrong(&s)
		if f := s.Check(now, 0); len(f) == 0 || f[0].Name != field {
			t.Errorf("%s: %+v", field, f)
		}
	}
	if f := good.Check(now, 0); len(f) > 0 {
		t.Errorf("%+v", f)
	}
}
