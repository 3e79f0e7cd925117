package access

// Part is a part of a case that can be opened by itself, to another organisation
// by consent or to a role by its task.
type Part string

const (
	Identity     Part = "identity" // name and contact
	Overview     Part = "overview" // goal, ladder, week, journey
	Eligibility  Part = "eligibility"
	Assessment   Part = "assessment"
	Decisions    Part = "decisions"
	Plan         Part = "plan"
	Placements   Part = "placements"
	Attendance   Part = "attendance"
	Compensation Part = "compensation"
	Household    Part = "household" // costs, incomes and members, and who has said so
	Contacts     Part = "contacts"
	Outcomes     Part = "outcomes"
	Readers      Part = "readers" // who can see, and who has seen
)

// Parts is every part, in the order of the pages.
var Parts = []Part{
	Identity, Overview, Eligibility, Assessment, Decisions, Plan, Placements, Attendance,
	Compensation, Household, Contacts, Outcomes, Readers,
}

// Shareable are the parts that a participant can open to another organisation. What the
// social services know of a household is not among them: it stays there (OSL (2009:400)
// 26 kap. 1 §).
var Shareable = []Part{Overview, Assessment, Plan, Placements, Attendance, Contacts}

// Act is something that can be asked for: to see a part of a case, or to do a
// named thing with it.
type Act struct {
	Name string
	Part Part
	See  bool
}

// See is the act of reading a part of a case.
func See(p Part) Act { return Act{Name: "see_" + string(p), Part: p, See: true} }

func do(name string, p Part) Act { return Act{Name: name, Part: p} }

// look is the act of reading something that is no part of a case.
func look(name string) Act { return Act{Name: name, See: true} }

// What is done with a case.
var (
	JudgeEligibility  = do("judge_eligibility", Eligibility)
	Assess            = do("assess", Assessment)        // rate as a professional
	AssessMyself      = do("assess_myself", Assessment) // rate as the participant
	GrantOrRefuse     = do("grant_or_refuse", Decisions)
	ChangeDecision    = do("change_decision", Decisions) // extend, pause, resume, stop
	NoteLetterGot     = do("note_letter_got", Decisions) // that the person has got a letter
	SendAppeal        = do("send_appeal", Decisions)     // as the participant: appeal, ask to reconsider, withdraw
	RegisterAppeal    = do("register_appeal", Decisions) // that has come on paper, and its withdrawal
	Reconsider        = do("reconsider", Decisions)      // judge an appeal, hand it over, note what the court said
	StartProgramme    = do("start_programme", Decisions) // note that the participant has begun
	AssignManager     = do("assign_manager", Readers)
	NameStaff         = do("name_staff", Readers)
	WritePlan         = do("write_plan", Plan)
	AnswerPlan        = do("answer_plan", Plan)
	PassOver          = do("pass_over", Placements) // choose a proposed place away, or take that back
	Refer             = do("refer", Placements)
	AnswerOffer       = do("answer_offer", Placements)        // as the participant
	AnswerForProvider = do("answer_for_provider", Placements) // as the provider
	StartPlacement    = do("start_placement", Placements)
	EndPlacement      = do("end_placement", Placements)
	ProposeChange     = do("propose_change", Placements) // of a running placement, as the provider
	DecideChange      = do("decide_change", Placements)
	ReportAttendance  = do("report_attendance", Attendance)
	ConfirmAttendance = do("confirm_attendance", Attendance)
	SettleAttendance  = do("settle_attendance", Attendance)
	HoldContact       = do("hold_contact", Contacts)
	MoveStep          = do("move_step", Assessment)
	RecordExit        = do("record_exit", Outcomes)
	RecordOutcome     = do("record_outcome", Outcomes)
	CloseCase         = do("close_case", Overview)
	GiveConsent       = do("give_consent", Readers)
	RevokeConsent     = do("revoke_consent", Readers)
	CorrectPerson     = do("correct_person", Identity)
	EnterPayAccount   = do("enter_pay_account", Compensation)

	CommunicateRecovery = do("communicate_recovery", Compensation) // send the statement of what was paid too much
	GiveView            = do("give_view", Compensation)            // on it, as the participant or for them
	DecideRecovery      = do("decide_recovery", Compensation)

	// That assistance is reduced or denied is decided by social services and not here: what
	// they have decided is recorded, with the main obstacle that it is reported by.
	RecordObstacle    = do("record_obstacle", Decisions)
	TakeBackObstacle  = do("take_back_obstacle", Decisions)
	RecordConsequence = do("record_consequence", Decisions)
	UndoConsequence   = do("undo_consequence", Decisions)

	EnterHousehold   = do("enter_household", Household) // state a row, or state it anew
	EndHousehold     = do("end_household", Household)   // that it holds no more, or was a mistake
	ConfirmHousehold = do("confirm_household", Household)
	TakeRegisterFile = do("take_register_file", Household)
)

