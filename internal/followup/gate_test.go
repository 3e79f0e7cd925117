package followup

import (
	"strings"
	"testing"

	"fotfaste/internal/fault"
)

func TestNobodyLeavesAPlaceBehind(t *testing.T) {
	if err := MayLeave(nil); err != nil {
		t.Error(err)
	}
	err := MayLeave([]string{"Köksspåret", "SFI C"})
	if fault.CodeOf(err) != fault.Conflict {
		t.Errorf("open places are left: %v", err)
	}
}

func TestTheExitSaysHowItIsThatDay(t *testing.T) {
	for _, kind := range ExitKinds() {
		standing, known := AtExit(kind)
		if known != (kind != OtherExit) {
			t.Errorf("%s: known %v", kind, known)
		}
		if standing.IsWorkOrStudies() != kind.IsWorkOrStudies() {
			t.Errorf("%s is counted one way at the exit and %s another", kind, standing)
		}
	}
}

func TestAKnownOutcomeStands(t *testing.T) {
	for _, earlier := range append(Standings(), "") {
		again := earlier == "" || earlier == NotReached || earlier == WishesNotToAnswer
		if (MayNote(earlier) == nil) != again {
			t.Errorf("%q: asked again %v", earlier, !again)
		}
	}
}

func TestWhoStopsAskingEarlySaysWhy(t *testing.T) {
	for _, c := range []struct {
		reason string
		left   int
		want   []string
	}{
		{"", 0, nil},
		{"", 2, []string{"reason close_reason"}},
		{"Åker hem nu", 2, nil},
		{strings.Repeat("å", MaxReason+1), 0, []string{"reason text_too_long"}},
	} {
		got := gathered(CheckClosing(c.reason, c.left))
		if strings.Join(got, ",") != strings.Join(c.want, ",") {
			t.Errorf("%d left: %v, want %v", c.left, got, c.want)
		}
	}
}
