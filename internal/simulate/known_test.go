package simulate

import (
	"encoding/json"
	"testing"
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/law"
)

// Every week that the municipality has calculated comes out of what was known when it
// was: nothing that a calculation rests on was said after it.
func TestEveryWeekFollowsFromWhatWasKnown(t *testing.T) {
	m := made(t, Options{Seed: 6, Size: Small})
	weeks := 0
	each(t, m, func(s *Story) {
		var words []attendance.Entry
		var made []decision.Decision
		for _, d := range s.Decisions {
			made = append(made, d.Decision)
		}
		for i := range s.Attendance {
			for _, w := range s.Attendance[i].words() {
				words = append(words, attendance.Entry{Placement: s.Attendance[i].Placement, Day: s.Attendance[i].Day, Word: w.word, Status: w.status, At: w.at})
				if limit := m.Today.Time().Add(7 * time.Hour); w.at.After(limit) {
					t.Errorf("%s was said %s, after the morning of the day it was made up", s.Attendance[i].Day, w.at)
				}
			}
		}
		part := compensation.Participation{Begun: toldOfStart(s)}
		if s.Exit != nil {
			part.Leaves = []compensation.Leaving{{Exit: s.Exit.ID, On: s.Exit.On, At: s.Exit.At}}
		}
		for _, w := range s.Weeks {
			facts := compensation.Facts{
				Grants:     compensation.GrantsTaken(decision.KnownAt(made, w.At), part.KnownAt(w.At)),
				Attendance: attendance.KnownAt(words, w.At),
				Children:   compensation.DaysCounted(s.Adult.Children),
			}
			now, err := compensation.Calculate(law.Sweden(), facts, w.Week.Week)
			if err != nil {
				t.Fatal(err)
			}
			got, _ := json.Marshal(now[0])
			if want, _ := json.Marshal(w.Week); string(got) != string(want) {
				t.Fatalf("case %s, week %s known %s:\n%s\nkept\n%s", s.Case.Number, w.Week.Week, w.At, got, want)
			}
			weeks++
		}
	})
	if weeks < 100 {
		t.Errorf("only %d weeks", weeks)
	}
}

// toldOfStart is when the journey tells of the start, nil where it does not.
func toldOfStart(s *Story) *time.Time {
	for _, e := range s.Events {
		if e.Kind == casefile.ProgrammeStarted {
			return &e.At
		}
	}
	return nil
}
