package casework

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/letter"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

// tellOverpaid writes the statement of what was paid too much.
func (d *desk) tellOverpaid(ctx context.Context, v store.Recovery, answerBy period.Day) error {
	frame, contact, err := d.fromUs(ctx)
	if err != nil {
		return err
	}
	facts := letter.PaidTooMuch{Frame: frame, Amount: v.Undecided(), AnswerBy: answerBy, By: d.Actor.Name, Contact: contact}
	for i, w := range v.Weeks {
		if w.Stands() > 0 {
			facts.Weeks = append(facts.Weeks, letter.PaidWeek{Week: w.Week, Paid: v.Found[i].Before.Total(), Worth: v.Found[i].After.Total(),
				Stands: w.Stands(), Why: w.Why})
		}
	}
	return d.writeLetter(ctx, v.ID, func(words letter.Words) letter.Letter { return letter.OfOverpayment(words, facts) })
}

// tellRecovery writes the letter of a decision on what was paid too much, which may be
// the answer to appeals.
func (d *desk) tellRecovery(ctx context.Context, made recovery.Decision, answered []FiledAppeal) error {
	frame, contact, err := d.fromUs(ctx)
	if err != nil {
		return err
	}
	appeal, err := d.howToAppeal()
	if err != nil {
		return err
	}
	account, err := d.paysBackTo(ctx)
	if err != nil {
		return err
	}
	facts := letter.RecoveryDecided{Frame: frame, Made: made, Account: account, By: d.Actor.Name, Contact: contact, Appeal: appeal}
	for _, a := range answered {
		facts.Answers = append(facts.Answers, a.Appeal)
	}
	return d.writeLetter(ctx, made.ID, func(words letter.Words) letter.Letter { return letter.OfRecovery(words, facts) })
}

// paysBackTo is the municipality's account as it is written, "" where none has been
// entered.
func (d *desk) paysBackTo(ctx context.Context) (string, error) {
	p, err := d.Payer(ctx)
	if fault.CodeOf(err) == fault.NotFound {
		return "", nil
	}
	return payaccount.Account{Kind: payaccount.IBAN, IBAN: p.IBAN}.Full(), err
}

// fromUs is the frame of a letter and whom to ask about it.
func (d *desk) fromUs(ctx context.Context) (letter.Frame, string, error) {
	frame, err := d.letterFrame(ctx)
	if err != nil {
		return frame, "", err
	}
	contact, err := d.contactName(ctx)
	return frame, contact, err
}

// lettersOf are the letters about the recovery and its decisions, newest first.
func (d *desk) lettersOf(ctx context.Context, s RecoveryStory) ([]LetterLine, error) {
	lines, err := d.letterLines(ctx)
	var about []LetterLine
	for _, l := range lines {
		mine := l.Subject == s.ID
		for _, made := range s.Decisions {
			mine = mine || l.Subject == made.ID
		}
		if mine {
			about = append(about, l)
		}
	}
	return about, err
}

// toldOf is when the statement of the recovery was sent, the first time first. Its
// languages are one letter.
func (d *desk) toldOf(ctx context.Context, of store.Recovery) ([]time.Time, error) {
	all, err := d.Letters(ctx, of.Case)
	var told []time.Time
	for _, l := range slices.Backward(all) {
		if l.Subject == of.ID && !slices.ContainsFunc(told, l.MadeAt.Equal) {
			told = append(told, l.MadeAt)
		}
	}
	return told, err
}
