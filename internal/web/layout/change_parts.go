package layout

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/placement"
)

// Change is a provider's proposal with what became of it: {{template "change" .}}.
type Change struct {
	Tag    Tag
	Says   string // what would change, from what
	Reason string
	By     string
	Answer string // who answered and when; "" while it waits
	Words  string // of the one who answered
}

var changeTones = map[placement.ChangeState]Tone{
	placement.ChangeOpen: Ask, placement.ChangeAccepted: Good, placement.ChangeDeclined: Wrong,
}

// Changes are the proposals of a placement, the newest first.
func Changes(f Frame, v casework.PlacementView) []Change {
	changes := make([]Change, len(v.Changes))
	for i, c := range v.Changes {
		state, tone := f.Code("placement.change.state.", c.State), changeTones[c.State]
		if c.State == placement.ChangeOpen && v.OpenChange() == nil {
			state, tone = f.Text("change.never_answered"), Plain
		}
		changes[i] = Change{
			Tag: Tag{Text: state, Tone: tone}, Says: ChangeSays(f, c), Reason: c.Reason, Words: c.Words,
			By: f.Text("change.by", "Name", c.ByName, "Day", clock.DayOf(c.At)),
		}
		if c.DecidedAt != nil {
			changes[i].Answer = f.Text("change.answered", "Name", c.DeciderName, "Day", clock.DayOf(*c.DecidedAt))
		}
	}
	return changes
}

// ChangeSays is what would change, and from what.
func ChangeSays(f Frame, c casework.ChangeProposal) string {
	switch {
	case c.Kind == placement.ChangeHours && c.HoldsFrom != nil:
		return f.Text("change.says.hours_from", "Hours", c.Hours, "Before", c.HoursBefore, "From", *c.HoldsFrom)
	case c.Kind == placement.ChangeHours:
		return f.Text("change.says.hours", "Hours", c.Hours, "Before", c.HoursBefore)
	case c.Kind == placement.ChangeEnd:
		return f.Text("change.says.end", "To", *c.To, "Before", c.ToBefore)
	}
	return f.Text("change.says.extend", "To", *c.To, "Before", c.ToBefore)
}
