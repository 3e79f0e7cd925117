package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
)

type lettersBody struct {
	Head    layout.Head
	Letters []letterLine
	Empty   layout.Empty
}

// letterLine is a letter in the list.
type letterLine struct {
	Title string
	Href  string
	When  string
	Tags  []layout.Tag
}

const lettersPath = "/me/letters/"

// letters is every decision and letter to the participant, newest first.
func (p *Pages) letters(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeMyLetters(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "letters.list.title").Alone()
	body := lettersBody{Empty: layout.Empty{Title: frame.Text("letters.list.empty"), Text: frame.Text("letters.list.empty_help")}}
	fresh := 0
	for _, l := range v.Letters {
		if l.InformedOn == nil {
			fresh++
		}
		body.Letters = append(body.Letters, letterLineOf(frame, l))
	}
	body.Head = layout.Head{Title: frame.Text("letters.list.heading", "Count", fresh), Lead: frame.Text("letters.list.lead")}
	if fresh == 0 {
		body.Head.Title = frame.Text("letters.list.title")
	}
	return layout.Render(w, r, "participant/letters", layout.Page[lettersBody]{Frame: frame, Body: body})
}

// letterLineOf shows the letter in the reader's language where it has been written in it.
func letterLineOf(f layout.Frame, l casework.LetterLine) letterLine {
	shown := l.In(f.Tag())
	line := letterLine{Title: shown.Letter.Title, Href: lettersPath + string(shown.ID), When: f.Day(clock.DayOf(l.MadeAt))}
	switch {
	case l.InformedOn == nil:
		line.Tags = append(line.Tags, layout.Tag{Text: f.Text("letters.new"), Tone: layout.Ask})
	case l.LastAppeal != nil && l.LastAppeal.Last != nil && !l.LastAppeal.Over:
		line.Tags = append(line.Tags, layout.Tag{Text: f.Text("letters.appeal_until", "Last", *l.LastAppeal.Last)})
	}
	return line
}
