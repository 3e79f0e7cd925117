package casework

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/benefit"
	"fotfaste/internal/benefit/monthsfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// BenefitDelivery is a register file with a row for each case number and month with
// assistance.
type BenefitDelivery struct {
	Name    string       // of the file
	Base    period.Month // the last month that it knows; of who is in it, a month without a row is one without assistance
	Content []byte
}

// BenefitLoaded is what was taken in.
type BenefitLoaded struct {
	Persons    int
	Rows       int64
	Duplicates int64 // rows of a month that the person had before, counted once
	After      int64 // rows of months after the base month, not taken in
	Form       monthsfile.Form
	Newer      *period.Month // base month of a file that was taken in before and stays in use, where this one is older
}

// longestBenefitName is of a file, in bytes.
const longestBenefitName = 200

// LoadBenefit takes the file in, whole or not at all. Invalid with the line where a row
// cannot be right or names no case; Conflict where the same file was taken in before.
func (o *Office) LoadBenefit(ctx context.Context, actor access.Actor, in BenefitDelivery) (BenefitLoaded, error) {
	var loaded BenefitLoaded
	err := o.inOffice(ctx, actor, access.LoadBenefit, func(d *desk) error {
		if in.Base > d.Today.Month() {
			return fault.New(fault.Invalid, "dependence.file.base_ahead", "Base", in.Base.String())
		}
		sum := sha256.Sum256(in.Content)
		file := store.BenefitFile{ID: d.newID(), Name: strings.ToValidUTF8(in.Name[:min(len(in.Name), longestBenefitName)], ""), SHA256: hex.EncodeToString(sum[:]), Base: in.Base,
			LoadedAt: d.Now, LoadedBy: actor.Account}
		before, err := d.BenefitFiles(ctx)
		if err != nil {
			return err
		}
		for _, b := range before {
			if b.SHA256 == file.SHA256 && b.Base == file.Base {
				return fault.New(fault.Conflict, "dependence.file.again")
			}
		}
		if len(before) > 0 && before[0].Base > in.Base {
			loaded.Newer = &before[0].Base
		}
		all, err := d.monthsIn(ctx, in, &loaded)
		if err != nil {
			return err
		}
		file.Persons, file.Rows = len(all), int(loaded.Rows)
		d.note("file", file.SHA256)
		d.note("persons", file.Persons)
		d.note("rows", file.Rows)
		return d.AddBenefitFile(ctx, file, all)
	})
	return loaded, err
}

// monthsIn reads the file twice: a window is ten years, and who came into the programme
// a while ago is looked at by ten years before that.
func (d *desk) monthsIn(ctx context.Context, in BenefitDelivery, loaded *BenefitLoaded) ([]store.BenefitMonths, error) {
	cases, err := d.CaseNumbers(ctx)
	if err != nil {
		return nil, err
	}
	of := make(map[string]ident.ID, len(cases))
	for _, c := range cases {
		of[c.Number] = c.Person
	}
	at := map[ident.ID]int{}
	var all []store.BenefitMonths
	for _, earlier := range []bool{false, true} {
		base := in.Base
		if earlier {
			base = base.AddMonths(-benefit.Longest)
		}
		registry, err := monthsfile.Read(ctx, bytes.NewReader(in.Content), monthsfile.Options{Base: base, Workers: 1})
		if err != nil {
			return nil, err
		}
		if !earlier {
			loaded.Rows, loaded.After, loaded.Form = registry.Rows, registry.After, registry.Form
		}
		loaded.Duplicates += registry.Duplicates // each of its own ten years
		for key, months := range registry.ByPerson() {
			who, has := of[string(key)]
			if !has {
				return nil, fault.New(fault.Invalid, "dependence.file.no_case", "Line", firstLine(in.Content, of))
			}
			i, there := at[who]
			if !there {
				i = len(all)
				at[who] = i
				all = append(all, store.BenefitMonths{Person: who})
			}
			if earlier {
				all[i].Earlier = all[i].Earlier.With(months)
			} else {
				all[i].Months = all[i].Months.With(months)
			}
		}
	}
	if len(all) == 0 {
		return nil, fault.New(fault.Invalid, "dependence.file.nobody", "Line", 1)
	}
	loaded.Persons = len(all)
	return all, nil
}

// firstLine is the first line of a file, all rows of which have the right form, that
// begins with no number of a case. The first may be a heading.
func firstLine(content []byte, of map[string]ident.ID) int {
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(string(content), "\uFEFF")) {
		number++
		field, month, _ := strings.Cut(strings.ReplaceAll(line, ";", ","), ",")
		clean := func(text string) string { return strings.Trim(strings.TrimSpace(text), `"`) }
		if _, err := period.ParseMonth(clean(month)); err != nil {
			continue // a heading or a blank line
		}
		if _, has := of[clean(field)]; !has {
			return number
		}
	}
	return number
}
