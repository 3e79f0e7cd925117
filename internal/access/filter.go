package access

import (
	"strconv"
	"strings"
	"time"

	"fotfaste/internal/placement"
)

// InHand are the states of a placement in which its provider has the person or the
// question before them.
var InHand = []placement.State{
	placement.Referred, placement.Queued, placement.Offered, placement.Accepted, placement.Started,
}

// Clause is a condition in SQL with its arguments.
type Clause struct {
	SQL  string
	Args []any
}

// Filter compiles the rules into a condition over programme_case c and person p
// that is true for exactly the cases with which the actor may do the act. Its
// placeholders begin at $first. How an instant is handed to the database is the
// store's to say.
func Filter(a Actor, act Act, m Moment, first int, instant func(time.Time) any) Clause {
	q := &clause{next: first, store: instant}
	var arms strings.Builder
	for _, r := range rules {
		if !r.may(a, act) {
			continue
		}
		verdict := "0"
		if r.allow {
			verdict = "1"
		}
		arms.WriteString(" WHEN " + r.sql(a, act, m, q) + " THEN " + verdict)
	}
	return Clause{SQL: "(CASE" + arms.String() + " ELSE 0 END = 1)", Args: q.args}
}

// Reach is a query for the identities of all cases with which the actor could do
// the act, and perhaps of some with which they may not: Filter still stands over
// it. A case may come more than once. It lets a database begin with a case manager's twenty cases and not with the
// municipality's thousands. Not ok where some rule opens cases of every kind.
func Reach(a Actor, act Act, first int) (reach Clause, ok bool) {
	q := &clause{next: first}
	var queries []string
	for _, r := range rules {
		if !r.allow || !r.may(a, act) {
			continue
		}
		query := r.reach(a, q)
		if query == "" {
			return Clause{}, false
		}
		queries = append(queries, query)
	}
	if len(queries) == 0 {
		return Clause{SQL: "SELECT id FROM programme_case WHERE 1 = 0"}, true
	}
	return Clause{SQL: strings.Join(queries, " UNION ALL "), Args: q.args}, true
}

// clause gathers the arguments of a condition while it is written.
type clause struct {
	next  int
	args  []any
	store func(time.Time) any
}

func (q *clause) arg(value any) string {
	q.args = append(q.args, value)
	q.next++
	return "$" + strconv.Itoa(q.next-1)
}

// here keeps a query within the actor's municipality.
func (q *clause) here(a Actor) string { return "municipality = " + q.arg(a.Municipality) }

func (q *clause) instant(t time.Time) string { return q.arg(q.store(t)) }

func argList[S ~string](q *clause, values []S) string {
	places := make([]string, len(values))
	for i, v := range values {
		places[i] = q.arg(string(v))
	}
	return strings.Join(places, ", ")
}
