package casework_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/letter"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// refused is a case with a refusal that the participant has read.
func refused(t *testing.T, town *officetest.Town) ident.ID {
	t.Helper()
	id := town.Assessed()
	must(t, town.RefusePlace(context.Background(), town.DecisionMaker, id, casework.Refusal{Reason: reason, Advice: []eligibility.AdviceCode{eligibility.HealthCare}}))
	town.HasRead(id)
	return id
}

// appealed is the newest appeal of the newest decision.
func appealed(t *testing.T, town *officetest.Town, id ident.ID) casework.AppealView {
	t.Helper()
	ctx := context.Background()
	all, err := town.SeeDecisions(ctx, town.DecisionMaker, id)
	must(t, err)
	for _, d := range all.Decisions {
		if len(d.Appeals) > 0 {
			v, err := town.SeeAppeal(ctx, town.DecisionMaker, id, d.Appeals[0].ID)
			must(t, err)
			return v
		}
	}
	t.Fatal("there is no appeal")
	return casework.AppealView{}
}

// A refusal is appealed, changed, and the new decision is tied to the appeal; the way
// of a person who was right.
func TestAnAppealThatChangesARefusal(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := refused(t, town)
		me := town.ParticipantOf(id)
		l := letterOf(t, town, id)
		must(t, town.SendAppeal(ctx, me, id, l.ID, officetest.Wish))
		wantCode(t, town.SendAppeal(ctx, me, id, l.ID, officetest.Wish), fault.Conflict) // one waits already
		a := appealed(t, town, id)
		if a.State != appeal.Received || !a.Time.In || *a.Time.Last != town.Today()+21 || !a.ByReader || a.DecidedBy != town.DecisionMaker.Name {
			t.Errorf("%s %+v", a.FiledAppeal, a.Time)
		}
		wantCode(t, town.ReconsiderDecision(ctx, town.CaseManager, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.Changed, Reason: reason}), fault.NotAllowed)
		wantField(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.Changed, Reason: "Kort."}), "reason")
		must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.Changed, Reason: reason}))
		if state := town.Case(id).State; state != casefile.Assessing {
			t.Fatalf("the case is %s", state)
		}
		wantCode(t, town.ForwardAppeal(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.Handover{On: town.Today()}), fault.Conflict)
		must(t, town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: town.Today(), Reason: reason, Appeal: a.FiledAppeal.ID}))
		a = appealed(t, town, id)
		if a.New == nil || a.New.Kind != decision.Grant || a.Answer.IsZero() {
			t.Errorf("%+v", a.New)
		}
		// A second decision answers nothing.
		err := town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{Kind: decision.Stop, From: town.Today(), Reason: reason, Appeal: a.FiledAppeal.ID})
		wantCode(t, err, fault.Conflict)
		must(t, town.WithdrawAppeal(ctx, me, id, a.FiledAppeal.ID, casework.Form{}))
		v, err := town.SeeMyLetters(ctx, me)
		must(t, err)
		if len(v.Letters) != 3 || v.Letters[1].Letter.Letter.Title != "Beslutet ändras" {
			t.Errorf("%d letters", len(v.Letters))
		}
		// The answer is no decision to appeal.
		wantCode(t, town.SendAppeal(ctx, me, id, v.Letters[1].ID, officetest.Wish), fault.Conflict)
		if v.Letters[1].LastAppeal != nil || v.Letters[0].LastAppeal == nil {
			t.Error("the answer has a time to appeal, or the decision has none")
		}
	})
}

