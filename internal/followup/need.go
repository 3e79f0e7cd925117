package followup

import (
	"cmp"
	"slices"

	"fotfaste/internal/period"
)

// NeedKind is why a case asks for its case manager.
type NeedKind string

const (
	AppealToCarryOut   NeedKind = "appeal_to_carry_out"  // a new decision has been promised, or the court asks for one
	AppealToForward    NeedKind = "appeal_to_forward"    // to the court
	AppealToReconsider NeedKind = "appeal_to_reconsider" // or a request to reconsider, without an appeal
	ProgrammeToStart   NeedKind = "programme_to_start"   // the granted time has begun, nobody has said so
	OfferRunsOut       NeedKind = "offer_runs_out"
	ContactDue         NeedKind = "contact_due"     // today, or overdue
	PaymentStopped     NeedKind = "payment_stopped" // there is no account that can be paid to
	AttendanceConflict NeedKind = "attendance_conflict"
	PlanMissing        NeedKind = "plan_missing"
	PlanToAgree        NeedKind = "plan_to_agree"    // proposed, not answered
	ChangeToDecide     NeedKind = "change_to_decide" // proposed by the provider of a running placement
	RecoveryToTell     NeedKind = "recovery_to_tell" // paid too much, and the participant has not been told
	OutcomeToAsk       NeedKind = "outcome_to_ask"
	HouseholdToSee     NeedKind = "household_to_see" // a new warning of the household's picture
	ExitToNote         NeedKind = "exit_to_note"     // stopped by a decision: where did they go?
	ProgrammeEnds      NeedKind = "programme_ends"
	AssessmentDue      NeedKind = "assessment_due"
	HoursToFill        NeedKind = "hours_to_fill"
)

// NeedKinds are all kinds, the most pressing first.
func NeedKinds() []NeedKind {
	return []NeedKind{AppealToCarryOut, AppealToForward, AppealToReconsider, ProgrammeToStart, OfferRunsOut, PaymentStopped,
		ContactDue, AttendanceConflict, ChangeToDecide, PlanMissing, PlanToAgree,
		RecoveryToTell, HouseholdToSee, OutcomeToAsk, ExitToNote, ProgrammeEnds, AssessmentDue, HoursToFill}
}

// Stage is where a case stands, as far as needs go.
type Stage string

const (
	BeforeStart Stage = "before_start" // granted
	TakingPart  Stage = "taking_part"
	Resting     Stage = "resting" // paused
	HasLeft     Stage = "after_exit"
)

// Situation is what is known of a case. A day that is not there is nil.
type Situation struct {
	Stage        Stage
	Programme    *period.Span // granted, with extensions
	NextContact  *period.Day
	OfferUntil   *period.Day // last day to answer the offer that runs out first
	Stopped      int         // payments that wait for an account
	Conflicts    int         // attendance days on which participant and provider differ
	PlanStands   bool        // a version has been answered
	PlanProposed *period.Day // when the version that waits for an answer was proposed
	Progression  *period.Day // when the progression was last asked about
	AskEvery     int         // months between two times that it is
	Unfilled     int         // hours per week of ability that the plan does not fill
	OutcomeDue   *period.Day // the first outcome that nobody has noted
	ExitMissing  bool
	Overpaid     *period.Day // when the oldest recovery that the participant has not been told of was opened
	Household    *period.Day // when the oldest warning of the household came that nobody has looked at
	Change       *period.Day // when the oldest change of a running placement was proposed that waits for an answer
	PlanWithin   int         // days from the start in which there is to be a plan
	Appeals      Appeals
}

// Appeals is when the oldest appeal came that waits for each thing.
type Appeals struct {
	Received *period.Day // to be reconsidered
	Promised *period.Day // for the new decision
	Answered *period.Day // to be handed over to the court
}

// Need is one thing that asks for the case manager.
type Need struct {
	Kind  NeedKind
	On    *period.Day // the day that it is about
	Late  int         // days after that day, 0 until then
	Count int         // of days in conflict, payments or hours to fill
	Now   bool        // asks today; what does not can wait for its turn
}

const (
	// endsSoon is how many days before the last granted day an extension must be
	// thought of: the decision is somebody else's and takes its time.
	endsSoon = 42
	// answerWithin is how many days a proposed plan can wait before it presses.
	answerWithin = 7
	// appealWithin is how many days an appeal can wait to be reconsidered before it
	// presses: it is to be handed over without delay (FL (2017:900) 46 §).
	appealWithin = 7
)

