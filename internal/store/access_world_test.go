package store_test

import (
	"context"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
)

// world is a small municipality with everything in it that access looks at, drawn
// at random: who people are, in what state their cases stand, and how everybody
// who works there is tied to them.
type world struct {
	persons       []person.Person
	cases         []casefile.Case
	organisations []ident.ID
	actors        []access.Actor // one in every role
	askers        []access.Actor // those of them who ask, and are tied to cases
	members       []casefile.Member
	conflicts     map[[2]ident.ID]bool // account, person
	placements    []worldPlacement
	consents      []worldConsent
	openings      []worldOpening
	recoveries    []worldRecovery
	moment        access.Moment
}

type worldPlacement struct {
	in    ident.ID
	at    int // the organisation that runs it
	state placement.State
}

type worldRecovery struct {
	in     ident.ID
	closed bool
}

type worldConsent struct {
	in ident.ID
	access.Consent
}

type worldOpening struct {
	in ident.ID
	access.BreakGlass
}

// worldNow is noon on Monday 3 August 2026 in Sweden.
var worldNow = time.Date(2026, 8, 3, 10, 0, 0, 0, time.UTC)

var worldDay = period.MustDay("2026-08-03")

// worldID is an identity that tells what it is of, to be read in a failure.
func worldID(kind, n int) ident.ID {
	return ident.ID(fmt.Sprintf("00000000-0000-7000-8000-%04d%08d", kind, n))
}

const (
	idPerson = iota + 1
	idCase
	idOrganisation
	idAccount
	idOther
)

func drawWorld(t *rapid.T) world {
	var w world
	w.moment = access.Moment{Day: worldDay,
		At: worldNow.Add(rapid.SampledFrom([]time.Duration{0, 500 * time.Nanosecond}).Draw(t, "past the microsecond"))}
	protections := []person.Protection{person.None, person.None, person.None, person.None, person.ConfidentialityMark, person.ProtectedRegistration}
	for n := range 3 {
		number, err := person.TestNumber(period.MustDay("1988-01-01"), n)
		if err != nil {
			t.Fatal(err)
		}
		p := person.Person{ID: worldID(idPerson, n), Number: number, GivenName: "Person", FamilyName: fmt.Sprint(n), Birth: number.BirthDay(),
			Language: "sv", Protection: rapid.SampledFrom(protections).Draw(t, "protection")}
		w.persons = append(w.persons, p)
		w.addCase(n, rapid.SampledFrom(casefile.States()).Draw(t, "state"))
		if rapid.Bool().Draw(t, "an earlier case") {
			w.addCase(n, rapid.SampledFrom([]casefile.State{casefile.Closed, casefile.Refused}).Draw(t, "earlier state"))
		}
		w.organisations = append(w.organisations, worldID(idOrganisation, n))
	}
	for n, role := range access.Roles {
		a := access.Actor{Municipality: "9999", Account: worldID(idAccount, n), Name: string(role), Role: role,
			Organisation: rapid.SampledFrom(append(w.organisations, "")).Draw(t, "organisation"),
			Person:       rapid.SampledFrom([]ident.ID{"", "", "", "", worldID(idPerson, 0), worldID(idPerson, 1)}).Draw(t, "person of "+string(role))}
		if role == access.Participant {
			a.Person = worldID(idPerson, rapid.IntRange(0, 2).Draw(t, "the participant is"))
		}
		w.actors = append(w.actors, a)
	}
	for range 2 {
		// Twice those to whom most rules speak.
		askers := append(w.actors, w.actors[1], w.actors[2], w.actors[3], w.actors[4], w.actors[6])
		w.askers = append(w.askers, rapid.SampledFrom(askers).Draw(t, "asker"))
	}
	// Somebody at a provider asks in every second world, or too few would have the
	// person at a place.
	if rapid.Bool().Draw(t, "a supervisor asks") {
		supervisor := &w.actors[4]
		supervisor.Organisation, supervisor.Person = w.organisations[0], ""
		w.askers[0] = *supervisor
	}
	// And in every third a decision maker asks about somebody who has left, and was paid
	// too much.
	if rapid.IntRange(0, 2).Draw(t, "somebody was paid too much") == 0 {
		maker := &w.actors[slices.Index(access.Roles, access.DecisionMaker)]
		maker.Person = ""
		w.askers[1] = *maker
		w.persons[0].Protection, w.cases[0].State = person.None, casefile.Exited
		w.recoveries = append(w.recoveries, worldRecovery{in: w.cases[0].ID})
	}
	w.drawTies(t)
	return w
}

