package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Deed is what somebody did with an intervention's entry in the catalogue.
type Deed string

const (
	Added     Deed = "added"
	Changed   Deed = "changed"
	Confirmed Deed = "confirmed" // everything is right, and nothing was changed
)

// Deeds are all of them.
func Deeds() []Deed { return []Deed{Added, Changed, Confirmed} }

// Entry is one line of an intervention's history. Nothing of it is ever changed.
type Entry struct {
	Intervention, By ident.ID
	At               time.Time
	Deed             Deed
	Was              *Intervention // nil for Added
	Became           Intervention
}

// StaleDays is after how many days an entry that nobody has changed or confirmed is said
// to be old. No source gives it: a quarter is chosen.
const StaleDays = 90

// IsStale tells whether what was last said on the day is old today.
func IsStale(said, today period.Day) bool { return today-said > StaleDays }

// Aspect is something that an entry says, with the same name as in the JSON form where it
// is one field there. Room is none of them: it has a history of its own.
type Aspect string

// aspects are everything that an entry says, in the order of the page.
var aspects = []struct {
	name      Aspect
	providers bool // the provider may change it of its own
	of        func(Intervention) any
}{
	{"name", false, func(i Intervention) any { return i.Name }},
	{"provider", false, func(i Intervention) any { return i.Provider }},
	{"purpose", true, func(i Intervention) any { return i.Purpose }},
	{"contact", true, func(i Intervention) any { return i.Contact }},
	{"kind", false, func(i Intervention) any { return i.Kind }},
	{"theme", false, func(i Intervention) any { return i.Theme }},
	{"category", false, func(i Intervention) any { return i.Category }},
	{"steps", true, func(i Intervention) any { return []int{i.StepFrom, i.StepTo} }},
	{"leads_to", true, func(i Intervention) any { return i.LeadsTo }},
	{"hours", false, func(i Intervention) any { return []int{i.HoursFrom, i.HoursTo} }},
	{"locality", true, func(i Intervention) any { return i.Locality }},
	{"languages", true, func(i Intervention) any { return i.Tongues }},
	{"language_support", true, func(i Intervention) any { return i.LanguageSupport }},
	{"supervision_on_site", true, func(i Intervention) any { return i.SupervisionOnSite }},
	{"municipal", false, func(i Intervention) any { return i.Municipal }},
	{"start", true, func(i Intervention) any { return i.Start }},
	{"start_days", true, func(i Intervention) any { return i.StartDays }},
	{"max_weeks", true, func(i Intervention) any { return i.MaxWeeks }},
	{"price", false, func(i Intervention) any { return []any{i.PriceModel, i.Price} }},
	{"evidence", false, func(i Intervention) any { return i.Evidence }},
	{"age", true, func(i Intervention) any { return i.Criteria.Age }},
	{"ability", true, func(i Intervention) any { return i.Criteria.Ability }},
	{"swedish", true, func(i Intervention) any { return i.Criteria.Swedish }},
	{"main_causes", true, func(i Intervention) any { return i.Criteria.MainCauses }},
	{"localities", true, func(i Intervention) any { return i.Criteria.Localities }},
	{"decisions", true, func(i Intervention) any { return i.Criteria.Decisions }},
	{"enrolled_af", true, func(i Intervention) any { return i.Criteria.EnrolledAF }},
	{"excludes", true, func(i Intervention) any { return i.Criteria.Excludes }},
	{"not_with", true, func(i Intervention) any { return i.Criteria.NotWith }},
	{"open", true, func(i Intervention) any { return i.Open }},
}

// Aspects are everything that an entry says, in the order of the page.
func Aspects() []Aspect {
	names := make([]Aspect, len(aspects))
	for n, a := range aspects {
		names[n] = a.name
	}
	return names
}

// Differences are the aspects in which the two differ. No list and an empty one are the
// same.
func Differences(was, is Intervention) []Aspect {
	var differ []Aspect
	for _, a := range aspects {
		if inWriting(a.of(was)) != inWriting(a.of(is)) {
			differ = append(differ, a.name)
		}
	}
	return differ
}

// Print is the same for two interventions exactly when they do not differ.
func (i Intervention) Print() string {
	sum := sha256.New()
	for _, a := range aspects {
		sum.Write([]byte(inWriting(a.of(i)) + "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

func inWriting(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic("catalogue: an aspect cannot be written: " + err.Error()) // held by a test
	}
	if string(text) == "[]" {
		return "null"
	}
	return string(text)
}

// KeptByProvider is the intervention with what its provider may change as the other says,
// and everything else as it was.
func (i Intervention) KeptByProvider(says Intervention) Intervention {
	says.ID, says.Provider, says.Name = i.ID, i.Provider, i.Name
	says.Kind, says.Theme, says.Category, says.Municipal = i.Kind, i.Theme, i.Category, i.Municipal
	says.HoursFrom, says.HoursTo = i.HoursFrom, i.HoursTo
	says.PriceModel, says.Price, says.Evidence = i.PriceModel, i.Price, i.Evidence
	return says.WithRoomOf(i)
}

// WithRoomOf is the intervention with the room of the other, which no entry changes.
func (i Intervention) WithRoomOf(other Intervention) Intervention {
	said := other
	said.Provider, said.Name, said.Purpose, said.Contact = i.Provider, i.Name, i.Purpose, i.Contact
	said.Kind, said.Theme, said.Category = i.Kind, i.Theme, i.Category
	said.StepFrom, said.StepTo, said.LeadsTo = i.StepFrom, i.StepTo, i.LeadsTo
	said.HoursFrom, said.HoursTo, said.Locality, said.Tongues = i.HoursFrom, i.HoursTo, i.Locality, i.Tongues
	said.LanguageSupport, said.SupervisionOnSite, said.Municipal = i.LanguageSupport, i.SupervisionOnSite, i.Municipal
	said.Start, said.StartDays, said.MaxWeeks = i.Start, i.StartDays, i.MaxWeeks
	said.PriceModel, said.Price, said.Criteria, said.Evidence, said.Open = i.PriceModel, i.Price, i.Criteria, i.Evidence, i.Open
	return said
}

// ByProvider tells whether the provider may change the aspect of its own.
func (a Aspect) ByProvider() bool {
	for _, one := range aspects {
		if one.name == a {
			return one.providers
		}
	}
	return false
}
