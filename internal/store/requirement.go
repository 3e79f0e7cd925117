package store

import (
	"context"
	"slices"
	"strconv"

	"fotfaste/internal/casefile"
	"fotfaste/internal/decision"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// InProgramme is a case in the programme in a month, with what the activity requirement
// on the participant is tried by.
type InProgramme struct {
	Case     ident.ID
	Person   ident.ID
	Gender   person.Gender
	Obstacle casefile.Obstacle // that holds in the month
	Reduced  bool              // assistance of the month, for who did not take part
	Denied   bool              // likewise
	Days     period.Span       // of the month, in the programme
	Youngest *period.Day       // birth of the youngest child in custody in the month
	Planned  []duty.Planned
}

// whoTakesPart are the states of those who take part or have done so. A pause is no time
// in the programme.
var whoTakesPart = []casefile.State{casefile.Active, casefile.Exited, casefile.FollowUp, casefile.Closed}

// InProgramme is, for each of the months, everybody who was in the programme on some day
// of it, in the order of the cases, with the activities in the month of the plan that stood
// at its end.
func (t *Tx) InProgramme(ctx context.Context, months ...period.Month) ([][]InProgramme, error) {
	if len(months) == 0 {
		return nil, nil
	}
	plans, err := t.standingPlans(ctx, slices.Min(months), slices.Max(months))
	if err != nil {
		return nil, err
	}
	obstacles, err := t.AllObstacles(ctx)
	if err != nil {
		return nil, err
	}
	cuts, err := t.ConsequencesIn(ctx, slices.Min(months), slices.Max(months))
	if err != nil {
		return nil, err
	}
	all := make([][]InProgramme, len(months))
	for i, month := range months {
		if all[i], err = t.inProgramme(ctx, month, ""); err != nil {
			return nil, err
		}
		for j := range all[i] {
			x := &all[i][j]
			x.Planned = plans.in(x.Case, month)
			row, _ := casefile.ObstacleIn(obstacles[x.Case], month)
			x.Obstacle = row.Obstacle
			x.Reduced, x.Denied = duty.CutsIn(cuts[x.Case], month)
		}
	}
	return all, nil
}

// DaysInProgramme is the days of the month on which the case was in the programme, nil for
// none: it is held by them whether a month of the case is counted.
func (t *Tx) DaysInProgramme(ctx context.Context, of ident.ID, month period.Month) (*period.Span, error) {
	rows, err := t.inProgramme(ctx, month, of)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0].Days, nil
}

// inProgramme is those of every case, or of the one. The day of the exit is the last, and
// a stop that nothing has been granted after ends the programme the day before it.
func (t *Tx) inProgramme(ctx context.Context, month period.Month, of ident.ID) ([]InProgramme, error) {
	days := month.Span()
	args := []any{t.Municipality, days.From, days.To}
	states, args := placeholders(args, whoTakesPart)
	one := ""
	if of != "" {
		args = append(args, string(of))
		one = " AND c.id = $" + strconv.Itoa(len(args))
	}
	rows, err := many(ctx, t, func(row scanner, x *InProgramme) error {
		var programme period.Span
		var left, stopped *period.Day
		err := row.Scan(&x.Case, &x.Person, &x.Gender, &programme.From, &programme.To, intoDayOrNil(&left), intoDayOrNil(&stopped), intoDayOrNil(&x.Youngest))
		if stopped != nil {
			programme.To = min(programme.To, *stopped-1)
		}
		if left != nil {
			programme.To = min(programme.To, *left)
		}
		x.Days, _ = programme.Intersect(days)
		if programme.To < days.From {
			x.Case = "" // over before the month
		}
		return err
	}, `SELECT c.id, c.person_id, p.gender, c.programme_from, c.programme_to,
		(SELECT max(x.day) FROM case_exit x WHERE x.municipality = c.municipality AND x.case_id = c.id),
		(SELECT max(s.from_day) FROM decision s WHERE s.municipality = c.municipality AND s.case_id = c.id AND s.kind = '`+string(decision.Stop)+`'
			AND NOT EXISTS (SELECT 1 FROM decision g WHERE g.municipality = s.municipality AND g.case_id = s.case_id AND g.decided_at > s.decided_at
				AND g.kind IN ('`+string(decision.Grant)+`', '`+string(decision.Extend)+`', '`+string(decision.Resume)+`'))),
		(SELECT max(k.birth) FROM child k WHERE k.municipality = c.municipality AND k.person_id = c.person_id
			AND k.birth <= $3 AND k.custody_from <= $3 AND k.custody_to >= $2)`+casesWithPerson+`
		WHERE c.municipality = $1 AND c.programme_from <= $3 AND c.programme_to >= $2 AND c.state IN (`+states+`)
		AND (c.state = $4 OR NOT EXISTS (SELECT 1 FROM case_exit x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.day < $2))
		`+one+` ORDER BY c.id`, args...)
	return slices.DeleteFunc(rows, func(x InProgramme) bool { return x.Case == "" }), err
}
