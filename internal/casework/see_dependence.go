package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/benefit"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/steering"
	"fotfaste/internal/store"
)

// BenefitFile is a register file as it was taken in.
type BenefitFile = store.BenefitFile

// Who is looked at, of those who have come into the programme.
type DependenceOf string

const (
	TakingPart DependenceOf = "taking_part" // now, or paused
	HaveLeft   DependenceOf = "left"
	AllEntered DependenceOf = "all"
)

// DependenceGroups are the groups, in the order they are offered.
func DependenceGroups() []DependenceOf { return []DependenceOf{TakingPart, HaveLeft, AllEntered} }

// At is when somebody's benefit history is looked at.
type DependenceAt string

const (
	AtEntry DependenceAt = "entry" // the month before the programme
	AtLast  DependenceAt = "now"   // the last month that is over and known
)

// DependenceTimes are both, in order.
func DependenceTimes() []DependenceAt { return []DependenceAt{AtEntry, AtLast} }

// ClassFigure is how many are in a class of benefit history at entry and now. Somebody
// may be in several.
type ClassFigure struct {
	benefit.Definition
	Entry, Now steering.Count
}

// DependenceFigures is how long the participants have lived on assistance.
type DependenceFigures struct {
	Base     period.Month // the last month that is over
	Persons  steering.Count
	Classes  []ClassFigure
	None     ClassFigure // in no class
	FromFile int         // persons whose months a register file tells; the others' are the times noted in the case
	Unknown  int         // of whom nothing is known; they are in no class
	Files    []BenefitFile
}

// DependenceRow is a case that the reader may see, with its classes.
type DependenceRow struct {
	CaseRow
	Entry, Now   []benefit.Class
	Months       int // with assistance, of the ten years that end now
	RegisterFile bool
}

// dependant is one person's benefit history.
type dependant struct {
	store.Entrant
	entry, now benefit.Set
	months     int
	fromFile   bool
	known      bool
}

// SeeDependence reads the figures of the group.
func (o *Office) SeeDependence(ctx context.Context, actor access.Actor, of DependenceOf) (DependenceFigures, error) {
	var v DependenceFigures
	err := o.survey(ctx, actor, access.SeeFigures, "dependence", func(d *desk) error {
		all, err := d.dependants(ctx, of)
		if err != nil {
			return err
		}
		v.Base = d.lastMonth()
		for _, class := range benefit.Sweden().Definitions() {
			v.Classes = append(v.Classes, ClassFigure{Definition: class})
		}
		add := func(to *steering.Count, is bool, one steering.Count) {
			if is {
				*to = steering.Sum([]steering.Count{*to, one})
			}
		}
		for _, x := range all {
			one := store.One(x.Gender, 1)
			add(&v.Persons, true, one)
			for i := range v.Classes {
				add(&v.Classes[i].Entry, x.entry.Has(i), one)
				add(&v.Classes[i].Now, x.now.Has(i), one)
			}
			add(&v.None.Entry, x.entry == 0, one)
			add(&v.None.Now, x.now == 0, one)
			if x.fromFile {
				v.FromFile++
			}
			if !x.known {
				v.Unknown++
			}
		}
		v.Files, err = d.BenefitFiles(ctx)
		return err
	})
	return v, err
}

// ListDependence is those of the group in the class at the time whom the reader may see,
// by name, and how many they may not see. No class is all of them.
func (o *Office) ListDependence(ctx context.Context, actor access.Actor, of DependenceOf, class benefit.Class, at DependenceAt) (rows []DependenceRow, unseen int, err error) {
	err = o.survey(ctx, actor, access.SeeFigures, "dependence_cases", func(d *desk) error {
		all, err := d.dependants(ctx, of)
		if err != nil {
			return err
		}
		definitions := benefit.Sweden().Definitions()
		in := map[ident.ID]*dependant{}
		for i := range all {
			set := all[i].now
			if at == AtEntry {
				set = all[i].entry
			}
			is := class == ""
			for j, c := range definitions {
				is = is || c.Class == class && set.Has(j)
			}
			if is {
				in[all[i].Case] = &all[i]
			}
		}
		seen, err := d.seen(ctx)
		if err != nil {
			return err
		}
		for _, row := range seen {
			if one, is := in[row.Case.ID]; is {
				rows = append(rows, DependenceRow{CaseRow: row, Entry: classesOf(one.entry, definitions), Now: classesOf(one.now, definitions),
					Months: one.months, RegisterFile: one.fromFile})
			}
		}
		unseen = len(in) - len(rows)
		return nil
	})
	return rows, unseen, err
}

func classesOf(set benefit.Set, definitions []benefit.Definition) (classes []benefit.Class) {
	for i, c := range definitions {
		if set.Has(i) {
			classes = append(classes, c.Class)
		}
	}
	return classes
}

// lastMonth is the last month that is over: what is not over has no whole month yet.
func (d *desk) lastMonth() period.Month { return d.Today.Month().AddMonths(-1) }

// dependants is everybody of the group with their classes. Where a register file tells of
// a person, the one of the latest base month that does so is believed, up to that month; of
// others the times noted in the case are.
func (d *desk) dependants(ctx context.Context, of DependenceOf) ([]dependant, error) {
	entrants, err := d.Entrants(ctx, d.Today)
	if err != nil {
		return nil, err
	}
	files, err := d.BenefitFiles(ctx)
	if err != nil {
		return nil, err
	}
	type told struct {
		store.BenefitMonths
		base period.Month
	}
	register := map[ident.ID]told{}
	for i := len(files) - 1; i >= 0; i-- {
		months, err := d.MonthsInFile(ctx, files[i].ID)
		if err != nil {
			return nil, err
		}
		for _, m := range months {
			register[m.Person] = told{m, files[i].Base}
		}
	}
	classes, last := benefit.Sweden(), d.lastMonth()
	all := make([]dependant, 0, len(entrants))
	for _, e := range entrants {
		part := e.State == casefile.Active || e.State == casefile.Paused
		if of == TakingPart && !part || of == HaveLeft && part {
			continue
		}
		x := dependant{Entrant: e}
		var entry, now benefit.Months
		before := min(e.From.Month().AddMonths(-1), last)
		if r, has := register[e.Person]; has {
			x.fromFile, x.known = true, true
			entry, now = r.Months.From(r.base, r.Earlier, min(before, r.base)), r.Months.From(r.base, r.Earlier, min(last, r.base))
		} else {
			for _, s := range e.Spells {
				x.known = true
				first, end := s.From.Month(), last
				if s.To != nil {
					end = s.To.Month()
				}
				entry.AddSpan(before, first, end)
				now.AddSpan(last, first, end)
			}
		}
		x.entry, x.now, x.months = classes.Of(entry), classes.Of(now), now.Count()
		all = append(all, x)
	}
	return all, nil
}
