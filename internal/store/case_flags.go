package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// CaseFlags is what in the parts of a case asks for somebody, or shows that something
// has been done in time. It is read in the same query as the case, so that a list
// costs no query a row. What is not there is nil.
type CaseFlags struct {
	OfferUntil    *period.Day // last day to answer the offer that runs out first
	Conflicts     int         // attendance days that participant and provider differ on
	Stopped       int         // payments that wait for an account
	PlanStands    bool        // a version of the plan has been answered
	PlanWaits     *time.Time  // when the version that waits for an answer was proposed
	PlanFirst     *time.Time  // when the first version was proposed
	Assessed      *time.Time  // when the joint assessment was last completed
	Progression   *time.Time  // when the progression was last asked about
	MetFirst      *time.Time  // when the first assessment began: the first meeting
	ActiveFirst   *period.Day // when the first placement started
	OutcomeDue    *period.Day // the first outcome that nobody has noted
	ExitNoted     bool
	ContactedLast *period.Day // when a contact last reached the participant
	Appeals       AppealFlags
	Overpaid      *time.Time // when the oldest recovery was opened that the participant has not been told of
	Household     *time.Time // when the oldest warning of the household came that nobody has looked at
	Change        *time.Time // when the oldest change of a running placement was proposed that nobody has decided
}

// flagColumns are the columns of CaseFlags over programme_case c.
var flagColumns = `
	(SELECT min(x.offer_until) FROM placement x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.state = 'offered'),
	(SELECT count(*) FROM attendance_day x WHERE x.municipality = c.municipality AND x.case_id = c.id
		AND x.settled = '' AND x.reported <> '' AND x.confirmed <> '' AND x.reported <> x.confirmed),
	(SELECT count(*) FROM payment y WHERE y.municipality = c.municipality AND y.case_id = c.id AND ` + stopped + `),
	EXISTS (SELECT 1 FROM plan x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.state IN ('agreed', 'not_agreed')),
	(SELECT min(x.proposed_at) FROM plan x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.state = 'proposed'),
	(SELECT min(x.proposed_at) FROM plan x WHERE x.municipality = c.municipality AND x.case_id = c.id),
	(SELECT max(x.completed_at) FROM assessment x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.instrument = 'heltidsaktivering'),
	(SELECT max(x.completed_at) FROM assessment x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.instrument = 'progression'),
	(SELECT min(x.started_at) FROM assessment x WHERE x.municipality = c.municipality AND x.case_id = c.id),
	(SELECT min(x.started_on) FROM placement x WHERE x.municipality = c.municipality AND x.case_id = c.id),
	(SELECT min(x.due_on) FROM outcome x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.standing = ''),
	EXISTS (SELECT 1 FROM case_exit x WHERE x.municipality = c.municipality AND x.case_id = c.id),
	(SELECT max(x.day) FROM contact x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.reached),
	(SELECT min(x.opened_at) FROM recovery x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.state = 'opened'),
	(SELECT x.new_since FROM household_watch x WHERE x.municipality = c.municipality AND x.case_id = c.id),
	(SELECT min(x.proposed_at) FROM change_proposal x JOIN placement p ON p.municipality = x.municipality AND p.id = x.placement_id
		WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.state = 'open' AND p.state = 'started'),` + appealFlagColumns

// into is where the columns go, in their order.
func (f *CaseFlags) into() []any {
	return append([]any{intoDayOrNil(&f.OfferUntil), &f.Conflicts, &f.Stopped, &f.PlanStands, intoTimeOrNil(&f.PlanWaits), intoTimeOrNil(&f.PlanFirst),
		intoTimeOrNil(&f.Assessed), intoTimeOrNil(&f.Progression), intoTimeOrNil(&f.MetFirst), intoDayOrNil(&f.ActiveFirst),
		intoDayOrNil(&f.OutcomeDue), &f.ExitNoted, intoDayOrNil(&f.ContactedLast), intoTimeOrNil(&f.Overpaid), intoTimeOrNil(&f.Household), intoTimeOrNil(&f.Change)}, f.Appeals.into()...)
}

// CaseFlags are those of one case.
func (t *Tx) CaseFlags(ctx context.Context, id ident.ID) (CaseFlags, error) {
	return one(ctx, t, func(row scanner, f *CaseFlags) error { return row.Scan(f.into()...) },
		`SELECT `+flagColumns+` FROM programme_case c WHERE c.municipality = $1 AND c.id = $2`, t.Municipality, string(id))
}
