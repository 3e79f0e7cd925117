package recovery

import (
	"strings"

	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// ReasonKind is what differs between two calculations of a week.
type ReasonKind string

const (
	DayDiffers      ReasonKind = "day"      // what happened on the days
	ChildrenDiffer  ReasonKind = "children" // how many children counted on the days
	RatesDiffer     ReasonKind = "rates"    // what a whole week pays by
	CalculatedAgain ReasonKind = "other"    // in a way that is read off the lines alone
)

// ReasonKinds are all there are.
func ReasonKinds() []ReasonKind {
	return []ReasonKind{DayDiffers, ChildrenDiffer, RatesDiffer, CalculatedAgain}
}

// Reason is one difference between what a week was paid by and what it is worth. Each
// kind fills in its own fields.
type Reason struct {
	Kind    ReasonKind        `json:"kind"`
	Days    period.Span       `json:"days"`
	WasDay  compensation.Code `json:"was_day,omitempty"`
	IsDay   compensation.Code `json:"is_day,omitempty"`
	WasMany int               `json:"was_many,omitempty"` // children
	IsMany  int               `json:"is_many,omitempty"`
	WasRate money.Kronor      `json:"was_rate,omitempty"` // base of a whole week
	IsRate  money.Kronor      `json:"is_rate,omitempty"`
}

// Text is the difference as a sentence, before it has a language.
func (r Reason) Text() fault.Text {
	switch r.Kind {
	case DayDiffers:
		return fault.T("recovery.why.day", "Days", r.Days, "Was", fault.T("recovery."+string(r.WasDay)), "Is", fault.T("recovery."+string(r.IsDay)))
	case ChildrenDiffer:
		return fault.T("recovery.why.children", "Days", r.Days, "Was", r.WasMany, "Is", r.IsMany)
	case RatesDiffer:
		return fault.T("recovery.why.rates", "Days", r.Days, "Was", r.WasRate, "Is", r.IsRate)
	}
	return fault.T("recovery.why.other")
}

// Differences are what has changed from the one explanation to the other, by day.
// There is always one: two calculations with different amounts differ somewhere.
func Differences(week period.Week, before, now []compensation.Step) []Reason {
	var reasons []Reason
	add := func(r Reason, day period.Day) {
		if last := len(reasons) - 1; last >= 0 {
			same := reasons[last]
			same.Days = period.Span{}
			if same == r && reasons[last].Days.To == day-1 {
				reasons[last].Days.To = day
				return
			}
		}
		r.Days = period.Span{From: day, To: day}
		reasons = append(reasons, r)
	}
	days := week.Span()
	for day := days.From; day <= days.To; day++ {
		if was, is := dayOf(before, day), dayOf(now, day); was != is {
			add(Reason{Kind: DayDiffers, WasDay: was, IsDay: is}, day)
		}
	}
	for day := days.From; day <= days.To; day++ {
		if was, is := partOf(before, day), partOf(now, day); was.paid && is.paid && was.children != is.children {
			add(Reason{Kind: ChildrenDiffer, WasMany: was.children, IsMany: is.children}, day)
		}
	}
	for day := days.From; day <= days.To; day++ {
		if was, is := partOf(before, day), partOf(now, day); was.paid && is.paid && was.weekly != is.weekly {
			add(Reason{Kind: RatesDiffer, WasRate: was.weekly, IsRate: is.weekly}, day)
		}
	}
	if reasons == nil {
		return []Reason{{Kind: CalculatedAgain, Days: days}}
	}
	return reasons
}

// daySteps is how the code of every step begins that says what happened on a day.
const daySteps = "day."

// dayOf is what the explanation says happened on the day, "" where it says nothing.
func dayOf(steps []compensation.Step, day period.Day) compensation.Code {
	for _, s := range steps {
		if strings.HasPrefix(string(s.Code), daySteps) && s.Days.Contains(day) {
			return s.Code
		}
	}
	return ""
}

// paidBy is what a day was paid by.
type paidBy struct {
	paid     bool
	children int
	weekly   money.Kronor
}

// partOf is what the explanation says the day was paid by. Days of one week that are
// paid alike stand in one step, also with other days between them: where two steps
// span the day, nothing is said.
func partOf(steps []compensation.Step, day period.Day) (by paidBy) {
	for _, s := range steps {
		if !s.Days.Contains(day) {
			continue
		}
		switch s.Code {
		case compensation.PartBase:
			if by.paid {
				return paidBy{}
			}
			by.paid, by.weekly = true, s.Inputs.Weekly
		case compensation.PartChild:
			by.children = s.Inputs.Children
		}
	}
	return by
}