// What is not changed goes to the court, and the court's answer comes back.
func TestAnAppealThatGoesToTheCourt(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Active()
	must(t, town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{Kind: decision.Pause, From: town.Today(), To: town.Today() + 30, Reason: reason}))
	l := letterOf(t, town, id)
	onPaper := officetest.Wish
	onPaper.ReceivedOn, onPaper.By, onPaper.Representative = town.Today(), appeal.Representative, "Omar Ombud"
	filed, err := town.RegisterAppeal(ctx, town.CaseManager, id, l.ID, onPaper)
	must(t, err)
	town.Days(3)
	answer := casework.AppealAnswer{Outcome: appeal.Unchanged, Reason: reason}
	must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, filed, answer))
	wantCode(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, filed, answer), fault.Conflict)
	court := casework.CourtAnswer{Handover: casework.Handover{On: town.Today()}, Outcome: appeal.SentBack, Number: "1234-26"}
	wantCode(t, town.RecordCourtDecision(ctx, town.DecisionMaker, id, filed, court), fault.Conflict)
	wantField(t, town.ForwardAppeal(ctx, town.DecisionMaker, id, filed, casework.Handover{On: town.Today() + 1}), "on")
	must(t, town.ForwardAppeal(ctx, town.DecisionMaker, id, filed, casework.Handover{On: town.Today()}))
	wantCode(t, town.WithdrawAppeal(ctx, town.ParticipantOf(id), id, filed, casework.Form{}), fault.Conflict)
	must(t, town.RecordCourtDecision(ctx, town.DecisionMaker, id, filed, court))
	must(t, town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{Kind: decision.Resume, From: town.Today(), Reason: reason, Appeal: filed}))
	a := appealed(t, town, id)
	if a.State != appeal.CourtDecided || a.CourtNumber != "1234-26" || a.New == nil || a.Representative != "Omar Ombud" || a.JudgedByName != town.DecisionMaker.Name ||
		a.RegisteredByName != town.CaseManager.Name || a.Case.State != casefile.Active {
		t.Errorf("%+v", a)
	}
	events, err := town.SeeOverview(ctx, town.CaseManager, id, access.Decisions)
	must(t, err)
	told := map[casefile.EventKind]int{}
	for _, e := range events.Events {
		told[e.Kind]++
	}
	for _, kind := range []casefile.EventKind{casefile.AppealReceived, casefile.AppealAnswered, casefile.AppealForwarded, casefile.CourtDecided} {
		if told[kind] != 1 {
			t.Errorf("%s told %d times", kind, told[kind])
		}
	}
}

// Too late is refused by a person, with a letter that can itself be appealed; in doubt
// it is never too late.
func TestALateAppeal(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := refused(t, town)
	l := letterOf(t, town, id)
	town.Days(22)
	must(t, town.SendAppeal(ctx, town.ParticipantOf(id), id, l.ID, officetest.Wish))
	a := appealed(t, town, id)
	if a.Time.In {
		t.Fatalf("%+v", a.Time)
	}
	wantField(t, town.RejectAppeal(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Reason: "Kort."}), "reason")
	must(t, town.RejectAppeal(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Reason: reason}))
	v, err := town.SeeMyLetters(ctx, town.ParticipantOf(id))
	must(t, err)
	no := v.Letters[0]
	if no.Letter.Letter.Kind != letter.Rejected || !strings.Contains(says(no.Letter.Letter), "FL (2017:900) 44-45 §§") || no.LastAppeal == nil {
		t.Errorf("%s", says(no.Letter.Letter))
	}
	must(t, town.SendAppeal(ctx, town.ParticipantOf(id), id, no.ID, officetest.Wish)) // of the refusal itself

	doubt := town.Active() // nobody has noted when the participant got the letter
	town.Days(100)
	must(t, town.SendAppeal(ctx, town.ParticipantOf(doubt), doubt, letterOf(t, town, doubt).ID, officetest.Wish))
	b := appealed(t, town, doubt)
	wantCode(t, town.RejectAppeal(ctx, town.DecisionMaker, doubt, b.FiledAppeal.ID, casework.AppealAnswer{Reason: reason}), fault.Conflict)
}

// A person may not be led back to a case while they have another.
func TestAnAppealMeetsAnotherCase(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := refused(t, town)
	must(t, town.SendAppeal(ctx, town.ParticipantOf(id), id, letterOf(t, town, id).ID, officetest.Wish))
	number := personOf(t, town, id)
	_, err := town.RegisterEnquiry(ctx, town.Assessor, casework.Enquiry{IdentityNumber: number, GivenName: "Amina", FamilyName: "Exempel", Language: "sv", Locality: "Centrum", Protection: "none", Wish: "Jag vill arbeta i kök igen."})
	must(t, err)
	a := appealed(t, town, id)
	wantCode(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.Changed, Reason: reason}), fault.Conflict)
	must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.Unchanged, Reason: reason}))
}

func personOf(t *testing.T, town *officetest.Town, id ident.ID) string {
	t.Helper()
	v, err := town.SeeDecisions(context.Background(), town.DecisionMaker, id)
	must(t, err)
	return v.Person.Number.Full()
}

