package store_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// One suite, two engines: what is stored comes back as it was, what is not there
// is NotFound, and what breaks a key is refused.

// house is an empty municipality at work: each write and read fails the test if it
// fails, and new identities sort in the order in which they are made.
type house struct {
	t   *testing.T
	ctx context.Context
	db  *store.DB
	ids *ident.Source
	now time.Time
}

func inHouse(t *testing.T, test func(h *house)) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		test(&house{t: t, ctx: context.Background(), db: db, ids: ident.NewSource(rand.NewChaCha8([32]byte{9})), now: worldNow})
	})
}

// id moves the time a millisecond on, so that identities sort as they are made.
func (h *house) id() ident.ID {
	h.now = h.now.Add(time.Millisecond)
	return h.ids.New(h.now)
}

func (h *house) write(work func(tx *store.Tx) error) {
	h.t.Helper()
	if err := h.db.Write(h.ctx, "9999", work); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) read(work func(tx *store.Tx) error) {
	h.t.Helper()
	if err := h.db.Read(h.ctx, "9999", work); err != nil {
		h.t.Fatal(err)
	}
}

// refused wants the write to fail and to leave nothing behind.
func (h *house) refused(what string, work func(tx *store.Tx) error) error {
	h.t.Helper()
	err := h.db.Write(h.ctx, "9999", work)
	if err == nil {
		h.t.Errorf("%s: it was taken", what)
	}
	return err
}

func (h *house) same(what string, got, want any) {
	h.t.Helper()
	if !reflect.DeepEqual(got, want) {
		h.t.Errorf("%s:\n got %#v\nwant %#v", what, got, want)
	}
}

func (h *house) notFound(what string, err error) {
	h.t.Helper()
	if fault.CodeOf(err) != fault.NotFound {
		h.t.Errorf("%s: %v, want NotFound", what, err)
	}
}

// newPerson is a person with something in every field.
func (h *house) newPerson(given, family string) person.Person {
	h.t.Helper()
	number, err := person.TestNumber(period.MustDay("1988-02-29"), int(h.now.UnixMilli()-worldNow.UnixMilli())%person.TestNumbersPerDay)
	if err != nil {
		h.t.Fatal(err)
	}
	p := person.Person{ID: h.id(), Number: number, GivenName: given, FamilyName: family, Birth: number.BirthDay(), Gender: number.Gender(),
		Language: "ar", Protection: person.None, Locality: "Ängö", Phone: "0700", Email: "a@example.org", BornAbroad: true}
	h.write(func(tx *store.Tx) error { return tx.AddPerson(h.ctx, p) })
	return p
}

func (h *house) newCase(of ident.ID, state casefile.State) casefile.Case {
	h.t.Helper()
	c := casefile.Case{ID: h.id(), Municipality: "9999", Person: of, State: state, Version: 1, OpenedOn: worldDay,
		OpenedAt: worldNow.Add(123456 * time.Microsecond), AbilityHours: casefile.NotAssessed}
	h.write(func(tx *store.Tx) (err error) {
		if c.Number, err = tx.NextCaseNumber(h.ctx, 2026); err != nil {
			return err
		}
		return tx.AddCase(h.ctx, c)
	})
	return c
}

func (h *house) newAccount(name string, roles ...access.Role) store.Account {
	h.t.Helper()
	a := store.Account{ID: h.id(), Name: name, Email: "b@example.org", Subject: "issuer|" + name, Language: "sv", Active: true}
	h.write(func(tx *store.Tx) error { return tx.AddAccount(h.ctx, a, roles...) })
	return a
}

