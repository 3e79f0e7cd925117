package worker

import (
	"net/http"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/questions"
	"fotfaste/internal/web/visit"
)

type assessmentSectionBody struct {
	Case      casePage
	Themes    layout.Tabs
	Heading   string
	Intro     string
	Alone     bool
	AloneLink layout.Action
	Own       string // the participant answers on their own page: who
	MaySave   bool
	Seen      int64
	Items     []assessmentItem
}

// assessmentItem is a question with a side for each rater that it is put to.
type assessmentItem struct {
	Sides   []assessmentSide
	Private bool
	Differ  bool // both have answered, and not the same
}

type assessmentSide struct {
	Rater string
	Field form.Field
	Later *form.Field // nil for a question that may be left empty anyway
	Asks  string      // read only: the question
	Words string      // and the answer
}

// sitting is one theme of a round as the address names it.
type sitting struct {
	id, round ident.ID
	section   string
	alone     bool
}

func sittingOf(r *http.Request) (sitting, error) {
	id, err := visit.ID(r, "case")
	if err != nil {
		return sitting{}, err
	}
	round, err := visit.ID(r, "round")
	return sitting{id, round, r.PathValue("section"), r.URL.Query().Get("alone") == "true"}, err
}

// assessmentSection is one theme, both raters side by side.
func (p *Pages) assessmentSection(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	s, err := sittingOf(r)
	if err != nil {
		return err
	}
	return p.showAssessmentSection(w, r, actor, s, nil)
}

// assessmentSave keeps the theme and goes on to the next, or stays where an answer
// called for more questions.
func (p *Pages) assessmentSave(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	s, err := sittingOf(r)
	if err != nil {
		return err
	}
	_, before, err := p.screens(r, actor, s)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	seen, _ := strconv.ParseInt(f.Raw("seen"), 10, 64) // without one, nothing was shown that could be stale
	in := casework.Sitting{Form: casework.Form{Token: f.Once()}, Round: s.round, Section: s.section, Alone: s.alone, Seen: seen}
	instrument, round := before.instrument, before.round
	if !round.AnswersThemselves(before.account) {
		in.Participant = questions.Read(f, instrument, assessment.Talk{Rater: assessment.Participant, Alone: s.alone})
	}
	in.Professional = questions.Read(f, instrument, assessment.Talk{Rater: assessment.Professional, Alone: s.alone})
	if err = f.Err(); err == nil {
		err = p.office.SaveAnswers(r.Context(), actor, s.id, in)
	}
	switch {
	case f.Take(err):
		return p.showAssessmentSection(w, r, actor, s, f)
	case err != nil:
		return layout.Onward(err, sectionPath(s.id, s.round, s.section, s.alone))
	}
	_, after, err := p.screens(r, actor, s)
	if err != nil {
		return err
	}
	return layout.Done(w, r, s.onward(f, before.list, after.list), "worker_intake.assessment.saved")
}

// onward is where to go after saving.
func (s sitting) onward(f *form.Form, before, after []questions.Screen) string {
	was, now := questions.Find(before, s.section), questions.Find(after, s.section)
	switch {
	case now >= 0 && was >= 0 && questions.Grown(before[was], after[now]):
		return sectionPath(s.id, s.round, s.section, s.alone)
	case f.Sent("pause") || now+1 >= len(after):
		return casePath(s.id, "assessment")
	}
	return sectionPath(s.id, s.round, after[now+1].Section.Code, s.alone)
}

// screened is a round with its themes as they are put now.
type screened struct {
	instrument *assessment.Instrument
	round      casework.Round
	account    ident.ID
	list       []questions.Screen
}

func (p *Pages) screens(r *http.Request, actor access.Actor, s sitting) (casework.AssessmentView, screened, error) {
	v, err := p.office.SeeAssessment(r.Context(), actor, s.id, s.alone)
	if err != nil {
		return v, screened{}, err
	}
	round, found := v.Round(s.round)
	if !found {
		return v, screened{}, fault.New(fault.NotFound, "fault.not_found")
	}
	return v, screened{round.Instrument, round, v.Account, questions.Screens(round.Instrument, v.Alone,
		map[assessment.Rater]assessment.Answers{
			assessment.Participant: round.Participant.Answers, assessment.Professional: round.Professional.Answers,
		})}, nil
}

