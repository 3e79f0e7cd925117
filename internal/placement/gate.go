package placement

import (
	"slices"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// GateFacts are what the legal gate asks about. What is nil or empty is unknown:
// then a person has to know it and say so, where a person can.
type GateFacts struct {
	AssistanceFrom   *period.Day `json:"assistance_from" yaml:"assistance_from"`     // first day of the assistance
	NeedInvestigated *bool       `json:"need_investigated" yaml:"need_investigated"` // application tried, need of this kind of support looked into
	Plan             plan.State  `json:"plan" yaml:"plan"`                           // of the version that counts; empty for no plan
	EndsOn           *period.Day `json:"ends_on" yaml:"ends_on"`
	WishesConsidered *bool       `json:"wishes_considered" yaml:"wishes_considered"`

	Kind           catalogue.Kind `json:"kind,omitempty" yaml:"kind"` // of the intervention; empty is unknown
	Municipal      bool           `json:"municipal" yaml:"municipal"` // the intervention is arranged by the municipality
	Guarantee      Guarantee      `json:"guarantee" yaml:"guarantee"`
	GuaranteeDays  *int           `json:"guarantee_days" yaml:"guarantee_days"`   // days in it, as Arbetsförmedlingen counts them
	LocalAgreement *bool          `json:"local_agreement" yaml:"local_agreement"` // covers this participant

	SeriousAddiction *bool `json:"serious_addiction" yaml:"serious_addiction"` // or social problems as grave
	HelpOffered      *bool `json:"help_offered" yaml:"help_offered"`

	UpperSecondaryPupil *bool `json:"upper_secondary_pupil" yaml:"upper_secondary_pupil"`
	AdultStudent        *bool `json:"adult_student" yaml:"adult_student"`
	StudiesLeadToWork   *bool `json:"studies_lead_to_work" yaml:"studies_lead_to_work"`
	BreaksOffStudies    *bool `json:"breaks_off_studies" yaml:"breaks_off_studies"` // the placement cannot be done beside them
}

// Guarantee is the state's programme that the participant is enrolled in.
type Guarantee string

const (
	GuaranteeUnknown Guarantee = ""
	NoGuarantee      Guarantee = "none"
	JobGuarantee     Guarantee = "job_and_development" // Jobb- och utvecklingsgarantin
	YouthGuarantee   Guarantee = "youth"               // Jobbgarantin för ungdomar
)

// Guarantees are all values of Guarantee.
func Guarantees() []Guarantee {
	return []Guarantee{GuaranteeUnknown, NoGuarantee, JobGuarantee, YouthGuarantee}
}

// Outcome is how one line or the whole gate comes out.
type Outcome string

const (
	Allowed           Outcome = "allowed"
	AllowedConfirming Outcome = "allowed_after_confirming"
	Blocked           Outcome = "blocked"
)

// Outcomes are all outcomes, the mildest first.
func Outcomes() []Outcome { return []Outcome{Allowed, AllowedConfirming, Blocked} }

// Code names a line of the gate.
type Code string

const (
	NeedLine      Code = "need"
	PlanLine      Code = "plan"
	EndLine       Code = "end"
	WishesLine    Code = "wishes"
	GuaranteeLine Code = "guarantee"
	AddictionLine Code = "addiction"
	PupilLine     Code = "pupil"
	StudiesLine   Code = "studies"
	// RequirementLine stops nobody: it says whether the activity requirement holds for
	// these days, whether the hours count, and what a no can lead to.
	RequirementLine Code = "requirement"
)

// Codes are all lines, in the order of the gate.
func Codes() []Code {
	return []Code{NeedLine, PlanLine, EndLine, WishesLine, GuaranteeLine, AddictionLine, PupilLine, StudiesLine, RequirementLine}
}

// Line is one rule of the gate with how it came out, why, and the act in force.
type Line struct {
	Code    Code           `json:"code"`
	Outcome Outcome        `json:"outcome"`
	Reason  Reason         `json:"reason"`
	Act     law.Act        `json:"act"`
	Source  string         `json:"source"` // where the rule is explained
	Args    map[string]any `json:"args,omitempty"`
}

// Text is the reason for a reader. Of a line to be confirmed it says what.
func (l Line) Text() fault.Text {
	return fault.Text{Key: "placement.gate." + string(l.Code) + "." + string(l.Reason), Args: l.Args}
}

// GateResult is the gate's answer, line by line.
type GateResult struct {
	On         period.Day `json:"on"`
	Outcome    Outcome    `json:"outcome"` // the gravest of the lines
	Lines      []Line     `json:"lines"`
	NoSanction bool       `json:"no_sanction"` // a no may not reduce the assistance
}

// ToConfirm are the lines that a person has to confirm.
func (r GateResult) ToConfirm() []Code {
	var codes []Code
	for _, l := range r.Lines {
		if l.Outcome == AllowedConfirming {
			codes = append(codes, l.Code)
		}
	}
	return codes
}

// Pass lets a referral through or says why not, as a *fault.Error. Blocked: Conflict
// with a message for each blocking line. Not all confirmed: Invalid with a message
// beside each box, "confirm.plan".
func (r GateResult) Pass(confirmed []Code) error {
	var blocked, missing fault.Fields
	for _, l := range r.Lines {
		switch {
		case l.Outcome == Blocked:
			blocked = append(blocked, fault.Field{Name: "gate." + string(l.Code), Text: l.Text()})
		case l.Outcome == AllowedConfirming && !slices.Contains(confirmed, l.Code):
			missing = append(missing, fault.Field{Name: "confirm." + string(l.Code), Text: l.Text()})
		}
	}
	if len(blocked) > 0 {
		refusal := fault.New(fault.Conflict, "placement.gate_blocked", "Count", len(blocked))
		refusal.Fields = blocked
		return refusal
	}
	if len(missing) > 0 {
		refusal := fault.New(fault.Invalid, "placement.gate_unconfirmed", "Count", len(missing))
		refusal.Fields = missing
		return refusal
	}
	return nil
}

// Gate judges a referral on the day, line by line, with the act that is in force
// then. Where the book knows no act for the day it is a *law.MissingError: nobody is
// referred on a law that nobody has checked.
func Gate(facts GateFacts, on period.Day, book *law.Book) (GateResult, error) {
	now, err := termsOn(on, book)
	if err != nil {
		return GateResult{}, err
	}
	result := GateResult{On: on, Outcome: Allowed, NoSanction: is(facts.SeriousAddiction)}
	for _, rule := range rules {
		answer := rule.judge(facts, now)
		subject := rule.subject
		if answer.subject != "" {
			subject = answer.subject
		}
		act, err := book.Act(subject, on)
		if err != nil {
			return GateResult{}, err
		}
		line := Line{Code: rule.code, Outcome: answer.outcome, Reason: answer.reason, Act: act.Value, Source: rule.source, Args: answer.args}
		result.Lines = append(result.Lines, line)
		if slices.Index(Outcomes(), line.Outcome) > slices.Index(Outcomes(), result.Outcome) {
			result.Outcome = line.Outcome
		}
	}
	return result, nil
}
