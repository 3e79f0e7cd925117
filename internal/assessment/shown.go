package assessment

import "slices"

// ShowWhen says when a section or a question is put: when one of Any holds, if there
// are any, and all of All hold. Empty means always.
type ShowWhen struct {
	Any []Condition `yaml:"any"`
	All []Condition `yaml:"all"`
}

// Condition holds when an earlier question is answered with one of the options, or
// with a number of at least or at most so much.
type Condition struct {
	Question string   `yaml:"question"`
	Is       []string `yaml:"is"`
	AtLeast  *int     `yaml:"at_least"`
	AtMost   *int     `yaml:"at_most"`
}

// Talk is a sitting: who answers, and whether the two are alone. Assistance is per
// household, so a partner is often in the room; private questions are put, and their
// answers shown, only when nobody else is (002).
type Talk struct {
	Rater Rater
	Alone bool
}

// Shown is what to put in the talk: the sections with their questions that the
// answers so far call for, in order. Sections with nothing to put are left out.
func (in *Instrument) Shown(talk Talk, answers Answers) []Section {
	sections := in.applying(talk.Rater, answers)
	if talk.Alone {
		return sections
	}
	for i := range sections {
		sections[i].Questions = slices.DeleteFunc(sections[i].Questions, func(q Question) bool { return q.Private })
	}
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Questions) == 0 })
}

// applying are the sections and questions that the answers call for, private ones
// among them. What is answered in a question that is no longer called for is kept but
// does not count: not here, not in the profile, not in any other condition.
func (in *Instrument) applying(r Rater, answers Answers) []Section {
	counting := Answers{}
	var applying []Section
	for _, s := range in.Sections {
		if !s.ShowWhen.holds(counting) {
			continue
		}
		shown := s
		shown.Questions = nil
		for _, q := range s.Questions {
			if !q.For(r) || !q.ShowWhen.holds(counting) {
				continue
			}
			shown.Questions = append(shown.Questions, q)
			if a := answers[q.Code]; a.IsAnswered() {
				counting[q.Code] = a
			}
		}
		if len(shown.Questions) > 0 {
			applying = append(applying, shown)
		}
	}
	return applying
}

func (w ShowWhen) holds(answers Answers) bool {
	one := len(w.Any) == 0
	for _, c := range w.Any {
		one = one || c.holds(answers)
	}
	for _, c := range w.All {
		if !c.holds(answers) {
			return false
		}
	}
	return one
}

func (c Condition) holds(answers Answers) bool {
	a, answered := answers[c.Question]
	if !answered {
		return false
	}
	if a.Number != nil {
		return (c.AtLeast == nil || *a.Number >= *c.AtLeast) && (c.AtMost == nil || *a.Number <= *c.AtMost)
	}
	return slices.ContainsFunc(c.Is, func(option string) bool {
		return option == a.Choice || slices.Contains(a.Choices, option)
	})
}

// conditions are all that it looks at.
func (w ShowWhen) conditions() []Condition { return slices.Concat(w.Any, w.All) }
