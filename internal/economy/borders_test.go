package economy_test

import (
	"strings"
	"testing"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// On the day of eighteen a child is of age: it gives no supplement, and the reckoning
// asks whether it is still of the household.
func TestOfAgeAtEighteen(t *testing.T) {
	for age, minor := range map[int]bool{17: true, 18: false} {
		f := example()
		f.Children[0].Age = age
		if got := f.SupplementChildren() == 1; got != minor {
			t.Errorf("a child of %d: supplement %t", age, got)
		}
		asked := false
		for _, w := range reckon(t, f).Warnings {
			asked = asked || w.Code == economy.GrownChild
		}
		if asked == minor {
			t.Errorf("a child of %d: asked about %t", age, asked)
		}
	}
}

// A project that has repaid its cost on the last day of its years has done so within them.
func TestRepaidOnTheLastDayIsWithinTheYears(t *testing.T) {
	for cost, within := range map[money.Kronor]bool{2999: true, 3000: true, 3001: false} {
		b, err := economy.PaybackOf(economy.Project{Cost: cost, AnnualSaving: 1000, Years: 3})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range b.Sensitivity {
			if v.CostPercent == 100 && v.SavingPercent == 100 && v.WithinYears != within {
				t.Errorf("%s: %+v", cost, v)
			}
		}
	}
	// The greatest of both is a project too, and so is the longest.
	if _, err := economy.PaybackOf(economy.Project{Cost: economy.MostProject, AnnualSaving: economy.MostProject, Years: economy.MostYears}); err != nil {
		t.Error(err)
	}
}

// A saving that is just the cost leaves no room for anybody who would have left anyway.
func TestASavingOfJustTheCostHasNoRoom(t *testing.T) {
	for cost, want := range map[money.Kronor]int{11_999: 0, 12_000: 0, 12_001: -1} {
		s, err := economy.ProgrammeYear{Compensation: cost, Left: 1, Assistance: 1000, Lasting: 100, Years: 1}.Sum()
		got := -1
		if s.MostAnyway != nil {
			got = *s.MostAnyway
		}
		if err != nil || got != want {
			t.Errorf("a cost of %s: %d, %v", cost, got, err)
		}
	}
}

// The greatest amount is one, and an öre more is none: of an income, a cost and a pay.
func TestTheGreatestAmount(t *testing.T) {
	for more, code := range map[money.Ore]fault.Code{0: "", 1: fault.Invalid} {
		amount := economy.MostAmount + more
		income, cost := alone(), alone()
		income.Incomes = []economy.Income{{Kind: economy.Pension, Net: amount}}
		cost.Costs[0].Amount = amount
		_, errIncome := economy.Household(law.Sweden(), income)
		_, errCost := economy.Household(law.Sweden(), cost)
		_, errPay := economy.AtWork(law.Sweden(), alone(), economy.Pay{NetFullTime: amount}, economy.FullTime)
		for what, err := range map[string]error{"income": errIncome, "cost": errCost, "pay": errPay} {
			if (err == nil) != (more == 0) || err != nil && fault.CodeOf(err) != code {
				t.Errorf("%s of %d öre: %v", what, amount, err)
			}
		}
	}
}

// A name has so many characters, whatever each takes in a file.
func TestTheLongestName(t *testing.T) {
	for length, right := range map[int]bool{0: false, 1: true, economy.LongestName: true, economy.LongestName + 1: false} {
		f := alone()
		f.Incomes = []economy.Income{{Kind: economy.OtherIncome, Name: strings.Repeat("å", length), Net: kr(1)}}
		if _, err := economy.Household(law.Sweden(), f); (err == nil) != right {
			t.Errorf("%d characters: %v", length, err)
		}
	}
}

// Where all of full time is just enough, it is met at full time and not beyond it.
func TestEnoughAtFullTimeIsNotBeyondIt(t *testing.T) {
	for pay, want := range map[int64]economy.Mark{
		11720: {Code: economy.AssistanceEnds, NetPay: 11720, TenthsOfHours: 400},
		11719: {Code: economy.AssistanceEnds, NetPay: 11720, TenthsOfHours: 401, Beyond: true},
	} {
		picture, err := economy.Margin(law.Sweden(), alone(), economy.Pay{NetFullTime: kr(pay)}, economy.FullTime)
		if err != nil || len(picture.Marks) != 1 || picture.Marks[0] != want {
			t.Errorf("%d at full time: %+v, %v", pay, picture.Marks, err)
		}
	}
}

// The outermost numbers of a programme's year can be right, and none beyond them.
func TestTheOutermostYearOfAProgramme(t *testing.T) {
	for name, c := range map[string]struct {
		year  economy.ProgrammeYear
		right bool
	}{
		"nothing at all":         {economy.ProgrammeYear{Years: 1}, true},
		"the dearest staff":      {economy.ProgrammeYear{Staff: economy.MostProject, Years: 1}, true},
		"the dearest places":     {economy.ProgrammeYear{Places: economy.MostProject, Years: 1}, true},
		"the highest assistance": {economy.ProgrammeYear{Assistance: 1_000_000, Years: 1}, true},
		"a krona more":           {economy.ProgrammeYear{Assistance: 1_000_001, Years: 1}, false},
		"all shares whole":       {economy.ProgrammeYear{Replaced: 100, Lasting: 100, Anyway: 100, Years: 1}, true},
		"a million who left":     {economy.ProgrammeYear{Left: 1_000_000, Years: 1}, true},
		"one more":               {economy.ProgrammeYear{Left: 1_000_001, Years: 1}, false},
		"fifty years":            {economy.ProgrammeYear{Years: 50}, true},
		"one year more":          {economy.ProgrammeYear{Years: 51}, false},
	} {
		if _, err := c.year.Sum(); (err == nil) != c.right {
			t.Errorf("%s: %v", name, err)
		}
	}
}
