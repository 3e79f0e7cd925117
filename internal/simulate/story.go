package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// Story is everything about one case, in the order in which it came about.
type Story struct {
	Adult       *Adult              `json:"-"`
	Case        casefile.Case       `json:"case"`
	Account     ident.ID            `json:"account"`         // the participant's own, to sign in with
	SupportFrom period.Day          `json:"assistance_from"` // first day of assistance
	SupportTo   *period.Day         `json:"assistance_to"`   // nil while it goes on
	Verdict     *Verdict            `json:"verdict"`         // nil until judged
	Members     []casefile.Member   `json:"members"`
	Handovers   []casefile.Handover `json:"handovers"`
	Assessments []Assessment        `json:"assessments"`
	Decisions   []Decision          `json:"decisions"`
	Plans       []PlanVersion       `json:"plans"`
	Placements  []Placement         `json:"placements"`
	Attendance  []AttendanceDay     `json:"attendance"`
	Weeks       []PaidWeek          `json:"weeks"`
	Cuts        []Cut               `json:"cuts,omitempty"` // of assistance, by social services
	Overpaid    *Overpaid           `json:"overpaid,omitempty"`
	Contacts    []Contact           `json:"contacts"`
	StepMoves   []StepMove          `json:"step_moves"`
	Exit        *Exit               `json:"exit"` // nil where the case has not ended, or never began
	Outcomes    []Outcome           `json:"outcomes"`
	Consents    []Consent           `json:"consents"`
	Events      []casefile.Event    `json:"events"`
}

// Verdict is the proposal on who the programme is for.
type Verdict struct {
	ID      ident.ID                                `json:"id"`
	At      time.Time                               `json:"at"`
	By      ident.ID                                `json:"by"`
	Facts   eligibility.Facts                       `json:"facts"`
	Origins map[eligibility.Fact]eligibility.Origin `json:"origins"`
	Says    eligibility.Verdict                     `json:"says"`
}

// Decision is a formal decision with the advice that a refusal carries.
type Decision struct {
	decision.Decision
	Advice     []eligibility.Advice `json:"advice,omitempty"`
	Supersedes ident.ID             `json:"supersedes,omitempty"` // the newest one whose days it took over
}

// PlanVersion is a version of the plan with who wrote and answered it.
type PlanVersion struct {
	plan.Plan
	WrittenBy  ident.ID   `json:"written_by"`
	SavedAt    time.Time  `json:"saved_at"`
	ProposedAt *time.Time `json:"proposed_at"`
	AnsweredAt *time.Time `json:"answered_at"`
	AnsweredBy ident.ID   `json:"answered_by"`
	Answer     string     `json:"answer"` // why not, where it was not agreed
}

// Placement is a placement with how it came about.
type Placement struct {
	placement.Placement
	Track           plan.Track           `json:"track"`
	GateFacts       placement.GateFacts  `json:"gate_facts"`
	Gate            placement.GateResult `json:"gate"`
	ReferredBy      ident.ID             `json:"referred_by"`
	ReferredAt      time.Time            `json:"referred_at"`
	OfferedAt       *time.Time           `json:"offered_at"`
	ProviderSaid    string               `json:"provider_said"` // "", yes or no
	ParticipantSaid string               `json:"participant_said"`

	intervention int // index into the municipality's interventions
}

// AttendanceDay is a day at a placement with who said what and when.
type AttendanceDay struct {
	attendance.DayRecord
	ReportedAt  *time.Time `json:"reported_at,omitempty"`
	ReportedBy  ident.ID   `json:"reported_by,omitempty"`
	ConfirmedAt *time.Time `json:"confirmed_at,omitempty"`
	ConfirmedBy ident.ID   `json:"confirmed_by,omitempty"`
	SettledAt   *time.Time `json:"settled_at,omitempty"`
	SettledBy   ident.ID   `json:"settled_by,omitempty"`
}

// PaidWeek is a calculated week and the run that carries it. A week that has been
// calculated twice stands twice.
type PaidWeek struct {
	ID ident.ID `json:"id"`
	compensation.Week
	At          time.Time    `json:"at"`
	Run         ident.ID     `json:"run"`
	Carried     period.Week  `json:"carried"` // the run's own week
	Number      int          `json:"number"`  // of the calculation, from one
	Before      ledger.Worth `json:"before"`  // by the calculation before it
	Conflicts   int          `json:"conflicts"`
	Unconfirmed int          `json:"unconfirmed"`
}

// change is the calculation as the ledger posts it. No week stands as overpaid yet when
// it is calculated.
func (w *PaidWeek) change(of ident.ID) ledger.Change {
	return ledger.Change{Case: of, Week: w.Week.Week, Before: w.Before, Now: ledger.Worth{Base: w.Base, Child: w.Child}}
}

// Contact is a contact that was held or tried. The next one due stands on the case.
type Contact struct {
	ID ident.ID `json:"id"`
	followup.Contact
	DueOn period.Day `json:"due_on"`
	By    ident.ID   `json:"by"`
	At    time.Time  `json:"at"`
}

// StepMove is a move on the function ladder.
type StepMove struct {
	ID         ident.ID   `json:"id"`
	On         period.Day `json:"on"`
	From       int        `json:"from"` // 0 at the first assessment
	To         int        `json:"to"`
	Reason     string     `json:"reason"`
	Assessment ident.ID   `json:"assessment"`
	By         ident.ID   `json:"by"`
}

// Exit is where the participant went.
type Exit struct {
	ID   ident.ID          `json:"id"`
	On   period.Day        `json:"on"`
	Kind followup.ExitKind `json:"kind"`
	Note string            `json:"note"`
	By   ident.ID          `json:"by"`
	At   time.Time         `json:"at"`
}

// Outcome is how it went, asked for some months after the exit.
type Outcome struct {
	ID    ident.ID   `json:"id"`
	DueOn period.Day `json:"due_on"`
	followup.Outcome
	At *time.Time `json:"at"` // nil until recorded
	By ident.ID   `json:"by"`
}

// Consent opens a part of the case to another organisation.
type Consent struct {
	ID           ident.ID    `json:"id"`
	Organisation ident.ID    `json:"organisation"`
	Part         access.Part `json:"part"`
	From         period.Day  `json:"from"`
	Until        period.Day  `json:"until"`
	At           time.Time   `json:"at"`
	RevokedAt    *time.Time  `json:"revoked_at"`
}
