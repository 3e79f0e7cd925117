package simulate

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// Code is the municipal code of the invented municipality. No municipality has it.
const Code = "9990"

// Issuer opens the subject of every made-up account at the identity provider.
const Issuer = "demo"

// Load makes the municipality a tenant of the database and then puts all of it there
// in one transaction: after an error the tenant is empty. The journal tells every
// line of every journey, in the order in which they happened.
func (m *Municipality) Load(ctx context.Context, db *store.DB) error {
	if err := db.AddMunicipality(ctx, store.Municipality{Code: Code, Name: m.Name}); err != nil {
		return fmt.Errorf("the municipality: %w", err)
	}
	return db.Write(ctx, Code, func(tx *store.Tx) error {
		l := &loading{m: m, to: tx.Filler(), cash: newCash(m), staff: map[string]*Account{}, organisations: map[ident.ID]string{}}
		if err := l.standing(ctx); err != nil {
			return err
		}
		m.letGo()
		counts := newCaseSummary()
		for story, err := range m.Stories() {
			if err != nil {
				return err
			}
			counts.add(m, story)
			if err := l.story(ctx, story); err != nil {
				return fmt.Errorf("case %s: %w", story.Case.Number, err)
			}
		}
		return l.end(ctx)
	})
}

// loading is a load on its way.
type loading struct {
	m             *Municipality
	to            *store.Filler
	cash          *cash
	staff         map[string]*Account // by identity
	entries       []journal.Entry
	organisations map[ident.ID]string // names
	years         []int
	latest        []int // case number of each of the years
}

// standing loads what stands still. Interventions and runs wait: their held hours
// and totals are known when the stories have been told.
func (l *loading) standing(ctx context.Context) error {
	for _, o := range l.m.Organisations {
		l.organisations[o.ID] = o.Name
		if err := l.to.Row(ctx, "organisation", o.ID, o.Kind, o.Name, ""); err != nil {
			return err
		}
	}
	for i := range l.m.Staff {
		a := &l.m.Staff[i]
		l.staff[a.ID.String()] = a
		err := l.to.Row(ctx, "account", a.ID, a.Organisation, nil, a.Name, a.Login+"@example.org", Issuer+"|"+a.Login, "sv", true)
		if err != nil {
			return err
		}
		if err := l.to.Row(ctx, "account_role", a.ID, a.Role); err != nil {
			return err
		}
	}
	for i := range l.m.Adults {
		if err := l.adult(ctx, i); err != nil {
			return err
		}
	}
	for i, in := range l.m.Interventions {
		err := l.to.Row(ctx, "intervention", in.ID, in.Provider, in.Name, strings.ToLower(in.Name), in.Category, in.Kind, in.Theme,
			in.Locality, in.Places, in.HoursPerPlace, store.JSON{Value: in.Intervention}, in.Open)
		if err != nil {
			return err
		}
		err = l.to.Row(ctx, "room_change", in.ID, in.ID, longAgo, in.Places, in.HoursPerPlace, in.Places, in.HoursPerPlace, nil, nil, nil, nil)
		if err != nil {
			return err
		}
		if err := l.said(ctx, i, in.Intervention); err != nil {
			return err
		}
	}
	for _, r := range l.m.PaymentRuns() {
		state := "attested"
		if r.AttestedBy.IsZero() {
			state = "proposed"
		}
		err := l.to.Row(ctx, "payment_run", r.ID, r.Week.Monday(), state, r.PreparedBy, r.PreparedAt, r.AttestedBy, r.AttestedAt, 0, law.Sweden().MoneyPrint(), r.PreparedAt, nil, r.Week.Monday())
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *loading) adult(ctx context.Context, i int) error {
	a := &l.m.Adults[i]
	if err := l.to.Person(ctx, a.Person); err != nil {
		return err
	}
	s := newStream(l.m.Seed, "rows of", i)
	for _, c := range a.Children {
		id := s.identity(c.Birth)
		if err := l.to.Row(ctx, "child", id, a.Person.ID, c.Birth, c.Custody.From, c.Custody.To); err != nil {
			return err
		}
		// Known before anything was paid.
		err := l.to.Row(ctx, "child_entry", a.Person.ID, id, l.m.Today.AddDays(-history).Time(), c.Birth, c.Custody.From, c.Custody.To, false, nil)
		if err != nil {
			return err
		}
	}
	return nil
}

// end loads the journal, and writes what the stories came to.
func (l *loading) end(ctx context.Context) error {
	for i, year := range l.years {
		if err := l.to.Row(ctx, "case_number", year, l.latest[i]); err != nil {
			return err
		}
	}
	slices.SortStableFunc(l.entries, func(a, b journal.Entry) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Case, b.Case))
	})
	if err := l.to.Journal(ctx, l.entries...); err != nil {
		return err
	}
	for _, in := range l.m.Interventions {
		if err := l.weeksOf(ctx, in); err != nil {
			return err
		}
	}
	if err := l.cash.load(ctx, l.to); err != nil {
		return err
	}
	return l.to.Flush(ctx)
}

// longAgo is the Monday from which an intervention has the room that it begins with.
var longAgo = period.MustDay("1900-01-01")

// weeksOf loads the hours of the intervention week by week, and lets its queue be
// looked at as the first thing that happens.
func (l *loading) weeksOf(ctx context.Context, in Intervention) error {
	for _, week := range slices.Sorted(maps.Keys(in.weeks)) {
		if err := l.to.Row(ctx, "capacity_week", in.ID, week.Monday(), in.Capacity(), in.weeks[week]); err != nil {
			return err
		}
	}
	if !in.waits {
		return nil
	}
	return l.to.Row(ctx, "job", in.ID, casework.WeekTurns, in.ID, l.m.Today.Time(), 0, nil, "")
}

// participant makes the account that the participant signs in with.
func (l *loading) participant(ctx context.Context, s *Story, p person.Person) error {
	err := l.to.Row(ctx, "account", s.Account, nil, p.ID, p.Name(), p.Email, Issuer+"|participant-"+s.Case.Number, p.Language, true)
	if err != nil {
		return err
	}
	return l.to.Row(ctx, "account_role", s.Account, access.Participant)
}
