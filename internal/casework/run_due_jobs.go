package casework

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
)

// The kinds of work that wait for their time, each with what its subject is.
const (
	OfferLapses    = "offer_lapses"    // a placement: nobody has answered in time
	QueueMoves     = "queue_moves"     // a placement: its last day has passed and it waited still
	WeekTurns      = "week_turns"      // an intervention: a new week may bring hours, or another room
	CaseStarts     = "case_starts"     // a case: the programme's first day has come
	PlanTurns      = "plan_turns"      // a case: an activity of the plan begins or has ended
	HouseholdTurns = "household_turns" // a case: a new month has begun
	jobsAtOnce     = 100               // so many are looked up before they are run
	unattendedBy   = "Fotfäste"        // who it was, in journeys and journal
)

// duties are what to do when a job of the kind falls due. It looks at how things
// stand, since what was to happen may have happened another way.
var duties = map[string]func(*desk, context.Context, ident.ID) error{
	OfferLapses:    (*desk).offerLapses,
	QueueMoves:     (*desk).queueMoves,
	WeekTurns:      (*desk).weekTurns,
	CaseStarts:     (*desk).caseStarts,
	PlanTurns:      (*desk).planTurns,
	HouseholdTurns: (*desk).householdTurns,
}

// RunDueJobs does what has fallen due in the municipality: each job once, in a
// transaction of its own, also when several run them at once or it is called again.
// A job that fails is kept with why and tried at the next call; the others are done.
func (o *Office) RunDueJobs(ctx context.Context, now time.Time, municipality string) (done int, err error) {
	var failures error
	for {
		var due []store.Job
		err := o.DB.Read(ctx, municipality, func(tx *store.Tx) (err error) {
			due, err = tx.DueJobs(ctx, now, jobsAtOnce)
			return err
		})
		if err != nil {
			return done, errors.Join(failures, err)
		}
		failed := 0
		for _, job := range due {
			ran, err := o.runJob(ctx, now, municipality, job)
			if err != nil {
				failed++
				failures = errors.Join(failures, fmt.Errorf("job %s %s: %w", job.Kind, job.ID, err))
				if err := o.keepFailure(ctx, municipality, job, err); err != nil {
					return done, errors.Join(failures, err)
				}
			} else if ran {
				done++
			}
		}
		if failed > 0 || len(due) < jobsAtOnce {
			return done, failures
		}
	}
}

func (o *Office) runJob(ctx context.Context, now time.Time, municipality string, job store.Job) (ran bool, err error) {
	err = o.DB.Write(ctx, municipality, func(tx *store.Tx) error {
		now, err := inOrder(ctx, tx, now)
		if err != nil {
			return err
		}
		waiting, err := tx.FinishJob(ctx, job.ID, now)
		if err != nil || !waiting {
			return err
		}
		duty, known := duties[job.Kind]
		if !known {
			return fmt.Errorf("nobody knows how to do it")
		}
		d := &desk{Tx: tx, Office: o, Now: now, Today: clock.DayOf(now), Ground: access.TimeCame,
			Actor: access.Actor{Municipality: municipality, Name: unattendedBy}}
		ran = true
		return duty(d, ctx, job.Subject)
	})
	return ran && err == nil, err
}

// keepFailure counts the attempt. The reason kept is a code where there is one: an
// error's own words may hold what belongs in no table.
func (o *Office) keepFailure(ctx context.Context, municipality string, job store.Job, failure error) error {
	return o.DB.Write(ctx, municipality, func(tx *store.Tx) error {
		return tx.FailJob(ctx, job.ID, string(fault.CodeOf(failure)))
	})
}

// later stores work that waits until the instant.
func (d *desk) later(ctx context.Context, kind string, subject ident.ID, due time.Time) error {
	return d.AddJob(ctx, store.Job{ID: d.newID(), Kind: kind, Subject: subject, DueAt: due})
}

// unattended journals what the house itself did with a case, apart from the entry
// of whoever set it off.
func (d *desk) unattended(ctx context.Context, act access.Act, with casefile.Case, detail map[string]any) error {
	if moves := d.takeMoves(); len(moves) > 0 {
		detail["ledger"] = moves
	}
	text, err := detailText(detail)
	if err != nil {
		return err
	}
	return d.Journal(ctx, journal.Entry{
		At: d.Now, Kind: journal.Act, Act: act.Name, Ground: access.TimeCame, AccountName: unattendedBy,
		Case: string(with.ID), Person: string(with.Person), Detail: text,
	})
}
