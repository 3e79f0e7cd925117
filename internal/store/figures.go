package store

import (
	"context"
	"encoding/json"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/steering"
)

// tally counts persons by code and gender. The query gives code, gender and number.
func (t *Tx) tally(ctx context.Context, query string, args ...any) ([]steering.Count, error) {
	type row struct {
		code   string
		gender person.Gender
		n      int
	}
	rows, err := many(ctx, t, func(r scanner, one *row) error { return r.Scan(&one.code, &one.gender, &one.n) }, query, args...)
	if err != nil {
		return nil, err
	}
	var counts []steering.Count
	at := map[string]int{}
	for _, r := range rows {
		i, known := at[r.code]
		if !known {
			i = len(counts)
			at[r.code] = i
			counts = append(counts, steering.Count{Code: r.code})
		}
		counts[i] = steering.Sum([]steering.Count{counts[i], One(r.gender, r.n)})
		counts[i].Code = r.code
	}
	return counts, nil
}

// One is so many of the gender, as a count without a code.
func One(g person.Gender, n int) steering.Count {
	switch g {
	case person.Woman:
		return steering.Count{Women: n}
	case person.Man:
		return steering.Count{Men: n}
	}
	return steering.Count{Unstated: n}
}

// casesWithPerson is how every figure about cases begins.
const casesWithPerson = ` FROM programme_case c JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id `

// CountStates is how many cases stand in each state.
func (t *Tx) CountStates(ctx context.Context) ([]steering.Count, error) {
	return t.tally(ctx, `SELECT c.state, p.gender, count(*)`+casesWithPerson+`WHERE c.municipality = $1 GROUP BY c.state, p.gender`, t.Municipality)
}

// Load is a case manager and how many cases of those that take room they have.
type Load struct {
	Account ident.ID
	Name    string
	Cases   int
}

// Loads is every active case manager, by name.
func (t *Tx) Loads(ctx context.Context) ([]Load, error) {
	args := []any{t.Municipality, string(access.CaseManager), true}
	places, args := placeholders(args, countingStates())
	return many(ctx, t, func(row scanner, l *Load) error { return row.Scan(&l.Account, &l.Name, &l.Cases) }, `
		SELECT a.id, a.name, (SELECT count(*) FROM programme_case c WHERE c.municipality = a.municipality
			AND c.manager_id = a.id AND c.state IN (`+places+`))
		FROM account a JOIN account_role r ON r.municipality = a.municipality AND r.account_id = a.id
		WHERE a.municipality = $1 AND r.role = $2 AND a.active = $3 ORDER BY a.name, a.id`, args...)
}

// Times are what the clocks of one case are read from. What has not happened is nil.
type Times struct {
	Gender        person.Gender
	OpenedAt      time.Time
	OpenedOn      period.Day
	FirstMeeting  *time.Time // the assessment is begun together
	FirstActivity *period.Day
	Start         *period.Day // of the granted time
	FirstPlan     *time.Time  // proposed to the participant
	Waiting       bool        // the case is still on its way to the programme, or in it
}

// CaseTimes is the times of every case opened since the day.
func (t *Tx) CaseTimes(ctx context.Context, since period.Day) ([]Times, error) {
	return many(ctx, t, func(row scanner, x *Times) error {
		var state casefile.State
		err := row.Scan(&x.Gender, &state, intoTime(&x.OpenedAt), &x.OpenedOn, intoDayOrNil(&x.Start), intoTimeOrNil(&x.FirstMeeting),
			intoDayOrNil(&x.FirstActivity), intoTimeOrNil(&x.FirstPlan))
		x.Waiting = state.IsOpen() && state != casefile.Exited && state != casefile.FollowUp
		return err
	}, `SELECT p.gender, c.state, c.opened_at, c.opened_on, c.programme_from,
		(SELECT min(x.started_at) FROM assessment x WHERE x.municipality = c.municipality AND x.case_id = c.id),
		(SELECT min(x.started_on) FROM placement x WHERE x.municipality = c.municipality AND x.case_id = c.id),
		(SELECT min(x.proposed_at) FROM plan x WHERE x.municipality = c.municipality AND x.case_id = c.id)`+
		casesWithPerson+`WHERE c.municipality = $1 AND c.opened_on >= $2`, t.Municipality, since)
}

