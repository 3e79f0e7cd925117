package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type appealBody struct {
	Head  layout.Head
	Time  string
	Late  bool
	Kinds []form.Option
}

// appealShow is the form to appeal what a letter tells, or to ask for a change of it.
func (p *Pages) appealShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAppeal(w, r, actor, nil)
}

// appeal sends it.
func (p *Pages) appeal(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	letterID, err := visit.ID(r, "letter")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.AppealDraft{
		Form: casework.Form{Token: f.Once()}, Kind: appeal.Kind(f.Choice("kind", string(appeal.ToCourt), string(appeal.Reconsideration))),
		Wish: f.Text("wish", 1, 2000), Reason: f.Text("reason", 0, 10_000),
	}
	id, err := p.office.MyLetterCase(r.Context(), actor, letterID)
	if err != nil {
		return err
	}
	if err = f.Err(); err == nil {
		err = p.office.SendAppeal(r.Context(), actor, id, letterID, in)
	}
	switch {
	case f.Take(err):
		return p.showAppeal(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, lettersPath+string(letterID))
	}
	return layout.Done(w, r, lettersPath+string(letterID), "appeals.mine.done")
}

// appealWithdraw takes it back.
func (p *Pages) appealWithdraw(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	letterID, err := visit.ID(r, "letter")
	if err != nil {
		return err
	}
	appealID, err := visit.ID(r, "appeal")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	id, err := p.office.MyLetterCase(r.Context(), actor, letterID)
	if err == nil {
		err = p.office.WithdrawAppeal(r.Context(), actor, id, appealID, casework.Form{Token: f.Once()})
	}
	switch {
	case f.Take(err):
		return p.showLetter(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, lettersPath+string(letterID))
	}
	return layout.Done(w, r, lettersPath+string(letterID), "appeals.mine.withdrawn")
}

func (p *Pages) showAppeal(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, _, err := p.myLetter(r, actor)
	if err != nil {
		return err
	}
	if f == nil {
		if v.Time == nil {
			http.Redirect(w, r, lettersPath+string(v.ID), http.StatusSeeOther)
			return nil
		}
		f = layout.BlankForm(r).Fill("kind", string(appeal.ToCourt))
	}
	frame := layout.FrameOf(r, "appeals.mine.title").With(f).Alone()
	body := appealBody{
		Head: layout.Head{Title: frame.Text("appeals.mine.heading"),
			Lead: frame.Text("appeals.mine.lead", "Title", v.Letter.Letter.Title, "Day", clock.DayOf(v.MadeAt))},
		Kinds: form.Options(appeal.Kinds(), func(k appeal.Kind) string { return frame.Code("appeals.kind.", k) }),
	}
	if v.Time != nil && v.Time.Last != nil {
		key := "appeals.mine.last"
		if body.Late = v.Time.Over; body.Late {
			key = "appeals.mine.late"
		}
		body.Time = frame.Text(key, "Last", *v.Time.Last)
	}
	return layout.Render(w, r, "participant/appeal", layout.Page[appealBody]{Frame: frame, Body: body})
}
