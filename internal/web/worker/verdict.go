package worker

import (
	"strconv"

	"fotfaste/internal/casework"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
)

var verdictTones = map[eligibility.Outcome]layout.Tone{
	eligibility.Met: layout.Good, eligibility.NotMet: layout.Wrong, eligibility.NotKnown: layout.Ask,
}

// verdictOf is a verdict in words: each criterion with its outcome, why, the facts that
// it used and where they and the rule come from.
func verdictOf(f layout.Frame, j casework.Judged) *verdictPart {
	part := &verdictPart{
		Heading: f.Code("eligibility.overall.", j.Verdict.Overall),
		Made: f.Text("worker_intake.eligibility.made", "Name", j.ByName, "At", j.At,
			"Starts", j.Verdict.On, "RuleSet", j.Verdict.RuleSet),
	}
	for _, c := range j.Verdict.Criteria {
		line := layout.Explanation{
			Text: f.Code("eligibility.criterion.", c.Code), Value: f.Code("eligibility.outcome.", c.Outcome),
			How: f.Fault(c.Reason), Tone: verdictTones[c.Outcome], Open: c.Outcome != eligibility.Met,
		}
		for _, used := range c.Used {
			step := layout.Explanation{Text: f.Code("eligibility.fact.", used.Fact), Value: usedValue(f, used)}
			if origin := j.Origins[used.Fact]; origin != "" {
				step.How = f.Code("eligibility.origin.", origin)
			}
			line.Steps = append(line.Steps, step)
		}
		line.Steps = append(line.Steps, layout.Explanation{Text: f.Text("worker_intake.eligibility.rule"), Value: f.Source(c.Source)})
		part.Criteria = append(part.Criteria, line)
	}
	for _, a := range j.Verdict.Advice {
		part.Advice = append(part.Advice, f.Fault(a.Text))
	}
	return part
}

func usedValue(f layout.Frame, used eligibility.Used) string {
	switch v := used.Value.(type) {
	case nil:
		return f.Code("eligibility.answer.", unknownAnswer)
	case int:
		return strconv.Itoa(v)
	case float64: // as JSON keeps it
		return strconv.Itoa(int(v))
	case string:
		if day, err := period.ParseDay(v); err == nil {
			return f.Day(day)
		}
		return f.Code("eligibility.answer.", v)
	}
	return f.Value(used.Value)
}
