package followup

import (
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// ExitKind is where a participant went.
type ExitKind string

const (
	Work                           ExitKind = "work" // without support
	WorkWithSupport                ExitKind = "work_with_support"
	ProtectedWork                  ExitKind = "protected_work"
	Studies                        ExitKind = "studies"
	SicknessOrActivityCompensation ExitKind = "sickness_or_activity_compensation"
	Pension                        ExitKind = "pension"
	Moved                          ExitKind = "moved" // from the municipality
	OtherExit                      ExitKind = "other"
)

// ExitKinds are all kinds, in the order the pages show them.
func ExitKinds() []ExitKind {
	return []ExitKind{Work, WorkWithSupport, ProtectedWork, Studies, SicknessOrActivityCompensation, Pension, Moved, OtherExit}
}

// IsWorkOrStudies tells whether the exit counts as the outcome "in work": any work,
// supported and protected too, and ordinary studies (003, note to figure 1).
func (k ExitKind) IsWorkOrStudies() bool {
	return k == Work || k == WorkWithSupport || k == ProtectedWork || k == Studies
}

// IsSelfSupportOrMoved tells whether the exit counts as 001 counts: to self-support,
// by work, studies, compensation or pension, or moved away.
func (k ExitKind) IsSelfSupportOrMoved() bool {
	return k != OtherExit && slices.Contains(ExitKinds(), k)
}

// SupportGoesOn tells whether the case manager stays on after the exit, so that the
// job or the studies last (003; 004 s. 7.4).
func (k ExitKind) SupportGoesOn() bool { return k.IsWorkOrStudies() }

// Exit is how a participant's time in the programme ended.
type Exit struct {
	Kind  ExitKind   `json:"kind"`
	On    period.Day `json:"on"`
	Hours int        `json:"hours"` // of work, per week; 0 where it does not apply or is not known
	Note  string     `json:"note"`
}

// FullTime is the most hours of work per week that are taken.
const FullTime = 40

// CheckExit tells what is wrong with an exit that is noted today.
func CheckExit(e Exit, opened, today period.Day) fault.Fields {
	var f fault.Fields
	f.Check(slices.Contains(ExitKinds(), e.Kind), "kind", "followup.choose_one")
	f.Check(e.On <= today, "on", "followup.not_yet", "Today", today)
	f.Check(e.On >= opened, "on", "followup.before_case", "Opened", opened)
	f.Check(0 <= e.Hours && e.Hours <= FullTime, "hours", "followup.hours_outside", "Most", FullTime)
	n := runes(e.Note)
	f.Check(e.Kind != OtherExit || n >= MinReason, "note", "followup.other_missing", "Least", MinReason)
	f.Check(n <= MaxReason, "note", "followup.text_too_long", "Most", MaxReason)
	return f
}

// Tally is exits counted.
type Tally struct {
	Exits              int              `json:"exits"`
	WorkOrStudies      int              `json:"work_or_studies"`
	SelfSupportOrMoved int              `json:"self_support_or_moved"`
	ByKind             map[ExitKind]int `json:"by_kind"`
}

// Count counts exits by kind.
func Count(exits []Exit) Tally {
	t := Tally{Exits: len(exits), ByKind: map[ExitKind]int{}}
	for _, e := range exits {
		t.ByKind[e.Kind]++
		if e.Kind.IsWorkOrStudies() {
			t.WorkOrStudies++
		}
		if e.Kind.IsSelfSupportOrMoved() {
			t.SelfSupportOrMoved++
		}
	}
	return t
}
