package casework_test

import (
	"context"
	"reflect"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

const issuer = "https://id.example.se|"

// addAccount adds an account of the subject in the municipality.
func addAccount(t *testing.T, town *officetest.Town, municipality, subject string, active bool, roles ...access.Role) ident.ID {
	t.Helper()
	ctx := context.Background()
	a := store.Account{ID: town.IDs.New(officetest.Start), Name: "Vera Verklig", Subject: issuer + subject, Language: "sv", Active: active}
	if err := town.DB.Write(ctx, municipality, func(tx *store.Tx) error { return tx.AddAccount(ctx, a, roles...) }); err != nil {
		t.Fatal(err)
	}
	return a.ID
}

func journalOf(t *testing.T, town *officetest.Town, municipality string) []journal.Entry {
	t.Helper()
	var entries []journal.Entry
	ctx := context.Background()
	err := town.DB.Read(ctx, municipality, func(tx *store.Tx) (err error) {
		entries, err = tx.NewestEntries(ctx, 0, 50)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

func TestAdmit(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		ctx, here := t.Context(), storetest.Municipality
		vera := addAccount(t, town, here.Code, "vera", true, access.Manager, access.CaseManager)
		addAccount(t, town, here.Code, "closed", false, access.Manager)
		bare := addAccount(t, town, here.Code, "bare", true)

		for _, c := range []struct {
			name  string
			who   casework.Identity
			seats []access.Role
			why   string
			entry journal.Entry
		}{
			{"the roles of the account", casework.Identity{Subject: issuer + "vera"}, []access.Role{access.CaseManager, access.Manager}, "", journal.Entry{}},
			{"limited by the issuer", casework.Identity{Subject: issuer + "vera", Limited: true, Roles: []access.Role{access.Manager, access.Auditor}}, []access.Role{access.Manager}, "", journal.Entry{}},
			{"limited to nothing", casework.Identity{Subject: issuer + "vera", Limited: true, Provider: "staff"}, nil, "no_role", journal.Entry{Account: string(vera)}},
			{"without a role", casework.Identity{Subject: issuer + "bare", Provider: "staff"}, nil, "no_role", journal.Entry{Account: string(bare)}},
			{"closed", casework.Identity{Subject: issuer + "closed", Provider: "staff"}, nil, "unknown_account", journal.Entry{}},
			{"a stranger", casework.Identity{Subject: issuer + "stranger", Provider: "staff"}, nil, "unknown_account", journal.Entry{}},
			{"another issuer's", casework.Identity{Subject: "https://elsewhere.example|vera", Provider: "staff"}, nil, "unknown_account", journal.Entry{}},
		} {
			t.Run(c.name, func(t *testing.T) {
				before := journalOf(t, town, here.Code)
				seats, err := town.Admit(ctx, c.who)
				after := journalOf(t, town, here.Code)
				var roles []access.Role
				for _, s := range seats {
					roles = append(roles, s.Role)
					if s.Account != vera || s.Municipality != here.Code || s.MunicipalityName != here.Name {
						t.Errorf("a seat of somebody else's: %+v", s)
					}
				}
				if !reflect.DeepEqual(roles, c.seats) {
					t.Errorf("seats %v, want %v", roles, c.seats)
				}
				if c.why == "" {
					if err != nil || len(after) != len(before) {
						t.Errorf("%v, %d new entries", err, len(after)-len(before))
					}
					return
				}
				if fault.CodeOf(err) != fault.NotAllowed {
					t.Fatalf("the error is %v", err)
				}
				want := journal.Entry{Municipality: here.Code, Kind: journal.Refusal, Act: "sign_in", Ground: c.why,
					Account: c.entry.Account, Detail: `{"provider":"staff"}`}
				got := after[0]
				got.Seq, got.Previous, got.Hash, want.At = 0, "", "", got.At
				if len(after) != len(before)+1 || got != want {
					t.Errorf("the journal says %+v, want %+v", got, want)
				}
			})
		}
	})
}

// With several municipalities nobody can tell whose door a stranger stood at.
func TestAStrangerAmongSeveralMunicipalitiesIsInNoJournal(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		if err := db.AddMunicipality(t.Context(), store.Municipality{Code: "9998", Name: "Provköping"}); err != nil {
			t.Fatal(err)
		}
		if _, err := town.Admit(t.Context(), casework.Identity{Subject: issuer + "stranger"}); fault.CodeOf(err) != fault.NotAllowed {
			t.Errorf("the error is %v", err)
		}
		if n := len(journalOf(t, town, "9998")) + len(journalOf(t, town, "9999")); n != 0 {
			t.Errorf("%d entries", n)
		}
		addAccount(t, town, "9998", "vera", true, access.Manager)
		addAccount(t, town, "9999", "vera", true, access.Auditor)
		seats, err := town.Seats(t.Context(), casework.Identity{Subject: issuer + "vera"})
		if err != nil || len(seats) != 2 || seats[0].MunicipalityName != "Provköping" || seats[1].Role != access.Auditor {
			t.Errorf("%v %+v", err, seats)
		}
	})
}

func TestSignInIsJournalled(t *testing.T) {
	town := officetest.OnSQLite(t)
	actor, err := town.SignIn(t.Context(), "9999", town.Manager.Account, access.Manager)
	if err != nil || actor != town.Manager {
		t.Fatalf("%v %+v", err, actor)
	}
	e := journalOf(t, town, "9999")[0]
	if e.Kind != journal.Act || e.Act != "sign_in" || e.Ground != "role_held" || e.AccountName != actor.Name || e.Role != "manager" {
		t.Errorf("the journal says %+v", e)
	}
	for _, wrong := range []struct {
		municipality string
		role         access.Role
	}{{"9999", access.Auditor}, {"8888", access.Manager}} {
		if _, err := town.SignIn(t.Context(), wrong.municipality, town.Manager.Account, wrong.role); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%v: the error is %v", wrong, err)
		}
	}
	if n := len(journalOf(t, town, "9999")); n != 1 {
		t.Errorf("%d entries", n)
	}
	town.DB.Close()
	if _, err := town.Admit(t.Context(), casework.Identity{Subject: issuer + "vera"}); fault.CodeOf(err) != fault.Internal {
		t.Errorf("without a database the error is %v", err)
	}
}
