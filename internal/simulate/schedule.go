package simulate

import (
	"fmt"
	"slices"

	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/period"
)

// shareActive is how many of a thousand cases are active on the reference day.
const shareActive = 620

// sharesOfStates are the states of a thousand cases on the reference day.
var sharesOfStates = []struct {
	state casefile.State
	share int
}{
	{casefile.Enquiry, 15}, {casefile.Assessing, 20}, {casefile.Granted, 15}, {casefile.Refused, 10},
	{casefile.Active, shareActive}, {casefile.Paused, 20},
	{casefile.Exited, 60}, {casefile.FollowUp, 140}, {casefile.Closed, 100},
}

// course is what happens to one case and when, before it is told in full. A day of
// 0 has not come.
type course struct {
	adult  int // index into the municipality's adults
	state  casefile.State
	number string

	opened, judged, assessed, decided, start, end period.Day
	paused                                        period.Day // first day of the pause that is on
	grantedTo                                     period.Day // with extension
	extended                                      period.Day // when the extension was decided
	withdrawn                                     period.Day
	exit                                          followup.ExitKind
	tenures                                       []tenure
}

// tenure is a case manager's time with a case.
type tenure struct {
	manager int // index into the case managers
	from    period.Day
	to      period.Day // 0 while it goes on
}

// history is how far back the cases go, in days.
const history = 730

// plot decides the course of every case, in the order in which they were opened.
func (m *Municipality) plot() ([]course, error) {
	shares := make([]int, len(sharesOfStates))
	for i, s := range sharesOfStates {
		shares[i] = s.share
	}
	people := m.candidates()
	courses := make([]course, 0, m.cases)
	for i, count := range apportion(m.cases, shares) {
		for range count {
			c := course{state: sharesOfStates[i].state}
			c.date(newStream(m.Seed, "course", len(courses)), m.Today)
			if !m.pick(&c, &people) {
				return nil, fmt.Errorf("too few adults of the right age for %d cases", m.cases)
			}
			courses = append(courses, c)
		}
	}
	slices.SortStableFunc(courses, func(a, b course) int { return int(a.opened - b.opened) })
	serial := map[int]int{}
	for i := range courses {
		year := courses[i].opened.Year()
		serial[year]++
		courses[i].number = casefile.Number(year, serial[year])
	}
	m.shareOutExits(courses)
	return courses, m.shareOutManagers(courses)
}

// candidates are the adults of the target group in a random order. Who has no
// ability now seldom asks to take part.
func (m *Municipality) candidates() []int {
	s := newStream(m.Seed, "candidates", 0)
	var people []int
	for i := range m.Adults {
		if a := &m.Adults[i]; a.InTargetGroup() && (a.AbilityHours > 0 || s.chance(0.3)) {
			people = append(people, i)
		}
	}
	s.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	return people
}

// pick takes the first candidate of an age that the programme takes (000: 25-58 at
// the start). Every other refused one is outside it.
func (m *Municipality) pick(c *course, people *[]int) bool {
	outside := c.state == casefile.Refused && c.opened%2 == 0
	on := max(c.start, c.decided, c.opened)
	for at, i := range *people {
		age := m.Adults[i].Person.Age(on)
		if (age >= 25 && age <= 58) != outside && age >= 18 {
			c.adult = i
			*people = slices.Delete(*people, at, at+1)
			return true
		}
	}
	return false
}

// date draws the days of the course.
func (c *course) date(s stream, today period.Day) {
	switch c.state {
	case casefile.Enquiry:
		c.opened = workdayBefore(today.AddDays(-s.between(0, 9)))
	case casefile.Assessing:
		c.opened = workdayBefore(today.AddDays(-s.between(8, 30)))
		c.judged = workday(c.opened.AddDays(s.between(1, 4)))
	case casefile.Refused:
		c.decided = workdayBefore(today.AddDays(-s.between(5, 400)))
		c.before(s)
	case casefile.Granted:
		c.decided = workdayBefore(today.AddDays(-s.between(1, 10)))
		c.before(s)
	case casefile.Active:
		ago := s.between(3, 362)
		if s.chance(0.14) {
			ago = s.between(372, 640)
		}
		c.begin(s, today.AddDays(-ago))
	case casefile.Paused:
		c.begin(s, today.AddDays(-s.between(90, 330)))
		c.paused = workdayBefore(today.AddDays(-s.between(5, 60)))
	case casefile.Exited:
		c.leave(s, today, s.between(1, 60))
	case casefile.FollowUp:
		c.leave(s, today, s.between(31, 364))
	case casefile.Closed:
		if s.chance(0.12) {
			c.withdrawn = workdayBefore(today.AddDays(-s.between(20, 500)))
			c.decided = c.withdrawn
			c.before(s)
			c.decided = 0
			return
		}
		c.leave(s, today, s.between(367, 600))
	}
	if c.start != 0 {
		c.extend(s, today)
	}
}

// before draws what came before the decision.
func (c *course) before(s stream) {
	c.assessed = workdayBefore(c.decided.AddDays(-s.between(2, 9)))
	c.judged = workdayBefore(c.assessed.AddDays(-s.between(1, 6)))
	c.opened = workdayBefore(c.judged.AddDays(-s.between(0, 4)))
}

func (c *course) begin(s stream, day period.Day) {
	c.start = workday(day)
	c.decided = workdayBefore(c.start.AddDays(-s.between(3, 12)))
	c.grantedTo = c.start.AddYears(1).AddDays(-1)
	c.before(s)
}

// leave draws a course that ended so many days ago.
func (c *course) leave(s stream, today period.Day, ago int) {
	c.end = workdayBefore(today.AddDays(-ago))
	longest := min(420, history-30-ago)
	c.begin(s, c.end.AddDays(-s.between(min(60, longest-30), longest)))
}

// extend draws when the grant was extended, where the course is longer than it.
func (c *course) extend(s stream, today period.Day) {
	last := c.end
	if last == 0 {
		last = today
	}
	// Whose grant is about to end has often had it extended already.
	soon := c.end == 0 && c.grantedTo < today.AddDays(20) && s.chance(0.5)
	if last > c.grantedTo || soon {
		c.extended = workdayBefore(min(c.grantedTo.AddDays(-s.between(10, 35)), today))
		c.grantedTo = c.grantedTo.AddYears(1)
	}
}

// workday is the day, or the first programme day after it.
func workday(day period.Day) period.Day {
	for !isWorkday(day) {
		day++
	}
	return day
}

// workdayBefore is the day, or the last programme day before it.
func workdayBefore(day period.Day) period.Day {
	for !isWorkday(day) {
		day--
	}
	return day
}

func isWorkday(day period.Day) bool {
	_, holiday := period.PublicHoliday(day)
	return day.IsProgrammeDay() && !holiday
}
