package store

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
)

// RecoveryRow is a line of the list of recoveries.
type RecoveryRow struct {
	ID ident.ID
	Payee
	RunWeek   period.Week
	State     recovery.State
	Ending    recovery.Ending
	Opened    time.Time
	First     period.Week // that fell
	Last      period.Week // likewise
	WeekCount int         // that fell, which need not be all between the two
	AnswerBy  *period.Day
	Ready     bool // the first decision can be made
	Fell      money.Kronor
	Undecided money.Kronor
	Left      money.Kronor // to be paid back
	Raised    money.Kronor // paid of its weeks since the decision, which is to be looked at again
}

// RecoveryQuery narrows the list.
type RecoveryQuery struct {
	State recovery.State // "" for all
	Ready bool           // only those that can be decided
	Act   access.Act     // names are of the cases that the reader may do this with
	Known bool           // leave out all other cases
	Limit int
	Page  int // from 1
}

// ready is a recovery that can be decided on the day $2.
const ready = `(v.state = 'heard' OR v.state = 'communicated' AND v.answer_by < $2)`

// ListRecoveries are a page of the recoveries, the longest open first, and how many
// there are in all. The access rules stand in the query: of a case that the reader may
// not see no name or number leaves the database.
func (t *Tx) ListRecoveries(ctx context.Context, a access.Actor, m access.Moment, q RecoveryQuery) ([]RecoveryRow, int, error) {
	args := []any{t.Municipality, m.Day}
	may := filter(a, q.Act, m, len(args)+1)
	args = append(args, may.Args...)
	var narrowed strings.Builder
	if q.Known {
		narrowed.WriteString(` AND y.shown = 1`)
	}
	if q.Ready {
		narrowed.WriteString(` AND y.ready = 1`)
	}
	if q.State != "" {
		args = append(args, string(q.State))
		narrowed.WriteString(` AND y.state = $` + strconv.Itoa(len(args)))
	}
	from := ` FROM (SELECT v.id, v.case_id, CASE WHEN ` + may.SQL + ` THEN 1 ELSE 0 END AS shown, c.number, p.given_name, p.family_name,
			p.protection, r.week_from, v.state, v.ending, v.opened_at, v.answer_by, CASE WHEN ` + ready + ` THEN 1 ELSE 0 END AS ready,
			(SELECT min(o.week_from) FROM recovery_week o WHERE o.municipality = v.municipality AND o.recovery_id = v.id) AS first_week,
			(SELECT max(o.week_from) FROM recovery_week o WHERE o.municipality = v.municipality AND o.recovery_id = v.id) AS last_week,
			(SELECT count(*) FROM recovery_week o WHERE o.municipality = v.municipality AND o.recovery_id = v.id) AS week_count,
			v.fell, v.fell - v.taken_back - v.claimed - v.waived AS undecided, v.claimed - v.dropped - v.repaid AS remaining,
			CASE WHEN v.state = 'claimed' THEN (SELECT CAST(coalesce(sum(x.pays), 0) AS bigint)` + riseFrom + `
				WHERE w.municipality = v.municipality AND w.recovery_id = v.id AND ` + again + `) ELSE 0 END AS raised
		FROM recovery v
		JOIN payment_run r ON r.municipality = v.municipality AND r.id = v.run_id
		JOIN programme_case c ON c.municipality = v.municipality AND c.id = v.case_id
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
		WHERE v.municipality = $1) y WHERE 1 = 1` + narrowed.String()
	total, err := t.count(ctx, `SELECT count(*)`+from, args...)
	if err != nil {
		return nil, 0, err
	}
	paging := page(&args, q.Limit, (max(q.Page, 1)-1)*q.Limit)
	rows, err := many(ctx, t, readRecoveryRow, `SELECT y.id, y.case_id, y.shown, y.number, y.given_name, y.family_name, y.protection <> 'none',
		y.week_from, y.state, y.ending, y.opened_at, y.first_week, y.last_week, y.week_count, y.answer_by, y.ready, y.fell, y.undecided, y.remaining, y.raised`+from+`
		ORDER BY y.opened_at, y.id `+paging, args...)
	return rows, total, err
}

func readRecoveryRow(row scanner, r *RecoveryRow) error {
	var shown, ready int
	var given, family string
	var monday, first, last period.Day
	err := row.Scan(&r.ID, &r.Case, &shown, &r.Number, &given, &family, &r.Protected, &monday, &r.State, &r.Ending, intoTime(&r.Opened),
		&first, &last, &r.WeekCount, intoDayOrNil(&r.AnswerBy), &ready, &r.Fell, &r.Undecided, &r.Left, &r.Raised)
	r.Name, r.RunWeek, r.Ready = given+" "+family, monday.Week(), ready == 1
	r.First, r.Last = first.Week(), last.Week()
	if shown == 0 {
		r.Payee = Payee{Protected: r.Protected}
	}
	return err
}

// RecoveryCounts is how many recoveries stand in each state.
func (t *Tx) RecoveryCounts(ctx context.Context) (map[recovery.State]int, error) {
	counts := map[recovery.State]int{}
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var state recovery.State
		var n int
		err := row.Scan(&state, &n)
		counts[state] = n
		return err
	}, `SELECT state, count(*) FROM recovery WHERE municipality = $1 GROUP BY state`, t.Municipality)
	return counts, err
}
