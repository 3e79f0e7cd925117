package casework_test

import (
	"context"
	"slices"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/journal"
	"fotfaste/internal/person"
)

// A protected identity is decided on by named staff and seen by nobody else.
func TestProtectedIdentityNeedsNamedStaff(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Assessed()
	must(t, town.CorrectPerson(ctx, town.Assessor, id, casework.Correction{
		GivenName: "Amina", FamilyName: "Exempel", Language: "sv", Protection: person.ProtectedRegistration,
	}))
	if got := town.Case(id); got.State != casefile.Assessing {
		t.Fatal(got.State)
	}
	grant := casework.Grant{From: town.Today(), Reason: reason}
	wantCode(t, town.GrantPlace(ctx, town.DecisionMaker, id, grant), fault.NotAllowed)
	_, err := town.SeeOverview(ctx, town.Manager, id, "")
	wantCode(t, err, fault.NotAllowed)

	name := func(who access.Actor, task casefile.Task, why string) error {
		return town.NameStaff(ctx, town.Assessor, id, casework.Naming{Account: who.Account, Task: task, Reason: why})
	}
	wantField(t, name(town.DecisionMaker, casefile.Deciding, "kort"), "reason")
	wantField(t, name(town.Evaluator, casefile.Deciding, reason), "account")
	wantField(t, name(town.DecisionMaker, "spying", reason), "task")
	must(t, name(town.DecisionMaker, casefile.Deciding, reason))
	wantField(t, name(town.DecisionMaker, casefile.Deciding, reason), "account")
	must(t, town.GrantPlace(ctx, town.DecisionMaker, id, grant))
	must(t, town.AssignManager(ctx, town.DecisionMaker, id, casework.Assignment{Manager: town.CaseManager.Account}))

	v, err := town.SeeStaff(ctx, town.CaseManager, id)
	must(t, err)
	at := func(who access.Actor) casefile.Member {
		return v.Team[slices.IndexFunc(v.Team, func(m casefile.Member) bool { return m.Account == who.Account })]
	}
	wantCode(t, town.ReleaseStaff(ctx, town.CaseManager, id, casework.Form{}, at(town.CaseManager).ID), fault.Conflict)
	must(t, town.ReleaseStaff(ctx, town.CaseManager, id, casework.Form{}, at(town.Assessor).ID))
	_, err = town.SeeOverview(ctx, town.Assessor, id, "")
	wantCode(t, err, fault.NotAllowed)
}

func TestTheLastOneWhoCanOpenAProtectedCaseStays(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Enquiry()
	must(t, town.CorrectPerson(ctx, town.Assessor, id, casework.Correction{
		GivenName: "Amina", FamilyName: "Exempel", Language: "sv", Protection: person.ConfidentialityMark,
	}))
	v, err := town.SeeStaff(ctx, town.Assessor, id)
	must(t, err)
	wantCode(t, town.ReleaseStaff(ctx, town.Assessor, id, casework.Form{}, v.Team[0].ID), fault.Conflict)
}

func TestCorrectPerson(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Managed()
	in := casework.Correction{GivenName: "Åsa", FamilyName: "Öberg", Language: "ar", Locality: "Norr", Phone: "013-12 34 56", Protection: person.None}
	wrong := in
	wrong.GivenName = " "
	wantField(t, town.CorrectPerson(ctx, town.CaseManager, id, wrong), "given_name")
	wantCode(t, town.CorrectPerson(ctx, town.Second, id, in), fault.NotAllowed)
	must(t, town.CorrectPerson(ctx, town.CaseManager, id, in))
	h, err := town.SeePerson(ctx, town.CaseManager, id)
	must(t, err)
	if h.Person.Name() != "Åsa Öberg" || h.Person.Language != "ar" || h.Person.Phone != in.Phone {
		t.Errorf("%+v", h.Person)
	}
	found, _, err := town.SearchCases(ctx, town.CaseManager, "oberg")
	must(t, err)
	if len(found) != 1 {
		t.Errorf("the new name finds %d", len(found))
	}
}

func TestSeeReaders(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Managed()
	for range 3 {
		_, err := town.SeeOverview(ctx, town.CaseManager, id, "")
		must(t, err)
	}
	_, err := town.SeeOverview(ctx, town.Second, id, "")
	wantCode(t, err, fault.NotAllowed)
	v, err := town.SeeReaders(ctx, town.ParticipantOf(id), id)
	must(t, err)
	if len(v.Team) != 3 {
		t.Errorf("the team is %+v", v.Team)
	}
	if r := v.Readings[0]; r.Kind != journal.Refusal || r.Name != town.Second.Name || r.Part != access.Overview {
		t.Errorf("the refusal is not first: %+v", r)
	}
	if r := v.Readings[1]; r.Times != 3 || r.Name != town.CaseManager.Name || r.Ground != "team" {
		t.Errorf("the readings are %+v", r)
	}
}
