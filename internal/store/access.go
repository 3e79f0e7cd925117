package store

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
)

// filter compiles the access rules for a list of cases: a condition over
// programme_case c and person p whose placeholders begin at $first.
func filter(a access.Actor, act access.Act, m access.Moment, first int) access.Clause {
	return access.Filter(a, act, m, first, func(i time.Time) any { return instant(i) })
}

// AccessCase is what the access rules need to know of a case. NotFound where the
// municipality has no such case.
func (t *Tx) AccessCase(ctx context.Context, id ident.ID, m access.Moment) (access.Case, error) {
	c, err := one(ctx, t, func(row scanner, c *access.Case) error {
		return row.Scan(&c.Municipality, &c.ID, &c.Person, &c.State, &c.Protection)
	}, `SELECT c.municipality, c.id, c.person_id, c.state, p.protection FROM programme_case c
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
		WHERE c.municipality = $1 AND c.id = $2`, t.Municipality, string(id))
	if err != nil {
		return c, err
	}
	c.Team, err = many(ctx, t, readID, `SELECT account_id FROM case_member
		WHERE municipality = $1 AND case_id = $2 AND from_day <= $3 AND (to_day IS NULL OR to_day >= $3)`,
		t.Municipality, string(id), m.Day)
	if err != nil {
		return c, err
	}
	c.Conflicted, err = t.Conflicted(ctx, c.Person)
	if err != nil {
		return c, err
	}
	hosts, args := `SELECT DISTINCT i.provider_id FROM placement x
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		WHERE x.municipality = $1 AND x.case_id = $2 AND x.state IN (`, []any{t.Municipality, string(id)}
	places, args := placeholders(args, access.InHand)
	c.Hosts, err = many(ctx, t, readID, hosts+places+`)`, args...)
	if err != nil {
		return c, err
	}
	overpaid, err := t.count(ctx, `SELECT count(*) FROM recovery WHERE municipality = $1 AND case_id = $2 AND state <> 'closed'`,
		t.Municipality, string(id))
	if err != nil {
		return c, err
	}
	c.Overpaid = overpaid > 0
	c.Consents, err = many(ctx, t, func(row scanner, s *access.Consent) error {
		return row.Scan(&s.Organisation, &s.Part, &s.From, &s.Until, &s.Revoked)
	}, `SELECT organisation_id, part, from_day, until_day, revoked_at IS NOT NULL FROM consent
		WHERE municipality = $1 AND case_id = $2`, t.Municipality, string(id))
	if err != nil {
		return c, err
	}
	c.Opened, err = many(ctx, t, func(row scanner, b *access.BreakGlass) error {
		return row.Scan(&b.Account, intoTime(&b.From), intoTime(&b.Until))
	}, `SELECT account_id, from_at, until_at FROM break_glass WHERE municipality = $1 AND case_id = $2`,
		t.Municipality, string(id))
	return c, err
}

// Conflicted are the accounts that may not handle the person.
func (t *Tx) Conflicted(ctx context.Context, person ident.ID) ([]ident.ID, error) {
	return many(ctx, t, readID, `SELECT account_id FROM conflict_of_interest WHERE municipality = $1 AND person_id = $2`,
		t.Municipality, string(person))
}

func readID(row scanner, id *ident.ID) error { return row.Scan(id) }
