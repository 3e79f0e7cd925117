package worker

import (
	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

// nextSteps lead from the head of a case to what comes next on its way in: the one
// that is due first, and the person's details. What the reader may not do is not shown.
func nextSteps(f layout.Frame, h casework.Header) []layout.Action {
	c := h.Case
	var actions []layout.Action
	add := func(may bool, key, page string) {
		if may {
			actions = append(actions, layout.Action{Text: f.Text(key), Href: casePath(c.ID, page), Main: len(actions) == 0})
		}
	}
	switch c.State {
	case casefile.Enquiry:
		add(h.May(access.JudgeEligibility, casefile.JudgeEligibility), "worker_intake.next.judge", "eligibility")
		add(h.May(access.Assess, casefile.BeginAssessment), "worker_intake.next.assess", "assessment")
	case casefile.Assessing:
		add(h.Acts[access.Assess] && !c.IsAssessed(), "worker_intake.next.assess", "assessment")
		add(h.May(access.GrantOrRefuse, casefile.Grant), "worker_intake.next.decide", "decisions")
	case casefile.Granted:
		add(c.Manager.IsZero() && h.May(access.AssignManager, casefile.AssignManager), "worker_intake.next.manager", "manager")
		add(h.May(access.StartProgramme, casefile.Start), "worker_intake.next.start", "decisions")
	}
	if h.Acts[access.CorrectPerson] {
		actions = append(actions, layout.Action{Text: f.Text("worker_intake.next.person"), Href: casePath(c.ID, "person")})
	}
	return actions
}
