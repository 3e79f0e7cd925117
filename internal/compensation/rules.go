package compensation

import (
	"fmt"

	"fotfaste/internal/attendance"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// ruleSet is what is chosen where the sources are silent. A rule set is never
// changed once a payment rests on it: a new choice is a new name, dated in the law
// book, so that old weeks come out as they did.
type ruleSet struct {
	pays map[attendance.Status]bool
}

// programmeDays are the days of a week from Monday on that pay, each the same part
// of the weekly amounts. They are the engine's and not a rule set's.
const programmeDays = 5

// ruleSets are all that the law book may name.
var ruleSets = map[string]ruleSet{"SKL 2017/1": skl2017}

// skl2017 pays whoever takes part, is ill or has leave. A day for which nothing was
// planned pays too: the programme is full time (000), and it is not the participant
// who failed to fill the day. Absence without approval pays nothing, since the
// compensation asks for active participation (000). A day that nobody has reported
// is not in the table; it pays when it has been.
var skl2017 = ruleSet{
	pays: map[attendance.Status]bool{
		attendance.Attended:         true,
		attendance.Ill:              true,
		attendance.CareOfChild:      true,
		attendance.AbsentApproved:   true,
		attendance.PublicHoliday:    true,
		attendance.NonePlanned:      true,
		attendance.AbsentUnapproved: false,
	},
}

// UnknownRuleSetError says that the law book names a rule set that is not here.
type UnknownRuleSetError struct{ Name string }

func (e *UnknownRuleSetError) Error() string {
	return fmt.Sprintf("no compensation rule set %q", e.Name)
}

// Weekly is the amounts of a whole week, each component in whole kronor.
type Weekly struct {
	Base        money.Kronor
	FirstChild  money.Kronor
	SecondChild money.Kronor
	LaterChild  money.Kronor // for each child from the third
}

// WeeklyAmounts is the percentages of the price base amount, each cut to whole
// kronor.
func WeeklyAmounts(priceBase money.Kronor, rates law.Compensation) (Weekly, error) {
	var w Weekly
	for _, component := range []struct {
		amount *money.Kronor
		rate   money.Percent
	}{
		{&w.Base, rates.Base},
		{&w.FirstChild, rates.FirstChild},
		{&w.SecondChild, rates.SecondChild},
		{&w.LaterChild, rates.LaterChild},
	} {
		kronor, err := component.rate.Of(priceBase).Truncate()
		if err != nil {
			return Weekly{}, err
		}
		*component.amount = kronor
	}
	return w, nil
}

// Supplement is the weekly child supplement for the number of children.
func (w Weekly) Supplement(children int) money.Kronor {
	switch {
	case children <= 0:
		return 0
	case children == 1:
		return w.FirstChild
	}
	return w.FirstChild + w.SecondChild + money.Kronor(children-2)*w.LaterChild
}

// PerMonth is a weekly amount as a month's: times 30/7, cut to whole kronor. 000 gives
// 2 128 kronor a week as 9 120 a month.
func PerMonth(weekly money.Kronor, rates law.Compensation) (money.Kronor, error) {
	return weekly.Fraction().Times(int64(rates.MonthDays)).Over(7).Truncate()
}
