package compensation

import (
	"fotfaste/internal/attendance"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Amounts is what a week pays.
type Amounts struct {
	Base  money.Kronor `json:"base"`
	Child money.Kronor `json:"child"` // supplement
	Total money.Kronor `json:"total"`
}

// Week is what a week pays and why.
type Week struct {
	Week period.Week `json:"week"`
	Amounts
	Explanation []Step `json:"explanation"`
}

// Calculate is each of the weeks, in the order asked for. It returns a
// *law.MissingError where a day within a grant has no rate, a *period.OverlapError
// where two grants share a day, a *ChildTwiceError where two periods of a child do, an
// *attendance.TwiceError where a placement has two records of a day, and then no week
// at all.
func Calculate(book *law.Book, facts Facts, weeks ...period.Week) ([]Week, error) {
	reckoning, err := Prepare(book, facts)
	if err != nil {
		return nil, err
	}
	var reckoned []Week
	for _, w := range weeks {
		week, err := reckoning.Week(w)
		if err != nil {
			return nil, err
		}
		reckoned = append(reckoned, week)
	}
	return reckoned, nil
}

// Reckoning is the facts put in order, ready for any number of weeks. It is not
// changed by use and may be shared.
type Reckoning struct {
	book     *law.Book
	grants   period.Timeline[ident.ID]
	children period.Timeline[int]
	statuses period.Timeline[attendance.Status]
}

// Prepare puts the facts in order. Its errors are those of Calculate that do not
// depend on a rate.
func Prepare(book *law.Book, facts Facts) (*Reckoning, error) {
	grants, err := granted(facts.Grants)
	if err != nil {
		return nil, err
	}
	children, err := childrenCounted(facts.Children)
	if err != nil {
		return nil, err
	}
	statuses, err := attendance.Days(facts.Attendance)
	if err != nil {
		return nil, err
	}
	return &Reckoning{book: book, grants: grants, children: children, statuses: statuses}, nil
}

// Week is what the week pays and why.
func (r *Reckoning) Week(week period.Week) (Week, error) {
	// A week with two children and a day of illness in the middle has twelve steps.
	e := explanation{steps: make([]Step, 0, 12)} // mutation: only capacity
	amounts, err := r.reckon(week, &e)
	if err != nil {
		return Week{}, err
	}
	return Week{Week: week, Amounts: amounts, Explanation: e.steps}, nil
}

// Amounts is what the week pays, without the explanation: for the many weeks of a
// forecast or a control. It takes the same way as Week.
func (r *Reckoning) Amounts(week period.Week) (Amounts, error) { return r.reckon(week, nil) }