// Coverage is planned hours against ability, in hours a week, of the active cases
// with the ability.
type Coverage struct {
	Ability int // hours a week of each
	Persons steering.Count
	Full    steering.Count // whose plan fills the ability
	Planned int            // hours a week of all together
}

// Coverages is the coverage of each ability, the lowest first.
func (t *Tx) Coverages(ctx context.Context) ([]Coverage, error) {
	type row struct {
		ability, n, full, planned int
		gender                    person.Gender
	}
	rows, err := many(ctx, t, func(r scanner, one *row) error {
		return r.Scan(&one.ability, &one.gender, &one.n, &one.full, &one.planned)
	}, `SELECT c.ability_hours, p.gender, count(*),
		CAST(sum(CASE WHEN c.planned_hours >= c.ability_hours THEN 1 ELSE 0 END) AS bigint), CAST(sum(c.planned_hours) AS bigint)`+
		casesWithPerson+`WHERE c.municipality = $1 AND c.state = $2 AND c.ability_hours >= 0
		GROUP BY c.ability_hours, p.gender ORDER BY c.ability_hours`, t.Municipality, string(casefile.Active))
	if err != nil {
		return nil, err
	}
	var all []Coverage
	for _, r := range rows {
		if n := len(all); n == 0 || all[n-1].Ability != r.ability {
			all = append(all, Coverage{Ability: r.ability})
		}
		c := &all[len(all)-1]
		c.Persons = steering.Sum([]steering.Count{c.Persons, One(r.gender, r.n)})
		c.Full = steering.Sum([]steering.Count{c.Full, One(r.gender, r.full)})
		c.Planned += r.planned
	}
	return all, nil
}

// Way is how many cases began on one step of the ladder and stand on another, or
// stood there when they left.
type Way struct {
	From, To int
	Persons  steering.Count
}

// Ways is every way on the ladder that somebody has gone.
func (t *Tx) Ways(ctx context.Context) ([]Way, error) {
	type row struct {
		from, to, n int
		gender      person.Gender
	}
	rows, err := many(ctx, t, func(r scanner, one *row) error { return r.Scan(&one.from, &one.to, &one.gender, &one.n) },
		`SELECT m.to_step, c.ladder_step, p.gender, count(*)`+casesWithPerson+`
		JOIN step_move m ON m.municipality = c.municipality AND m.case_id = c.id AND m.from_step = 0
		WHERE c.municipality = $1 AND c.ladder_step > 0 GROUP BY m.to_step, c.ladder_step, p.gender
		ORDER BY m.to_step, c.ladder_step`, t.Municipality)
	if err != nil {
		return nil, err
	}
	var all []Way
	for _, r := range rows {
		if n := len(all); n == 0 || all[n-1].From != r.from || all[n-1].To != r.to {
			all = append(all, Way{From: r.from, To: r.to})
		}
		w := &all[len(all)-1]
		w.Persons = steering.Sum([]steering.Count{w.Persons, One(r.gender, r.n)})
	}
	return all, nil
}

// Room is the places of a category in hours a week, and what waits for them.
type Room struct {
	Category catalogue.Category
	Places   int
	Hours    int // hours a week of all places
	Held     int
	Queued   int // hours a week that somebody stands in a queue for
	Waiting  int // persons in a queue
}

// Free is the hours a week that nobody holds.
func (r Room) Free() int { return max(0, r.Hours-r.Held) }

