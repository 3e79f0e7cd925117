package benefit

import (
	_ "embed"
	"errors"
	"fmt"
	"sync"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/period"
)

// Class is the code of a class, as it is written in files and answers.
type Class string

// Definition is a class as the source words it.
type Definition struct {
	Class        Class  `yaml:"class"`
	Window       int    `yaml:"window"`        // months, the base month the last of them
	AtLeast      int    `yaml:"at_least"`      // months with assistance
	LongestBreak *int   `yaml:"longest_break"` // months in a row; nil where any break will do
	Source       string `yaml:"source"`        // document and table
}

// Months are the first and the last month of the window at a base month.
func (d Definition) Months(base period.Month) (first, last period.Month) {
	return base.AddMonths(1 - d.Window), base
}

//go:embed classes.yaml
var classesFile []byte

// Sweden is the classes that come with the programme (000, table 3).
var Sweden = sync.OnceValue(func() *Classes {
	classes, err := Parse(classesFile)
	if err != nil {
		panic("benefit: " + err.Error()) // cannot happen: it is compiled in, and read by every test
	}
	return classes
})

// Parse reads classes from YAML and refuses those that nobody could be in, or that
// cannot be reckoned in ten years. The error is for whoever writes them.
func Parse(file []byte) (*Classes, error) {
	var definitions []Definition
	if err := yaml.UnmarshalWithOptions(file, &definitions, yaml.Strict()); err != nil {
		return nil, err
	}
	return New(definitions...)
}

// New makes the classes ready to be reckoned, in the order given.
func New(definitions ...Definition) (*Classes, error) {
	if len(definitions) == 0 || len(definitions) > MostClasses {
		return nil, fmt.Errorf("%d classes, from 1 to %d can be", len(definitions), MostClasses)
	}
	made := &Classes{definitions: definitions}
	var wrong []error
	seen := map[Class]bool{}
	for _, d := range definitions {
		if err := d.check(); err != nil {
			wrong = append(wrong, fmt.Errorf("class %q: %w", d.Class, err))
		} else if seen[d.Class] {
			wrong = append(wrong, fmt.Errorf("class %q stands twice", d.Class))
		}
		seen[d.Class] = true
		made.tests = append(made.tests, d.test())
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, err
	}
	made.lanes, made.wide = inLanes(made.tests), inWide(made.tests)
	return made, nil
}

func (d Definition) check() error {
	switch {
	case d.Class == "":
		return errors.New("it has no name")
	case d.Source == "":
		return errors.New("it has no source")
	case d.Window < 1 || d.Window > Longest:
		return fmt.Errorf("the window is %d months, from 1 to %d can be", d.Window, Longest)
	case d.AtLeast < 1 || d.AtLeast > d.Window:
		return fmt.Errorf("at least %d months of %d", d.AtLeast, d.Window)
	case d.LongestBreak != nil && (*d.LongestBreak < 0 || *d.LongestBreak > longestBreak):
		return fmt.Errorf("a break of %d months, from 0 to %d can be", *d.LongestBreak, longestBreak)
	}
	return nil
}
