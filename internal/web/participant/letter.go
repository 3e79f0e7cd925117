package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casework"
	"fotfaste/internal/letter"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type letterBody struct {
	Head    layout.Head
	Facts   []layout.Fact
	Actions []layout.Action
	Appeals []myAppeal
	Letter  letter.Letter
}

// myAppeal is what the participant has written about what the letter tells.
type myAppeal struct {
	Title    string
	State    string
	Wish     string
	Withdraw *layout.Confirm
}

// letter is one letter. To open it is to have got it, and the page says so.
func (p *Pages) letter(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showLetter(w, r, actor, layout.BlankForm(r))
}

func (p *Pages) showLetter(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, document, err := p.myLetter(r, actor)
	switch {
	case err != nil:
		return err
	case document:
		return layout.LetterDocument(w, v)
	}
	frame := layout.FrameOf(r, "letters.mine", "Title", v.Letter.Letter.Title).Alone().With(f)
	body := letterBody{
		Head:  layout.Head{Title: layout.LetterStanding(frame.Printer, v)},
		Facts: layout.LetterFacts(frame.Printer, v), Letter: v.Letter.Letter, Actions: layout.LetterActions(frame.Printer, v, lettersPath),
	}
	waits := false
	for _, a := range v.Appeals {
		waits = waits || a.State == appeal.Received
		body.Appeals = append(body.Appeals, myAppealOf(frame, f, v, a.Appeal))
	}
	if v.Time != nil && !waits && v.Acts[access.SendAppeal] {
		body.Actions = append(body.Actions, layout.Action{Text: frame.Text("appeals.mine.open"), Href: lettersPath + string(v.ID) + "/appeal"})
	}
	return layout.Render(w, r, "participant/letter", layout.Page[letterBody]{Frame: frame, Body: body})
}

func myAppealOf(f layout.Frame, typed *form.Form, v casework.LetterView, a appeal.Appeal) myAppeal {
	mine := myAppeal{Title: f.Text("appeal.heading."+string(a.Kind), "On", a.ReceivedOn), State: f.Code("appeal.state.", a.State), Wish: a.Wish}
	if v.Acts[access.SendAppeal] && a.Can(appeal.Withdraw, appeal.Time{}) == nil {
		mine.Withdraw = &layout.Confirm{Opens: f.Text("appeals.mine.withdraw"), Text: f.Text("appeals.mine.withdraw_ask"), Action: layout.Action{
			Text: f.Text("appeals.mine.withdraw"), About: mine.Title, Post: true, Danger: true,
			Href: lettersPath + string(v.ID) + "/appeal/" + string(a.ID) + "/withdraw", Hidden: []layout.Hidden{{Name: form.OnceField, Value: typed.Once()}}}}
	}
	return mine
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
