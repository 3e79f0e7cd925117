package catalogue

import (
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Intervention is one row of the catalogue. Its room is Places times HoursPerPlace
// hours a week, now; a place may be shared by people who come part of the time. How
// many of them are free, and when there will be more or fewer, is in its Ledger.
type Intervention struct {
	ID                ident.ID     `json:"id"`
	Provider          ident.ID     `json:"provider"`
	Name              string       `json:"name"`
	Purpose           string       `json:"purpose"`
	Contact           string       `json:"contact"` // a function, a switchboard; no private person
	Kind              Kind         `json:"kind"`
	Theme             Theme        `json:"theme"`
	Category          Category     `json:"category"`
	StepFrom          int          `json:"step_from"` // lowest ladder step it serves, 1-6
	StepTo            int          `json:"step_to"`   // highest ladder step it serves, 1-6
	LeadsTo           int          `json:"leads_to"`  // the step it can lead to, 1-6
	Places            int          `json:"places"`
	HoursPerPlace     int          `json:"hours_per_place"` // hours per week of one place
	HoursFrom         int          `json:"hours_from"`      // fewest hours per week for one participant
	HoursTo           int          `json:"hours_to"`        // most hours per week for one participant
	Locality          string       `json:"locality"`
	LanguageSupport   bool         `json:"language_support"`
	Tongues           []Tongue     `json:"languages,omitempty"` // spoken there, beside Swedish
	SupervisionOnSite bool         `json:"supervision_on_site"`
	Municipal         bool         `json:"municipal"` // arranged by the municipality, itself or through others; not by the state
	Start             Start        `json:"start"`
	StartDays         []period.Day `json:"start_days"` // of a cohort
	MaxWeeks          int          `json:"max_weeks"`  // longest time in it; 0 for no limit of its own
	PriceModel        PriceModel   `json:"price_model"`
	Price             money.Kronor `json:"price"` // in the unit of the price model
	Criteria          Criteria     `json:"criteria"`
	Evidence          Evidence     `json:"evidence"` // the card of the evaluated intervention it is like; empty for none
	Open              bool         `json:"open"`     // takes new participants
}

// Serves tells whether the intervention is for people on the ladder step.
func (i Intervention) Serves(step int) bool { return i.StepFrom <= step && step <= i.StepTo }

// NextStart is the first day from the given one that a participant can begin. A
// cohort with no day left has none.
func (i Intervention) NextStart(from period.Day) (period.Day, bool) {
	if i.Start == Rolling {
		return from, true
	}
	var next period.Day
	found := false
	for _, d := range i.StartDays {
		if d >= from && (!found || d < next) {
			next, found = d, true
		}
	}
	return next, found
}
