package access

import (
	"maps"
	"slices"
	"testing"

	"fotfaste/internal/ident"
)

// grants is everything that somebody may do, on whatever footing.
func grants() map[Act]bool {
	all := map[Act]bool{}
	add := func(acts []Act) {
		for _, a := range acts {
			all[a] = true
		}
	}
	for acts := range maps.Values(inTeam) {
		add(acts)
	}
	for duty := range maps.Values(byDuty) {
		add(duty.acts)
	}
	for acts := range maps.Values(inOffice) {
		add(acts)
	}
	add(asHost)
	add(onOverpaid)
	add(asParticipant)
	return all
}

// An act that nobody may do is a mistake in the tables, and so is one that is not
// listed: it would have no text and no place in the proofs.
func TestEveryActIsListedAndHasSomebodyWhoMay(t *testing.T) {
	listed := append(Acts(), OfficeActs...)
	granted := grants()
	names := map[string]bool{}
	for _, a := range listed {
		if !granted[a] {
			t.Errorf("nobody may %s", a.Name)
		}
		if names[a.Name] {
			t.Errorf("two acts are named %s", a.Name)
		}
		names[a.Name] = true
	}
	for a := range granted {
		if !slices.Contains(listed, a) {
			t.Errorf("%s is granted and not listed", a.Name)
		}
	}
}

// Who can do something with a case on a footing can see the case on it too: its
// identity, and the part that the act belongs to.
func TestWhoDoesAlsoSees(t *testing.T) {
	footings := map[string][]Act{"host": asHost, "overpaid": onOverpaid, "participant": asParticipant}
	for role, acts := range inTeam {
		footings["team as "+string(role)] = acts
	}
	for role, duty := range byDuty {
		footings["duty as "+string(role)] = duty.acts
	}
	for footing, acts := range footings {
		for _, a := range acts {
			if !slices.Contains(acts, See(Identity)) {
				t.Errorf("%s: %s is done blind: whose case it is cannot be seen", footing, a.Name)
			}
			// Naming staff and sharing out work is all that a manager does there.
			if !slices.Contains(acts, See(a.Part)) && a != AssignManager {
				t.Errorf("%s: %s is done without seeing %s", footing, a.Name, a.Part)
			}
		}
	}
}

func TestOffice(t *testing.T) {
	for _, c := range []struct {
		role Role
		act  Act
		may  bool
	}{
		{Assessor, RegisterEnquiry, true},
		{Participant, RegisterEnquiry, false},
		{CaseManager, SearchPersons, true},
		{Evaluator, SearchPersons, false},
		{Evaluator, SeeAggregates, true},
		{Evaluator, SeeFigures, false},
		{Manager, SeeFigures, true},
		{CaseManager, SeeSums, true},
		{Participant, SeeSums, false},
		{Auditor, ReadJournal, true},
		{Administrator, ReadJournal, false},
		{PaymentOfficer, AttestPayments, true},
		{Manager, AttestPayments, false},
		{PaymentOfficer, PrepareRates, true},
		{Manager, PrepareRates, false},
		{Manager, ApproveRates, true},
		{Administrator, ApproveRates, false},
		{ProviderSupervisor, ChangeCapacity, true},
		{"", SeeCatalogue, false},
	} {
		verdict := MayInOffice(Actor{Role: c.role}, c.act)
		rule := "role"
		if c.may {
			rule = "duty"
		}
		if verdict != (Verdict{Allowed: c.may, Rule: rule}) {
			t.Errorf("%s as %q: %+v", c.act.Name, c.role, verdict)
		}
	}
}

// What concerns a case is never opened by an office act's table, nor the other way.
func TestOfficeActsOpenNoCase(t *testing.T) {
	for _, role := range Roles {
		for _, a := range OfficeActs {
			c := Case{Municipality: "9999", Person: "p", Team: []ident.ID{"me"}, Hosts: []ident.ID{"org"}}
			if Decide(Actor{Municipality: "9999", Role: role, Account: "me", Organisation: "org"}, a, c, Moment{}).Allowed {
				t.Errorf("%s opens a case to %s", a.Name, role)
			}
		}
	}
}
