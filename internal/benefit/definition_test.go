package benefit_test

import (
	"strings"
	"testing"

	"fotfaste/internal/benefit"
	"fotfaste/internal/period"
)

// The figures of the source (000, table 3, notes 1-4), and the windows they open.
func TestDefinitions(t *testing.T) {
	base := period.MustMonth("2015-12")
	var said []string
	for _, d := range benefit.Sweden().Definitions() {
		from, to := d.Months(base)
		line := string(d.Class) + " " + from.String() + " " + to.String()
		if d.LongestBreak != nil {
			line += " with breaks"
		}
		said = append(said, line)
		if !strings.HasPrefix(d.Source, "000, table 3") {
			t.Errorf("%s: the source is %q", d.Class, d.Source)
		}
	}
	want := `long_term 2015-01 2015-12
very_long_term 2013-01 2015-12 with breaks
five_year 2011-01 2015-12 with breaks
ten_year 2006-01 2015-12 with breaks`
	if got := strings.Join(said, "\n"); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestDefinitionsThatNobodyCanMeetAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"none":               {``, "0 classes"},
		"too many":           {strings.Repeat("- {class: a, window: 12, at_least: 1, source: x}\n", 9), "9 classes"},
		"no name":            {`- {window: 12, at_least: 10, source: x}`, "no name"},
		"no source":          {`- {class: a, window: 12, at_least: 10}`, "no source"},
		"a window too long":  {`- {class: a, window: 121, at_least: 10, source: x}`, "121"},
		"no window":          {`- {class: a, window: 0, at_least: 10, source: x}`, "window is 0"},
		"more than all":      {`- {class: a, window: 12, at_least: 13, source: x}`, "13 months of 12"},
		"less than one":      {`- {class: a, window: 12, at_least: 0, source: x}`, "0 months of 12"},
		"a break below none": {`- {class: a, window: 12, at_least: 1, longest_break: -1, source: x}`, "break of -1"},
		"a break too long":   {`- {class: a, window: 12, at_least: 1, longest_break: 9, source: x}`, "break of 9"},
		"the same twice":     {strings.Repeat("- {class: a, window: 12, at_least: 1, source: x}\n", 2), "twice"},
		"an unknown word":    {`- {class: a, window: 12, at_most: 1, source: x}`, "at_most"},
	} {
		if _, err := benefit.Parse([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMonthsAsBits(t *testing.T) {
	base := period.MustMonth("2015-12")
	for month, want := range map[string]int{"2015-12": 0, "2015-01": 11, "2010-08": 64, "2010-09": 63, "2006-01": 119, "2005-12": -1, "2016-01": -1, "0000-01": -1} {
		n, within := benefit.At(base, period.MustMonth(month))
		if within != (want >= 0) || within && n != want {
			t.Errorf("%s: %d, %v", month, n, within)
		}
		if !within {
			continue
		}
		var m benefit.Months
		m.Add(n)
		m.Add(n)
		if m.Count() != 1 || !m.Has(n) || m.Has((n+64)%120) || m.Has((n+1)%120) {
			t.Errorf("%s: %v", month, m)
		}
	}
}
