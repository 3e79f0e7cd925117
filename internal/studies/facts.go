package studies

import "fotfaste/internal/period"

// Level is what somebody studies. It is empty where nobody has said.
type Level string

// The levels.
const (
	Swedish        Level = "sfi"   // Swedish for immigrants
	Basic          Level = "basic" // as nine years of school
	UpperSecondary Level = "upper_secondary"
	Higher         Level = "higher" // and vocational education after school
)

// Levels are all of them.
func Levels() []Level { return []Level{Swedish, Basic, UpperSecondary, Higher} }

// Facts is what is known of the one who studies. What is nil or empty is unknown.
type Facts struct {
	Birth               *period.Day `json:"birth,omitempty" yaml:"birth"`
	Level               Level       `json:"level,omitempty" yaml:"level"`
	StudentAid          *bool       `json:"student_aid,omitempty" yaml:"student_aid"`                     // can have it for these studies
	MostSuitable        *bool       `json:"most_suitable,omitempty" yaml:"most_suitable"`                 // tried and found the most suitable way to self-support
	ParentsDuty         *bool       `json:"parents_duty,omitempty" yaml:"parents_duty"`                   // the parents have a duty to support and it can be relied on
	Unaccompanied       *bool       `json:"unaccompanied,omitempty" yaml:"unaccompanied"`                 // came without parents as a child
	AgencyPays          *bool       `json:"agency_pays,omitempty" yaml:"agency_pays"`                     // Arbetsförmedlingen pays for the time of study
	AgencyAgrees        *bool       `json:"agency_agrees,omitempty" yaml:"agency_agrees"`                 // it has approved the studies as part of the planning
	Rehabilitation      *bool       `json:"rehabilitation,omitempty" yaml:"rehabilitation"`               // the studies are rehabilitation
	OtherMeans          *bool       `json:"other_means,omitempty" yaml:"other_means"`                     // they can be paid for in another way
	FewCreditsLeft      *bool       `json:"few_credits_left,omitempty" yaml:"few_credits_left"`           // before the degree
	AtDisposal          *bool       `json:"at_disposal,omitempty" yaml:"at_disposal"`                     // fully, of the labour market
	PartnerNeedsSupport *bool       `json:"partner_needs_support,omitempty" yaml:"partner_needs_support"` // the other in the household has no support, for which the studies would be broken off
	TermEnds            *period.Day `json:"term_ends,omitempty" yaml:"term_ends"`                         // last day of the term that has begun
	SameForAll          *bool       `json:"same_for_all,omitempty" yaml:"same_for_all"`                   // anybody in the same situation would be met in the same way
}

// Question is the code of a fact that is asked for.
type Question string

// The questions, by the facts they ask for.
const (
	AskBirth          Question = "birth"
	AskLevel          Question = "level"
	AskStudentAid     Question = "student_aid"
	AskMostSuitable   Question = "most_suitable"
	AskParentsDuty    Question = "parents_duty"
	AskUnaccompanied  Question = "unaccompanied"
	AskAgencyPays     Question = "agency_pays"
	AskAgencyAgrees   Question = "agency_agrees"
	AskRehabilitation Question = "rehabilitation"
	AskOtherMeans     Question = "other_means"
	AskFewCredits     Question = "few_credits_left"
	AskAtDisposal     Question = "at_disposal"
	AskPartner        Question = "partner_needs_support"
	AskTermEnds       Question = "term_ends"
	AskSameForAll     Question = "same_for_all"
)

// Questions are all of them, in the order in which they are asked.
func Questions() []Question {
	return []Question{AskBirth, AskLevel, AskStudentAid, AskMostSuitable, AskParentsDuty, AskUnaccompanied,
		AskAgencyPays, AskAgencyAgrees, AskRehabilitation, AskOtherMeans, AskFewCredits, AskAtDisposal, AskPartner,
		AskTermEnds, AskSameForAll}
}