// An appeal that waits is on the desk of who decides, and presses after a week.
func TestAppealsAreOnTheDesk(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := refused(t, town)
	desk := func() []casework.CaseLine {
		v, err := town.SeeMyDay(ctx, town.DecisionMaker, 1)
		must(t, err)
		return v.Appeals
	}
	if n := len(desk()); n != 0 {
		t.Fatalf("%d appeals", n)
	}
	must(t, town.SendAppeal(ctx, town.ParticipantOf(id), id, letterOf(t, town, id).ID, officetest.Wish))
	town.Days(7)
	if d := desk(); len(d) != 1 || d[0].Case.ID != id || d[0].Pressing() {
		t.Errorf("%+v", d)
	}
	town.Days(1)
	if d := desk(); !d[0].Pressing() || d[0].Needs[0].Kind != followup.AppealToReconsider {
		t.Errorf("%+v", d[0].Needs)
	}
	a := appealed(t, town, id)
	must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.PartlyChanged, Reason: reason}))
	if d := desk(); d[0].Needs[0].Kind != followup.AppealToCarryOut {
		t.Errorf("%+v", d[0].Needs)
	}
	must(t, town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: town.Today(), Reason: reason, Appeal: a.FiledAppeal.ID}))
	if d := desk(); d[0].Needs[0].Kind != followup.AppealToForward {
		t.Errorf("%+v", d[0].Needs)
	}
	must(t, town.ForwardAppeal(ctx, town.DecisionMaker, id, a.FiledAppeal.ID, casework.Handover{On: town.Today()}))
	if n := len(desk()); n != 0 {
		t.Errorf("%d appeals", n)
	}
}

// The assessor judges no more than they decide, whatever role they have taken on.
func TestWhoAssessedDoesNotJudge(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := refused(t, town)
	must(t, town.SendAppeal(ctx, town.ParticipantOf(id), id, letterOf(t, town, id).ID, officetest.Wish))
	both := town.Assessor
	both.Role = access.DecisionMaker
	a := appealed(t, town, id)
	wantCode(t, town.ReconsiderDecision(ctx, both, id, a.FiledAppeal.ID, casework.AppealAnswer{Outcome: appeal.Changed, Reason: reason}), fault.NotAllowed)
	wantRefusal(t, town, access.Reconsider.Name, "decision.maker_assessed")
	wantCode(t, town.ReconsiderDecision(ctx, town.DecisionMaker, id, id, casework.AppealAnswer{Outcome: appeal.Changed, Reason: reason}), fault.NotFound)
}

// appealedRecovery is a claim on which somebody has appealed.
func appealedRecovery(t *testing.T, town *officetest.Town) (of, recoveryID, filed ident.ID) {
	t.Helper()
	ctx := context.Background()
	of, found := town.Overpaid()
	town.Heard(of, found.ID)
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.ClaimAll, Plan: town.AtOnce()})
	me := town.HasRead(of)
	v, err := town.SeeRecovery(ctx, me, of, found.ID)
	must(t, err)
	must(t, town.SendAppeal(ctx, me, of, v.Letters[0].ID, officetest.Wish))
	v, err = town.SeeRecovery(ctx, town.DecisionMaker, of, found.ID)
	must(t, err)
	return of, found.ID, v.Appeals[0].ID
}

// An appeal of a decision on paying back is answered by deciding on that again, and by
// nothing else; the letter says so, and the whole goes to the court with it.
func TestAnAppealOfARecovery(t *testing.T) {
	for _, outcome := range []appeal.Outcome{appeal.Changed, appeal.PartlyChanged} {
		storetest.Each(t, func(t *testing.T, db *store.DB) {
			ctx := context.Background()
			town := officetest.New(t, db)
			of, id, filed := appealedRecovery(t, town)
			must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, of, filed, casework.AppealAnswer{Outcome: outcome, Reason: reason}))
			wantCode(t, town.ForwardAppeal(ctx, town.DecisionMaker, of, filed, casework.Handover{On: town.Today()}), fault.Conflict)
			pause := casework.Change{Kind: decision.Pause, From: town.Today(), To: town.Today() + 30, Reason: reason, Appeal: filed}
			wantCode(t, town.ChangeDecision(ctx, town.DecisionMaker, of, pause), fault.Conflict)
			if !asks(t, town, of, followup.AppealToCarryOut) {
				t.Error("nobody is asked for the new decision")
			}
			town.Decided(of, id, recovery.Draft{Choice: recovery.ClaimPart, Part: 200, Plan: town.AtOnce()})
			a, err := town.SeeAppeal(ctx, town.DecisionMaker, of, filed)
			must(t, err)
			if a.AwaitsDecision() || a.NewOfRecovery == nil || a.NewOfRecovery.Claim != 200 || a.New != nil || a.Recovery.ID != id || asks(t, town, of, followup.AppealToCarryOut) {
				t.Errorf("%s, %+v", a.FiledAppeal, a.NewOfRecovery)
			}
			if asks(t, town, of, followup.AppealToForward) != (outcome == appeal.PartlyChanged) {
				t.Error("the way to the court is not as it was answered")
			}
			v, err := town.SeeMyRecovery(ctx, town.ParticipantOf(of), id)
			must(t, err)
			if text := fmt.Sprint(v.Letters[0].Letter.Letter.Blocks); !strings.Contains(text, "följer av ditt överklagande") || len(v.Appeals) != 1 {
				t.Errorf("the letter says %s", text)
			}
			must(t, town.ForwardAppeal(ctx, town.DecisionMaker, of, filed, casework.Handover{On: town.Today()}))
			// The court keeps it: a later decision answers nothing more.
			must(t, town.RecordCourtDecision(ctx, town.DecisionMaker, of, filed, casework.CourtAnswer{Handover: casework.Handover{On: town.Today()}, Outcome: appeal.Upheld}))
			town.Decided(of, id, recovery.Draft{Choice: recovery.WaiveAll})
			again, err := town.SeeAppeal(ctx, town.DecisionMaker, of, filed)
			must(t, err)
			if again.NewOfRecovery == nil || again.NewOfRecovery.ID != a.NewOfRecovery.ID {
				t.Error("a later decision took over the appeal")
			}
		})
	}
}

