package officetest

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
	"fotfaste/internal/web/locale"
)

// Town is a municipality with one person in every role.
type Town struct {
	*casework.Office
	Clock *clock.Travelling

	Assessor       access.Actor
	DecisionMaker  access.Actor
	CaseManager    access.Actor
	Second         access.Actor // another case manager
	PaymentOfficer access.Actor
	Attester       access.Actor // another payment officer
	Manager        access.Actor
	Evaluator      access.Actor
	Administrator  access.Actor
	Auditor        access.Actor
	Supervisor     access.Actor // at the provider
	Partner        access.Actor // at Arbetsförmedlingen

	Unit     ident.ID // the labour-market unit
	Provider ident.ID // the supervisor's organisation
	Agency   ident.ID // the partner's organisation

	t       testing.TB
	numbers int
}

// Start is Monday 3 August 2026, 09.00 in Sweden, when every town begins.
var Start = time.Date(2026, 8, 3, 7, 0, 0, 0, time.UTC)

// New builds a town in the empty database.
func New(t testing.TB, db *store.DB) *Town {
	t.Helper()
	travelling := clock.NewTravelling(clock.Fixed(Start), Start)
	town := &Town{
		Office: &casework.Office{
			DB: db, Clock: travelling, Law: law.Sweden(),
			Words: func(language string) letter.Words { return locale.For(language) },
			IDs:   ident.NewSource(rand.NewChaCha8([32]byte{1})),
		},
		Clock: travelling, t: t,
	}
	town.write(func(ctx context.Context, tx *store.Tx) error {
		town.Unit = town.organisation(ctx, tx, store.LabourMarketUnit, "Arbetsmarknadsenheten")
		town.Provider = town.organisation(ctx, tx, store.ProviderKind, "Verkstaden")
		town.Agency = town.organisation(ctx, tx, store.EmploymentService, "Arbetsförmedlingen")
		town.Assessor = town.staff(ctx, tx, "Asta Bedömare", town.Unit, access.Assessor)
		town.DecisionMaker = town.staff(ctx, tx, "Bo Beslutsfattare", town.Unit, access.DecisionMaker)
		town.CaseManager = town.staff(ctx, tx, "Cia Resursperson", town.Unit, access.CaseManager)
		town.Second = town.staff(ctx, tx, "Dan Resursperson", town.Unit, access.CaseManager)
		town.PaymentOfficer = town.staff(ctx, tx, "Eva Utbetalare", town.Unit, access.PaymentOfficer)
		town.Attester = town.staff(ctx, tx, "Filip Attestant", town.Unit, access.PaymentOfficer)
		town.Manager = town.staff(ctx, tx, "Gun Chef", town.Unit, access.Manager)
		town.Evaluator = town.staff(ctx, tx, "Hans Utvärderare", town.Unit, access.Evaluator)
		town.Administrator = town.staff(ctx, tx, "Ida Administratör", town.Unit, access.Administrator)
		town.Auditor = town.staff(ctx, tx, "Jon Granskare", town.Unit, access.Auditor)
		town.Supervisor = town.staff(ctx, tx, "Kaj Handledare", town.Provider, access.ProviderSupervisor)
		town.Partner = town.staff(ctx, tx, "Lo Förmedlare", town.Agency, access.Partner)
		return nil
	})
	return town
}

// OnSQLite is a town on an SQLite database of its own.
func OnSQLite(t testing.TB) *Town { return New(t, storetest.OnSQLite(t)) }

// Staff is one account of each role that works with the programme.
func (town *Town) Staff() []access.Actor {
	return []access.Actor{town.CaseManager, town.Assessor, town.DecisionMaker, town.PaymentOfficer, town.Manager, town.Evaluator,
		town.Administrator, town.Auditor, town.Supervisor, town.Partner}
}

// Days moves the clock n days on.
func (town *Town) Days(n int) { town.Clock.Forward(time.Duration(n) * 24 * time.Hour) }

func (town *Town) write(work func(context.Context, *store.Tx) error) {
	town.t.Helper()
	ctx := context.Background()
	err := town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error { return work(ctx, tx) })
	town.must(err)
}

func (town *Town) read(work func(context.Context, *store.Tx) error) {
	town.t.Helper()
	ctx := context.Background()
	town.must(town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error { return work(ctx, tx) }))
}

func (town *Town) must(err error) {
	town.t.Helper()
	if err != nil {
		town.t.Fatal(err)
	}
}

func (town *Town) organisation(ctx context.Context, tx *store.Tx, kind store.OrganisationKind, name string) ident.ID {
	town.t.Helper()
	o := store.Organisation{ID: town.IDs.New(Start), Kind: kind, Name: name, Locality: "Centrum"}
	town.must(tx.AddOrganisation(ctx, o))
	return o.ID
}

func (town *Town) staff(ctx context.Context, tx *store.Tx, name string, at ident.ID, role access.Role, more ...access.Role) access.Actor {
	town.t.Helper()
	a := store.Account{
		ID: town.IDs.New(Start), Organisation: at, Name: name, Subject: "test|" + name, Language: "sv", Active: true,
	}
	town.must(tx.AddAccount(ctx, a, append(more, role)...))
	actor, err := tx.Actor(ctx, a.ID, role)
	town.must(err)
	return actor
}
