package layout

import (
	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// placementTones is the colour of each state.
var placementTones = map[placement.State]Tone{
	placement.Queued: Ask, placement.Offered: Ask, placement.Accepted: Good, placement.Started: Good, placement.Completed: Good,
	placement.Declined: Wrong, placement.Interrupted: Wrong,
}

// PlacementState is where the placement stands, in a word and its tone.
func PlacementState(f Frame, p placement.Placement) Tag {
	return Tag{Text: f.Code("placement.state.", p.State), Tone: placementTones[p.State]}
}

// PlacementStory says in a sentence what is awaited or what happened. Position is the
// turn in the queue, nil where it does not wait.
func PlacementStory(f Frame, p placement.Placement, position *placement.Position) string {
	switch p.State {
	case placement.Queued:
		if position != nil {
			return f.Fault(position.Text()) + " " + f.Fault(position.Wait())
		}
		return f.Text("places.story.queue_passed")
	case placement.Offered:
		key := "places.story.both_awaited"
		switch {
		case p.ProviderSaid == placement.Yes:
			key = "places.story.participant_awaited"
		case p.ParticipantSaid == placement.Yes:
			key = "places.story.provider_awaited"
		}
		return f.Text(key, "Until", f.LongDay(*p.OfferUntil))
	case placement.Accepted:
		return f.Text("places.story.accepted", "From", f.LongDay(*p.From))
	case placement.Started:
		return f.Text("places.story.started", "From", f.Day(*p.StartedOn), "To", f.Day(*p.To))
	case placement.Declined:
		if p.DeclinedBy == "" {
			return ""
		}
		return f.Code("placement.declined_by.", p.DeclinedBy)
	case placement.Completed, placement.Interrupted:
		if p.EndedOn != nil {
			return f.Text("places.story.ended", "On", f.Day(*p.EndedOn))
		}
	case placement.Referred, placement.Proposed:
		return f.Text("places.story.referred")
	}
	return ""
}

// PlacementFacts are the hours, the days and the track.
func PlacementFacts(f Frame, p placement.Placement) []Fact {
	facts := []Fact{
		{Label: f.Text("places.hours"), Value: f.Text("places.hours_a_week", "Hours", p.Hours)},
		{Label: f.Text("places.when"), Value: f.Dates(*p.From, *p.To)},
	}
	if p.Track != "" {
		facts = append(facts, Fact{Label: f.Text("places.track"), Value: f.Code("plan.track.", p.Track)})
	}
	if p.StartedOn != nil {
		facts = append(facts, Fact{Label: f.Text("places.began"), Value: f.Day(*p.StartedOn)})
	}
	if p.EndedOn != nil {
		facts = append(facts, Fact{Label: f.Text("places.ended"), Value: f.Day(*p.EndedOn)})
	}
	return facts
}

var gateTones = map[placement.Outcome]Tone{placement.Allowed: Good, placement.AllowedConfirming: Ask, placement.Blocked: Wrong}

// GateLine is one line of the legal gate, explained: what it is about, how it came
// out, why, and by which act.
func GateLine(f Frame, l placement.Line) Explanation {
	text := l.Text()
	args := map[string]any{}
	for name, value := range text.Args {
		args[name] = value
		if day, ok := value.(string); ok { // kept with the referral, as it was then
			if d, err := period.ParseDay(day); err == nil {
				args[name] = d
			}
		}
	}
	text.Args = args
	return Explanation{
		Text: f.Code("placement.line.", l.Code), Value: f.Code("placement.outcome.", l.Outcome), How: f.Fault(text),
		Source: f.Text("places.by_act", "Act", l.Act.Citation, "Source", l.Source), Tone: gateTones[l.Outcome],
	}
}

var criterionTones = map[catalogue.Outcome]Tone{catalogue.Met: Good, catalogue.Unknown: Ask, catalogue.NotMet: Wrong}

// CriterionLine is one criterion of an intervention as it comes out for a participant.
func CriterionLine(f Frame, c catalogue.CriterionResult) Explanation {
	return Explanation{Text: f.Fault(c.Text()), Value: f.Code("catalogue.outcome.", c.Outcome), Tone: criterionTones[c.Outcome]}
}

// GradeTone is the tone of how sure anybody can be that an intervention works.
func GradeTone(g catalogue.Grade) Tone {
	switch g {
	case catalogue.Effective, catalogue.SmallPositive:
		return Good
	case catalogue.NotEffective:
		return Wrong
	}
	return Plain
}
