package participant

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/questions"
)

type assessmentSectionBody struct {
	Head      layout.Head
	Alone     bool
	AloneLink layout.Action
	Items     []askedItem
	Back      string
}

type askedItem struct {
	Field   form.Field
	Later   *form.Field // nil for a question that may be left empty anyway
	Private bool
}

func alone(r *http.Request) bool { return r.URL.Query().Get("alone") == "true" }

// assessmentSection is one theme of one's own assessment.
func (p *Pages) assessmentSection(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAssessmentSection(w, r, actor, nil)
}

// assessmentSave keeps one's own answers and goes on to the next theme, or stays where
// an answer called for more questions.
func (p *Pages) assessmentSave(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, round, before, err := p.asked(r, actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	seen, _ := strconv.ParseInt(f.Raw("seen"), 10, 64) // without one, nothing was shown that could be stale
	in := casework.Sitting{
		Form: casework.Form{Token: f.Once()}, Round: round.ID(), Section: r.PathValue("section"), Alone: alone(r), Seen: seen,
		Participant: questions.Read(f, round.Instrument, assessment.Talk{Rater: assessment.Participant, Alone: alone(r)}),
	}
	if err = f.Err(); err == nil {
		err = p.office.SaveMyAnswers(r.Context(), actor, v.Case.ID, in)
	}
	switch {
	case f.Take(err):
		return p.showAssessmentSection(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, assessmentPath)
	}
	_, _, after, err := p.asked(r, actor)
	if err != nil {
		return err
	}
	return layout.Done(w, r, onward(r, f, before, after), "participant_intake.assessment.saved")
}

func onward(r *http.Request, f *form.Form, before, after []questions.Screen) string {
	section := r.PathValue("section")
	was, now := questions.Find(before, section), questions.Find(after, section)
	switch {
	case now >= 0 && was >= 0 && questions.Grown(before[was], after[now]):
		return sectionPath(section, alone(r))
	case f.Sent("pause") || now+1 >= len(after):
		return assessmentPath
	}
	return sectionPath(after[now+1].Section.Code, alone(r))
}

// asked is the open round with its themes as they are put now. NotFound where there is
// none, or not that theme.
func (p *Pages) asked(r *http.Request, actor access.Actor) (casework.AssessmentView, casework.Round, []questions.Screen, error) {
	v, err := p.mine(r, actor, alone(r))
	if err != nil {
		return v, casework.Round{}, nil, err
	}
	round, goesOn := open(v)
	if !goesOn {
		return v, round, nil, fault.New(fault.NotFound, "fault.not_found")
	}
	screens := screensOf(v, round)
	if questions.Find(screens, r.PathValue("section")) < 0 {
		return v, round, nil, fault.New(fault.NotFound, "fault.not_found")
	}
	return v, round, screens, nil
}

func (p *Pages) showAssessmentSection(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, round, screens, err := p.asked(r, actor)
	if err != nil {
		return err
	}
	if f == nil {
		f = layout.BlankForm(r).Fill("seen", strconv.FormatInt(round.Participant.SavedAt.UnixMicro(), 10))
		questions.Fill(f, assessment.Participant, round.Participant.Answers)
	}
	at := questions.Find(screens, r.PathValue("section"))
	section := screens[at].Section
	frame := layout.FrameOf(r, "participant_intake.section.title", "Theme", section.Title.In(layout.PrinterOf(r).Tag())).With(f).Alone()
	body := assessmentSectionBody{
		Head: layout.Head{
			Eyebrow: frame.Text("participant_intake.section.place", "Number", at+1, "Of", len(screens)),
			Title:   section.Title.In(frame.Tag()), Lead: section.Intro.In(frame.Tag()),
		},
		Alone: v.Alone, Back: assessmentPath,
		AloneLink: layout.Action{Text: frame.Text("participant_intake.section.alone_now"), Href: sectionPath(section.Code, true)},
	}
	if v.Alone {
		body.AloneLink = layout.Action{Text: frame.Text("participant_intake.section.not_alone"), Href: sectionPath(section.Code, false)}
	}
	for _, item := range screens[at].Items {
		asked := askedItem{
			Field: questions.Field(f, frame.Tag(), item.Question, assessment.Participant), Private: item.Question.Private,
		}
		if questions.CanWait(item.Question) {
			later := questions.Later(f, "participant_intake.section.ask_later", item.Question, assessment.Participant)
			asked.Later = &later
		}
		body.Items = append(body.Items, asked)
	}
	return layout.Render(w, r, "participant/assessment_section", layout.Page[assessmentSectionBody]{Frame: frame, Body: body})
}
