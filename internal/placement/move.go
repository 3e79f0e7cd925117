package placement

import (
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// OfferDays is how long an offer stands unless somebody sets another time.
const OfferDays = 7

// Move is one command with what it needs.
type Move struct {
	Command Command
	By      Mover
	For     Mover // whose answer the case manager records: Participant or Provider
	Reason  string
	On      period.Day
	At      time.Time   // the instant, for the place in the queue
	Until   *period.Day // last day to answer an offer; nil for OfferDays from On
	Begins  *period.Day // the first day of what is offered; nil for the one that was wished for
}

// Apply is the placement after the move, or a *fault.Error that says why not: the
// table of states, a deadline, a reason that is missing, days out of order.
func (p Placement) Apply(m Move) (Placement, error) {
	to, err := p.State.After(m.Command, m.By)
	if err != nil {
		return p, err
	}
	if err := p.allows(m); err != nil {
		return p, err
	}
	if m.Command == Accept {
		return p.said(m.party(), Yes, to), nil
	}
	p.State = to
	switch m.Command {
	case Enqueue:
		p.QueuedAt = &m.At
	case Offer:
		until := m.On.AddDays(OfferDays)
		if m.Until != nil {
			until = *m.Until
		}
		p.OfferUntil, p.OfferedAt = &until, &m.At
		if m.Begins != nil {
			p.From = m.Begins
		}
	case Begin:
		p.StartedOn = &m.On
	case Interrupt, Complete:
		p.EndedOn = &m.On
		p.Reason = m.Reason
	case Decline:
		p.DeclinedBy, p.Reason = m.party(), m.Reason
		return p.said(p.DeclinedBy, No, to), nil
	case Lapse:
		p.DeclinedBy = TheDeadline
	case Withdraw:
		p.Reason = m.Reason
	}
	return p, nil
}

// party is whose answer it is.
func (m Move) party() Mover {
	if m.By == CaseManager {
		return m.For
	}
	return m.By
}

// said keeps the answer. A no decides at once, a yes when the other has said it too.
func (p Placement) said(by Mover, answer Said, to State) Placement {
	if by == Provider {
		p.ProviderSaid = answer
	} else {
		p.ParticipantSaid = answer
	}
	if answer == No || p.ProviderSaid == Yes && p.ParticipantSaid == Yes {
		p.State = to
	}
	return p
}

// Awaits tells whether the party has an open offer to answer.
func (p Placement) Awaits(by Mover) bool {
	if by == Provider {
		return p.State == Offered && p.ProviderSaid == ""
	}
	return p.State == Offered && p.ParticipantSaid == ""
}

// allows checks what the table of states does not know.
func (p Placement) allows(m Move) error {
	var f fault.Fields
	switch m.Command {
	case Offer:
		f.Check(m.Until == nil || *m.Until > m.On, "until", "placement.deadline_past", "Today", m.On)
	case Accept:
		if p.HasLapsed(m.On) {
			return fault.New(fault.Conflict, "placement.offer_lapsed", "Until", *p.OfferUntil)
		}
		if by := m.party(); (by == Provider || by == Participant) && !p.Awaits(by) {
			return fault.New(fault.Conflict, "placement.already_said_yes")
		}
	case Lapse:
		if !p.HasLapsed(m.On) {
			return fault.New(fault.Conflict, "placement.offer_stands")
		}
	case Begin:
		if p.From != nil && m.On < *p.From {
			f.Add("on", "placement.begins_early", "From", *p.From)
		}
		if p.To != nil && m.On > *p.To {
			f.Add("on", "placement.begins_late", "To", *p.To)
		}
	case Interrupt, Complete:
		if p.StartedOn != nil && m.On < *p.StartedOn {
			f.Add("on", "placement.ends_before_start", "From", *p.StartedOn)
		}
	}
	switch m.Command {
	case Decline, Interrupt, Withdraw:
		f = append(f, reasonFields(m.Reason)...)
	}
	if (m.Command == Decline || m.Command == Accept) && m.By == CaseManager {
		f.Check(m.For == Participant || m.For == Provider, "for", "placement.whose_answer_missing")
	}
	return f.Err()
}

// HasLapsed tells whether the offer's last day is before the day. On the last day
// itself the offer still stands.
func (p Placement) HasLapsed(on period.Day) bool {
	return p.State == Offered && p.OfferUntil != nil && on > *p.OfferUntil
}

// HasCome checks the day that a start or an end is said to have been: what has not
// happened cannot be noted.
func HasCome(on, today period.Day) error {
	var f fault.Fields
	f.Check(on <= today, "on", "placement.day_ahead", "Today", today)
	return f.Err()
}

// CheckEnd refuses a last day before the last one on which the participant is said to have
// been there; 0 where they were not there after it. Invalid beside "on".
func CheckEnd(on, lastThere period.Day) error {
	var f fault.Fields
	f.Check(on >= lastThere, "on", "placement.days_after", "Day", lastThere)
	return f.Err()
}
