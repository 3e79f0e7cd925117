package duty

import (
	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// Part is what hours of a plan are to the requirement: an activity of a kind, or work
// or study beside it, which lessens what is asked.
type Part struct {
	Kind     Kind
	PartTime bool // work or study: no activity, and the kind is empty
}

// InPlace is what hours in a place of the catalogue are. The act names what an activity
// is for and not what it is called, so which kind an intervention has is chosen here: a
// subsidised job is work, a course that is no course in Swedish is study, and what
// strengthens health, routines and everyday life is motivation and ability.
func InPlace(kind catalogue.Kind) Part {
	switch kind {
	case catalogue.WorkOriented:
		return Part{Kind: AtWorkplace}
	case catalogue.Language:
		return Part{Kind: Language}
	case catalogue.Education, catalogue.SubsidisedEmployment:
		return Part{PartTime: true}
	}
	return Part{Kind: Motivation}
}

// OnOneSOwn is what hours of a plan without a place are, by their track. Nobody leads
// them: on the track to work they are taken for seeking work, which does not count.
func OnOneSOwn(track plan.Track) Part {
	switch track {
	case plan.Work:
		return Part{Kind: OwnJobSearch}
	case plan.EducationLanguage:
		return Part{Kind: Language}
	}
	return Part{Kind: Motivation}
}

// Planned is an activity of a plan: hours a week between two days.
type Planned struct {
	Part
	Hours int // a week
	Days  period.Span
}

// Through is the activities over the days on which somebody is tried, each with its mean
// hours a week: what runs half of the days counts half. A week of no activity then weighs
// the same whenever in the month it falls. Part-time work and study are added up apart.
func Through(days period.Span, all []Planned) (activities []Activity, partTime Hours) {
	for _, a := range all {
		run, within := a.Days.Intersect(days)
		if !within {
			continue
		}
		mean := Whole(a.Hours) * Hours(run.Len()) / Hours(days.Len())
		if a.PartTime {
			partTime += mean
			continue
		}
		activities = append(activities, Activity{Kind: a.Kind, Hours: mean})
	}
	return activities, min(partTime, MostHours)
}

// IsYoungAt tells whether a child is under the age on a day of the month, as the
// requirement asks of a young child.
func IsYoungAt(birth period.Day, month period.Month, age int) bool {
	return birth <= month.Last() && birth.YearsUntil(month.First()) < age
}

// Band is how far somebody meets the requirement, in steps that a picture can show.
type Band string

const (
	Met        Band = "met"         // all of it
	MostOfIt   Band = "most"        // 75-99 %
	HalfOfIt   Band = "half"        // 50-74 %
	LittleOfIt Band = "little"      // under half
	NoActivity Band = "no_activity" // nothing planned of any kind, though something is asked
)

// Bands are all of them, the best first.
func Bands() []Band { return []Band{Met, MostOfIt, HalfOfIt, LittleOfIt, NoActivity} }

// Band is the band of the coverage.
func (c Coverage) Band() Band {
	switch {
	case c.Short == 0:
		return Met
	case c.Planned == 0:
		return NoActivity
	case c.Percent >= 75:
		return MostOfIt
	case c.Percent >= 50:
		return HalfOfIt
	}
	return LittleOfIt
}
