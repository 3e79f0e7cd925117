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
	v, document, err := p.myLetter(r, actor)
	switch {
	case err != nil:
		return err
	case document:
		return layout.LetterDocument(w, v)
	}
	frame := layout.FrameOf(r, "letters.mine", "Title", v.Letter.Letter.Title).Alone()
	body := letterBody{
		Head:  layout.Head{Title: layout.LetterStanding(frame.Printer, v)},
		Facts: layout.LetterFacts(frame.Printer, v), Letter: v.Letter.Letter, Actions: layout.LetterActions(frame.Printer, v, lettersPath),
	}
	return layout.Render(w, r, "participant/letter", layout.Page[letterBody]{Frame: frame, Body: body})
}

// myLetter is the letter in the address, if it is to the one who visits, and whether it
// is asked for as a document.
func (p *Pages) myLetter(r *http.Request, actor access.Actor) (v casework.LetterView, document bool, err error) {
	letterID, document, err := visit.IDOrDocument(r, "letter", layout.AsDocument)
	if err != nil {
		return v, document, err
	}
	id, err := p.office.MyLetterCase(r.Context(), actor, letterID)
	if err != nil {
		return v, document, err
	}
	form := casework.OnPage
	if document {
		form = casework.AsDocument
	}
	v, err = p.office.SeeLetter(r.Context(), actor, id, letterID, form)
	return v, document, err
}
