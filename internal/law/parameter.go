package law

import (
	"fmt"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Name is the code of a parameter or of the subject of an act.
type Name string

// Parameter is a value with the days on which it is valid and its source.
type Parameter[T any] struct {
	Name   Name        `json:"name"`
	Value  T           `json:"value"`
	Valid  period.Span `json:"valid"`
	Source string      `json:"source"`         // act and section as cited, or one of SourceCodes
	Note   string      `json:"note,omitempty"` // what is open or was chosen
}

// MissingError says that a parameter has no value on a day. Nothing may be
// calculated for that day.
type MissingError struct {
	Parameter Name
	On        period.Day
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("no %s on %s", e.Parameter, e.On)
}

// Unwrap is the same refusal as a person sees it.
func (e *MissingError) Unwrap() error {
	return fault.New(fault.Conflict, "law.missing."+string(e.Parameter), "On", e.On)
}

// dated is a parameter over time. Rows are told apart by identity, so that two
// years with the same amount stay two rows, each with its own validity.
type dated[T any] struct {
	name Name
	rows period.Timeline[*Parameter[T]]
}

func (d dated[T]) on(day period.Day) (Parameter[T], error) {
	row, known := d.rows.At(day)
	if !known {
		return Parameter[T]{}, &MissingError{Parameter: d.name, On: day}
	}
	return *row, nil
}

// last is the last day with a value. A gap in the middle does not shorten it: every
// lookup there is refused by itself.
func (d dated[T]) last() period.Day {
	span, _ := d.rows.Bounds()
	return span.To
}

// days are the days with a value, as spans that do not meet.
func (d dated[T]) days() []period.Span {
	var spans []period.Span
	for row := range d.rows.All() {
		if k := len(spans) - 1; k >= 0 && spans[k].To+1 == row.Span.From {
			spans[k].To = row.Span.To
			continue
		}
		spans = append(spans, row.Span)
	}
	return spans
}
