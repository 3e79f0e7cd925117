package household

import (
	"errors"
	"slices"

	"fotfaste/internal/clock"
	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Picture is the household in a month. Result is nil where the month cannot be reckoned,
// which the warnings say.
type Picture struct {
	Month    period.Month
	Lines    []Line
	Facts    economy.Facts
	Result   *economy.Result
	Warnings []Warning
}

// Look is the picture of the month from the rows and the children of the case. Its errors
// are of a broken book alone: what is missing or doubtful is a warning.
func Look(book *law.Book, rows []Row, children []person.Child, m period.Month) (Picture, error) {
	p := Picture{Month: m, Lines: Lines(rows, m)}
	if len(rows) == 0 {
		return p, nil // nobody has said anything: there is nothing to doubt either
	}
	p.Facts = Facts(p.Lines, children, m)
	p.differing()
	p.members()
	p.turned(children)
	p.ended(rows)
	p.stale()
	if err := p.reckon(book, rows, children); err != nil {
		return Picture{}, err
	}
	slices.SortStableFunc(p.Warnings, func(a, b Warning) int {
		return slices.Index(Codes(), a.Code) - slices.Index(Codes(), b.Code)
	})
	return p, nil
}

func (p *Picture) warn(w Warning) { p.Warnings = append(p.Warnings, w) }

// about fills in the row that a warning is of.
func about(code Code, r Row) Warning {
	return Warning{Code: code, About: r.Subject(), Name: r.Name, Counts: r.Amount, From: r.Provenance}
}

func (p *Picture) differing() {
	for _, l := range p.Lines {
		for _, o := range l.Differs() {
			w := about(SourcesDiffer, l.Counts)
			if l.Counts.What == Members {
				w.Code = MembersDiffer
			}
			w.Other, w.By = o.Amount, o.Provenance
			p.warn(w)
		}
	}
}

func (p *Picture) members() {
	i := slices.IndexFunc(p.Lines, func(l Line) bool { return l.Counts.What == Members })
	if i < 0 {
		p.warn(Warning{Code: MembersMissing})
		return
	}
	if said := p.Lines[i].Counts.Home.Size; said > 0 && said < p.Facts.Members() {
		p.warn(Warning{Code: HomeTooSmall})
	}
}

// turned tells of children who have come to one of agesTurned in the month.
func (p *Picture) turned(children []person.Child) {
	count := map[int]int{}
	add := func(age int) {
		count[age]++
		p.warn(Warning{Code: ChildTurned, Age: age, Number: count[age], Month: p.Month})
	}
	for _, c := range children {
		was, is := ageIn(c, p.Month-1), ageIn(c, p.Month)
		if was != is && slices.Contains(agesTurned, is) && c.Custody.From <= p.Month.Last() && c.Custody.To >= min(p.Month.First(), c.LastDayAsMinor()) {
			add(is)
		}
	}
	for _, l := range p.Lines {
		if l.Counts.What != Members {
			continue
		}
		for _, said := range l.Counts.Home.Ages {
			was, is := ageOf(said, l.Counts.From, p.Month-1), ageOf(said, l.Counts.From, p.Month)
			if p.Month > l.Counts.From && was != is && slices.Contains(agesTurned, is) {
				add(is)
			}
		}
	}
}

// ended tells of what was said of the month before and no more.
func (p *Picture) ended(rows []Row) {
	now := map[Subject]bool{}
	for _, l := range p.Lines {
		now[l.Counts.Subject()] = true
	}
	for _, l := range Lines(rows, p.Month-1) {
		if !now[l.Counts.Subject()] {
			w := about(RowEnded, l.Counts)
			w.Month = p.Month - 1
			p.warn(w)
		}
	}
}

// stale tells of rows that go on and that nobody has confirmed for a time.
func (p *Picture) stale() {
	for _, l := range p.Lines {
		since := clock.DayOf(l.Counts.ConfirmedAt).Month()
		if l.Counts.To == 0 && p.Month-since >= StaleMonths {
			w := about(NotConfirmed, l.Counts)
			w.Months, w.Month = int(p.Month-since), since
			p.warn(w)
		}
	}
}

// reckon is the sum of the month, and what it says.
func (p *Picture) reckon(book *law.Book, rows []Row, children []person.Child) error {
	today, err := economy.Household(book, p.Facts)
	if err != nil {
		return p.notReckoned(err)
	}
	p.Result = &today
	for _, d := range today.Warnings {
		p.warn(Warning{Code: FactInDoubt, Doubt: &d})
	}
	if err := p.programme(book, today); err != nil {
		return err
	}
	earlier := Lines(rows, p.Month-1)
	if len(earlier) == 0 {
		return nil // it begins this month
	}
	before, err := economy.Household(book, Facts(earlier, children, p.Month-1))
	var refused *fault.Error
	if errors.As(err, &refused) {
		return nil // the month before cannot be held against this one
	}
	if err != nil {
		return err
	}
	if change := balance(today) - balance(before); change >= ChangeLimit || change <= -ChangeLimit {
		p.warn(Warning{Code: AssistanceMoved, Month: p.Month, Amount: today.Assistance, Before: before.Assistance})
	}
	return nil
}

func balance(r economy.Result) money.Kronor { return r.Assistance - r.Surplus }

// programme holds the assistance against what the programme would pay, with supplement
// for the children in custody as the compensation counts them, beside the other incomes, for a household that has assistance and not the programme's compensation.
func (p *Picture) programme(book *law.Book, today economy.Result) error {
	has := slices.ContainsFunc(p.Facts.Incomes, func(i economy.Income) bool { return i.Kind == economy.Programme })
	if has || today.Assistance == 0 {
		return nil
	}
	with, err := economy.InProgramme(book, p.Facts, nil)
	var refused *fault.Error
	switch {
	case errors.As(err, &refused):
		return nil // the programme has no amounts for the month
	case err != nil:
		return err
	case with.Result.Assistance > 0:
		p.warn(Warning{Code: ProgrammeFalls, Number: p.Facts.SupplementChildren(), Amount: with.Result.Assistance, Before: today.Assistance})
	case with.Result.Surplus > 0:
		p.warn(Warning{Code: ProgrammeCovers, Number: p.Facts.SupplementChildren(), Amount: with.Result.Surplus, Before: today.Assistance})
	}
	return nil
}

// notReckoned says why there is no sum.
func (p *Picture) notReckoned(err error) error {
	var missing *law.MissingError
	var refused *fault.Error
	switch {
	case errors.As(err, &missing) && missing.Parameter == law.NationalStandard:
		p.warn(Warning{Code: NoStandard, Month: p.Month})
	case errors.As(err, &refused):
		if len(refused.Fields) > 0 {
			refused = &fault.Error{Code: refused.Code, Text: refused.Fields[0].Text}
		}
		p.warn(Warning{Code: CannotReckon, Cause: refused})
	default:
		return err
	}
	return nil
}
