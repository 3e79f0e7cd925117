package store

import (
	"context"
	"strconv"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// CaseQuery says which cases a list is of. The zero query is every case that the
// actor may see.
type CaseQuery struct {
	States  []casefile.State
	Manager ident.ID
	Ready   bool // only those whose joint assessment is completed
	Flags   bool // read what asks for somebody with each case
	Oldest  bool // the longest known first, instead of by name
	Appeals bool // only those in which an appeal waits for the municipality
	Below   bool // only those whose planned hours do not fill the ability
	Limit   int  // at most so many; 0 is 200
	Offset  int
}

// CaseRow is a case as a line of a list.
type CaseRow struct {
	Case        casefile.Case
	Name        string
	Birth       period.Day
	Protection  person.Protection
	ManagerName string // "" where there is none yet
	Flags       CaseFlags
}

// ListCases is the cases of the query whose part the actor may see, by name or age,
// and how many there are in all. The access rules stand inside both queries.
func (t *Tx) ListCases(ctx context.Context, a access.Actor, act access.Act, m access.Moment, q CaseQuery) ([]CaseRow, int, error) {
	args := []any{t.Municipality}
	var conditions strings.Builder
	if len(q.States) > 0 {
		places, more := placeholders(args, q.States)
		args = more
		conditions.WriteString(" AND c.state IN (" + places + ")")
	}
	if !q.Manager.IsZero() {
		args = append(args, string(q.Manager))
		conditions.WriteString(" AND c.manager_id = $" + strconv.Itoa(len(args)))
	}
	if q.Ready {
		args = append(args, assessment.JointAssessment)
		conditions.WriteString(` AND EXISTS (SELECT 1 FROM assessment x WHERE x.municipality = c.municipality AND x.case_id = c.id
			AND x.completed_at IS NOT NULL AND x.instrument = $` + strconv.Itoa(len(args)) + ")")
	}
	if q.Appeals {
		conditions.WriteString(" AND " + appealWaits)
	}
	if q.Below {
		conditions.WriteString(" AND c.planned_hours < c.ability_hours")
	}
	may := filter(a, act, m, len(args)+1)
	args = append(args, may.Args...)
	from := ` FROM programme_case c
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
		LEFT JOIN account a ON a.municipality = c.municipality AND a.id = c.manager_id
		WHERE c.municipality = $1` + conditions.String() + ` AND ` + may.SQL
	total, err := t.count(ctx, `SELECT count(*)`+from, args...)
	if err != nil {
		return nil, 0, err
	}
	limit := q.Limit
	if limit == 0 {
		limit = 200
	}
	columns, order := "", "p.sort_name, c.id"
	if q.Flags {
		columns = ", " + flagColumns
	}
	if q.Oldest {
		order = "c.opened_at, c.id"
	}
	paging := page(&args, limit, q.Offset)
	rows, err := many(ctx, t, func(row scanner, r *CaseRow) error {
		var given, family string
		into, finish := caseInto(&r.Case)
		into = append(into, &given, &family, &r.Birth, &r.Protection, &r.ManagerName)
		if q.Flags {
			into = append(into, r.Flags.into()...)
		}
		if err := row.Scan(into...); err != nil {
			return err
		}
		finish()
		r.Name = given + " " + family
		return nil
	}, `SELECT `+caseColumns+`, p.given_name, p.family_name, p.birth, p.protection, coalesce(a.name, '')`+columns+from+`
		ORDER BY `+order+` `+paging, args...)
	return rows, total, err
}