func TestPersons(t *testing.T) {
	inHouse(t, func(h *house) {
		p := h.newPerson("Zoë-Åsa", "Ölund O'Neill")
		h.read(func(tx *store.Tx) error {
			got, err := tx.Person(h.ctx, p.ID)
			h.same("by identity", got, p)
			if err != nil {
				return err
			}
			got, err = tx.PersonByNumber(h.ctx, p.Number)
			h.same("by number", got, p)
			return err
		})
		h.read(func(tx *store.Tx) error {
			_, err := tx.Person(h.ctx, h.id())
			h.notFound("a person who is not there", err)
			return nil
		})
		corrected := p
		corrected.GivenName, corrected.Protection, corrected.BornAbroad, corrected.Phone = "Inez", person.ConfidentialityMark, false, ""
		h.write(func(tx *store.Tx) error { return tx.SavePerson(h.ctx, corrected) })
		h.read(func(tx *store.Tx) error {
			got, err := tx.Person(h.ctx, p.ID)
			h.same("corrected", got, corrected)
			return err
		})
		h.refused("the same number twice", func(tx *store.Tx) error {
			twin := p
			twin.ID = h.id()
			return tx.AddPerson(h.ctx, twin)
		})
		h.refused("the same identity twice", func(tx *store.Tx) error { return tx.AddPerson(h.ctx, p) })

		children := []person.Child{
			{ID: h.id(), Birth: period.MustDay("2016-12-31"), Custody: period.Span{From: period.MustDay("2016-12-31"), To: period.MustDay("2034-12-30")}},
			{ID: h.id(), Birth: period.MustDay("2020-02-29"), Custody: period.Span{From: period.MustDay("2021-01-01"), To: period.MustDay("2021-01-01")}},
		}
		by, when := h.id(), period.MustDay("2026-08-03").Time()
		spells := []store.AssistanceSpell{{From: period.MustDay("2019-01-01"), To: new(period.MustDay("2019-06-30"))}, {From: period.MustDay("2020-01-01")}}
		h.write(func(tx *store.Tx) error {
			for i := range children { // the youngest first: they come back by age
				if err := tx.AddChild(h.ctx, p.ID, children[len(children)-1-i], by, when); err != nil {
					return err
				}
				if err := tx.AddAssistance(h.ctx, h.id(), p.ID, spells[len(spells)-1-i]); err != nil {
					return err
				}
			}
			return nil
		})
		h.read(func(tx *store.Tx) error {
			got, err := tx.Children(h.ctx, p.ID)
			h.same("children", got, children)
			if err != nil {
				return err
			}
			assistance, err := tx.Assistance(h.ctx, p.ID)
			h.same("assistance", assistance, spells)
			return err
		})
		h.refused("custody that ends before it begins", func(tx *store.Tx) error {
			wrong := children[0]
			wrong.ID = h.id()
			wrong.Custody.From, wrong.Custody.To = wrong.Custody.To, wrong.Custody.From
			return tx.AddChild(h.ctx, p.ID, wrong, by, when)
		})
		h.write(func(tx *store.Tx) error {
			children[0].Custody.To = period.MustDay("2027-01-31")
			if err := tx.EndCustody(h.ctx, p.ID, children[0].ID, children[0].Custody.To, by, when.Add(time.Hour)); err != nil {
				return err
			}
			if err := tx.RemoveChild(h.ctx, h.id(), children[0].ID, by, when); err != nil { // of somebody else
				return err
			}
			return tx.RemoveChild(h.ctx, p.ID, children[1].ID, by, when.Add(time.Hour))
		})
		h.read(func(tx *store.Tx) error {
			got, err := tx.Children(h.ctx, p.ID)
			h.same("the children that are left", got, children[:1])
			sameEntries(h, tx, p.ID, children, when)
			return err
		})
	})
}

// Å, Ä, Ö, accents, hyphens and capitals: the engines fold none of them alike, so
// the words are folded before they get there. A corrected name is found as it is
// now and no longer as it was.
func TestSearchFoldsAlikeOnBothEngines(t *testing.T) {
	inHouse(t, func(h *house) {
		p := h.newPerson("Zoë-Åsa", "Ölund O'Neill")
		h.newCase(p.ID, casefile.Closed)
		everyone := access.Actor{Municipality: "9999", Account: h.newAccount("Chef").ID, Role: access.Manager}
		finds := func(text string, want bool) {
			h.t.Helper()
			h.read(func(tx *store.Tx) error {
				found, _, err := tx.SearchCases(h.ctx, everyone, access.Moment{At: worldNow, Day: worldDay}, person.Fold(text))
				if len(found) == 1 != want {
					h.t.Errorf("%q finds %d", text, len(found))
				}
				return err
			})
		}
		for _, text := range []string{"zoe", "ZOË", "åsa", "Asa", "ÅSA", "ölund", "OLUND", "o'neill", "ONEILL", "zoe-asa", "asa ol", "ölund zoë", "z"} {
			finds(text, true)
		}
		for _, text := range []string{"sa", "neill", "zoes", "ölund x", "%", "_"} {
			finds(text, false)
		}
		p.GivenName = "Inez"
		h.write(func(tx *store.Tx) error { return tx.SavePerson(h.ctx, p) })
		finds("inez", true)
		finds("zoe", false)
	})
}

