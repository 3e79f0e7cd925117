package placement

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// Placement is one participant in one intervention.
type Placement struct {
	ID              ident.ID    `json:"id"`
	Case            ident.ID    `json:"case"`
	Intervention    ident.ID    `json:"intervention"`
	State           State       `json:"state"`
	Track           plan.Track  `json:"track"` // of the plan
	Hours           int         `json:"hours"` // hours per week
	From            *period.Day `json:"from"`
	To              *period.Day `json:"to"` // last day, part of the placement
	ReferredBy      ident.ID    `json:"referred_by"`
	ReferredAt      time.Time   `json:"referred_at"`
	Passage         Passage     `json:"passage"` // through the legal gate
	Priority        Priority    `json:"priority"`
	Precedence      string      `json:"precedence"` // why it has precedence; empty for none
	QueuedAt        *time.Time  `json:"queued_at"`  // while Queued, and after
	OfferedAt       *time.Time  `json:"offered_at"`
	OfferUntil      *period.Day `json:"offer_until"` // last day to answer
	ProviderSaid    Said        `json:"provider_said"`
	ParticipantSaid Said        `json:"participant_said"`
	StartedOn       *period.Day `json:"started_on"`  // when the participant came
	EndedOn         *period.Day `json:"ended_on"`    // last day, once it is over
	DeclinedBy      Mover       `json:"declined_by"` // Participant, Provider or TheDeadline
	Reason          string      `json:"reason"`      // why declined, interrupted or withdrawn
}

// Said is one party's answer to an offer, empty while it is awaited.
type Said string

const (
	Yes Said = "yes"
	No  Said = "no"
)

// Passage is how a referral came through the legal gate: what was known, how each
// line came out, and what a person confirmed. It is kept as it was.
type Passage struct {
	Facts     GateFacts  `json:"facts"`
	Result    GateResult `json:"result"`
	Confirmed []Code     `json:"confirmed"`
}

// MinReason and MaxReason bound a written reason, in runes.
const (
	MinReason = 10
	MaxReason = 2000
)

// Check tells what is wrong with a placement in the intervention before it is
// referred. There is always a last day (004 s. 4.2), and nobody begins where it is closed.
func Check(p Placement, i catalogue.Intervention, l catalogue.Ledger) fault.Fields {
	var f fault.Fields
	f.Check(i.HoursFrom <= p.Hours && p.Hours <= i.HoursTo, "hours", "placement.hours_outside", "Least", i.HoursFrom, "Most", i.HoursTo)
	f.Check(p.From != nil, "from", "placement.from_missing")
	f.Check(p.To != nil, "to", "placement.to_missing")
	if p.From != nil {
		f = append(f, CheckStart("from", *p.From, i, l)...)
	}
	if p.From != nil && i.Start == catalogue.Cohort {
		f.Check(slices.Contains(i.StartDays, *p.From), "from", "placement.not_a_start_day")
	}
	if p.From == nil || p.To == nil {
		return f
	}
	weeks := catalogue.MaxWeeks
	if i.MaxWeeks > 0 {
		weeks = i.MaxWeeks
	}
	switch latest := p.From.AddDays(7*weeks - 1); {
	case *p.To < *p.From:
		f.Add("to", "placement.ends_before_start", "From", *p.From)
	case *p.To > latest:
		f.Add("to", "placement.too_long", "Weeks", weeks, "Latest", latest)
	}
	return f
}

func reasonFields(reason string) fault.Fields {
	var f fault.Fields
	n := utf8.RuneCountInString(strings.TrimSpace(reason))
	f.Check(n >= MinReason, "reason", "placement.reason_too_short", "Least", MinReason)
	f.Check(n <= MaxReason, "reason", "placement.text_too_long", "Most", MaxReason)
	return f
}
