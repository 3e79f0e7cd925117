package chart

import (
	"html/template"
)

// Steps is the small picture of the ladder that stands beside a name: six rungs,
// those reached filled. It is drawn beside words that say the same and is hidden
// from those who hear the page.
//
//	body.Ladder = chart.Steps(4)
func Steps(now int) template.HTML {
	pen := &pen{width: 54}
	for i := range 6 {
		h := 5 + float64(i)*3.6
		class := "c-track"
		if i < now {
			class = "c-fill c-work"
		}
		pen.rect(float64(i)*9, 24-h, 7, h, 2, class)
	}
	return template.HTML(`<svg class="ff-rungs" viewBox="0 0 52 24" aria-hidden="true" focusable="false">` + pen.b.String() + `</svg>`)
}