// What is done with the municipality as a whole and concerns no single case. See
// MayInOffice.
var (
	RegisterEnquiry = do("register_enquiry", "")
	SearchPersons   = look("search_persons")
	SeeCatalogue    = look("see_catalogue")
	MeetAsTeam      = look("meet_as_team")   // the team's queue of participants with hours to fill
	SeeEvidence     = look("see_evidence")   // what is known of interventions elsewhere
	AddEntry        = do("add_entry", "")    // of an intervention in the catalogue
	ChangeEntry     = do("change_entry", "") // a provider its own part of its own; who may add, everything
	SeeOwnPlaces    = look("see_own_places")
	ChangeCapacity  = do("change_capacity", "")
	SeePayments     = look("see_payments")
	PreparePayments = do("prepare_payments", "")
	AttestPayments  = do("attest_payments", "")
	SendPayments    = do("send_payments", "") // make the bank's file, note that it is sent, take in its answer
	RepeatPayment   = do("repeat_payment", "")
	SeePaymentFile  = look("see_payment_file")
	SetPayer        = do("set_payer", "") // the municipality's own account and chart
	SeePayer        = look("see_payer")
	SeeLedger       = look("see_ledger")
	SeeRates        = look("see_rates")
	PrepareRates    = do("prepare_rates", "") // enter amounts and rules of a new year, or a correction
	ApproveRates    = do("approve_rates", "") // by somebody else
	SeeRecoveries   = look("see_recoveries")
	RecordRepayment = do("record_repayment", "")
	SeeFigures      = look("see_figures")    // the manager's, with the cases behind them
	SeeAggregates   = look("see_aggregates") // counts without persons, small groups withheld
	SeeSums         = look("see_sums")       // the reckoners, which are about nobody
	LoadBenefit     = do("load_benefit", "") // months with assistance from a register file
	SeeAccounts     = look("see_accounts")
	ReadJournal     = look("read_journal")
	// Coming in asks for no ground beside the account itself.
	SignIn       = do("sign_in", "")
	ClaimAccount = do("claim_account", "")
	AddAccount   = do("add_account", "")    // by whoever runs the program
	ActByCommand = do("act_by_command", "") // likewise, in the name of an account
)

// CaseActs is everything that can be done with a case.
var CaseActs = []Act{
	JudgeEligibility, Assess, AssessMyself, GrantOrRefuse, ChangeDecision, NoteLetterGot, SendAppeal, RegisterAppeal, Reconsider, StartProgramme,
	AssignManager, NameStaff, WritePlan,
	AnswerPlan, PassOver, Refer, AnswerOffer, AnswerForProvider, StartPlacement, EndPlacement, ProposeChange, DecideChange, ReportAttendance,
	ConfirmAttendance, SettleAttendance, HoldContact, MoveStep, RecordExit, RecordOutcome, CloseCase, GiveConsent,
	RevokeConsent, CorrectPerson, EnterPayAccount, CommunicateRecovery, GiveView, DecideRecovery,
	RecordObstacle, TakeBackObstacle, RecordConsequence, UndoConsequence,
	EnterHousehold, EndHousehold, ConfirmHousehold, TakeRegisterFile,
}

// OfficeActs is everything that can be done and concerns no single case.
var OfficeActs = []Act{
	RegisterEnquiry, SearchPersons, SeeCatalogue, MeetAsTeam, SeeEvidence, AddEntry, ChangeEntry, SeeOwnPlaces, ChangeCapacity, SeePayments, PreparePayments,
	AttestPayments, SendPayments, SeePaymentFile, RepeatPayment, SetPayer, SeePayer, SeeLedger, SeeRates, PrepareRates,
	ApproveRates, SeeRecoveries, RecordRepayment, SeeFigures, SeeAggregates, SeeSums, LoadBenefit, SeeAccounts, ReadJournal,
}

// AtTheDoor is what is journalled before there is anything to ask for.
var AtTheDoor = []Act{SignIn, ClaimAccount, AddAccount, ActByCommand}

// Why somebody came in, or did not, as the journal says it.
const (
	RoleHeld       = "role_held"
	UnknownAccount = "unknown_account" // vouched for, and nobody here
	NoRole         = "no_role"         // none that both the account and the provider give
	Operator       = "operator"        // whoever runs the program, at its command line
)

// GroundsAtTheDoor are the grounds of what is done there, beside Grounds.
var GroundsAtTheDoor = []string{RoleHeld, UnknownAccount, NoRole, Operator}

// What the house does by itself, for nobody to ask for, and on what ground.
var (
	OfferToNext = do("offer_to_next", Placements) // hours came free and somebody waits
	LapseOffer  = do("lapse_offer", Placements)   // the last day to answer has passed
)

// TimeCame is the ground of what the house does by itself.
const TimeCame = "time_came"

// ByTheClock is everything that the house does by itself and nobody else may.
var ByTheClock = []Act{OfferToNext, LapseOffer}

// Acts is everything that can be asked for of a case: to see each part, and each
// of CaseActs.
func Acts() []Act { return append(seeAll(Parts...), CaseActs...) }