func TestAccountsAndOrganisations(t *testing.T) {
	inHouse(t, func(h *house) {
		o := store.Organisation{ID: h.id(), Kind: store.EmploymentService, Name: "Arbetsförmedlingen", Locality: "Centrum"}
		h.write(func(tx *store.Tx) error { return tx.AddOrganisation(h.ctx, o) })
		p := h.newPerson("Anna", "Exempel")
		a := store.Account{ID: h.id(), Organisation: o.ID, Person: p.ID, Name: "Östen Å", Email: "o@example.org", Subject: "issuer|1", Language: "en", Active: true}
		gone := store.Account{ID: h.id(), Name: "Borta", Subject: "issuer|2", Language: "sv"}
		h.write(func(tx *store.Tx) error {
			if err := tx.AddAccount(h.ctx, gone, access.Manager); err != nil {
				return err
			}
			return tx.AddAccount(h.ctx, a, access.Manager, access.Auditor)
		})
		h.read(func(tx *store.Tx) error {
			got, err := tx.Account(h.ctx, a.ID)
			h.same("account", got, a)
			if err != nil {
				return err
			}
			none, err := tx.Account(h.ctx, gone.ID)
			h.same("an account of no organisation and no person", none, gone)
			if err != nil {
				return err
			}
			organisation, err := tx.Organisation(h.ctx, o.ID)
			h.same("organisation", organisation, o)
			if err != nil {
				return err
			}
			roles, err := tx.RolesOf(h.ctx, a.ID)
			h.same("roles", roles, []access.Role{access.Auditor, access.Manager})
			if err != nil {
				return err
			}
			actor, err := tx.Actor(h.ctx, a.ID, access.Manager)
			h.same("actor", actor, access.Actor{Municipality: "9999", Account: a.ID, Name: a.Name, Role: access.Manager,
				Organisation: o.ID, OrganisationName: o.Name, Person: p.ID})
			return err
		})
		for what, ask := range map[string]func(tx *store.Tx) error{
			"an account":              func(tx *store.Tx) error { _, err := tx.Account(h.ctx, o.ID); return err },
			"an organisation":         func(tx *store.Tx) error { _, err := tx.Organisation(h.ctx, a.ID); return err },
			"an actor without a role": func(tx *store.Tx) error { _, err := tx.Actor(h.ctx, a.ID, access.Evaluator); return err },
			"an actor not active":     func(tx *store.Tx) error { _, err := tx.Actor(h.ctx, gone.ID, access.Manager); return err },
			"another municipality's":  func(tx *store.Tx) error { tx.Municipality = "9998"; _, err := tx.Account(h.ctx, a.ID); return err },
		} {
			h.read(func(tx *store.Tx) error { h.notFound(what, ask(tx)); return nil })
		}
		h.refused("the same subject twice", func(tx *store.Tx) error {
			twin := a
			twin.ID = h.id()
			return tx.AddAccount(h.ctx, twin)
		})
	})
}

