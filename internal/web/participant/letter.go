package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/letter"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type letterBody struct {
	Head    layout.Head
	Facts   []layout.Fact
	Actions []layout.Action
	Letter  letter.Letter
}

// letter is one letter. To open it is to have got it, and the page says so.
func (p *Pages) letter(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.myLetter(r, actor, casework.OnPage)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "letters.mine", "Title", v.Letter.Letter.Title).Alone()
	body := letterBody{
		Head:  layout.Head{Title: layout.LetterStanding(frame.Printer, v)},
		Facts: layout.LetterFacts(frame.Printer, v), Letter: v.Letter.Letter, Actions: layout.LetterActions(frame.Printer, v, lettersPath),
	}
	return layout.Render(w, r, "participant/letter", layout.Page[letterBody]{Frame: frame, Body: body})
}

// myLetter is the letter in the address, if it is to the one who visits.
func (p *Pages) myLetter(r *http.Request, actor access.Actor, form casework.LetterForm) (casework.LetterView, error) {
	letterID, err := visit.ID(r, "letter")
	if err != nil {
		return casework.LetterView{}, err
	}
	id, err := p.office.MyLetterCase(r.Context(), actor, letterID)
	if err != nil {
		return casework.LetterView{}, err
	}
	return p.office.SeeLetter(r.Context(), actor, id, letterID, form)
}
