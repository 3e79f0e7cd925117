package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Instants are stored in UTC to the microsecond: as timestamptz in PostgreSQL and
// as text of fixed length in SQLite, which sorts as time does.
type instant time.Time

const instantForm = "2006-01-02T15:04:05.000000Z"

func (i instant) Value() (driver.Value, error) {
	return time.Time(i).UTC().Format(instantForm), nil
}

func (i *instant) Scan(column any) error {
	switch v := column.(type) {
	case time.Time:
		*i = instant(v.UTC())
		return nil
	case string:
		// Parse takes a comma for the point, among others. What is not as it was
		// written has been changed by somebody else.
		t, err := time.Parse(instantForm, v)
		if err == nil && t.Format(instantForm) != v {
			err = fmt.Errorf("%q is not an instant as it is stored", v)
		}
		*i = instant(t)
		return err
	}
	return fmt.Errorf("a %T is not an instant", column)
}

// maybe is a column that may be null, read into a pointer of the subject's type.
type maybe[T any, C any] struct {
	into    **T
	convert func(C) T
}

func (m maybe[T, C]) Scan(column any) error {
	if column == nil {
		*m.into = nil
		return nil
	}
	var c C
	if err := any(&c).(interface{ Scan(any) error }).Scan(column); err != nil {
		return err
	}
	value := m.convert(c)
	*m.into = &value
	return nil
}

// at stores an instant, atOrNull one that may be missing.
func at(t time.Time) instant { return instant(t) }

func atOrNull(t *time.Time) any {
	if t == nil {
		return nil
	}
	return instant(*t)
}

// intoTime reads an instant, intoTimeOrNil one that may be null.
func intoTime(t *time.Time) any { return (*instant)(t) }

func intoTimeOrNil(t **time.Time) any {
	return maybe[time.Time, instant]{t, func(i instant) time.Time { return time.Time(i) }}
}

func dayOrNull(d *period.Day) any {
	if d == nil {
		return nil
	}
	return *d
}

func intoDayOrNil(d **period.Day) any {
	return maybe[period.Day, period.Day]{d, func(d period.Day) period.Day { return d }}
}

// A month of nothing is null.
func monthOrNull(m period.Month) any {
	if m == 0 {
		return nil
	}
	return m
}

func intoMonthOrNil(m **period.Month) any {
	return maybe[period.Month, period.Month]{m, func(m period.Month) period.Month { return m }}
}

// An identity that names nothing is null.
func idOrNull(id ident.ID) any {
	if id.IsZero() {
		return nil
	}
	return string(id)
}

type nullableID struct{ into *ident.ID }

func intoIDOrZero(id *ident.ID) any { return nullableID{id} }

func (n nullableID) Scan(column any) error {
	switch v := column.(type) {
	case nil:
		*n.into = ""
	case string:
		*n.into = ident.ID(v)
	case []byte:
		*n.into = ident.ID(v)
	default:
		return fmt.Errorf("a %T is not an identity", column)
	}
	return nil
}

// asJSON stores a value as JSON text, whose bytes stay as they were written.
type asJSON struct{ value any }

func (j asJSON) Value() (driver.Value, error) {
	text, err := json.Marshal(j.value)
	return string(text), err
}

func (j asJSON) Scan(column any) error {
	switch v := column.(type) {
	case string:
		return json.Unmarshal([]byte(v), j.value)
	case []byte:
		return json.Unmarshal(v, j.value)
	}
	return fmt.Errorf("a %T is not JSON text", column)
}
