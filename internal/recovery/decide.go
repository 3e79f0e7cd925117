package recovery

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Choice is what a decision does with the amount that it is about.
type Choice string

const (
	ClaimAll  Choice = "claim_all"
	ClaimPart Choice = "claim_part" // the rest is not to be paid back
	WaiveAll  Choice = "waive_all"
)

// Choices are all there are.
func Choices() []Choice { return []Choice{ClaimAll, ClaimPart, WaiveAll} }

// Draft is a decision before it is made.
type Draft struct {
	Choice Choice
	Part   money.Kronor // to be paid back, of ClaimPart
	Reason string
	Plan   Plan // of a claim
}

// Decision is a decision as it was made. Claim and Waive make up Amount.
type Decision struct {
	ID       ident.ID
	Recovery ident.ID
	Number   int // in the recovery, from one
	At       time.Time
	By       ident.ID     // account
	Amount   money.Kronor // what it is about: all that was undecided, or all that was left
	Claim    money.Kronor
	Waive    money.Kronor
	Reason   string
	Plan     Plan // of what is claimed
}

// LeastReason is the shortest reason, in characters.
const LeastReason = 20

// Maker is who decides, and when.
type Maker struct {
	Account ident.ID
	Today   period.Day
	RunBy   []ident.ID // who prepared and who attested the run that found it
}

// Decide is the recovery after its first decision. NotAllowed to who prepared or
// attested the run, Conflict where it is too early or decided already, Invalid with a
// message beside each field (choice, part, reason and those of Plan).
func (r Recovery) Decide(draft Draft, maker Maker) (Recovery, Decision, error) {
	if err := r.Can(Decide, maker.Today); err != nil {
		return r, Decision{}, err
	}
	made, err := draft.on(r.Undecided(), maker)
	if err != nil {
		return r, made, err
	}
	r.Weeks = slices.Clone(r.Weeks)
	share(r.Weeks, made.Claim)
	r.Claimed, r.Waived, r.State = made.Claim, made.Waive, Claimed
	if made.Claim == 0 {
		r.State, r.Ending = Closed, Waived
	}
	return r, made, nil
}

// DecideAgain is the recovery after a later decision, which takes the place of the one
// before it for all that is left: less is claimed, nothing, or as much by another plan.
// Its errors are those of Decide.
func (r Recovery) DecideAgain(draft Draft, maker Maker) (Recovery, Decision, error) {
	if err := r.Can(DecideAgain, maker.Today); err != nil {
		return r, Decision{}, err
	}
	made, err := draft.on(r.Left(), maker)
	if err != nil {
		return r, made, err
	}
	r.Weeks = slices.Clone(r.Weeks)
	drop(r.Weeks, made.Waive)
	if r.Dropped += made.Waive; r.Left() == 0 {
		r.State, r.Ending = Closed, Dropped
	}
	return r, made, nil
}

// on is the decision that the draft makes of an amount.
func (d Draft) on(amount money.Kronor, maker Maker) (Decision, error) {
	if slices.Contains(maker.RunBy, maker.Account) {
		return Decision{}, fault.New(fault.NotAllowed, "recovery.own_run")
	}
	made := Decision{By: maker.Account, Amount: amount, Reason: strings.TrimSpace(d.Reason)}
	var faults fault.Fields
	switch d.Choice {
	case ClaimAll:
		made.Claim = amount
	case ClaimPart:
		made.Claim = d.Part
		faults.Check(d.Part > 0 && d.Part < amount, "part", "recovery.part_out_of_range", "Most", amount-1)
	case WaiveAll:
	default:
		faults.Add("choice", "recovery.choice_unknown")
	}
	made.Waive = amount - made.Claim
	faults.Check(utf8.RuneCountInString(made.Reason) >= LeastReason, "reason", "recovery.reason_short", "Least", LeastReason)
	if made.Claim > 0 && len(faults) == 0 {
		made.Plan = d.Plan
		d.Plan.check(made.Claim, maker.Today, &faults)
	}
	return made, faults.Err()
}

// share gives the weeks their part of what is claimed, the first week first. The rest of
// each is forgiven.
func share(weeks []Week, claim money.Kronor) {
	for i := range weeks {
		weeks[i].Claimed = min(claim, weeks[i].Stands())
		weeks[i].Forgiven = weeks[i].Stands() - weeks[i].Claimed
		claim -= weeks[i].Claimed
	}
}

// drop gives the weeks their part of what is not claimed any longer, the last week
// first: what has been repaid covers the first weeks (RepaidOf), and the two can never
// meet in a krona, since together they are at most what was claimed.
func drop(weeks []Week, dropped money.Kronor) {
	for i := range slices.Backward(weeks) {
		part := min(dropped, weeks[i].Stands()-weeks[i].Forgiven)
		weeks[i].Forgiven += part
		dropped -= part
	}
}

// RepaidOf is what has been repaid of each of the weeks, in the same order: the first
// week's claim is covered first.
func (r Recovery) RepaidOf() []money.Kronor {
	left, parts := r.Repaid, make([]money.Kronor, len(r.Weeks))
	for i, w := range r.Weeks {
		parts[i] = min(left, w.Claimed)
		left -= parts[i]
	}
	return parts
}

// StillClaimed is what is to be paid back of each of the weeks, in the same order.
func (r Recovery) StillClaimed() []money.Kronor {
	parts := r.RepaidOf()
	for i, w := range r.Weeks {
		parts[i] = w.Claimed - w.dropped() - parts[i]
	}
	return parts
}

// dropped is what a later decision has let go of the week's claim.
func (w Week) dropped() money.Kronor {
	if w.Claimed == 0 {
		return 0
	}
	return w.Forgiven - (w.Stands() - w.Claimed)
}

// Repay is the recovery when some of what is claimed has been paid back, on a day from
// that of the first decision to today. Conflict where nothing is claimed, Invalid with
// a message beside day or amount.
func (r Recovery) Repay(amount money.Kronor, day, decidedOn, today period.Day) (Recovery, error) {
	if err := r.Can(TakeInReturn, today); err != nil {
		return r, err
	}
	var faults fault.Fields
	faults.Check(amount > 0 && amount <= r.Left(), "amount", "recovery.repays_too_much", "Left", r.Left())
	faults.Check(day >= decidedOn, "day", "recovery.repaid_before", "Day", decidedOn)
	faults.Check(day <= today, "day", "recovery.repaid_ahead")
	if err := faults.Err(); err != nil {
		return r, err
	}
	if r.Repaid += amount; r.Left() == 0 {
		r.State, r.Ending = Closed, Repaid
	}
	return r, nil
}
