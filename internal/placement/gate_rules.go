package placement

import (
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
	}
	return nil
}

type answer struct {
	outcome Outcome
	reason  Reason
	args    map[string]any
}

// rules are the gate (004 s. 4.2; the guarantees 004 s. 6.5), each under the subject
// by which the book finds its act.
var rules = []struct {
	code    Code
	subject law.Subject
	source  string
	judge   func(f GateFacts, on period.Day, guaranteeDays int) answer
}{
	{NeedLine, law.TakePart, "004 s. 4.2", needLine},
	{PlanLine, law.TakePart, "004 s. 4.2", planLine},
	{EndLine, law.TakePart, "004 s. 4.2", endLine},
	{WishesLine, law.TakePart, "004 s. 4.2", wishesLine},
	{GuaranteeLine, law.AtDisposal, "004 s. 6.5", guaranteeLine},
	{AddictionLine, law.RefusalOrReduction, "004 s. 4.2", addictionLine},
	{PupilLine, law.AtDisposal, "004 s. 4.2", pupilLine},
	{StudiesLine, law.AtDisposal, "004 s. 4.2", studiesLine},
}

// needLine: nobody can be asked to take part from the first day; the person's
// conditions and needs are looked into first.
func needLine(f GateFacts, on period.Day, _ int) answer {
	switch {
	case isNot(f.NeedInvestigated):
		return blocked("not_investigated")
	case f.AssistanceFrom != nil && on <= *f.AssistanceFrom:
		return blocked("first_day", "From", *f.AssistanceFrom)
	case f.NeedInvestigated == nil:
		return confirm("unknown")
	}
	return allowed("investigated")
}

// planLine: the intervention stands in an individual plan. A plan that the
// participant has not agreed to is still a plan, but somebody answers for it.
func planLine(f GateFacts, _ period.Day, _ int) answer {
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
func endLine(f GateFacts, on period.Day, _ int) answer {
	switch {
	case f.EndsOn == nil:
		return blocked("missing")
	case *f.EndsOn < on:
		return blocked("past", "To", *f.EndsOn)
	}
	return allowed("set", "To", *f.EndsOn)
}

// wishesLine: shaped with reasonable regard to the person's own wishes.
func wishesLine(f GateFacts, _ period.Day, _ int) answer {
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
func guaranteeLine(f GateFacts, _ period.Day, limit int) answer {
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
func addictionLine(f GateFacts, _ period.Day, _ int) answer {
	switch {
	case !is(f.SeriousAddiction):
		return allowed("nothing_known")
	case !is(f.HelpOffered):
		return blocked("offer_help")
	}
	return confirm("voluntary")
}

// pupilLine: young people in upper-secondary school finish it.
func pupilLine(f GateFacts, _ period.Day, _ int) answer {
	switch {
	case f.UpperSecondaryPupil == nil:
		return confirm("unknown")
	case *f.UpperSecondaryPupil:
		return blocked("pupil")
	}
	return allowed("no_pupil")
}

// studiesLine: an adult is not told to break off studies that lead to work.
func studiesLine(f GateFacts, _ period.Day, _ int) answer {
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

func allowed(r Reason, pairs ...any) answer { return answer{Allowed, r, fault.T("", pairs...).Args} }
func confirm(r Reason, pairs ...any) answer {
	return answer{AllowedConfirming, r, fault.T("", pairs...).Args}
}
func blocked(r Reason, pairs ...any) answer { return answer{Blocked, r, fault.T("", pairs...).Args} }

func is(fact *bool) bool    { return fact != nil && *fact }
func isNot(fact *bool) bool { return fact != nil && !*fact }
