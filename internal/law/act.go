package law

import (
	"slices"

	"fotfaste/internal/period"
)

// Subject is what a section of an act is about.
type Subject string

// The subjects on the map of acts.
const (
	FinancialAssistance  Subject = "financial_assistance" // the right to it
	AtDisposal           Subject = "at_disposal"          // must be at the labour market's disposal
	TakePart             Subject = "take_part"            // may be asked to take part in practice or competence-raising activity
	RefusalOrReduction   Subject = "refusal_or_reduction" // of assistance, for who does not take part
	NotAnEmployee        Subject = "not_an_employee"      // the participant's standing
	WhatAssistanceCovers Subject = "what_assistance_covers"
	JobStimulus          Subject = "job_stimulus" // part of the income from work disregarded
	ChildrensIncome      Subject = "childrens_income"
	ActivityDuty         Subject = "activity_requirement" //
	StudyStartSupport    Subject = "study_start_support"  // which the programme's rate was synchronised with
	PriceBase            Subject = "price_base_amount"
	Coordination         Subject = "coordination" // of rehabilitation (Finsam)
	SocialSecrecy        Subject = "social_services_secrecy"
	Appeal               Subject = "appeal"          // time and manner
	EqualTreatment       Subject = "equal_treatment" // of a municipality's members
	ParentsDuty          Subject = "parents_duty"    // to support a child in school
)

// Act is where a subject stands in law.
type Act struct {
	Subject  Subject `json:"subject" yaml:"-"`
	Citation string  `json:"citation" yaml:"citation"` // "SoL (2025:400) 12 kap. 4 §"
	Repealed bool    `json:"repealed,omitempty" yaml:"repealed"`
}

// Act is the section in force on the day, or a *MissingError.
func (b *Book) Act(subject Subject, on period.Day) (Parameter[Act], error) {
	rows, known := b.acts[subject]
	if !known {
		return Parameter[Act]{}, &MissingError{Parameter: Name(subject), On: on}
	}
	return rows.on(on)
}

// ActDays are the days on which the map has a section for the subject, in order, without
// gaps inside.
func (b *Book) ActDays(subject Subject) []period.Span { return b.acts[subject].days() }

// Subjects are the subjects on the map, in order of name.
func (b *Book) Subjects() []Subject {
	subjects := make([]Subject, 0, len(b.acts))
	for s := range b.acts {
		subjects = append(subjects, s)
	}
	slices.Sort(subjects)
	return subjects
}
