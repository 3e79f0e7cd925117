package casefile_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
)

func TestHandoverCheck(t *testing.T) {
	const reason, notes = "Sara går på föräldraledighet.", "Amina ringer hellre än skriver."
	for _, c := range []struct {
		name string
		h    casefile.Handover
		want string
	}{
		{"the first case manager", casefile.Handover{To: "b"}, ""},
		{"a change with reason and notes", casefile.Handover{From: "a", To: "b", Reason: reason, Notes: notes}, ""},
		{"nobody", casefile.Handover{From: "a", Reason: reason, Notes: notes}, "manager casefile.handover.no_manager"},
		{"the same one", casefile.Handover{From: "a", To: "a", Reason: reason, Notes: notes}, "manager casefile.handover.same_manager"},
		{"no reason", casefile.Handover{From: "a", To: "b", Notes: notes}, "reason casefile.handover.reason_short"},
		{"a reason of spaces", casefile.Handover{From: "a", To: "b", Reason: strings.Repeat(" ", 50), Notes: notes}, "reason casefile.handover.reason_short"},
		{"nine characters in eighteen bytes", casefile.Handover{From: "a", To: "b", Reason: strings.Repeat("å", 9), Notes: notes}, "reason casefile.handover.reason_short"},
		{"nothing handed over", casefile.Handover{From: "a", To: "b", Reason: reason}, "notes casefile.handover.notes_short"},
		{"a novel", casefile.Handover{From: "a", To: "b", Reason: reason, Notes: strings.Repeat("å", 4001)}, "notes casefile.handover.too_long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range c.h.Check() {
				got = append(got, f.Name+" "+f.Text.Key)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRoomForCase(t *testing.T) {
	if err := casefile.RoomForCase(19, 20); err != nil {
		t.Errorf("the twentieth case: %v", err)
	}
	if err := casefile.RoomForCase(20, 20); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the twenty-first case: %v", err)
	}
}

// A case that counts has somebody it counts for.
func TestCaseloadIsWithinThoseThatNeedAManager(t *testing.T) {
	for _, s := range casefile.States() {
		if s.CountsTowardCaseload() && !s.NeedsManager() {
			t.Errorf("%s", s)
		}
		if s.NeedsManager() && !s.IsOpen() {
			t.Errorf("%s needs a case manager and is not open", s)
		}
	}
}
