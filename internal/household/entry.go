package household

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Deed is what an entry says of its row.
type Deed string

// The deeds. A row begins with Entered, and nothing follows after TakenBack.
const (
	Entered   Deed = "entered"
	Confirmed Deed = "confirmed"
	Ended     Deed = "ended"
	TakenBack Deed = "taken_back" // it was a mistake from the first
)

// Deeds are all of them.
func Deeds() []Deed { return []Deed{Entered, Confirmed, Ended, TakenBack} }

// Entry is a word about a row at an instant, with the row as it stood then.
type Entry struct {
	Row ident.ID
	At  time.Time
	Statement
	Deed   Deed
	By     ident.ID // the account
	ByName string
}

// Row is a row as it was known at an instant.
type Row struct {
	ID ident.ID
	Statement
	Until       period.Month // the last month that was said when it was entered; 0 for an open end
	EnteredAt   time.Time
	EnteredBy   string // a name
	ConfirmedAt time.Time
	ConfirmedBy string    // a name; who entered it until somebody has confirmed it
	EndedAt     time.Time // of the last word that ended it; zero where nobody has
	TakenBack   bool
	Entries     []Entry // its history, in order
}

// Rows is every row as it was known at the instant, also those that have ended or been
// taken back, whatever the order of the entries: by what they are about, then by the
// first month.
func Rows(entries []Entry, at time.Time) []Row {
	known := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.At.After(at) })
	slices.SortFunc(known, func(a, b Entry) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.Row), string(b.Row)))
	})
	var rows []Row
	place := map[ident.ID]int{}
	for _, e := range known {
		i, has := place[e.Row]
		if !has {
			if e.Deed != Entered {
				continue // of a row that nobody had entered: never stored
			}
			place[e.Row], i = len(rows), len(rows)
			rows = append(rows, Row{ID: e.Row, Until: e.To, EnteredAt: e.At, EnteredBy: e.ByName})
		}
		rows[i].take(e)
	}
	slices.SortStableFunc(rows, compareRows)
	return rows
}

func (r *Row) take(e Entry) {
	r.Entries = append(r.Entries, e)
	r.Statement = e.Statement
	switch e.Deed {
	case Entered, Confirmed:
		r.ConfirmedAt, r.ConfirmedBy = e.At, e.ByName
	case Ended:
		r.EndedAt = e.At
	case TakenBack:
		r.TakenBack = true
	}
}

// compareRows puts rows in the order of what they are about, then of their months.
func compareRows(a, b Row) int {
	whats := Whats()
	return cmp.Or(cmp.Compare(slices.Index(whats, a.What), slices.Index(whats, b.What)),
		strings.Compare(a.Subject().Name, b.Subject().Name), cmp.Compare(a.From, b.From), a.EnteredAt.Compare(b.EnteredAt))
}

// speaksOf tells whether the row says something of the month, be it that there is nothing
// any more: from its first month, to the last that was said when it was entered.
func (r Row) speaksOf(m period.Month) bool { return r.From <= m && (r.Until == 0 || m <= r.Until) }

// later tells whether r was entered after s. Two of one instant go by their identities.
func (r Row) later(s Row) bool {
	return cmp.Or(r.EnteredAt.Compare(s.EnteredAt), strings.Compare(string(r.ID), string(s.ID))) > 0
}

// before tells whether r takes the place of s in the months that both speak of: the one
// that begins later, whichever was entered first, so that what is said of today leaves a
// planned change as it is; of one first month the one entered last.
func (r Row) before(s Row) bool { return r.From > s.From || r.From == s.From && r.later(s) }

// holding is the row that holds in the month of those of one provenance about one thing
// that speak of it. One that has ended keeps the place of what had been said by then; what
// is said after that it has ended holds again.
func holding(speak []Row, m period.Month) (Row, bool) {
	for len(speak) > 0 {
		first := speak[0]
		for _, r := range speak[1:] {
			if r.before(first) {
				first = r
			}
		}
		if first.Covers(m) {
			return first, true
		}
		speak = slices.DeleteFunc(speak, func(r Row) bool { return r.ID == first.ID || !r.EnteredAt.After(first.EndedAt) })
	}
	return Row{}, false
}

// Line is what is said of one thing in a month. Counts is the row that counts; Others are
// the rows from elsewhere, in the order in which they would.
type Line struct {
	Counts Row
	Others []Row
}

// Lines is what is said in the month, a line for each thing. Of one provenance the row that
// begins last holds, of one first month the one entered last, and it takes the place of the
// others from its first month on, also when it has ended since.
func Lines(rows []Row, m period.Month) []Line {
	said := map[Subject]map[Provenance][]Row{}
	var order []Subject
	for _, r := range rows {
		if r.TakenBack || !r.speaksOf(m) {
			continue
		}
		about := r.Subject()
		if said[about] == nil {
			said[about] = map[Provenance][]Row{}
			order = append(order, about)
		}
		said[about][r.Provenance] = append(said[about][r.Provenance], r)
	}
	var lines []Line
	for _, about := range order {
		var from []Row
		for _, p := range Provenances() {
			if r, has := holding(said[about][p], m); has {
				from = append(from, r)
			}
		}
		if len(from) > 0 {
			lines = append(lines, Line{Counts: from[0], Others: from[1:]})
		}
	}
	return lines
}

// Differs are the others that say something else, unless what counts is the case
// manager's word from after theirs: then the difference has been judged.
func (l Line) Differs() []Row {
	var differ []Row
	for _, o := range l.Others {
		judged := l.Counts.Provenance == CaseManager && !l.Counts.ConfirmedAt.Before(o.EnteredAt)
		if !judged && !o.Says(l.Counts.Statement) {
			differ = append(differ, o)
		}
	}
	return differ
}
