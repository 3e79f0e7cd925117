package casefile

import (
	"fmt"
	"regexp"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Case is a participant's time in the programme. What changes often and is shown
// in every list stands here; the parts have their own records.
type Case struct {
	ID           ident.ID
	Municipality string
	Number       string // YEAR-SERIAL, such as 2026-0412; for people, never a key
	Person       ident.ID
	State        State
	Version      int // counted up by whoever saves; a form made from an older one is stale
	OpenedOn     period.Day
	OpenedAt     time.Time // when the enquiry came, for the clocks that count hours

	Manager       ident.ID // the case manager's account; zero until one is named
	AbilityHours  int      // hours a week: 0, 10, 20, 30 or 40; NotAssessed until known
	LadderStep    int      // 1-6 on the function ladder; 0 until known
	PlannedHours  int      // hours a week in the agreed plan
	Goal          string   // in the participant's own words
	MainObstacle  Obstacle
	NextContactOn *period.Day
	Programme     *period.Span // what has been granted, with extensions; nil until then
}

// NotAssessed is the ability of a case whose ability nobody has assessed. It is not
// the same as no ability, which is 0 hours.
const NotAssessed = -1

// IsAssessed tells whether the activity ability is known.
func (c Case) IsAssessed() bool { return c.AbilityHours >= 0 }

// UnplannedHours is what is left to fill, hours a week: ability less what is planned,
// never below 0. It is 0 while the ability is unknown.
func (c Case) UnplannedHours() int { return max(0, c.AbilityHours-c.PlannedHours) }

// IsFullyActive tells whether the plan fills the ability, which is what full-time
// activation means (004 s. 6, diagram 9). No plan fills an unknown ability.
func (c Case) IsFullyActive() bool { return c.IsAssessed() && c.PlannedHours >= c.AbilityHours }

// Number is the number of the serial-th case of the year, counted from 1.
func Number(year, serial int) string { return fmt.Sprintf("%04d-%04d", year, serial) }

var numberForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{4,6}$`)

// IsNumber tells whether the text has the form of a case number.
func IsNumber(text string) bool { return numberForm.MatchString(text) }

// MayOpen refuses a new case for a person who has one open: a person may have
// several over the years, one at a time. The fault is a Conflict and names the open
// case by its number.
func MayOpen(earlier []Case) error {
	for _, c := range earlier {
		if c.State.IsOpen() {
			return fault.New(fault.Conflict, "casefile.already_open", "Number", c.Number)
		}
	}
	return nil
}
