package worker

import (
	"strings"

	"fotfaste/internal/assessment"
	"fotfaste/internal/web/layout"
)

// profilePart is what a joint assessment came to, in words.
type profilePart struct {
	Heading string
	Wishes  string
	Facts   []layout.Fact
}

func profileOf(f layout.Frame, p assessment.Profile) *profilePart {
	part := &profilePart{Heading: f.Text("worker_intake.profile.unknown"), Wishes: p.Wishes}
	if p.AbilityHours != nil && p.LadderStep > 0 {
		part.Heading = f.Text("worker_intake.profile.heading", "Hours", *p.AbilityHours, "Step", p.LadderStep)
	}
	add := func(label, value string) {
		if value != "" {
			part.Facts = append(part.Facts, layout.Fact{Label: f.Text(label), Value: value})
		}
	}
	if p.AbilityHours != nil {
		add("worker_intake.profile.ability", f.Code("assessment.ability.", *p.AbilityHours))
	}
	if p.LadderStep > 0 {
		add("worker_intake.profile.step", f.Text("worker_intake.profile.step_named", "Step", p.LadderStep,
			"Name", f.Code("assessment.step.", p.LadderStep)))
	}
	if p.MainCause != "" {
		add("worker_intake.profile.cause", f.Code("assessment.main_cause.", p.MainCause))
	}
	add("worker_intake.profile.barriers", joined(f, "assessment.barrier.", p.Barriers))
	add("worker_intake.profile.strengths", joined(f, "assessment.protective.", p.Protective))
	if p.Swedish != "" {
		add("worker_intake.profile.swedish", f.Code("assessment.swedish.", p.Swedish))
	}
	if p.ChildCare != "" {
		add("worker_intake.profile.children", f.Code("assessment.child_care.", p.ChildCare))
	}
	return part
}

func joined[T ~string](f layout.Frame, prefix string, codes []T) string {
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = f.Code(prefix, c)
	}
	return strings.Join(words, ", ")
}
