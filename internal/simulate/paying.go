package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/ledger"
	"fotfaste/internal/period"
)

// pay calculates every week that has been paid or proposed, and for the proposal also
// the week of which something was said after it was attested.
func (t *teller) pay() error {
	last := t.today().Week().AddWeeks(-1)
	reckoning, err := t.reckoning(t.days())
	if err != nil {
		return err
	}
	late, err := t.saidLate(last)
	if err != nil {
		return err
	}
	var over *lateWord
	var found period.Week
	if late == nil {
		if over, found, err = t.overpaid(last); err != nil {
			return err
		}
	}
	for week := t.c.start.Week(); week <= min(last, t.last().Week()); week++ {
		w, err := reckoning.Week(week)
		if err != nil {
			return err
		}
		if late != nil && week == late.was.Week {
			w = late.was
		}
		if over != nil && week == over.was.Week {
			w = over.was
		}
		if w.Total == 0 {
			continue
		}
		t.paid(PaidWeek{Week: w, Carried: week, Number: 1})
	}
	if over != nil {
		id := newStream(t.m.Seed, "fallen week of "+t.c.number, 0).identity(t.m.preparedOn(found))
		again := PaidWeek{ID: id, Week: over.is, At: preparedAt(t.m.preparedOn(found)), Run: t.m.runOf(found), Carried: found, Number: 2,
			Before: ledger.Worth{Base: over.was.Base, Child: over.was.Child}}
		t.story.Weeks = append(t.story.Weeks, again)
		return t.fell(again, over, found)
	}
	if late != nil {
		t.paid(PaidWeek{Week: late.is, Carried: last, Number: 2, Before: ledger.Worth{Base: late.was.Base, Child: late.was.Child}})
		officer := t.m.preparerOf(last)
		t.event(preparedAt(t.m.preparedOn(last)).Add(time.Second), casefile.WeekCorrected, access.Compensation, officer.ID, officer.Name,
			map[string]any{"Week": late.is.Week.String(), "Total": int64(late.is.Total), "Before": int64(late.was.Total)})
	}
	return nil
}

// paid keeps a calculated week. How certain its days were is told of the proposal alone:
// what has been attested stands.
func (t *teller) paid(w PaidWeek) {
	prepared := t.m.preparedOn(w.Carried)
	w.ID, w.At, w.Run = t.s.identity(prepared), preparedAt(prepared), t.m.runOf(w.Carried)
	if w.Carried == t.today().Week().AddWeeks(-1) {
		summary := attendance.Summary(w.Week.Week, t.days())
		w.Conflicts = len(summary.Conflicts())
		for _, day := range summary.Days {
			if day.Status != "" && !day.Confirmed && !day.Conflict && day.Holiday == "" {
				w.Unconfirmed++
			}
		}
	}
	t.story.Weeks = append(t.story.Weeks, w)
}

// days are the story's attendance by itself.
func (t *teller) days() []attendance.DayRecord {
	days := make([]attendance.DayRecord, len(t.story.Attendance))
	for i := range days {
		days[i] = t.story.Attendance[i].DayRecord
	}
	return days
}

func (t *teller) reckoning(days []attendance.DayRecord) (*compensation.Reckoning, error) {
	return compensation.Prepare(law.Sweden(), compensation.Facts{Grants: t.grants(), Children: compensation.DaysCounted(t.a.Children), Attendance: days})
}

// preparedAt is early in the morning of the day, before the day's visitors come.
func preparedAt(day period.Day) time.Time { return day.Time().Add(6*time.Hour + 45*time.Minute) }

// runOf is the payment run that pays the week: one for each week, made by its name.
func (m *Municipality) runOf(week period.Week) ident.ID {
	return newStream(m.Seed, "payment run", int(week)).identity(week.AddWeeks(1).Monday())
}

// PaymentRun pays one week. Its total is known when every story has been told.
type PaymentRun struct {
	ID         ident.ID
	Week       period.Week
	PreparedBy ident.ID
	PreparedAt time.Time
	AttestedBy ident.ID // zero while it waits
	AttestedAt *time.Time
}

// PaymentRuns are the runs of every week that has been paid or is proposed, oldest
// first. The last one waits for somebody else than its preparer.
func (m *Municipality) PaymentRuns() []PaymentRun {
	last := m.Today.Week().AddWeeks(-1)
	attester := m.withRole(access.PaymentOfficer)[2].ID
	var runs []PaymentRun
	for week := m.Today.AddDays(-history).Week(); week <= last; week++ {
		prepared := m.preparedOn(week)
		run := PaymentRun{ID: m.runOf(week), Week: week, PreparedBy: m.preparerOf(week).ID, PreparedAt: preparedAt(prepared)}
		if week < last {
			at := workday(prepared.AddDays(1)).Time().Add(10 * time.Hour)
			run.AttestedBy, run.AttestedAt = attester, &at
		}
		runs = append(runs, run)
	}
	return runs
}

// preparedOn is the day on which the run of the week is prepared: the first workday
// after it, or today where that is still to come.
func (m *Municipality) preparedOn(week period.Week) period.Day {
	return min(workday(week.AddWeeks(1).Monday()), m.Today)
}

// preparerOf is who prepares the run of the week. The third officer attests.
func (m *Municipality) preparerOf(week period.Week) *Account {
	return m.withRole(access.PaymentOfficer)[int(week)%2]
}
