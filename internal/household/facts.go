package household

import (
	"slices"

	"fotfaste/internal/economy"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// ageIn is the age of the child in the month: the one it has on the last day, so that a
// child is older from the month in which it has its birthday.
func ageIn(c person.Child, m period.Month) int { return c.Birth.YearsUntil(m.Last()) }

// in tells whether the case's child is of the household in the month: in custody some day
// of it.
func in(c person.Child, m period.Month) bool {
	span, ever := c.Counts()
	return ever && span.Overlaps(m.Span())
}

// givesSupplement tells whether the child gives the programme's child supplement as the
// month ends: a minor in custody on its last day, as the compensation counts a day. What
// the programme would pay is reckoned for a whole month, from how it stands then.
func givesSupplement(c person.Child, m period.Month) bool {
	return len(person.ChildrenOn([]person.Child{c}, m.Last())) > 0
}

// ageOf is the age in the month of a child whose age was said in another: whole years
// after that month.
func ageOf(said int, since, m period.Month) int { return said + int(m-since)/12 }

// Facts is the household of the month as it is reckoned, from what counts in it and the
// children of the case. Other children in the home are nobody's whom the case is about, and
// give no supplement in the programme. A home that nobody has said anything of is one adult's, and one
// that is said to be smaller than its members is of their number.
func Facts(lines []Line, children []person.Child, m period.Month) economy.Facts {
	f := economy.Facts{Month: m, Adults: 1}
	for _, c := range children {
		if in(c, m) {
			f.Children = append(f.Children, economy.Child{Age: ageIn(c, m), NotInCustody: !givesSupplement(c, m)})
		}
	}
	size := 0
	for _, l := range lines {
		s := l.Counts.Statement
		if s.What == Members {
			f.Adults, f.Cohabiting, f.Shared, size = s.Home.Adults, s.Home.Adults == economy.MostAdults, s.Home.Shared, s.Home.Size
			for _, age := range s.Home.Ages {
				if age = ageOf(age, s.From, m); age <= economy.OldestChild {
					f.Children = append(f.Children, economy.Child{Age: age, NotInCustody: true})
				}
			}
		}
		if kind, is := s.What.Cost(); is {
			f.Costs = addCost(f.Costs, economy.Cost{Kind: kind, Name: s.Name, Amount: s.Amount})
		}
		if kind, is := s.What.Income(); is && len(f.Incomes) < economy.MostLines {
			f.Incomes = append(f.Incomes, economy.Income{Kind: kind, Name: s.Name, Net: s.Amount, JobStimulus: s.Stimulus})
		}
	}
	f.Children = f.Children[:min(len(f.Children), economy.MostChildren)]
	if size > 0 {
		f.HouseholdSize = max(size, f.Members())
	}
	return f
}

// addCost adds a cost. Two of one kind, as two persons' travels, are one line of their
// sum, which is never more than a line may be.
func addCost(all []economy.Cost, c economy.Cost) []economy.Cost {
	i := slices.IndexFunc(all, func(before economy.Cost) bool { return before.Kind == c.Kind })
	switch {
	case i >= 0 && c.Kind != economy.OtherCost:
		all[i].Amount = min(all[i].Amount+c.Amount, money.Ore(economy.MostAmount))
		return all
	case c.Kind != economy.OtherCost:
		c.Name = ""
	}
	if len(all) == economy.MostLines {
		return all
	}
	return append(all, c)
}
