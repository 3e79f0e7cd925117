package worker

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

type appealNewBody struct {
	Case     casePage
	Help     string
	Kinds    []form.Option
	Senders  []form.Option
	Earliest string
	Latest   string
}

// The longest that somebody writes, in characters.
const (
	longestWish   = 2000
	longestAppeal = 10_000
	longestName   = 100
)

// appealNewShow is the form for an appeal that has come on paper.
func (p *Pages) appealNewShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAppealNew(w, r, actor, nil)
}

// appealNew takes it in.
func (p *Pages) appealNew(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, letterID, err := letterOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.AppealDraft{
		Form: visit.Once(f), Kind: appeal.Kind(f.Choice("kind", string(appeal.ToCourt), string(appeal.Reconsideration))),
		By:         appeal.Sender(f.Choice("by", string(appeal.Participant), string(appeal.Representative))),
		ReceivedOn: f.Day("received_on"), Wish: f.Text("wish", 1, longestWish), Reason: f.Text("reason", 0, longestAppeal),
		Representative: f.Text("representative", 0, longestName),
	}
	filed := letterID
	if err = f.Err(); err == nil {
		filed, err = p.office.RegisterAppeal(r.Context(), actor, id, letterID, in)
	}
	switch {
	case f.Take(err):
		return p.showAppealNew(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "decisions"))
	}
	return layout.Done(w, r, appealPath(id, filed), "appeals.new.done")
}

func (p *Pages) showAppealNew(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, letterID, err := letterOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeLetter(r.Context(), actor, id, letterID, casework.OnPage)
	if err != nil {
		return err
	}
	if f == nil {
		if v.Time == nil || !v.Acts[access.RegisterAppeal] {
			http.Redirect(w, r, letterPath(id, letterID), http.StatusSeeOther) // which says what can be done
			return nil
		}
		f = caseForm(r, v.Header).Fill("received_on", v.Today.String()).Fill("by", string(appeal.Participant))
	}
	made := clock.DayOf(v.MadeAt)
	frame := layout.FrameOf(r, "appeals.new.title", "Name", v.Person.Name()).With(f)
	body := appealNewBody{
		Case:     casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Help:     frame.Text("appeals.new.help", "Title", v.Letter.Letter.Title, "Day", made),
		Kinds:    form.Options(appeal.Kinds(), func(k appeal.Kind) string { return frame.Code("appeals.kind.", k) }),
		Senders:  form.Options([]appeal.Sender{appeal.Participant, appeal.Representative}, func(s appeal.Sender) string { return frame.Code("appeal.by.", s) }),
		Earliest: made.String(), Latest: v.Today.String(),
	}
	return layout.Render(w, r, "worker/appeal_new", layout.Page[appealNewBody]{Frame: frame, Body: body})
}
