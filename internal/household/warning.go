package household

import (
	"fmt"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Code is the code of a warning.
type Code string

// The warnings. Each is something to look at; none decides anything.
const (
	SourcesDiffer   Code = "sources_differ" // two provenances of one thing, with both amounts
	MembersDiffer   Code = "members_differ" // likewise of who lives in the home
	RowEnded        Code = "row_ended"      // it held in the month before, and nothing has come in its place
	NotConfirmed    Code = "not_confirmed"  // by anybody for StaleMonths or longer
	ChildTurned     Code = "child_turned"   // 16, 18 or 21 since the month before
	MembersMissing  Code = "members_missing"
	HomeTooSmall    Code = "home_too_small"        // for the members it has by now
	NoStandard      Code = "no_standard"           // for the month, so that nothing is reckoned
	CannotReckon    Code = "cannot_reckon"         // for another reason
	ProgrammeFalls  Code = "programme_falls_short" // of what assistance gives: some is needed beside it
	ProgrammeCovers Code = "programme_gives_more"  // than the household needs
	AssistanceMoved Code = "assistance_changed"    // against the month before, by ChangeLimit or more
	FactInDoubt     Code = "doubt"                 // of the reckoner's own
	StaleMonths          = 3                       // a row is confirmed at least so often
	ChangeLimit          = money.Kronor(500)       // a smaller change is not worth a warning
)

// Codes are all of them, in the order in which they are shown.
func Codes() []Code {
	return []Code{NoStandard, CannotReckon, SourcesDiffer, MembersDiffer, MembersMissing, HomeTooSmall, ChildTurned, RowEnded,
		NotConfirmed, AssistanceMoved, ProgrammeFalls, ProgrammeCovers, FactInDoubt}
}

// agesTurned are the ages at which something changes: the child allowance ends, the child
// is of age, and the parents' duty to support one who still goes to school ends
// (FB (1949:381) 7 kap. 1 §, 9 kap. 1 §).
var agesTurned = []int{16, 18, 21}

// Warning is something about the picture to look at. Each code fills in its own values.
type Warning struct {
	Code   Code
	About  Subject
	Name   string // of the row as it was written
	Counts money.Ore
	From   Provenance // of what counts
	Other  money.Ore
	By     Provenance // of the other
	Month  period.Month
	Months int // since it was confirmed
	Age    int
	Number int          // of the child, from 1, among those who turn the age; of children with supplement
	Amount money.Kronor // that it falls short by, or is more by, or changed to
	Before money.Kronor
	Doubt  *economy.Warning
	Cause  *fault.Error
}

// Key tells the warning from others, and is the same as long as it is about the same: by
// it somebody has seen it or has not. A change of amount makes it new; that time passes
// alone does not.
func (w Warning) Key() string {
	parts := []any{w.Code}
	switch w.Code {
	case SourcesDiffer:
		parts = append(parts, w.About.What, w.About.Name, w.From, w.Counts, w.By, w.Other)
	case MembersDiffer:
		parts = append(parts, w.From, w.By)
	case RowEnded:
		parts = append(parts, w.About.What, w.About.Name, w.Month)
	case NotConfirmed:
		parts = append(parts, w.About.What, w.About.Name)
	case ChildTurned:
		parts = append(parts, w.Age, w.Number, w.Month)
	case AssistanceMoved:
		parts = append(parts, w.Month, w.Amount)
	case ProgrammeFalls, ProgrammeCovers, MembersMissing, HomeTooSmall, CannotReckon:
	case NoStandard:
		parts = append(parts, w.Month)
	case FactInDoubt:
		parts = append(parts, w.Doubt.Code, w.Doubt.Kind)
	}
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = fmt.Sprint(p)
	}
	return strings.Join(words, "|")
}

// Text is the warning as a sentence before it has a language.
func (w Warning) Text() fault.Text { return w.say("household.warning.") }

// Advice is what to do about it.
func (w Warning) Advice() fault.Text { return w.say("household.advice.") }

func (w Warning) say(prefix string) fault.Text {
	if w.Code == FactInDoubt && prefix == "household.warning." {
		return w.Doubt.Text()
	}
	what := w.About.What.Text()
	if w.Name != "" {
		what = fault.T("household.what.named", "What", what, "Name", w.Name)
	}
	because := fault.Text{}
	if w.Cause != nil {
		because = w.Cause.Text
	}
	return fault.T(prefix+string(w.Code), "What", what, "Counts", inFull(w.Counts), "From", provenanceText(w.From), "Other", inFull(w.Other),
		"By", provenanceText(w.By), "Month", w.Month, "Count", w.Months, "Age", w.Age, "Children", w.Number, "Amount", w.Amount, "Before", w.Before,
		"Limit", ChangeLimit, "Because", because)
}

// inFull is whole kronor where there are no öre.
func inFull(amount money.Ore) any {
	if whole, err := amount.Kronor(); err == nil {
		return whole
	}
	return amount
}

func provenanceText(p Provenance) fault.Text { return fault.T("household.by." + string(p)) }

// NewKeys are the keys of the warnings that are not among the seen.
func NewKeys(warnings []Warning, seen []string) []string {
	has := map[string]bool{}
	for _, key := range seen {
		has[key] = true
	}
	var fresh []string
	for _, w := range warnings {
		if key := w.Key(); !has[key] {
			has[key] = true
			fresh = append(fresh, key)
		}
	}
	return fresh
}
