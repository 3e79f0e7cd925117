package followup

import (
	"testing"

	"fotfaste/internal/period"
)

func TestCheckNext(t *testing.T) {
	today := period.MustDay("2026-11-30")
	for next, want := range map[string]string{
		"2026-11-29": "followup.next_not_ahead",
		"2026-11-30": "followup.next_not_ahead",
		"2026-12-01": "",
		"2027-02-28": "", // three months on, where February ends
		"2027-03-01": "followup.next_too_far",
	} {
		got := ""
		if wrong := CheckNext(period.MustDay(next), today); len(wrong) > 0 {
			got = wrong[0].Text.Key
		}
		if got != want {
			t.Errorf("%s: %q, want %q", next, got, want)
		}
	}
}

func TestAfterExitIsEveryMonth(t *testing.T) {
	exit := period.MustDay("2026-03-31")
	due := AfterExit().Next(exit, nil, exit)
	if due.Pace != Monthly || due.On != period.MustDay("2026-04-30") {
		t.Errorf("the first contact after the exit is %s, %s", due.On, due.Pace)
	}
}
