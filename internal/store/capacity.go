package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Ledger is the hours of the intervention from the week on.
func (t *Tx) Ledger(ctx context.Context, id ident.ID, from period.Week) (catalogue.Ledger, error) {
	ledgers, err := t.ledgers(ctx, from, id)
	if err != nil {
		return catalogue.Ledger{}, err
	}
	return ledgers[id], nil
}

// Ledgers is the hours of every intervention of the municipality from the week on.
func (t *Tx) Ledgers(ctx context.Context, from period.Week) (map[ident.ID]catalogue.Ledger, error) {
	return t.ledgers(ctx, from, "")
}

// ledgers reads three lists by week or day, and puts them together. Of the one
// intervention, or of all where it is "".
func (t *Tx) ledgers(ctx context.Context, from period.Week, id ident.ID) (map[ident.ID]catalogue.Ledger, error) {
	type row struct {
		of       ident.ID
		day, to  period.Day
		n, hours int
		reason   string
	}
	of, args, dated := "", []any{t.Municipality}, "$2"
	if id != "" {
		of, args, dated = ` AND intervention_id = $2`, append(args, string(id)), "$3"
	}
	all := map[ident.ID]catalogue.Ledger{}
	weeks, err := many(ctx, t, func(s scanner, r *row) error { return s.Scan(&r.of, &r.day, &r.hours) },
		`SELECT intervention_id, week_from, held FROM capacity_week
		WHERE municipality = $1`+of+` AND week_from >= `+dated+` AND held > 0`, append(args, from.Monday())...)
	if err != nil {
		return nil, err
	}
	for _, r := range weeks {
		l := all[r.of]
		if l.Held == nil {
			l.Held = map[period.Week]int{}
		}
		l.Held[r.day.Week()] = r.hours
		all[r.of] = l
	}
	// A room holds until the next, so that those before the week are read too. Where two
	// begin in one week the one entered last is read last, and holds.
	rooms, err := many(ctx, t, func(s scanner, r *row) error { return s.Scan(&r.of, &r.day, &r.n, &r.hours) },
		`SELECT intervention_id, week_from, places, hours_per_place FROM room_change
		WHERE municipality = $1`+of+` AND withdrawn_at IS NULL
		ORDER BY week_from, CASE WHEN entered_at IS NULL THEN 0 ELSE 1 END, entered_at, id`, args...)
	if err != nil {
		return nil, err
	}
	for _, r := range rooms {
		l := all[r.of]
		room := catalogue.Room{From: r.day.Week(), Places: r.n, HoursPerPlace: r.hours}
		if last := len(l.Rooms) - 1; last >= 0 && l.Rooms[last].From == room.From {
			l.Rooms[last] = room
		} else {
			l.Rooms = append(l.Rooms, room)
		}
		all[r.of] = l
	}
	closed, err := many(ctx, t, func(s scanner, r *row) error { return s.Scan(&r.of, &r.day, &r.to, &r.reason) },
		`SELECT intervention_id, from_day, to_day, reason FROM closed_period
		WHERE municipality = $1`+of+` AND withdrawn_at IS NULL AND to_day >= `+dated+` ORDER BY from_day, id`, append(args, from.Monday())...)
	if err != nil {
		return nil, err
	}
	for _, r := range closed {
		l := all[r.of]
		l.Closed = append(l.Closed, catalogue.Closing{From: r.day, To: r.to, Reason: r.reason})
		all[r.of] = l
	}
	return all, nil
}