func TestCases(t *testing.T) {
	inHouse(t, func(h *house) {
		p := h.newPerson("Anna", "Exempel")
		manager := h.newAccount("Cia", access.CaseManager)
		c := h.newCase(p.ID, casefile.Enquiry)
		h.same("the first number of the year", c.Number, "2026-0001")
		h.read(func(tx *store.Tx) error {
			got, err := tx.Case(h.ctx, c.ID)
			h.same("a new case", got, c)
			return err
		})
		c.State, c.Manager, c.MainObstacle, c.Goal = casefile.Active, manager.ID, casefile.SocialReasons, "Kök 🍳 \"och\" 'mer'"
		c.LadderStep, c.AbilityHours, c.PlannedHours, c.NextContactOn = 4, 20, 10, new(period.MustDay("2026-12-31"))
		c.Programme = &period.Span{From: period.MustDay("2026-08-03"), To: period.MustDay("2027-08-02")}
		h.write(func(tx *store.Tx) error { return tx.SaveCase(h.ctx, c) })
		c.Version++
		h.read(func(tx *store.Tx) error {
			got, err := tx.Case(h.ctx, c.ID)
			h.same("a saved case", got, c)
			return err
		})
		stale := c
		stale.Version--
		if err := h.refused("a stale version", func(tx *store.Tx) error { return tx.SaveCase(h.ctx, stale) }); fault.CodeOf(err) != fault.Stale {
			h.t.Errorf("a stale version: %v", err)
		}
		h.read(func(tx *store.Tx) error {
			_, err := tx.Case(h.ctx, p.ID)
			h.notFound("a case that is not there", err)
			return nil
		})

		second := casefile.Case{ID: h.id(), Number: "2026-9999", Person: p.ID, State: casefile.Enquiry, Version: 1, OpenedOn: worldDay, OpenedAt: worldNow}
		h.refused("a second open case", func(tx *store.Tx) error { return tx.AddCase(h.ctx, second) })
		h.refused("a number twice", func(tx *store.Tx) error {
			twin := second
			twin.Number, twin.State = c.Number, casefile.Closed
			return tx.AddCase(h.ctx, twin)
		})
		earlier := h.newCase(p.ID, casefile.Refused)
		h.same("the next number", earlier.Number, "2026-0002")
		h.read(func(tx *store.Tx) error {
			all, err := tx.CasesOf(h.ctx, p.ID)
			if len(all) != 2 || all[0].ID != earlier.ID {
				h.t.Errorf("newest first: %v", all)
			}
			return err
		})
		c.State = casefile.Closed
		h.write(func(tx *store.Tx) error { return tx.SaveCase(h.ctx, c) })
		h.write(func(tx *store.Tx) error { return tx.AddCase(h.ctx, second) })
	})
}

func TestMembersAndEvents(t *testing.T) {
	inHouse(t, func(h *house) {
		c := h.newCase(h.newPerson("Anna", "Exempel").ID, casefile.Active)
		a := h.newAccount("Cia", access.CaseManager)
		first := casefile.Member{ID: h.id(), Case: c.ID, Account: a.ID, Task: casefile.CaseManaging, From: worldDay.AddDays(-9), Reason: "hade rum", AccountName: "Cia"}
		second := casefile.Member{ID: h.id(), Case: c.ID, Account: a.ID, Task: casefile.Supporting, From: worldDay, AccountName: "Cia"}
		h.write(func(tx *store.Tx) error {
			if err := tx.AddMember(h.ctx, first); err != nil {
				return err
			}
			if err := tx.AddMember(h.ctx, second); err != nil {
				return err
			}
			return tx.EndMember(h.ctx, first.ID, worldDay.AddDays(-1))
		})
		first.To = new(worldDay.AddDays(-1))
		h.read(func(tx *store.Tx) error {
			got, err := tx.Members(h.ctx, c.ID)
			h.same("members, newest first", got, []casefile.Member{second, first})
			return err
		})

		at := worldNow.Add(time.Microsecond)
		var events []casefile.Event // as they shall come back: newest first, and of one instant the one made last
		for _, when := range []time.Time{at.Add(2 * time.Microsecond), at, at, at.Add(-time.Hour)} {
			events = append(events, casefile.Event{Case: c.ID, At: when, Kind: casefile.Referred, Part: string(access.Placements),
				Actor: a.ID, ActorName: "Cia", Values: map[string]any{"Provider": "Åsas café", "Hours": float64(10)}})
		}
		events[3].Actor, events[3].ActorName, events[3].Values = "", "", map[string]any{}
		for i := len(events) - 1; i >= 0; i-- {
			events[i].ID = h.id()
		}
		h.write(func(tx *store.Tx) error {
			for _, i := range []int{2, 0, 3, 1} {
				if err := tx.AddEvent(h.ctx, events[i]); err != nil {
					return err
				}
			}
			return nil
		})
		h.read(func(tx *store.Tx) error {
			got, total, err := tx.Events(h.ctx, c.ID, access.Parts, 10, 0)
			h.same("events", got, events)
			h.same("how many", total, 4)
			if err != nil {
				return err
			}
			page, total, err := tx.Events(h.ctx, c.ID, access.Parts, 2, 1)
			h.same("a page of events", page, events[1:3])
			h.same("how many in all", total, 4)
			if err != nil {
				return err
			}
			none, total, err := tx.Events(h.ctx, c.ID, []access.Part{access.Plan}, 10, 0)
			h.same("events of another part", len(none)+total, 0)
			return err
		})
	})
}
