package simulate

import (
	"fotfaste/internal/casefile"
	"fotfaste/internal/period"
)

// populate makes everybody on assistance, in a stable order: the mapped, the coded
// unemployed, those who could not take part, the rest.
func populate(seed uint64, today period.Day, adults int) ([]Adult, error) {
	factor := float64(adults) / adultsInAll
	parts := apportion(adults, []int{mappedInAll, codedUnemployed, mappedNotCurrent,
		adultsInAll - mappedInAll - codedUnemployed - mappedNotCurrent})
	drafts := make([]draft, 0, adults)
	drafts = append(drafts, draftMapped(seed, parts[0], factor)...)
	drafts = append(drafts, draftUnemployed(seed, parts[1])...)
	drafts = append(drafts, draftNotCurrent(seed, parts[2])...)
	drafts = append(drafts, draftOutside(seed, parts[3])...)

	numbers := newNumbers(today)
	out := make([]Adult, len(drafts))
	for i := range drafts {
		if err := drafts[i].embody(newStream(seed, "person", i), today, numbers, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// draft is an adult before name, birth day and identity number.
type draft struct {
	Adult
	gender, age, household int // index into genders, ages, households
	adultsAge              [2]int
}

func draftMapped(seed uint64, people int, factor float64) []draft {
	if people == 0 {
		return nil
	}
	s := newStream(seed, "mapped", 0)
	v := fit(s, scaled(mappedAttributes, people), scaledCrossings(mappedCrossings, factor))
	const (
		gender = iota
		age
		duration
		ability
		health
		swedish
		household
		now
		matched
		next
	)
	drafts := make([]draft, people)
	for i := range drafts {
		d := &drafts[i]
		d.Group = Mapped
		d.gender, d.age, d.household = int(v[gender][i]), int(v[age][i]), int(v[household][i])
		d.Months = months(s, v[duration][i] == twoYearsOrMore)
		d.AbilityHours = hours[v[ability][i]]
		d.Physical = physicalOrNot[v[health][i]] == 1
		d.Mental = mentalOrNot[v[health][i]] == 1
		d.Swedish = levels[v[swedish][i]]
		d.Now, d.EnoughNow = nows[v[now][i]], v[matched][i] == 1
		d.Next = nexts[v[next][i]]
		d.WorkedInSweden = s.chance([]float64{0.35, 0.5, 0.4}[d.gender])
		for _, o := range otherObstacles {
			if s.chance(0.12) {
				d.Obstacles = append(d.Obstacles, o)
			}
		}
		d.MainObstacle = mappedObstacle(s, d)
	}
	return drafts
}

// mappedObstacle is the code nearest to those the survey of 2019 was about (004 s.
// 6.2.1).
func mappedObstacle(s stream, d *draft) casefile.Obstacle {
	switch {
	case d.Physical && d.Mental || d.AbilityHours == 0:
		return one(s, []casefile.Obstacle{casefile.SickNoBenefit, casefile.DisabilityInsufficientBenefit, casefile.SocialReasons})
	case d.Now == SwedishStudies || d.NeedsInterpreter():
		return casefile.EstablishmentNoBenefit
	case d.Physical || d.Mental:
		return one(s, []casefile.Obstacle{casefile.SickInsufficientBenefit, casefile.SocialReasons})
	}
	return casefile.SocialReasons
}

// months draws how long somebody has had assistance, shorter more often than longer.
func months(s stream, longTerm bool) int {
	if !longTerm {
		return s.between(3, 23)
	}
	n := 24
	for n < 168 && s.chance(0.97) {
		n++
	}
	return n
}

func draftUnemployed(seed uint64, people int) []draft {
	s := newStream(seed, "unemployed", 0)
	var weights []int
	for _, row := range unemployedObstacles {
		weights = append(weights, row[:]...)
	}
	drafts := make([]draft, 0, people)
	for cell, count := range apportion(people, weights) {
		group, obstacles := cell/5, cell%5
		for range count {
			d := draft{gender: group % 2, age: group/2 + 1}
			d.Group = CodedUnemployed
			d.adultsAge = [][2]int{{18, 29}, ages[age30to44], ages[age45to54], ages[age55to64]}[group/2]
			d.Months = months(s, s.chance(0.45))
			unemployedHealth(s, &d, obstacles)
			d.Swedish = unemployedSwedish(s, group/2)
			d.AbilityHours = []int{40, 40, 30, 20, 20}[obstacles]
			if (d.Physical || d.Mental) && s.chance(0.5) {
				d.AbilityHours -= 10
			}
			d.household = unemployedHousehold(s, d.gender, group/2)
			// 61 % of men and 43 % of women have worked in Sweden (004 diagram 29).
			d.WorkedInSweden = s.chance([]float64{0.43, 0.61}[d.gender])
			d.MainObstacle = one(s, []casefile.Obstacle{casefile.UnemployedNoBenefit, casefile.UnemployedNoBenefit, casefile.UnemployedInsufficientBenefit})
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// unemployedHealth draws which obstacles the person has, as many as given: mental
// ill health most among the youngest, physical among the oldest (004 diagrams 27, 28).
func unemployedHealth(s stream, d *draft, obstacles int) {
	if obstacles == 4 {
		obstacles = s.between(4, 5) // the last class is four or more
	}
	youth := d.adultsAge[0] == 18
	old := d.adultsAge[0] == 55
	weights := make([]int, 2+len(otherObstacles))
	for i := range weights {
		weights[i] = 10
	}
	weights[0], weights[1] = 24, 24
	switch {
	case youth:
		weights[0], weights[1] = 6, 40
	case old:
		weights[0], weights[1] = 45, 16
	}
	for range obstacles {
		i := s.weighted(weights)
		weights[i] = 0
		switch i {
		case 0:
			d.Physical = true
		case 1:
			d.Mental = true
		default:
			d.Obstacles = append(d.Obstacles, otherObstacles[i-2])
		}
	}
}

// unemployedSwedish: enough for most; large limits for about 50 of 746, of whom 35
// are 45-64 (004 diagram 26).
func unemployedSwedish(s stream, band int) Swedish {
	weights := [][]int{{88, 9, 2, 1}, {77, 17, 5, 1}, {62, 25, 12, 1}, {58, 27, 14, 1}}[band]
	return levels[s.weighted(weights)]
}

func unemployedHousehold(s stream, gender, band int) int {
	return s.weighted([][][]int{
		{{75, 8, 12, 5}, {30, 9, 39, 22}, {45, 14, 25, 16}, {74, 20, 3, 3}},
		{{87, 7, 1, 5}, {62, 8, 6, 24}, {66, 10, 6, 18}, {80, 15, 1, 4}},
	}[gender][band])
}

// draftNotCurrent are those of the survey who could not take part (004 diagram 3).
func draftNotCurrent(seed uint64, people int) []draft {
	s := newStream(seed, "not current", 0)
	drafts := make([]draft, 0, people)
	reasons := [][]string{{"addiction"}, {"other_measures_first"},
		{"pension_soon", "extensive_ill_health", "care_planned", "probation", "other_benefit_applied"}}
	for r, count := range apportion(people, notCurrentReasons) {
		for range count {
			drafts = append(drafts, outside(s, NotCurrent, one(s, reasons[r])))
		}
	}
	return drafts
}

// draftOutside are the others on assistance (004 s. 6.5).
func draftOutside(seed uint64, people int) []draft {
	s := newStream(seed, "outside", 0)
	drafts := make([]draft, people)
	for i := range drafts {
		drafts[i] = outside(s, Outside, one(s, []string{"establishment_programme", "establishment_programme",
			"sick_listed_fully", "extensive_ill_health", "parental_leave", "upper_secondary_alone", "addiction",
			"care_planned", "other_benefit_applied", "pension_soon"}))
	}
	return drafts
}

// outside draws somebody who is not in the target group for the reason.
func outside(s stream, group Group, reason string) draft {
	d := draft{
		gender:    s.weighted([]int{52, 48}),
		age:       s.weighted([]int{12, 12, 34, 22, 20}),
		household: s.weighted([]int{50, 10, 20, 20}),
	}
	d.Months = months(s, s.chance(0.5))
	d.Swedish = levels[s.weighted([]int{45, 22, 23, 10})]
	d.Physical, d.Mental = s.chance(0.4), s.chance(0.4)
	d.Group, d.OutsideFor = group, reason
	d.MainObstacle = casefile.SocialReasons
	switch reason {
	case "upper_secondary_alone":
		d.age, d.household, d.adultsAge = age18to24, single, [2]int{18, 20}
		d.MainObstacle = casefile.UnaccompaniedUpperSecondaryPupil
	case "pension_soon":
		d.age, d.MainObstacle = age55to64, casefile.PensionAwaiting
	case "parental_leave":
		d.age, d.household = age30to44, one(s, []int{singleWithChildren, coupleWithChildren})
		d.MainObstacle = casefile.ParentalInsufficientBenefit
	case "establishment_programme":
		d.MainObstacle = casefile.EstablishmentInsufficientBenefit
	case "sick_listed_fully", "extensive_ill_health":
		d.MainObstacle = casefile.SickNoBenefit
	case "other_benefit_applied":
		d.MainObstacle = casefile.DisabilityAwaitingBenefit
	}
	return d
}
