package simulate

import (
	"errors"
	"fmt"

	"fotfaste/internal/ident"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
)

// Size is how large a municipality to make.
type Size string

const (
	Small     Size = "small"     // about sixty cases, for tests and browser journeys
	Linkoping Size = "linkoping" // the size that 004 reports
)

// DefaultDay is the day that the municipality stands at unless another is given:
// the activity requirement is in force and its first month is not yet reported.
var DefaultDay = period.Date(2026, 11, 20)

// Name is the invented municipality.
const Name = "Ekstad"

// Options say which municipality to make.
type Options struct {
	Seed  uint64
	Size  Size       // Linkoping where empty
	Today period.Day // DefaultDay where zero
	// Persons is the number of adults on assistance, for benchmarks. Zero leaves it
	// to the size. There is room for 100 000.
	Persons int
}

// Bounds of Options.Persons: below, a margin has no whole person to stand on;
// above, the test numbers of a birth day may run out.
const (
	FewestPersons = 100
	MostPersons   = 200_000
)

var (
	ErrSize    = errors.New("unknown size")
	ErrPersons = fmt.Errorf("the number of persons must be from %d to %d", FewestPersons, MostPersons)
)

// Municipality is everything that stands still: people, organisations, staff and
// places. What has happened comes case by case from Stories.
type Municipality struct {
	ID            ident.ID
	Name          string
	Seed          uint64
	Size          Size
	Today         period.Day
	Adults        []Adult
	Organisations []Organisation
	Staff         []Account
	Interventions []Intervention

	// Words are the texts of letters, by language. Without them Load makes no letters.
	Words func(language string) letter.Words

	cases int
}

// Make makes the municipality. The same options give the same one.
func Make(o Options) (*Municipality, error) {
	if o.Size == "" {
		o.Size = Linkoping
	}
	if o.Today == 0 {
		o.Today = DefaultDay
	}
	adults, cases := adultsInAll, 1000
	switch o.Size {
	case Linkoping:
	case Small:
		adults, cases = 240, 60
	default:
		return nil, fmt.Errorf("%w %q", ErrSize, o.Size)
	}
	if o.Persons != 0 {
		if o.Persons < FewestPersons || o.Persons > MostPersons {
			return nil, ErrPersons
		}
		adults = o.Persons
		cases = min(cases, adults/4)
	}
	m := &Municipality{
		ID: newStream(o.Seed, "municipality", 0).identity(o.Today.AddYears(-3)), Name: Name,
		Seed: o.Seed, Size: o.Size, Today: o.Today, cases: cases,
	}
	var err error
	if m.Adults, err = populate(o.Seed, o.Today, adults); err != nil {
		return nil, err
	}
	m.organise()
	m.employ()
	m.furnish()
	return m, nil
}
