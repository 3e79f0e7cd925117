package plan

import (
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// SoonDays is how many days ahead an ending activity is told of: time enough to
// plan what comes next.
const SoonDays = 21

// Sector is whose an organisation is, as far as it matters for who plans together.
type Sector string

const (
	Municipal   Sector = "municipal"
	Regional    Sector = "regional" // health care
	OtherSector Sector = "other"
)

// NeedsSIP tells whether both the municipality and the region carry a part, which
// is when a coordinated plan is drawn up (004 s. 7.4).
func (p Plan) NeedsSIP(sector func(organisation ident.ID) Sector) bool {
	carries := func(s Sector) bool {
		return slices.ContainsFunc(p.Carriers(), func(id ident.ID) bool { return sector(id) == s })
	}
	return carries(Municipal) && carries(Regional)
}

// Notices are things in the plan that ask for somebody's eye on the day. None of
// them stops anything.
func (p Plan) Notices(on period.Day, ability *int, needsSIP bool) []fault.Text {
	var notices []fault.Text
	tell := func(key string, pairs ...any) { notices = append(notices, fault.T(key, pairs...)) }
	coverage := p.Coverage(on, ability)
	switch coverage.Cover() {
	case UnknownCover:
		tell("plan.notice.ability_unknown")
	case NotCovered, PartlyCovered:
		tell("plan.notice.below_ability", "Planned", coverage.Planned, "Ability", *ability, "Missing", coverage.Missing)
	case OverCovered:
		tell("plan.notice.over_ability", "Planned", coverage.Planned, "Ability", *ability)
	}
	if needsSIP && !p.SIP {
		tell("plan.notice.sip")
	}
	if p.ReviewOn != nil && *p.ReviewOn <= on {
		tell("plan.notice.review", "On", *p.ReviewOn)
	}
	for _, a := range p.Activities {
		if a.RunsOn(on) && *a.To <= on.AddDays(SoonDays) {
			tell("plan.notice.ends_soon", "What", a.What, "To", *a.To)
		}
	}
	return notices
}
