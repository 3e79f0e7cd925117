package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type eligibilityBody struct {
	Case     casePage
	Verdict  *verdictPart
	Earlier  []layout.Event
	MayJudge bool
	Answers  []form.Option
	Counted  string // where the months come from
	Known    []layout.Fact
}

// verdictPart is a verdict with its criteria, each explained, and the advice.
type verdictPart struct {
	Heading  string
	Made     string
	Criteria []layout.Explanation
	Advice   []string
}

// eligibility shows what the newest verdict says and lets whoever may judge make
// another.
func (p *Pages) eligibility(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showEligibility(w, r, actor, id, nil)
}

// eligibilityJudge makes a verdict.
func (p *Pages) eligibilityJudge(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Judgement{
		Form: visit.Once(f), Starts: f.Day("starts"),
		SeeksWork: readAnswer(f, eligibility.SeeksWork), FarFromWork: readAnswer(f, eligibility.FarFromWork),
		NeedsCoordination: readAnswer(f, eligibility.NeedsCoordination),
	}
	if months, typed := f.IntIfAny(string(eligibility.MonthsSupported), 0, 12); typed {
		in.MonthsSupported = &months
	}
	if err = f.Err(); err == nil {
		err = p.office.JudgeEligibility(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showEligibility(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "eligibility"))
	}
	return layout.Done(w, r, casePath(id, "eligibility"), "worker_intake.eligibility.done")
}

// unknownAnswer is how the answer that is not known is sent: an empty one would be no
// choice at all.
const unknownAnswer = "unknown"

func readAnswer(f *form.Form, fact eligibility.Fact) eligibility.Answer {
	answer := f.Choice(string(fact), string(eligibility.Yes), string(eligibility.No), unknownAnswer)
	if answer == unknownAnswer {
		return eligibility.Unknown
	}
	return eligibility.Answer(answer)
}

func (p *Pages) showEligibility(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	v, err := p.office.SeeEligibility(r.Context(), actor, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	if f == nil {
		f = judgeForm(r, v, today)
	}
	frame := layout.FrameOf(r, "worker_intake.eligibility.title", "Name", v.Person.Name()).With(f)
	body := eligibilityBody{
		Case:     casePageOf(frame, v.Header, access.Eligibility, today),
		MayJudge: v.May(access.JudgeEligibility, casefile.JudgeEligibility),
		Answers: form.Options([]eligibility.Answer{eligibility.Yes, eligibility.No, unknownAnswer}, func(a eligibility.Answer) string {
			return frame.Code("eligibility.answer.", a)
		}),
		Known: []layout.Fact{
			{Label: frame.Code("eligibility.fact.", eligibility.Birth), Value: frame.Day(*v.Known.Facts.Birth)},
			{Label: frame.Code("eligibility.fact.", eligibility.Assessed), Value: frame.Code("eligibility.answer.", v.Known.Facts.Assessed)},
		},
	}
	if v.Known.Facts.MonthsSupported != nil {
		body.Counted = frame.Text("worker_intake.eligibility.counted", "Months", *v.Known.Facts.MonthsSupported)
	}
	for i, j := range v.Verdicts {
		if i == 0 {
			body.Verdict = verdictOf(frame, j)
			continue
		}
		body.Earlier = append(body.Earlier, layout.Event{
			When: frame.Instant(j.At), Text: frame.Code("eligibility.overall.", j.Verdict.Overall), Detail: j.ByName,
		})
	}
	return layout.Render(w, r, "worker/eligibility", layout.Page[eligibilityBody]{Frame: frame, Body: body})
}

// judgeForm begins from the newest verdict, or from what is known without asking.
func judgeForm(r *http.Request, v casework.EligibilityView, today period.Day) *form.Form {
	f := caseForm(r, v.Header).Fill("starts", today.String())
	facts := v.Known.Facts
	if len(v.Verdicts) > 0 {
		facts = v.Verdicts[0].Facts
		f.Fill("starts", max(today, v.Verdicts[0].Verdict.On).String())
	}
	for fact, answer := range map[eligibility.Fact]eligibility.Answer{
		eligibility.SeeksWork: facts.SeeksWork, eligibility.FarFromWork: facts.FarFromWork,
		eligibility.NeedsCoordination: facts.NeedsCoordination,
	} {
		if answer == eligibility.Unknown {
			answer = unknownAnswer
		}
		f.Fill(string(fact), string(answer))
	}
	if facts.MonthsSupported != nil {
		f.Fill(string(eligibility.MonthsSupported), strconv.Itoa(*facts.MonthsSupported))
	}
	return f
}