// Rooms is the room of each category that has interventions, in the week.
func (t *Tx) Rooms(ctx context.Context, week period.Week) ([]Room, error) {
	return many(ctx, t, func(row scanner, r *Room) error {
		return row.Scan(&r.Category, &r.Places, &r.Hours, &r.Held, &r.Queued, &r.Waiting)
	}, `SELECT i.category, CAST(sum(i.places) AS bigint), CAST(sum(i.places * i.hours_per_place) AS bigint), CAST(coalesce(sum(w.held), 0) AS bigint),
		CAST(coalesce(sum(q.hours), 0) AS bigint), CAST(coalesce(sum(q.persons), 0) AS bigint)
		FROM intervention i
		LEFT JOIN (SELECT municipality, intervention_id, sum(hours) AS hours, count(*) AS persons FROM placement
			WHERE municipality = $1 AND state = $2 GROUP BY municipality, intervention_id) q
			ON q.municipality = i.municipality AND q.intervention_id = i.id
		LEFT JOIN capacity_week w ON w.municipality = i.municipality AND w.intervention_id = i.id AND w.week_from = $4
		WHERE i.municipality = $1 AND i.active = $3 GROUP BY i.category`, t.Municipality, string(placement.Queued), true, week.Monday())
}

// CountExits is how many have left the programme since the day, by where they went.
func (t *Tx) CountExits(ctx context.Context, since period.Day) ([]steering.Count, error) {
	return t.tally(ctx, `SELECT x.kind, p.gender, count(*)`+casesWithPerson+`
		JOIN case_exit x ON x.municipality = c.municipality AND x.case_id = c.id
		WHERE c.municipality = $1 AND x.day >= $2 GROUP BY x.kind, p.gender`, t.Municipality, since)
}

// CountOutcomes is how it has gone so many months after the exit, of all whose time
// has come. The code "" is those nobody has asked.
func (t *Tx) CountOutcomes(ctx context.Context, months int, today period.Day) ([]steering.Count, error) {
	return t.tally(ctx, `SELECT x.standing, p.gender, count(*)`+casesWithPerson+`
		JOIN outcome x ON x.municipality = c.municipality AND x.case_id = c.id
		WHERE c.municipality = $1 AND x.months_after = $2 AND x.due_on <= $3 GROUP BY x.standing, p.gender`, t.Municipality, months, today)
}

// Profiled is the profile of one person's newest finished assessment, and nothing
// that says whose it is.
type Profiled struct {
	Gender  person.Gender
	Profile assessment.Profile
}

// Profiles is the profile of everybody who has been assessed with the instrument:
// the professional's, as the mapping of 004 s. 6 was made, or the participant's own
// where no professional has finished theirs.
func (t *Tx) Profiles(ctx context.Context, instrument string) ([]Profiled, error) {
	type row struct {
		person  ident.ID
		gender  person.Gender
		at      time.Time
		profile string
	}
	rows, err := many(ctx, t, func(r scanner, one *row) error {
		return r.Scan(&one.person, &one.gender, intoTime(&one.at), &one.profile)
	}, `SELECT p.id, p.gender, x.completed_at, x.profile`+casesWithPerson+`
		JOIN assessment x ON x.municipality = c.municipality AND x.case_id = c.id
		WHERE c.municipality = $1 AND x.instrument = $2 AND x.completed_at IS NOT NULL AND (x.rater = $3 OR NOT EXISTS (
			SELECT 1 FROM assessment y WHERE y.municipality = c.municipality AND y.case_id = c.id AND y.instrument = $2
			AND y.rater = $3 AND y.completed_at IS NOT NULL))`, t.Municipality, instrument, string(assessment.Professional))
	if err != nil {
		return nil, err
	}
	newest := map[ident.ID]int{}
	for i, r := range rows {
		if j, known := newest[r.person]; !known || rows[j].at.Before(r.at) {
			newest[r.person] = i
		}
	}
	all := make([]Profiled, 0, len(newest))
	for _, i := range newest {
		one := Profiled{Gender: rows[i].gender}
		if err := json.Unmarshal([]byte(rows[i].profile), &one.Profile); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}
