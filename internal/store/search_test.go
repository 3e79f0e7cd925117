package store_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// crowd is enough people for every way that a search goes: more of a common
// beginning than one batch, a rare name or two, and few whom the case manager sees.
func crowd(t *testing.T, db *store.DB) (people []person.Person, managers map[string]access.Actor) {
	t.Helper()
	ctx := context.Background()
	random := rand.New(rand.NewPCG(3, 4))
	ids := ident.NewSource(rand.NewChaCha8([32]byte{2}))
	managers = map[string]access.Actor{}
	err := db.Write(ctx, "9999", func(tx *store.Tx) error {
		s := &steps{ctx: ctx, tx: tx}
		fill := tx.Filler()
		for _, role := range []access.Role{access.Manager, access.CaseManager} {
			a := access.Actor{Municipality: "9999", Account: ids.New(worldNow), Role: role}
			managers[string(role)] = a
			s.do(fill.Row(ctx, "account", a.Account, ident.ID(""), ident.ID(""), "Person i tjänst", "", string(role), "sv", true))
		}
		var members []casefile.Member
		for n := range 900 {
			number, err := person.TestNumber(period.MustDay("1980-01-01").AddDays(n/person.TestNumbersPerDay), n%person.TestNumbersPerDay)
			if err != nil {
				return err
			}
			given := []string{"Anna", "Ann-Marie", "Åsa", "André", "Özlem", "Bo", "Fatima"}[random.IntN(7)]
			family := []string{"Andersson", "Åkerlöf", "Ängsjö", "Öberg", "Östlund", "O'Neill", "von Essen", "Łukasz"}[random.IntN(8)]
			if n == 17 {
				given, family = "Zdeněk", "Příbram"
			}
			p := person.Person{ID: ids.New(worldNow), Number: number, GivenName: given, FamilyName: family, Birth: number.BirthDay(),
				Language: "sv", Protection: person.None}
			people = append(people, p)
			s.do(fill.Person(ctx, p))
			c := ids.New(worldNow)
			s.do(fill.Row(ctx, "programme_case", c, casefile.Number(2026, n+1), p.ID, casefile.Closed, 1, worldDay, worldNow, ident.ID(""),
				"", "", 0, casefile.NotAssessed, 0, nil, nil, nil))
			if n%20 == 0 {
				members = append(members, casefile.Member{ID: ids.New(worldNow), Case: c, Account: managers[string(access.CaseManager)].Account,
					Task: casefile.Supporting, From: worldDay})
			}
		}
		s.do(fill.Flush(ctx))
		for _, m := range members {
			s.do(tx.AddMember(ctx, m))
		}
		return s.err
	})
	if err != nil {
		t.Fatal(err)
	}
	return people, managers
}

// A search finds those whose names begin with every word that was written, whatever
// accents and capitals, in Swedish order: the same as looking through all of them.
func TestSearchFindsAsLookingThroughAllWould(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		people, actors := crowd(t, db)
		slices.SortFunc(people, func(a, b person.Person) int {
			return cmp.Or(cmp.Compare(store.SortName(a), store.SortName(b)), cmp.Compare(a.ID, b.ID))
		})
		mine := map[string]bool{}
		for _, text := range []string{"a", "an", "ann", "anna", "anna a", "a a", "ÅSA", "asa oberg", "Åsa Öberg", "ö", "ost", "andré",
			"andre and", "O'Neill", "oneill", "neill", "von", "essen von", "zdenek", "zde pri", "anna zdenek", "ann-marie", "marie",
			"łuk", "nobody", "annan", "bo b", "f ö f ö f ö f ö f ö", "*a", "%", "_nna"} {
			words := person.Fold(text)
			for role, a := range actors {
				var want []string
				for _, p := range people {
					if !begins(p, words) || role == string(access.CaseManager) && !sees(t, db, mine, a, p) {
						continue
					}
					want = append(want, p.Name())
				}
				if len(words) == 0 {
					want = nil
				}
				var found []store.Found
				var more bool
				err := db.Read(ctx, "9999", func(tx *store.Tx) (err error) {
					found, more, err = tx.SearchCases(ctx, a, access.Moment{At: worldNow, Day: worldDay}, words)
					return err
				})
				if err != nil {
					t.Fatalf("%q: %v", text, err)
				}
				if more != (len(want) > 50) {
					t.Errorf("%s searches %q: more is %v, there are %d", role, text, more, len(want))
				}
				var got []string
				for _, f := range found {
					got = append(got, f.Name)
				}
				if want = want[:min(len(want), 50)]; !slices.Equal(got, want) {
					t.Errorf("%s searches %q: found %d %q, want %d %q", role, text, len(got), got, len(want), want)
				}
			}
		}
	})
}

func begins(p person.Person, words []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(p.SearchWords(), func(name string) bool { return strings.HasPrefix(name, word) }) {
			return false
		}
	}
	return true
}

// sees asks the decision itself, once for each person.
func sees(t *testing.T, db *store.DB, known map[string]bool, a access.Actor, p person.Person) bool {
	t.Helper()
	key := fmt.Sprint(a.Account, p.ID)
	if answer, ok := known[key]; ok {
		return answer
	}
	ctx := context.Background()
	m := access.Moment{At: worldNow, Day: worldDay}
	err := db.Read(ctx, "9999", func(tx *store.Tx) error {
		cases, err := tx.CasesOf(ctx, p.ID)
		if err != nil {
			return err
		}
		subject, err := tx.AccessCase(ctx, cases[0].ID, m)
		known[key] = access.Decide(a, access.See(access.Identity), subject, m).Allowed
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return known[key]
}
