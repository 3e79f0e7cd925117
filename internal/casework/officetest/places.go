package officetest

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
)

// Kitchen is an intervention at the provider that takes everybody on the ladder, one
// to forty hours a week, with so many places of so many hours.
func (town *Town) Kitchen(places, hoursPerPlace int) ident.ID {
	town.t.Helper()
	return town.kitchenAt(town.Provider, places, hoursPerPlace)
}

func (town *Town) kitchenAt(provider ident.ID, places, hoursPerPlace int) ident.ID {
	town.t.Helper()
	return town.kitchenWith(provider, places, hoursPerPlace, func(*catalogue.Intervention) {})
}

func (town *Town) kitchenWith(provider ident.ID, places, hoursPerPlace int, more func(*catalogue.Intervention)) ident.ID {
	town.t.Helper()
	i := catalogue.Intervention{
		ID: town.IDs.New(town.Clock.Now()), Provider: provider, Name: "Köksspåret", Purpose: "Arbetsträning i kök.",
		Contact: "Verkstadens växel", Kind: catalogue.WorkOriented, Theme: catalogue.TowardsWork, Category: catalogue.WithSupervisors,
		StepFrom: 1, StepTo: 6, LeadsTo: 6, Places: places, HoursPerPlace: hoursPerPlace, HoursFrom: 1, HoursTo: 40,
		Locality: "Centrum", SupervisionOnSite: true, Municipal: true, Start: catalogue.Rolling, MaxWeeks: 52,
		PriceModel: catalogue.OwnUnit, Open: true,
	}
	more(&i)
	town.must(catalogue.Validate(i).Err())
	town.write(func(ctx context.Context, tx *store.Tx) error { return tx.AddIntervention(ctx, i) })
	return i.ID
}

// KitchenLike is a Kitchen of two places of twenty hours that points to the card.
func (town *Town) KitchenLike(card catalogue.Evidence) ident.ID {
	town.t.Helper()
	return town.kitchenWith(town.Provider, 2, 20, func(i *catalogue.Intervention) { i.Evidence = card })
}

// Intervention is the intervention as it is stored now.
func (town *Town) Intervention(id ident.ID) catalogue.Intervention {
	town.t.Helper()
	var i catalogue.Intervention
	town.read(func(ctx context.Context, tx *store.Tx) (err error) {
		i, err = tx.Intervention(ctx, id)
		return err
	})
	return i
}

// Capacity is the hours of the intervention from this week on, as they are stored now.
func (town *Town) Capacity(id ident.ID) catalogue.Ledger {
	town.t.Helper()
	var l catalogue.Ledger
	town.read(func(ctx context.Context, tx *store.Tx) (err error) {
		l, err = tx.Ledger(ctx, id, town.Today().Week())
		return err
	})
	return l
}

// Held is the hours of the intervention that are held this week.
func (town *Town) Held(id ident.ID) int {
	town.t.Helper()
	return town.Capacity(id).Held[town.Today().Week()]
}

// Placement is the placement as it is stored now.
func (town *Town) Placement(id ident.ID) placement.Placement {
	town.t.Helper()
	var p placement.Placement
	town.read(func(ctx context.Context, tx *store.Tx) (err error) {
		p, err = tx.Placement(ctx, id)
		return err
	})
	return p
}

// PlanDraft is a whole plan of twenty hours on two tracks, from today for half a year.
func (town *Town) PlanDraft() casework.PlanDraft {
	from, to, review := town.Today(), town.Today().AddDays(181), town.Today().AddDays(90)
	return casework.PlanDraft{
		Goal:     "Jag vill arbeta i kök igen.",
		SubGoals: []plan.SubGoal{{Text: "Jag orkar tre dagar i veckan", Track: plan.Work}},
		Activities: []plan.Activity{
			{Track: plan.Work, What: "Arbetsträning i kök", ProviderName: "Verkstaden", Hours: 15, From: &from, To: &to, Carrier: town.Unit},
			{Track: plan.Health, What: "Fysisk träning", Hours: 5, From: &from, To: &to, Carrier: town.Agency},
		},
		ReviewOn: &review,
	}
}

// ManagedFrom is a managed case whose programme begins on the day.
func (town *Town) ManagedFrom(first period.Day) ident.ID {
	town.t.Helper()
	ctx, id := context.Background(), town.Assessed()
	town.must(town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: first, Reason: Reason}))
	town.must(town.AssignManager(ctx, town.DecisionMaker, id, casework.Assignment{Manager: town.CaseManager.Account}))
	return id
}

// Planned is a managed case whose plan is proposed and awaits the participant.
func (town *Town) Planned() ident.ID {
	town.t.Helper()
	id := town.Managed()
	town.must(town.ProposePlan(context.Background(), town.CaseManager, id, town.PlanDraft()))
	return id
}

// Agreed is a case whose plan the participant has agreed to, and which began with it.
func (town *Town) Agreed() ident.ID {
	town.t.Helper()
	id := town.Planned()
	me := town.ParticipantOf(id)
	v, err := town.SeePlan(context.Background(), me, id)
	town.must(err)
	town.must(town.AnswerPlan(context.Background(), me, id, casework.PlanAnswer{Version: v.Shown().ID, Agreed: true}))
	return id
}

// Referral is a whole referral of so many hours a week from today for half a year, with
// every line of the gate confirmed.
func (town *Town) Referral(intervention ident.ID, hours int) casework.Referral {
	from, to := town.Today(), town.Today().AddDays(181)
	return casework.Referral{
		Intervention: intervention, Hours: hours, From: &from, To: &to, Track: plan.Work,
		Confirmed: placement.Codes(), CriteriaChecked: true,
	}
}

