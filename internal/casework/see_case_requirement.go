package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// CaseRequirement is what is kept of one case for the activity requirement: the main
// obstacle by month, and what social services have decided of the assistance.
type CaseRequirement struct {
	Header
	Today        period.Day
	First        period.Month // that the requirement applies to
	Now          casefile.ObstacleRow
	Obstacles    []casefile.ObstacleRow // the latest month first, also those taken back
	Consequences []duty.Consequence     // the latest month first, also those undone
	Grave        bool                   // the latest referral says that help comes first
	Open         bool                   // the case takes more
	Citation     string                 // the section it is decided by, empty where the book has none
	AppealWeeks  int                    // from the day on which a decision has reached somebody; 0 where the book has none
}

// SeeCaseRequirement reads it.
func (o *Office) SeeCaseRequirement(ctx context.Context, actor access.Actor, id ident.ID) (CaseRequirement, error) {
	var v CaseRequirement
	err := o.see(ctx, actor, access.Decisions, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Today, v.Open = d.Today, d.Case.State.IsOpen()
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		rules, err := book.ActivityRequirement(book.ActivityRequirementBegins())
		if err != nil {
			return err
		}
		v.First = rules.Value.FirstApplied
		if act, err := book.Act(law.RefusalOrReduction, d.Today); err == nil {
			v.Citation = act.Value.Citation
		}
		if weeks, err := book.AppealWeeks(d.Today); err == nil {
			v.AppealWeeks = weeks.Value
		}
		if v.Obstacles, err = d.Obstacles(ctx, id); err != nil {
			return err
		}
		v.Now, _ = casefile.ObstacleIn(v.Obstacles, d.Today.Month())
		if v.Consequences, err = d.Consequences(ctx, id); err != nil {
			return err
		}
		v.Grave, err = d.knownGrave(ctx)
		return err
	})
	return v, err
}
