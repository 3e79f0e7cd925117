package casework

import (
	"context"
	"errors"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/duty"
	"fotfaste/internal/economy"
	"fotfaste/internal/followup"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/steering"
	"fotfaste/internal/store"
)

// QuarterCost is the compensation that the ledger has of a quarter.
type QuarterCost struct {
	Quarter     duty.Quarter
	Base, Child money.Ore
}

// OutcomeShare is who has stayed away from assistance so long after the exit, of those
// who are known of and have not moved.
type OutcomeShare struct {
	Months      int
	Known, Away int
}

// ProgrammeCosts is what the programme's year rests on.
type ProgrammeCosts struct {
	Today      period.Day
	Since      period.Day // the first day of the year that ends today
	Quarters   []QuarterCost
	Year       QuarterCost // of the year, whatever its quarters
	Weeks      int         // of persons with compensation in the year
	Exits      []steering.Count
	Left       int // exits of the year to support of one's own or another benefit; not who moved
	Outcomes   []OutcomeShare
	Assistance *economy.Result // of one adult alone by the national standard, this month; nil where the law has none
	Single     *SingleAssistance
}

// SingleAssistance is a month's assistance of one adult alone as the tables of subsidised
// jobs have it (004 s. 12), in the newest year that they are known for.
type SingleAssistance struct {
	Amount money.Kronor
	Year   int
	Source string
}

// Months is the weeks as whole months of a person.
func (c ProgrammeCosts) Months() int { return (c.Weeks*12 + 26) / 52 }

// outcomesAfter are the times that are looked at, in months after the exit.
var outcomesAfter = []int{3, 12, 24}

// quartersOfCost is how many quarters are shown.
const quartersOfCost = 8

// SeeProgrammeCosts reads it. The first look is journalled; moved says that the reader
// has moved an assumption on a page they already have, which shows them nothing new.
func (o *Office) SeeProgrammeCosts(ctx context.Context, actor access.Actor, moved bool) (ProgrammeCosts, error) {
	var v ProgrammeCosts
	read := func(d *desk) (err error) {
		v, err = d.programmeCosts(ctx)
		return err
	}
	if !moved || actor.Account.IsZero() || !access.MayInOffice(actor, access.SeeFigures).Allowed {
		err := o.survey(ctx, actor, access.SeeFigures, "programme_costs", read)
		return v, err
	}
	err := o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) error {
		now, err := o.instant(ctx, tx)
		if err != nil {
			return err
		}
		return read(&desk{Tx: tx, Office: o, Actor: actor, Act: access.SeeFigures, Now: now, Today: clock.DayOf(now)})
	})
	return v, err
}

func (d *desk) programmeCosts(ctx context.Context) (v ProgrammeCosts, err error) {
	v.Today, v.Since = d.Today, yearBack(d.Today)
	first := duty.QuarterOf(d.Today.Month().AddMonths(3 - 3*quartersOfCost)).First
	costs, err := d.Tx.ProgrammeCosts(ctx, first.First())
	if err != nil {
		return v, err
	}
	for month := first; month <= d.Today.Month(); month = month.AddMonths(3) {
		v.Quarters = append(v.Quarters, QuarterCost{Quarter: duty.QuarterOf(month)})
	}
	for _, c := range costs {
		if at := (int(c.Day.Month()) - int(first)) / 3; at < len(v.Quarters) {
			v.Quarters[at].add(c)
		}
		if c.Day >= v.Since && c.Day <= d.Today {
			v.Year.add(c)
		}
	}
	if v.Weeks, err = d.CompensatedWeeks(ctx, v.Since); err != nil {
		return v, err
	}
	if v.Exits, err = d.CountExits(ctx, v.Since); err != nil {
		return v, err
	}
	for _, c := range v.Exits {
		if kind := followup.ExitKind(c.Code); kind.IsSelfSupportOrMoved() && kind != followup.Moved {
			v.Left += c.All()
		}
	}
	for _, months := range outcomesAfter {
		counts, err := d.CountOutcomes(ctx, months, d.Today)
		if err != nil {
			return v, err
		}
		share := OutcomeShare{Months: months}
		for _, c := range counts {
			switch s := followup.Standing(c.Code); {
			case c.Code == "" || !s.IsKnown() || s == followup.MovedAway:
			case s == followup.OnAssistance || s == followup.BackInProgramme:
				share.Known += c.All()
			default:
				share.Known += c.All()
				share.Away += c.All()
			}
		}
		v.Outcomes = append(v.Outcomes, share)
	}
	book, err := d.law(ctx)
	if err != nil {
		return v, err
	}
	household, err := economy.Household(book, economy.Facts{Month: d.Today.Month(), Adults: 1})
	var missing *law.MissingError
	switch {
	case err == nil:
		v.Assistance = &household
	case !errors.As(err, &missing):
		return v, err
	}
	v.Single, err = singleAssistance(book, d.Today)
	return v, err
}

// singleAssistance is nil where no year up to the day is known.
func singleAssistance(book *law.Book, today period.Day) (*SingleAssistance, error) {
	for _, days := range slices.Backward(book.SubsidisedJobsDays()) {
		if days.From > today {
			continue
		}
		day := min(today, days.To)
		jobs, err := book.SubsidisedJobs(day)
		if err != nil {
			return nil, err
		}
		amount, err := money.Ore(jobs.Value.Assistance.Single).Fraction().HalfUp()
		year, _, _ := day.Date()
		return &SingleAssistance{Amount: amount, Year: year, Source: jobs.Source}, err
	}
	return nil, nil
}

func (q *QuarterCost) add(c store.ProgrammeCost) {
	q.Base += c.Base
	q.Child += c.Child
}
