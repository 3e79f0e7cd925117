package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/store"
)

// MyDay is the cases that somebody has before them.
type MyDay struct {
	Lines    []CaseLine
	Total    int        // of the list, whatever page of it is shown
	Pressing int        // lines that need somebody today
	Caseload int        // counted toward the limit; of a case manager
	Limit    int        // 0 where none is in force
	Appeals  []CaseLine // in which an appeal waits for a decision maker, the longest wait first; of a case manager's, their own

	Recoveries []RecoveryRow // that wait for the decision maker, the longest open first
	ToDecide   int           // of them, however many are shown
}

// CaseLine is one of them, with what it asks for and how long it has waited.
type CaseLine struct {
	CaseRow
	Age    int             // in years
	Waited int             // days since the joint assessment was completed; 0 before that
	Needs  []followup.Need // the most pressing first; only for the case manager
	Clocks []followup.Target
}

// Pressing tells whether somebody is needed today.
func (l CaseLine) Pressing() bool { return len(l.Needs) > 0 && l.Needs[0].Now }

// Asks tells whether the case asks for it.
func (l CaseLine) Asks(kind followup.NeedKind) bool {
	return slices.ContainsFunc(l.Needs, func(n followup.Need) bool { return n.Kind == kind })
}

// Clock is the clock of the kind, false where it does not run.
func (l CaseLine) Clock(kind followup.TargetKind) (followup.Target, bool) {
	for _, c := range l.Clocks {
		if c.Kind == kind {
			return c, true
		}
	}
	return followup.Target{}, false
}

// LinesAPage is how many lines of a queue are shown at a time. A case manager sees
// all of theirs, since the order is by need and not by a column.
const LinesAPage = 50

// mostOwn bounds a case manager's own list: the limit of active cases and years of
// people who are followed up.
const mostOwn = 1000

// queues are the cases that each role has before it.
var queues = map[access.Role][]casefile.State{
	access.CaseManager:   {casefile.Granted, casefile.Active, casefile.Paused, casefile.Exited, casefile.FollowUp},
	access.Assessor:      {casefile.Enquiry, casefile.Assessing},
	access.DecisionMaker: {casefile.Assessing},
}

// SeeMyDay is the list that the day begins with: a case manager's participants, those
// who need somebody most first; for the others the queue, the longest wait first, by
// page from 1. It is one query however many the cases are, and its size is journalled.
func (o *Office) SeeMyDay(ctx context.Context, actor access.Actor, page int) (MyDay, error) {
	var v MyDay
	err := o.inOffice(ctx, actor, access.SearchPersons, func(d *desk) error {
		if _, has := queues[actor.Role]; !has {
			return fault.New(fault.NotAllowed, "access.role") // may search, but has no cases waiting
		}
		q := CaseQuery{States: queues[actor.Role], Flags: true, Oldest: actor.Role != access.CaseManager,
			Ready: actor.Role == access.DecisionMaker, Limit: LinesAPage, Offset: (max(page, 1) - 1) * LinesAPage}
		own := actor.Role == access.CaseManager
		if own {
			q.Manager, q.Limit, q.Offset = actor.Account, mostOwn, 0
		}
		rows, total, err := d.Tx.ListCases(ctx, actor, access.See(access.Overview), d.moment(), q)
		if err != nil {
			return err
		}
		v.Total = total
		targets, known := d.targets()
		for _, row := range rows {
			line := CaseLine{CaseRow: row, Age: row.Birth.YearsUntil(d.Today)}
			if done := dayOfMaybe(row.Flags.Assessed); done != nil {
				line.Waited = int(d.Today - *done)
			}
			if known {
				line.Clocks = targetsOf(row.Case, row.Flags, targets, d.Now)
			}
			if own {
				if waits := d.appealOf(line); len(waits.Needs) > 0 {
					v.Appeals = append(v.Appeals, waits)
				}
				row.Flags.Appeals = store.AppealFlags{} // the decision maker's work: it does not press the case manager
				line.Needs = followup.Needs(situationOf(row.Case, row.Flags, targets), d.Today)
				if line.Pressing() {
					v.Pressing++
				}
				if row.Case.State.CountsTowardCaseload() {
					v.Caseload++
				}
			}
			v.Lines = append(v.Lines, line)
		}
		if own {
			slices.SortStableFunc(v.Appeals, func(a, b CaseLine) int { return followup.CompareCases(a.Needs, b.Needs) })
			slices.SortStableFunc(v.Lines, func(a, b CaseLine) int { return followup.CompareCases(a.Needs, b.Needs) })
			if limit, err := d.Office.Law.CaseloadLimit(d.Today); err == nil {
				v.Limit = limit.Value
			}
		}
		d.note("cases", len(rows))
		if actor.Role == access.DecisionMaker {
			if v.Recoveries, v.ToDecide, err = d.toDecide(ctx); err != nil {
				return err
			}
			v.Appeals, err = d.appealsToAnswer(ctx)
		}
		return err
	})
	return v, err
}

// mostAppeals bounds the list of them: it is a list of work, not an archive.
const mostAppeals = 200

// appealsToAnswer are the cases in which an appeal waits for a decision maker, in
// whatever state they are, those that press first.
func (d *desk) appealsToAnswer(ctx context.Context) ([]CaseLine, error) {
	rows, _, err := d.ListCases(ctx, d.Actor, access.Reconsider, d.moment(), CaseQuery{Appeals: true, Flags: true, Oldest: true, Limit: mostAppeals})
	var lines []CaseLine
	for _, row := range rows {
		lines = append(lines, d.appealOf(CaseLine{CaseRow: row, Age: row.Birth.YearsUntil(d.Today)}))
	}
	slices.SortStableFunc(lines, func(a, b CaseLine) int { return followup.CompareCases(a.Needs, b.Needs) })
	return lines, err
}

// appealOf is the line with what its appeals wait for, and nothing else.
func (d *desk) appealOf(line CaseLine) CaseLine {
	line.Needs = followup.Needs(followup.Situation{Appeals: followup.Appeals(line.Flags.Appeals)}, d.Today)
	return line
}