// Needs is what the case asks for on the day, the most pressing first.
func Needs(s Situation, on period.Day) []Need {
	var needs []Need
	add := func(kind NeedKind, day *period.Day, count int, now bool) {
		n := Need{Kind: kind, On: day, Count: count, Now: now}
		if day != nil {
			n.Late = max(0, int(on-*day))
		}
		needs = append(needs, n)
	}
	if day := s.Appeals.Promised; day != nil {
		add(AppealToCarryOut, day, 0, true)
	}
	if day := s.Appeals.Answered; day != nil {
		add(AppealToForward, day, 0, true)
	}
	if day := s.Appeals.Received; day != nil {
		add(AppealToReconsider, day, 0, on > day.AddDays(appealWithin))
	}
	come := func(day *period.Day) bool { return day != nil && *day <= on }
	switch s.Stage {
	case BeforeStart:
		if s.Programme != nil && s.Programme.Contains(on) {
			add(ProgrammeToStart, &s.Programme.From, 0, true)
		}
	case HasLeft:
		if s.ExitMissing {
			add(ExitToNote, nil, 0, true)
		}
		if come(s.OutcomeDue) {
			add(OutcomeToAsk, s.OutcomeDue, 0, true)
		}
	}
	if come(s.NextContact) {
		add(ContactDue, s.NextContact, 0, true)
	}
	if s.OfferUntil != nil {
		add(OfferRunsOut, s.OfferUntil, 0, *s.OfferUntil <= on.AddDays(SoonDays))
	}
	if s.Stopped > 0 {
		add(PaymentStopped, nil, s.Stopped, true)
	}
	if s.Conflicts > 0 {
		add(AttendanceConflict, nil, s.Conflicts, true)
	}
	if s.Overpaid != nil {
		add(RecoveryToTell, s.Overpaid, 0, true)
	}
	if s.Household != nil {
		add(HouseholdToSee, s.Household, 0, on > s.Household.AddDays(answerWithin))
	}
	if s.Change != nil {
		add(ChangeToDecide, s.Change, 0, true)
	}
	if s.PlanProposed != nil {
		add(PlanToAgree, s.PlanProposed, 0, on > s.PlanProposed.AddDays(answerWithin))
	}
	if s.Stage == TakingPart || s.Stage == Resting {
		needs = append(needs, s.whileTakingPart(on)...)
	}
	slices.SortStableFunc(needs, compareNeeds)
	return needs
}

// whileTakingPart is what only somebody who has a place in the programme asks for.
func (s Situation) whileTakingPart(on period.Day) []Need {
	var needs []Need
	if s.Programme != nil {
		if !s.PlanStands && s.PlanProposed == nil {
			by := s.Programme.From.AddDays(s.PlanWithin)
			needs = append(needs, Need{Kind: PlanMissing, On: &by, Late: max(0, int(on-by)), Now: by <= on})
		}
		if s.Programme.To <= on.AddDays(endsSoon) {
			needs = append(needs, Need{Kind: ProgrammeEnds, On: &s.Programme.To, Late: max(0, int(on-s.Programme.To)),
				Now: s.Programme.To <= on.AddDays(endsSoon/3)})
		}
		if due := s.nextProgression(); s.AskEvery > 0 && due <= on {
			needs = append(needs, Need{Kind: AssessmentDue, On: &due, Late: int(on - due)})
		}
	}
	if s.Stage == TakingPart && s.Unfilled > 0 && (s.PlanStands || s.PlanProposed != nil) {
		needs = append(needs, Need{Kind: HoursToFill, Count: s.Unfilled})
	}
	return needs
}

func (s Situation) nextProgression() period.Day {
	last := s.Programme.From
	if s.Progression != nil {
		last = max(last, *s.Progression)
	}
	return last.AddMonths(s.AskEvery)
}

// compareNeeds puts what asks today first, then the kinds in their order, then what
// is latest.
func compareNeeds(a, b Need) int {
	if a.Now != b.Now {
		return map[bool]int{true: -1, false: 1}[a.Now]
	}
	return cmp.Or(cmp.Compare(weight(a.Kind), weight(b.Kind)), -cmp.Compare(a.Late, b.Late))
}

func weight(k NeedKind) int { return slices.Index(NeedKinds(), k) }

// CompareCases puts the case that needs its case manager most first. A case that asks
// for nothing comes last.
func CompareCases(a, b []Need) int {
	for i := range min(len(a), len(b)) {
		if c := compareNeeds(a[i], b[i]); c != 0 {
			return c
		}
	}
	return -cmp.Compare(len(a), len(b))
}
