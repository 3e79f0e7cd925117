package law

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Entered is a value of a parameter for a span of days that somebody has entered beside
// the book: for days that the book does not know, or where what it says is wrong.
type Entered struct {
	Parameter Name
	Days      period.Span
	Value     string // JSON: whole kronor, or the fields of Compensation
	Source    string // as cited
	Replaces  bool   // a stated correction of what held for the days
}

// Enterable are the parameters that can be entered.
func Enterable() []Name { return []Name{PriceBaseAmount, CompensationRules} }

// TakenError says that days that a value was entered for have one already.
type TakenError struct {
	Parameter Name
	Days      period.Span // that have a value, from the first to the last
}

func (e *TakenError) Error() string {
	return fmt.Sprintf("%s has a value within %s", e.Parameter, e.Days)
}

// ErrNotEnterable is returned for a parameter that cannot be entered.
var ErrNotEnterable = errors.New("not a parameter that can be entered")

// With is the book with the values laid over it in the order given; the book itself
// stays as it is. It returns a *TakenError where a day has a value already and the new
// one does not say that it replaces it, and another error where a value cannot be read
// or has no days or source. What was there on other days stays, each row cut to the
// days it is left.
func (b *Book) With(rows ...Entered) (*Book, error) {
	next := *b
	for _, row := range rows {
		var err error
		switch row.Parameter {
		case PriceBaseAmount:
			next.priceBase, err = lay(next.priceBase, row)
		case CompensationRules:
			next.compensation, err = lay(next.compensation, row)
		default:
			err = ErrNotEnterable
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", row.Parameter, err)
		}
	}
	return &next, nil
}

func lay[T any](under dated[T], row Entered) (dated[T], error) {
	value, err := readValue[T](row.Value)
	switch {
	case err != nil:
		return under, err
	case row.Source == "":
		return under, errNoSource
	case !row.Days.IsValid():
		return under, errNoDays
	}
	if taken, any := under.rows.Restrict(row.Days).Bounds(); any && !row.Replaces {
		return under, &TakenError{Parameter: row.Parameter, Days: taken}
	}
	entries := []period.Entry[*Parameter[T]]{{Span: row.Days,
		Value: &Parameter[T]{Name: under.name, Value: value, Valid: row.Days, Source: row.Source}}}
	for e := range under.rows.All() {
		for _, left := range []period.Span{
			{From: e.Span.From, To: min(e.Span.To, row.Days.From-1)}, {From: max(e.Span.From, row.Days.To+1), To: e.Span.To},
		} {
			if left.IsValid() {
				kept := *e.Value
				kept.Valid = left // a reckoning goes on with a row only for the days it is valid
				entries = append(entries, period.Entry[*Parameter[T]]{Span: left, Value: &kept})
			}
		}
	}
	line, err := period.NewTimeline(entries...)
	return dated[T]{name: under.name, rows: line}, err
}

// readValue reads the JSON of a value and nothing after it.
func readValue[T any](text string) (value T, err error) {
	reader := json.NewDecoder(bytes.NewReader([]byte(text)))
	reader.DisallowUnknownFields()
	if err := reader.Decode(&value); err != nil {
		return value, err
	}
	if _, err := reader.Token(); !errors.Is(err, io.EOF) {
		return value, errors.New("more than a value")
	}
	switch v := any(value).(type) {
	case money.Kronor:
		if v <= 0 {
			return value, errors.New("not an amount above nothing")
		}
	case Compensation:
		if v.RuleSet == "" || v.Base <= 0 || v.MonthDays <= 0 {
			return value, errors.New("rules without a name, a rate or a month")
		}
	}
	return value, nil
}

// LastDays are the last day with a value of each parameter that can be entered.
func (b *Book) LastDays() map[Name]period.Day {
	return map[Name]period.Day{PriceBaseAmount: b.priceBase.last(), CompensationRules: b.compensation.last()}
}

// Amount is the value in kronor, nothing where it is no amount.
func (e Entered) Amount() money.Kronor {
	amount, err := readValue[money.Kronor](e.Value)
	if err != nil {
		return 0
	}
	return amount
}
