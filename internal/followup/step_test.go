package followup

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/period"
)

const why = "Kommer i tid varje dag och leder nu egna uppgifter"

func TestWhatAMoveMustSay(t *testing.T) {
	today := day("2026-06-01")
	placed := []StepMove{{To: 3, On: day("2026-03-02"), Reason: why}}
	for _, c := range []struct {
		name    string
		move    StepMove
		earlier []StepMove
		want    []string
	}{
		{"the first placing", StepMove{To: 3, On: today, Reason: why}, nil, nil},
		{"a step up", StepMove{From: 3, To: 4, On: today, Reason: why}, placed, nil},
		{"a step down takes no more", StepMove{From: 3, To: 2, On: today, Reason: why}, placed, nil},
		{"two steps at once", StepMove{From: 3, To: 5, On: today, Reason: why}, placed, nil},
		{"without a reason", StepMove{From: 3, To: 4, On: today, Reason: "bra"}, placed, []string{"reason reason_too_short"}},
		{"to where one stands", StepMove{From: 3, To: 3, On: today, Reason: why}, placed, []string{"to step_same"}},
		{"above the ladder", StepMove{From: 3, To: 7, On: today, Reason: why}, placed, []string{"to step_outside"}},
		{"below the ladder", StepMove{From: 3, To: 0, On: today, Reason: why}, placed, []string{"to step_outside"}},
		{"tomorrow", StepMove{From: 3, To: 4, On: today + 1, Reason: why}, placed, []string{"on not_yet"}},
		{"before the last move", StepMove{From: 3, To: 4, On: day("2026-03-01"), Reason: why}, placed, []string{"on before_last_move"}},
		{"from a step that somebody has changed", StepMove{From: 2, To: 4, On: today, Reason: why}, placed, []string{"from step_has_changed"}},
	} {
		if got := gathered(CheckMove(c.move, c.earlier, today)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDirection(t *testing.T) {
	for _, c := range []struct {
		move StepMove
		want Direction
		size int
	}{
		{StepMove{To: 3}, Placed, 0},
		{StepMove{From: 3, To: 5}, Up, 2},
		{StepMove{From: 3, To: 2}, Down, -1},
	} {
		if c.move.Direction() != c.want || c.move.Size() != c.size {
			t.Errorf("%+v: %s %d", c.move, c.move.Direction(), c.move.Size())
		}
	}
}

func TestTheLadderKnowsEveryDay(t *testing.T) {
	moves := []StepMove{{To: 3, On: day("2026-03-02")}, {From: 3, To: 4, On: day("2026-05-04")}, {From: 4, To: 3, On: day("2026-05-04")}}
	ladder, err := Ladder(moves, day("2026-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		on    string
		step  int
		known bool
	}{
		{"2026-03-01", 0, false},
		{"2026-03-02", 3, true},
		{"2026-05-04", 3, true}, // put right the same day
		{"2026-12-31", 3, true},
		{"2027-01-01", 0, false},
	} {
		if step, known := ladder.At(day(c.on)); step != c.step || known != c.known {
			t.Errorf("%s: %d %v, want %d %v", c.on, step, known, c.step, c.known)
		}
	}
}

func TestABrokenLadderIsRefused(t *testing.T) {
	for name, moves := range map[string][]StepMove{
		"begins in the air":       {{From: 2, To: 3, On: day("2026-03-02")}},
		"does not follow":         {{To: 3, On: day("2026-03-02")}, {From: 4, To: 5, On: day("2026-05-04")}},
		"goes back in the months": {{To: 3, On: day("2026-05-04")}, {From: 3, To: 4, On: day("2026-03-02")}},
	} {
		if _, err := Ladder(moves, day("2026-12-31")); !errors.Is(err, ErrBrokenLadder) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Moves that CheckMove lets through make a ladder, and on each day it has the step
// of the last move made by then.
func TestCheckedMovesMakeALadder(t *testing.T) {
	today := day("2026-12-31")
	rapid.Check(t, func(t *rapid.T) {
		var moves []StepMove
		for range rapid.IntRange(0, 12).Draw(t, "tries") {
			m := StepMove{From: rapid.IntRange(0, 6).Draw(t, "from"), To: rapid.IntRange(0, 7).Draw(t, "to"),
				On: day("2026-01-01").AddDays(rapid.IntRange(0, 364).Draw(t, "day")), Reason: why}
			if rapid.Bool().Draw(t, "reads the step first") && len(moves) > 0 {
				m.From = moves[len(moves)-1].To
			}
			if len(CheckMove(m, moves, today)) == 0 {
				moves = append(moves, m)
			}
		}
		ladder, err := Ladder(moves, today)
		if err != nil {
			t.Fatal(err)
		}
		for d := range (period.Span{From: day("2026-01-01"), To: today}).Days() {
			want := 0
			for _, m := range moves {
				if m.On <= d {
					want = m.To
				}
			}
			if got, _ := ladder.At(d); got != want {
				t.Fatalf("%s: step %d, want %d", d, got, want)
			}
		}
	})
}
