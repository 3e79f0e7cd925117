package casework

import (
	"cmp"
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
	"fotfaste/internal/period"
)

// MeetingView is the queue of a team meeting: participants with hours that nothing
// fills, each with what the plan for the whole municipality proposes.
type MeetingView struct {
	Today  period.Day
	Rows   []MeetingRow // those that the reader may see, who have waited longest first
	People int          // with hours to fill, in the whole municipality
	Placed int          // of them, so many something is proposed to
	Hours  int          // hours per week that are proposed, of all together
	Short  float64      // share of the gain that the plan may lack of the best there is
	Names  map[ident.ID]InterventionRow
}

// MeetingRow is one participant with a proposal, or why there is none.
type MeetingRow struct {
	CaseRow
	matching.Candidate
	Proposal *matching.Proposal
	Left     *matching.Left
}

// SeeMeeting proposes places to everybody at once, so that nobody is promised what
// another is, and shows those whom the reader may open.
func (o *Office) SeeMeeting(ctx context.Context, actor access.Actor) (MeetingView, error) {
	var v MeetingView
	err := o.survey(ctx, actor, access.MeetAsTeam, "meeting", func(d *desk) error {
		v.Today = d.Today
		market, rows, err := d.market(ctx)
		if err != nil {
			return err
		}
		waiting, err := d.waiting(ctx)
		if err != nil {
			return err
		}
		plan, err := market.Propose(waiting)
		if err != nil {
			return err
		}
		v.Names = byID(rows)
		v.People, v.Placed, v.Hours, v.Short = len(waiting), len(plan.Proposals), plan.Hours, plan.Short()
		seen, _, err := d.Tx.ListCases(ctx, d.Actor, access.See(access.Placements), d.moment(),
			CaseQuery{Limit: mostListed, States: []casefile.State{casefile.Active}})
		if err != nil {
			return err
		}
		v.Rows = meetingRows(seen, plan)
		return nil
	})
	return v, err
}

// waiting is everybody in the programme with hours that nothing fills.
func (d *desk) waiting(ctx context.Context) ([]matching.Candidate, error) {
	all, err := d.Candidates(ctx, d.Today, "")
	return slices.DeleteFunc(all, func(c matching.Candidate) bool { return c.Hours == 0 }), err
}

func meetingRows(seen []CaseRow, plan matching.Plan) []MeetingRow {
	proposed, left := map[ident.ID]*matching.Proposal{}, map[ident.ID]*matching.Left{}
	for i := range plan.Proposals {
		proposed[plan.Proposals[i].Case] = &plan.Proposals[i]
	}
	for i := range plan.Left {
		left[plan.Left[i].Case] = &plan.Left[i]
	}
	var rows []MeetingRow
	for _, row := range seen {
		switch p, l := proposed[row.Case.ID], left[row.Case.ID]; {
		case p != nil:
			rows = append(rows, MeetingRow{CaseRow: row, Candidate: p.Candidate, Proposal: p})
		case l != nil:
			rows = append(rows, MeetingRow{CaseRow: row, Candidate: l.Candidate, Left: l})
		}
	}
	slices.SortStableFunc(rows, func(a, b MeetingRow) int { return cmp.Compare(b.IdleFor, a.IdleFor) })
	return rows
}
