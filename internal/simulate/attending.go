package simulate

import (
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// attend fills in every programme day at every placement that has started.
func (t *teller) attend() {
	steady := 0.86 + 0.11*t.s.Float64() // how often the person comes
	first, last := t.c.start, min(t.last(), t.today())
	if last < first {
		return
	}
	mood := make([]attendance.Status, int(last-first)+1)
	for i := range mood {
		mood[i] = t.mood(steady)
		if i > 0 && mood[i-1] == attendance.Ill && t.s.chance(0.55) {
			mood[i] = attendance.Ill
		}
	}
	busy := make([]bool, len(mood)) // something is planned at some placement
	for i := range t.story.Placements {
		t.attendAt(&t.story.Placements[i], mood, busy, first, last)
	}
	t.unplanned(busy, first)
}

func (t *teller) mood(steady float64) attendance.Status {
	if t.s.chance(steady) {
		return attendance.Attended
	}
	weights := []int{50, 0, 18, 28}
	if len(t.a.Children) > 0 {
		weights[1] = 20
	}
	return []attendance.Status{attendance.Ill, attendance.CareOfChild, attendance.AbsentApproved,
		attendance.AbsentUnapproved}[t.s.weighted(weights)]
}

func (t *teller) attendAt(p *Placement, mood []attendance.Status, busy []bool, first, last period.Day) {
	if p.StartedOn == nil {
		return
	}
	end := last
	if p.EndedOn != nil {
		end = min(end, *p.EndedOn)
	}
	comes := t.weekdays(p.Hours)
	hosts := t.hosts[t.m.Interventions[p.intervention].Provider]
	for day := *p.StartedOn; day <= end; day++ {
		if !day.IsProgrammeDay() || !comes[day.Weekday()-1] || t.pausedOn(day) {
			continue
		}
		busy[day-first] = true
		status := mood[day-first]
		if _, holiday := period.PublicHoliday(day); holiday {
			status = attendance.PublicHoliday
		}
		t.record(p.ID, day, status, one(t.s, hosts).ID)
	}
}

// weekdays are the days of the week somebody comes, Monday first.
func (t *teller) weekdays(hours int) [5]bool {
	days := max(1, min(5, (hours+3)/6))
	var comes [5]bool
	for _, d := range t.s.Perm(5)[:days] {
		comes[d] = true
	}
	return comes
}

func (t *teller) pausedOn(day period.Day) bool { return t.c.paused != 0 && day >= t.c.paused }

// record is one day: reported by the participant, confirmed by the provider some
// days later, settled by the case manager where the two differed. All of it is said
// before the week is calculated.
func (t *teller) record(p ident.ID, day period.Day, status attendance.Status, host ident.ID) {
	r := AttendanceDay{DayRecord: attendance.DayRecord{Placement: p, Day: day}}
	reportedOn := day.AddDays(t.s.weighted([]int{60, 25, 10}))
	confirmedOn := day.Week().Sunday().AddDays(1)
	if reportedOn <= t.today() && !(day >= t.today() && t.s.chance(0.5)) {
		at := evening(reportedOn)
		if reportedOn == t.today() {
			at = reportedOn.Time().Add(5 * time.Hour) // nothing is told before it has happened
		}
		r.Reported, r.ReportedAt, r.ReportedBy = status, &at, t.story.Account
	}
	if confirmedOn <= t.today() && day < t.today().AddDays(-4) {
		at := confirmedOn.Time().Add(6 * time.Hour)
		r.Confirmed, r.ConfirmedAt, r.ConfirmedBy = status, &at, host
		if status == attendance.Attended && t.s.chance(0.006) {
			r.Confirmed = attendance.AbsentUnapproved
			if day < t.today().AddDays(-12) {
				settled := at.Add(15 * time.Minute) // before the week is calculated
				r.Settled, r.SettledAt = attendance.Attended, &settled
				r.SettledBy = t.managerOn(confirmedOn).ID
			}
		}
	}
	if r.Reported == "" && r.Confirmed == "" {
		return
	}
	t.story.Attendance = append(t.story.Attendance, r)
}

func evening(day period.Day) time.Time { return day.Time().Add(16*time.Hour + 30*time.Minute) }

// unplanned records the programme days on which a placement went on but nothing was
// planned: they pay too.
func (t *teller) unplanned(busy []bool, first period.Day) {
	for i := range t.story.Placements {
		p := &t.story.Placements[i]
		if p.StartedOn == nil || p.Track != plan.Work && i > 0 {
			continue
		}
		end := first.AddDays(len(busy) - 1)
		if p.EndedOn != nil {
			end = min(end, *p.EndedOn)
		}
		host := t.hosts[t.m.Interventions[p.intervention].Provider][0].ID
		for day := *p.StartedOn; day <= end; day++ {
			if day.IsProgrammeDay() && !busy[day-first] && !t.pausedOn(day) {
				busy[day-first] = true
				status := attendance.NonePlanned
				if _, holiday := period.PublicHoliday(day); holiday {
					status = attendance.PublicHoliday
				}
				t.record(p.ID, day, status, host)
			}
		}
	}
}

// given is a word of a day with when and by whom it was given.
type given struct {
	word   attendance.Word
	status attendance.Status
	at     time.Time
	by     ident.ID
}

// words are those that have been given of the day.
func (d *AttendanceDay) words() []given {
	var all []given
	add := func(word attendance.Word, status attendance.Status, at *time.Time, by ident.ID) {
		if at != nil {
			all = append(all, given{word, status, *at, by})
		}
	}
	add(attendance.ByParticipant, d.Reported, d.ReportedAt, d.ReportedBy)
	add(attendance.ByProvider, d.Confirmed, d.ConfirmedAt, d.ConfirmedBy)
	add(attendance.ByManager, d.Settled, d.SettledAt, d.SettledBy)
	return all
}
