package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/duty"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
	"fotfaste/internal/recovery"
)

// MyWay is the participant's own first page: what to do next, and how it stands.
// Without a case everything but Today is empty.
type MyWay struct {
	Header
	Today      period.Day
	HasCase    bool
	Letters    []LetterLine   // that the participant has not got yet, newest first
	Offers     []PlacementRow // to answer, the one that runs out first first
	Places     []PlacementRow // asked for, queued, accepted and started
	ToAnswer   *PlanVersion   // the plan that waits for an answer
	Plan       *PlanVersion   // the one that holds
	ToReport   *period.Week   // the oldest week, this one or the one before, with days to report
	Days       int            // to report in it
	Assess     *Round         // an assessment with questions left to answer
	Paid       *CompensationWeek
	Stopped    int                // payments that wait for an account to be paid to
	StoppedSum money.Kronor       // of those
	Overpaid   []Recovery         // that are not closed, newest first
	Cuts       []duty.Consequence // reduced or denied assistance of this month and later, and of the two before
	Around     []Near
	Read       []Reading // what others have done and read, newest first
}

// newestReadings is how many readings the first page tells of.
const newestReadings = 3

// SeeMyWay reads it: the newest case of the participant's own.
func (o *Office) SeeMyWay(ctx context.Context, actor access.Actor) (MyWay, error) {
	var v MyWay
	id, err := o.MyCase(ctx, actor)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return v, nil
	case err != nil:
		return v, err
	}
	err = o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		v.HasCase, v.Today = true, d.Today
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		for _, read := range []func(context.Context, *MyWay) error{
			d.myNewLetters, d.myPlaces, d.myPlan, d.myDays, d.myAssessment, d.myMoney, d.myCuts, d.myReaders,
		} {
			if err := read(ctx, &v); err != nil {
				return err
			}
		}
		v.Around, err = d.around(ctx)
		return err
	})
	return v, err
}

// myNewLetters are those that the participant has not got yet.
func (d *desk) myNewLetters(ctx context.Context, v *MyWay) error {
	lines, err := d.letterLines(ctx)
	v.Letters = slices.DeleteFunc(lines, func(l LetterLine) bool { return l.InformedOn != nil })
	return err
}

