package casework

import (
	"context"
	"errors"

	"fotfaste/internal/clock"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// tellDecision writes the letter of a decision that has just been made.
func (d *desk) tellDecision(ctx context.Context, made decision.Decision, advice []eligibility.Advice, folded decision.Folded) error {
	frame, err := d.letterFrame(ctx)
	if err != nil {
		return err
	}
	contact, err := d.contactName(ctx)
	if err != nil {
		return err
	}
	children, err := d.Children(ctx, d.Case.Person)
	if err != nil {
		return err
	}
	appeal, err := d.howToAppeal()
	if err != nil {
		return err
	}
	book, err := d.law(ctx)
	if err != nil {
		return err
	}
	facts, err := DecidedFacts(book, d.Today, made, folded, children, advice)
	if err != nil {
		return err
	}
	facts.Frame, facts.Contact, facts.By, facts.Appeal = frame, contact, d.Actor.Name, appeal
	return d.writeLetter(ctx, made.ID, func(words letter.Words) letter.Letter { return letter.OfDecision(words, facts) })
}

// DecidedFacts is what the letter of a decision made on the day says of the decision
// itself: the rules it rests on and, of a grant, what a full week pays on its first
// day. A *law.MissingError where no act is known for the day; a rate that is not known
// yet is no hindrance, since the programme may begin in a year whose amounts are not
// set, and the letter then says so.
func DecidedFacts(book *law.Book, on period.Day, made decision.Decision, folded decision.Folded, children []person.Child, advice []eligibility.Advice) (letter.Decided, error) {
	facts := letter.Decided{Made: made, Programme: law.SourceTime}
	rules, err := book.Programme(on)
	if err != nil {
		return facts, err
	}
	facts.FullTime = rules.Value.FullTimeHours
	subjects := []law.Subject{law.TakePart}
	switch made.Kind {
	case decision.Grant:
		subjects = append(subjects, law.NotAnEmployee)
		if facts.Amounts, err = fullWeek(book, made.Span.From, children); err != nil {
			return facts, err
		}
	case decision.Refuse:
		facts.Programme = law.SourceTargetGroup
	}
	for _, subject := range subjects {
		act, err := book.Act(subject, on)
		if err != nil {
			return facts, err
		}
		facts.Rules = append(facts.Rules, act.Value)
	}
	for _, a := range advice {
		facts.Advice = append(facts.Advice, a.Text)
	}
	for e := range folded.InForce.All() {
		if e.Value.Covers() {
			facts.Ends = e.Span.To
		}
	}
	return facts, nil
}

// fullWeek is what a full week pays by the rates and children of the day, nil where
// the rates are not known yet.
func fullWeek(book *law.Book, on period.Day, children []person.Child) (*letter.Amounts, error) {
	var missing *law.MissingError
	priceBase, err := book.PriceBaseAmount(on)
	if errors.As(err, &missing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rates, err := book.Compensation(on)
	if errors.As(err, &missing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	weekly, err := compensation.WeeklyAmounts(priceBase.Value, rates.Value)
	if err != nil {
		return nil, err
	}
	n := len(person.ChildrenOn(children, on))
	amounts := &letter.Amounts{Base: weekly.Base, Child: weekly.Supplement(n), Children: n, Day: on}
	_, err = money.Sum(amounts.Base, amounts.Child)
	return amounts, err
}

// AppealTime is how long what a letter tells of can be appealed.
type AppealTime struct {
	Weeks int
	Last  *period.Day // nil until the day the person got the decision is known
	Over  bool
}

// appealTime is that of a letter with how to appeal: the weeks in force on the day it
// was made, counted from the day the person got it (FL (2017:900) 44 §).
func (d *desk) appealTime(l Letter) (*AppealTime, error) {
	if !l.Letter.HasAppeal {
		return nil, nil
	}
	weeks, err := d.Office.Law.AppealWeeks(clock.DayOf(l.MadeAt))
	if err != nil {
		return nil, err
	}
	t := &AppealTime{Weeks: weeks.Value}
	if l.InformedOn != nil {
		last := decision.LastAppealDay(*l.InformedOn, weeks.Value)
		t.Last, t.Over = &last, last < d.Today
	}
	return t, nil
}
