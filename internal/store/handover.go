package store

import (
	"context"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// ManagerChange is a case that passed from one case manager to another.
type ManagerChange struct {
	Case   ident.ID
	Number string
	Name   string // of the participant
	From   string
	To     string
	On     period.Day
	Reason string
}

// changesFrom is each row of a case manager who came after another in the same case,
// with who they came after.
const changesFrom = ` FROM (SELECT m.municipality, m.case_id, m.account_id, m.from_day, m.reason,
		lag(m.account_id) OVER (PARTITION BY m.case_id ORDER BY m.from_day, m.id) AS earlier
		FROM case_member m WHERE m.municipality = $1 AND m.task = $2) m
	JOIN programme_case c ON c.municipality = m.municipality AND c.id = m.case_id
	JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
	JOIN account a ON a.municipality = m.municipality AND a.id = m.account_id
	JOIN account b ON b.municipality = m.municipality AND b.id = m.earlier
	WHERE m.earlier <> m.account_id AND m.from_day >= $3`

// CountChanges is how many changes of case manager there have been since the day.
func (t *Tx) CountChanges(ctx context.Context, since period.Day) (int, error) {
	return t.count(ctx, `SELECT count(*)`+changesFrom, t.Municipality, string(casefile.CaseManaging), since)
}

// Changes is the newest of them, at most limit, among the cases that the actor may
// see.
func (t *Tx) Changes(ctx context.Context, a access.Actor, m access.Moment, since period.Day, limit int) ([]ManagerChange, error) {
	args := []any{t.Municipality, string(casefile.CaseManaging), since}
	may := filter(a, access.See(access.Overview), m, len(args)+1)
	return many(ctx, t, func(row scanner, c *ManagerChange) error {
		var given, family string
		err := row.Scan(&c.Case, &c.Number, &given, &family, &c.From, &c.To, &c.On, &c.Reason)
		c.Name = given + " " + family
		return err
	}, `SELECT c.id, c.number, p.given_name, p.family_name, b.name, a.name, m.from_day, m.reason`+changesFrom+` AND `+may.SQL+`
		ORDER BY m.from_day DESC, c.number DESC LIMIT `+strconv.Itoa(limit), append(args, may.Args...)...)
}
