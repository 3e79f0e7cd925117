package household

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/economy"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// warnsOf tells whether the picture of the month has the warning.
func warnsOf(t *testing.T, code Code, entries []Entry, children []person.Child, month string) bool {
	t.Helper()
	p, err := Look(law.Sweden(), Rows(entries, farAhead), children, period.MustMonth(month))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range p.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

// A change of the limit is told, upward and downward; a krona less is not.
func TestAChangeOfTheLimitIsTold(t *testing.T) {
	for change, told := range map[int64]bool{500: true, 499: false, -500: true, -499: false} {
		entries := caseRow{What: Members, Adults: 1, From: "2026-01", By: CaseManager, Entered: "2026-01-02"}.entries(0)
		entries = append(entries, caseRow{What: CostOf(economy.Rent), Amount: 6500, From: "2026-01", By: CaseManager, Entered: "2026-01-02"}.entries(1)...)
		entries = append(entries, caseRow{What: CostOf(economy.Rent), Amount: 6500 + change, From: "2026-03", By: CaseManager, Entered: "2026-03-02"}.entries(2)...)
		if got := warnsOf(t, AssistanceMoved, entries, nil, "2026-03"); got != told {
			t.Errorf("a change of %d: told %t", change, got)
		}
	}
}

// A child in custody any day of the month in which it turns sixteen has turned; one who
// comes after it or had left before it has not. Custody ends with childhood: a child of
// eighteen has turned though its last day as a minor was in the month before.
func TestTurnedWhileInCustody(t *testing.T) {
	members := caseRow{What: Members, Adults: 1, From: "2026-01", By: CaseManager, Entered: "2026-01-02"}.entries(0)
	for name, c := range map[string]struct {
		birth, from, to string
		turned          bool
	}{
		"came on the last day":             {"2010-03-15", "2026-03-31", "2028-03-14", true},
		"came the day after":               {"2010-03-15", "2026-04-01", "2028-03-14", false},
		"left on the first day":            {"2010-03-15", "2020-01-01", "2026-03-01", true},
		"left the day before":              {"2010-03-15", "2020-01-01", "2026-02-28", false},
		"of age on the first day":          {"2008-03-01", "2020-01-01", "2026-02-28", true},
		"of age, and had left before that": {"2008-03-01", "2020-01-01", "2026-02-27", false},
	} {
		child := born(c.birth)
		child.Custody = period.MustSpan(c.from, c.to)
		if got := warnsOf(t, ChildTurned, members, []person.Child{child}, "2026-03"); got != c.turned {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// The outermost months, amounts and names that can be right, and those just beyond.
func TestTheOutermostStatements(t *testing.T) {
	now := period.MustMonth("2026-08")
	ahead := now.AddMonths(24)
	for name, c := range map[string]struct {
		change func(*Statement)
		field  string // "" where it can be right
	}{
		"the first month":          {func(s *Statement) { s.From = EarliestMonth }, ""},
		"two years ahead":          {func(s *Statement) { s.From = ahead }, ""},
		"a month more":             {func(s *Statement) { s.From = ahead + 1 }, "from"},
		"until two years ahead":    {func(s *Statement) { s.To = ahead }, ""},
		"until a month more":       {func(s *Statement) { s.To = ahead + 1 }, "to"},
		"one month":                {func(s *Statement) { s.To = s.From }, ""},
		"nothing":                  {func(s *Statement) { s.Amount = 0 }, ""},
		"the greatest amount":      {func(s *Statement) { s.Amount = economy.MostAmount }, ""},
		"an öre more":              {func(s *Statement) { s.Amount = economy.MostAmount + 1 }, "amount"},
		"the longest name":         {func(s *Statement) { s.Name = strings.Repeat("å", LongestName) }, ""},
		"a letter more":            {func(s *Statement) { s.Name = strings.Repeat("å", LongestName+1) }, "name"},
		"a name that is not UTF-8": {func(s *Statement) { s.Name = "\xe5" }, "name"},
		"two adults":               {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 2} }, ""},
		"nobody":                   {func(s *Statement) { s.What, s.Home = Members, Home{} }, "adults"},
		"a child of twenty":        {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Ages: []int{0, 20}} }, ""},
		"a child not born":         {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Ages: []int{-1}} }, "ages"},
		"a home of its members":    {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Ages: []int{3}, Size: 3} }, ""},
		"a home of fewer":          {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Ages: []int{3}, Size: 2} }, "size"},
		"the largest home":         {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Size: economy.MostPersons} }, ""},
		"one more in it":           {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Size: economy.MostPersons + 1} }, "size"},
		"as many children as can be": {func(s *Statement) {
			s.What, s.Home = Members, Home{Adults: 1, Ages: make([]int, economy.MostChildren-1)}
		}, ""},
		"one child more":               {func(s *Statement) { s.What, s.Home = Members, Home{Adults: 1, Ages: make([]int, economy.MostChildren)} }, "ages"},
		"job stimulus on work":         {func(s *Statement) { s.What, s.Stimulus = IncomeOf(economy.Work), true }, ""},
		"job stimulus on sickness":     {func(s *Statement) { s.What, s.Stimulus = IncomeOf(economy.SicknessBenefit), true }, "stimulus"},
		"another income without name":  {func(s *Statement) { s.What = IncomeOf(economy.OtherIncome) }, "name"},
		"another income with its name": {func(s *Statement) { s.What, s.Name = IncomeOf(economy.OtherIncome), "prize" }, ""},
	} {
		s := Statement{What: CostOf(economy.Rent), Amount: money.Ore(1), From: now, Provenance: CaseManager}
		c.change(&s)
		var field string
		if wrong := s.Check(now, 1); len(wrong) > 0 {
			field = wrong[0].Name
		}
		if field != c.field {
			t.Errorf("%s: refused at %q", name, field)
		}
	}
	for to, right := range map[period.Month]bool{now - 1: false, now: true, ahead: true, ahead + 1: false} {
		if wrong := (Statement{From: now, To: to}).CheckEnd(now); (len(wrong) == 0) != right {
			t.Errorf("ended with %s: %v", to, wrong)
		}
	}
}

