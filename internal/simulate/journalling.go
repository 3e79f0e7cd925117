package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
)

// acts are what was done when a line came into the journey.
var acts = map[casefile.EventKind]access.Act{
	casefile.EnquiryRegistered: access.RegisterEnquiry, casefile.EligibilityJudged: access.JudgeEligibility,
	casefile.AssessmentCompleted: access.Assess, casefile.DecisionMade: access.GrantOrRefuse,
	casefile.ManagerAssigned: access.AssignManager, casefile.ManagerChanged: access.AssignManager,
	casefile.DecisionRefused: access.GrantOrRefuse, casefile.ProgrammeStarted: access.StartProgramme, casefile.PlanProposed: access.WritePlan,
	casefile.PlanAgreed: access.AnswerPlan, casefile.PlanNotAgreed: access.AnswerPlan,
	casefile.Referred: access.Refer, casefile.Queued: access.Refer, casefile.Offered: access.Refer,
	casefile.OfferAccepted: access.AnswerOffer, casefile.OfferDeclined: access.AnswerOffer,
	casefile.PlacementStarted: access.StartPlacement, casefile.PlacementEnded: access.EndPlacement,
	casefile.ContactHeld: access.HoldContact, casefile.StepMoved: access.MoveStep,
	casefile.ExitRecorded: access.RecordExit, casefile.OutcomeRecorded: access.RecordOutcome,
	casefile.ConsentGiven: access.GiveConsent, casefile.ConsentRevoked: access.RevokeConsent,
	casefile.CaseClosed: access.CloseCase, casefile.WeekCorrected: access.PreparePayments,
	casefile.RecoveryTold: access.CommunicateRecovery, casefile.RecoveryAnswered: access.GiveView, casefile.RecoveryDecided: access.DecideRecovery,
	casefile.RecoveryRepaid: access.RecordRepayment, casefile.ConsequenceRecorded: access.RecordConsequence,
}

// journalled are the entries of a story: an act for each line of its journey, and a
// read before each contact, when the case manager opens the case.
func (l *loading) journalled(s *Story) {
	for _, e := range s.Events {
		act := acts[e.Kind]
		entry := journal.Entry{At: e.At, Kind: journal.Act, Act: act.Name, Ground: "team", Account: string(e.Actor),
			AccountName: e.ActorName, Case: string(s.Case.ID), Person: string(s.Case.Person), Detail: "{}"}
		l.sign(&entry, e, s.Account)
		if e.Kind == casefile.ContactHeld {
			read := entry
			read.At, read.Kind, read.Act = e.At.Add(-20*time.Minute), journal.Read, access.See(access.Overview).Name
			l.entries = append(l.entries, read)
		}
		l.entries = append(l.entries, entry)
	}
}

// sign says as what somebody acted and on what ground.
func (l *loading) sign(entry *journal.Entry, e casefile.Event, participant ident.ID) {
	if e.Actor == participant {
		entry.Role, entry.Ground = string(access.Participant), "own"
		if e.Kind == casefile.AssessmentCompleted {
			entry.Act = access.AssessMyself.Name
		}
		return
	}
	account := l.staff[e.Actor.String()]
	entry.Role, entry.Organisation = string(account.Role), l.organisations[account.Organisation]
	switch account.Role {
	case access.ProviderSupervisor:
		entry.Ground = "host"
		if e.Kind == casefile.OfferAccepted || e.Kind == casefile.OfferDeclined {
			entry.Act = access.AnswerForProvider.Name
		}
	case access.Assessor, access.DecisionMaker, access.PaymentOfficer:
		entry.Ground = "duty"
	}
}
