package eligibility

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Answer is yes, no or not known. The zero Answer is not known, so that a question
// nobody put is never taken for a no.
type Answer string

const (
	Unknown Answer = ""
	Yes     Answer = "yes"
	No      Answer = "no"
)

// Facts are what a verdict is judged on. Each may be unknown.
type Facts struct {
	Birth *period.Day `json:"birth,omitempty" yaml:"birth"`
	// SeeksWork: is a jobseeker, registered or in fact.
	SeeksWork Answer `json:"seeks_work,omitempty" yaml:"seeks_work"`
	// FarFromWork: stands far from the labour market.
	FarFromWork Answer `json:"far_from_work,omitempty" yaml:"far_from_work"`
	// MonthsSupported is how many of the last twelve months the person has lived on
	// social assistance or another transfer, 0-12.
	MonthsSupported *int `json:"months_supported,omitempty" yaml:"months_supported"`
	// NeedsCoordination: needs qualified support from more than one actor.
	NeedsCoordination Answer `json:"needs_coordination,omitempty" yaml:"needs_coordination"`
	// Assessed: the need has been assessed with a standardised instrument.
	Assessed Answer `json:"assessed,omitempty" yaml:"assessed"`
}

// Fact is the name of a field of Facts, the same as in a form and in JSON.
type Fact string

const (
	Birth             Fact = "birth"
	SeeksWork         Fact = "seeks_work"
	FarFromWork       Fact = "far_from_work"
	MonthsSupported   Fact = "months_supported"
	NeedsCoordination Fact = "needs_coordination"
	Assessed          Fact = "assessed"
)

// AllFacts are the facts in the order in which they are asked for.
func AllFacts() []Fact {
	return []Fact{Birth, SeeksWork, FarFromWork, MonthsSupported, NeedsCoordination, Assessed}
}

// window is the number of months that MonthsSupported looks back over.
const window = 12

// Check says what cannot be, beside the field named as the Fact. What is unknown is
// no fault.
func (f Facts) Check(on period.Day) fault.Fields {
	var faults fault.Fields
	faults.Check(f.Birth == nil || *f.Birth <= on, string(Birth), "eligibility.invalid.birth")
	faults.Check(f.MonthsSupported == nil || isMonths(*f.MonthsSupported), string(MonthsSupported),
		"eligibility.invalid.months_supported", "Most", window)
	for _, asked := range []struct {
		fact   Fact
		answer Answer
	}{{SeeksWork, f.SeeksWork}, {FarFromWork, f.FarFromWork}, {NeedsCoordination, f.NeedsCoordination}, {Assessed, f.Assessed}} {
		faults.Check(asked.answer == Unknown || asked.answer == Yes || asked.answer == No,
			string(asked.fact), "eligibility.invalid.answer")
	}
	return faults
}

func isMonths(n int) bool { return n >= 0 && n <= window }
