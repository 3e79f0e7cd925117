package duty

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

func TestADecisionThatIsKept(t *testing.T) {
	today, programme := period.MustDay("2026-11-22"), period.MustSpan("2026-08-03", "2027-02-02")
	october := period.MustSpan("2026-08-03", "2026-10-16")
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	right := Consequence{Cut: Reduced, Month: month("2026-11"), Reason: "Kom inte till språkkaféet i november.",
		DecidedOn: period.MustDay("2026-11-20"), DecidedBy: "Socialnämndens utskott", Reference: "SN 2026-0815"}
	before := []Consequence{{Cut: Denied, Month: month("2026-10")}, {Cut: Reduced, Month: month("2026-11"), Undone: Changed, UndoneAt: &now}}
	for name, c := range map[string]struct {
		change    func(*Consequence)
		programme *period.Span
		grave     bool
		wrong     string // the fields, with commas between
	}{
		"as it should be":                         {programme: &programme},
		"the next month, decided in advance":      {change: func(c *Consequence) { c.Month++ }, programme: &programme, wrong: "month"},
		"on the first day of the month":           {change: func(c *Consequence) { c.DecidedOn = period.MustDay("2026-11-01") }, programme: &programme},
		"the day before the month":                {change: func(c *Consequence) { c.DecidedOn = period.MustDay("2026-10-31") }, programme: &programme, wrong: "decided_on"},
		"left before the month":                   {programme: &october, wrong: "month"},
		"before the requirement is applied":       {change: func(c *Consequence) { c.Month = month("2026-09") }, programme: &programme, wrong: "month"},
		"before the act":                          {change: func(c *Consequence) { c.Month = month("2025-12") }, programme: &programme, wrong: "month"},
		"a month with a decision already":         {change: func(c *Consequence) { c.Month = month("2026-10") }, programme: &programme, wrong: "month"},
		"before the programme":                    {wrong: "month"},
		"a day that has not come":                 {change: func(c *Consequence) { c.DecidedOn = today + 1 }, programme: &programme, wrong: "decided_on"},
		"decided before the act":                  {change: func(c *Consequence) { c.DecidedOn = period.MustDay("2026-06-30") }, programme: &programme, wrong: "decided_on"},
		"no reason and nobody":                    {change: func(c *Consequence) { c.Reason, c.DecidedBy = " kort  ", " " }, programme: &programme, wrong: "reason,decided_by"},
		"too much said":                           {change: func(c *Consequence) { c.Reason, c.Reference = strings.Repeat("å", 301), strings.Repeat("1", 81) }, programme: &programme, wrong: "reason,reference"},
		"neither reduced nor denied":              {change: func(c *Consequence) { c.Cut = "" }, programme: &programme, wrong: "cut"},
		"serious addiction, and no help first":    {change: func(c *Consequence) { c.Grave = true }, programme: &programme, wrong: "help_first"},
		"serious addiction known, and not said":   {programme: &programme, grave: true, wrong: "help_first"},
		"serious addiction, help was first":       {change: func(c *Consequence) { c.Grave, c.HelpFirst = true, true }, programme: &programme, grave: true},
		"everything wrong that the form can send": {change: func(c *Consequence) { *c = Consequence{Grave: true} }, wrong: "cut,month,reason,decided_on,decided_by,help_first"},
	} {
		row := right
		if c.change != nil {
			c.change(&row)
		}
		var names []string
		for _, f := range row.Check(law.Sweden(), today, c.programme, before, c.grave) {
			names = append(names, f.Name)
		}
		if got := strings.Join(names, ","); got != c.wrong {
			t.Errorf("%s: wrong are %q, want %q", name, got, c.wrong)
		}
	}
	// Rules that nobody has entered yet say so beside the month.
	row := right
	row.Month, row.DecidedOn = month("2027-01"), period.MustDay("2027-01-20")
	wrong := row.Check(law.Sweden(), period.MustDay("2027-01-20"), &programme, nil, false)
	if len(wrong) != 1 || wrong[0].Text.Key != "duty.cut.unknown_rules" || fault.CodeOf(wrong.Err()) != fault.Invalid {
		t.Errorf("%+v", wrong)
	}
}

func TestWhatIsUndoneDoesNotCount(t *testing.T) {
	rows := []Consequence{{Cut: Reduced, Month: month("2026-10")}, {Cut: Denied, Month: month("2026-10"), Undone: Mistake},
		{Cut: Denied, Month: month("2026-11")}, {Cut: Reduced, Month: month("2026-11"), Undone: Changed}}
	for on, want := range map[string][]bool{"2026-10": {true, false}, "2026-11": {false, true}, "2026-12": {false, false}} {
		if reduced, denied := CutsIn(rows, month(on)); !slices.Equal([]bool{reduced, denied}, want) {
			t.Errorf("%s: reduced %v, denied %v", on, reduced, denied)
		}
	}
	if len(Cuts()) != 2 || len(WhyUndone()) != 2 || slices.Contains(WhyUndone(), "") {
		t.Errorf("%v, %v", Cuts(), WhyUndone())
	}
}
