package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
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

// The benchmarks' own municipality can be made, so that they do not fall behind.
func TestTheBenchmarksStand(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := fillTown(t, db, 30)
		err := db.Read(ctx, "9999", func(tx *store.Tx) error {
			events, total, err := tx.Events(ctx, town.cases[0], access.Parts, 500, 0)
			if len(events) != eventsOfFirst || total != eventsOfFirst {
				t.Errorf("the first case has %d events, counted as %d", len(events), total)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// eachEngine runs the benchmark on every engine, on a database of its own.
func eachEngine(b *testing.B, bench func(b *testing.B, db *store.DB)) {
	b.Run("sqlite", func(b *testing.B) { bench(b, storetest.OnSQLite(b)) })
	b.Run("postgres", func(b *testing.B) { bench(b, storetest.OnPostgres(b)) })
}

// Opening a case as its page does: who people are to it, the case, the person, the
// team and the last 200 events.
func BenchmarkOpenCase(b *testing.B) {
	eachEngine(b, func(b *testing.B, db *store.DB) {
		ctx := context.Background()
		town := fillTown(b, db, 100)
		id, member := town.cases[0], town.managers[0]
		m := access.Moment{At: worldNow, Day: worldDay}
		for b.Loop() {
			err := db.Read(ctx, "9999", func(tx *store.Tx) error {
				subject, err := tx.AccessCase(ctx, id, m)
				if err != nil {
					return err
				}
				if v := access.Decide(member, access.See(access.Overview), subject, m); !v.Allowed {
					return fmt.Errorf("the case manager may not: %s", v.Rule)
				}
				c, err := tx.Case(ctx, id)
				if err != nil {
					return err
				}
				if _, err := tx.Person(ctx, c.Person); err != nil {
					return err
				}
				if _, err := tx.Members(ctx, id); err != nil {
					return err
				}
				events, _, err := tx.Events(ctx, id, access.Parts, 200, 0)
				if len(events) != 200 {
					return fmt.Errorf("%d events", len(events))
				}
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

// Searching among 100 000 persons, each with a case: as one who may see most of
// them, as the assessor whose duty is with the newest, and as a case manager who
// may see twenty.
func BenchmarkSearch(b *testing.B) {
	eachEngine(b, func(b *testing.B, db *store.DB) {
		ctx := context.Background()
		town := fillTown(b, db, 100_000)
		m := access.Moment{At: worldNow, Day: worldDay}
		for _, a := range []access.Actor{town.manager, town.assessor, town.managers[0]} {
			for _, text := range []string{"a", "an", "anna", "anna svensson", "a s", "ostlund"} {
				b.Run(string(a.Role)+"/"+strings.ReplaceAll(text, " ", "+"), func(b *testing.B) {
					words := person.Fold(text)
					for b.Loop() {
						err := db.Read(ctx, "9999", func(tx *store.Tx) error {
							_, _, err := tx.SearchCases(ctx, a, m, words)
							return err
						})
						if err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	})
}

// A case manager's own list, among 100 000 cases.
func BenchmarkMyParticipants(b *testing.B) {
	eachEngine(b, func(b *testing.B, db *store.DB) {
		ctx := context.Background()
		town := fillTown(b, db, 100_000)
		m := access.Moment{At: worldNow, Day: worldDay}
		a := town.managers[0]
		for b.Loop() {
			err := db.Read(ctx, "9999", func(tx *store.Tx) error {
				rows, _, err := tx.ListCases(ctx, a, access.See(access.Overview), m, store.CaseQuery{Manager: a.Account, Flags: true})
				if err == nil && len(rows) != 20 {
					err = fmt.Errorf("%d rows", len(rows))
				}
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

// town is a municipality of many persons, each with one case: the first thousand
// take part, twenty with each of fifty case managers, the next two thousand have
// just asked, and the rest are closed. The first case has 200 events.
type town struct {
	cases             []ident.ID
	managers          []access.Actor
	manager, assessor access.Actor
}

const eventsOfFirst = 200

func fillTown(tb testing.TB, db *store.DB, persons int) town {
	tb.Helper()
	ctx := context.Background()
	random := rand.New(rand.NewPCG(1, 2))
	ids := ident.NewSource(rand.NewChaCha8([32]byte{1}))
	id := func() ident.ID { return ids.New(worldNow) }
	var made town
	err := db.Write(ctx, "9999", func(tx *store.Tx) error {
		fill := tx.Filler()
		s := &steps{ctx: ctx, tx: tx}
		unit := id()
		s.do(fill.Row(ctx, "organisation", unit, store.LabourMarketUnit, "Arbetsmarknadsenheten", ""))
		account := func(role access.Role) access.Actor {
			a := access.Actor{Municipality: "9999", Account: id(), Name: "Person i tjänst", Role: role, Organisation: unit}
			s.do(fill.Row(ctx, "account", a.Account, unit, ident.ID(""), a.Name, "", string(a.Account), "sv", true))
			s.do(fill.Row(ctx, "account_role", a.Account, role))
			return a
		}
		for range 50 {
			made.managers = append(made.managers, account(access.CaseManager))
		}
		made.manager, made.assessor = account(access.Manager), account(access.Assessor)
		var members []casefile.Member
		for n := range persons {
			number, err := person.TestNumber(period.MustDay("1970-01-01").AddDays(n/person.TestNumbersPerDay), n%person.TestNumbersPerDay)
			if err != nil {
				return err
			}
			p := person.Person{ID: id(), Number: number, GivenName: name(random, givenNames), FamilyName: name(random, familyNames),
				Birth: number.BirthDay(), Gender: number.Gender(), Language: "sv", Protection: person.None}
			s.do(fill.Person(ctx, p))
			state, manager := casefile.Closed, ident.ID("")
			switch {
			case n < 20*len(made.managers):
				state, manager = casefile.Active, made.managers[n/20].Account
			case n < 3000:
				state = casefile.Enquiry
			}
			c := id()
			made.cases = append(made.cases, c)
			s.do(fill.Row(ctx, "programme_case", c, casefile.Number(2026, n+1), p.ID, state, 1, worldDay, worldNow, manager,
				"", "", 0, casefile.NotAssessed, 0, nil, nil, nil))
			if !manager.IsZero() {
				members = append(members, casefile.Member{ID: id(), Case: c, Account: manager, Task: casefile.CaseManaging, From: worldDay})
			}
		}
		for range eventsOfFirst {
			s.do(fill.Row(ctx, "case_event", id(), made.cases[0], worldNow, casefile.ContactHeld, access.Contacts,
				made.managers[0].Account, "Person i tjänst", store.JSON{Value: map[string]any{"Kind": "visit", "Hours": 10}}))
		}
		s.do(fill.Flush(ctx))
		for _, m := range members {
			s.do(tx.AddMember(ctx, m))
		}
		return s.err
	})
	if err != nil {
		tb.Fatal(err)
	}
	if err := db.Learn(ctx); err != nil {
		tb.Fatal(err)
	}
	return made
}

// name is a name of the list, the first of them the most common, as names are; now
// and then two together.
func name(random *rand.Rand, names []string) string {
	one := func() string { return names[int(float64(len(names))*random.Float64()*random.Float64())] }
	if random.IntN(8) == 0 {
		return one() + "-" + one()
	}
	return one()
}

var givenNames = strings.Fields(`Anna Lars Maria Mohamed Erik Eva Karl Ali Kristina Anders Elisabeth Ahmed Johan Karin
	Per Fatima Nils Sara Mikael Birgitta Omar Jan Margareta Hassan Lena Daniel Marie Emma Thomas Ingrid Hans Amina Peter
	Linnéa Gustav Helena Ibrahim Åsa Fredrik Inger Abdi Sofia Bengt Annika Yusuf Johanna Bo Ulla Andreas Susanne Zahra
	Magnus Jenny Östen Ida Leila Stefan Katarina Göran Monica Khadija Ulf Malin Simon Annette Åke Yasmin Berit Arne
	Ylva Ove Camilla Mehmet Agneta Tor Vera Sven Sven-Erik Olof Oskar Britt Ann Anne Anette Anton Andrea Angelica`)

var familyNames = strings.Fields(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson
	Ali Pettersson Jonsson Hassan Jansson Hansson Bengtsson Ahmed Jönsson Lindberg Mohamed Jakobsson Magnusson Lindström
	Olofsson Lindqvist Lindgren Berg Axelsson Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson
	Sandberg Henriksson Forsberg Sjöberg Abdi Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson
	Holm Wikström Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist
	Claesson Nordström Mårtensson Lundström Viklund Björklund Eliasson Pålsson Hussein Berggren Sandström Nordin Ström
	Åberg Ekström Hermansson Öberg Åkesson Falk Östlund Ångström Åslund Zetterberg`)
