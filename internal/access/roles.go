package access

import (
	"slices"

	"fotfaste/internal/casefile"
)

// What each role may do, and on which footing. A footing is who one is to a case:
// its team, its provider, or somebody whose duty reaches every case in certain
// states.

// inTeam is what members of the case team may do, by role.
var inTeam = map[Role][]Act{
	CaseManager: append(seeAll(Parts...), Assess, NoteLetterGot, RegisterAppeal, StartProgramme, AssignManager, NameStaff, WritePlan, PassOver, Refer,
		StartPlacement, EndPlacement, DecideChange, SettleAttendance, HoldContact, MoveStep, RecordExit, RecordOutcome, CloseCase,
		CorrectPerson, EnterPayAccount, CommunicateRecovery, GiveView, EnterHousehold, EndHousehold, ConfirmHousehold, TakeRegisterFile,
		RecordObstacle, TakeBackObstacle, RecordConsequence, UndoConsequence),
	Assessor: append(seeAll(Parts...), JudgeEligibility, Assess, NoteLetterGot, RegisterAppeal, NameStaff, AssignManager, CloseCase,
		CorrectPerson, EnterHousehold, EndHousehold, ConfirmHousehold, TakeRegisterFile, RecordObstacle, TakeBackObstacle),
	DecisionMaker: append(seeAll(Identity, Overview, Eligibility, Assessment, Decisions, Plan, Placements, Compensation, Household, Readers),
		GrantOrRefuse, ChangeDecision, NoteLetterGot, RegisterAppeal, Reconsider, AssignManager, CommunicateRecovery, DecideRecovery,
		EnterHousehold, EndHousehold, ConfirmHousehold, TakeRegisterFile,
		RecordObstacle, TakeBackObstacle, RecordConsequence, UndoConsequence),
	Manager: append(seeAll(Identity, Overview, Decisions, Readers), AssignManager, NameStaff),
	// Another authority sees what its own task in the plan needs.
	Partner: seeAll(Identity, Overview, Plan, Placements),
}

// byDuty is what a role may do with any case, not protected, in the states named.
type duty struct {
	states []casefile.State // none means every state
	acts   []Act
}

var byDuty = map[Role]duty{
	Assessor: {
		states: []casefile.State{casefile.Enquiry, casefile.Assessing},
		acts: append(seeAll(Identity, Overview, Eligibility, Assessment, Decisions, Household, Readers),
			JudgeEligibility, Assess, NameStaff, CorrectPerson),
	},
	DecisionMaker: {
		states: []casefile.State{casefile.Assessing, casefile.Granted, casefile.Active, casefile.Paused},
		acts: append(seeAll(Identity, Overview, Eligibility, Assessment, Decisions, Household, Readers),
			GrantOrRefuse, ChangeDecision, NoteLetterGot, RegisterAppeal, Reconsider, AssignManager, RecordConsequence, UndoConsequence),
	},
	// The one who pays sees who and how much and on which attendance, not why.
	PaymentOfficer: {acts: seeAll(Identity, Attendance, Compensation)},
	// The manager sees where cases stand, to share out the work; not their inside.
	Manager: {acts: append(seeAll(Identity, Overview), AssignManager)},
}

// onOverpaid is what a decision maker may do with any case, not protected, in which
// something has been paid too much and is not settled.
var onOverpaid = append(seeAll(Identity, Compensation), CommunicateRecovery, DecideRecovery)

// asHost is what the provider may do while it has the person or the question.
var asHost = append(seeAll(Identity, Placements, Attendance), AnswerForProvider, StartPlacement, EndPlacement, ProposeChange, ConfirmAttendance)

// asParticipant is what one may do with one's own case.
var asParticipant = append(seeAll(Parts...), AssessMyself, SendAppeal, AnswerPlan, AnswerOffer, ReportAttendance, GiveConsent, RevokeConsent,
	EnterPayAccount, GiveView, EnterHousehold, EndHousehold)

// inOffice is what a role may do that concerns no single case.
var inOffice = map[Role][]Act{
	CaseManager:   {RegisterEnquiry, SearchPersons, SeeCatalogue, MeetAsTeam, SeeEvidence, SeeSums},
	Assessor:      {RegisterEnquiry, SearchPersons, SeeCatalogue, MeetAsTeam, SeeEvidence, SeeSums},
	DecisionMaker: {SearchPersons, SeeCatalogue, SeeEvidence, SeeRecoveries, SeeSums},
	PaymentOfficer: {SearchPersons, SeePayments, PreparePayments, AttestPayments, SendPayments, SeePaymentFile, RepeatPayment,
		SeePayer, SeeLedger, SeeRates, PrepareRates, ApproveRates, SeeRecoveries, RecordRepayment, SeeEvidence},
	ProviderSupervisor: {SeeCatalogue, SeeEvidence, ChangeEntry, SeeOwnPlaces, ChangeCapacity},
	Partner:            {SearchPersons, SeeCatalogue, SeeEvidence, SeeSums},
	Manager:            {SearchPersons, SeeCatalogue, SeeEvidence, AddEntry, ChangeEntry, SeeRates, ApproveRates, SeeFigures, SeeAggregates, SeeSums, LoadBenefit},
	// An evaluator asks what works, not with whom: a list or a row for each person, also
	// under a number, would tell more than the question needs.
	Evaluator:     {SeeAggregates, SeeEvidence},
	Administrator: {SeeEvidence, SeeAccounts, SetPayer, SeePayer},
	Auditor:       {SeeEvidence, ReadJournal, SeeLedger},
}

// mayBreakGlass are the roles that can open a case in an emergency.
var mayBreakGlass = []Role{CaseManager, Assessor, DecisionMaker}

// MayInOffice tells whether the role may do something that concerns no single case.
func MayInOffice(a Actor, act Act) Verdict {
	if slices.Contains(inOffice[a.Role], act) {
		return Verdict{Allowed: true, Rule: "duty"}
	}
	return Verdict{Rule: "role"}
}

func seeAll(parts ...Part) []Act {
	acts := make([]Act, 0, len(parts)+14) // room for what follows, so that append copies nothing
	for _, p := range parts {
		acts = append(acts, See(p))
	}
	return acts
}
