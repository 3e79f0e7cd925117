package economy_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// alone is a single adult with rent: 5 220 and 6 500 make a need of 11 720.
func alone() economy.Facts {
	return economy.Facts{Month: month("2026-03"), Adults: 1, Costs: []economy.Cost{{Kind: economy.Rent, Amount: kr(6500)}}}
}

func TestTodayAndInTheProgramme(t *testing.T) {
	today, err := economy.Today(law.Sweden(), alone())
	if err != nil || today.Result.Assistance != 11720 || today.Left != 5220 {
		t.Errorf("%+v, %v", today, err)
	}
	// A week of 2 812 kronor in 2026 is 12 051 a month, which is 331 more than the need.
	programme, err := economy.InProgramme(law.Sweden(), alone(), nil)
	if err != nil || programme.Result.CountedIncome != 12051 || programme.Result.Surplus != 331 || programme.Left != 5551 {
		t.Errorf("%+v, %v", programme, err)
	}
	// With two children who count and one who is grown: 195 and 124 a week more, 1 367 a month.
	family := alone()
	family.Children = []economy.Child{{Age: 8}, {Age: 3}, {Age: 19}}
	family.Incomes = []economy.Income{{Kind: economy.ActivitySupport, Net: kr(5000)}, {Kind: economy.ChildAllowance, Net: kr(2650)}}
	programme, err = economy.InProgramme(law.Sweden(), family, []int{0})
	if err != nil || programme.Result.CountedIncome != 2650+12051+1367 {
		t.Errorf("%+v, %v", programme.Result.Incomes, err)
	}
	// One of the two is not in the participant's custody: 195 a week alone, 835 a month.
	family.Children[1].NotInCustody = true
	programme, err = economy.InProgramme(law.Sweden(), family, []int{0})
	if err != nil || programme.Result.CountedIncome != 2650+12051+835 || family.SupplementChildren() != 1 {
		t.Errorf("%+v, %v", programme.Result.Incomes, err)
	}
	if family.Incomes[0].Kind != economy.ActivitySupport {
		t.Error("the facts were changed")
	}
	early := alone()
	early.Month = month("2014-03")
	_, err = economy.InProgramme(law.Sweden(), early, nil)
	var missing *law.MissingError
	if !errors.As(err, &missing) || missing.Parameter != law.CompensationRules {
		t.Errorf("%v", err)
	}
}

// 16 000 a month after tax at full time is 400 for each hour a week. With the job
// stimulus a fourth of it is not counted.
func TestTheMarginalPicture(t *testing.T) {
	picture, err := economy.Margin(law.Sweden(), alone(), economy.Pay{NetFullTime: kr(16000), JobStimulus: true}, 10)
	if err != nil {
		t.Fatal(err)
	}
	want := []economy.Point{
		{Hours: 0, NetPay: 0, Assistance: 11720, Left: 5220, LeftAfter: 5220},
		{Hours: 10, NetPay: 4000, Assistance: 8720, Left: 6220, LeftAfter: 5220, Marginal: 75},
		{Hours: 20, NetPay: 8000, Assistance: 5720, Left: 7220, LeftAfter: 5220, Marginal: 75},
		{Hours: 30, NetPay: 12000, Assistance: 2720, Left: 8220, LeftAfter: 5500, Marginal: 75},
		{Hours: 40, NetPay: 16000, Assistance: 0, Left: 9500, LeftAfter: 9500, Marginal: 68},
	}
	if !slices.Equal(picture.Points, want) {
		t.Errorf("%+v", picture.Points)
	}
	marks := []economy.Mark{
		{Code: economy.CoversWithout, NetPay: 11720, TenthsOfHours: 293},
		// Three fourths of 15 626 are 11 719.50, which count as 11 720.
		{Code: economy.AssistanceEnds, NetPay: 15626, TenthsOfHours: 391},
		{Code: economy.StimulusEnds, Months: 24},
	}
	if !slices.Equal(picture.Marks, marks) {
		t.Errorf("%+v", picture.Marks)
	}
}

