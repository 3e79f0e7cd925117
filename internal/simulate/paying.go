package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// pay calculates every week that has been paid or proposed.
func (t *teller) pay() error {
	last := t.today().Week().AddWeeks(-1)
	facts := compensation.Facts{Grants: t.grants(), Children: compensation.DaysCounted(t.a.Children)}
	for i := range t.story.Attendance {
		facts.Attendance = append(facts.Attendance, t.story.Attendance[i].DayRecord)
	}
	reckoning, err := compensation.Prepare(law.Sweden(), facts)
	if err != nil {
		return err
	}
	for week := t.c.start.Week(); week <= min(last, t.last().Week()); week++ {
		w, err := reckoning.Week(week)
		if err != nil {
			return err
		}
		if w.Total == 0 {
			continue
		}
		prepared := workday(week.AddWeeks(1).Monday())
		t.story.Weeks = append(t.story.Weeks, PaidWeek{ID: t.s.identity(prepared), Week: w,
			At: preparedAt(prepared), Run: t.m.runOf(week)})
	}
	return nil
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
	officers := m.withRole(access.PaymentOfficer)
	last := m.Today.Week().AddWeeks(-1)
	var runs []PaymentRun
	for week := m.Today.AddDays(-history).Week(); week <= last; week++ {
		paid := workday(week.AddWeeks(1).Monday())
		run := PaymentRun{ID: m.runOf(week), Week: week, PreparedBy: officers[int(week)%2].ID,
			PreparedAt: preparedAt(paid)}
		if week < last {
			at := workday(paid.AddDays(1)).Time().Add(10 * time.Hour)
			run.AttestedBy, run.AttestedAt = officers[2].ID, &at
		}
		runs = append(runs, run)
	}
	return runs
}
