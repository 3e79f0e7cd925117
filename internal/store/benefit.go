package store

import (
	"context"
	"time"

	"fotfaste/internal/benefit"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// BenefitFile is a register file of months with assistance, as it was taken in.
type BenefitFile struct {
	ID         ident.ID
	Name       string
	SHA256     string
	Base       period.Month // the last month that it is taken to know
	Persons    int
	Rows       int
	LoadedAt   time.Time
	LoadedBy   ident.ID
	LoaderName string // read with it
}

// BenefitMonths is what a file knows of one person: the ten years that end with its base
// month, and the ten before them.
type BenefitMonths struct {
	Person          ident.ID
	Months, Earlier benefit.Months
}

// AddBenefitFile stores a file with what it knows of each.
func (t *Tx) AddBenefitFile(ctx context.Context, f BenefitFile, all []BenefitMonths) error {
	fill := t.Filler()
	if err := fill.Row(ctx, "benefit_file", f.ID, f.Name, f.SHA256, f.Base.String(), f.Persons, f.Rows, f.LoadedAt, f.LoadedBy); err != nil {
		return err
	}
	for _, m := range all {
		if err := fill.Row(ctx, "benefit_months", f.ID, m.Person, m.Months.String(), m.Earlier.String()); err != nil {
			return err
		}
	}
	return fill.Flush(ctx)
}

// BenefitFiles are the files that have been taken in, the one that is believed first: that
// of the latest base month, and of one month the one taken in last.
func (t *Tx) BenefitFiles(ctx context.Context) ([]BenefitFile, error) {
	return many(ctx, t, func(row scanner, f *BenefitFile) error {
		return row.Scan(&f.ID, &f.Name, &f.SHA256, &f.Base, &f.Persons, &f.Rows, intoTime(&f.LoadedAt), &f.LoadedBy, &f.LoaderName)
	}, `SELECT f.id, f.name, f.sha256, f.base_month, f.persons, f.row_count, f.loaded_at, f.loaded_by, a.name
		FROM benefit_file f JOIN account a ON a.municipality = f.municipality AND a.id = f.loaded_by
		WHERE f.municipality = $1 ORDER BY f.base_month DESC, f.loaded_at DESC, f.id DESC`, t.Municipality)
}

// MonthsInFile is what the file knows of everybody in it.
func (t *Tx) MonthsInFile(ctx context.Context, file ident.ID) ([]BenefitMonths, error) {
	return many(ctx, t, func(row scanner, m *BenefitMonths) error {
		var months, earlier string
		err := row.Scan(&m.Person, &months, &earlier)
		if err == nil {
			m.Months, err = benefit.ParseMonths(months)
		}
		if err == nil {
			m.Earlier, err = benefit.ParseMonths(earlier)
		}
		return err
	}, `SELECT person_id, months, earlier FROM benefit_months WHERE municipality = $1 AND file_id = $2`, t.Municipality, string(file))
}

// Entrant is somebody who has come into the programme, by their latest case.
type Entrant struct {
	Case   ident.ID
	Person ident.ID
	Gender person.Gender
	State  casefile.State
	From   period.Day // first day in the programme
	Spells []AssistanceSpell
}

// Entrants are everybody whose programme has begun by the day.
func (t *Tx) Entrants(ctx context.Context, today period.Day) ([]Entrant, error) {
	args := []any{t.Municipality, today}
	states, args := placeholders(args, append([]casefile.State{casefile.Paused}, whoTakesPart...))
	rows, err := many(ctx, t, func(row scanner, e *Entrant) error {
		return row.Scan(&e.Case, &e.Person, &e.Gender, &e.State, &e.From)
	}, `SELECT c.id, c.person_id, p.gender, c.state, c.programme_from`+casesWithPerson+`
		WHERE c.municipality = $1 AND c.programme_from <= $2 AND c.state IN (`+states+`) ORDER BY c.programme_from, c.id`, args...)
	if err != nil {
		return nil, err
	}
	at := make(map[ident.ID]int, len(rows))
	all := make([]Entrant, 0, len(rows))
	for _, e := range rows {
		if i, has := at[e.Person]; has {
			all[i] = e
			continue
		}
		at[e.Person] = len(all)
		all = append(all, e)
	}
	type spell struct {
		of ident.ID
		AssistanceSpell
	}
	spells, err := many(ctx, t, func(row scanner, s *spell) error { return row.Scan(&s.of, &s.From, intoDayOrNil(&s.To)) },
		`SELECT person_id, from_day, to_day FROM assistance_spell WHERE municipality = $1 ORDER BY from_day, id`, t.Municipality)
	for _, s := range spells {
		if i, has := at[s.of]; has {
			all[i].Spells = append(all[i].Spells, s.AssistanceSpell)
		}
	}
	return all, err
}

// NumberedCase is whose case has a number.
type NumberedCase struct {
	Number string
	Person ident.ID
}

// CaseNumbers are the numbers of all cases.
func (t *Tx) CaseNumbers(ctx context.Context) ([]NumberedCase, error) {
	return many(ctx, t, func(row scanner, n *NumberedCase) error { return row.Scan(&n.Number, &n.Person) },
		`SELECT number, person_id FROM programme_case WHERE municipality = $1`, t.Municipality)
}
