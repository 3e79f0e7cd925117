package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestRegisterEnquiry(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		in := casework.Enquiry{
			IdentityNumber: town.IdentityNumber(), GivenName: "Östen", FamilyName: "Åkerlöf", Language: "sv",
			Locality: "Centrum", Protection: "none", Wish: "  Jag vill köra buss.  ", Form: casework.Form{Token: "a"},
		}

		id, err := town.RegisterEnquiry(ctx, town.Assessor, in)
		if err != nil {
			t.Fatal(err)
		}
		c := town.Case(id)
		if c.State != casefile.Enquiry || c.Number != "2026-0001" || c.Goal != "Jag vill köra buss." || c.IsAssessed() {
			t.Errorf("the case became %+v", c)
		}

		t.Run("the same form again is taken in once", func(t *testing.T) {
			_, err := town.RegisterEnquiry(ctx, town.Assessor, in)
			wantCode(t, err, fault.Repeated)
		})
		t.Run("one open case at a time", func(t *testing.T) {
			again := in
			again.Token = "b"
			_, err := town.RegisterEnquiry(ctx, town.Assessor, again)
			wantCode(t, err, fault.Conflict)
		})
		t.Run("a wrong number is told beside its field", func(t *testing.T) {
			wrong := in
			wrong.Token, wrong.IdentityNumber = "c", "19880101-9801"
			_, err := town.RegisterEnquiry(ctx, town.Assessor, wrong)
			wantField(t, err, "identity_number")
		})
		t.Run("a new person needs a name", func(t *testing.T) {
			nameless := in
			nameless.Token, nameless.IdentityNumber, nameless.GivenName = "d", town.IdentityNumber(), " "
			_, err := town.RegisterEnquiry(ctx, town.Assessor, nameless)
			wantField(t, err, "given_name")
		})
		t.Run("the evaluator may not, and the journal keeps that", func(t *testing.T) {
			_, err := town.RegisterEnquiry(ctx, town.Evaluator, in)
			wantCode(t, err, fault.NotAllowed)
			wantRefusal(t, town, access.RegisterEnquiry.Name, "role")
		})
		t.Run("nobody registers themselves", func(t *testing.T) {
			self := town.CaseManager
			self.Person = c.Person
			again := in
			again.Token = "e"
			_, err := town.RegisterEnquiry(ctx, self, again)
			wantCode(t, err, fault.NotAllowed)
			wantRefusal(t, town, access.RegisterEnquiry.Name, "access.own_case")
		})
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

// That a protected person has a case is told to nobody by their number.
func TestRegisterEnquiryKeepsAProtectedCaseSecret(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	in := casework.Enquiry{
		IdentityNumber: town.IdentityNumber(), GivenName: "Amina", FamilyName: "Exempel", Language: "sv",
		Protection: "confidentiality_mark",
	}
	if _, err := town.RegisterEnquiry(ctx, town.Assessor, in); err != nil {
		t.Fatal(err)
	}
	_, err := town.RegisterEnquiry(ctx, town.Second, in)
	wantCode(t, err, fault.NotAllowed)
	wantRefusal(t, town, access.RegisterEnquiry.Name, "access.no_ground")
}

// A protection that is told of with the enquiry of somebody known holds from then on.
func TestRegisterEnquiryRaisesProtection(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	in := casework.Enquiry{IdentityNumber: town.IdentityNumber(), GivenName: "Amina", FamilyName: "Exempel", Language: "sv", Protection: "none"}
	first, err := town.RegisterEnquiry(ctx, town.Assessor, in)
	if err != nil {
		t.Fatal(err)
	}
	if err := town.CloseCase(ctx, town.Assessor, first, casework.Closing{Reason: "Personen vill inte längre ha en plats."}); err != nil {
		t.Fatal(err)
	}
	in.Protection = "protected_registration"
	again, err := town.RegisterEnquiry(ctx, town.Assessor, in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := town.SeeOverview(ctx, town.Manager, again, ""); fault.CodeOf(err) != fault.NotAllowed {
		t.Errorf("the manager opens the case of a protected person: %v", err)
	}
}
