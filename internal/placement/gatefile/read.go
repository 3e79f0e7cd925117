package gatefile

import (
	"fmt"
	"slices"
	"strings"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/jsonfile"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// LargestFile is how many bytes are read.
const LargestFile = 1 << 20

// MostDays is the most days that anybody has been in a guarantee.
const MostDays = 100 * 366

// Read is what the file says, and the day it is judged on. What is wrong comes as one
// *fault.Error of the code Invalid: with a field for each wrong thing, named by its path,
// or without fields where the file as a whole is none. Every text of a field has the Line.
func Read(file []byte) (facts placement.GateFacts, on period.Day, err error) {
	root, err := jsonfile.Parse(file, LargestFile)
	if err != nil {
		return facts, 0, err
	}
	var r reading
	if r.fields = r.Object("", root, "on", "assistance_from", "need_investigated", "plan", "ends_on", "wishes_considered", "kind",
		"municipal", "guarantee", "guarantee_days", "local_agreement", "serious_addiction", "help_offered",
		"upper_secondary_pupil", "adult_student", "studies_lead_to_work", "breaks_off_studies"); r.fields == nil {
		return facts, 0, r.Take(nil)
	}
	if r.Needs("", root, r.fields, "on") {
		on, _ = r.day("on")
	}
	if day, said := r.said("assistance_from"); said && day.Kind != jsonfile.Null {
		if from, ok := r.day("assistance_from"); ok {
			facts.AssistanceFrom = &from
		}
	}
	if day, said := r.said("ends_on"); said && day.Kind != jsonfile.Null {
		if to, ok := r.day("ends_on"); ok {
			facts.EndsOn = &to
		}
	}
	facts.Plan = oneOf(&r, "plan", plan.States())
	facts.Kind = oneOf(&r, "kind", catalogue.Kinds())
	facts.Guarantee = oneOf(&r, "guarantee", placement.Guarantees()[1:])
	facts.Municipal = r.YesAt("", r.fields, "municipal", true)
	if days, said := r.said("guarantee_days"); said && days.Kind != jsonfile.Null {
		if n, ok := r.WholeAt("", r.fields, "guarantee_days"); ok && (n < 0 || n > MostDays) {
			r.No("guarantee_days", days.Line, "calc.gate.days", "Most", MostDays)
		} else if ok {
			facts.GuaranteeDays = &n
		}
	}
	for name, into := range map[string]**bool{
		"need_investigated": &facts.NeedInvestigated, "wishes_considered": &facts.WishesConsidered,
		"local_agreement": &facts.LocalAgreement, "serious_addiction": &facts.SeriousAddiction, "help_offered": &facts.HelpOffered,
		"upper_secondary_pupil": &facts.UpperSecondaryPupil, "adult_student": &facts.AdultStudent,
		"studies_lead_to_work": &facts.StudiesLeadToWork, "breaks_off_studies": &facts.BreaksOffStudies,
	} {
		if n, said := r.said(name); said && n.Kind != jsonfile.Null && r.Is(name, n, jsonfile.YesOrNo) {
			*into = &n.Yes
		}
	}
	return facts, on, r.Take(nil)
}

type reading struct {
	jsonfile.Reading
	fields map[string]jsonfile.Node
}

func (r *reading) said(name string) (jsonfile.Node, bool) {
	n, said := r.fields[name]
	return n, said
}

func (r *reading) day(name string) (period.Day, bool) {
	text, ok := r.TextAt("", r.fields, name)
	if !ok {
		return 0, false
	}
	day, err := period.ParseDay(text)
	if err != nil {
		r.No(name, r.fields[name].Line, "calc.facts.not_a_day")
	}
	return day, err == nil
}

// oneOf is the word of the field, which has to be one of the known.
func oneOf[T ~string](r *reading, name string, known []T) T {
	n, said := r.said(name)
	if !said || n.Kind == jsonfile.Null || !r.Is(name, n, jsonfile.Text) {
		return ""
	}
	if !slices.Contains(known, T(n.Text)) {
		r.No(name, n.Line, "calc.gate.word", "Known", strings.Trim(fmt.Sprint(known), "[]"))
		return ""
	}
	return T(n.Text)
}
