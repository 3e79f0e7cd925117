package store

import (
	"context"

	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

const caseColumns = `c.municipality, c.id, c.number, c.person_id, c.state, c.version, c.opened_on, c.opened_at, c.manager_id,
	c.main_obstacle, c.goal, c.ladder_step, c.ability_hours, c.planned_hours, c.next_contact_on,
	c.programme_from, c.programme_to`

func readCase(row scanner, c *casefile.Case) error {
	into, finish := caseInto(c)
	if err := row.Scan(into...); err != nil {
		return err
	}
	finish()
	return nil
}

// caseInto is where the case columns go, and what is left to do after reading them.
func caseInto(c *casefile.Case) (into []any, finish func()) {
	var from, to *period.Day
	into = []any{&c.Municipality, &c.ID, &c.Number, &c.Person, &c.State, &c.Version, &c.OpenedOn, intoTime(&c.OpenedAt), intoIDOrZero(&c.Manager),
		&c.MainObstacle, &c.Goal, &c.LadderStep, &c.AbilityHours, &c.PlannedHours, intoDayOrNil(&c.NextContactOn),
		intoDayOrNil(&from), intoDayOrNil(&to)}
	return into, func() {
		if from != nil && to != nil {
			c.Programme = &period.Span{From: *from, To: *to}
		}
	}
}

// spanEnds are the two columns of a span that may be missing.
func spanEnds(s *period.Span) (from, to any) {
	if s == nil {
		return nil, nil
	}
	return s.From, s.To
}

// AddCase stores a new case.
func (t *Tx) AddCase(ctx context.Context, c casefile.Case) error {
	from, to := spanEnds(c.Programme)
	return t.run(ctx, `
		INSERT INTO programme_case (municipality, id, number, person_id, state, version, opened_on, opened_at, manager_id,
			main_obstacle, goal, ladder_step, ability_hours, planned_hours, next_contact_on, programme_from, programme_to)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
		t.Municipality, string(c.ID), c.Number, string(c.Person), string(c.State), c.Version, c.OpenedOn, at(c.OpenedAt), idOrNull(c.Manager),
		string(c.MainObstacle), c.Goal, c.LadderStep, c.AbilityHours, c.PlannedHours, dayOrNull(c.NextContactOn),
		from, to)
}

// SaveCase stores the case as its next version. Stale where somebody else has
// changed it since it was read.
func (t *Tx) SaveCase(ctx context.Context, c casefile.Case) error {
	from, to := spanEnds(c.Programme)
	n, err := t.exec(ctx, `
		UPDATE programme_case SET state = $4, version = version + 1, manager_id = $5, main_obstacle = $6, goal = $7,
			ladder_step = $8, ability_hours = $9, planned_hours = $10, next_contact_on = $11, programme_from = $12, programme_to = $13
		WHERE municipality = $1 AND id = $2 AND version = $3`,
		t.Municipality, string(c.ID), c.Version, string(c.State), idOrNull(c.Manager), string(c.MainObstacle), c.Goal,
		c.LadderStep, c.AbilityHours, c.PlannedHours, dayOrNull(c.NextContactOn), from, to)
	if err == nil && n == 0 {
		return fault.New(fault.Stale, "fault.stale")
	}
	return err
}

// Case is one case. NotFound where the municipality has none by the identity.
func (t *Tx) Case(ctx context.Context, id ident.ID) (casefile.Case, error) {
	return one(ctx, t, readCase, `SELECT `+caseColumns+` FROM programme_case c WHERE c.municipality = $1 AND c.id = $2`,
		t.Municipality, string(id))
}

// CasesOf is every case of the person, newest first.
func (t *Tx) CasesOf(ctx context.Context, person ident.ID) ([]casefile.Case, error) {
	return many(ctx, t, readCase, `SELECT `+caseColumns+` FROM programme_case c
		WHERE c.municipality = $1 AND c.person_id = $2 ORDER BY c.opened_at DESC, c.id DESC`, t.Municipality, string(person))
}

// NextCaseNumber takes the next number of the year: 2026-0412.
func (t *Tx) NextCaseNumber(ctx context.Context, year int) (string, error) {
	n, err := t.count(ctx, `INSERT INTO case_number (municipality, year, latest) VALUES ($1, $2, 1)
		ON CONFLICT (municipality, year) DO UPDATE SET latest = case_number.latest + 1 RETURNING latest`, t.Municipality, year)
	return casefile.Number(year, n), err
}
