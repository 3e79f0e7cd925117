package household

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// What is what a row is about: Members, a cost or an income.
type What string

// Members is who lives in the home: adults, how many in all, and children who are not
// among the case's.
const Members What = "members"

// The two groups of the others: "cost.rent", "income.work".
const (
	costs   = "cost."
	incomes = "income."
)

// CostOf and IncomeOf are the rows of a kind of package economy.
func CostOf(k economy.CostKind) What { return costs + What(k) }

// IncomeOf is the row of a kind of income.
func IncomeOf(k economy.IncomeKind) What { return incomes + What(k) }

// Cost is the kind of cost, false where it is none.
func (w What) Cost() (economy.CostKind, bool) {
	kind, is := strings.CutPrefix(string(w), costs)
	return economy.CostKind(kind), is && slices.Contains(economy.CostKinds(), economy.CostKind(kind))
}

// Income is the kind of income, false where it is none.
func (w What) Income() (economy.IncomeKind, bool) {
	kind, is := strings.CutPrefix(string(w), incomes)
	return economy.IncomeKind(kind), is && slices.Contains(economy.IncomeKinds(), economy.IncomeKind(kind))
}

// Text is what it is, before it has a language.
func (w What) Text() fault.Text {
	if w == Members {
		return fault.T("household.what.members")
	}
	return fault.T("economy." + string(w))
}

// Whats are all of them, in the order in which they are shown.
func Whats() []What {
	all := []What{Members}
	for _, k := range economy.CostKinds() {
		all = append(all, CostOf(k))
	}
	for _, k := range economy.IncomeKinds() {
		all = append(all, IncomeOf(k))
	}
	return all
}

// Provenance is where a row comes from.
type Provenance string

// The provenances.
const (
	OwnStatement Provenance = "own_statement" // the participant said so
	CaseManager  Provenance = "case_manager"  // seen or judged by somebody at the office
	RegisterFile Provenance = "register_file" // a line of a file from a register
)

// Provenances are all of them, that which counts first first.
func Provenances() []Provenance { return []Provenance{CaseManager, RegisterFile, OwnStatement} }

// Source is the line of a register's file that a row was read from.
type Source struct {
	File   string // its name, as it was handed in
	Line   int    // from 1
	SHA256 string // of the whole file, in hexadecimal
}

// Home is who lives in the home, beside the case's children.
type Home struct {
	Adults int
	Size   int   // everybody who lives there; 0 for the members and nobody else
	Shared bool  // with others than a partner
	Ages   []int // of other children of the household, in whole years in the first month
}

// Statement is what somebody has said of one thing. A Statement about Members has a Home
// and no amount; any other has an amount and no Home.
type Statement struct {
	What       What
	Name       string    // of another cost or income; else whose it is, where that must be said
	Amount     money.Ore // a month; of an income after tax
	Stimulus   bool      // the one who earns it has the job stimulus
	Home       Home
	From       period.Month
	To         period.Month // the last; 0 while it goes on
	Provenance Provenance
	Source     Source // of a register's file
}

// The limits of what is said. EarliestMonth is the first that any row may begin in.
const (
	LongestName = 60 // characters
	MostRows    = 400
	MonthsAhead = 24 // that a row may begin in
)

// EarliestMonth is the first that a row may begin in.
var EarliestMonth = period.MustMonth("2010-01")

// Covers tells whether it holds in the month.
func (s Statement) Covers(m period.Month) bool { return s.From <= m && (s.To == 0 || m <= s.To) }

// Subject is what tells apart what is said of: two statements with the same Subject are
// about the same thing.
type Subject struct {
	What What
	Name string // folded
}

// Subject is what it is about.
func (s Statement) Subject() Subject {
	return Subject{s.What, strings.ToLower(strings.Join(strings.Fields(s.Name), " "))}
}

// Check tells what cannot be right in a statement made in the month, with a field for
// each: what, name, amount, adults, size, ages, from, to. Children are the case's own.
func (s Statement) Check(now period.Month, children int) fault.Fields {
	var f fault.Fields
	_, cost := s.What.Cost()
	kind, income := s.What.Income()
	f.Check(cost || income || s.What == Members, "what", "household.refused.what")
	f.Check(slices.Contains(Provenances(), s.Provenance), "provenance", "household.refused.provenance")
	needsName := s.What == CostOf(economy.OtherCost) || s.What == IncomeOf(economy.OtherIncome)
	f.Check(!needsName || s.Name != "", "name", "household.refused.name_missing")
	f.Check(utf8.RuneCountInString(s.Name) <= LongestName && utf8.ValidString(s.Name),
		"name", "household.refused.name_long", "Most", LongestName)
	f.Check(!s.Stimulus || income && kind == economy.Work, "stimulus", "household.refused.stimulus")
	switch {
	case s.What == Members:
		s.Home.check(&f, children)
	case s.Amount < 0:
		f.Add("amount", "economy.refused.negative")
	case s.Amount > economy.MostAmount:
		f.Add("amount", "economy.refused.absurd", "Most", economy.MostAmount)
	}
	f.Check(s.From >= EarliestMonth && s.From <= now.AddMonths(MonthsAhead), "from", "household.refused.from",
		"From", EarliestMonth, "To", now.AddMonths(MonthsAhead))
	f.Check(s.To == 0 || s.To >= s.From, "to", "household.refused.to_before", "From", s.From)
	f.Check(s.To <= now.AddMonths(MonthsAhead), "to", "household.refused.from", "From", s.From, "To", now.AddMonths(MonthsAhead))
	return f
}

func (h Home) check(f *fault.Fields, children int) {
	f.Check(h.Adults >= 1 && h.Adults <= economy.MostAdults, "adults", "economy.refused.adults", "Said", h.Adults, "Most", economy.MostAdults)
	for _, age := range h.Ages {
		if age < 0 || age > economy.OldestChild {
			f.Add("ages", "economy.refused.child_age", "Said", age, "Oldest", economy.OldestChild)
			break
		}
	}
	f.Check(children+len(h.Ages) <= economy.MostChildren, "ages", "economy.refused.too_many_children", "Most", economy.MostChildren)
	members := h.Adults + children + len(h.Ages)
	switch {
	case h.Size < 0 || h.Size > economy.MostPersons:
		f.Add("size", "economy.refused.household_size", "Said", h.Size, "Most", economy.MostPersons)
	case h.Size > 0 && h.Size < members:
		f.Add("size", "economy.refused.smaller_than_members", "Said", h.Size, "Members", members)
	}
}

// CheckEnd tells, with the field last, what cannot be right in the last month of a row
// that is ended in the month now.
func (s Statement) CheckEnd(now period.Month) fault.Fields {
	var f fault.Fields
	switch {
	case s.To < s.From:
		f.Add("last", "household.refused.to_before", "From", s.From)
	case s.To > now.AddMonths(MonthsAhead):
		f.Add("last", "household.refused.from", "From", s.From, "To", now.AddMonths(MonthsAhead))
	}
	return f
}

// Says tells whether two statements say the same of a month.
func (s Statement) Says(other Statement) bool {
	return s.Amount == other.Amount && s.Stimulus == other.Stimulus && s.Home.says(other.Home)
}

func (h Home) says(other Home) bool {
	return h.Adults == other.Adults && h.Size == other.Size && h.Shared == other.Shared && slices.Equal(h.Ages, other.Ages)
}
