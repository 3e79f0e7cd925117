package evaluator

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head  layout.Head
	Cards []card
	Empty *layout.Empty // nobody has been assessed yet
}

// card is one figure and the sheet that is its table and its file.
type card struct {
	Sheet  layout.Sheet
	Figure chart.Figure
}

// home is the target group in numbers, and how it went afterwards.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	frame := layout.FrameOf(r, "evaluator.home.title")
	cards, all, err := p.cards(r, frame, actor)
	if err != nil {
		return err
	}
	body := homeBody{
		Head: layout.Head{
			Title: frame.Text("evaluator.home.heading", "Count", all.All(), "Women", frame.Percent(steering.Share(all.Women, all.All()))),
			Lead:  frame.Text("evaluator.home.lead"),
		},
		Cards: cards,
	}
	if all.All() < steering.LeastGroup {
		body.Head.Title = frame.Text("evaluator.home.none")
		body.Cards = nil
		body.Empty = &layout.Empty{Title: frame.Text("evaluator.home.empty"), Text: frame.Text("evaluator.home.empty_help", "Least", steering.LeastGroup)}
	}
	return layout.Render(w, r, "evaluator/home", layout.Page[homeBody]{Frame: frame, Body: body})
}
