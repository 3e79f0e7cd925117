package simulate

import (
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/period"
)

// lateWord is a week of which something was said after its run had been attested.
type lateWord struct {
	was, is compensation.Week
}

// late counts what has been said late, so that the proposal always has a rise and a
// fall to show.
type late struct {
	rises, falls     int
	awaited, claimed bool // what was paid too much has been told of
}

// daysTried is how many days of a story are tried before it is left as it is.
const daysTried = 4

// saidLate changes a day of a week that has been paid, for a few of the stories: the
// provider says late that somebody who reported that they came was away, and it stands;
// or the case manager settles late that they had come after all. Nil where nothing was
// said.
func (t *teller) saidLate(last period.Week) (*lateWord, error) {
	s := newStream(t.m.Seed, "said late of "+t.c.number, 0)
	wanted := t.late.rises == 0 || t.late.falls == 0
	if !s.chance(0.03) && !wanted || t.last() < t.today() {
		return nil, nil
	}
	rises := t.late.rises <= t.late.falls
	word, err := t.changed(last, rises)
	switch {
	case word == nil:
	case rises:
		t.late.rises++
	default:
		t.late.falls++
	}
	return word, err
}

// changed changes a day of a week that was paid some weeks before the run of the week
// carried, in the days before that was prepared. Nil where no day of the story will do.
func (t *teller) changed(carried period.Week, rises bool) (*lateWord, error) {
	tried := 0
	for i := range t.story.Attendance {
		d := &t.story.Attendance[i]
		week := d.Day.Week()
		if week < carried.AddWeeks(-4) || week > carried.AddWeeks(-2) || d.Reported != attendance.Attended ||
			d.Confirmed != attendance.Attended || d.Settled != "" || tried == daysTried {
			continue
		}
		tried++
		kept := *d
		first, now := *d, *d
		settled := workdayBefore(carried.Monday().AddDays(3)).Time().Add(13 * time.Hour)
		now.Confirmed, now.SettledAt, now.SettledBy = attendance.AbsentUnapproved, &settled, t.managerOn(d.Day).ID
		if rises {
			first.Confirmed = attendance.AbsentUnapproved
			now.Settled = attendance.Attended
		} else {
			confirmed := settled.Add(-4 * time.Hour)
			first.Confirmed = ""
			now.Settled, now.ConfirmedAt = attendance.AbsentUnapproved, &confirmed
		}
		was, err := t.weekWith(i, first, week)
		if err != nil {
			return nil, err
		}
		is, err := t.weekWith(i, now, week)
		if err != nil {
			return nil, err
		}
		if was.Total == 0 || is.Total == 0 || is.Total == was.Total || is.Total > was.Total != rises {
			*d = kept
			continue
		}
		*d = now
		return &lateWord{was: was, is: is}, nil
	}
	return nil, nil
}

// weekWith is the week with one of its days changed.
func (t *teller) weekWith(i int, day AttendanceDay, week period.Week) (compensation.Week, error) {
	t.story.Attendance[i] = day
	reckoning, err := t.reckoning(t.days())
	if err != nil {
		return compensation.Week{}, err
	}
	return reckoning.Week(week)
}
