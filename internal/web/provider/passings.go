package provider

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/matching"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type passingsBody struct {
	Head    layout.Head
	Reasons layout.Table // how often, by reason
	Words   layout.Table // what was written
}

// passings is why an intervention of the provider's own was chosen away when it was
// proposed, without for whom: what is wrong in its entry can be put right.
func (p *Pages) passings(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	v, err := p.office.SeePassings(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "proposal.passings.title", "Name", v.Name)
	counts := map[matching.Passing]int{}
	body := passingsBody{
		Head: layout.Head{Eyebrow: v.Name, Title: frame.Text("proposal.passings.heading", "Count", len(v.Passings)), Lead: frame.Text("proposal.passings.lead"),
			Actions: []layout.Action{{Text: frame.Text("proposal.passings.room"), Href: capacityPath(id)}}},
		Reasons: layout.Table{Caption: frame.Text("proposal.passings.reasons"), Columns: []layout.Column{{Text: frame.Text("proposal.passings.reason")}, {Text: frame.Text("proposal.passings.times"), Number: true}},
			Empty: &layout.Empty{Title: frame.Text("proposal.passings.none"), Text: frame.Text("proposal.passings.none_help")}},
		Words: layout.Table{Caption: frame.Text("proposal.passings.words"), Stack: true, Columns: []layout.Column{{Text: frame.Text("proposal.passings.written")}, {Text: frame.Text("proposal.passings.reason")}, {Text: frame.Text("proposal.passings.month")}}},
	}
	for _, x := range v.Passings {
		counts[x.Reason]++
		if x.Words != "" { // the month and not the day: a day would tell for whom
			body.Words.Rows = append(body.Words.Rows, layout.Row{Cells: []layout.Cell{{Text: x.Words}, {Text: frame.Code("matching.passing.", x.Reason)}, {Text: frame.MonthYear(clock.DayOf(x.At))}}})
		}
	}
	for _, reason := range matching.Passings() {
		if n := counts[reason]; n > 0 {
			body.Reasons.Rows = append(body.Reasons.Rows, layout.Row{Cells: []layout.Cell{{Text: frame.Code("matching.passing.", reason)}, {Text: frame.Number(int64(n)), Number: true}}})
		}
	}
	body.Reasons, body.Words = layout.NewTable(body.Reasons), layout.NewTable(body.Words)
	return layout.Render(w, r, "provider/passings", layout.Page[passingsBody]{Frame: frame, Body: body})
}
