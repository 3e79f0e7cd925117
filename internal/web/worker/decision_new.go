package worker

import (
	"net/http"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type decisionNewBody struct {
	Case     casePage
	Heading  string
	Help     string
	AsksFrom bool
	AsksTo   bool
	Advice   []form.Option // of a refusal
	Danger   bool
	Verdict  *verdictPart
	Profile  *profilePart
}

// decisionNewShow is the form of one kind of decision, beside what it stands on.
func (p *Pages) decisionNewShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, kind, err := decisionOf(r)
	if err != nil {
		return err
	}
	return p.showDecisionNew(w, r, actor, id, kind, nil)
}

// decisionNew makes the decision.
func (p *Pages) decisionNew(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, kind, err := decisionOf(r)
	if err != nil {
		return err
	}
	answering, err := appealAnswered(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	reason := f.Text("reason", decision.LeastReason, longestReason)
	switch kind {
	case decision.Grant:
		in := casework.Grant{Form: visit.Once(f), From: f.Day("from"), Reason: reason, Appeal: answering}
		if err = f.Err(); err == nil {
			err = p.office.GrantPlace(r.Context(), actor, id, in)
		}
	case decision.Refuse:
		in := casework.Refusal{Form: visit.Once(f), Reason: reason, Appeal: answering}
		for _, code := range f.Choices("advice", codes(eligibility.AdviceCodes())...) {
			in.Advice = append(in.Advice, eligibility.AdviceCode(code))
		}
		if err = f.Err(); err == nil {
			err = p.office.RefusePlace(r.Context(), actor, id, in)
		}
	default:
		in := casework.Change{Form: visit.Once(f), Kind: kind, Reason: reason, Appeal: answering}
		if asksFrom(kind) {
			in.From = f.Day("from")
		}
		if asksTo(kind) {
			in.To = f.Day("to")
		}
		if err = f.Err(); err == nil {
			err = p.office.ChangeDecision(r.Context(), actor, id, in)
		}
	}
	switch {
	case f.Take(err):
		return p.showDecisionNew(w, r, actor, id, kind, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "decisions"))
	}
	if answering != "" {
		return layout.Done(w, r, appealPath(id, answering), "worker_intake.decision_new.done")
	}
	return layout.Done(w, r, casePath(id, "decisions"), "worker_intake.decision_new.done")
}

// appealAnswered is the appeal in the address that the decision answers, zero for none.
func appealAnswered(r *http.Request) (ident.ID, error) {
	text := r.URL.Query().Get("appeal")
	if text == "" {
		return "", nil
	}
	id, err := ident.Parse(text)
	if err != nil {
		return "", fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	return id, nil
}

// longestReason is in characters.
const longestReason = 6000

func asksFrom(kind decision.Kind) bool { return kind != decision.Extend && kind != decision.Refuse }

func asksTo(kind decision.Kind) bool { return kind == decision.Extend || kind == decision.Pause }

// decisionOf is the case and the kind in the address.
func decisionOf(r *http.Request) (ident.ID, decision.Kind, error) {
	id, err := visit.ID(r, "case")
	if err != nil {
		return id, "", err
	}
	kind := decision.Kind(r.PathValue("kind"))
	if !slices.Contains(decision.Kinds(), kind) {
		return id, "", fault.New(fault.NotFound, "fault.not_found")
	}
	return id, kind, nil
}

func (p *Pages) showDecisionNew(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, kind decision.Kind, f *form.Form) error {
	v, err := p.office.SeeDecisions(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		if !mayDecide(v, kind) {
			// What cannot be decided now has no form: the page of decisions says why.
			http.Redirect(w, r, casePath(id, "decisions"), http.StatusSeeOther)
			return nil
		}
		f = decisionForm(r, v, kind, clock.Today(p.office.Clock).String())
	}
	frame := layout.FrameOf(r, "worker_intake.decision_new.title", "Kind", layout.PrinterOf(r).Code("decision.kind.", kind), "Name", v.Person.Name()).With(f)
	body := decisionNewBody{
		Case:     casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Heading:  frame.Code("decision.kind.", kind),
		Help:     frame.Text("worker_intake.decision_new.help."+string(kind), "Years", v.Rules.Years, "More", v.Rules.ExtensionYears),
		AsksFrom: asksFrom(kind), AsksTo: asksTo(kind), Danger: kind == decision.Refuse || kind == decision.Stop,
	}
	if v.Unknown.Has(law.ProgrammeRules) {
		body.Help = frame.Text("worker_intake.decisions.no_rules", "Day", clock.Today(p.office.Clock))
	}
	if v.Verdict != nil {
		body.Verdict = verdictOf(frame, *v.Verdict)
	}
	if v.Profile != nil {
		body.Profile = profileOf(frame, *v.Profile)
	}
	if kind == decision.Refuse {
		for _, a := range offeredAdvice(v) {
			body.Advice = append(body.Advice, form.Option{Value: string(a.Code), Text: frame.Fault(a.Text)})
		}
	}
	return layout.Render(w, r, "worker/decision_new", layout.Page[decisionNewBody]{Frame: frame, Body: body})
}

// offeredAdvice is where a person who is refused can be advised to turn.
func offeredAdvice(v casework.DecisionsView) []eligibility.Advice {
	if v.Verdict == nil {
		return casework.AdviceFor(eligibility.Verdict{})
	}
	return casework.AdviceFor(v.Verdict.Verdict)
}

// decisionForm begins from today, and a refusal from the advice of the verdict.
func decisionForm(r *http.Request, v casework.DecisionsView, kind decision.Kind, today string) *form.Form {
	f := caseForm(r, v.Header)
	if asksFrom(kind) {
		f.Fill("from", today)
	}
	if kind == decision.Refuse && v.Verdict != nil {
		var chosen []string
		for _, a := range v.Verdict.Verdict.Advice {
			chosen = append(chosen, string(a.Code))
		}
		f.Fill("advice", chosen...)
	}
	return f
}
