package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/letter"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type letterBody struct {
	Case     casePage
	Heading  string
	Facts    []layout.Fact
	Actions  []layout.Action
	Letter   letter.Letter
	Appeals  []appealLine
	Ways     []form.Option // how it reached the person; none where nothing is to be noted
	Earliest string
	Latest   string
}

// byStaff are the ways in which staff give somebody a letter.
var byStaff = []letter.Way{letter.HandedOver, letter.Posted}

// letterShow is a letter as it was written, and whether the person has got it; or the
// letter alone, as a document.
func (p *Pages) letterShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	letterID, document, err := visit.IDOrDocument(r, "letter", layout.AsDocument)
	if err != nil {
		return err
	}
	if !document {
		return p.showLetter(w, r, actor, nil)
	}
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeLetter(r.Context(), actor, id, letterID, casework.AsDocument)
	if err != nil {
		return err
	}
	return layout.LetterDocument(w, v)
}

// letter notes when the person got it.
func (p *Pages) letter(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, letterID, err := letterOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.LetterReceipt{Form: visit.Once(f), On: f.Day("on"), How: letter.Way(f.Choice("how", string(letter.HandedOver), string(letter.Posted)))}
	if err = f.Err(); err == nil {
		err = p.office.NoteLetterGot(r.Context(), actor, id, letterID, in)
	}
	switch {
	case f.Take(err):
		return p.showLetter(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, letterPath(id, letterID))
	}
	return layout.Done(w, r, letterPath(id, letterID), "letters.noted")
}

// letterOf is the case and the letter in the address.
func letterOf(r *http.Request) (id, letterID ident.ID, err error) {
	if id, err = visit.ID(r, "case"); err == nil {
		letterID, err = visit.ID(r, "letter")
	}
	return id, letterID, err
}

func letterPath(id, letterID ident.ID) string { return casePath(id, "letters/"+string(letterID)) }

func (p *Pages) showLetter(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, letterID, err := letterOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeLetter(r.Context(), actor, id, letterID, casework.OnPage)
	if err != nil {
		return err
	}
	if f == nil {
		f = caseForm(r, v.Header).Fill("on", v.Today.String())
	}
	frame := layout.FrameOf(r, "letters.title", "Title", v.Letter.Letter.Title, "Name", v.Person.Name()).With(f)
	body := letterBody{
		Case:    casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Heading: layout.LetterStanding(frame.Printer, v), Facts: layout.LetterFacts(frame.Printer, v), Letter: v.Letter.Letter,
		Actions: layout.LetterActions(frame.Printer, v, casePath(id, "letters/")),
	}
	for _, a := range v.Appeals {
		body.Appeals = append(body.Appeals, appealLineOf(frame, id, a))
	}
	if v.Time != nil && v.Acts[access.RegisterAppeal] {
		body.Actions = append(body.Actions, layout.Action{Text: frame.Text("appeals.register"), Href: letterPath(id, letterID) + "/appeal"})
	}
	if v.InformedOn == nil && v.Acts[access.NoteLetterGot] {
		body.Ways = form.Options(byStaff, func(way letter.Way) string { return frame.Code("letters.how.", way) })
		body.Earliest, body.Latest = clock.DayOf(v.MadeAt).String(), v.Today.String()
	}
	return layout.Render(w, r, "worker/letter", layout.Page[letterBody]{Frame: frame, Body: body})
}
