package questions

import "fotfaste/internal/assessment"

// Screen is one theme as it is put to the raters together.
type Screen struct {
	Section assessment.Section
	Items   []Item
}

// Item is a question with whom it is put to.
type Item struct {
	Question     assessment.Question
	Participant  bool
	Professional bool
}

// Screens are the themes that the answers so far call for, in order. Who is nil is
// left out: the participant's own page asks only them.
func Screens(in *assessment.Instrument, alone bool, answers map[assessment.Rater]assessment.Answers) []Screen {
	put := map[string]Item{}
	for rater, given := range answers {
		for _, s := range in.Shown(assessment.Talk{Rater: rater, Alone: alone}, given) {
			for _, q := range s.Questions {
				item := put[q.Code]
				item.Question = q
				item.Participant = item.Participant || rater == assessment.Participant
				item.Professional = item.Professional || rater == assessment.Professional
				put[q.Code] = item
			}
		}
	}
	var screens []Screen
	for _, s := range in.Sections {
		screen := Screen{Section: s}
		for _, q := range s.Questions {
			if item, is := put[q.Code]; is {
				screen.Items = append(screen.Items, item)
			}
		}
		if len(screen.Items) > 0 {
			screens = append(screens, screen)
		}
	}
	return screens
}

// Find is the index of the section's screen, -1 where it is not among them.
func Find(screens []Screen, section string) int {
	for i, s := range screens {
		if s.Section.Code == section {
			return i
		}
	}
	return -1
}

// Grown tells whether the second screen puts a question that the first did not.
func Grown(before, after Screen) bool {
	asked := map[string]bool{}
	for _, item := range before.Items {
		asked[item.Question.Code] = true
	}
	for _, item := range after.Items {
		if !asked[item.Question.Code] {
			return true
		}
	}
	return false
}
