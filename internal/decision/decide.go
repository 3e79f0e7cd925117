package decision

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Draft is a decision before it is made.
type Draft struct {
	Kind   Kind
	From   period.Day // first day of a grant, pause, resumption or stop
	To     period.Day // last day of an extension or pause; the other kinds set their own
	Reason string
}

// LeastReason is the shortest reason, in characters.
const LeastReason = 20

// Maker is who makes the decision, and when.
type Maker struct {
	Account   ident.ID
	At        time.Time
	Today     period.Day // the day in Sweden at that instant
	Assessors []ident.ID // the accounts that assessed the need
}

// Make turns the draft into the decision with the identity, given those made before
// it in the case and the rule set in force today. It returns a fault of code
// NotAllowed when the maker assessed the need, and else one of code Invalid with a
// message beside each field (kind, from, to, reason) that breaks a rule.
func Make(id ident.ID, draft Draft, maker Maker, before []Decision, rules law.Programme) (Decision, error) {
	if slices.Contains(maker.Assessors, maker.Account) {
		return Decision{}, fault.New(fault.NotAllowed, "decision.maker_assessed")
	}
	var faults fault.Fields
	reason := strings.TrimSpace(draft.Reason)
	faults.Check(utf8.RuneCountInString(reason) >= LeastReason, "reason", "decision.reason_short", "Least", LeastReason)

	check := standing{made: inOrder(before), inForce: InForce(before), today: maker.Today, rules: rules, faults: &faults}
	span := check.daysOf(draft)
	if err := faults.Err(); err != nil {
		return Decision{}, err
	}
	return Decision{ID: id, Kind: draft.Kind, Span: span, Reason: reason, By: maker.Account, At: maker.At}, nil
}

// standing is how the case stands when a decision is to be made.
type standing struct {
	made    []Decision // oldest first
	inForce period.Timeline[Status]
	today   period.Day
	rules   law.Programme
	faults  *fault.Fields
}

// daysOf is the days that the decision would speak of. It gathers what forbids them.
func (s standing) daysOf(draft Draft) period.Span {
	switch draft.Kind {
	case Grant:
		return s.grant(draft.From)
	case Refuse:
		s.refuse()
		return period.Span{}
	case Extend:
		return s.extend(draft.To)
	case Pause:
		return s.pause(draft.From, draft.To)
	case Resume:
		return s.resume(draft.From)
	case Stop:
		return s.stop(draft.From)
	}
	s.faults.Add("kind", "decision.kind_unknown")
	return period.Span{}
}

// grant is one year, full time, on days that nothing else covers.
func (s standing) grant(from period.Day) period.Span {
	days := period.Span{From: from, To: from.AddYears(s.rules.Years) - 1}
	s.notBackInTime(from)
	if taken, any := covered(s.inForce).Restrict(days).Bounds(); any {
		s.faults.Add("from", "decision.already_granted", "From", taken.From, "To", taken.To)
	}
	return days
}

// refuse is for who has no place and none to come.
func (s standing) refuse() {
	if last, any := s.lastCovered(); any && last >= s.today {
		s.faults.Add("kind", "decision.refuse_granted", "To", last)
	}
}

// extend goes on from the last day of the place, for at most the rule set's years
// beyond the grant.
func (s standing) extend(to period.Day) period.Span {
	last, any := s.lastCovered()
	switch {
	case !any:
		s.faults.Add("kind", "decision.nothing_to_extend")
		return period.Span{}
	case last < s.today:
		s.faults.Add("kind", "decision.run_out", "To", last)
		return period.Span{}
	}
	days := period.Span{From: last + 1, To: to}
	latest := s.latestGrant().Span.From.AddYears(s.rules.Years+s.rules.ExtensionYears) - 1
	s.faults.Check(days.IsValid(), "to", "decision.extends_nothing", "To", last)
	s.faults.Check(to <= latest, "to", "decision.extends_too_far", "Latest", latest)
	if after, spoken := s.inForce.Restrict(days).Bounds(); spoken && days.IsValid() {
		// A stop stands after the last covered day.
		s.faults.Add("kind", "decision.stopped", "On", after.From)
	}
	return days
}

// pause is within the granted days.
func (s standing) pause(from, to period.Day) period.Span {
	days := period.Span{From: from, To: to}
	s.notBackInTime(from)
	if !days.IsValid() {
		s.faults.Add("to", "decision.ends_before", "From", from)
		return days
	}
	if granted, any := entryAt(withState(s.inForce, Granted), from); !any {
		s.faults.Add("from", "decision.day_not_granted", "On", from)
	} else {
		s.faults.Check(to <= granted.To, "to", "decision.pause_too_far", "Latest", granted.To)
	}
	return days
}

// resume takes back the rest of a pause.
func (s standing) resume(from period.Day) period.Span {
	s.notBackInTime(from)
	paused, any := entryAt(withState(s.inForce, Paused), from)
	s.faults.Check(any, "from", "decision.day_not_paused", "On", from)
	return period.Span{From: from, To: paused.To}
}

// stop takes all that is left of the place.
func (s standing) stop(from period.Day) period.Span {
	s.notBackInTime(from)
	_, any := entryAt(covered(s.inForce), from)
	s.faults.Check(any, "from", "decision.day_not_granted", "On", from)
	last, _ := s.lastCovered()
	return period.Span{From: from, To: last}
}

// notBackInTime: a decision holds from the day it is made or later, so that nobody
// takes part in, or is stopped from, what they could not know of.
func (s standing) notBackInTime(from period.Day) {
	s.faults.Check(from >= s.today, "from", "decision.back_in_time", "On", s.today)
}

func (s standing) lastCovered() (period.Day, bool) {
	days, any := covered(s.inForce).Bounds()
	return days.To, any
}

// latestGrant is the grant that an extension goes on from.
func (s standing) latestGrant() Decision {
	for _, d := range slices.Backward(s.made) {
		if d.Kind == Grant {
			return d
		}
	}
	return Decision{}
}
