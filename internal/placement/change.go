package placement

import (
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// ChangeKind is what a provider proposes to change of a running placement. Who owns the
// case decides.
type ChangeKind string

const (
	ChangeHours  ChangeKind = "hours"  // other hours per week, from the week after the yes
	ChangeEnd    ChangeKind = "end"    // an earlier last day
	ChangeExtend ChangeKind = "extend" // a later last day
)

// ChangeKinds are all kinds.
func ChangeKinds() []ChangeKind { return []ChangeKind{ChangeHours, ChangeEnd, ChangeExtend} }

// ChangeState is where a proposal stands.
type ChangeState string

const (
	ChangeOpen      ChangeState = "open"
	ChangeWithdrawn ChangeState = "withdrawn" // by the provider
	ChangeAccepted  ChangeState = "accepted"
	ChangeDeclined  ChangeState = "declined"
)

// ChangeStates are all states.
func ChangeStates() []ChangeState {
	return []ChangeState{ChangeOpen, ChangeWithdrawn, ChangeAccepted, ChangeDeclined}
}

// Change is what is proposed, and why.
type Change struct {
	Kind   ChangeKind
	Hours  int         // hours per week; of ChangeHours
	To     *period.Day // last day; of ChangeEnd and ChangeExtend
	Reason string
}

// Propose is nil where the change may be proposed on the day: of somebody in place, and
// of what lies ahead. Else a *fault.Error beside "change", "hours", "to" or "reason", or
// Conflict where nobody is in place.
func (p Placement) Propose(c Change, today period.Day) error {
	if p.State != Started {
		return fault.New(fault.Conflict, "placement.change.not_running")
	}
	fields := p.fits(c, today)
	if c.Kind == ChangeEnd && c.To != nil {
		fields.Check(*c.To >= today, "to", "placement.change.day_past", "Today", today)
	}
	fields = append(fields, reasonFields(c.Reason)...)
	return fields.Err()
}

// Take is the placement after the change, as it is accepted on the day, or Propose's
// refusals where it can be carried out no more. An earlier last day may have come by then.
func (p Placement) Take(c Change, today period.Day) (Placement, error) {
	if p.State != Started {
		return p, fault.New(fault.Conflict, "placement.change.not_running")
	}
	if err := p.fits(c, today).Err(); err != nil {
		return p, err
	}
	if c.Kind == ChangeHours {
		p.Hours = c.Hours
	} else {
		p.To = c.To
	}
	return p, nil
}

// fits is what is wrong with the change of the placement as it stands.
func (p Placement) fits(c Change, today period.Day) fault.Fields {
	var f fault.Fields
	if c.Kind != ChangeHours && c.Kind != ChangeEnd && c.Kind != ChangeExtend {
		f.Add("change", "placement.change.kind_missing")
		return f
	}
	if c.Kind == ChangeHours {
		f.Check(c.Hours > 0 && c.Hours != p.Hours, "hours", "placement.change.same_hours", "Hours", p.Hours)
		f.Check(p.To.Week() > today.Week(), "hours", "placement.change.last_week", "To", *p.To)
		return f
	}
	switch {
	case c.To == nil:
		f.Add("to", "placement.to_missing")
	case c.Kind == ChangeEnd:
		f.Check(*c.To < *p.To, "to", "placement.change.not_earlier", "To", *p.To)
		if p.StartedOn != nil {
			f.Check(*c.To >= *p.StartedOn, "to", "placement.ends_before_start", "From", *p.StartedOn)
		}
	default:
		f.Check(*c.To > *p.To && *c.To >= today, "to", "placement.change.not_later", "To", *p.To)
	}
	return f
}

// HoursBefore is the hours per week that a placement held until a week.
type HoursBefore struct {
	Until period.Week // the first week that they did not hold
	Hours int
}

// HeldWeeks is hours that are held in each of the weeks.
type HeldWeeks struct {
	Hours int
	Weeks catalogue.Weeks
}

// HoursIn is the hours per week of the placement in the week. Earlier are its hours
// before each change, the oldest change first.
func (p Placement) HoursIn(week period.Week, earlier []HoursBefore) int {
	for _, e := range earlier {
		if week < e.Until {
			return e.Hours
		}
	}
	return p.Hours
}

// Pieces are the weeks with the hours that the placement holds in them, cut where the
// hours change.
func (p Placement) Pieces(weeks catalogue.Weeks, earlier []HoursBefore) []HeldWeeks {
	var pieces []HeldWeeks
	for w := weeks.From; w <= weeks.To; w++ {
		hours := p.HoursIn(w, earlier)
		if last := len(pieces) - 1; last >= 0 && pieces[last].Hours == hours {
			pieces[last].Weeks.To = w
			continue
		}
		pieces = append(pieces, HeldWeeks{Hours: hours, Weeks: catalogue.Weeks{From: w, To: w}})
	}
	return pieces
}
