package worker

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/matching"
	"fotfaste/internal/web/layout"
)

// proposalLine is a place proposed to a participant with the reasons for and against.
type proposalLine struct {
	Line    layout.Explanation
	Actions []layout.Action
}

// proposalOf is one pair in words: hours and what it is, then the reasons one by one with
// their points.
func proposalOf(f layout.Frame, row casework.InterventionRow, pair matching.Pair, hours int) proposalLine {
	line := layout.Explanation{Text: row.Name, Source: f.Text("worker_places.catalogue.by", "Provider", row.ProviderName, "Locality", row.Locality)}
	switch {
	case pair.IsPossible():
		line.Value, line.Tone, line.How = f.Hours(hours), layout.Good, f.Text("proposal.now")
	case pair.Outcome == catalogue.Unknown:
		line.Tone, line.How = layout.Ask, f.Text("proposal.ask")
	default:
		line.Tone, line.How = layout.Plain, f.Code("matching.obstacle.", pair.Obstacle)
	}
	for _, point := range pair.Points {
		line.Steps = append(line.Steps, pointLine(f, point))
	}
	for _, result := range pair.Criteria {
		if result.Outcome == catalogue.Unknown {
			line.Steps = append(line.Steps, layout.Explanation{Text: f.Fault(result.Text()), Tone: layout.Ask})
		}
	}
	return proposalLine{Line: line}
}

func pointLine(f layout.Frame, p matching.Point) layout.Explanation {
	line := layout.Explanation{Text: f.Fault(p.Text()), Value: f.Text("proposal.points", "Points", signed(f, p.Points))}
	switch {
	case p.Points > 0:
		line.Tone = layout.Good
	case p.Points < 0:
		line.Tone = layout.Wrong
	default:
		line.Value = ""
	}
	return line
}

// signed writes a number with its sign.
func signed(f layout.Frame, n int) string {
	if n > 0 {
		return "+" + f.Number(int64(n))
	}
	return f.Number(int64(n))
}

// whyNone is what closes the places to somebody, in one sentence.
func whyNone(f layout.Frame, why matching.WhyNone) string {
	reason := f.Code("proposal.criterion.", why.Criterion)
	if why.Among == catalogue.Met {
		reason = f.Code("matching.obstacle.", why.Obstacle)
	}
	return f.Text("proposal.none."+string(why.Among), "Reason", reason, "Closed", why.Count, "Count", why.Of)
}
