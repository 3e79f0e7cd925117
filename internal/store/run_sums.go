package store

import (
	"context"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// RunSums are a run's lines added up.
type RunSums struct {
	Base, Child, Total     money.Kronor // what its weeks are worth
	FirstBase, FirstChild  money.Kronor // of the weeks that had not been calculated before
	Rises, Falls           money.Kronor // the differences, each from nothing up
	TakenBack              money.Kronor // of the rises, what met an overpayment of the same week
	Corrects               money.Kronor // what the corrections pay
	Corrected              int          // weeks that had been calculated before
	Lower                  int          // of them, those that fell
	FirstFall, LastFall    period.Week  // among those that fell, zero where none did
	Protected              int          // weeks of participants whose identity is protected
	Uncertain              int          // weeks with days of either kind below
	Conflicts, Unconfirmed int          // weeks with such days
	Reversed               int          // weeks that were taken back before they were sent, while the run stands
	ReversedPays           money.Kronor // what they would have paid
}

// Pays is what the weeks pay together. Payments that are repeated come beside it.
func (s RunSums) Pays() money.Kronor { return s.Rises - s.TakenBack }

// RunSums adds up the lines of the run.
func (t *Tx) RunSums(ctx context.Context, id ident.ID) (RunSums, error) {
	const difference = `(x.total - x.before_base - x.before_child)`
	sum := func(what string) string { return `CAST(coalesce(sum(` + what + `), 0) AS bigint), ` }
	count := func(when string) string { return `count(CASE WHEN ` + when + ` THEN 1 END), ` }
	return one(ctx, t, func(row scanner, s *RunSums) error {
		var pays money.Kronor
		var first, last *period.Day
		err := row.Scan(&s.Base, &s.Child, &s.Total, &s.FirstBase, &s.FirstChild, &s.Rises, &s.Falls, &pays, &s.Corrects,
			&s.Corrected, &s.Lower, &s.Protected, &s.Uncertain, &s.Conflicts, &s.Unconfirmed, &s.Reversed, &s.ReversedPays,
			intoDayOrNil(&first), intoDayOrNil(&last))
		s.TakenBack = s.Rises - pays
		if first != nil && last != nil {
			s.FirstFall, s.LastFall = first.Week(), last.Week()
		}
		return err
	}, `SELECT `+sum(`x.base`)+sum(`x.child`)+sum(`x.total`)+
		sum(`CASE WHEN x.number = 1 THEN x.base END`)+sum(`CASE WHEN x.number = 1 THEN x.child END`)+
		sum(`CASE WHEN `+difference+` > 0 THEN `+difference+` END`)+sum(`CASE WHEN `+difference+` < 0 THEN -`+difference+` END`)+
		sum(`x.pays`)+sum(`CASE WHEN x.number > 1 THEN x.pays END`)+
		count(`x.number > 1`)+count(difference+` < 0`)+count(`p.protection <> 'none'`)+
		count(`x.conflicts + x.unconfirmed > 0`)+count(`x.conflicts > 0`)+count(`x.unconfirmed > 0`)+count(takenBack)+sum(`CASE WHEN `+takenBack+` THEN x.pays END`)+
		`min(CASE WHEN `+difference+` < 0 THEN x.week_from END), max(CASE WHEN `+difference+` < 0 THEN x.week_from END)
		FROM compensation_week x
		JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
		WHERE x.municipality = $1 AND x.run_id = $2`, t.Municipality, string(id))
}
