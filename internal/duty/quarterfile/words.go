package quarterfile

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/casefile"
	"fotfaste/internal/person"
)

//go:embed words.yaml
var wordsFile []byte

// The columns, by the names that a fault gives them.
const (
	personColumn   = "person"
	monthColumn    = "month"
	obstacleColumn = "main_obstacle"
	assignedColumn = "assigned"
	reducedColumn  = "reduced"
	deniedColumn   = "denied"
	genderColumn   = "gender" // a heading may do without it
)

// Columns are those that a heading must have.
func Columns() []string {
	return []string{personColumn, monthColumn, obstacleColumn, assignedColumn, reducedColumn, deniedColumn}
}

// words are what a file may say.
type words struct {
	Columns map[string][]string `yaml:"columns"`
	Answers struct {
		Yes []string `yaml:"yes"`
		No  []string `yaml:"no"`
	} `yaml:"answers"`
	Genders   map[person.Gender][]string   `yaml:"genders"`
	Obstacles map[casefile.Obstacle]string `yaml:"obstacles"`

	columns   map[string]string            // by name
	obstacles map[string]casefile.Obstacle // by code and by plain label
}

var known = sync.OnceValue(func() words {
	var w words
	if err := yaml.UnmarshalWithOptions(wordsFile, &w, yaml.Strict()); err != nil {
		panic("quarterfile: " + err.Error()) // cannot happen: it is compiled in, and read by every test
	}
	w.columns, w.obstacles = map[string]string{}, map[string]casefile.Obstacle{}
	for column, names := range w.Columns {
		for _, name := range names {
			w.columns[name] = column
		}
	}
	for _, obstacle := range casefile.Obstacles() {
		w.obstacles[string(obstacle)] = obstacle
		w.obstacles[plain(w.Obstacles[obstacle])] = obstacle
	}
	return w
})

// plain is a text in lower case without the spaces and signs that differ between
// programs: what stands after a comma, and whether there is a space.
func plain(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == ',' || r == '–' || r == '-' || r == ':' {
			return ' '
		}
		return r
	}, strings.ToLower(text))), " ")
}

// yes reads an answer; false where it is none.
func (w words) yes(text string) (yes, is bool) {
	text = strings.ToLower(text)
	yes = slices.Contains(w.Answers.Yes, text)
	return yes, yes || text == "" || slices.Contains(w.Answers.No, text)
}

// gender reads one; unstated where nothing is said, false where it is none.
func (w words) gender(text string) (person.Gender, bool) {
	if text == "" {
		return person.Unstated, true
	}
	for gender, names := range w.Genders {
		if slices.Contains(names, strings.ToLower(text)) {
			return gender, true
		}
	}
	return person.Unstated, false
}

// obstacle reads a main obstacle; empty where nobody has said, false where it is none.
func (w words) obstacle(text string) (casefile.Obstacle, bool) {
	if text == "" {
		return "", true
	}
	if obstacle, is := w.obstacles[strings.ToLower(text)]; is {
		return obstacle, true
	}
	obstacle, is := w.obstacles[plain(text)]
	return obstacle, is
}
