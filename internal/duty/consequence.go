package duty

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Cut is what a decision on assistance came to for who did not take part.
type Cut string

// The cuts.
const (
	Reduced Cut = "reduced"
	Denied  Cut = "denied"
)

// Cuts are both.
func Cuts() []Cut { return []Cut{Reduced, Denied} }

// Undone is why a row of a decision no longer counts.
type Undone string

// Why. It is empty of a row that stands.
const (
	Mistake Undone = "mistake" // it should not have been entered
	Changed Undone = "changed" // social services or a court have changed the decision
)

// WhyUndone are both.
func WhyUndone() []Undone { return []Undone{Mistake, Changed} }

// Consequence is a decision of social services that somebody's assistance of a month is
// reduced or denied since they did not take part, as it is kept here. It is decided
// there and not in the programme (SoL (2025:400) 12 kap.).
type Consequence struct {
	ID        ident.ID     `json:"id"`
	Cut       Cut          `json:"cut"`
	Month     period.Month `json:"month"`  // whose assistance it is about
	Reason    string       `json:"reason"` // in short, as the decision gives it
	DecidedOn period.Day   `json:"decided_on"`
	DecidedBy string       `json:"decided_by"` // who at social services, or which committee
	Reference string       `json:"reference"`  // the number of the matter there, empty where nobody has said
	// Grave tells of serious addiction or social problems as grave, and HelpFirst that help
	// with them was offered first and that the decision is not for a no to it (004 s. 4.2).
	Grave     bool       `json:"serious_addiction"`
	HelpFirst bool       `json:"help_first"`
	EnteredAt time.Time  `json:"entered_at"`
	EnteredBy string     `json:"entered_by,omitempty"` // a name
	Undone    Undone     `json:"undone,omitempty"`
	UndoneAt  *time.Time `json:"undone_at,omitempty"`
	UndoneBy  string     `json:"undone_by,omitempty"` // a name
}

// Stands tells whether the row counts.
func (c Consequence) Stands() bool { return c.Undone == "" }

// The limits of what is said, in characters.
const (
	ShortestReason = 10
	LongestReason  = 300
	LongestName    = 80
)

// Check tells, with a field for each, what cannot be right in a row entered today:
// cut, month, reason, decided_on, decided_by, reference and help_first. Programme is the
// days in the programme that the quarter counts by, nil where there are none. Before are the other rows of the case. Grave is
// what the house has been told before of serious addiction: then it is so here too.
func (c Consequence) Check(book *law.Book, today period.Day, programme *period.Span, before []Consequence, grave bool) fault.Fields {
	var f fault.Fields
	f.Check(slices.Contains(Cuts(), c.Cut), "cut", "duty.cut.which")
	c.checkMonth(&f, book, today, programme, before)
	reason := utf8.RuneCountInString(strings.TrimSpace(c.Reason))
	f.Check(reason >= ShortestReason && reason <= LongestReason, "reason", "duty.cut.reason", "Least", ShortestReason, "Most", LongestReason)
	begins := book.ActivityRequirementBegins()
	switch {
	case c.DecidedOn < begins || c.DecidedOn > today:
		f.Add("decided_on", "duty.cut.decided_on", "From", begins, "To", today)
	case c.Month <= today.Month() && c.DecidedOn < c.Month.First(): // a month ahead is told of beside the month
		f.Add("decided_on", "duty.cut.decided_before", "First", c.Month.First())
	}
	f.Check(strings.TrimSpace(c.DecidedBy) != "" && utf8.RuneCountInString(c.DecidedBy) <= LongestName, "decided_by", "duty.cut.decided_by", "Most", LongestName)
	f.Check(utf8.RuneCountInString(c.Reference) <= LongestName, "reference", "duty.cut.reference", "Most", LongestName)
	f.Check(c.HelpFirst || !c.Grave && !grave, "help_first", "duty.cut.help_first")
	return f
}

// checkMonth holds the month against the months the requirement applies to, at most
// today's, since nobody has failed a requirement before it, against the programme and
// against what has been entered before: of a month there is one decision.
func (c Consequence) checkMonth(f *fault.Fields, book *law.Book, today period.Day, programme *period.Span, before []Consequence) {
	rule, err := Month(book, Facts{Month: c.Month})
	var missing *law.MissingError
	switch last := today.Month(); {
	case c.Month > last:
		f.Add("month", "duty.cut.too_late", "Last", last)
	case errors.As(err, &missing):
		f.Add("month", "duty.cut.unknown_rules", "Month", c.Month)
	case err != nil || !rule.Applies:
		f.Add("month", "duty.cut.not_yet", "First", rule.First)
	case programme == nil || !programme.Overlaps(c.Month.Span()):
		f.Add("month", "duty.cut.not_in_programme", "Month", c.Month)
	case slices.ContainsFunc(before, func(other Consequence) bool { return other.Stands() && other.Month == c.Month }):
		f.Add("month", "duty.cut.twice", "Month", c.Month)
	}
}

// CutsIn are the rows that stand of the month.
func CutsIn(rows []Consequence, month period.Month) (reduced, denied bool) {
	for _, c := range rows {
		if c.Stands() && c.Month == month {
			reduced, denied = reduced || c.Cut == Reduced, denied || c.Cut == Denied
		}
	}
	return reduced, denied
}
