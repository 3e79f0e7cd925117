package catalogue

import (
	_ "embed" // the cards
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/fault"
)

// Grade is how sure anybody can be that an intervention works (002 table 4).
type Grade string

const (
	Effective         Grade = "effective"
	SmallPositive     Grade = "small_positive"
	Promising         Grade = "promising" // not proven: nobody has compared
	MoreNeeded        Grade = "more_needed"
	CannotBeJudged    Grade = "cannot_be_judged"
	OtherBenefitsOnly Grade = "other_benefits_only" // leads to support from others, not to work
	NotEffective      Grade = "not_effective"
)

// Grades are all grades, the best first.
func Grades() []Grade {
	return []Grade{Effective, SmallPositive, Promising, MoreNeeded, CannotBeJudged, OtherBenefitsOnly, NotEffective}
}

// Evidence names the card of what is known about an intervention.
type Evidence string

// Comparison is what those who took part were compared with.
type Comparison string

const (
	SeveralStudies Comparison = "studies" // or a review of them
	Matched        Comparison = "matched" // similar people without the intervention
	OtherGroup     Comparison = "other_group"
	BeforeAfter    Comparison = "before_after"
	NotCompared    Comparison = "none"
	Experience     Comparison = "experience" // of those who work with it, and no study
)

// Comparisons are all of them, the one that says most first.
func Comparisons() []Comparison {
	return []Comparison{SeveralStudies, Matched, OtherGroup, BeforeAfter, Experience, NotCompared}
}

// Card is what is known about one evaluated intervention.
type Card struct {
	Code       Evidence   `json:"code" yaml:"code"`
	Number     int        `json:"number" yaml:"number"` // under which 002 gives an account of it
	Theme      Theme      `json:"theme" yaml:"theme"`
	Grade      Grade      `json:"grade" yaml:"grade"`
	Studies    []string   `json:"studies" yaml:"studies"`
	Comparison Comparison `json:"comparison" yaml:"comparison"`
	Figures    []Measured `json:"figures,omitempty" yaml:"figures"` // none where 002 gives none
}

// Measured is one figure that an evaluation gives. What it is a figure of says the text
// of its code; two of different evaluations have never been measured the same way.
type Measured struct {
	Code     string `json:"code" yaml:"code"`
	Percent  int    `json:"percent" yaml:"percent"`             // per cent, or percentage points
	To       int    `json:"to,omitempty" yaml:"to"`             // the highest, where it is a range; 0 for none
	Compared int    `json:"compared,omitempty" yaml:"compared"` // of those it was compared with; 0 for none
	Points   bool   `json:"points,omitempty" yaml:"points"`     // percentage points of difference
	Work     bool   `json:"work,omitempty" yaml:"work"`         // the share in work, or in work or studies, afterwards
}

// Source is where the card comes from.
func (c Card) Source() fault.Text { return fault.T("catalogue.evidence.source", "Number", c.Number) }

// InWork is the share in work afterwards, false where 002 gives none.
func (c Card) InWork() (Measured, bool) {
	at := slices.IndexFunc(c.Figures, func(m Measured) bool { return m.Work })
	if at < 0 {
		return Measured{}, false
	}
	return c.Figures[at], true
}

// Name is what the evaluated intervention is called.
func (c Card) Name() fault.Text { return c.text("name") }

// Description is what is done.
func (c Card) Description() fault.Text { return c.text("description") }

// Population is who was studied, where and when, as far as 002 says.
func (c Card) Population() fault.Text { return c.text("population") }

// Judgement is what 002 makes of it, the words behind the grade.
func (c Card) Judgement() fault.Text { return c.text("judgement") }

// Finding is what the evaluations found, in a sentence or two.
func (c Card) Finding() fault.Text {
	found := c.text("finding")
	if m, given := c.InWork(); given {
		found.Args = fault.T("", "InWork", m.Percent, "Compared", m.Compared).Args
	}
	return found
}

// Says is what the figure of the card is a figure of.
func (c Card) Says(m Measured) fault.Text {
	return fault.T("catalogue.evidence.figure." + string(c.Code) + "." + m.Code)
}

func (c Card) text(part string) fault.Text {
	return fault.T("catalogue.evidence." + part + "." + string(c.Code))
}

//go:embed evidence.yaml
var evidence []byte

var cards = sync.OnceValue(func() []Card {
	var read []Card
	if err := yaml.UnmarshalWithOptions(evidence, &read, yaml.Strict()); err != nil {
		panic("catalogue: the evidence in the binary cannot be read: " + err.Error()) // held by a test
	}
	return read
})

// Cards are all evidence cards, in the order of 002.
func Cards() []Card { return slices.Clone(cards()) }

// CardOf is the card by its code, false where nothing is known of the intervention.
func CardOf(code Evidence) (Card, bool) {
	at := slices.IndexFunc(cards(), func(c Card) bool { return c.Code == code })
	if at < 0 {
		return Card{}, false
	}
	return cards()[at], true
}
