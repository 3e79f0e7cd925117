package law

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"fotfaste/internal/period"
)

// MoneyPrint is the same for two books exactly when they say the same of every amount,
// percentage and rule set that compensation is reckoned from: days, values and sources.
// A run that keeps it can tell whether an older one was reckoned by other amounts.
func (b *Book) MoneyPrint() string {
	sum := sha256.New()
	for e := range b.priceBase.rows.All() {
		fmt.Fprintf(sum, "%s %s %d %s\n", b.priceBase.name, e.Span, e.Value.Value, e.Value.Source)
	}
	for e := range b.compensation.rows.All() {
		fmt.Fprintf(sum, "%s %s %+v %s\n", b.compensation.name, e.Span, e.Value.Value, e.Value.Source)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// MoneyDiffersFrom is the first day that another book says otherwise of than this one:
// another amount, other rules, or something where this one is silent. False where they
// say the same of every day, whatever their sources.
func (b *Book) MoneyDiffersFrom(other *Book) (period.Day, bool) {
	amounts, some := firstDifference(b.priceBase, other.priceBase)
	rules, more := firstDifference(b.compensation, other.compensation)
	switch {
	case some && more:
		return min(amounts, rules), true
	case some:
		return amounts, true
	}
	return rules, more
}

// firstDifference is the first day on which the parameters have different values, zero
// and false where there is none. They can differ only from where a row begins or ends.
func firstDifference[T comparable](a, b dated[T]) (period.Day, bool) {
	var days []period.Day
	for _, rows := range []period.Timeline[*Parameter[T]]{a.rows, b.rows} {
		for e := range rows.All() {
			days = append(days, e.Span.From, e.Span.To+1)
		}
	}
	slices.Sort(days)
	for _, day := range days {
		was, had := a.rows.At(day)
		is, has := b.rows.At(day)
		if had != has || had && was.Value != is.Value {
			return day, true
		}
	}
	return 0, false
}
