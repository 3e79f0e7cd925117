package simulate

import (
	"errors"
	"math"
	"testing"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/person"
)

// made is the municipality of the size and seed, made once per test binary.
func made(t *testing.T, o Options) *Municipality {
	t.Helper()
	m, err := Make(o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A margin is a count or a share that the source prints. A count is met exactly; a
// share, in percent, to half a person more than whole people force.
type margin struct {
	source string
	want   float64
	within float64
	got    func(s *Summary) float64
}

func n(get func(s *Summary) int) func(*Summary) float64 {
	return func(s *Summary) float64 { return float64(get(s)) }
}

func share(part, whole int) float64 { return 100 * float64(part) / float64(whole) }

var margins = []margin{
	{"004 s. 6.5: adults on assistance", 4000, 0, n(func(s *Summary) int { return s.Adults })},
	{"004 s. 6.5: target group, about", 1800, 10, n(func(s *Summary) int { return s.TargetGroup })},
	{"004 s. 6.5: coded unemployed", 1000, 0, n(func(s *Summary) int { return s.Unemployed.Total })},
	{"004 diagram 3: surveyed", 1220, 0, n(func(s *Summary) int { return s.SurveyedInAll })},
	{"004 diagram 3: mapped", 806, 0, n(func(s *Summary) int { return s.Mapped.Total })},
	{"004 diagram 4: women", 492, 0, n(func(s *Summary) int { return s.Mapped.Women })},
	{"004 diagram 4: men", 313, 0, n(func(s *Summary) int { return s.Mapped.Men })},
	{"004 diagram 4: the one who is missing", 1, 0, n(func(s *Summary) int { return s.Mapped.GenderUnstated })},
	{"004 diagram 4: women, percent", 61, 0.5, func(s *Summary) float64 { return share(s.Mapped.Women, s.Mapped.Total) }},
	{"004 diagram 5: two years or more", 524, 0, n(func(s *Summary) int { return s.Mapped.TwoYearsOrMore })},
	{"004 diagram 6: with children, percent", 45, 0.5, func(s *Summary) float64 { return share(s.Mapped.WithChildren, s.Mapped.Total) }},
	{"004 diagram 7: no ill health", 275, 0, n(func(s *Summary) int { return s.Mapped.IllHealth.None })},
	{"004 diagram 7: one kind", 344, 0, n(func(s *Summary) int { return s.Mapped.IllHealth.One })},
	{"004 diagram 7: both", 187, 0, n(func(s *Summary) int { return s.Mapped.IllHealth.Both })},
	{"004 diagram 8: up to 40 hours", 244, 0, n(func(s *Summary) int { return s.Mapped.Ability.UpTo40 })},
	{"004 diagram 8: 10 to 30 hours", 314, 0, n(func(s *Summary) int { return s.Mapped.Ability.From10To30 })},
	{"004 diagram 8: under 10 hours", 248, 0, n(func(s *Summary) int { return s.Mapped.Ability.Under10 })},
	{"004 diagram 9: measure matches ability, percent", 30, 0.5, func(s *Summary) float64 { return share(s.Mapped.EnoughNow, s.Mapped.Total) }},
	{"004 diagram 11: short cases with ill health, percent", 58, 1, func(s *Summary) float64 { return ill(s.Mapped.Duration[0].IllHealth) }},
	{"004 diagram 11: long cases with ill health, percent", 70, 1, func(s *Summary) float64 { return ill(s.Mapped.Duration[1].IllHealth) }},
	{"004 diagram 12: men without limits, percent", 68, 1, func(s *Summary) float64 { return share(s.Mapped.Swedish[0].Men, s.Mapped.Men) }},
	{"004 diagram 12: women without limits, percent", 37, 1, func(s *Summary) float64 { return share(s.Mapped.Swedish[0].Women, s.Mapped.Women) }},
	{"004 diagram 12: men with limits, percent", 27, 1, func(s *Summary) float64 {
		return share(s.Mapped.Swedish[1].Men+s.Mapped.Swedish[2].Men, s.Mapped.Men)
	}},
	{"004 diagram 12: women with limits, percent", 57, 1, func(s *Summary) float64 {
		return share(s.Mapped.Swedish[1].Women+s.Mapped.Swedish[2].Women, s.Mapped.Women)
	}},
	{"004 diagram 15: physical ill health at 55-64, percent", 63, 1.5, func(s *Summary) float64 { return share(s.Mapped.Ages[4].Physical, s.Mapped.Ages[4].Total) }},
	{"004 diagram 15: physical ill health at 45-54, percent", 58, 1.5, func(s *Summary) float64 { return share(s.Mapped.Ages[3].Physical, s.Mapped.Ages[3].Total) }},
	{"004 diagram 16: mental ill health at 25-29, percent", 82, 1.5, func(s *Summary) float64 { return share(s.Mapped.Ages[1].Mental, s.Mapped.Ages[1].Total) }},
	{"004 diagram 16: mental ill health at 18-24, percent", 54.9, 1.5, func(s *Summary) float64 { return share(s.Mapped.Ages[0].Mental, s.Mapped.Ages[0].Total) }},
	{"004 diagram 16: neither at 30-44", 111, 2, n(func(s *Summary) int { return s.Mapped.Ages[2].Neither })},
	{"004 diagram 17: no limits, one kind, percent", 55, 1.5, func(s *Summary) float64 { return share(s.Mapped.Swedish[0].IllHealth.One, s.Mapped.Swedish[0].Total) }},
	{"004 diagram 17: no limits, both, percent", 31, 1.5, func(s *Summary) float64 { return share(s.Mapped.Swedish[0].IllHealth.Both, s.Mapped.Swedish[0].Total) }},
	{"004 diagram 17: limits, neither, percent", 50, 3, func(s *Summary) float64 {
		return share(s.Mapped.Swedish[1].IllHealth.None+s.Mapped.Swedish[2].IllHealth.None, s.Mapped.Swedish[1].Total+s.Mapped.Swedish[2].Total)
	}},
	{"004 diagram 30: unemployed without obstacles, percent of 746", 231.0 / 7.46, 1, func(s *Summary) float64 { return share(s.Unemployed.Obstacles[0], s.Unemployed.Total) }},
	{"004 diagram 30: unemployed women, percent of 746", 353 / 7.46, 0.5, func(s *Summary) float64 { return share(s.Unemployed.Women, s.Unemployed.Total) }},
	{"004 s. 7.1.1: work-oriented places", 430, 0, n(func(s *Summary) int { return s.Places.WorkOriented })},
	{"004 s. 7.1.1: places in the municipal group", 345, 0, n(func(s *Summary) int { return s.Places.MunicipalGroup })},
	{"004 s. 7.1.1: occupation places", 490, 0, n(func(s *Summary) int { return s.Places.Occupation })},
	{"004 s. 7.1.1: places in all", 1265, 0, n(func(s *Summary) int { return s.Places.Total })},
}

func ill(h IllHealthSummary) float64 { return share(h.One+h.Both, h.None+h.One+h.Both) }

func TestMarginsAreThoseOfTheSource(t *testing.T) {
	for _, seed := range []uint64{1, 2, 20261120} {
		s := made(t, Options{Seed: seed}).Summary()
		for _, m := range margins {
			if got := m.got(&s); math.Abs(got-m.want) > m.within {
				t.Errorf("seed %d: %s: %.1f, want %.1f within %.1f", seed, m.source, got, m.want, m.within)
			}
		}
	}
}

// What the source only says the direction of.
func TestDirectionsAreThoseOfTheSource(t *testing.T) {
	m := made(t, Options{Seed: 1})
	of := func(has, among func(*Adult) bool) float64 {
		part, whole := 0, 0
		for i := range m.Adults {
			if a := &m.Adults[i]; a.Group == Mapped && among(a) {
				whole++
				part += count(has(a))
			}
		}
		return share(part, whole)
	}
	age := func(from, to int) func(*Adult) bool {
		return func(a *Adult) bool { y := a.Person.Age(m.Today); return from <= y && y <= to }
	}
	women := func(a *Adult) bool { return a.Person.Gender == person.Woman }
	men := func(a *Adult) bool { return a.Person.Gender == person.Man }
	noLimits := func(a *Adult) bool { return a.Swedish == NoLimits }
	physical := func(a *Adult) bool { return a.Physical }
	mental := func(a *Adult) bool { return a.Mental }
	both := func(a *Adult) bool { return a.Physical && a.Mental }
	anyIll := func(a *Adult) bool { return a.Physical || a.Mental }
	long := func(a *Adult) bool { return a.Months >= 24 }
	short := func(a *Adult) bool { return a.Months < 24 }
	able := func(a *Adult) bool { return a.AbilityHours > 20 }
	family := func(a *Adult) bool { return len(a.Children) > 0 }
	alone := func(a *Adult) bool { return len(a.Children) == 0 }
	for _, c := range []struct {
		source     string
		more, less float64
	}{
		{"diagram 10: most short cases can do more than 20 hours", of(able, short), 50},
		{"diagram 10: most long cases can do less", 50, of(able, long)},
		{"diagram 13: no limits, 18-29 over 30-54", of(noLimits, age(18, 29)), of(noLimits, age(30, 54))},
		{"diagram 13: no limits, 30-54 over 55-64", of(noLimits, age(30, 54)), of(noLimits, age(55, 64))},
		{"diagram 14: ill health, men over women", of(anyIll, men), of(anyIll, women)},
		{"diagram 14: both kinds, women over men", of(both, women), of(both, men)},
		{"diagram 14: physical, women over men", of(physical, women), of(physical, men)},
		{"diagram 14: mental, men over women", of(mental, men), of(mental, women)},
		{"diagram 24: up to 40 hours, limits over no limits", of(able, (*Adult).NeedsInterpreter), of(able, noLimits)},
		{"diagram 25: ill health, without children over with", of(anyIll, alone), of(anyIll, family)},
	} {
		if c.more <= c.less {
			t.Errorf("%s: %.1f against %.1f", c.source, c.more, c.less)
		}
	}
}

func TestEverybodyIsMadeUpAndNobodyTwice(t *testing.T) {
	for _, o := range []Options{{Seed: 1}, {Seed: 3, Size: Small}} {
		m := made(t, o)
		seen := map[string]bool{}
		for i := range m.Adults {
			p := &m.Adults[i].Person
			if !p.Number.IsTest() {
				t.Errorf("%s has a number outside the test range", p.Number)
			}
			if seen[p.Number.Full()] || seen[p.ID.String()] {
				t.Fatalf("%s is there twice", p)
			}
			seen[p.Number.Full()], seen[p.ID.String()] = true, true
			if f := p.Check(m.Today); f != nil {
				t.Errorf("%s: %v", p, f.Err())
			}
			if p.Gender != person.Unstated && p.Gender != p.Number.Gender() {
				t.Errorf("%s: %s by register, %s by number", p, p.Gender, p.Number.Gender())
			}
			if y := p.Age(m.Today); y < 18 || y > 64 {
				t.Errorf("%s is %d years old", p, y)
			}
			for _, c := range m.Adults[i].Children {
				if c.Birth > m.Today || c.Birth.YearsUntil(m.Today) >= 18 {
					t.Errorf("%s has a child at home born %s", p, c.Birth)
				}
			}
		}
	}
}

func TestABenchmarksMunicipality(t *testing.T) {
	m := made(t, Options{Seed: 1, Persons: 12_000})
	s := m.Summary()
	if s.Adults != 12_000 || s.Mapped.Total != 3*806 || s.Mapped.Women != 3*492 || s.Mapped.IllHealth.Both != 3*187 {
		t.Errorf("%d adults, %d mapped, %d women", s.Adults, s.Mapped.Total, s.Mapped.Women)
	}
}

func TestWhatCannotBeMadeIsRefused(t *testing.T) {
	for _, c := range []struct {
		options Options
		want    error
	}{
		{Options{Size: "huge"}, ErrSize},
		{Options{Persons: -1}, ErrPersons},
		{Options{Persons: 99}, ErrPersons},
		{Options{Persons: 200_001}, ErrPersons},
	} {
		if _, err := Make(c.options); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.options, err, c.want)
		}
	}
}

// What the catalogue refuses to save must not be made up either.
func TestTheInventoryIsValid(t *testing.T) {
	m := made(t, Options{Seed: 1})
	for _, i := range m.Interventions {
		if f := catalogue.Validate(i.Intervention); f != nil {
			t.Errorf("%s: %v", i.Code, f.Err())
		}
	}
}
