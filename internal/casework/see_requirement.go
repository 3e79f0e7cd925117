package casework

import (
	"context"
	"errors"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/steering"
	"fotfaste/internal/store"
)

// RequirementFigures is how far the plans meet the activity requirement in a month, for
// everybody in the programme. Where it does not apply, or is unknown, nobody is tried.
type RequirementFigures struct {
	Today period.Day
	Rule  duty.Requirement // without what lessens it for one person
	// IsUnknown: nobody has decided the requirement of the month. Nothing is counted.
	IsUnknown bool
	Bands     []steering.Count // by duty.Band, in order
	Short     duty.Hours       // a week, of all together
	Asked     duty.Hours       // likewise
	Job       duty.Hours       // planned job search of one's own, which does not count
	Young     int              // with a young child
	Beside    int              // with part-time work or study
}

// RequirementRow is a case that the reader may see, with how it meets the requirement.
type RequirementRow struct {
	CaseRow
	duty.Coverage
	Asked duty.Requirement
}

// tried is one case held against the requirement of a month.
type tried struct {
	store.InProgramme
	asked    duty.Requirement
	coverage duty.Coverage
	job      duty.Hours
	active   bool // somebody has planned an activity for them in the month
}

// SeeRequirement reads them.
func (o *Office) SeeRequirement(ctx context.Context, actor access.Actor, month period.Month) (RequirementFigures, error) {
	var v RequirementFigures
	err := o.survey(ctx, actor, access.SeeFigures, "requirement", func(d *desk) (err error) {
		v, _, err = d.requirement(ctx, month)
		return err
	})
	return v, err
}

// RequirementList is the cases behind the figures.
type RequirementList struct {
	RequirementFigures
	Rows   []RequirementRow // of a band, that the reader may see, by name
	Unseen int              // how many in it they may not see
}

// ListRequirement is those of a band. The empty band is everybody.
func (o *Office) ListRequirement(ctx context.Context, actor access.Actor, month period.Month, band duty.Band) (RequirementList, error) {
	var v RequirementList
	err := o.survey(ctx, actor, access.SeeFigures, "requirement_cases", func(d *desk) error {
		figures, all, err := d.requirement(ctx, month)
		v.RequirementFigures = figures
		if err != nil {
			return err
		}
		in := map[ident.ID]*tried{}
		for i := range all {
			if band == "" || all[i].coverage.Band() == band {
				in[all[i].Case] = &all[i]
			}
		}
		seen, err := d.seen(ctx)
		if err != nil {
			return err
		}
		for _, row := range seen {
			if one, is := in[row.Case.ID]; is {
				v.Rows = append(v.Rows, RequirementRow{CaseRow: row, Coverage: one.coverage, Asked: one.asked})
			}
		}
		v.Unseen = len(in) - len(v.Rows)
		return nil
	})
	return v, err
}

// mostListed is how many cases a list that is narrowed after the query begins from.
const mostListed = 100_000

// seen is every case that the reader may open, by name.
func (d *desk) seen(ctx context.Context) ([]CaseRow, error) {
	rows, _, err := d.Tx.ListCases(ctx, d.Actor, access.See(access.Overview), d.moment(), CaseQuery{Limit: mostListed,
		States: []casefile.State{casefile.Active, casefile.Paused, casefile.Exited, casefile.FollowUp, casefile.Closed}})
	return rows, err
}

// requirement tries everybody in the programme in the month.
func (d *desk) requirement(ctx context.Context, month period.Month) (RequirementFigures, []tried, error) {
	v := RequirementFigures{Today: d.Today}
	book, err := d.law(ctx)
	if err != nil {
		return v, nil, err
	}
	v.Rule, err = duty.Month(book, duty.Facts{Month: month})
	var missing *law.MissingError
	if errors.As(err, &missing) {
		v.Rule.Month, v.IsUnknown = month, true
		return v, nil, nil
	}
	if err != nil || !v.Rule.Applies {
		return v, nil, err
	}
	everybody, err := d.InProgramme(ctx, month)
	if err != nil {
		return v, nil, err
	}
	all, err := v.try(book, everybody[0])
	return v, all, err
}

// try holds everybody against the rule of the month.
func (v *RequirementFigures) try(book *law.Book, everybody []store.InProgramme) ([]tried, error) {
	var err error
	month := v.Rule.Month
	counts := make(map[duty.Band]steering.Count, len(duty.Bands()))
	asked := map[duty.Facts]duty.Requirement{} // few differ
	all := make([]tried, len(everybody))
	for i, x := range everybody {
		activities, partTime := duty.Through(x.Days, x.Planned)
		facts := duty.Facts{Month: month, PartTime: partTime,
			YoungChild: x.Youngest != nil && duty.IsYoungAt(*x.Youngest, month, v.Rule.ChildAge)}
		one := tried{InProgramme: x, active: len(activities) > 0 || partTime > 0}
		known := false
		if one.asked, known = asked[facts]; !known {
			if one.asked, err = duty.Month(book, facts); err != nil {
				return nil, err
			}
			asked[facts] = one.asked
		}
		one.coverage = duty.Cover(one.asked.WeeklyHours, activities)
		one.job = one.coverage.Planned - one.coverage.Counted
		all[i] = one
		band := one.coverage.Band()
		counts[band] = steering.Sum([]steering.Count{counts[band], store.One(x.Gender, 1)})
		v.Short += one.coverage.Short
		v.Asked += one.asked.WeeklyHours
		v.Job += one.job
		if facts.YoungChild {
			v.Young++
		}
		if partTime > 0 {
			v.Beside++
		}
	}
	for _, band := range duty.Bands() {
		c := counts[band]
		c.Code = string(band)
		v.Bands = append(v.Bands, c)
	}
	return all, nil
}
