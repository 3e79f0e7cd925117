package store_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// addEntry says something of an intervention as it stands.
func addEntry(ctx context.Context, tx *store.Tx, deed catalogue.Deed, id, by ident.ID, at time.Time) error {
	i, err := tx.Intervention(ctx, id)
	if err != nil {
		return err
	}
	e := catalogue.Entry{Intervention: id, By: by, At: at, Deed: deed, Became: i}
	if deed != catalogue.Added {
		e.Was = &i
	}
	return tx.AddCatalogueEntry(ctx, e)
}

// What is said of an intervention is stored without its room, and its history comes back
// as it was, the latest first, with who made it.
func TestTheHistoryOfTheCatalogue(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx, town := context.Background(), officetest.New(t, db)
		id, now := town.Kitchen(3, 20), town.Clock.Now()
		was := town.Intervention(id)
		is := was
		is.Name, is.Contact, is.Tongues, is.Provider, is.Open = "Åkern", "Växeln", []catalogue.Tongue{catalogue.Arabic}, town.Unit, false
		write := func(work func(tx *store.Tx) error) error { return db.Write(ctx, storetest.Municipality.Code, work) }
		err := write(func(tx *store.Tx) error {
			if err := addEntry(ctx, tx, catalogue.Added, id, town.Manager.Account, now); err != nil {
				return err
			}
			said := is
			said.Places, said.HoursPerPlace = 99, 1
			if err := tx.SaveIntervention(ctx, said); err != nil {
				return err
			}
			return tx.AddCatalogueEntry(ctx, catalogue.Entry{Intervention: id, By: town.Supervisor.Account, At: now.Add(time.Hour), Deed: catalogue.Changed, Was: &was, Became: is})
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := town.Intervention(id); len(catalogue.Differences(got, is)) != 0 || got.Places != 3 || got.HoursPerPlace != 20 {
			t.Errorf("%+v", got)
		}
		err = db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			history, err := tx.CatalogueEntries(ctx, id)
			if err != nil || len(history) != 2 || history[0].ByName != town.Supervisor.Name || history[1].Was != nil || !history[0].At.Equal(now.Add(time.Hour)) {
				t.Fatalf("%+v, %v", history, err)
			}
			if !reflect.DeepEqual(history[0].Became.Tongues, is.Tongues) || len(catalogue.Differences(*history[0].Was, was)) != 0 {
				t.Errorf("%+v", history[0])
			}
			said, err := tx.CatalogueSaid(ctx)
			if err != nil || len(said) != 1 || !said[id].Equal(now.Add(time.Hour)) {
				t.Errorf("%v, %v", said, err)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		for name, wrong := range map[string]catalogue.Entry{
			"the same moment twice":   {Intervention: id, By: town.Manager.Account, At: now, Deed: catalogue.Confirmed, Was: &was, Became: is},
			"added, and was before":   {Intervention: id, By: town.Manager.Account, At: now.Add(2 * time.Hour), Deed: catalogue.Added, Was: &was, Became: is},
			"changed from nothing":    {Intervention: id, By: town.Manager.Account, At: now.Add(3 * time.Hour), Deed: catalogue.Changed, Became: is},
			"of no intervention":      {Intervention: town.Unit, By: town.Manager.Account, At: now, Deed: catalogue.Added, Became: is},
			"a deed that there isn't": {Intervention: id, By: town.Manager.Account, At: now.Add(4 * time.Hour), Deed: "guessed", Was: &was, Became: is},
		} {
			if err := write(func(tx *store.Tx) error { return tx.AddCatalogueEntry(ctx, wrong) }); err == nil {
				t.Errorf("%s was kept", name)
			}
		}
		if err := write(func(tx *store.Tx) error {
			return addEntry(ctx, tx, catalogue.Added, town.Unit, town.Manager.Account, now)
		}); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("of an intervention that there isn't: %v", err)
		}
	})
}
