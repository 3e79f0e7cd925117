package worker

import (
	"fotfaste/internal/followup"
	"fotfaste/internal/web/layout"
)

// targetFacts are the clocks of a case with their traffic lights, in words.
func targetFacts(f layout.Frame, targets []followup.Target) []layout.Fact {
	var facts []layout.Fact
	for _, t := range targets {
		facts = append(facts, layout.Fact{
			Label: f.Code("worker_home.target.", t.Kind), Value: targetValue(f, t), Note: targetNote(f, t), Tone: lightTone(t.Light),
		})
	}
	return facts
}

// hoursAsDays is where hours become too many to read.
const hoursAsDays = 96

// targetValue is how long it took, or has taken.
func targetValue(f layout.Frame, t followup.Target) string {
	switch {
	case t.Kind != followup.FirstMeeting:
		return f.Text("worker_home.days", "Count", t.Took)
	case t.Took >= hoursAsDays:
		return f.Text("worker_home.days", "Count", t.Took/24)
	}
	return f.Text("worker_home.hours", "Count", t.Took)
}

// targetNote says how that stands to the target.
func targetNote(f layout.Frame, t followup.Target) string {
	within := f.Text("worker_home.days", "Count", t.Within)
	if t.Kind == followup.FirstMeeting {
		within = f.Text("worker_home.hours", "Count", t.Within)
	}
	key := "worker_home.clock.within"
	switch {
	case !t.Met && t.Light == followup.Red:
		key = "worker_home.clock.passed"
	case !t.Met:
		key = "worker_home.clock.runs"
	case t.Light == followup.Red:
		key = "worker_home.clock.late"
	}
	return f.Text(key, "Within", within)
}

func lightTone(l followup.Light) layout.Tone {
	switch l {
	case followup.Red:
		return layout.Wrong
	case followup.Amber:
		return layout.Ask
	}
	return layout.Good
}
