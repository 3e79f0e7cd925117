package duty

// Kind is what an activity is for, as the requirement counts it.
type Kind string

// The kinds.
const (
	Motivation    Kind = "motivation_and_ability"
	Language      Kind = "language"
	Prerequisites Kind = "prerequisites_for_seeking_work"
	AtWorkplace   Kind = "at_workplace"
	OwnJobSearch  Kind = "own_job_search" // planned, and not counted
)

// Kinds are all of them.
func Kinds() []Kind { return []Kind{Motivation, Language, Prerequisites, AtWorkplace, OwnJobSearch} }

// Counts tells whether hours of the kind count toward the requirement.
func (k Kind) Counts() bool {
	switch k {
	case Motivation, Language, Prerequisites, AtWorkplace:
		return true
	}
	return false
}

// Activity is an activity of a plan with its hours a week.
type Activity struct {
	Kind  Kind
	Hours Hours
}

// Coverage is how far a plan meets the requirement.
type Coverage struct {
	Duty    Hours // a week
	Planned Hours // a week, of every kind
	Counted Hours // a week, of the kinds that count
	Short   Hours // what is missing; nothing where the duty is met
	// Percent is what is counted of the duty, in whole percent downward, so that a
	// hundred is said only of a duty that is met. More than the duty is a hundred, and so
	// is a duty of no hours.
	Percent int
}

// Cover holds the activities of a plan against a week's duty. Hours below nothing are
// none.
func Cover(weekly Hours, activities []Activity) Coverage {
	c := Coverage{Duty: max(0, weekly), Percent: 100}
	for _, a := range activities {
		hours := max(0, a.Hours)
		c.Planned += hours
		if a.Kind.Counts() {
			c.Counted += hours
		}
	}
	c.Short = max(0, c.Duty-c.Counted)
	if c.Short > 0 {
		c.Percent = int(100 * c.Counted / c.Duty)
	}
	return c
}
