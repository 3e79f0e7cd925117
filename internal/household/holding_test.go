package household

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// word is a row entered on a day, of its first month and, after a stroke, its last.
func word(what What, id, day, months string, by Provenance) Entry {
	from, to, closed := strings.Cut(months, "/")
	s := Statement{What: what, Amount: 1, From: period.MustMonth(from), Provenance: by}
	if what == Members {
		s.Amount, s.Home = 0, Home{Adults: 1}
	}
	if closed {
		s.To = period.MustMonth(to)
	}
	return Entry{Row: ident.ID(id), At: noon(day), Statement: s, Deed: Entered}
}

// then is a later word about the row; last is the month it ended with.
func then(e Entry, day string, deed Deed, last string) Entry {
	e.At, e.Deed = noon(day), deed
	if last != "" {
		e.To = period.MustMonth(last)
	}
	return e
}

// Which row counts from October to March, a dash where none does: of a cost and of who
// lives in the home alike.
func TestWhichRowCounts(t *testing.T) {
	for _, what := range []What{"cost.electricity", Members} {
		december := word(what, "december", "2026-09-01", "2026-12", CaseManager)
		october := word(what, "october", "2026-09-02", "2026-10", CaseManager)
		sooner := word(what, "october", "2026-08-20", "2026-10", CaseManager)
		short := word(what, "december", "2026-09-01", "2026-12/2027-01", CaseManager)
		for name, c := range map[string]struct {
			words []Entry
			want  string
		}{
			"a planned change stands though today is said last": {[]Entry{december, october}, "october october december december december december"},
			"and though it was said last":                       {[]Entry{sooner, december}, "october october december december december december"},
			"of one month the one entered last": {
				[]Entry{december, word(what, "anew", "2026-09-03", "2026-12", CaseManager), october}, "october october anew anew anew anew"},
			"one of some months gives its place back": {[]Entry{short, october}, "october october december december october october"},
			"the other way too": {
				[]Entry{december, word(what, "october", "2026-09-02", "2026-10/2027-01", CaseManager)}, "october october december december december december"},
			"taken back, the one before holds": {
				[]Entry{december, october, then(december, "2026-09-03", TakenBack, "")}, "october october october october october october"},
			"the sooner taken back, the change stands": {
				[]Entry{december, october, then(october, "2026-09-03", TakenBack, "")}, "- - december december december december"},
			"ended, nothing known before comes back": {
				[]Entry{december, october, then(december, "2026-09-03", Ended, "2027-01")}, "october october december december - -"},
			"but what is said after the end holds": {
				[]Entry{december, then(december, "2026-09-02", Ended, "2027-01"), word(what, "october", "2026-09-03", "2026-10", CaseManager)}, "october october december december october october"},
			"the sooner ended, the change stands": {
				[]Entry{december, october, then(october, "2026-09-03", Ended, "2026-10")}, "october - december december december december"},
			"an own statement of a later month comes after the office": {
				[]Entry{word(what, "own", "2026-09-01", "2026-12", OwnStatement), october}, "october october october october october october"},
			"the register of some months before an own statement, whichever is later": {
				[]Entry{word(what, "register", "2026-09-01", "2026-11/2026-12", RegisterFile), word(what, "own", "2026-09-02", "2026-12", OwnStatement)},
				"- register register own own own"},
		} {
			var got []string
			for m := range 6 {
				counts := "-"
				for _, l := range Lines(Rows(c.words, farAhead), period.MustMonth("2026-10").AddMonths(m)) {
					counts = string(l.Counts.ID)
				}
				got = append(got, counts)
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("%s, %s: %q, want %q", what, name, g, c.want)
			}
		}
	}
}

// Rows of one provenance with different first months say the same in whichever order they
// were entered, also when some have ended or been taken back since.
func TestTheOrderOfEnteringDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		what, by := rapid.SampledFrom([]What{Members, "cost.rent", "income.work"}).Draw(t, "what"), rapid.SampledFrom(Provenances()).Draw(t, "by")
		var all, after []Entry
		for i, from := range rapid.SliceOfNDistinct(rapid.IntRange(0, 9), 1, 6, rapid.ID[int]).Draw(t, "from") {
			s := Statement{What: what, Provenance: by, From: period.MustMonth("2026-01").AddMonths(from)}
			if what == Members {
				s.Home = Home{Adults: 1, Size: i + 1}
			} else {
				s.Amount = money.Ore(i * 100)
			}
			if rapid.Bool().Draw(t, "closed") {
				s.To = s.From.AddMonths(rapid.IntRange(0, 4).Draw(t, "to"))
			}
			e := Entry{Row: ident.ID(fmt.Sprintf("r%d", i)), Statement: s, Deed: Entered}
			all = append(all, e)
			e.At = noon("2026-03-01").Add(time.Duration(i) * time.Hour)
			switch rapid.IntRange(0, 3).Draw(t, "after") {
			case 0:
				e.Deed = TakenBack
				after = append(after, e)
			case 1:
				if e.To == 0 {
					e.Deed, e.To = Ended, e.From.AddMonths(rapid.IntRange(0, 4).Draw(t, "last"))
					after = append(after, e)
				}
			}
		}
		entered := func(order []Entry) []Row {
			order = slices.Clone(order)
			for i := range order {
				order[i].At = noon("2026-02-01").Add(time.Duration(i) * time.Hour)
			}
			return Rows(append(order, after...), farAhead)
		}
		one, other := entered(all), entered(rapid.Permutation(all).Draw(t, "order"))
		for m := period.MustMonth("2025-12"); m <= period.MustMonth("2027-03"); m++ {
			a, b := Lines(one, m), Lines(other, m)
			if !slices.EqualFunc(a, b, func(x, y Line) bool { return x.Counts.ID == y.Counts.ID && len(x.Others)+len(y.Others) == 0 }) {
				t.Fatalf("%s: %+v, %+v", m, a, b)
			}
		}
		if !slices.EqualFunc(ComingRows(one, period.MustMonth("2026-03")), ComingRows(other, period.MustMonth("2026-03")),
			func(x, y Coming) bool { return x.ID == y.ID && x.Counts == y.Counts }) {
			t.Fatal("other rows are coming")
		}
	})
}
