package casework

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// QuarterFigures is what a municipality reports of a quarter, as far as the programme
// knows it: of those who take part, and not of others on assistance.
type QuarterFigures struct {
	Today   period.Day
	Quarter duty.Quarter
	Months  []period.Month // that count: the requirement applied, and they have begun
	First   period.Month   // that it applies to
	// IsUnknown: nobody has decided the requirement of a month that counts. There is no
	// report then, since it would be of a part of the quarter.
	IsUnknown bool
	Lines     []duty.Count
	Sum       duty.Count
	// Rows are what it was counted from. A person is a number that says nothing of who it
	// is: the report counts those with a protected identity too (figures count everybody).
	Rows []duty.PersonMonth
}

// SeeQuarter reads it.
func (o *Office) SeeQuarter(ctx context.Context, actor access.Actor, quarter duty.Quarter) (QuarterFigures, error) {
	v := QuarterFigures{Quarter: quarter}
	err := o.survey(ctx, actor, access.SeeFigures, "requirement_quarter", func(d *desk) error {
		v.Today = d.Today
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		var rules []duty.Requirement
		v.First, _ = duty.Known(book)
		for month := quarter.First; month <= min(quarter.Last(), d.Today.Month()); month++ {
			rule, err := duty.Month(book, duty.Facts{Month: month})
			var missing *law.MissingError
			if errors.As(err, &missing) {
				v.IsUnknown = true
				return nil
			}
			if err != nil {
				return err
			}
			if rule.Applies {
				v.Months, rules = append(v.Months, month), append(rules, rule)
			}
		}
		everybody, err := d.InProgramme(ctx, v.Months...)
		if err != nil {
			return err
		}
		persons := map[ident.ID][]duty.PersonMonth{}
		for i, rule := range rules {
			figures := RequirementFigures{Rule: rule}
			all, err := figures.try(book, everybody[i])
			if err != nil {
				return err
			}
			for _, x := range all {
				persons[x.Person] = inMonth(persons[x.Person], duty.PersonMonth{
					Month: rule.Month, Gender: x.Gender, Obstacle: x.Obstacle, Assigned: x.active, Reduced: x.Reduced, Denied: x.Denied})
			}
		}
		v.Rows = numbered(persons)
		v.Lines, v.Sum, err = duty.Report(quarter, v.Rows)
		return err
	})
	return v, err
}

// inMonth adds a month of a person. Who was in the programme twice in it has one row, by
// the later case.
func inMonth(rows []duty.PersonMonth, row duty.PersonMonth) []duty.PersonMonth {
	if n := len(rows); n > 0 && rows[n-1].Month == row.Month {
		before := &rows[n-1]
		before.Assigned, before.Obstacle = before.Assigned || row.Assigned, cmp.Or(row.Obstacle, before.Obstacle)
		before.Reduced, before.Denied = before.Reduced || row.Reduced, before.Denied || row.Denied
		return rows
	}
	return append(rows, row)
}

// numbered is the rows of all with a number for each person, in the order of what
// happened to them, so that the number tells nothing of who came when.
func numbered(persons map[ident.ID][]duty.PersonMonth) []duty.PersonMonth {
	stories := make([][]duty.PersonMonth, 0, len(persons))
	for _, rows := range persons {
		stories = append(stories, rows)
	}
	slices.SortFunc(stories, func(a, b []duty.PersonMonth) int {
		return slices.CompareFunc(a, b, func(a, b duty.PersonMonth) int {
			return cmp.Or(cmp.Compare(a.Obstacle, b.Obstacle), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Gender, b.Gender),
				cmp.Compare(yes(a.Assigned), yes(b.Assigned)), cmp.Compare(yes(a.Reduced), yes(b.Reduced)), cmp.Compare(yes(a.Denied), yes(b.Denied)))
		})
	})
	var all []duty.PersonMonth
	for i, rows := range stories {
		for _, row := range rows {
			row.Person = ident.ID(strconv.Itoa(i + 1))
			all = append(all, row)
		}
	}
	return all
}

func yes(is bool) int {
	if is {
		return 1
	}
	return 0
}