// myPlaces is the offers that wait for the participant's answer, and where they are
// or are waiting to be.
func (d *desk) myPlaces(ctx context.Context, v *MyWay) error {
	rows, err := d.PlacementsOf(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	for _, row := range rows {
		switch {
		case row.State == placement.Offered && row.ParticipantSaid == "" && (row.OfferUntil == nil || *row.OfferUntil >= d.Today):
			v.Offers = append(v.Offers, row)
		case !row.State.IsOver() && row.State != placement.Proposed:
			v.Places = append(v.Places, row)
		}
	}
	slices.SortStableFunc(v.Offers, func(a, b PlacementRow) int {
		if a.OfferUntil == nil || b.OfferUntil == nil {
			return 0
		}
		return int(*a.OfferUntil - *b.OfferUntil)
	})
	return nil
}

func (d *desk) myPlan(ctx context.Context, v *MyWay) error {
	all, err := d.plans(ctx)
	if err != nil {
		return err
	}
	v.Plan = all.Standing()
	if d.Case.Can(casefile.AnswerPlan) == nil {
		v.ToAnswer = all.In(plan.Proposed)
	}
	return nil
}

// myDays is the oldest of this week and the one before in which a day has come that
// nobody has said anything of, at any place: such a day pays nothing.
func (d *desk) myDays(ctx context.Context, v *MyWay) error {
	if d.Case.Can(casefile.ReportAttendance) != nil || !d.may(access.ReportAttendance) {
		return nil
	}
	this := d.Today.Week()
	span := period.Span{From: this.AddWeeks(-1).Monday(), To: d.Today}
	at, err := d.Attending(ctx, d.Case.ID, span)
	if err != nil || len(at) == 0 {
		return err
	}
	records, err := d.Attendance(ctx, d.Case.ID, span)
	if err != nil {
		return err
	}
	for _, week := range []period.Week{this.AddWeeks(-1), this} {
		open, said := map[period.Day]bool{}, map[period.Day]bool{}
		for _, place := range placementWeeks(at, records, week, d.Today) {
			for _, day := range place.Days {
				open[day.Day] = open[day.Day] || day.Open && day.Holiday == ""
				if _, any := day.Effective(); any {
					said[day.Day] = true
				}
			}
		}
		for day := range open {
			if open[day] && !said[day] {
				v.Days++
			}
		}
		if v.Days > 0 {
			v.ToReport = &week
			return nil
		}
	}
	return nil
}

// myAssessment is a round with questions that the participant has not answered.
func (d *desk) myAssessment(ctx context.Context, v *MyWay) error {
	if d.Case.Can(casefile.Assess) != nil {
		return nil
	}
	rounds, err := d.rounds(ctx)
	for i, r := range rounds {
		if !r.IsCompleted() && r.Left(assessment.Participant) > 0 {
			v.Assess = &rounds[i]
			break
		}
	}
	return err
}

// myMoney is the newest week that is over and pays something, and what could not be paid.
func (d *desk) myMoney(ctx context.Context, v *MyWay) error {
	weeks, err := d.compensationOf(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	for i, w := range weeks {
		if w.Over && w.Missing == nil {
			v.Paid = &weeks[i]
			break
		}
	}
	if err != nil {
		return err
	}
	recoveries, err := d.RecoveriesOf(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	v.Overpaid = slices.DeleteFunc(recoveries, func(r Recovery) bool { return r.State == recovery.Closed })
	v.Stopped, v.StoppedSum, err = d.StoppedPayments(ctx, d.Case.ID)
	return err
}

// cutsTold is how many months back the first page tells of reduced or denied assistance:
// as long as an appeal can be on its way.
const cutsTold = 2

// myCuts is what social services have decided of the assistance lately.
func (d *desk) myCuts(ctx context.Context, v *MyWay) error {
	all, err := d.Consequences(ctx, d.Case.ID)
	v.Cuts = slices.DeleteFunc(all, func(c duty.Consequence) bool {
		return !c.Stands() || c.Month < d.Today.Month().AddMonths(-cutsTold)
	})
	return err
}

// myReaders is what others have done and read.
func (d *desk) myReaders(ctx context.Context, v *MyWay) error {
	all, _, err := d.othersReadings(ctx, d.Case.ID, mostEntries)
	v.Read = all[:min(len(all), newestReadings)]
	return err
}

// othersReadings is what the newest entries of the journal say of the case that others
// than the actor did, read or were refused, and whether there are older ones.
func (d *desk) othersReadings(ctx context.Context, id ident.ID, newest int) (all []Reading, more bool, err error) {
	entries, err := d.CaseJournal(ctx, string(id), newest+1)
	if more = len(entries) > newest; more {
		entries = entries[:newest]
	}
	return readings(slices.DeleteFunc(entries, func(e journal.Entry) bool { return e.Account == string(d.Actor.Account) })), more, err
}

// MyReaders is who has done, read or been refused what in the participant's own case.
type MyReaders struct {
	Readings []Reading // newest first
	More     bool      // there are older ones
}

// SeeMyReaders reads it.
func (o *Office) SeeMyReaders(ctx context.Context, actor access.Actor) (MyReaders, error) {
	var v MyReaders
	id, err := o.MyCase(ctx, actor)
	if err != nil {
		return v, err
	}
	err = o.see(ctx, actor, access.Readers, id, func(d *desk) (err error) {
		v.Readings, v.More, err = d.othersReadings(ctx, id, mostReadings)
		return err
	})
	return v, err
}

// mostReadings is how much of the journal the participant's page looks through.
const mostReadings = 1000
