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

// Card is what is known about one evaluated intervention.
type Card struct {
	Code           Evidence `json:"code" yaml:"code"`
	Theme          Theme    `json:"theme" yaml:"theme"`
	Grade          Grade    `json:"grade" yaml:"grade"`
	Studies        []string `json:"studies" yaml:"studies"`
	InWork         int      `json:"in_work,omitempty" yaml:"in_work"`                   // per cent; 0 where no figure is given
	InWorkCompared int      `json:"in_work_compared,omitempty" yaml:"in_work_compared"` // per cent of those it was compared with
}

// Source is where the cards come from.
func (Card) Source() string { return "002 tables 1 and 4" }

// Name is what the evaluated intervention is called.
func (c Card) Name() fault.Text { return fault.T("catalogue.evidence.name." + string(c.Code)) }

// Finding is what the evaluations found and what to make of it.
func (c Card) Finding() fault.Text {
	key := "catalogue.evidence.finding." + string(c.Code)
	if c.InWork == 0 {
		return fault.T(key)
	}
	return fault.T(key, "InWork", c.InWork, "Compared", c.InWorkCompared)
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
