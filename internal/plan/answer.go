package plan

import (
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// MinReason and MaxReason bound a written reason, in runes.
const (
	MinReason = 10
	MaxReason = 2000
)

// Answer is what a party said to a proposed version. The participant's answer
// moves the state; an organisation answers for the parts it carries.
type Answer struct {
	Organisation ident.ID   `json:"organisation"` // zero for the participant
	Agreed       bool       `json:"agreed"`
	Note         string     `json:"note"` // why not, or how an answer given elsewhere was given
	RecordedBy   Mover      `json:"recorded_by"`
	On           period.Day `json:"on"`
}

// Check tells what the answer lacks. A no needs its reason in words. So does a yes
// that the case manager records for the participant: where and how it was given.
func (a Answer) Check() fault.Fields {
	var f fault.Fields
	n := runes(a.Note)
	recorded := a.Organisation.IsZero() && a.RecordedBy == CaseManager
	switch {
	case !a.Agreed && n < MinReason:
		f.Add("note", "plan.reason_too_short", "Least", MinReason)
	case a.Agreed && recorded && n < MinReason:
		f.Add("note", "plan.how_agreed_missing", "Least", MinReason)
	}
	f.Check(n <= MaxReason, "note", "plan.text_too_long", "Most", MaxReason)
	return f
}

// Part is where an organisation stands on what it carries.
type Part struct {
	Organisation ident.ID
	Answer       *Answer // nil while it is awaited
}

// Parts are the organisations that must answer, in the order of the plan, each
// with its latest answer. The owner, who proposes the plan, agrees by proposing.
func (p Plan) Parts(owner ident.ID, answers []Answer) []Part {
	var parts []Part
	for _, carrier := range p.Carriers() {
		if carrier == owner {
			continue
		}
		part := Part{Organisation: carrier}
		for _, a := range answers {
			if a.Organisation == carrier && (part.Answer == nil || a.On >= part.Answer.On) {
				part.Answer = &a
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// AllAgreed tells whether every organisation has said yes to its part.
func AllAgreed(parts []Part) bool {
	return !slices.ContainsFunc(parts, func(p Part) bool { return p.Answer == nil || !p.Answer.Agreed })
}
