package eligibility

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Outcome is what a criterion, or all of them together, come to.
type Outcome string

const (
	Met      Outcome = "met"
	NotMet   Outcome = "not_met"
	NotKnown Outcome = "unknown"
)

// Code is a criterion.
type Code string

const (
	Age                    Code = "age"
	Jobseeker              Code = "jobseeker"
	FarFromLabour          Code = "far_from_labour_market"
	LongTermSupport        Code = "long_term_support"
	CoordinatedNeed        Code = "coordinated_need"
	AssessedWithInstrument Code = "assessed_with_instrument"
)

// Codes are the criteria in the order of 000.
func Codes() []Code {
	return []Code{Age, Jobseeker, FarFromLabour, LongTermSupport, CoordinatedNeed, AssessedWithInstrument}
}

// Used is a fact as the criterion saw it; Value is nil where it was not known.
type Used struct {
	Fact  Fact `json:"fact"`
	Value any  `json:"value,omitempty"` // a day as YYYY-MM-DD, a number of months, or yes or no
}

// Criterion is one line of the verdict.
type Criterion struct {
	Code    Code       `json:"code"`
	Outcome Outcome    `json:"outcome"`
	Reason  fault.Text `json:"reason"` // why, with the values that decided
	Used    []Used     `json:"used"`
	Source  string     `json:"source"` // one of law.SourceCodes, or an act and section
}

// Verdict is a proposal for the one who decides. Overall is not met if any criterion
// is not met, otherwise unknown if any is unknown, otherwise met.
type Verdict struct {
	On       period.Day  `json:"on"` // the day on which the programme would start
	RuleSet  string      `json:"rule_set"`
	Overall  Outcome     `json:"overall"`
	Criteria []Criterion `json:"criteria"` // all of Codes, in that order
	Advice   []Advice    `json:"advice,omitempty"`
}

// With are the criteria that have the outcome.
func (v Verdict) With(o Outcome) []Code {
	var codes []Code
	for _, c := range v.Criteria {
		if c.Outcome == o {
			codes = append(codes, c.Code)
		}
	}
	return codes
}

func overall(criteria []Criterion) Outcome {
	all := Met
	for _, c := range criteria {
		switch c.Outcome {
		case NotMet:
			return NotMet
		case NotKnown:
			all = NotKnown
		}
	}
	return all
}
