package sums

import (
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head  layout.Head
	Cards []card
}

// card leads to a reckoner.
type card struct{ Title, Text, Href string }

// home is a card for each reckoner.
func home(w http.ResponseWriter, r *http.Request, _ casework.Sums) error {
	frame := layout.FrameOf(r, "sums.home.title")
	body := homeBody{Head: layout.Head{Title: frame.Text("sums.home.heading"), Lead: frame.Text("sums.home.lead")}}
	for _, one := range reckoners() {
		body.Cards = append(body.Cards, card{Title: frame.Code("sums.card.", one.name), Text: frame.Code("sums.about.", one.name), Href: one.path()})
	}
	return layout.Render(w, r, "sums/home", layout.Page[homeBody]{Frame: frame, Body: body})
}
