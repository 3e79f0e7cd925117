package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/steering"
	"fotfaste/internal/store"
)

// Load, Coverage, Way, Room and ManagerChange are figures as they are read.
type (
	Load          = store.Load
	Coverage      = store.Coverage
	Way           = store.Way
	Room          = store.Room
	ManagerChange = store.ManagerChange
)

// ClockKind is one of the programme's clocks.
type ClockKind string

const (
	FirstMeeting  ClockKind = "first_meeting"
	FirstActivity ClockKind = "first_activity"
	FirstPlan     ClockKind = "first_plan"
)

// ClockFigure is how one clock is kept.
type ClockFigure struct {
	Kind  ClockKind
	Limit int // hours for the first meeting, days for the others
	steering.Clock
}

// Figures are what the manager steers by.
type Figures struct {
	Today    period.Day
	Since    period.Day // the first day of what is counted over a year
	States   []steering.Count
	Loads    []Load
	Limit    int           // cases that a case manager has at most; nothing where it is unknown
	Clocks   []ClockFigure // none where the target times are unknown
	Coverage []Coverage
	Ways     []Way
	Rooms    []Room
	Exits    []steering.Count
	Outcomes []steering.Count // three months after the exit
	Changes  int
	Changed  []ManagerChange // the newest, of cases that the reader may see
	Unknown  Unknown
}

// outcomeMonths is the time after the exit that the manager's page looks at first.
const outcomeMonths = 3

// newestChanges is how many changes of case manager the page lists.
const newestChanges = 20

// yearBack is the first day of the year that ends with the day.
func yearBack(today period.Day) period.Day { return today.AddYears(-1).AddDays(1) }

// SeeFigures reads them. What rests on a limit or a target that the law has no value of
// today is left out, and said in Unknown.
func (o *Office) SeeFigures(ctx context.Context, actor access.Actor) (Figures, error) {
	var f Figures
	err := o.survey(ctx, actor, access.SeeFigures, "steering", func(d *desk) error {
		f.Today, f.Since = d.Today, yearBack(d.Today)
		limit, err := o.Law.CaseloadLimit(d.Today)
		if err := f.Unknown.without(err); err != nil {
			return err
		}
		f.Limit = limit.Value
		for _, read := range []func() error{
			func() error { return d.keptClocks(ctx, &f) },
			func() (err error) { f.States, err = d.CountStates(ctx); return err },
			func() (err error) { f.Loads, err = d.Loads(ctx); return err },
			func() (err error) { f.Coverage, err = d.Coverages(ctx); return err },
			func() (err error) { f.Ways, err = d.Ways(ctx); return err },
			func() (err error) { f.Rooms, err = d.Rooms(ctx, d.Today.Week()); return err },
			func() (err error) { f.Exits, err = d.CountExits(ctx, f.Since); return err },
			func() (err error) { f.Outcomes, err = d.CountOutcomes(ctx, outcomeMonths, d.Today); return err },
			func() (err error) { f.Changes, err = d.CountChanges(ctx, f.Since); return err },
			func() (err error) {
				f.Changed, err = d.Tx.Changes(ctx, actor, d.moment(), f.Since, newestChanges)
				return err
			},
		} {
			if err := read(); err != nil {
				return err
			}
		}
		return nil
	})
	return f, err
}

// keptClocks reads how the clocks are kept.
func (d *desk) keptClocks(ctx context.Context, f *Figures) error {
	targets, err := d.Office.Law.Clocks(d.Today)
	if err != nil {
		return f.Unknown.without(err)
	}
	times, err := d.CaseTimes(ctx, f.Since)
	f.Clocks = clocks(times, targets.Value, d.Now, d.Today)
	return err
}

// clocks holds each case against the three clocks. A case that has left before
// anything happened is not late: nobody waits.
func clocks(times []store.Times, targets law.Targets, now time.Time, today period.Day) []ClockFigure {
	meeting := ClockFigure{Kind: FirstMeeting, Limit: targets.FirstMeetingHours}
	activity := ClockFigure{Kind: FirstActivity, Limit: targets.FirstActivityDays}
	plan := ClockFigure{Kind: FirstPlan, Limit: targets.PlanDays}
	for _, x := range times {
		one := store.One(x.Gender, 1)
		if x.FirstMeeting != nil || x.Waiting {
			limit := x.OpenedAt.Add(time.Duration(targets.FirstMeetingHours) * time.Hour)
			meeting.Add(steering.Against(seconds(x.FirstMeeting), limit.Unix(), now.Unix()), one)
		}
		if x.FirstActivity != nil || x.Waiting {
			activity.Add(steering.Against(x.FirstActivity, x.OpenedOn.AddDays(targets.FirstActivityDays), today), one)
		}
		if x.Start != nil && (x.FirstPlan != nil || x.Waiting) {
			plan.Add(steering.Against(dayOf(x.FirstPlan), x.Start.AddDays(targets.PlanDays), today), one)
		}
	}
	return []ClockFigure{meeting, activity, plan}
}

func seconds(t *time.Time) *int64 {
	if t == nil {
		return nil
	}
	n := t.Unix()
	return &n
}

func dayOf(t *time.Time) *period.Day {
	if t == nil {
		return nil
	}
	day := clock.DayOf(*t)
	return &day
}
