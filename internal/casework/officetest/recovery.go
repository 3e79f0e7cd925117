package officetest

import (
	"context"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

// Overpaid is a case that the bank has paid for a whole week and was then found to have
// been away without approval on the Monday of it: the run of the week after is attested
// and its recovery of 563 kronor opened.
func (town *Town) Overpaid() (id ident.ID, found casework.Recovery) { return town.OverpaidBy(1) }

// OverpaidBy is Overpaid for so many days of the week, from the Monday on.
func (town *Town) OverpaidBy(days int) (id ident.ID, found casework.Recovery) {
	town.t.Helper()
	id, at, first := town.Due()
	town.Pays()
	town.HasAccount(id, 0)
	town.Answers(town.Sent(town.Attested(first)), "")
	second := first.AddWeeks(1)
	town.Days(7)
	town.Reports(id, at, second, WholeWeek...)
	for day := range days {
		town.Settled(id, at, first.Monday().AddDays(day), attendance.AbsentUnapproved)
	}
	town.Attested(second)
	return id, town.Recoveries(id)[0]
}

// Raised is a case that was overpaid, of which 400 kronor are claimed and 163 were let be
// kept, and whose week has then been found to be worth all of it: the run is attested.
func (town *Town) Raised() (id ident.ID, found casework.Recovery, run ident.ID) {
	town.t.Helper()
	id, found = town.Overpaid()
	town.Heard(id, found.ID)
	town.Decided(id, found.ID, recovery.Draft{Choice: recovery.ClaimPart, Part: 400, Plan: town.AtOnce()})
	week := found.Weeks[0].Week
	town.Settled(id, town.PlacementOf(id), week.Monday(), attendance.Ill)
	town.Days(7)
	return id, found, town.Attested(week.AddWeeks(2))
}

// Settled gives a day that was reported and confirmed as attended another status by the
// case manager.
func (town *Town) Settled(id, at ident.ID, day period.Day, status attendance.Status) {
	town.t.Helper()
	town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: day, Reported: attendance.Attended, Confirmed: attendance.Attended, Settled: status}})
}

// Recoveries are the case's recoveries, newest first.
func (town *Town) Recoveries(id ident.ID) (all []casework.Recovery) {
	town.t.Helper()
	town.read(func(ctx context.Context, tx *store.Tx) (err error) {
		all, err = tx.RecoveriesOf(ctx, id)
		return err
	})
	return all
}

// PlacementOf is the first placement of the case.
func (town *Town) PlacementOf(id ident.ID) (at ident.ID) {
	town.t.Helper()
	town.read(func(ctx context.Context, tx *store.Tx) error {
		rows, err := tx.PlacementsOf(ctx, id)
		if err == nil {
			at = rows[0].ID
		}
		return err
	})
	return at
}

// Stated sends the statement of the recovery, to be answered in LeastDays days.
func (town *Town) Stated(of, id ident.ID) {
	town.t.Helper()
	town.minute()
	town.must(town.CommunicateRecovery(context.Background(), town.CaseManager, of, id,
		casework.Statement{AnswerBy: town.Today().AddDays(recovery.LeastDays)}))
}

// Heard sends the statement and lets the participant answer it.
func (town *Town) Heard(of, id ident.ID) {
	town.t.Helper()
	town.Stated(of, id)
	town.minute()
	town.must(town.GiveMyView(context.Background(), town.ParticipantOf(of), id, casework.OwnView{Words: "Jag trodde att jag hade fått ledigt."}))
}

// ReasonToDecide is long enough for a decision.
const ReasonToDecide = "Felet var tydligt och upptäcktes samma månad."

// Decided lets the decision maker decide on the recovery as it stands now.
func (town *Town) Decided(of, id ident.ID, draft recovery.Draft) {
	town.t.Helper()
	town.minute()
	v, err := town.SeeRecovery(context.Background(), town.DecisionMaker, of, id)
	town.must(err)
	draft.Reason = ReasonToDecide
	town.must(town.DecideRecovery(context.Background(), town.DecisionMaker, of, id, casework.RecoveryChoice{Seen: v.Recovery.Version, Draft: draft}))
}

// AtOnce is a plan to pay all of it back in five weeks.
func (town *Town) AtOnce() recovery.Plan { return recovery.Plan{Due: town.Today().AddDays(35)} }
