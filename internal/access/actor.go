package access

import (
	"log/slog"

	"fotfaste/internal/ident"
)

// Role is what somebody has signed in as. One person may hold several and acts in
// one at a time.
type Role string

const (
	Participant        Role = "participant"
	CaseManager        Role = "case_manager"
	Assessor           Role = "assessor"       // the multi-professional team (004 s. 7.3)
	DecisionMaker      Role = "decision_maker" // the state's responsibility (000)
	PaymentOfficer     Role = "payment_officer"
	ProviderSupervisor Role = "provider_supervisor"
	Partner            Role = "partner" // a caseworker at another authority
	Manager            Role = "manager"
	Evaluator          Role = "evaluator"
	Administrator      Role = "administrator"
	Auditor            Role = "auditor"
)

// Roles is every role, in the order in which they are shown.
var Roles = []Role{
	Participant, CaseManager, Assessor, DecisionMaker, ProviderSupervisor, PaymentOfficer,
	Partner, Manager, Evaluator, Administrator, Auditor,
}

// Actor is who asks. Person is the participant that the account belongs to, or for
// staff the person that they are as a citizen, so that their own case is refused.
type Actor struct {
	Municipality     string
	Account          ident.ID
	Name             string
	Role             Role
	Organisation     ident.ID
	OrganisationName string
	Person           ident.ID
}

// LogValue keeps names out of the log.
func (a Actor) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("municipality", a.Municipality),
		slog.String("account", a.Account.String()),
		slog.String("role", string(a.Role)),
	)
}