func (w *world) addCase(of int, state casefile.State) {
	n := len(w.cases)
	w.cases = append(w.cases, casefile.Case{ID: worldID(idCase, n), Municipality: "9999", Number: casefile.Number(2026, n+1),
		Person: worldID(idPerson, of), State: state, Version: 1, OpenedOn: worldDay, OpenedAt: worldNow, AbilityHours: casefile.NotAssessed})
}

// drawTies ties accounts and organisations to cases: past, present and to come.
func (w *world) drawTies(t *rapid.T) {
	inCase := func() ident.ID { return rapid.SampledFrom(w.cases).Draw(t, "case").ID }
	account := func() ident.ID { return rapid.SampledFrom(w.askers).Draw(t, "account").Account }
	day := func(what string) period.Day { return worldDay.AddDays(rapid.IntRange(-2, 2).Draw(t, what)) }
	for n := range rapid.IntRange(0, 8).Draw(t, "members") {
		m := casefile.Member{ID: worldID(idOther, n), Case: inCase(), Account: account(), Task: casefile.Supporting, From: day("member from")}
		if rapid.Bool().Draw(t, "the task ends") {
			m.To = new(m.From.AddDays(rapid.IntRange(0, 3).Draw(t, "member for days")))
		}
		w.members = append(w.members, m)
	}
	w.conflicts = map[[2]ident.ID]bool{}
	for range rapid.IntRange(0, 1).Draw(t, "conflicts") {
		w.conflicts[[2]ident.ID{account(), rapid.SampledFrom(w.persons).Draw(t, "relative").ID}] = true
	}
	for range rapid.IntRange(2, 6).Draw(t, "placements") {
		provider := slices.Index(w.organisations, w.askers[0].Organisation)
		if provider < 0 || rapid.Bool().Draw(t, "at anyone") {
			provider = rapid.IntRange(0, 2).Draw(t, "provider")
		}
		w.placements = append(w.placements, worldPlacement{in: inCase(), at: provider,
			state: rapid.SampledFrom(placementStates).Draw(t, "placement state")})
	}
	for range rapid.IntRange(2, 8).Draw(t, "consents") {
		from := day("consent from")
		to := w.askers[0].Organisation
		if to == "" || rapid.Bool().Draw(t, "to anyone") {
			to = rapid.SampledFrom(w.organisations).Draw(t, "to")
		}
		w.consents = append(w.consents, worldConsent{in: inCase(), Consent: access.Consent{
			Organisation: to, Part: rapid.SampledFrom(access.Shareable).Draw(t, "part"),
			From: from, Until: from.AddDays(rapid.IntRange(0, 3).Draw(t, "consent for days")), Revoked: rapid.SampledFrom([]bool{false, false, true}).Draw(t, "revoked")}})
	}
	for range rapid.IntRange(0, 3).Draw(t, "recoveries") {
		w.recoveries = append(w.recoveries, worldRecovery{in: inCase(), closed: rapid.Bool().Draw(t, "closed")})
	}
	edges := []time.Duration{-time.Hour, -time.Microsecond, 0, time.Microsecond, time.Hour}
	for range rapid.IntRange(1, 5).Draw(t, "openings") {
		from := worldNow.Add(rapid.SampledFrom(edges).Draw(t, "opened"))
		w.openings = append(w.openings, worldOpening{in: inCase(), BreakGlass: access.BreakGlass{Account: account(), From: from,
			Until: from.Add(rapid.SampledFrom([]time.Duration{time.Microsecond, time.Hour}).Draw(t, "opened for"))}})
	}
}

var placementStates = []placement.State{
	placement.Proposed, placement.Referred, placement.Queued, placement.Offered, placement.Accepted, placement.Declined,
	placement.Started, placement.Interrupted, placement.Completed, placement.Withdrawn,
}