func TestPicturesWithoutStimulus(t *testing.T) {
	without, err := economy.Margin(law.Sweden(), alone(), economy.Pay{NetFullTime: kr(10000)}, 15)
	if err != nil || !slices.Equal(without.Marks, []economy.Mark{{Code: economy.AssistanceEnds, NetPay: 11720, TenthsOfHours: 469, Beyond: true}}) {
		t.Errorf("%+v, %v", without.Marks, err)
	}
	var hours []int
	for _, p := range without.Points {
		hours = append(hours, p.Hours)
		if p.Hours > 0 && (p.Marginal != 100 || p.Left != 5220 || p.LeftAfter != p.Left) {
			t.Errorf("%+v", p)
		}
	}
	if !slices.Equal(hours, []int{0, 15, 30, 40}) {
		t.Errorf("%v", hours)
	}
	rich := alone()
	rich.Incomes = []economy.Income{{Kind: economy.Pension, Net: kr(20000)}}
	self, err := economy.Margin(law.Sweden(), rich, economy.Pay{NetFullTime: kr(10000), JobStimulus: true}, 40)
	if err != nil || self.Marks != nil || self.Points[1].Marginal != 0 {
		t.Errorf("%+v, %v", self, err)
	}
	if full := economy.FullTimeOf(kr(100)); full != 1733333 { // 100 · 40 · 52 / 12
		t.Errorf("%d", full)
	}
}

func TestWorkRefused(t *testing.T) {
	pay := economy.Pay{NetFullTime: kr(16000)}
	margin := func(p economy.Pay, step int) error {
		_, err := economy.Margin(law.Sweden(), alone(), p, step)
		return err
	}
	_, tooLong := economy.AtWork(law.Sweden(), alone(), pay, 41)
	_, tooShort := economy.AtWork(law.Sweden(), alone(), pay, -1)
	_, noSuch := economy.InProgramme(law.Sweden(), alone(), []int{0})
	_, bad := economy.InProgramme(law.Sweden(), economy.Facts{Month: month("2026-03")}, nil)
	for field, err := range map[string]error{
		"step": margin(pay, 0), "step ": margin(pay, 41), "net_full_time": margin(economy.Pay{}, 1),
		"net_full_time ": margin(economy.Pay{NetFullTime: economy.MostAmount + 1}, 1), "instead": margin(economy.Pay{NetFullTime: 1, Instead: []int{0}}, 1),
		"hours": tooLong, "hours ": tooShort, "instead ": noSuch, "adults": bad,
	} {
		var wrong *fault.Error
		if !errors.As(err, &wrong) || len(wrong.Fields) != 1 || wrong.Fields[0].Name != strings.TrimSpace(field) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// Whatever the household, an hour more of work never leaves less to live on.
func TestWorkNeverLeavesLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawn(t)
		pay := economy.Pay{NetFullTime: money.Ore(rapid.Int64Range(1, 4_000_000).Draw(t, "pay")), JobStimulus: rapid.Bool().Draw(t, "stimulated")}
		picture, err := economy.Margin(law.Sweden(), f, pay, 4)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range picture.Points[1:] {
			if before := picture.Points[i]; p.Left < before.Left-1 || p.LeftAfter > p.Left+1 || p.Assistance > before.Assistance {
				t.Fatalf("%+v after %+v", p, before)
			}
		}
	})
}

// At a mark the household itself is reckoned to have no assistance, and one step before
// it, of a krona as of a tenth of an hour, it has some. The points of the picture say the
// same.
func TestTheMarksAreWhereAssistanceEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawn(t)
		pay := economy.Pay{NetFullTime: money.Ore(rapid.Int64Range(50_00, 4_000_000).Draw(t, "pay")), JobStimulus: rapid.Bool().Draw(t, "stimulated")}
		picture, err := economy.Margin(law.Sweden(), f, pay, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range picture.Marks {
			if m.Code == economy.StimulusEnds {
				continue
			}
			has := func(net money.Ore) bool {
				with := f
				with.Incomes = append(slices.Clone(f.Incomes), economy.Income{Kind: economy.Work, Net: net,
					JobStimulus: pay.JobStimulus && m.Code == economy.AssistanceEnds})
				r, err := economy.Household(law.Sweden(), with)
				if err != nil {
					t.Fatal(err)
				}
				return r.Assistance > 0
			}
			tenth := func(n int) money.Ore { return (2*pay.NetFullTime*money.Ore(n) + 400) / 800 } // half up to öre
			if at := kr(int64(m.NetPay)); has(at) || !has(at-100) {
				t.Fatalf("%+v: assistance there %t, a krona before %t", m, has(at), has(at-100))
			}
			if n := m.TenthsOfHours; tenth(n) < economy.MostAmount && (has(tenth(n)) || !has(tenth(n-1))) {
				t.Fatalf("%+v: assistance there %t, a tenth before %t", m, has(tenth(n)), has(tenth(n-1)))
			}
			if m.Beyond != has(tenth(400)) {
				t.Fatalf("%+v: assistance at full time %t", m, has(tenth(400)))
			}
			for _, p := range picture.Points {
				if m.Code == economy.AssistanceEnds && (p.Assistance == 0) != (10*p.Hours >= m.TenthsOfHours) {
					t.Fatalf("%+v: %+v", m, p)
				}
			}
		}
	})
}
