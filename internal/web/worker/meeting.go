package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/matching"
	"fotfaste/internal/web/layout"
)

type meetingBody struct {
	Head  layout.Head
	Stats []layout.Stat
	Cases []meetingCase
	Empty layout.Empty
	Pages *layout.Pages
}

// meetingCase is one participant on the table, with what is proposed.
type meetingCase struct {
	Name, Href string
	Facts      []layout.Tag
	Wish       string
	Proposals  []proposalLine
	None       string // why nothing is proposed
	Actions    []layout.Action
}

// meetingSize is how many participants stand on a page.
const meetingSize = 20

// meeting is the team's queue: who has hours that nothing fills, and what is proposed.
func (p *Pages) meeting(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	page := pageOf(f)
	v, err := p.office.SeeMeeting(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "proposal.meeting.title").With(f)
	body := meetingBody{
		Head: layout.Head{Title: frame.Text("proposal.meeting.heading", "Count", len(v.Rows)), Lead: frame.Text("proposal.meeting.lead")},
		Stats: []layout.Stat{
			{Value: frame.Number(int64(v.People)), Text: frame.Text("proposal.meeting.people")},
			{Value: frame.Number(int64(v.Placed)), Text: frame.Text("proposal.meeting.placed"), Tone: layout.Good},
			{Value: frame.Hours(v.Hours), Text: frame.Text("proposal.meeting.hours"), Detail: shortOf(frame, v.Short)},
		},
		Empty: layout.Empty{Title: frame.Text("proposal.meeting.nobody"), Text: frame.Text("proposal.meeting.nobody_help")},
		Pages: layout.PagesOf(frame.Printer, "/work/meeting", f.Query(), page, meetingSize, len(v.Rows)),
	}
	if len(v.Rows) == 0 {
		body.Head.Title = frame.Text("proposal.meeting.title")
	}
	first := min((page-1)*meetingSize, len(v.Rows))
	for _, row := range v.Rows[first:min(first+meetingSize, len(v.Rows))] {
		body.Cases = append(body.Cases, meetingCaseOf(frame, v, row))
	}
	return layout.Render(w, r, "worker/meeting", layout.Page[meetingBody]{Frame: frame, Body: body})
}

// shortOf says how good the plan is proven to be.
func shortOf(f layout.Frame, short float64) string {
	if short == 0 {
		return f.Text("proposal.meeting.short_none")
	}
	return f.Text("proposal.meeting.short", "Share", f.PercentWith(short, 1))
}

func meetingCaseOf(f layout.Frame, v casework.MeetingView, row casework.MeetingRow) meetingCase {
	id := row.CaseRow.Case.ID
	c := meetingCase{Name: row.Name, Href: casePath(id, ""), Actions: []layout.Action{
		{Text: f.Text("proposal.meeting.assessment"), About: row.Name, Href: casePath(id, "assessment")},
		{Text: f.Text("proposal.meeting.other"), About: row.Name, Href: casePath(id, "refer")},
		{Text: f.Text("proposal.meeting.notes"), About: row.Name, Href: casePath(id, "contacts")},
	}}
	hours := f.Hours(row.Candidate.Hours)
	if step := row.Facts.Step; step != nil {
		c.Facts = append(c.Facts, layout.Tag{Text: f.Text("proposal.meeting.facts", "Step", *step, "Hours", hours)})
	} else {
		c.Facts = append(c.Facts, layout.Tag{Text: f.Text("proposal.meeting.facts_no_step", "Hours", hours)})
	}
	if row.IdleFor > 0 {
		c.Facts = append(c.Facts, layout.Tag{Text: f.Text("proposal.meeting.idle", "Count", row.IdleFor), Tone: layout.Ask})
	}
	if row.Wish != "" {
		c.Wish = f.Text("proposal.meeting.wish", "Words", row.Wish)
	}
	switch {
	case row.Proposal != nil:
		for _, part := range row.Proposal.Parts {
			line := proposalOf(f, v.Names[part.ID], part.Pair, part.Hours)
			line.Actions = []layout.Action{{Text: f.Text("proposal.best.refer"), About: row.Name + ", " + part.Name, Href: referPath(id, part.ID), Main: true},
				{Text: f.Text("proposal.pass.open"), About: row.Name + ", " + part.Name, Href: passOverPath(id, part.ID)}}
			c.Proposals = append(c.Proposals, line)
		}
	case row.Left.Outbid != nil && row.Left.Outbid.Obstacle == matching.Full:
		c.None = f.Text("proposal.full", "Name", row.Left.Outbid.Name)
	case row.Left.Outbid != nil:
		c.None = f.Text("proposal.outbid", "Name", row.Left.Outbid.Name)
	default:
		c.None = whyNone(f, row.Left.Why)
	}
	return c
}
