package simulate

import "fotfaste/internal/person"

// Summary holds the margins of a municipality, to be laid beside the source.
type Summary struct {
	Municipality   string         `json:"municipality"`
	Seed           uint64         `json:"seed"`
	ReferenceDay   string         `json:"reference_day"`
	Adults         int            `json:"adults"`
	TargetGroup    int            `json:"target_group"`
	Unemployed     Unemployed     `json:"coded_unemployed"`
	Mapped         MappedSummary  `json:"mapped"`
	SurveyedInAll  int            `json:"surveyed_in_all"` // mapped and those not current
	Places         PlacesSummary  `json:"places"`
	Staff          map[string]int `json:"staff"`
	ProtectedCount int            `json:"protected_identity"`
	Cases          *CaseSummary   `json:"cases,omitempty"`
}

// Unemployed are those coded as unemployed (004 s. 6.3).
type Unemployed struct {
	Total     int    `json:"total"`
	Women     int    `json:"women"`
	Men       int    `json:"men"`
	Obstacles [5]int `json:"obstacles"` // people with 0, 1, 2, 3 and 4 or more (diagram 30)
}

// MappedSummary counts the mapped (004 s. 6.2).
type MappedSummary struct {
	Total                int               `json:"total"`
	Women                int               `json:"women"`
	Men                  int               `json:"men"`
	GenderUnstated       int               `json:"gender_unstated"`
	TwoYearsOrMore       int               `json:"two_years_or_more"`
	WithChildren         int               `json:"with_children"`
	Ability              AbilitySummary    `json:"ability"`
	IllHealth            IllHealthSummary  `json:"ill_health"`
	Ages                 []AgeSummary      `json:"ages"`
	Swedish              []SwedishSummary  `json:"swedish"`
	Duration             []DurationSummary `json:"duration"`
	EnoughNow            int               `json:"measure_matches_ability"`
	NeedsLanguageSupport int               `json:"needs_language_support"`
}

// AbilitySummary counts people by activity ability (diagram 8).
type AbilitySummary struct {
	UpTo40     int `json:"up_to_40"`
	From10To30 int `json:"from_10_to_30"` // able to do 20 or 30 hours
	Under10    int `json:"under_10"`      // able to do 10 hours or less
}

// IllHealthSummary counts people by physical and mental ill health (diagram 7).
type IllHealthSummary struct {
	None int `json:"none"`
	One  int `json:"one"`
	Both int `json:"both"`
}

// AgeSummary counts the people of an age (diagrams 6, 13, 15 and 16).
type AgeSummary struct {
	From     int `json:"from"`
	To       int `json:"to"`
	Total    int `json:"total"`
	NoLimits int `json:"swedish_no_limits"`
	Physical int `json:"physical"`
	Mental   int `json:"mental"`
	Neither  int `json:"neither"`
}

// SwedishSummary counts the people of a level of Swedish (diagrams 12, 17 and 24).
type SwedishSummary struct {
	Level     Swedish          `json:"level"`
	Total     int              `json:"total"`
	Women     int              `json:"women"`
	Men       int              `json:"men"`
	IllHealth IllHealthSummary `json:"ill_health"`
	Ability   AbilitySummary   `json:"ability"`
}

// DurationSummary counts the people of short and long cases (diagrams 10 and 11).
type DurationSummary struct {
	TwoYearsOrMore bool             `json:"two_years_or_more"`
	Total          int              `json:"total"`
	Over20Hours    int              `json:"over_20_hours"`
	IllHealth      IllHealthSummary `json:"ill_health"`
}

// PlacesSummary counts the places of the inventory (004 s. 7.1.1). Education, care
// and support of other kinds stand beside it and are not in the total.
type PlacesSummary struct {
	WorkOriented   int `json:"work_oriented"`
	MunicipalGroup int `json:"municipal_group"`
	Occupation     int `json:"occupation"`
	Total          int `json:"total"`
	Beside         int `json:"beside_the_inventory"`
	Interventions  int `json:"interventions"`
	Providers      int `json:"providers"`
}

// Summary counts the municipality.
func (m *Municipality) Summary() Summary {
	out := Summary{
		Municipality: m.Name, Seed: m.Seed, ReferenceDay: m.Today.String(),
		Adults: len(m.Adults), Places: m.places(), Staff: m.staffCounts(),
	}
	for _, a := range ages {
		out.Mapped.Ages = append(out.Mapped.Ages, AgeSummary{From: a[0], To: a[1]})
	}
	for _, l := range levels {
		out.Mapped.Swedish = append(out.Mapped.Swedish, SwedishSummary{Level: l})
	}
	out.Mapped.Duration = []DurationSummary{{TwoYearsOrMore: false}, {TwoYearsOrMore: true}}
	for i := range m.Adults {
		a := &m.Adults[i]
		if a.InTargetGroup() {
			out.TargetGroup++
		}
		if a.Person.Protection.Hides() {
			out.ProtectedCount++
		}
		switch a.Group {
		case Mapped:
			out.SurveyedInAll++
			out.Mapped.add(a, a.Person.Age(m.Today))
		case NotCurrent:
			out.SurveyedInAll++
		case CodedUnemployed:
			out.Unemployed.add(a)
		}
	}
	return out
}

func (u *Unemployed) add(a *Adult) {
	u.Total++
	switch a.Person.Gender {
	case person.Woman:
		u.Women++
	case person.Man:
		u.Men++
	}
	u.Obstacles[min(len(a.Obstacles)+count(a.Physical)+count(a.Mental), 4)]++
}

func (s *MappedSummary) add(a *Adult, age int) {
	s.Total++
	woman, man := a.Person.Gender == person.Woman, a.Person.Gender == person.Man
	long := a.Months >= 24
	s.Women += count(woman)
	s.Men += count(man)
	s.GenderUnstated += count(!woman && !man)
	s.TwoYearsOrMore += count(long)
	s.WithChildren += count(a.Household == SingleWithChildren || a.Household == CoupleWithChildren)
	s.Ability.add(a)
	s.IllHealth.add(a)
	s.EnoughNow += count(a.EnoughNow)
	s.NeedsLanguageSupport += count(a.NeedsInterpreter())
	for i := range s.Ages {
		if g := &s.Ages[i]; g.From <= age && age <= g.To {
			g.Total++
			g.NoLimits += count(a.Swedish == NoLimits)
			g.Physical += count(a.Physical)
			g.Mental += count(a.Mental)
			g.Neither += count(!a.Physical && !a.Mental)
		}
	}
	for i := range s.Swedish {
		if l := &s.Swedish[i]; l.Level == a.Swedish {
			l.Total++
			l.Women += count(woman)
			l.Men += count(man)
			l.IllHealth.add(a)
			l.Ability.add(a)
		}
	}
	d := &s.Duration[count(long)]
	d.Total++
	d.Over20Hours += count(a.AbilityHours > 20)
	d.IllHealth.add(a)
}

func (s *AbilitySummary) add(a *Adult) {
	switch {
	case a.AbilityHours == 40:
		s.UpTo40++
	case a.AbilityHours >= 20:
		s.From10To30++
	default:
		s.Under10++
	}
}

func (s *IllHealthSummary) add(a *Adult) {
	switch {
	case a.Physical && a.Mental:
		s.Both++
	case a.Physical || a.Mental:
		s.One++
	default:
		s.None++
	}
}

func count(holds bool) int {
	if holds {
		return 1
	}
	return 0
}
