package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// errUndo rolls a drawn world back, so that the next one finds an empty database.
var errUndo = errors.New("undo")

// inWorld writes the world, runs work in its transaction and takes it all back.
func inWorld(t *rapid.T, db *store.DB, w world, work func(*store.Tx) error) {
	ctx := context.Background()
	err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		if err := w.write(ctx, tx); err != nil {
			return err
		}
		if err := work(tx); err != nil {
			return err
		}
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		t.Fatal(err)
	}
}

// The decision and the filter are one list of rules told twice. Whatever the world
// looks like, a case stands in the filtered list exactly when the decision opens
// it, for everyone, for everything that can be asked for.
func TestDecisionAndFilterAgree(t *testing.T) {
	acts := append(access.Acts(), access.OfficeActs...)
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ruled := map[string]int{}
		rapid.Check(t, func(t *rapid.T) {
			w := drawWorld(t)
			inWorld(t, db, w, func(tx *store.Tx) error {
				subjects := map[ident.ID]access.Case{}
				for _, c := range w.cases {
					subject, err := tx.AccessCase(context.Background(), c.ID, w.moment)
					if err != nil {
						return err
					}
					subjects[c.ID] = subject
				}
				for _, a := range w.askers {
					if err := agree(t, tx, w, subjects, a, acts, ruled); err != nil {
						return err
					}
				}
				return agree(t, tx, w, subjects, elsewhere(w.askers[0]), acts[:1], ruled)
			})
		})
		// Worlds in which a rule never decides would prove nothing of it.
		for _, rule := range append(access.Grounds(), access.Refusals()...) {
			if rule != "role" && ruled[rule] == 0 {
				t.Errorf("no drawn world was decided by %s", rule)
			}
		}
	})
}

// elsewhere is the same account as another municipality's: nothing opens to it.
func elsewhere(a access.Actor) access.Actor {
	a.Municipality = "8888"
	return a
}

func agree(t *rapid.T, tx *store.Tx, w world, subjects map[ident.ID]access.Case, a access.Actor, acts []access.Act, ruled map[string]int) error {
	ctx := context.Background()
	listed, err := tx.AllowedCases(ctx, a, acts, w.moment)
	if err != nil {
		return err
	}
	for _, c := range w.cases {
		subject := subjects[c.ID]
		for _, act := range acts {
			verdict := access.Decide(a, act, subject, w.moment)
			ruled[verdict.Rule]++
			if verdict.Allowed != listed[store.Allowed{Act: act.Name, Case: c.ID}] {
				t.Fatalf("%s as %s, case %s: the decision says %+v, the filtered list says %v\n%+v",
					act.Name, a.Role, c.ID, verdict, !verdict.Allowed, subject)
			}
		}
	}
	return nil
}

// A search lists exactly the cases whose person the actor may see: by name, by
// identity number and by case number. So does a list, and it counts no other.
func TestListsHoldWhatMayBeSeen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		rapid.Check(t, func(t *rapid.T) {
			w := drawWorld(t)
			a := w.askers[0]
			ctx := context.Background()
			inWorld(t, db, w, func(tx *store.Tx) error {
				found, more, err := tx.SearchCases(ctx, a, w.moment, []string{"pers"})
				if err != nil || more {
					t.Fatal(more, err)
				}
				one := rapid.SampledFrom(w.cases).Draw(t, "case")
				byCase, _, err := tx.SearchCaseNumber(ctx, a, w.moment, one.Number)
				if err != nil {
					return err
				}
				byPerson, _, err := tx.SearchIdentityNumber(ctx, a, w.moment, numberOf(w.persons, one))
				if err != nil {
					return err
				}
				listed, total, err := tx.ListCases(ctx, a, access.See(access.Overview), w.moment, store.CaseQuery{})
				if err != nil {
					return err
				}
				if total != len(listed) {
					t.Fatalf("%s: the list counts %d cases and has %d", a.Role, total, len(listed))
				}
				for _, c := range w.cases {
					subject, err := tx.AccessCase(ctx, c.ID, w.moment)
					if err != nil {
						return err
					}
					may := access.Decide(a, access.See(access.Overview), subject, w.moment).Allowed
					if slices.ContainsFunc(listed, func(r store.CaseRow) bool { return r.Case.ID == c.ID }) != may {
						t.Fatalf("%s lists cases: case %s is there %v, may be seen %v", a.Role, c.ID, !may, may)
					}
					allowed := access.Decide(a, access.See(access.Identity), subject, w.moment).Allowed
					for by, list := range map[string]struct {
						found []store.Found
						asked bool
					}{
						"name":            {found, true},
						"case number":     {byCase, c.ID == one.ID},
						"identity number": {byPerson, c.Person == one.Person},
					} {
						if holds(list.found, c.ID) != (allowed && list.asked) {
							t.Fatalf("%s searches by %s: case %s is found %v, may be seen %v", a.Role, by, c.ID, !allowed, allowed)
						}
					}
				}
				return nil
			})
		})
	})
}

func holds(found []store.Found, id ident.ID) bool {
	return slices.ContainsFunc(found, func(f store.Found) bool { return f.Case == id })
}

// numberOf is the identity number of the case's person.
func numberOf(persons []person.Person, c casefile.Case) person.IdentityNumber {
	return persons[slices.IndexFunc(persons, func(p person.Person) bool { return p.ID == c.Person })].Number
}
