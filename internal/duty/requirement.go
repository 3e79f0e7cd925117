package duty

import (
	"errors"

	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// MostHours is the hours of a week: nobody works or studies more.
const MostHours = Hours(7 * 24 * 100)

// Facts is what the requirement on one person rests on.
type Facts struct {
	Month      period.Month
	YoungChild bool  // a child under the age of the parameter in the household
	PartTime   Hours // a week, of part-time work or study
}

// Reason is the code of why the requirement does not apply.
type Reason string

// Why it does not apply. It is empty where it does.
const (
	NotInForce    Reason = "not_in_force"    // the act has not begun
	NotYetApplied Reason = "not_yet_applied" // in force, but for the assistance of later months
)

// Reasons are all of them.
func Reasons() []Reason { return []Reason{NotInForce, NotYetApplied} }

// Way is the code of how a month's hours follow from a week's.
type Way string

// PerWorkingDay is a fifth of the week for each Monday to Friday that is no public
// holiday.
const PerWorkingDay Way = "fifth_a_working_day"

// Ways are all of them.
func Ways() []Way { return []Way{PerWorkingDay} }

// working is the working days of a week.
const working = 5

// Requirement is what is asked of one person in one month.
type Requirement struct {
	Month       period.Month
	Applies     bool
	Because     Reason       // where it does not apply
	First       period.Month // first month it applies to
	FullHours   Hours        // a week, before what lessens it
	ChildLess   Hours        // fewer for a young child; nothing without one
	ChildAge    int          // under which a child is young, in whole years
	PartTime    Hours        // fewer for work or study, as stated
	WeeklyHours Hours        // never below nothing
	MonthHours  Hours        // by Way, half up to hundredths
	MonthWay    Way
	WorkingDays int // of the month
	Source      string
}

// Month is what is asked in the month: the full hours less those for a young child and
// of part-time work or study. A month's hours are a fifth of a week's for each of its
// Mondays to Fridays that is no public holiday: chosen, since the act speaks of weeks.
// It returns a *fault.Error where the hours cannot be right, and a *law.MissingError for
// a month that the book does not know.
func Month(book *law.Book, f Facts) (Requirement, error) {
	if f.PartTime < 0 || f.PartTime > MostHours {
		var wrong fault.Fields
		wrong.Add("part_time_hours", "duty.refused.part_time_hours", "Most", MostHours.String())
		return Requirement{}, wrong.Err()
	}
	r := Requirement{Month: f.Month, PartTime: f.PartTime, MonthWay: PerWorkingDay, WorkingDays: workingDays(f.Month)}
	parameter, err := book.ActivityRequirement(f.Month.First())
	var missing *law.MissingError
	begins := book.ActivityRequirementBegins()
	switch {
	case errors.As(err, &missing) && f.Month.First() < begins:
		if parameter, err = book.ActivityRequirement(begins); err != nil {
			return Requirement{}, err
		}
		r.Because = NotInForce
	case err != nil:
		return Requirement{}, err
	case f.Month < parameter.Value.FirstApplied:
		r.Because = NotYetApplied
	}
	rules := parameter.Value
	r.First, r.Source = rules.FirstApplied, parameter.Source
	r.FullHours, r.ChildAge = Whole(rules.WeeklyHours), rules.YoungChildAge
	if f.YoungChild {
		r.ChildLess = Whole(rules.YoungChildLess)
	}
	if r.Because != "" {
		return r, nil
	}
	r.Applies = true
	r.WeeklyHours = max(0, r.FullHours-r.ChildLess-r.PartTime)
	r.MonthHours = (2*r.WeeklyHours*Hours(r.WorkingDays) + working) / (2 * working)
	return r, nil
}

// workingDays are the month's Mondays to Fridays that are no public holidays.
func workingDays(month period.Month) (count int) {
	for day := range month.Span().Days() {
		if _, holiday := period.PublicHoliday(day); day.IsProgrammeDay() && !holiday {
			count++
		}
	}
	return count
}
