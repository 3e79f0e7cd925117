package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
)

// Job is work that waits for its time. It is stored with the act that caused it.
type Job struct {
	ID       ident.ID
	Kind     string
	Subject  ident.ID // what it is about; its kind says what sort of thing
	DueAt    time.Time
	Attempts int
}

// mostAttempts is when a job that fails is left for a person to look at.
const mostAttempts = 20

func readJob(row scanner, j *Job) error {
	return row.Scan(&j.ID, &j.Kind, &j.Subject, intoTime(&j.DueAt), &j.Attempts)
}

// AddJob stores work for later.
func (t *Tx) AddJob(ctx context.Context, j Job) error {
	return t.run(ctx, `INSERT INTO job (municipality, id, kind, subject_id, due_at, attempts, failure) VALUES ($1, $2, $3, $4, $5, 0, '')`,
		t.Municipality, string(j.ID), j.Kind, string(j.Subject), at(j.DueAt))
}

// DueJobs is what has fallen due and is not done, at most limit, the oldest first.
func (t *Tx) DueJobs(ctx context.Context, now time.Time, limit int) ([]Job, error) {
	return many(ctx, t, readJob, `SELECT id, kind, subject_id, due_at, attempts FROM job
		WHERE municipality = $1 AND done_at IS NULL AND due_at <= $2 AND attempts < $3 ORDER BY due_at, id LIMIT $4`,
		t.Municipality, at(now), mostAttempts, limit)
}

// FinishJob marks a job done and tells whether it was waiting still, so that two who
// run jobs at once do each of them once.
func (t *Tx) FinishJob(ctx context.Context, id ident.ID, now time.Time) (waiting bool, err error) {
	n, err := t.exec(ctx, `UPDATE job SET done_at = $3, attempts = attempts + 1 WHERE municipality = $1 AND id = $2 AND done_at IS NULL`,
		t.Municipality, string(id), at(now))
	return n == 1, err
}

// FailJob counts an attempt that did not succeed and keeps why. It is tried again.
func (t *Tx) FailJob(ctx context.Context, id ident.ID, why string) error {
	return t.run(ctx, `UPDATE job SET attempts = attempts + 1, failure = $3 WHERE municipality = $1 AND id = $2 AND done_at IS NULL`,
		t.Municipality, string(id), why)
}

// DropJobs marks as done what waits of the kind for the subject, where something
// else has come in its place.
func (t *Tx) DropJobs(ctx context.Context, kind string, subject ident.ID, now time.Time) error {
	return t.run(ctx, `UPDATE job SET done_at = $4 WHERE municipality = $1 AND kind = $2 AND subject_id = $3 AND done_at IS NULL`,
		t.Municipality, kind, string(subject), at(now))
}

// JobWaits tells whether work of the kind waits for the subject already, and falls due
// at the instant or before.
func (t *Tx) JobWaits(ctx context.Context, kind string, subject ident.ID, due time.Time) (bool, error) {
	n, err := t.count(ctx, `SELECT count(*) FROM job
		WHERE municipality = $1 AND subject_id = $2 AND kind = $3 AND done_at IS NULL AND due_at <= $4`,
		t.Municipality, string(subject), kind, at(due))
	return n > 0, err
}
