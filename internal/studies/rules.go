package studies

import (
	"slices"

	"fotfaste/internal/period"
)

// agedOut is the age at which parents' duty has ended for a pupil, in whole years (FB
// (1949:381) 7 kap. 1 §; 004 s. 11.1).
const agedOut = 21

// aidFrom is the age in whose year who came without parents is to live on student aid
// from the autumn term on (004 s. 11.1), and autumnMonth the first month of that term.
// The source has no day for it: the half-year is taken, as student aid has it.
const aidFrom, autumnMonth = 20, 7

// all joins conditions: not met where one is not, else unknown where one is, with the
// questions that would settle it, each once.
func all(conditions ...Line) Line {
	joined := Line{Outcome: Met}
	for _, c := range conditions {
		switch {
		case c.Outcome == NotMet:
			return Line{Outcome: NotMet}
		case c.Outcome == Unknown:
			joined.Outcome = Unknown
			for _, ask := range c.Missing {
				if !slices.Contains(joined.Missing, ask) {
					joined.Missing = append(joined.Missing, ask)
				}
			}
		}
	}
	return joined
}

// either is met where one of the two is, and not met only where neither can be.
func either(a, b Line) Line {
	switch {
	case a.Outcome == Met || b.Outcome == NotMet:
		return a
	case b.Outcome == Met || a.Outcome == NotMet:
		return b
	}
	return all(a, b)
}

// is is met where the answer is yes.
func is(answer *bool, ask Question) Line {
	switch {
	case answer == nil:
		return Line{Outcome: Unknown, Missing: []Question{ask}}
	case *answer:
		return Line{Outcome: Met}
	}
	return Line{Outcome: NotMet}
}

// isNot is met where the answer is no.
func isNot(answer *bool, ask Question) Line {
	if answer == nil {
		return is(nil, ask)
	}
	no := !*answer
	return is(&no, ask)
}

// level is met where the studies are of one of the levels.
func level(f Facts, levels ...Level) Line {
	if f.Level == "" {
		return is(nil, AskLevel)
	}
	found := false
	for _, l := range levels {
		found = found || l == f.Level
	}
	return is(&found, AskLevel)
}

// born is met where what is asked of the birth holds. A birth after the day is none.
func born(f Facts, on period.Day, holds func(birth period.Day) bool) Line {
	if f.Birth == nil || *f.Birth > on {
		return is(nil, AskBirth)
	}
	held := holds(*f.Birth)
	return is(&held, AskBirth)
}

func under21(f Facts, on period.Day) Line {
	return born(f, on, func(birth period.Day) bool { return birth.YearsUntil(on) < agedOut })
}

// mainRule: adults who study live on student aid.
func mainRule(f Facts, _ period.Day) Line { return is(f.StudentAid, AskStudentAid) }

// agencyMeasure: studies that Arbetsförmedlingen pays for are a measure among others.
func agencyMeasure(f Facts, _ period.Day) Line { return is(f.AgencyPays, AskAgencyPays) }

// agencyAgreement: studies that it has approved without paying are tried as all others,
// by suitability and by student aid.
func agencyAgreement(f Facts, _ period.Day) Line {
	return all(is(f.AgencyAgrees, AskAgencyAgrees), is(f.MostSuitable, AskMostSuitable), isNot(f.StudentAid, AskStudentAid))
}

// basicLevel: basic school and basic Swedish, where the single case has been tried.
func basicLevel(f Facts, _ period.Day) Line {
	return all(level(f, Basic, Swedish), is(f.MostSuitable, AskMostSuitable))
}

// parentsHousehold: a pupil under twenty-one whose parents have the duty to support is
// reckoned with them.
func parentsHousehold(f Facts, on period.Day) Line {
	return all(level(f, UpperSecondary, Swedish), under21(f, on), is(f.ParentsDuty, AskParentsDuty))
}

// upperSecondary: who is under twenty-one and cannot rely on parents finishes school. Who
// came without parents does so until the autumn term of the year of turning twenty.
func upperSecondary(f Facts, on period.Day) Line {
	return all(level(f, UpperSecondary, Swedish), under21(f, on), isNot(f.ParentsDuty, AskParentsDuty), notAidedYet(f, on))
}

func notAidedYet(f Facts, on period.Day) Line {
	early := born(f, on, func(birth period.Day) bool {
		return on < period.Date(birth.Year()+aidFrom, autumnMonth, 1)
	})
	return either(early, isNot(f.Unaccompanied, AskUnaccompanied)) // before that day it is the same for everybody
}

// rehabilitation: where the studies cannot be paid for in another way.
func rehabilitation(f Facts, _ period.Day) Line {
	return all(is(f.Rehabilitation, AskRehabilitation), isNot(f.OtherMeans, AskOtherMeans))
}

// fewCredits: a short time to finish, fully at the labour market's disposal.
func fewCredits(f Facts, _ period.Day) Line {
	return all(is(f.FewCreditsLeft, AskFewCredits), is(f.AtDisposal, AskAtDisposal))
}

// partnersTerm: studies are not broken off because the other in the household has
// nothing to live on; the term is finished, and no more.
func partnersTerm(f Facts, on period.Day) Line {
	within := is(nil, AskTermEnds)
	if f.TermEnds != nil {
		before := on <= *f.TermEnds
		within = is(&before, AskTermEnds)
	}
	line := all(is(f.PartnerNeedsSupport, AskPartner), within)
	if line.Outcome == Met {
		line.Until = *f.TermEnds
	}
	return line
}

// equalTreatment: a municipality treats its members alike.
func equalTreatment(f Facts, _ period.Day) Line { return is(f.SameForAll, AskSameForAll) }
