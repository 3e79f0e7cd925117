package compensation

import (
	"cmp"
	"fmt"
	"slices"

	"fotfaste/internal/attendance"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Facts is all that a reckoning rests on. The order within each list does not matter.
type Facts struct {
	Grants     []Grant                `json:"grants"`   // GrantsOf
	Children   []Child                `json:"children"` // DaysCounted
	Attendance []attendance.DayRecord `json:"attendance"`
}

// Grant is the days on which a decision gives compensation. Pauses and stops have
// been taken out, and no two grants share a day.
type Grant struct {
	Days     period.Span `json:"days"`
	Decision ident.ID    `json:"decision,omitempty"`
}

// Child is days on which a child counts: born, under age and in custody. A child has
// as many as it takes, and no two of them share a day. One without identity is a child
// of its own, so that twins may be entered alike.
type Child struct {
	Days period.Span `json:"days"`
	ID   ident.ID    `json:"child,omitempty"`
}

// ChildTwiceError says that two periods of one child claim the same days.
type ChildTwiceError struct {
	Child  ident.ID
	Common period.Span // the days that both claim
}

func (e *ChildTwiceError) Error() string {
	return fmt.Sprintf("two periods of child %q share %s", e.Child, e.Common)
}

// GrantsOf is the days that the decisions in force give compensation for: those with
// a place that is neither paused nor stopped.
func GrantsOf(inForce period.Timeline[decision.Status]) []Grant {
	var grants []Grant
	for e := range inForce.All() {
		if e.Value.State == decision.Granted {
			grants = append(grants, Grant{Days: e.Span, Decision: e.Value.Decision})
		}
	}
	return grants
}

// DaysCounted is, for each child that ever counts, the days on which it does.
func DaysCounted(children []person.Child) []Child {
	var counted []Child
	for _, child := range children {
		if days, counts := child.Counts(); counts {
			counted = append(counted, Child{Days: days, ID: child.ID})
		}
	}
	return counted
}

// granted is the decision in force on each day.
func granted(grants []Grant) (period.Timeline[ident.ID], error) {
	var entries []period.Entry[ident.ID]
	for _, g := range grants {
		entries = append(entries, period.Entry[ident.ID]{Span: g.Days, Value: g.Decision})
	}
	line, err := period.NewTimeline(entries...)
	if err != nil {
		return line, fmt.Errorf("grants: %w", err)
	}
	return line, nil
}

// childrenCounted is the number of children on each day that has any.
func childrenCounted(children []Child) (period.Timeline[int], error) {
	if err := eachChildOnce(children); err != nil {
		return period.Timeline[int]{}, err
	}
	// Each child comes on its first day and goes on the day after its last.
	type change struct {
		on   period.Day
		more int
	}
	var changes []change
	for _, child := range children {
		changes = append(changes, change{child.Days.From, 1}, change{child.Days.To + 1, -1})
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.on, b.on) })

	// From one change to the next the number is the same. Where it is none, before the
	// first child and between two, it may be said or left out.
	var entries []period.Entry[int]
	var count int
	var since period.Day
	for _, c := range changes {
		if c.on > since {
			entries = append(entries, period.Entry[int]{Span: period.Span{From: since, To: c.on - 1}, Value: count})
		}
		count += c.more
		since = c.on
	}
	return period.NewTimeline(entries...)
}

// eachChildOnce refuses periods that end before they begin, and two periods of one
// child on the same day. They are few, so every pair is looked at.
func eachChildOnce(children []Child) error {
	for i, child := range children {
		if !child.Days.IsValid() {
			return fmt.Errorf("children: %s: %w", child.Days, period.ErrBackwards)
		}
		for _, other := range children[:i] {
			if common, both := child.Days.Intersect(other.Days); both && child.ID != "" && child.ID == other.ID {
				return &ChildTwiceError{Child: child.ID, Common: common}
			}
		}
	}
	return nil
}
