package store

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// standingPlan is a plan with the activities that have days, from when it was proposed.
type standingPlan struct {
	proposed time.Time
	planned  []duty.Planned
}

// standingPlans are the plans of each case that stood at the end of some month, the
// latest first.
type standingPlans map[ident.ID][]standingPlan

// planEnd is the instant that a plan of the month was proposed before. The days of
// proposals are instants; the month ends with its last day in Sweden, and an hour more or
// less moves no plan from one month to another that anybody would miss.
func planEnd(month period.Month) time.Time { return month.AddMonths(1).First().Time() }

// in is the activities in the month of the plan that stood at its end.
func (s standingPlans) in(of ident.ID, month period.Month) (all []duty.Planned) {
	end, days := planEnd(month), month.Span()
	for _, p := range s[of] {
		if !p.proposed.Before(end) {
			continue
		}
		for _, a := range p.planned {
			if a.Days.Overlaps(days) {
				all = append(all, a)
			}
		}
		break
	}
	return all
}

// standingPlans reads the plans that stood at the end of a month from the first to the
// last, of those in the programme at some time in them. A plan without an answer is no plan
// yet, and one that a later took the place of stood until then.
func (t *Tx) standingPlans(ctx context.Context, first, last period.Month) (standingPlans, error) {
	kinds, err := t.kindsOfPlaces(ctx)
	if err != nil {
		return nil, err
	}
	plans := standingPlans{}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var one standingPlan
		var content string
		if err := row.Scan(&of, intoTime(&one.proposed), &content); err != nil {
			return err
		}
		var err error
		one.planned, err = plannedIn([]byte(content), kinds)
		plans[of] = append(plans[of], one)
		return err
	}, `SELECT x.case_id, x.proposed_at, x.content FROM programme_case c
		JOIN plan x ON x.municipality = c.municipality AND x.case_id = c.id
		WHERE c.municipality = $1 AND c.programme_from <= $6 AND c.programme_to >= $7
		AND x.state IN ($2, $3) AND x.proposed_at < $5 AND x.number >= (
			SELECT coalesce(max(y.number), 0) FROM plan y WHERE y.municipality = x.municipality AND y.case_id = x.case_id
			AND y.state IN ($2, $3) AND y.proposed_at < $4)
		ORDER BY x.case_id, x.number DESC`,
		t.Municipality, string(plan.Agreed), string(plan.Superseded), instant(planEnd(first)), instant(planEnd(last)), last.Last(), first.First())
	return plans, err
}

// plannedIn is the activities of a plan as the requirement reads them. Those without days
// are not planned yet.
func plannedIn(plan []byte, kinds map[ident.ID]catalogue.Kind) (all []duty.Planned, err error) {
	var content struct {
		Activities []plannedActivity `json:"activities"`
	}
	if err := json.Unmarshal(plan, &content); err != nil {
		return nil, err
	}
	for _, a := range content.Activities {
		if a.From == nil || a.To == nil {
			continue
		}
		part := duty.OnOneSOwn(a.Track)
		if kind, has := kinds[a.Placement]; has {
			part = duty.InPlace(kind)
		}
		all = append(all, duty.Planned{Part: part, Hours: a.Hours, Days: period.Span{From: *a.From, To: *a.To}})
	}
	return all, nil
}

type plannedActivity struct {
	Track     plan.Track  `json:"track"`
	Placement ident.ID    `json:"placement"`
	Hours     int         `json:"hours"`
	From      *period.Day `json:"from"`
	To        *period.Day `json:"to"`
}

// kindsOfPlaces is the kind of the intervention of every placement. A kind is one row with
// all of its placements: thousands of rows of two words cost more than they say.
func (t *Tx) kindsOfPlaces(ctx context.Context) (map[ident.ID]catalogue.Kind, error) {
	kinds := map[ident.ID]catalogue.Kind{}
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var kind catalogue.Kind
		var places string
		err := row.Scan(&kind, &places)
		for id := range strings.SplitSeq(places, " ") {
			kinds[ident.ID(id)] = kind
		}
		return err
	}, `SELECT i.kind, string_agg(CAST(x.id AS text), ' ') FROM intervention i
		JOIN placement x ON x.municipality = i.municipality AND x.intervention_id = i.id
		WHERE i.municipality = $1 GROUP BY i.kind`, t.Municipality)
	return kinds, err
}
