package casefile

// What can happen in a case. The sentence of each is the text "event.<kind>", with
// the event's values in it.
const (
	EnquiryRegistered   EventKind = "enquiry_registered"
	EligibilityJudged   EventKind = "eligibility_judged"
	AssessmentCompleted EventKind = "assessment_completed"
	DecisionMade        EventKind = "decision_made"
	DecisionRefused     EventKind = "decision_refused"
	LetterGot           EventKind = "letter_got" // the day the person got a decision
	AppealReceived      EventKind = "appeal_received"
	AppealRejected      EventKind = "appeal_rejected" // as too late
	AppealAnswered      EventKind = "appeal_answered" // the decision was reconsidered
	AppealForwarded     EventKind = "appeal_forwarded"
	AppealWithdrawn     EventKind = "appeal_withdrawn"
	CourtDecided        EventKind = "court_decided"
	ManagerAssigned     EventKind = "manager_assigned"
	ManagerChanged      EventKind = "manager_changed"
	StaffNamed          EventKind = "staff_named"
	StaffReleased       EventKind = "staff_released"
	ProgrammeStarted    EventKind = "programme_started"
	PlanProposed        EventKind = "plan_proposed"
	PlanAgreed          EventKind = "plan_agreed"
	PlanNotAgreed       EventKind = "plan_not_agreed"
	Referred            EventKind = "referred"
	Queued              EventKind = "queued"
	Offered             EventKind = "offered"
	OfferAccepted       EventKind = "offer_accepted"
	OfferDeclined       EventKind = "offer_declined"
	OfferLapsed         EventKind = "offer_lapsed"
	PlacementStarted    EventKind = "placement_started"
	PlacementEnded      EventKind = "placement_ended"
	AttendanceReported  EventKind = "attendance_reported"
	AttendanceConfirmed EventKind = "attendance_confirmed"
	AttendanceSettled   EventKind = "attendance_settled"
	WeekCalculated      EventKind = "week_calculated"
	PaymentAttested     EventKind = "payment_attested"
	WeekCorrected       EventKind = "week_corrected"     // it had been calculated before
	OverpaymentFound    EventKind = "overpayment_found"  // a corrected week was paid too much
	PaymentTakenBack    EventKind = "payment_taken_back" // it changed before it was sent, and comes anew
	PaymentSent         EventKind = "payment_sent"
	PaymentPaid         EventKind = "payment_paid"
	PaymentFailed       EventKind = "payment_failed"
	PayAccountChanged   EventKind = "pay_account_changed" // says nothing of the account
	RecoveryTold        EventKind = "recovery_told"       // the statement of what was paid too much was sent
	RecoveryAnswered    EventKind = "recovery_answered"   // the participant's view of it; says nothing of what
	RecoveryShrunk      EventKind = "recovery_shrunk"     // a later calculation took some of it back
	RiseKept            EventKind = "rise_kept"           // a corrected week rose by what was let be kept of it
	ClaimRaised         EventKind = "claim_raised"        // a week that is claimed of rose, and was paid: to be looked at again
	RecoveryDecided     EventKind = "recovery_decided"
	RecoveryRedecided   EventKind = "recovery_redecided"
	RecoveryRepaid      EventKind = "recovery_repaid"
	RecoveryClosed      EventKind = "recovery_closed"
	ContactHeld         EventKind = "contact_held"
	StepMoved           EventKind = "step_moved"
	ExitRecorded        EventKind = "exit_recorded"
	OutcomeRecorded     EventKind = "outcome_recorded"
	ConsentGiven        EventKind = "consent_given"
	ConsentRevoked      EventKind = "consent_revoked"
	CaseClosed          EventKind = "case_closed"
	ChildAdded          EventKind = "child_added" // says nothing of which child
	ChildChanged        EventKind = "child_changed"
	ChildRemoved        EventKind = "child_removed"
	HouseholdWarned     EventKind = "household_warned" // something new to look at; says nothing of what
	HouseholdSeen       EventKind = "household_seen"   // somebody has looked at all of it
)