// write puts the world into the database.
func (w *world) write(ctx context.Context, tx *store.Tx) error {
	s := &steps{ctx: ctx, tx: tx}
	for n, id := range w.organisations {
		s.do(tx.AddOrganisation(ctx, store.Organisation{ID: id, Kind: store.ProviderKind, Name: fmt.Sprint(n)}))
		s.exec(`INSERT INTO intervention (municipality, id, provider_id, name, sort_name, category, kind, theme, locality,
			places, hours_per_place, content, active) VALUES ($1, $2, $3, '', '', '', '', '', '', 1, 40, '{}', $4)`,
			tx.Municipality, string(worldID(idOther, n)), string(id), true)
	}
	for _, p := range w.persons {
		s.do(tx.AddPerson(ctx, p))
	}
	for n, a := range w.actors {
		if n > 0 && !slices.Contains(w.askers, a) {
			continue // nothing in the world refers to them
		}
		s.do(tx.AddAccount(ctx, store.Account{ID: a.Account, Organisation: a.Organisation, Person: a.Person, Name: a.Name,
			Subject: fmt.Sprint(n), Language: "sv", Active: true}, a.Role))
	}
	for _, c := range w.cases {
		s.do(tx.AddCase(ctx, c))
	}
	for _, m := range w.members {
		s.do(tx.AddMember(ctx, m))
	}
	for pair := range w.conflicts {
		s.exec(`INSERT INTO conflict_of_interest (municipality, account_id, person_id, reason) VALUES ($1, $2, $3, '')`,
			tx.Municipality, string(pair[0]), string(pair[1]))
	}
	for n, p := range w.placements {
		s.exec(`INSERT INTO placement (municipality, id, case_id, intervention_id, state, track, hours, from_day, to_day, gate,
			referred_by, referred_at, priority, precedence, provider_said, participant_said, declined_by, reason)
			VALUES ($1, $2, $3, $4, $5, '', 10, $6, $6, '{}', $7, $8, '', '', '', '', '', '')`,
			tx.Municipality, string(worldID(idOther, n)), string(p.in), string(worldID(idOther, p.at)), string(p.state), worldDay,
			string(w.actors[0].Account), store.Instant(worldNow))
	}
	for n, c := range w.consents {
		var revoked any
		if c.Revoked {
			revoked = store.Instant(worldNow.Add(-time.Minute))
		}
		s.exec(`INSERT INTO consent (municipality, id, case_id, organisation_id, part, from_day, until_day, given_at, revoked_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tx.Municipality, string(worldID(idOther, n)), string(c.in),
			string(c.Organisation), string(c.Part), c.From, c.Until, store.Instant(worldNow), revoked)
	}
	for n, v := range w.recoveries {
		state, ending := "opened", ""
		if v.closed {
			state, ending = "closed", "waived"
		}
		run := string(worldID(idOther, n))
		s.exec(`INSERT INTO payment_run (municipality, id, week_from, state, prepared_by, prepared_at, total)
			VALUES ($1, $2, $3, 'withdrawn', $4, $5, 0)`, tx.Municipality, run, worldDay, string(w.actors[0].Account), store.Instant(worldNow))
		s.exec(`INSERT INTO recovery (municipality, id, case_id, run_id, state, ending, opened_at, fell, taken_back, claimed, waived, dropped,
			repaid, version, changed_at) VALUES ($1, $2, $3, $2, $4, $5, $6, 1, 0, 0, $7, 0, 0, 1, $6)`, tx.Municipality, run, string(v.in),
			state, ending, store.Instant(worldNow), len(ending)/6)
	}
	for n, o := range w.openings {
		s.exec(`INSERT INTO break_glass (municipality, id, case_id, account_id, reason, from_at, until_at)
			VALUES ($1, $2, $3, $4, '', $5, $6)`, tx.Municipality, string(worldID(idOther, n)), string(o.in), string(o.Account),
			store.Instant(o.From), store.Instant(o.Until))
	}
	return s.err
}

// steps runs statements until the first that fails.
type steps struct {
	ctx context.Context
	tx  *store.Tx
	err error
}

func (s *steps) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *steps) exec(query string, args ...any) {
	if s.err == nil {
		_, s.err = s.tx.Exec(s.ctx, query, args...)
	}
}