// The case manager has judged what had been said by then, at the same instant too; what
// came later is a difference, and a register judges nothing.
func TestJudgedFromTheSameInstant(t *testing.T) {
	said := noon("2026-03-20")
	for name, c := range map[string]struct {
		by      Provenance
		after   time.Duration
		differs int
	}{
		"at the same instant": {CaseManager, 0, 0},
		"an instant after":    {CaseManager, 1, 0},
		"an instant before":   {CaseManager, -1, 1},
		"a register, after":   {RegisterFile, time.Hour, 1},
	} {
		counts := Row{Statement: Statement{What: CostOf(economy.Rent), Amount: 1, Provenance: c.by}, ConfirmedAt: said.Add(c.after)}
		other := Row{Statement: Statement{What: CostOf(economy.Rent), Amount: 2, Provenance: OwnStatement}, EnteredAt: said}
		if got := len(Line{Counts: counts, Others: []Row{other}}.Differs()); got != c.differs {
			t.Errorf("%s: %d differ", name, got)
		}
	}
}

// The words that are stored, and that stand in a key of what somebody has seen.
func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		fmt.Sprint(Deeds()):                                "[entered confirmed ended taken_back]",
		fmt.Sprint(Provenances()):                          "[case_manager register_file own_statement]",
		fmt.Sprint(Whats()[0], CostOf("a"), IncomeOf("b")): "memberscost.aincome.b",
	} {
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// Of two rows one is later, and neither is later than itself.
func TestOneRowIsLater(t *testing.T) {
	a := Row{ID: "a", EnteredAt: noon("2026-03-02")}
	b := Row{ID: "b", EnteredAt: noon("2026-03-02")}
	c := Row{ID: "a", EnteredAt: noon("2026-03-03")}
	for _, pair := range [][2]Row{{a, b}, {a, c}, {b, c}} {
		if pair[0].later(pair[1]) || !pair[1].later(pair[0]) || pair[0].later(pair[0]) {
			t.Errorf("%+v", pair)
		}
	}
}

// Of two rows the one that begins later takes the other's place; of one month the one
// entered last.
func TestOneRowTakesThePlaceOfTheOther(t *testing.T) {
	row := func(from, entered string) Row {
		return Row{ID: ident.ID(from + entered), Statement: Statement{From: period.MustMonth(from)}, EnteredAt: noon(entered)}
	}
	for _, pair := range [][2]Row{
		{row("2026-10", "2026-09-02"), row("2026-12", "2026-09-01")},
		{row("2026-10", "2026-09-01"), row("2026-12", "2026-09-02")},
		{row("2026-10", "2026-09-01"), row("2026-10", "2026-09-02")},
	} {
		if pair[0].before(pair[1]) || !pair[1].before(pair[0]) || pair[0].before(pair[0]) {
			t.Errorf("%+v", pair)
		}
	}
}
