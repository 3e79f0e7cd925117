package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
)

// The deeds of an obstacle_entry.
const (
	rowEntered   = "entered"
	obstacleBack = "taken_back"
)

// AddObstacle keeps that the main obstacle holds from a month on. The database refuses
// any change of it.
func (t *Tx) AddObstacle(ctx context.Context, of ident.ID, r casefile.ObstacleRow, by ident.ID) error {
	return t.addObstacle(ctx, of, r, rowEntered, r.EnteredAt, by)
}

// TakeBackObstacle keeps that the row was a mistake.
func (t *Tx) TakeBackObstacle(ctx context.Context, of ident.ID, r casefile.ObstacleRow, at time.Time, by ident.ID) error {
	return t.addObstacle(ctx, of, r, obstacleBack, at, by)
}

func (t *Tx) addObstacle(ctx context.Context, of ident.ID, r casefile.ObstacleRow, deed string, when time.Time, by ident.ID) error {
	return t.run(ctx, `INSERT INTO obstacle_entry (municipality, case_id, row_id, deed, at, obstacle, from_month, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, t.Municipality, string(of), string(r.ID), deed, at(when), string(r.Obstacle), r.From, string(by))
}

// Obstacles is everything that was said of the main obstacle of the case, the latest
// month first, with what has been taken back.
func (t *Tx) Obstacles(ctx context.Context, of ident.ID) ([]casefile.ObstacleRow, error) {
	all, err := t.obstacles(ctx, " AND e.case_id = $2", string(of))
	return all[of], err
}

// AllObstacles is that of every case.
func (t *Tx) AllObstacles(ctx context.Context) (map[ident.ID][]casefile.ObstacleRow, error) {
	return t.obstacles(ctx, "")
}

func (t *Tx) obstacles(ctx context.Context, of string, args ...any) (map[ident.ID][]casefile.ObstacleRow, error) {
	type row struct {
		of ident.ID
		casefile.ObstacleRow
	}
	rows, err := many(ctx, t, func(scan scanner, r *row) error {
		return scan.Scan(&r.of, &r.ID, &r.Obstacle, &r.From, intoTime(&r.EnteredAt), &r.EnteredBy, intoTimeOrNil(&r.BackAt), &r.BackBy)
	}, `SELECT e.case_id, e.row_id, e.obstacle, e.from_month, e.at, coalesce(a.name, ''), b.at, coalesce(ba.name, '')
		FROM obstacle_entry e
		LEFT JOIN account a ON a.municipality = e.municipality AND a.id = e.entered_by
		LEFT JOIN obstacle_entry b ON b.municipality = e.municipality AND b.case_id = e.case_id AND b.row_id = e.row_id AND b.deed = 'taken_back'
		LEFT JOIN account ba ON ba.municipality = b.municipality AND ba.id = b.entered_by
		WHERE e.municipality = $1 AND e.deed = 'entered'`+of, append([]any{t.Municipality}, args...)...)
	all := map[ident.ID][]casefile.ObstacleRow{}
	for _, r := range rows {
		all[r.of] = append(all[r.of], r.ObstacleRow)
	}
	for _, rows := range all {
		slices.SortFunc(rows, func(a, b casefile.ObstacleRow) int {
			return cmp.Or(cmp.Compare(b.From, a.From), b.EnteredAt.Compare(a.EnteredAt), strings.Compare(string(b.ID), string(a.ID)))
		})
	}
	return all, err
}
