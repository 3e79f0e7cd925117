package store

import (
	"context"
	"encoding/json"

	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/plan"
)

// InProgramme is a case in the programme in a month, with what the activity requirement
// on the participant is tried by.
type InProgramme struct {
	Case     ident.ID
	Person   ident.ID
	Gender   person.Gender
	Obstacle casefile.Obstacle
	Days     period.Span // of the month, in the programme
	Youngest *period.Day // birth of the youngest child in custody in the month
	Planned  []duty.Planned
}

// whoTakesPart are the states of those who take part or have done so. A pause is no time
// in the programme.
var whoTakesPart = []casefile.State{casefile.Active, casefile.Exited, casefile.FollowUp, casefile.Closed}

// InProgramme is everybody who was in the programme on some day of the month, in the
// order of the cases, with the activities of the plan that stood at the end of the month.
func (t *Tx) InProgramme(ctx context.Context, month period.Month) ([]InProgramme, error) {
	days := month.Span()
	args := []any{t.Municipality, days.From, days.To}
	states, args := placeholders(args, whoTakesPart)
	all, err := many(ctx, t, func(row scanner, x *InProgramme) error {
		var programme period.Span
		var left *period.Day
		err := row.Scan(&x.Case, &x.Person, &x.Gender, &x.Obstacle, &programme.From, &programme.To, intoDayOrNil(&left), intoDayOrNil(&x.Youngest))
		if left != nil {
			programme.To = min(programme.To, *left)
		}
		x.Days, _ = programme.Intersect(days)
		return err
	}, `SELECT c.id, c.person_id, p.gender, c.main_obstacle, c.programme_from, c.programme_to,
		(SELECT max(x.day) FROM case_exit x WHERE x.municipality = c.municipality AND x.case_id = c.id),
		(SELECT max(k.birth) FROM child k WHERE k.municipality = c.municipality AND k.person_id = c.person_id
			AND k.birth <= $3 AND k.custody_from <= $3 AND k.custody_to >= $2)`+casesWithPerson+`
		WHERE c.municipality = $1 AND c.programme_from <= $3 AND c.programme_to >= $2 AND c.state IN (`+states+`)
		AND (c.state = $4 OR NOT EXISTS (SELECT 1 FROM case_exit x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.day < $2))
		ORDER BY c.id`, args...)
	if err != nil {
		return nil, err
	}
	return all, t.planned(ctx, month, all)
}

// planned reads the activities of the plans. A plan without an answer is no plan yet, and
// one that a later took the place of stood until then.
func (t *Tx) planned(ctx context.Context, month period.Month, all []InProgramme) error {
	at := make(map[ident.ID]int, len(all))
	for i, x := range all {
		at[x.Case] = i
	}
	kinds, err := t.kindsOfPlaces(ctx)
	if err != nil {
		return err
	}
	type row struct {
		of      ident.ID
		content string
	}
	// The days of proposals are instants; the month ends with its last day in Sweden, and
	// an hour more or less moves no plan from one month to another that anybody would miss.
	end := month.AddMonths(1).First().Time()
	rows, err := many(ctx, t, func(r scanner, one *row) error { return r.Scan(&one.of, &one.content) }, `
		SELECT x.case_id, x.content FROM plan x WHERE x.municipality = $1 AND x.state IN ($2, $3) AND x.number = (
			SELECT max(y.number) FROM plan y WHERE y.municipality = x.municipality AND y.case_id = x.case_id
			AND y.state IN ($2, $3) AND y.proposed_at < $4)`,
		t.Municipality, string(plan.Agreed), string(plan.Superseded), instant(end))
	if err != nil {
		return err
	}
	for _, r := range rows {
		i, is := at[r.of]
		if !is {
			continue
		}
		var content struct {
			Activities []struct {
				Track     plan.Track  `json:"track"`
				Placement ident.ID    `json:"placement"`
				Hours     int         `json:"hours"`
				From      *period.Day `json:"from"`
				To        *period.Day `json:"to"`
			} `json:"activities"`
		}
		if err := json.Unmarshal([]byte(r.content), &content); err != nil {
			return err
		}
		for _, a := range content.Activities {
			if a.From == nil || a.To == nil {
				continue
			}
			part := duty.OnOneSOwn(a.Track)
			if kind, has := kinds[a.Placement]; has {
				part = duty.InPlace(kind)
			}
			all[i].Planned = append(all[i].Planned, duty.Planned{Part: part, Hours: a.Hours, Days: period.Span{From: *a.From, To: *a.To}})
		}
	}
	return nil
}

// kindsOfPlaces is the kind of the intervention of every placement.
func (t *Tx) kindsOfPlaces(ctx context.Context) (map[ident.ID]catalogue.Kind, error) {
	type row struct {
		id   ident.ID
		kind catalogue.Kind
	}
	rows, err := many(ctx, t, func(r scanner, one *row) error { return r.Scan(&one.id, &one.kind) }, `
		SELECT x.id, i.kind FROM placement x JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		WHERE x.municipality = $1`, t.Municipality)
	kinds := make(map[ident.ID]catalogue.Kind, len(rows))
	for _, r := range rows {
		kinds[r.id] = r.kind
	}
	return kinds, err
}
