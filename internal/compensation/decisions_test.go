package compensation_test

import (
	"slices"
	"testing"

	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Only granted days are compensated, each by the decision that holds on it.
func TestGrantsOfDecisions(t *testing.T) {
	decided := func(id string, kind decision.Kind, from, to string) decision.Decision {
		span := period.MustSpan(from, to)
		return decision.Decision{ID: "d" + ident.ID(id), Kind: kind, Span: span, At: span.From.Time()}
	}
	inForce := decision.InForce([]decision.Decision{
		decided("1", decision.Grant, "2026-03-02", "2027-03-01"),
		decided("2", decision.Pause, "2026-05-11", "2026-06-30"),
		decided("3", decision.Resume, "2026-06-08", "2026-06-30"),
		decided("4", decision.Stop, "2026-09-01", "2027-03-01"),
	})
	want := []compensation.Grant{
		{Days: period.MustSpan("2026-03-02", "2026-05-10"), Decision: "d1"},
		{Days: period.MustSpan("2026-06-08", "2026-06-30"), Decision: "d3"},
		{Days: period.MustSpan("2026-07-01", "2026-08-31"), Decision: "d1"},
	}
	if got := compensation.GrantsOf(inForce); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}
