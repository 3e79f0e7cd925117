package sums

import (
	"slices"

	"fotfaste/internal/period"
	"fotfaste/internal/studies"
	"fotfaste/internal/web/form"
)

// topic is a screen of the check: questions that belong together.
type topic struct {
	code string
	asks []studies.Question
}

var topics = []topic{
	{"studies", []studies.Question{studies.AskLevel, studies.AskStudentAid, studies.AskMostSuitable}},
	{"agency", []studies.Question{studies.AskAgencyPays, studies.AskAgencyAgrees}},
	{"age", []studies.Question{studies.AskBirth, studies.AskParentsDuty, studies.AskUnaccompanied}},
	{"end", []studies.Question{studies.AskRehabilitation, studies.AskOtherMeans, studies.AskFewCredits, studies.AskAtDisposal}},
	{"partner", []studies.Question{studies.AskPartner, studies.AskTermEnds, studies.AskSameForAll}},
}

// result is where the screens end.
const result = "result"

// topicOf is the number of the screen that asks.
func topicOf(ask studies.Question) int {
	return slices.IndexFunc(topics, func(t topic) bool { return slices.Contains(t.asks, ask) })
}

// age is what the rules need to know of somebody's age. The day of birth itself is not
// asked for: it is about one person, and would stand in the address.
type age string

// The ages.
const (
	beforeAutumn age = "before_autumn" // under 21, before the autumn term of the year of turning 20
	fromAutumn   age = "from_autumn"   // under 21, in that term or later
	agedOut      age = "aged_out"      // 21 or more
)

func ages() []age { return []age{beforeAutumn, fromAutumn, agedOut} }

// birth is a day of birth that the rules judge on the day as they do the age.
func (a age) birth(on period.Day) *period.Day {
	year := on.Year()
	var day period.Day
	switch a {
	case beforeAutumn:
		day = period.Date(year-18, 1, 1)
	case fromAutumn: // the youngest who are: turned 20 last year, or this year and it is autumn
		day = period.Date(year-20, 1, 1)
		if on < period.Date(year, 7, 1) {
			day = period.Date(year-21, 12, 31)
		}
	case agedOut:
		day = period.Date(year-30, 1, 1)
	default:
		return nil
	}
	return &day
}

// readStudies reads the address; what is wrong is in the form.
func readStudies(f *form.Form) (facts studies.Facts, on period.Day) {
	on = f.Day("on")
	facts.Level = studies.Level(f.ChoiceIfAny(string(studies.AskLevel), append(words(studies.Levels()), unknown)...))
	if facts.Level == unknown {
		facts.Level = ""
	}
	facts.Birth = age(f.ChoiceIfAny(string(studies.AskBirth), append(words(ages()), unknown)...)).birth(on)
	for ask, answer := range map[studies.Question]**bool{
		studies.AskStudentAid: &facts.StudentAid, studies.AskMostSuitable: &facts.MostSuitable,
		studies.AskParentsDuty: &facts.ParentsDuty, studies.AskUnaccompanied: &facts.Unaccompanied,
		studies.AskAgencyPays: &facts.AgencyPays, studies.AskAgencyAgrees: &facts.AgencyAgrees,
		studies.AskRehabilitation: &facts.Rehabilitation, studies.AskOtherMeans: &facts.OtherMeans,
		studies.AskFewCredits: &facts.FewCreditsLeft, studies.AskAtDisposal: &facts.AtDisposal,
		studies.AskPartner: &facts.PartnerNeedsSupport, studies.AskSameForAll: &facts.SameForAll,
	} {
		switch f.ChoiceIfAny(string(ask), yes, no, unknown) {
		case yes:
			*answer = new(bool)
			**answer = true
		case no:
			*answer = new(bool)
		}
	}
	if ends, said := f.DayIfAny(string(studies.AskTermEnds)); said {
		facts.TermEnds = &ends
	}
	return facts, on
}

// The answers to a question of yes or no. One that is left is unknown as well.
const yes, no, unknown = "yes", "no", "unknown"