// What is kept goes to the court, whose answer the next decision carries out.
func TestAnAppealOfARecoveryGoesToTheCourt(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	of, id, filed := appealedRecovery(t, town)
	must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, of, filed, casework.AppealAnswer{Outcome: appeal.Unchanged, Reason: reason}))
	must(t, town.ForwardAppeal(ctx, town.DecisionMaker, of, filed, casework.Handover{On: town.Today()}))
	must(t, town.RecordCourtDecision(ctx, town.DecisionMaker, of, filed, casework.CourtAnswer{Handover: casework.Handover{On: town.Today()}, Outcome: appeal.CourtChanged}))
	if !asks(t, town, of, followup.AppealToCarryOut) {
		t.Error("nobody is asked for the new decision")
	}
	town.Decided(of, id, recovery.Draft{Choice: recovery.WaiveAll})
	a, err := town.SeeAppeal(ctx, town.DecisionMaker, of, filed)
	must(t, err)
	if a.AwaitsDecision() || a.NewOfRecovery == nil || a.NewOfRecovery.Waive != 563 {
		t.Errorf("%s, %+v", a.FiledAppeal, a.NewOfRecovery)
	}
}

// No new decision is promised where nothing is left to decide on; one made meanwhile is
// the answer.
func TestAnAppealOfARecoveryThatIsClosed(t *testing.T) {
	ctx := context.Background()
	changed := casework.AppealAnswer{Outcome: appeal.Changed, Reason: reason}
	t.Run("paid", func(t *testing.T) {
		town := officetest.OnSQLite(t)
		of, id, filed := appealedRecovery(t, town)
		must(t, town.RecordRepayment(ctx, town.PaymentOfficer, id, casework.Repaid{Day: town.Today(), Amount: 563}))
		wantField(t, town.ReconsiderDecision(ctx, town.DecisionMaker, of, filed, changed), "outcome")
		must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, of, filed, casework.AppealAnswer{Outcome: appeal.Unchanged, Reason: reason}))
	})
	t.Run("dropped", func(t *testing.T) {
		town := officetest.OnSQLite(t)
		of, id, filed := appealedRecovery(t, town)
		town.Decided(of, id, recovery.Draft{Choice: recovery.WaiveAll})
		must(t, town.ReconsiderDecision(ctx, town.DecisionMaker, of, filed, changed))
		if a, err := town.SeeAppeal(ctx, town.DecisionMaker, of, filed); err != nil || a.NewOfRecovery == nil || a.NewOfRecovery.Waive != 563 {
			t.Errorf("%+v, %v", a.NewOfRecovery, err)
		}
	})
}

// asks tells whether the appeal waits for that on the decision maker's desk.
func asks(t *testing.T, town *officetest.Town, of ident.ID, kind followup.NeedKind) bool {
	t.Helper()
	v, err := town.SeeMyDay(context.Background(), town.DecisionMaker, 1)
	must(t, err)
	return slices.ContainsFunc(v.Appeals, func(l casework.CaseLine) bool { return l.Case.ID == of && l.Asks(kind) })
}
