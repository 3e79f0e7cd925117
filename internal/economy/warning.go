package economy

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// Doubt is the code of something in the facts that is allowed and that somebody should
// look at.
type Doubt string

// What may need a look.
const (
	AllowanceMissing  Doubt = "child_allowance_missing" // no such income, though the children are of the age
	AllowanceUnknown  Doubt = "child_allowance_unknown" // likewise, in a month whose amount is not on record
	AllowanceDiffers  Doubt = "child_allowance_differs" // from what follows from the ages
	ChildPastAge      Doubt = "child_past_allowance"    // older than children with allowance
	GrownChild        Doubt = "grown_child"             // of age: only while at upper secondary school
	StimulusNotWork   Doubt = "stimulus_not_work"       // said of an income that is not from work, and not used
	LargerThanMembers Doubt = "larger_than_members"     // more live there than are reckoned, and it is not shared
	SharedWithNobody  Doubt = "shared_with_nobody"      // shared, and nobody else lives there
	LunchNoMatter     Doubt = "lunch_no_matter"         // lunch away makes no difference at the age
)

// Doubts are all of them.
func Doubts() []Doubt {
	return []Doubt{AllowanceMissing, AllowanceUnknown, AllowanceDiffers, ChildPastAge, GrownChild, StimulusNotWork,
		LargerThanMembers, SharedWithNobody, LunchNoMatter}
}

// Warning is a doubt about the facts. The reckoning stands as it is.
type Warning struct {
	Code    Doubt        `json:"code"`
	At      string       `json:"at,omitempty"` // the path of the fact
	Age     int          `json:"age,omitempty"`
	Amount  money.Kronor `json:"amount,omitempty"` // that was to be expected
	Said    money.Ore    `json:"said_ore,omitempty"`
	Kind    IncomeKind   `json:"kind,omitempty"`
	Size    int          `json:"size,omitempty"`
	Members int          `json:"members,omitempty"`
}

// Text is the warning as a sentence before it has a language.
func (w Warning) Text() fault.Text {
	return fault.T("economy.warning."+string(w.Code), "Age", w.Age, "Amount", w.Amount, "Said", w.Said,
		"Kind", fault.T("economy.income."+string(w.Kind)), "Size", w.Size, "Members", w.Members)
}
