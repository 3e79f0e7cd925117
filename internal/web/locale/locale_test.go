package locale

import (
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

func TestCompleteLanguagesHaveTheSameKeysAndPlaceholders(t *testing.T) {
	c := embedded()
	for _, one := range complete {
		for _, other := range complete {
			for key, m := range c.own[one] {
				n := c.own[other][key]
				if n == nil {
					t.Errorf("%s is in %s but not in %s", key, one, other)
				} else if !slices.Equal(m.placeholders(), n.placeholders()) {
					t.Errorf("%s: %s has %v, %s has %v", key, one, m.placeholders(), other, n.placeholders())
				}
			}
		}
	}
}

func TestPartialLanguagesHaveNothingOfTheirOwn(t *testing.T) {
	c := embedded()
	for tag, messages := range c.own {
		for key, m := range messages {
			base := c.own[Default][key]
			if base == nil {
				t.Errorf("%s has %s, which %s does not", tag, key, Default)
				continue
			}
			for _, name := range m.placeholders() {
				if !slices.Contains(base.placeholders(), name) {
					t.Errorf("%s in %s: nothing fills {{.%s}}", key, tag, name)
				}
			}
		}
	}
}

func TestCalendarsAreWhole(t *testing.T) {
	for _, l := range Languages(true) {
		c := For(l.Tag).calendar
		for m := 1; m <= 12; m++ {
			if c.months[m] == "" || c.shortMonths[m] == "" {
				t.Errorf("%s: month %d has no name", l.Tag, m)
			}
		}
		for d := range 7 {
			if c.weekdays[d] == "" || c.shortWeekdays[d] == "" {
				t.Errorf("%s: weekday %d has no name", l.Tag, d)
			}
		}
	}
}

func TestWriting(t *testing.T) {
	sv, en := For("sv"), For("en")
	day := period.MustDay("2026-11-26")
	at := time.Date(2026, 11, 20, 13, 12, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{sv.Day(day), "26 november 2026"},
		{en.Day(day), "26 November 2026"},
		{sv.ShortDay(day), "tors 26 nov"},
		{en.ShortDay(day), "Thu 26 Nov"},
		{sv.LongDay(day), "torsdag 26 november"},
		{sv.Instant(at), "fre 20 nov 2026 14.12"},
		{en.Instant(at), "Fri 20 Nov 2026 14:12"},
		{sv.Week(day.Week()), "vecka 48"},
		{sv.WeekYear(period.MustDay("2027-01-01").Week()), "vecka 53, 2026"},
		{sv.Dates(period.MustDay("2026-12-01"), period.MustDay("2026-12-14")), "1–14 december 2026"},
		{sv.Dates(period.MustDay("2026-11-28"), period.MustDay("2026-12-04")), "28 november–4 december 2026"},
		{sv.Dates(period.MustDay("2026-12-28"), period.MustDay("2027-01-03")), "28 december 2026–3 januari 2027"},
		{sv.Dates(day, day), "26 november 2026"},
		{sv.Kronor(3131), "3\u202f131\u00a0kr"},
		{sv.Kronor(-1234567), "−1\u202f234\u202f567\u00a0kr"},
		{sv.Ore(313150), "3\u202f131,50\u00a0kr"},
		{sv.Ore(-5), "−0,05\u00a0kr"},
		{en.Ore(313105), "3\u202f131.05\u00a0kr"},
		{sv.Value(period.MustSpan("2026-12-01", "2026-12-14")), "1–14 december 2026"},
		{sv.Rate(475), "4,75\u00a0%"},
		{en.Rate(33), "0.33%"},
		{sv.Number(12400), "12\u202f400"},
		{en.Number(12400), "12,400"},
		{en.Number(999), "999"},
		{sv.Percent(0.578), "58\u00a0%"},
		{en.Percent(0.578), "58%"},
		{sv.PercentWith(0.0475, 2), "4,75\u00a0%"},
		{sv.Decimal(-0.004, 2), "0"},
		{sv.Decimal(1.8, 2), "1,8"},
		{sv.Fixed(1.8, 2), "1,80"},
		{en.Fixed(1234, 2), "1,234.00"},
		{sv.Fixed(-0.004, 2), "0,00"},
		{sv.Fixed(-1.5, 1), "−1,5"},
		{sv.Fixed(2.4, 0), "2"},
		{sv.Hours(12), "12\u00a0h"},
		{sv.Minutes(270), "4\u00a0h\u00a030\u00a0min"},
		{sv.Minutes(30), "30\u00a0min"},
		{sv.List([]string{"arbete", "språk", "hälsa"}), "arbete, språk och hälsa"},
		{en.List([]string{"work"}), "work"},
		{sv.Value(2026), "2026"},
		{sv.Value(money.Kronor(100)), "100\u00a0kr"},
		{sv.Value(fault.T("layout.rows", "Count", 1)), "1 rad"},
		{sv.Value(fault.T("layout.rows", "Count", 12000)), "12\u202f000 rader"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestTextThatIsMissingShows(t *testing.T) {
	p := For("sv")
	if got := p.Text("no.such.key"); got != "⟦no.such.key⟧" {
		t.Error(got)
	}
	if got := p.Text("layout.page_now", "Page", 1); got != "Sida 1 av ⟦Of⟧" {
		t.Error(got)
	}
}

func TestLanguageIsNegotiated(t *testing.T) {
	for _, c := range []struct {
		chosen, accept string
		want           string
	}{
		{"", "", "sv"},
		{"en", "sv", "en"},
		{"xx", "en-GB,en;q=0.9", "en"},
		{"", "en-US", "en"},
		{"", "nb,en;q=0.5", "en"},
		{"", "de", "sv"},
		{"", "sv-FI;q=0.9,en;q=0.8", "sv"},
		{"", "not a header;;;", "sv"},
		{"../../etc", "en", "en"},
	} {
		if got := Negotiate(c.chosen, c.accept, false).Tag(); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.chosen, c.accept, got, c.want)
		}
	}
}

const calendarFile = `calendar.language: X
calendar.months: a b c d e f g h i j k l
calendar.short_months: a b c d e f g h i j k l
calendar.weekdays: a b c d e f g
calendar.short_weekdays: a b c d e f g
`

func TestAPartialLanguageBorrowsFromSwedish(t *testing.T) {
	c, err := read(fstest.MapFS{
		"calendar.sv.yaml": {Data: []byte(calendarFile)}, "calendar.en.yaml": {Data: []byte(calendarFile)},
		"x.sv.yaml": {Data: []byte("x.here: här\nx.count:\n  one: en\n  other: '{{.Count}} st'\n")},
		"x.en.yaml": {Data: []byte("x.here: here\n")},
		"x.ar.yaml": {Data: []byte("x.count:\n  two: اثنان\n  few: '{{.Count}} قليل'\n  other: '{{.Count}}'\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	ar := c.printers["ar"]
	if ar.Dir() != "rtl" || ar.Text("x.here") != "här" {
		t.Error(ar.Dir(), ar.Text("x.here"))
	}
	if got := ar.Text("x.count", "Count", 2); got != "اثنان" {
		t.Error(got)
	}
	if got := ar.Kronor(3131); got != "\u20663\u202f131\u00a0kr\u2069" {
		t.Errorf("%q", got)
	}
	if got := ar.Text("x.count", "Count", 3); got != "3 قليل" {
		t.Error(got)
	}
}

func TestBrokenFilesAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"other area":        "y.key: text",
		"no text":           "x.key: ''",
		"code in text":      "x.key: '{{if .A}}b{{end}}'",
		"open placeholder":  "x.key: 'a {{.B'",
		"not yaml":          "x.key: [",
		"key written twice": "x.a: one\nx.a: two",
	} {
		if _, err := read(fstest.MapFS{"calendar.sv.yaml": {Data: []byte(calendarFile)}, "x.sv.yaml": {Data: []byte(text)}}); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func BenchmarkPlainText(b *testing.B) {
	p := For("sv")
	b.ReportAllocs()
	for b.Loop() {
		_ = p.Text("layout.skip")
	}
}

func BenchmarkTextWithPlaceholders(b *testing.B) {
	p := For("sv")
	b.ReportAllocs()
	for b.Loop() {
		_ = p.Text("form.number_outside", "Min", 0, "Max", 40)
	}
}
