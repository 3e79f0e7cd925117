package cli

import (
	"context"
	"log/slog"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

// What falls due is done in every municipality, and the clock stops when it is asked to.
func TestKeepTime(t *testing.T) {
	town := officetest.OnSQLite(t)
	_, placed := town.Offered()
	town.Days(placement.OfferDays + 1)
	if err := runJobs(context.Background(), town.Office); err != nil {
		t.Fatal(err)
	}
	if p := town.Placement(placed); p.DeclinedBy != placement.TheDeadline {
		t.Errorf("the offer is %s, declined by %q", p.State, p.DeclinedBy)
	}
	keepTime(t.Context(), town.Office, slog.New(slog.DiscardHandler))()
}
