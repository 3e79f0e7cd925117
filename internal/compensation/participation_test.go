package compensation_test

import (
	"slices"
	"testing"
	"time"

	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/period"
)

// Nothing is taken before the start is noted, nothing of an older decision after an
// exit; a place granted after the exit was noted is a new one.
func TestGrantsTaken(t *testing.T) {
	at := func(day string) time.Time { return period.MustDay(day).Time() }
	begun := at("2026-03-02")
	granted := decision.Decision{ID: "d1", Kind: decision.Grant, Span: period.MustSpan("2026-03-02", "2027-03-01"), At: at("2026-02-20")}
	again := decision.Decision{ID: "d2", Kind: decision.Grant, Span: period.MustSpan("2026-09-01", "2027-08-31"), At: at("2026-08-20")}
	p := compensation.Participation{Begun: &begun, Leaves: []compensation.Leaving{{Exit: "e", On: period.MustDay("2026-06-10"), At: at("2026-07-01")}}}
	whole := compensation.Grant{Days: granted.Span, Decision: "d1"}
	cut := compensation.Grant{Days: period.MustSpan("2026-03-02", "2026-06-10"), Decision: "d1"}
	longer := decision.Decision{ID: "d3", Kind: decision.Extend, Span: period.MustSpan("2027-03-02", "2028-03-01"), At: at("2026-05-20")}
	onTheLast := compensation.Participation{Begun: &begun, Leaves: []compensation.Leaving{{Exit: "e", On: granted.Span.To, At: at("2027-03-01")}}}
	theDayBefore := compensation.Participation{Begun: &begun, Leaves: []compensation.Leaving{{Exit: "e", On: granted.Span.To - 1, At: at("2027-03-01")}}}
	afterIt := compensation.Participation{Begun: &begun, Leaves: []compensation.Leaving{{Exit: "e", On: granted.Span.To + 9, At: at("2027-03-20")}}}
	paused := decision.Decision{ID: "d4", Kind: decision.Pause, Span: period.MustSpan("2026-04-01", "2026-04-30"), At: at("2026-03-20")}
	beforePause := compensation.Grant{Days: period.MustSpan("2026-03-02", "2026-03-31"), Decision: "d1"}
	afterPause := compensation.Grant{Days: period.MustSpan("2026-05-01", "2026-06-10"), Decision: "d1"}
	for _, c := range []struct {
		name string
		made []decision.Decision
		part compensation.Participation
		want []compensation.Grant
	}{
		{"not begun", []decision.Decision{granted}, compensation.Participation{}, nil},
		{"before the start was noted", []decision.Decision{granted}, p.KnownAt(at("2026-03-01")), nil},
		{"at the instant of noting the start", []decision.Decision{granted}, p.KnownAt(begun), []compensation.Grant{whole}},
		{"a nanosecond before it", []decision.Decision{granted}, p.KnownAt(begun.Add(-1)), nil},
		{"an exit after a pause", []decision.Decision{granted, paused}, p, []compensation.Grant{beforePause, afterPause}},
		{"before the exit was noted", []decision.Decision{granted}, p.KnownAt(at("2026-06-30")), []compensation.Grant{whole}},
		{"to the day of the exit", []decision.Decision{granted}, p, []compensation.Grant{cut}},
		{"granted anew", []decision.Decision{granted, again}, p, []compensation.Grant{cut, {Days: again.Span, Decision: "d2"}}},
		{"an extension that was known ends with it", []decision.Decision{granted, longer}, p, []compensation.Grant{cut}},
		{"an exit on the last day", []decision.Decision{granted}, onTheLast, []compensation.Grant{whole}},
		{"an exit the day before the last", []decision.Decision{granted}, theDayBefore, []compensation.Grant{{Days: period.Span{From: granted.Span.From, To: granted.Span.To - 1}, Decision: "d1"}}},
		{"an exit after the last day", []decision.Decision{granted}, afterIt, []compensation.Grant{whole}},
		{"no decision", nil, p, nil},
	} {
		if got := compensation.GrantsTaken(c.made, c.part); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