// Referred refers the participant of the case; the placement is offered or queued.
func (town *Town) Referred(id, intervention ident.ID, hours int) ident.ID {
	town.t.Helper()
	p, err := town.Refer(context.Background(), town.CaseManager, id, town.Referral(intervention, hours))
	town.must(err)
	return p
}

// Offered is an agreed case with a place offered, twenty hours a week at the provider.
func (town *Town) Offered() (id, placed ident.ID) {
	town.t.Helper()
	id = town.Agreed()
	return id, town.Referred(id, town.Kitchen(2, 20), 20)
}

// Accepted is an offered place that the provider and the participant have said yes to.
func (town *Town) Accepted() (id, placed ident.ID) {
	town.t.Helper()
	id, placed = town.Offered()
	town.must(town.AnswerForProvider(context.Background(), town.Supervisor, placed, casework.OfferAnswer{Agreed: true}))
	town.must(town.AnswerOffer(context.Background(), town.ParticipantOf(id), placed, casework.OfferAnswer{Agreed: true}))
	return id, placed
}

// Started is a participant who is in place from today.
func (town *Town) Started() (id, placed ident.ID) {
	town.t.Helper()
	id, placed = town.Accepted()
	town.must(town.StartPlacement(context.Background(), town.Supervisor, placed, casework.Form{}, town.Today()))
	return id, placed
}

// ActiveMany is so many active cases of the case manager with an agreed plan, written
// in one go: what a test of many at once begins with.
func (town *Town) ActiveMany(n int) []ident.ID {
	town.t.Helper()
	cases := make([]ident.ID, n)
	town.write(func(ctx context.Context, tx *store.Tx) error {
		for i := range cases {
			if err := town.active(ctx, tx, &cases[i], i); err != nil {
				return err
			}
		}
		return nil
	})
	return cases
}

func (town *Town) active(ctx context.Context, tx *store.Tx, id *ident.ID, n int) error {
	today, now := town.Today(), town.Clock.Now()
	number, err := person.ParseIdentityNumber(town.IdentityNumber(), today)
	if err != nil {
		return err
	}
	p := person.Person{
		ID: town.IDs.New(now), Number: number, GivenName: "Vera", FamilyName: fmt.Sprintf("Väntande %03d", n), Birth: number.BirthDay(),
		Gender: number.Gender(), Language: "sv", Locality: "Centrum", Protection: person.None,
	}
	if err := tx.AddPerson(ctx, p); err != nil {
		return err
	}
	c := casefile.Case{
		ID: town.IDs.New(now), Municipality: town.CaseManager.Municipality, Number: casefile.Number(2025, town.numbers), Person: p.ID,
		State: casefile.Active, Version: 1, OpenedOn: today, OpenedAt: now, Manager: town.CaseManager.Account, AbilityHours: 30,
		LadderStep: 4, PlannedHours: 20, Goal: "Jag vill arbeta.",
		Programme: &period.Span{From: today, To: today.AddYears(1).AddDays(-1)},
	}
	*id = c.ID
	if err := tx.AddCase(ctx, c); err != nil {
		return err
	}
	err = tx.AddMember(ctx, casefile.Member{
		ID: town.IDs.New(now), Case: c.ID, Account: c.Manager, Task: casefile.CaseManaging, From: today,
	})
	if err != nil {
		return err
	}
	err = tx.AddEvent(ctx, casefile.Event{
		ID: town.IDs.New(now), Case: c.ID, At: now, Kind: casefile.ProgrammeStarted, Part: string(access.Decisions), Actor: c.Manager, ActorName: "Eva",
	})
	if err != nil {
		return err
	}
	draft := town.PlanDraft()
	return tx.AddPlan(ctx, store.PlanVersion{
		WrittenBy: c.Manager, SavedAt: now, ProposedAt: &now,
		Plan: plan.Plan{
			ID: town.IDs.New(now), Case: c.ID, Version: 1, State: plan.Agreed, Goal: draft.Goal, SubGoals: draft.SubGoals,
			Activities: draft.Activities, ReviewOn: draft.ReviewOn,
		},
	})
}

// KitchenAt is a Kitchen of one place of twenty hours at another organisation.
func (town *Town) KitchenAt(organisation ident.ID) ident.ID {
	town.t.Helper()
	return town.kitchenAt(organisation, 1, 20)
}

// Spell puts a placement as it is: what a test of years that have passed begins with. It
// takes no hours of the intervention.
func (town *Town) Spell(p placement.Placement) {
	town.t.Helper()
	p.ID, p.Track, p.Hours, p.ReferredBy = town.IDs.New(town.Clock.Now()), plan.Work, 20, town.CaseManager.Account
	town.write(func(ctx context.Context, tx *store.Tx) error { return tx.AddPlacement(ctx, p) })
}

// Came is a placement of the case that began so many days ago and lasted so long, 0 for
// one that goes on. It had been referred ten days before.
func (town *Town) Came(of, intervention ident.ID, ago, lasted int) {
	town.t.Helper()
	first := town.Today().AddDays(-ago)
	last, p := first.AddDays(400), placement.Placement{Case: of, Intervention: intervention, State: placement.Started, StartedOn: &first, From: &first}
	if lasted > 0 {
		last = first.AddDays(lasted - 1)
		p.State, p.EndedOn = placement.Completed, &last
	}
	p.To, p.ReferredAt = &last, first.AddDays(-10).Time()
	town.Spell(p)
}
