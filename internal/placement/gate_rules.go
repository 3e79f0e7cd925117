package placement

import (
	"fotfaste/internal/duty"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// Reason says which way a line of the gate came out.
type Reason string

// Reasons are every reason a line can give, in the order the rule tries them.
func (c Code) Reasons() []Reason {
	switch c {
	case NeedLine:
		return []Reason{"not_investigated", "first_day", "unknown", "investigated"}
	case PlanLine:
		return []Reason{"none", "draft", "superseded", "proposed", "not_agreed", "agreed"}
	case EndLine:
		return []Reason{"missing", "past", "set"}
	case WishesLine:
		return []Reason{"ignored", "unknown", "considered"}
	case GuaranteeLine:
		return []Reason{"not_municipal", "unknown", "not_enrolled", "long_enough", "agreement", "too_early", "agreement_unknown"}
	case AddictionLine:
		return []Reason{"nothing_known", "offer_help", "voluntary"}
	case PupilLine:
		return []Reason{"pupil", "unknown", "no_pupil"}
	case StudiesLine:
		return []Reason{"unknown", "no_student", "not_towards_work", "beside", "breaks_off", "conflict_unknown"}
	case RequirementLine:
		return []Reason{"help_first", "not_in_force", "not_applied_yet", "assistance_unknown", "kind_unknown", "lessens", "counts"}
	}
	return nil
}

type answer struct {
	outcome Outcome
	reason  Reason
	args    map[string]any
	subject law.Subject // by which the act is found; empty for the rule's own
}

// terms are the day and what the book says of it.
type terms struct {
	on            period.Day
	guaranteeDays int
	requirement   law.Activity // of the first day it is in force, until then
	inForce       bool         // the activity requirement is
}

// termsOn reads the book. Of days before the activity requirement it knows the first
// month to come.
func termsOn(on period.Day, book *law.Book) (terms, error) {
	now := terms{on: on, inForce: on >= book.ActivityRequirementBegins()}
	limit, err := book.GuaranteeDays(on)
	if err != nil {
		return now, err
	}
	requirement, err := book.ActivityRequirement(max(on, book.ActivityRequirementBegins()))
	now.guaranteeDays, now.requirement = limit.Value, requirement.Value
	return now, err
}

// rules are the gate (004 s. 4.2; the guarantees 004 s. 6.5), each under the subject
// by which the book finds its act.
var rules = []struct {
	code    Code
	subject law.Subject
	source  string
	judge   func(GateFacts, terms) answer
}{
	{NeedLine, law.TakePart, "004 s. 4.2", needLine},
	{PlanLine, law.TakePart, "004 s. 4.2", planLine},
	{EndLine, law.TakePart, "004 s. 4.2", endLine},
	{WishesLine, law.TakePart, "004 s. 4.2", wishesLine},
	{GuaranteeLine, law.AtDisposal, "004 s. 6.5", guaranteeLine},
	{AddictionLine, law.RefusalOrReduction, "004 s. 4.2", addictionLine},
	{PupilLine, law.AtDisposal, "004 s. 4.2", pupilLine},
	{StudiesLine, law.AtDisposal, "004 s. 4.2", studiesLine},
	{RequirementLine, law.ActivityDuty, "prop. 2025/26:207", requirementLine},
}

// needLine: nobody can be asked to take part from the first day; the person's
// conditions and needs are looked into first. The activity requirement does not lift
// that: it asks for taking part and leaves the section on who is asked, and how, as it is.
func needLine(f GateFacts, now terms) answer {
	switch {
	case isNot(f.NeedInvestigated):
		return blocked("not_investigated")
	case f.AssistanceFrom != nil && now.on <= *f.AssistanceFrom:
		return blocked("first_day", "From", *f.AssistanceFrom)
	case f.NeedInvestigated == nil:
		return confirm("unknown")
	}
	return allowed("investigated")
}

// planLine: the intervention stands in an individual plan. A plan that the
// participant has not agreed to is still a plan, but somebody answers for it.
func planLine(f GateFacts, _ terms) answer {
	switch f.Plan {
	case plan.Agreed:
		return allowed("agreed")
	case plan.NotAgreed:
		return confirm("not_agreed")
	case plan.Proposed:
		return confirm("proposed")
	case plan.Draft:
		return blocked("draft")
	case plan.Superseded:
		return blocked("superseded")
	}
	return blocked("none")
}

// endLine: limited in time, never until further notice.
func endLine(f GateFacts, now terms) answer {
	switch {
	case f.EndsOn == nil:
		return blocked("missing")
	case *f.EndsOn < now.on:
		return blocked("past", "To", *f.EndsOn)
	}
	return allowed("set", "To", *f.EndsOn)
}

// wishesLine: shaped with reasonable regard to the person's own wishes.
func wishesLine(f GateFacts, _ terms) answer {
	switch {
	case f.WishesConsidered == nil:
		return confirm("unknown")
	case !*f.WishesConsidered:
		return blocked("ignored")
	}
	return allowed("considered")
}

// guaranteeLine: who is in one of the state's guarantees has the state's measures,
// and risks to be signed out of it by the municipality's before the time is up.
func guaranteeLine(f GateFacts, now terms) answer {
	limit := now.guaranteeDays
	switch {
	case !f.Municipal:
		return allowed("not_municipal")
	case f.Guarantee == GuaranteeUnknown:
		return confirm("unknown", "Limit", limit)
	case f.Guarantee == NoGuarantee:
		return allowed("not_enrolled")
	case f.GuaranteeDays != nil && *f.GuaranteeDays >= limit:
		return allowed("long_enough", "Days", *f.GuaranteeDays, "Limit", limit)
	case is(f.LocalAgreement):
		return allowed("agreement")
	case isNot(f.LocalAgreement) && f.GuaranteeDays != nil:
		return blocked("too_early", "Days", *f.GuaranteeDays, "Limit", limit)
	}
	return confirm("agreement_unknown", "Limit", limit)
}

// addictionLine: help comes first, and who says no to an intervention then loses
// no assistance. What nobody knows of is not asked about here.
func addictionLine(f GateFacts, _ terms) answer {
	switch {
	case !is(f.SeriousAddiction):
		return allowed("nothing_known")
	case !is(f.HelpOffered):
		return blocked("offer_help")
	}
	return confirm("voluntary")
}

// pupilLine: young people in upper-secondary school finish it.
func pupilLine(f GateFacts, _ terms) answer {
	switch {
	case f.UpperSecondaryPupil == nil:
		return confirm("unknown")
	case *f.UpperSecondaryPupil:
		return blocked("pupil")
	}
	return allowed("no_pupil")
}

// studiesLine: an adult is not told to break off studies that lead to work.
func studiesLine(f GateFacts, _ terms) answer {
	switch {
	case f.AdultStudent == nil:
		return confirm("unknown")
	case !*f.AdultStudent:
		return allowed("no_student")
	case isNot(f.StudiesLeadToWork):
		return allowed("not_towards_work")
	case isNot(f.BreaksOffStudies):
		return allowed("beside")
	case is(f.StudiesLeadToWork) && is(f.BreaksOffStudies):
		return blocked("breaks_off")
	}
	return confirm("conflict_unknown")
}

// requirementLine: from the day the activity requirement is in force, and for the
// assistance of the months it is applied to, hours of an activity count toward it, and
// work or study lessens it. Before, somebody may be asked to take part. Whoever needs help
// first loses nothing by a no, whichever of the two it is.
func requirementLine(f GateFacts, now terms) answer {
	first := now.requirement.FirstApplied.First()
	switch {
	case is(f.SeriousAddiction):
		return allowed("help_first").by(law.RefusalOrReduction)
	case !now.inForce:
		return allowed("not_in_force").by(law.TakePart)
	case f.EndsOn == nil || *f.EndsOn < first:
		return allowed("not_applied_yet", "First", first)
	case f.AssistanceFrom == nil:
		return allowed("assistance_unknown", "First", first)
	case f.Kind == "":
		return allowed("kind_unknown", "First", first)
	case duty.InPlace(f.Kind).PartTime:
		return allowed("lessens", "First", first)
	}
	return allowed("counts", "First", first)
}

// by is the answer resting on another act than the rule's own.
func (a answer) by(subject law.Subject) answer { a.subject = subject; return a }

func allowed(r Reason, pairs ...any) answer {
	return answer{outcome: Allowed, reason: r, args: fault.T("", pairs...).Args}
}
func confirm(r Reason, pairs ...any) answer {
	return answer{outcome: AllowedConfirming, reason: r, args: fault.T("", pairs...).Args}
}
func blocked(r Reason, pairs ...any) answer {
	return answer{outcome: Blocked, reason: r, args: fault.T("", pairs...).Args}
}

func is(fact *bool) bool    { return fact != nil && *fact }
func isNot(fact *bool) bool { return fact != nil && !*fact }