func (p *Pages) showAssessmentSection(w http.ResponseWriter, r *http.Request, actor access.Actor, s sitting, f *form.Form) error {
	v, on, err := p.screens(r, actor, s)
	if err != nil {
		return err
	}
	at := questions.Find(on.list, s.section)
	if at < 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	if f == nil {
		f = layout.BlankForm(r).Fill("seen", strconv.FormatInt(on.round.Professional.SavedAt.UnixMicro(), 10))
		questions.Fill(f, assessment.Participant, on.round.Participant.Answers)
		questions.Fill(f, assessment.Professional, on.round.Professional.Answers)
	}
	screen := on.list[at]
	frame := layout.FrameOf(r, "worker_intake.section.title", "Theme", screen.Section.Title.In(layout.PrinterOf(r).Tag()), "Name", v.Person.Name()).With(f)
	body := assessmentSectionBody{
		Case: casePageOf(frame, v.Header, access.Assessment, clock.Today(p.office.Clock)), Alone: v.Alone,
		Heading: frame.Text("worker_intake.section.heading", "Theme", screen.Section.Title.In(frame.Tag()), "Number", at+1, "Of", len(on.list)),
		Intro:   screen.Section.Intro.In(frame.Tag()), MaySave: v.May(access.Assess, casefile.Assess) && !on.round.IsCompleted(),
		Themes: themeTabs(frame, s, on.list), AloneLink: layout.Action{Text: frame.Text("worker_intake.section.alone_now"), Href: sectionPath(s.id, s.round, s.section, true)},
	}
	if v.Alone {
		body.AloneLink = layout.Action{Text: frame.Text("worker_intake.section.not_alone"), Href: sectionPath(s.id, s.round, s.section, false)}
	}
	own := on.round.AnswersThemselves(v.Account)
	if own {
		body.Own = v.Person.GivenName
	}
	for _, item := range screen.Items {
		body.Items = append(body.Items, itemOf(frame, f, on.round, item, own || !body.MaySave, !body.MaySave))
	}
	return layout.Render(w, r, "worker/assessment_section", layout.Page[assessmentSectionBody]{Frame: frame, Body: body})
}

func themeTabs(f layout.Frame, s sitting, screens []questions.Screen) layout.Tabs {
	tabs := layout.Tabs{Label: f.Text("worker_intake.section.themes")}
	for _, screen := range screens {
		tabs.Links = append(tabs.Links, layout.Link{
			Text: screen.Section.Title.In(f.Tag()), Href: sectionPath(s.id, s.round, screen.Section.Code, s.alone),
			Current: screen.Section.Code == s.section,
		})
	}
	return tabs
}

// itemOf puts a question to those it is for; what a rater's own page holds, or what is
// complete, is read only.
func itemOf(frame layout.Frame, f *form.Form, round casework.Round, item questions.Item, readParticipant, readProfessional bool) assessmentItem {
	q := item.Question
	part := assessmentItem{Private: q.Private}
	side := func(rater assessment.Rater, answers assessment.Answers, readOnly bool) {
		s := assessmentSide{Rater: frame.Code("assessment.rater.", rater)}
		if readOnly {
			s.Asks = q.Asks(rater).In(frame.Tag())
			s.Words = questions.Words(frame.Printer, q, answers[q.Code], "worker_intake.section.later", "worker_intake.section.unanswered")
		} else {
			s.Field = questions.Field(f, frame.Tag(), q, rater)
			if questions.CanWait(q) {
				later := questions.Later(f, "worker_intake.section.ask_later", q, rater)
				s.Later = &later
			}
		}
		part.Sides = append(part.Sides, s)
	}
	if item.Participant {
		side(assessment.Participant, round.Participant.Answers, readParticipant)
	}
	if item.Professional {
		side(assessment.Professional, round.Professional.Answers, readProfessional)
	}
	part.Differ = item.Participant && item.Professional && differ(q, round.Participant.Answers[q.Code], round.Professional.Answers[q.Code])
	return part
}

// differ tells whether both have answered, and not the same. Words are never compared.
func differ(q assessment.Question, a, b assessment.Answer) bool {
	if q.Kind == assessment.Words || !a.IsAnswered() || !b.IsAnswered() {
		return false
	}
	if a.Number != nil && b.Number != nil {
		return *a.Number != *b.Number
	}
	return a.Choice != b.Choice || !slices.Equal(slices.Sorted(slices.Values(a.Choices)), slices.Sorted(slices.Values(b.Choices)))
}
