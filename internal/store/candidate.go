package store

import (
	"context"

	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/plan"
)

// candidates is those who are read, and which of them a row is about.
type candidates struct {
	today period.Day
	all   []matching.Candidate
	at    map[ident.ID]int
	busy  map[ident.ID]period.Day // the last day of any activity, or the first day it could have been
	where string                  // which cases
	args  []any
}

func (c *candidates) of(id ident.ID) *matching.Candidate { return &c.all[c.at[id]] }

// Candidates is everybody in the programme as matching sees them on the day, by the
// number of their case; of only, that one alone. It is what is known of them and nobody's
// name: who may see whom is asked where they are shown.
func (t *Tx) Candidates(ctx context.Context, today period.Day, only ident.ID) ([]matching.Candidate, error) {
	c := &candidates{today: today, at: map[ident.ID]int{}, busy: map[ident.ID]period.Day{},
		where: "WHERE c.municipality = $1 AND c.state = $2", args: []any{t.Municipality, string(casefile.Active)}}
	if !only.IsZero() {
		c.where, c.args = "WHERE c.municipality = $1 AND c.id = $2", []any{t.Municipality, string(only)}
	}
	for _, read := range []func(context.Context, *candidates) error{t.abilities, t.placed, t.tracks, t.assessed, t.passed} {
		if err := read(ctx, c); err != nil {
			return nil, err
		}
	}
	for i := range c.all {
		c.all[i].IdleFor = max(0, int(today-c.busy[c.all[i].Case])/7)
	}
	return c.all, nil
}

// abilities reads who they are and what they could fill.
func (t *Tx) abilities(ctx context.Context, c *candidates) (err error) {
	c.all, err = many(ctx, t, func(row scanner, x *matching.Candidate) error {
		var birth, opened period.Day
		var begins *period.Day
		var protection person.Protection
		var step, ability, planned int
		err := row.Scan(&x.Case, &birth, &protection, &x.Facts.Locality, &step, &ability, &planned, &x.Wish, &opened, intoDayOrNil(&begins))
		age := birth.YearsUntil(c.today)
		x.Facts.Age, x.Facts.Groups = &age, map[catalogue.Group]bool{}
		if protection.Hides() { // where somebody with protected identity lives is said nowhere
			x.Facts.Locality = ""
		}
		if step > 0 {
			x.Facts.Step = &step
		}
		if ability >= 0 {
			x.Facts.Ability, x.Hours = &ability, max(0, ability-planned)
		}
		c.busy[x.Case] = opened
		if begins != nil {
			c.busy[x.Case] = min(*begins, c.today)
		}
		return err
	}, `SELECT c.id, p.birth, p.protection, p.locality, c.ladder_step, c.ability_hours, c.planned_hours, c.goal, c.opened_on, c.programme_from`+
		casesWithPerson+c.where+` ORDER BY c.number`, c.args...)
	for i := range c.all {
		c.at[c.all[i].Case] = i
	}
	return err
}

// placed reads when each last had an activity, and what they are in. Hours that somebody
// holds are not free though no plan has them yet.
func (t *Tx) placed(ctx context.Context, c *candidates) error {
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var last period.Day
		err := row.Scan(&of, &last)
		c.busy[of] = max(c.busy[of], min(last, c.today))
		return err
	}, `SELECT c.id, max(coalesce(x.ended_on, x.to_day)) FROM programme_case c
		JOIN placement x ON x.municipality = c.municipality AND x.case_id = c.id `+
		c.where+` AND x.started_on IS NOT NULL GROUP BY c.id`, c.args...)
	if err != nil {
		return err
	}
	held := map[ident.ID]int{}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of, in ident.ID
		var kind catalogue.Kind
		var hours int
		if err := row.Scan(&of, &in, &kind, &hours); err != nil {
			return err
		}
		x := c.of(of)
		x.Parallel++
		x.Facts.With = append(x.Facts.With, in)
		x.Running = append(x.Running, matching.TrackOf(kind))
		held[of] += hours
		if x.Facts.Ability != nil {
			x.Hours = min(x.Hours, max(0, *x.Facts.Ability-held[of]))
		}
		return nil
	}, `SELECT x.case_id, x.intervention_id, i.kind, x.hours FROM programme_case c
		JOIN placement x ON x.municipality = c.municipality AND x.case_id = c.id
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id `+
		c.where+` AND x.state IN ('offered', 'accepted', 'started') ORDER BY x.case_id, x.id`, c.args...)
	return err
}

// tracks reads on which tracks the agreed plan has something today, with or without a
// place in the catalogue.
func (t *Tx) tracks(ctx context.Context, c *candidates) error {
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var agreed plan.Plan
		if err := row.Scan(&of, asJSON{&agreed}); err != nil {
			return err
		}
		x := c.of(of)
		for track := range agreed.HoursByTrack(c.today) {
			x.Running = append(x.Running, track)
		}
		return nil
	}, `SELECT c.id, x.content FROM programme_case c JOIN plan x ON x.municipality = c.municipality AND x.case_id = c.id `+
		c.where+` AND x.state = '`+string(plan.Agreed)+`'`, c.args...)
	return err
}

// passed reads what has been chosen away for them.
func (t *Tx) passed(ctx context.Context, c *candidates) error {
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of, in ident.ID
		err := row.Scan(&of, &in)
		if err == nil {
			c.of(of).Passed = append(c.of(of).Passed, in)
		}
		return err
	}, `SELECT c.id, x.intervention_id FROM programme_case c JOIN passed_over x ON x.municipality = c.municipality AND x.case_id = c.id `+
		c.where+` AND x.taken_back_at IS NULL ORDER BY x.id`, c.args...)
	return err
}
