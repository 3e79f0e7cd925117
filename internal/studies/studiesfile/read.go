package studiesfile

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/jsonfile"
	"fotfaste/internal/period"
	"fotfaste/internal/studies"
)

// LargestFile is how many bytes are read.
const LargestFile = 1 << 16

// Read is the facts in the file and the day of the check. What is wrong comes as one
// *fault.Error of the code Invalid: with a field for each wrong thing, or without fields
// where the file as a whole is none. Every text of a field has the Line.
func Read(file []byte) (facts studies.Facts, on period.Day, err error) {
	root, err := jsonfile.Parse(file, LargestFile)
	if err != nil {
		return studies.Facts{}, 0, err
	}
	var r reading
	facts, on = r.facts(root)
	var wrong fault.Fields
	if on != 0 { // else there is no day to hold them against
		wrong = facts.Wrong(on)
	}
	if err := r.Take(wrong); err != nil {
		return studies.Facts{}, 0, err
	}
	return facts, on, nil
}

// Refused is a refusal of facts that were read from the file, with the lines of its
// fields: for what is found wrong only when they are checked.
func Refused(file []byte, found fault.Fields) error {
	root, err := jsonfile.Parse(file, LargestFile)
	if err != nil {
		return err
	}
	var r reading
	r.facts(root)
	return r.Take(found)
}

// day is the field of the file that is no question.
const day = "on"

type reading struct{ jsonfile.Reading }

func (r *reading) facts(root jsonfile.Node) (facts studies.Facts, on period.Day) {
	const top = "" // the path of the whole file
	known := []string{day}
	for _, ask := range studies.Questions() {
		known = append(known, string(ask))
	}
	fields := r.Object(top, root, known...)
	if r.Needs(top, root, fields, day) {
		on, _ = r.DayAt(top, fields, day)
	}
	days := map[studies.Question]**period.Day{studies.AskBirth: &facts.Birth, studies.AskTermEnds: &facts.TermEnds}
	answers := map[studies.Question]**bool{
		studies.AskStudentAid: &facts.StudentAid, studies.AskMostSuitable: &facts.MostSuitable,
		studies.AskParentsDuty: &facts.ParentsDuty, studies.AskUnaccompanied: &facts.Unaccompanied,
		studies.AskAgencyPays: &facts.AgencyPays, studies.AskAgencyAgrees: &facts.AgencyAgrees,
		studies.AskRehabilitation: &facts.Rehabilitation, studies.AskOtherMeans: &facts.OtherMeans,
		studies.AskFewCredits: &facts.FewCreditsLeft, studies.AskAtDisposal: &facts.AtDisposal,
		studies.AskPartner: &facts.PartnerNeedsSupport, studies.AskSameForAll: &facts.SameForAll,
	}
	for _, ask := range studies.Questions() { // in order, so that what is wrong is told in order
		name := string(ask)
		if n, there := fields[name]; !there || n.Kind == jsonfile.Null {
			continue
		}
		switch {
		case ask == studies.AskLevel:
			level, _ := r.TextAt(top, fields, name)
			facts.Level = studies.Level(level)
		case days[ask] != nil:
			if said, ok := r.DayAt(top, fields, name); ok {
				*days[ask] = &said
			}
		default:
			yes := r.YesAt(top, fields, name, false)
			*answers[ask] = &yes
		}
	}
	return facts, on
}
