package casework_test

import (
	"context"
	"errors"
	"testing"

	"fotfaste/internal/benefit"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The file of the latest base month is believed, whenever an older one is taken in, and of
// one base month the one taken in last: so a mistake can be mended.
func TestTheLatestBaseMonthIsBelieved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town, ctx := officetest.New(t, db), context.Background()
		number := town.Case(town.Active()).Number
		for _, c := range []struct {
			base, content string
			newer         bool
			months        int // months with assistance of ten years, as they are known afterwards
		}{
			{"2026-07", number + ",2026-07\n" + number + ",2026-06\n", false, 2},
			{"2026-06", number + ",2026-06\n", true, 2},
			{"2026-07", number + ",2026-07\n", false, 1},
		} {
			base := period.MustMonth(c.base)
			loaded, err := town.LoadBenefit(ctx, town.Manager, casework.BenefitDelivery{Name: "months.csv", Base: base, Content: []byte(c.content)})
			if err != nil || (loaded.Newer != nil) != c.newer {
				t.Fatalf("%s: %+v, %v", c.base, loaded, err)
			}
			v, err := town.SeeDependence(ctx, town.Manager, casework.AllEntered)
			if err != nil || v.Files[0].Base != period.MustMonth("2026-07") {
				t.Fatalf("%s: %+v, %v", c.base, v.Files, err)
			}
			rows, _, err := town.ListDependence(ctx, town.Manager, casework.AllEntered, "", casework.AtLast)
			if err != nil || len(rows) != 1 || rows[0].Months != c.months {
				t.Errorf("%s: %+v, %v", c.base, rows, err)
			}
		}
	})
}

// A register file is taken in whole or not at all, once, and says what it knows.
func TestLoadBenefit(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town, ctx := officetest.New(t, db), context.Background()
		id := town.Active()
		number := town.Case(id).Number
		base := period.MustMonth("2026-07")
		load := func(content string) (casework.BenefitLoaded, error) {
			return town.LoadBenefit(ctx, town.Manager, casework.BenefitDelivery{Name: "months.csv", Base: base, Content: []byte(content)})
		}
		files := func() (files []casework.BenefitFile) {
			v, err := town.SeeDependence(ctx, town.Manager, casework.AllEntered)
			if err != nil {
				t.Fatal(err)
			}
			return v.Files
		}
		for name, c := range map[string]struct {
			content string
			key     string
			line    int
		}{
			"a month that there is not": {number + ",2015-13\n", "", 1},
			"no case":                   {"person,month\n" + number + ",2026-01\n2019-0099,2026-01\n", "dependence.file.no_case", 3},
			"no case, in quotes":        {"\uFEFF\"person\";\"month\"\r\n\r\n\"A1\";\"2026-01\"\r\n", "dependence.file.no_case", 3},
			"no row":                    {"person,month\n", "dependence.file.nobody", 1},
		} {
			_, err := load(c.content)
			var no *fault.Error
			if !errors.As(err, &no) || no.Code != fault.Invalid || c.key != "" && no.Text.Key != c.key {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if line, _ := no.Text.Args["Line"].(int); c.key != "" && line != c.line {
				t.Errorf("%s: line %v", name, no.Text.Args["Line"])
			}
		}
		if got := files(); len(got) != 0 {
			t.Fatalf("refused, and taken in: %+v", got)
		}
		if _, err := town.LoadBenefit(ctx, town.Manager, casework.BenefitDelivery{Base: period.MustMonth("2026-09"), Content: []byte(number + ",2026-01\n")}); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("a base month to come: %v", err)
		}
		if _, err := town.LoadBenefit(ctx, town.CaseManager, casework.BenefitDelivery{Base: base, Content: []byte(number + ",2026-01\n")}); fault.CodeOf(err) != fault.NotAllowed {
			t.Errorf("a case manager: %v", err)
		}
		content := number + ";2026-07\n" + number + ";2026-08\n" + number + ";2011-03\n" + number + ";2026-07\n"
		loaded, err := load(content)
		if err != nil {
			t.Fatal(err)
		}
		if loaded.Persons != 1 || loaded.Rows != 4 || loaded.After != 1 || loaded.Duplicates != 1 || loaded.Newer != nil || !loaded.Form.Semicolons {
			t.Errorf("taken in: %+v", loaded)
		}
		if _, err := load(content); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("once more: %v", err)
		}
		all := files()
		if len(all) != 1 || all[0].Base != base || all[0].Persons != 1 || all[0].Rows != 4 || all[0].LoaderName != town.Manager.Name {
			t.Fatalf("the files are %+v", all)
		}
		err = db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			got, err := tx.MonthsInFile(ctx, all[0].ID)
			var want store.BenefitMonths
			want.Person = town.Case(id).Person
			want.Months.Add(0)
			at, _ := benefit.At(base.AddMonths(-benefit.Longest), period.MustMonth("2011-03"))
			want.Earlier.Add(at)
			if err == nil && (len(got) != 1 || got[0] != want) {
				t.Errorf("kept %+v, want %+v", got, want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
