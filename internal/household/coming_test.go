package household

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

func TestWhatIsComing(t *testing.T) {
	rent := func(id, at, from, to string, kronor int64, by Provenance) Entry {
		s := Statement{What: "cost.rent", Amount: money.Ore(kronor * 100), From: period.MustMonth(from), Provenance: by}
		if to != "" {
			s.To = period.MustMonth(to)
		}
		return Entry{Row: ident.ID(id), At: noon(at), Statement: s, Deed: Entered}
	}
	back := func(id, at string, of Entry) Entry {
		of.At, of.Deed = noon(at), TakenBack
		return of
	}
	now := rent("now", "2026-03-01", "2026-01", "", 6000, OwnStatement)
	october := rent("october", "2026-03-02", "2026-10", "", 7000, OwnStatement)
	for name, c := range map[string]struct {
		said []Entry
		want string
	}{
		"nothing":                                {nil, ""},
		"what holds today is not coming":         {[]Entry{now}, ""},
		"what begins later":                      {[]Entry{now, october}, "october+"},
		"two months, the sooner first":           {[]Entry{october, rent("may", "2026-03-03", "2026-05", "2026-09", 6500, OwnStatement)}, "may+ october+"},
		"taken back":                             {[]Entry{now, october, back("october", "2026-03-04", october)}, ""},
		"another of its month takes its place":   {[]Entry{october, rent("anew", "2026-03-05", "2026-10", "", 7100, OwnStatement)}, "anew+"},
		"a sooner one said later leaves it":      {[]Entry{october, rent("anew", "2026-03-05", "2026-09", "", 7100, OwnStatement)}, "anew+ october+"},
		"another for some months does not":       {[]Entry{october, rent("anew", "2026-03-05", "2026-09", "2026-11", 7100, OwnStatement)}, "anew+ october+"},
		"what is said anew of today leaves it":   {[]Entry{october, rent("anew", "2026-03-05", "2026-03", "", 7100, OwnStatement)}, "october+"},
		"the office's word comes before it":      {[]Entry{october, rent("office", "2026-03-06", "2026-10", "", 7200, CaseManager)}, "office+ october-"},
		"beside the office's word of today":      {[]Entry{october, rent("office", "2026-03-06", "2026-01", "", 7200, CaseManager)}, "october-"},
		"as far ahead as a row may begin":        {[]Entry{rent("far", "2026-03-06", "2028-03", "", 1, OwnStatement)}, "far+"},
		"and one that has ended before it began": {[]Entry{now, func() Entry { e := october; e.To = period.MustMonth("2026-09"); return e }()}, ""},
	} {
		got := ""
		for _, coming := range ComingRows(Rows(c.said, farAhead), period.MustMonth("2026-03")) {
			if got != "" {
				got += " "
			}
			got += string(coming.ID) + map[bool]string{true: "+", false: "-"}[coming.Counts]
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A row is coming exactly when a later month has it and the row begins after this one; when
// it is taken back, everything that holds today is as before.
func TestComingIsWhatLaterMonthsHave(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := lives(t)
		rows, m := Rows(entries, farAhead), monthOf(t)
		in := func(r Row, month period.Month) bool {
			return slices.ContainsFunc(Lines(rows, month), func(l Line) bool {
				return l.Counts.ID == r.ID || slices.ContainsFunc(l.Others, func(o Row) bool { return o.ID == r.ID })
			})
		}
		coming := ComingRows(rows, m)
		for _, r := range rows {
			later := false
			for month := m + 1; month <= m.AddMonths(MonthsAhead); month++ {
				later = later || in(r, month)
			}
			is := slices.ContainsFunc(coming, func(c Coming) bool { return c.ID == r.ID })
			if want := later && r.From > m; is != want {
				t.Fatalf("%+v is coming: %t, want %t", r, is, want)
			}
		}
		for _, c := range coming {
			without := append(slices.Clone(entries), Entry{Row: c.ID, At: farAhead, Statement: c.Statement, Deed: TakenBack})
			before, after := Lines(rows, m), Lines(Rows(without, farAhead), m)
			if !slices.EqualFunc(before, after, func(a, b Line) bool { return a.Counts.ID == b.Counts.ID && len(a.Others) == len(b.Others) }) {
				t.Fatalf("taking back %s changes %s", c.ID, m)
			}
		}
	})
}
