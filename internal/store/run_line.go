package store

import (
	"context"
	"maps"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Payee is whose line it is, as far as the reader may know.
type Payee struct {
	Case      ident.ID // zero where the reader may not see who it is
	Number    string   // likewise ""
	Name      string   // likewise ""
	Protected bool
}

// RunLine is a calculated week of a run as it is shown.
type RunLine struct {
	Payee
	Week   period.Week
	Number int // of the calculation: from 2 on it is a correction
	compensation.Amounts
	Before                 ledger.Worth  // by the calculation before it
	Pays                   money.Kronor  // of the difference
	Kept                   money.Kronor  // likewise: the participant had it already, written off by a decision
	WeekBefore             *money.Kronor // what the week before this one is worth; nil where it has not been calculated
	Conflicts, Unconfirmed int
	TakenBack              bool  // before it was sent: the run does not pay it
	Anew                   *Anew // of one that was taken back; nil until its week has come again
}

// Difference is how much more the week is worth than before; negative where it fell.
func (l RunLine) Difference() money.Kronor { return l.Total - l.Before.Total() }

// LineChoice is which lines of a run are asked for.
type LineChoice string

const (
	LinesAll       LineChoice = ""
	LinesCorrected LineChoice = "corrections" // weeks that had been calculated before
	LinesFallen    LineChoice = "falls"       // of them, those that are worth less now
	LinesProtected LineChoice = "protected"   // participants whose identity is protected
	LinesUncertain LineChoice = "uncertain"   // weeks with days that were not certain
	LinesTakenBack LineChoice = "taken_back"  // weeks that were taken back before they were sent
)

// LineChoices are all there are, in the order of a page.
func LineChoices() []LineChoice {
	return []LineChoice{LinesAll, LinesCorrected, LinesFallen, LinesProtected, LinesUncertain, LinesTakenBack}
}

var chosenLines = map[LineChoice]string{
	LinesAll:       `1 = 1`,
	LinesCorrected: `x.number > 1`,
	LinesFallen:    `x.total < x.before_base + x.before_child`,
	LinesProtected: `p.protection <> 'none'`,
	LinesUncertain: `x.conflicts + x.unconfirmed > 0`,
	LinesTakenBack: takenBack,
}

// takenBack holds of the calculated weeks x that were taken back while their run stands.
const takenBack = `x.withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM payment_run g WHERE g.municipality = x.municipality AND g.id = x.run_id
	AND g.state = 'attested')`

// RunLines are the chosen lines of the run, those the reader may know by name first; at
// most limit of them from offset. A choice that is not known is all of them. The access rules stand in the query: of
// a case that the reader may not see no name or number leaves the database.
func (t *Tx) RunLines(ctx context.Context, a access.Actor, m access.Moment, r Run, which LineChoice, limit, offset int) ([]RunLine, error) {
	chosen, known := chosenLines[which]
	if !known {
		chosen = chosenLines[LinesAll]
	}
	args := []any{t.Municipality, string(r.ID), limit, offset}
	may := filter(a, access.See(access.Compensation), m, len(args)+1)
	query := `SELECT y.shown, y.case_id, y.case_number, y.given_name, y.family_name, y.protection <> 'none', y.week_from, y.number,
			y.base, y.child, y.total, y.before_base, y.before_child, y.pays, y.kept, y.conflicts, y.unconfirmed, y.taken_back
		FROM (SELECT CASE WHEN ` + may.SQL + ` THEN 1 ELSE 0 END AS shown, x.case_id, c.number AS case_number, p.given_name, p.family_name,
				p.sort_name, p.protection, x.week_from, x.number, x.base, x.child, x.total, x.before_base, x.before_child, x.pays, x.kept,
				x.conflicts, x.unconfirmed, CASE WHEN ` + takenBack + ` THEN 1 ELSE 0 END AS taken_back
			FROM compensation_week x
			JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
			JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
			WHERE x.municipality = $1 AND x.run_id = $2 AND ` + chosen + `) y
		ORDER BY y.shown DESC, CASE WHEN y.shown = 1 THEN y.sort_name ELSE '' END, y.case_id, y.week_from
		LIMIT $3 OFFSET $4`
	var cases []ident.ID
	lines, err := many(ctx, t, func(row scanner, l *RunLine) error {
		of, err := readRunLine(row, l)
		cases = append(cases, of)
		return err
	}, query, append(args, may.Args...)...)
	if err != nil {
		return nil, err
	}
	if err := t.anewOf(ctx, r.ID, lines, cases); err != nil {
		return nil, err
	}
	return lines, t.weeksBefore(ctx, r.Week, lines, cases)
}

func readRunLine(row scanner, l *RunLine) (of ident.ID, err error) {
	var shown, takenBack int
	var given, family string
	var monday period.Day
	err = row.Scan(&shown, &of, &l.Payee.Number, &given, &family, &l.Protected, &monday, &l.Number, &l.Base, &l.Child, &l.Total,
		&l.Before.Base, &l.Before.Child, &l.Pays, &l.Kept, &l.Conflicts, &l.Unconfirmed, &takenBack)
	l.TakenBack = takenBack == 1
	l.Week, l.Case, l.Name = monday.Week(), of, given+" "+family
	if shown == 0 {
		l.Payee = Payee{Protected: l.Protected}
	}
	return of, err
}

// weeksBefore gives each line what the week before it stands at: of the run's own week
// everybody's is read at once, of older ones those of their cases.
func (t *Tx) weeksBefore(ctx context.Context, own period.Week, lines []RunLine, cases []ident.ID) error {
	last := own.AddWeeks(-1).Monday()
	standing, err := t.StandingWeeks(ctx, period.Span{From: last, To: last}, "")
	if err != nil || len(lines) == 0 {
		return err
	}
	var of []ident.ID
	older := period.Span{From: last, To: last - 7}
	for i, l := range lines {
		if l.Week != own {
			of = append(of, cases[i])
			older.From = min(older.From, l.Week.AddWeeks(-1).Monday())
		}
	}
	slices.Sort(of)
	before, err := t.StandingWeeksOf(ctx, slices.Compact(of), older, "")
	if err != nil {
		return err
	}
	maps.Copy(standing, before)
	for i := range lines {
		if before, is := standing[CaseWeek{cases[i], lines[i].Week.AddWeeks(-1)}]; is {
			total := before.Worth.Total()
			lines[i].WeekBefore = &total
		}
	}
	return nil
}

// Payees are who the cases are about, as far as the reader may know.
func (t *Tx) Payees(ctx context.Context, a access.Actor, m access.Moment, cases []ident.ID) (map[ident.ID]Payee, error) {
	payees := make(map[ident.ID]Payee, len(cases))
	for some := range slices.Chunk(cases, mostAsked) {
		// Always as many places, so that the query is one and the same.
		asked := slices.Repeat(some[:1], mostAsked)
		copy(asked, some)
		places, args := placeholders([]any{t.Municipality}, asked)
		may := filter(a, access.See(access.Compensation), m, len(args)+1)
		_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
			of, p, err := readPayee(row)
			payees[of] = p
			return err
		}, `SELECT CASE WHEN `+may.SQL+` THEN 1 ELSE 0 END, c.id, c.number, p.given_name, p.family_name, p.protection <> 'none'
			FROM programme_case c JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
			WHERE c.municipality = $1 AND c.id IN (`+places+`)`, append(args, may.Args...)...)
		if err != nil {
			return nil, err
		}
	}
	return payees, nil
}

// mostAsked is how many cases are asked for at once.
const mostAsked = 100

func readPayee(row scanner) (of ident.ID, p Payee, err error) {
	var shown int
	var given, family string
	err = row.Scan(&shown, &of, &p.Number, &given, &family, &p.Protected)
	p.Case, p.Name = of, given+" "+family
	if shown == 0 {
		p = Payee{Protected: p.Protected}
	}
	return of, p, err
}