// Hold takes hours of the intervention in every one of the weeks, if they are free in
// all of them: one conditional statement, so that no two can have the last ones. Taken
// tells whether it went; where it did not, nothing is held.
func (t *Tx) Hold(ctx context.Context, id ident.ID, hours int, weeks catalogue.Weeks) (taken bool, err error) {
	if err := t.openWeeks(ctx, id, weeks); err != nil {
		return false, err
	}
	n, err := t.exec(ctx, `UPDATE capacity_week SET held = held + $5
		WHERE municipality = $1 AND intervention_id = $2 AND week_from BETWEEN $3 AND $4 AND NOT EXISTS (
			SELECT 1 FROM capacity_week f WHERE f.municipality = $1 AND f.intervention_id = $2
				AND f.week_from BETWEEN $3 AND $4 AND f.held + $5 > f.capacity)`,
		t.Municipality, string(id), weeks.From.Monday(), weeks.To.Monday(), hours)
	if err != nil || n == 0 {
		return false, err
	}
	return t.all(n, weeks)
}

// Release gives hours back in every one of the weeks.
func (t *Tx) Release(ctx context.Context, id ident.ID, hours int, weeks catalogue.Weeks) error {
	n, err := t.exec(ctx, `UPDATE capacity_week SET held = held - $5
		WHERE municipality = $1 AND intervention_id = $2 AND week_from BETWEEN $3 AND $4`,
		t.Municipality, string(id), weeks.From.Monday(), weeks.To.Monday(), hours)
	if err != nil {
		return err
	}
	_, err = t.all(n, weeks)
	return err
}

// all is true where every week was touched. Else the error undoes the transaction.
func (t *Tx) all(n int64, weeks catalogue.Weeks) (bool, error) {
	if int(n) != weeks.Len() {
		return false, fmt.Errorf("%d of %d weeks of the capacity are there", n, weeks.Len())
	}
	return true, nil
}

// openWeeks makes the rows of the weeks that have none, with the room that is planned.
func (t *Tx) openWeeks(ctx context.Context, id ident.ID, weeks catalogue.Weeks) error {
	there, err := t.count(ctx, `SELECT count(*) FROM capacity_week
		WHERE municipality = $1 AND intervention_id = $2 AND week_from BETWEEN $3 AND $4`,
		t.Municipality, string(id), weeks.From.Monday(), weeks.To.Monday())
	if err != nil || there == weeks.Len() {
		return err
	}
	l, err := t.Ledger(ctx, id, weeks.From)
	if err != nil {
		return err
	}
	var rows []string
	args := []any{t.Municipality, string(id)}
	for w := weeks.From; w <= weeks.To; w++ {
		args = append(args, w.Monday(), l.Capacity(w))
		rows = append(rows, "($1, $2, $"+strconv.Itoa(len(args)-1)+", $"+strconv.Itoa(len(args))+", 0)")
	}
	return t.run(ctx, `INSERT INTO capacity_week (municipality, intervention_id, week_from, capacity, held)
		VALUES `+strings.Join(rows, ", ")+` ON CONFLICT DO NOTHING`, args...)
}

// refit brings the weeks from the first on to the room that is planned. Done is false
// where more is held of a week than it would have: the transaction is to be undone.
func (t *Tx) refit(ctx context.Context, id ident.ID, from period.Week) (done bool, err error) {
	l, err := t.Ledger(ctx, id, from)
	if err != nil {
		return false, err
	}
	for n, room := range l.Rooms {
		until := period.MustDay("9999-12-31")
		if n+1 < len(l.Rooms) {
			until = l.Rooms[n+1].From.Monday() - 1
		}
		first := max(room.From, from).Monday()
		if first > until {
			continue
		}
		over, err := t.count(ctx, `SELECT count(*) FROM capacity_week
			WHERE municipality = $1 AND intervention_id = $2 AND week_from BETWEEN $3 AND $4 AND held > $5`,
			t.Municipality, string(id), first, until, room.Hours())
		if err != nil || over > 0 {
			return false, err
		}
		err = t.run(ctx, `UPDATE capacity_week SET capacity = $5
			WHERE municipality = $1 AND intervention_id = $2 AND week_from BETWEEN $3 AND $4 AND capacity <> $5`,
			t.Municipality, string(id), first, until, room.Hours())
		if err != nil {
			return false, err
		}
	}
	return true, nil
}
