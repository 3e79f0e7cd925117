package economy_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// A year that can be reckoned by hand: 10 000 000 in compensation and 2 000 000 of the
// municipality's own for 1 000 months of compensation, 50 who left, of whom 60 of 100 stay
// away and 36 of 100 would have left anyway; assistance 8 000 a month.
func TestAProgrammesYear(t *testing.T) {
	year := economy.ProgrammeYear{Compensation: 10_000_000, Months: 1000, Left: 50, Staff: 1_500_000, Places: 500_000, Assistance: 8000,
		Replaced: 100, Lasting: 60, Anyway: 36, Years: 3}
	s, err := year.Sum()
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string][2]money.Kronor{
		"cost":     {s.Cost, 12_000_000},
		"replaced": {s.Replaced, 8_000_000},
		"left":     {s.Left, 4_000_000},
		"gross":    {s.Gross, 2_880_000},
		"anyway":   {s.Anyway, 1_036_800},
		"saving":   {s.Saving, 1_843_200},
		"net":      {s.Net, -2_156_800},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %d, by hand %d", what, c[0], c[1])
		}
	}
	if s.Payback == nil || s.Payback.PaybackYears.String() != "2.170" || s.Payback.BreakEvenShare.String() != "0.723" {
		t.Errorf("payback %+v", s.Payback)
	}
	// 8 640 000 over three years covers 4 000 000 as long as 53 of 100 at most would have left.
	if s.MostAnyway == nil || *s.MostAnyway != 53 {
		t.Errorf("most anyway %v", s.MostAnyway)
	}
	year.Left = 0
	if s, err = year.Sum(); err != nil || s.MostAnyway != nil || s.Payback.PaybackYears != nil {
		t.Errorf("nobody left: %+v, %v", s, err)
	}
	year.Months = 2000
	if s, err = year.Sum(); err != nil || s.Payback != nil || s.Left != -4_000_000 || s.Net != 4_000_000 {
		t.Errorf("dearer to do without: %+v, %v", s, err)
	}
}

func TestAYearThatCannotBeRightIsRefusedByField(t *testing.T) {
	right := economy.ProgrammeYear{Assistance: 5220, Lasting: 100, Years: 3}
	for field, change := range map[string]func(*economy.ProgrammeYear){
		"staff":      func(y *economy.ProgrammeYear) { y.Staff = -1 },
		"places":     func(y *economy.ProgrammeYear) { y.Places = economy.MostProject + 1 },
		"assistance": func(y *economy.ProgrammeYear) { y.Assistance = -1 },
		"replaced":   func(y *economy.ProgrammeYear) { y.Replaced = 101 },
		"lasting":    func(y *economy.ProgrammeYear) { y.Lasting = -1 },
		"anyway":     func(y *economy.ProgrammeYear) { y.Anyway = 101 },
		"left":       func(y *economy.ProgrammeYear) { y.Left = -1 },
		"years":      func(y *economy.ProgrammeYear) { y.Years = 0 },
	} {
		year := right
		change(&year)
		_, err := year.Sum()
		var no *fault.Error
		if !errors.As(err, &no) || no.Code != fault.Invalid || len(no.Fields) != 1 || no.Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// Everything adds up, and at the most that may leave anyway the saving still covers the
// cost, while one more of a hundred is too many.
func TestTheMostWhoMayLeaveAnyway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := economy.ProgrammeYear{
			Compensation: money.Kronor(rapid.IntRange(0, 90_000_000).Draw(t, "compensation")), Months: rapid.IntRange(0, 9000).Draw(t, "months"),
			Left: rapid.IntRange(0, 500).Draw(t, "left"), Staff: money.Kronor(rapid.IntRange(0, 9_000_000).Draw(t, "staff")),
			Assistance: money.Kronor(rapid.IntRange(0, 20_000).Draw(t, "assistance")), Replaced: rapid.IntRange(0, 100).Draw(t, "replaced"),
			Lasting: rapid.IntRange(0, 100).Draw(t, "lasting"), Anyway: rapid.IntRange(0, 100).Draw(t, "anyway"), Years: rapid.IntRange(1, 10).Draw(t, "years"),
		}
		s, err := year.Sum()
		if err != nil {
			t.Fatal(err)
		}
		if s.Saving+s.Anyway != s.Gross || s.Left+s.Replaced != s.Cost || s.Net != s.Saving-s.Left {
			t.Fatalf("%+v does not add up", s)
		}
		if s.MostAnyway == nil {
			return
		}
		covers := func(anyway int) money.Kronor {
			return s.Gross*money.Kronor(year.Years)*money.Kronor(100-anyway) - 100*s.Left
		}
		if covers(*s.MostAnyway) < 0 || *s.MostAnyway < 100 && covers(*s.MostAnyway+1) >= 0 {
			t.Fatalf("%d of 100 is not the most: %+v", *s.MostAnyway, s)
		}
	})
}
