package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

const reason = officetest.Reason

func TestGrantPlace(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	grant := casework.Grant{From: town.Today(), Reason: reason}

	t.Run("not before the need is assessed", func(t *testing.T) {
		id, _ := town.Assessing()
		wantCode(t, town.GrantPlace(ctx, town.DecisionMaker, id, grant), fault.Conflict)
	})
	t.Run("a short reason and a day that has passed are told beside their fields", func(t *testing.T) {
		id := town.Assessed()
		wantField(t, town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: town.Today(), Reason: "Åååååååååååååååååå"}), "reason")
		wantField(t, town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: town.Today() - 1, Reason: reason}), "from")
	})
	t.Run("the assessor does not decide, nor does one who has assessed in another role", func(t *testing.T) {
		id := town.Assessed()
		wantCode(t, town.GrantPlace(ctx, town.Assessor, id, grant), fault.NotAllowed)
		both := town.Assessor
		both.Role = access.DecisionMaker
		wantCode(t, town.GrantPlace(ctx, both, id, grant), fault.NotAllowed)
		wantRefusal(t, town, access.GrantOrRefuse.Name, "decision.maker_assessed")
		if town.Case(id).State != casefile.Assessing {
			t.Errorf("the case is %s", town.Case(id).State)
		}
	})
	t.Run("once", func(t *testing.T) {
		wantCode(t, town.GrantPlace(ctx, town.DecisionMaker, town.Granted(), grant), fault.Conflict)
	})
	t.Run("an older version is stale", func(t *testing.T) {
		stale := grant
		stale.Version = 1
		wantCode(t, town.GrantPlace(ctx, town.DecisionMaker, town.Assessed(), stale), fault.Stale)
	})
}

func TestRefusePlace(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Assessed()
	wantField(t, town.RefusePlace(ctx, town.DecisionMaker, id, casework.Refusal{Reason: reason}), "advice")
	must(t, town.RefusePlace(ctx, town.DecisionMaker, id, casework.Refusal{
		Reason: reason, Advice: []eligibility.AdviceCode{eligibility.SocialAssistance, eligibility.HealthCare},
	}))
	// The one who decided can still follow it, though the case is before nobody now.
	v, err := town.SeeDecisions(ctx, town.DecisionMaker, id)
	must(t, err)
	if d := v.Decisions[0]; town.Case(id).State != casefile.Refused || d.Kind != decision.Refuse || len(d.Advice) != 2 || d.Advice[0].Code != eligibility.HealthCare {
		t.Errorf("%s with %+v", town.Case(id).State, d)
	}
}

// A change that is decided ahead begins on its day, and a pause is over after its last.
func TestDecisionsTakeEffectOnTheirDays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		today := town.Today()
		wantState := func(want casefile.State) {
			t.Helper()
			v, err := town.SeeDecisions(ctx, town.CaseManager, id) // the state follows when the case is opened
			must(t, err)
			if v.Case.State != want || town.Case(id).State != want || v.Case.Version != town.Case(id).Version {
				t.Fatalf("%s: shown %s (%d), stored %s (%d), want %s", town.Today(), v.Case.State, v.Case.Version, town.Case(id).State, town.Case(id).Version, want)
			}
		}
		change := func(actor access.Actor, in casework.Change) error {
			in.Reason = reason
			return town.ChangeDecision(ctx, actor, id, in)
		}
		wantCode(t, change(town.CaseManager, casework.Change{Kind: decision.Pause, From: today, To: today + 9}), fault.NotAllowed)
		wantField(t, change(town.DecisionMaker, casework.Change{Kind: decision.Pause, From: today + 9, To: today}), "to")
		wantField(t, change(town.DecisionMaker, casework.Change{Kind: decision.Grant, From: today}), "kind")

		must(t, change(town.DecisionMaker, casework.Change{Kind: decision.Pause, From: today + 5, To: today + 9}))
		wantState(casefile.Active)
		town.Days(5)
		wantState(casefile.Paused)
		town.Days(5)
		wantState(casefile.Active)

		must(t, change(town.DecisionMaker, casework.Change{Kind: decision.Pause, From: town.Today(), To: town.Today() + 30}))
		wantState(casefile.Paused)
		must(t, change(town.DecisionMaker, casework.Change{Kind: decision.Resume, From: town.Today()}))
		wantState(casefile.Active)

		must(t, change(town.DecisionMaker, casework.Change{Kind: decision.Extend, To: today.AddYears(2) - 1}))
		if to := town.Case(id).Programme.To; to != today.AddYears(2)-1 {
			t.Errorf("the programme goes on to %s", to)
		}
		must(t, change(town.DecisionMaker, casework.Change{Kind: decision.Stop, From: town.Today() + 1}))
		wantState(casefile.Active)
		town.Days(1)
		wantState(casefile.Exited)
	})
}

func TestAssignManager(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Granted()
		give := func(id, to ident.ID, reason, notes string) error {
			return town.AssignManager(ctx, town.DecisionMaker, id, casework.Assignment{Manager: to, Reason: reason, Notes: notes})
		}
		wantField(t, give(id, town.Assessor.Account, "", ""), "manager")
		wantField(t, give(id, "", "", ""), "manager")
		must(t, give(id, town.CaseManager.Account, "", ""))

		t.Run("a change has a reason and a hand-over, and shows", func(t *testing.T) {
			wantField(t, give(id, town.Second.Account, "", ""), "reason")
			wantField(t, give(id, town.Second.Account, "Cia slutar.", "kort"), "notes")
			town.Days(1)
			must(t, give(id, town.Second.Account, "Cia slutar hos oss.", "Ring hellre än skriv."))
			v, err := town.SeeManagers(ctx, town.Second, id)
			must(t, err)
			if v.ManagerName != town.Second.Name || len(v.Held) != 2 || v.Held[0].Notes != "Ring hellre än skriv." {
				t.Errorf("%+v", v.Held)
			}
			events, err := town.SeeOverview(ctx, town.Second, id, "")
			must(t, err)
			if e := events.Events[0]; e.Kind != casefile.ManagerChanged || e.Values["Earlier"] != town.CaseManager.Name {
				t.Errorf("the journey ends with %+v", e)
			}
			_, err = town.SeeOverview(ctx, town.CaseManager, id, "")
			wantCode(t, err, fault.NotAllowed)
		})
		t.Run("the twenty-first is refused, and the count is shown", func(t *testing.T) {
			for range 19 {
				town.Managed()
			}
			must(t, give(town.Granted(), town.CaseManager.Account, "", ""))
			last := town.Granted()
			wantField(t, give(last, town.CaseManager.Account, "", ""), "manager")
			v, err := town.SeeManagers(ctx, town.DecisionMaker, last)
			must(t, err)
			if v.Limit != 20 || v.Choices[1].Cases != 20 || v.HasRoom(v.Choices[1]) || !v.HasRoom(v.Choices[0]) {
				t.Errorf("%+v", v.Choices)
			}
		})
	})
}
