package followup

import (
	"slices"
	"testing"
)

// 001: 42 discharged; 38 to self-support or moved, being 5 to studies, 9 with
// sickness or activity compensation, 2 with a pension and 22 in work or moved. How
// the 22 divide is not told; any division gives the same.
func TestTheExitsOf001(t *testing.T) {
	for moved := range 23 {
		var exits []Exit
		add := func(kind ExitKind, n int) {
			for range n {
				exits = append(exits, Exit{Kind: kind})
			}
		}
		add(Studies, 5)
		add(SicknessOrActivityCompensation, 9)
		add(Pension, 2)
		add(Work, 22-moved)
		add(Moved, moved)
		add(OtherExit, 4)
		got := Count(exits)
		if got.Exits != 42 || got.SelfSupportOrMoved != 38 || got.ByKind[Work]+got.ByKind[Moved] != 22 {
			t.Errorf("%d moved: %+v", moved, got)
		}
		if want := 5 + 22 - moved; got.WorkOrStudies != want {
			t.Errorf("%d moved: %d to work or studies, want %d", moved, got.WorkOrStudies, want)
		}
	}
}

func TestWhatAnExitMeans(t *testing.T) {
	for _, c := range []struct {
		kind          ExitKind
		work, selfOut bool
	}{
		{Work, true, true},
		{WorkWithSupport, true, true},
		{ProtectedWork, true, true},
		{Studies, true, true},
		{SicknessOrActivityCompensation, false, true},
		{Pension, false, true},
		{Moved, false, true},
		{OtherExit, false, false},
		{"vanished", false, false},
	} {
		if c.kind.IsWorkOrStudies() != c.work || c.kind.SupportGoesOn() != c.work || c.kind.IsSelfSupportOrMoved() != c.selfOut {
			t.Errorf("%s: work or studies %v, self-support or moved %v", c.kind, c.kind.IsWorkOrStudies(), c.kind.IsSelfSupportOrMoved())
		}
	}
}

func TestWhatAnExitMustSay(t *testing.T) {
	opened, today := day("2026-03-02"), day("2026-11-30")
	for _, c := range []struct {
		name string
		exit Exit
		want []string
	}{
		{"to work", Exit{Kind: Work, On: today, Hours: 40}, nil},
		{"no kind", Exit{On: today}, []string{"kind choose_one"}},
		{"something else, unexplained", Exit{Kind: OtherExit, On: today}, []string{"note other_missing"}},
		{"something else, explained", Exit{Kind: OtherExit, On: today, Note: "Vill ta en paus för familjens skull"}, nil},
		{"tomorrow", Exit{Kind: Work, On: today + 1}, []string{"on not_yet"}},
		{"before the case", Exit{Kind: Work, On: opened - 1}, []string{"on before_case"}},
		{"more than full time", Exit{Kind: Work, On: today, Hours: 41}, []string{"hours hours_outside"}},
	} {
		if got := gathered(CheckExit(c.exit, opened, today)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
