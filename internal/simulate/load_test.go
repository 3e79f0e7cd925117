package simulate

import (
	"context"
	"errors"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What was told is what is in the database, on both engines.
func TestLoadedStoriesAreWhatWasTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		m := made(t, Options{Seed: 4, Size: Small})
		if err := m.Load(ctx, db); err != nil {
			t.Fatal(err)
		}
		read := func(look func(tx *store.Tx) error) {
			t.Helper()
			if err := db.Read(ctx, Code, look); err != nil {
				t.Fatal(err)
			}
		}
		lines := 0
		caseload := map[string]int{}
		each(t, m, func(s *Story) {
			lines += len(s.Events)
			for _, e := range s.Events {
				lines += count(e.Kind == casefile.ContactHeld) // the case was opened before it
			}
			if s.Case.State.CountsTowardCaseload() {
				caseload[s.Case.Manager.String()]++
			}
			read(func(tx *store.Tx) error {
				sameCase(t, ctx, tx, s)
				return nil
			})
		})
		read(func(tx *store.Tx) error {
			for _, a := range m.withRole(access.CaseManager) {
				n, err := tx.Caseload(ctx, a.ID)
				if err != nil || n != caseload[a.ID.String()] {
					t.Errorf("%s has %d cases (%v), was told %d", a.Login, n, err, caseload[a.ID.String()])
				}
			}
			return nil
		})
		if checked, err := db.VerifyJournals(ctx); err != nil || checked != int64(lines) {
			t.Errorf("%d whole entries (%v), %d lines and reads", checked, err, lines)
		}
		// Case numbers go on where the stories ended.
		year := m.Today.Year()
		latest := 0
		each(t, m, func(s *Story) { latest += count(s.Case.OpenedOn.Year() == year) })
		err := db.Write(ctx, Code, func(tx *store.Tx) error {
			next, err := tx.NextCaseNumber(ctx, year)
			if want := casefile.Number(year, latest+1); next != want {
				t.Errorf("the next case is %s, want %s", next, want)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func sameCase(t *testing.T, ctx context.Context, tx *store.Tx, s *Story) {
	t.Helper()
	c, err := tx.Case(ctx, s.Case.ID)
	if err != nil {
		t.Fatal(err)
	}
	if c.Number != s.Case.Number || c.State != s.Case.State || c.Manager != s.Case.Manager || c.Version != s.Case.Version ||
		c.AbilityHours != s.Case.AbilityHours || c.PlannedHours != s.Case.PlannedHours || c.Goal != s.Case.Goal {
		t.Errorf("%s: %+v, was told %+v", s.Case.Number, c, s.Case)
	}
	p, err := tx.Person(ctx, s.Case.Person)
	if err != nil || p != s.Adult.Person {
		t.Errorf("%s: the person is %#v (%v)", s.Case.Number, p, err)
	}
	members, err := tx.Members(ctx, s.Case.ID)
	if err != nil || len(members) != len(s.Members) {
		t.Errorf("%s: %d members (%v), was told %d", s.Case.Number, len(members), err, len(s.Members))
	}
	events, _, err := tx.Events(ctx, s.Case.ID, access.Parts, 1000, 0)
	if err != nil || len(events) != len(s.Events) {
		t.Errorf("%s: %d lines (%v), was told %d", s.Case.Number, len(events), err, len(s.Events))
	}
	children, err := tx.Children(ctx, s.Case.Person)
	if err != nil || len(children) != len(s.Adult.Children) {
		t.Errorf("%s: %d children (%v), was told %d", s.Case.Number, len(children), err, len(s.Adult.Children))
	}
	decisions, err := tx.Decisions(ctx, s.Case.ID)
	if err != nil || len(decisions) != len(s.Decisions) {
		t.Fatalf("%s: %d decisions (%v), was told %d", s.Case.Number, len(decisions), err, len(s.Decisions))
	}
	for i, d := range decisions {
		told := s.Decisions[i]
		if d.ID != told.ID || d.Kind != told.Kind || d.Reason != told.Reason || d.Supersedes != told.Supersedes ||
			len(d.Advice) != len(told.Advice) || d.Kind != decision.Refuse && d.Span != told.Span {
			t.Errorf("%s: %+v, was told %+v", s.Case.Number, d, told)
		}
	}
	verdicts, err := tx.Verdicts(ctx, s.Case.ID)
	if err != nil || len(verdicts) != count(s.Verdict != nil) || s.Verdict != nil && verdicts[0].Verdict.Overall != s.Verdict.Says.Overall {
		t.Errorf("%s: %d verdicts (%v)", s.Case.Number, len(verdicts), err)
	}
	contacts, err := tx.Contacts(ctx, s.Case.ID)
	if err != nil || len(contacts) != len(s.Contacts) {
		t.Errorf("%s: %d contacts (%v), was told %d", s.Case.Number, len(contacts), err, len(s.Contacts))
	}
	outcomes, err := tx.Outcomes(ctx, s.Case.ID)
	if err != nil || len(outcomes) != len(s.Outcomes) {
		t.Errorf("%s: %d outcomes (%v), was told %d", s.Case.Number, len(outcomes), err, len(s.Outcomes))
	}
	account, err := tx.AccountOfPerson(ctx, s.Case.Person)
	if err != nil || account.ID != s.Account {
		t.Errorf("%s: the participant signs in as %s (%v)", s.Case.Number, account.ID, err)
	}
}

// A load that fails, or is made twice, leaves nothing half done.
func TestLoadIsWholeOrNothing(t *testing.T) {
	ctx := context.Background()
	db := storetest.OnSQLite(t)
	m := made(t, Options{Seed: 4, Size: Small})
	unlawful := made(t, Options{Seed: 4, Size: Small, Today: period.MustDay("2029-05-02")})
	if err := unlawful.Load(ctx, db); err == nil {
		t.Fatal("stories without a law were loaded")
	}
	err := db.Read(ctx, Code, func(tx *store.Tx) error {
		_, err := tx.Person(ctx, unlawful.Adults[0].Person.ID)
		return err
	})
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a person of the load that failed is there: %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := m.Load(cancelled, db); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled load: %v", err)
	}
	again := storetest.OnSQLite(t)
	if err := m.Load(ctx, again); err != nil {
		t.Fatal(err)
	}
	if err := m.Load(ctx, again); err == nil {
		t.Error("the same municipality was loaded twice")
	}
}
