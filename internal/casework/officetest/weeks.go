package officetest

import (
	"context"
	"errors"
	"fmt"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
)

// Placed gives the case a placement at the provider, begun today.
func (town *Town) Placed(id, provider ident.ID, hours int) ident.ID {
	town.t.Helper()
	return town.PlacedOn(id, provider, hours, town.Today())
}

// PlacedOn is Placed, begun on the day. It is put in place directly: nobody begins on
// a day that has passed, and a test of days that have passed needs such a one.
func (town *Town) PlacedOn(id, provider ident.ID, hours int, from period.Day) ident.ID {
	town.t.Helper()
	now, to := town.Clock.Now(), from.AddDays(181)
	intervention, at := town.kitchenAt(provider, 1, hours), town.IDs.New(now)
	town.write(func(ctx context.Context, tx *store.Tx) error {
		if taken, err := tx.Hold(ctx, intervention, hours, catalogue.WeeksOf(from, to)); err != nil || !taken {
			return errors.Join(err, fmt.Errorf("taken: %t", taken))
		}
		return tx.AddPlacement(ctx, placement.Placement{
			ID: at, Case: id, Intervention: intervention, State: placement.Started, Track: plan.Work, Hours: hours,
			From: &from, To: &to, ReferredBy: town.CaseManager.Account, ReferredAt: now,
			ProviderSaid: placement.Yes, ParticipantSaid: placement.Yes, StartedOn: &from,
		})
	})
	return at
}

// Reports reports the days of the week as the participant, Monday first. An empty
// status says nothing.
func (town *Town) Reports(id, at ident.ID, week period.Week, statuses ...attendance.Status) {
	town.t.Helper()
	town.must(town.ReportAttendance(context.Background(), town.ParticipantOf(id), casework.AttendanceReport{
		Week: week, Words: words(at, week, statuses),
	}))
}

// Confirms confirms the days of the week as the supervisor, Monday first.
func (town *Town) Confirms(at ident.ID, week period.Week, statuses ...attendance.Status) {
	town.t.Helper()
	town.must(town.ConfirmAttendance(context.Background(), town.Supervisor, casework.Confirmation{
		Week: week, Words: words(at, week, statuses),
	}))
}

func words(at ident.ID, week period.Week, statuses []attendance.Status) []casework.DayWord {
	var said []casework.DayWord
	for i, s := range statuses {
		if s != "" {
			said = append(said, casework.DayWord{Placement: at, Day: week.Monday().AddDays(i), Status: s})
		}
	}
	return said
}

// WholeWeek is somebody who came every day.
var WholeWeek = []attendance.Status{
	attendance.Attended, attendance.Attended, attendance.Attended, attendance.Attended, attendance.Attended,
}

// Due is a case with a whole week reported and confirmed that is now over: the clock
// stands on the Monday after it.
func (town *Town) Due() (id, at ident.ID, week period.Week) {
	town.t.Helper()
	id, at = town.Started()
	week = town.Today().Week()
	town.Days(7)
	town.Reports(id, at, week, WholeWeek...)
	town.Confirms(at, week, WholeWeek...)
	return id, at, week
}

// Proposed is the payment run of the week, proposed by the payment officer.
func (town *Town) Proposed(week period.Week) ident.ID {
	town.t.Helper()
	run, err := town.ProposePayments(context.Background(), town.PaymentOfficer, casework.Proposal{Week: week})
	town.must(err)
	return run
}

// Protect hides the person of the case: their registration is protected from now on.
func (town *Town) Protect(id ident.ID) {
	town.t.Helper()
	of := town.Case(id).Person
	town.write(func(ctx context.Context, tx *store.Tx) error {
		p, err := tx.Person(ctx, of)
		if err != nil {
			return err
		}
		p.Protection = person.ProtectedRegistration
		return tx.SavePerson(ctx, p)
	})
}

// WriteDays puts the records of a case in place, all three words of each as they are
// given, whoever might have said them.
func (town *Town) WriteDays(id ident.ID, records []attendance.DayRecord) {
	town.t.Helper()
	town.minute()
	town.write(func(ctx context.Context, tx *store.Tx) error {
		for _, r := range records {
			for word, status := range map[store.Word]attendance.Status{
				store.Reported: r.Reported, store.Confirmed: r.Confirmed, store.Settled: r.Settled,
			} {
				at := casework.Attending{Placement: r.Placement, Case: id}
				if err := tx.WriteDay(ctx, word, at, r.Day, status, town.CaseManager.Account, town.Clock.Now()); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
