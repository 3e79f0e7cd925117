package locale

import (
	"strconv"
	"strings"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Kronor is an amount in whole kronor: "3 131 kr", in both languages with the
// thin space and the unit after, as Swedish money is written.
func (p *Printer) Kronor(amount money.Kronor) string {
	return p.together(group(strconv.FormatInt(int64(amount), 10), Thin) + Hard + "kr")
}

// Ore is an amount in öre, written in kronor with two decimals: "3 131,50 kr".
func (p *Printer) Ore(amount money.Ore) string {
	whole, rest := int64(amount)/100, int64(amount)%100
	sign := ""
	if amount < 0 {
		sign, whole, rest = "−", -whole, -rest
	}
	cents := strconv.FormatInt(rest, 10)
	if rest < 10 {
		cents = "0" + cents
	}
	return p.together(sign + group(strconv.FormatInt(whole, 10), Thin) + p.calendar.decimal + cents + Hard + "kr")
}

// Rate is a rate set in law, with the decimals that it has: "4,75 %".
func (p *Printer) Rate(rate money.Percent) string {
	return p.Text("calendar.percent", "Number", strings.Replace(rate.String(), ".", p.calendar.decimal, 1))
}

// Week is the week without its year: "vecka 47".
func (p *Printer) Week(w period.Week) string {
	_, n := w.ISO()
	return p.Text("calendar.week", "Week", n)
}

// WeekYear is the week with its year: "vecka 47, 2026".
func (p *Printer) WeekYear(w period.Week) string {
	y, n := w.ISO()
	return p.Text("calendar.week_year", "Week", n, "Year", y)
}
