package simulate

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

//go:embed data/names.csv
var namesFile string

//go:embed data/localities.csv
var localitiesFile string

// names are common given and family names of one language, put together at random.
type names struct {
	language           string
	women, men, family []string
}

var (
	namesByLanguage = readNames()
	localities      = readLocalities()
)

func readNames() []names {
	var all []names
	for _, row := range rows(namesFile) {
		if len(all) == 0 || all[len(all)-1].language != row[0] {
			all = append(all, names{language: row[0]})
		}
		n := &all[len(all)-1]
		switch list := strings.Fields(row[2]); row[1] {
		case "women":
			n.women = list
		case "men":
			n.men = list
		case "family":
			n.family = list
		}
	}
	return all
}

type locality struct {
	name   string
	weight int
}

func readLocalities() []locality {
	var all []locality
	for _, row := range rows(localitiesFile) {
		all = append(all, locality{row[0], mustNumber(row[1])})
	}
	return all
}

// rows are the rows of an embedded file without its heading. The files are part of
// the program: a broken one is found by every test.
func rows(file string) [][]string {
	all, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		panic("simulate: " + err.Error())
	}
	return all[1:]
}

func mustNumber(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic("simulate: " + err.Error())
	}
	return n
}

// numbers hands out test numbers, no one twice.
type numbers struct {
	today period.Day
	given map[period.Day]uint32 // bit per serial
}

func newNumbers(today period.Day) *numbers {
	return &numbers{today: today, given: map[period.Day]uint32{}}
}

// number is a free test number of somebody of the age in years. The day is drawn
// again where all numbers of the gender are taken.
func (n *numbers) number(s stream, years [2]int, gender person.Gender) (person.IdentityNumber, error) {
	youngest, oldest := n.today.AddYears(-years[0]), n.today.AddYears(-years[1]-1).AddDays(1)
	for range 1000 {
		day := s.dayIn(oldest, youngest)
		serial := 2 * s.IntN(person.TestNumbersPerDay/2)
		switch gender {
		case person.Man:
			serial++
		case person.Unstated:
			serial += s.IntN(2)
		}
		for range person.TestNumbersPerDay / 2 {
			if n.given[day]&(1<<serial) == 0 {
				n.given[day] |= 1 << serial
				return person.TestNumber(day, serial)
			}
			serial = (serial + 2) % person.TestNumbersPerDay
		}
	}
	return person.IdentityNumber{}, fmt.Errorf("no test number left for somebody of %d to %d years", years[0], years[1])
}

// embody makes a person of the draft.
func (d *draft) embody(s stream, today period.Day, numbers *numbers, a *Adult) error {
	*a = d.Adult
	a.Household = households[d.household]
	years := ages[d.age]
	if d.adultsAge[0] > 0 {
		years = d.adultsAge
	}
	number, err := numbers.number(s, years, genders[d.gender])
	if err != nil {
		return err
	}
	p := &a.Person
	p.Number, p.Birth, p.Gender = number, number.BirthDay(), genders[d.gender]
	p.ID = s.identity(today.AddMonths(-a.Months))
	n := d.tongue(s)
	p.Language = n.language
	p.BornAbroad = n.language != "sv" || s.chance(0.04)
	given := n.women
	if number.Gender() == person.Man {
		given = n.men
	}
	p.GivenName, p.FamilyName = one(s, given), one(s, n.family)
	p.Protection = person.None
	if s.chance(0.008) {
		p.Protection = one(s, []person.Protection{person.ConfidentialityMark, person.ProtectedRegistration})
	}
	p.Locality = localities[s.weighted(localityWeights)].name
	// Numbers kept free for stories (PTS), and a domain that is nobody's.
	p.Phone = fmt.Sprintf("070-17406%02d", s.between(5, 99))
	p.Email = fmt.Sprintf("%s.%04d@example.org", p.Language, s.IntN(10000))
	a.Children = d.children(s, today, p.Birth)
	return nil
}

var localityWeights = func() []int {
	var w []int
	for _, l := range localities {
		w = append(w, l.weight)
	}
	return w
}()

// Most who have limits in Swedish have another first language; of the others about
// half do.
var (
	tonguesLimited   = []int{0, 34, 15, 12, 8, 9, 6, 5, 2, 3, 2, 4, 0, 0}
	tonguesUnlimited = []int{55, 12, 5, 6, 4, 2, 5, 3, 2, 1, 2, 1, 2, 2}
)

func (d *draft) tongue(s stream) names {
	if d.Swedish == EasySwedish || d.Swedish == LargeLimits {
		return namesByLanguage[s.weighted(tonguesLimited)]
	}
	return namesByLanguage[s.weighted(tonguesUnlimited)]
}

// children draws the birth days of the children at home: each under 18 and born
// when the parent was between 17 and 46, if there is room for that.
func (d *draft) children(s stream, today, birth period.Day) []person.Child {
	if childrenOrNot[d.household] == 0 {
		return nil
	}
	first := max(today.AddYears(-18).AddDays(1), birth.AddYears(17))
	last := max(min(today.AddDays(-30), birth.AddYears(46)), first)
	var births []period.Day
	for range s.weighted([]int{0, 36, 34, 18, 8, 4}) {
		day := s.dayIn(first, last)
		// Brothers and sisters are at least a year apart.
		if !slices.ContainsFunc(births, func(b period.Day) bool { return max(b-day, day-b) < 330 }) {
			births = append(births, day)
		}
	}
	slices.Sort(births)
	children := make([]person.Child, len(births))
	for i, b := range births {
		children[i] = person.Child{Birth: b, Custody: period.Span{From: b, To: b.AddYears(18).AddDays(-1)}}
	}
	return children
}
