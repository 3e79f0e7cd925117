package followup

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// ContactKind is how a contact was held.
type ContactKind string

const (
	Meeting        ContactKind = "meeting"
	PhoneCall      ContactKind = "phone_call"
	VideoCall      ContactKind = "video_call"
	TextMessage    ContactKind = "text_message"
	WorkplaceVisit ContactKind = "workplace_visit"
	HomeVisit      ContactKind = "home_visit"
)

// ContactKinds are all kinds, in the order the pages show them.
func ContactKinds() []ContactKind {
	return []ContactKind{Meeting, PhoneCall, VideoCall, TextMessage, WorkplaceVisit, HomeVisit}
}

// Contact is one between the case manager and the participant.
type Contact struct {
	On      period.Day  `json:"on"`
	Kind    ContactKind `json:"kind"`
	Reached bool        `json:"reached"` // the participant was there or answered
	Note    string      `json:"note"`
}

// MaxNote bounds a note, in runes.
const MaxNote = 4000

// CheckContact tells what is wrong with a contact that is noted today. What lies
// ahead is an appointment, not a contact.
func CheckContact(c Contact, opened, today period.Day) fault.Fields {
	var f fault.Fields
	f.Check(slices.Contains(ContactKinds(), c.Kind), "kind", "followup.choose_one")
	f.Check(c.On <= today, "on", "followup.not_yet", "Today", today)
	f.Check(c.On >= opened, "on", "followup.before_case", "Opened", opened)
	f.Check(utf8.RuneCountInString(c.Note) <= MaxNote, "note", "followup.text_too_long", "Most", MaxNote)
	return f
}

// Pace is how close the contacts lie.
type Pace string

const (
	Weekly  Pace = "weekly"
	Monthly Pace = "monthly"
)

// Paces are both paces.
func Paces() []Pace { return []Pace{Weekly, Monthly} }

// Schedule is how often there is contact: weekly at first, then monthly (003, the
// follow-up of supported employment).
type Schedule struct {
	WeeklyFor int // weeks from the start
}

// Standard is weekly for eight weeks: 003 says that contacts thin out after a couple
// of months.
func Standard() Schedule { return Schedule{WeeklyFor: 8} }

// Due is the next contact.
type Due struct {
	On   period.Day
	Pace Pace
	Last *period.Day // the last contact in which the participant was reached
}

// Next is when contact is due, counted from the start or the last contact that
// reached the participant. An attempt that reached nobody moves nothing; neither do
// contacts before the start or after the day.
func (s Schedule) Next(start period.Day, contacts []Contact, on period.Day) Due {
	var due Due
	from := start
	for _, c := range contacts {
		if c.Reached && start <= c.On && c.On <= on && (due.Last == nil || c.On > *due.Last) {
			due.Last, from = &c.On, c.On
		}
	}
	if from < start.AddDays(7*s.WeeklyFor) {
		due.On, due.Pace = from.AddDays(7), Weekly
	} else {
		due.On, due.Pace = from.AddMonths(1), Monthly
	}
	return due
}

// SupportReview is the day to decide together whether support goes on: a year after
// it began (003).
func SupportReview(start period.Day) period.Day { return start.AddYears(1) }

// Light is how a due day stands.
type Light string

const (
	Green Light = "green" // there is time
	Amber Light = "amber" // today or within two days
	Red   Light = "red"   // overdue
)

// Lights are all lights, the mildest first.
func Lights() []Light { return []Light{Green, Amber, Red} }

// SoonDays is how many days before a due day the light turns amber.
const SoonDays = 2

// LightOf is how a due day stands on the day.
func LightOf(due, on period.Day) Light {
	switch {
	case on > due:
		return Red
	case due <= on.AddDays(SoonDays):
		return Amber
	}
	return Green
}

// Overdue is the number of days since the due day, 0 on it and before.
func (d Due) Overdue(on period.Day) int { return max(0, int(on-d.On)) }

func runes(text string) int { return utf8.RuneCountInString(strings.TrimSpace(text)) }
