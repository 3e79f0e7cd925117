package casework

import (
	"context"
	"errors"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Rule is a parameter as it is in force, or that there is none. Value is of the
// parameter's own type.
type Rule struct {
	Name   law.Name
	Value  any // nil where the law has no value for the day
	Valid  period.Span
	Source string
}

// LawView is the dated parameters and the acts in force.
type LawView struct {
	Today     period.Day
	LastKnown period.Day // nothing can be reckoned after it until somebody has filled in more
	Rules     []Rule
	Acts      []law.Parameter[law.Act]
}

// SeeLaw reads them.
func (o *Office) SeeLaw(ctx context.Context, actor access.Actor) (LawView, error) {
	var v LawView
	err := o.inOffice(ctx, actor, access.SeeAccounts, func(d *desk) error {
		d.note("looked_at", "law")
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		v.Today, v.LastKnown = d.Today, book.LastKnownDay()
		v.Rules = []Rule{
			rule(law.PriceBaseAmount, book.PriceBaseAmount, d.Today), rule(law.CompensationRules, book.Compensation, d.Today),
			rule(law.ProgrammeRules, book.Programme, d.Today), rule(law.CaseloadLimit, book.CaseloadLimit, d.Today),
			rule(law.ActivityRequirement, book.ActivityRequirement, d.Today), rule(law.Clocks, book.Clocks, d.Today),
			rule(law.GuaranteeDays, book.GuaranteeDays, d.Today), rule(law.AppealWeeks, book.AppealWeeks, d.Today),
			rule(law.NationalStandard, book.NationalStandard, d.Today), rule(law.ChildAllowance, book.ChildAllowance, d.Today),
			rule(law.JobStimulusTerms, book.JobStimulusTerms, d.Today), newestJobs(book, d.Today),
		}
		for _, subject := range book.Subjects() {
			act, err := book.Act(subject, d.Today)
			var missing *law.MissingError
			switch {
			case errors.As(err, &missing):
				continue // not in force yet, or no longer
			case err != nil:
				return err
			}
			v.Acts = append(v.Acts, act)
		}
		return nil
	})
	return v, err
}

// newestJobs is the table of subsidised jobs of the day, or the newest before it: those of
// one year in one municipality are an example, which is shown as such after its year too.
func newestJobs(book *law.Book, day period.Day) Rule {
	for _, days := range slices.Backward(book.SubsidisedJobsDays()) {
		if days.From <= day {
			return rule(law.SubsidisedJobs, book.SubsidisedJobs, min(day, days.To))
		}
	}
	return Rule{Name: law.SubsidisedJobs}
}

// rule is the parameter on the day; a missing one is shown as missing.
func rule[T any](name law.Name, on func(period.Day) (law.Parameter[T], error), day period.Day) Rule {
	p, err := on(day)
	if err != nil {
		return Rule{Name: name}
	}
	return Rule{Name: name, Value: p.Value, Valid: p.Valid, Source: p.Source}
}
