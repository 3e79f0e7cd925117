package compensation

import (
	"fotfaste/internal/attendance"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// rates is what the law book says on a day, and the weekly amounts that follow.
type rates struct {
	priceBase law.Parameter[money.Kronor]
	rules     law.Parameter[law.Compensation]
	set       ruleSet
	weekly    Weekly
}

// holdOn tells whether the rates are still those of the day.
func (r *rates) holdOn(day period.Day) bool {
	return r.priceBase.Valid.Contains(day) && r.rules.Valid.Contains(day)
}

func ratesOn(book *law.Book, day period.Day) (rates, error) {
	var r rates
	var err error
	if r.priceBase, err = book.PriceBaseAmount(day); err != nil {
		return rates{}, err
	}
	if r.rules, err = book.Compensation(day); err != nil {
		return rates{}, err
	}
	set, known := ruleSets[r.rules.Value.RuleSet]
	if !known {
		return rates{}, &UnknownRuleSetError{Name: r.rules.Value.RuleSet}
	}
	r.set = set
	r.weekly, err = WeeklyAmounts(r.priceBase.Value, r.rules.Value)
	return r, err
}

// stretch is the days of a week that pay by the same rates and children, with or
// without other days between them.
type stretch struct {
	rates    int // which of the week's rates
	children int
	span     period.Span // first and last of the days
	days     int64       // that pay
}

// reckon goes through the week day by day and explains it where somebody listens.
func (r *Reckoning) reckon(week period.Week, e *explanation) (Amounts, error) {
	var (
		// Every day can have rates and a stretch of its own; the arrays keep a week
		// without explanation free of allocation.
		ratesBuffer   [programmeDays]rates
		stretchBuffer [programmeDays]stretch
		inForce       = ratesBuffer[:0]
		stretches     = stretchBuffer[:0]
	)
	for i := range programmeDays {
		day := week.Monday().AddDays(i)
		decision, covered := r.grants.At(day)
		if !covered {
			e.outside(day)
			continue
		}
		if latest := len(inForce) - 1; latest < 0 || !inForce[latest].holdOn(day) {
			found, err := ratesOn(r.book, day)
			if err != nil {
				return Amounts{}, err
			}
			inForce = append(inForce, found)
		}
		latest := len(inForce) - 1
		now := &inForce[latest]
		status, holiday := r.statusOn(day)
		e.day(day, status, holiday, decision, now)
		if !now.set.pays[status] {
			continue
		}
		children, _ := r.children.At(day)
		if s := find(stretches, latest, children); s != nil {
			s.span.To = day
			s.days++
			continue
		}
		stretches = append(stretches, stretch{rates: latest, children: children, span: period.Span{From: day, To: day}, days: 1})
	}
	return add(stretches, inForce, week, e)
}

// statusOn is what happened on the day, empty where nobody has said. The almanac goes
// before the records: a public holiday pays whatever was reported on it.
func (r *Reckoning) statusOn(day period.Day) (attendance.Status, period.Holiday) {
	if holiday, is := period.PublicHoliday(day); is {
		return attendance.PublicHoliday, holiday
	}
	status, _ := r.statuses.At(day)
	return status, ""
}

func find(stretches []stretch, rates, children int) *stretch {
	for i := range stretches {
		if s := &stretches[i]; s.rates == rates && s.children == children {
			return s
		}
	}
	return nil
}

// add sums the fifths of every stretch, line by line, and cuts each line once.
func add(stretches []stretch, inForce []rates, week period.Week, e *explanation) (Amounts, error) {
	var base, child money.Fraction
	for _, s := range stretches {
		now := &inForce[s.rates]
		supplement := now.weekly.Supplement(s.children)
		basePart, childPart := part(now.weekly.Base, s.days), part(supplement, s.days)
		base, child = base.Add(basePart), child.Add(childPart)
		e.rates(s, now)
		e.part(PartBase, s, now, now.weekly.Base, basePart)
		if s.children > 0 {
			e.part(PartChild, s, now, supplement, childPart)
		}
	}
	var a Amounts
	var err error
	if a.Base, err = base.Truncate(); err != nil {
		return Amounts{}, err
	}
	if a.Child, err = child.Truncate(); err != nil {
		return Amounts{}, err
	}
	if a.Total, err = money.Sum(a.Base, a.Child); err != nil {
		return Amounts{}, err
	}
	e.sums(week, inForce, base, child, a)
	return a, nil
}

// part is as many fifths of a weekly amount as there are days, exact.
func part(weekly money.Kronor, days int64) money.Fraction {
	return weekly.Fraction().Times(days).Over(programmeDays)
}
