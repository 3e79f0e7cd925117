package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/attendance"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Attending is a placement that somebody comes to, as attendance sees it.
type Attending = store.Attending

// PlacementWeek is one week at one placement, day by day.
type PlacementWeek struct {
	Attending
	Days [5]PlacementDay // Monday to Friday
}

// PlacementDay is one programme day at a placement, whether somebody has said
// anything about it or not.
type PlacementDay struct {
	attendance.DayRecord
	Holiday period.Holiday
	Open    bool // the placement goes on and the day has come
}

// Waits tells whether the provider has still to confirm what was reported.
func (d PlacementDay) Waits() bool {
	return d.Reported != "" && d.Confirmed == "" && d.Settled == ""
}

// Offered is what a form shows as chosen before anybody has: the word itself, else a
// public holiday.
func (d PlacementDay) Offered(word attendance.Status) attendance.Status {
	if word == "" && d.Holiday != "" {
		return attendance.PublicHoliday
	}
	return word
}

// records are those of the week's days, of which somebody has said something.
func (w PlacementWeek) records() []attendance.DayRecord {
	var said []attendance.DayRecord
	for _, d := range w.Days {
		if _, any := d.Effective(); any {
			said = append(said, d.DayRecord)
		}
	}
	return said
}

// HoursAttended is in whole hours.
func (w PlacementWeek) HoursAttended() int { return attendance.HoursAttended(w.Hours, w.records()) }

// placementWeeks lays the records out over the week of each placement.
func placementWeeks(at []Attending, records []attendance.DayRecord, week period.Week, today period.Day) []PlacementWeek {
	type key struct {
		placement ident.ID
		day       period.Day
	}
	said := make(map[key]attendance.DayRecord, len(records))
	for _, r := range records {
		said[key{r.Placement, r.Day}] = r
	}
	weeks := make([]PlacementWeek, 0, len(at))
	for _, a := range at {
		w := PlacementWeek{Attending: a}
		for i := range w.Days {
			day := week.Monday().AddDays(i)
			record, any := said[key{a.Placement, day}]
			if !any {
				record = attendance.DayRecord{Placement: a.Placement, Day: day}
			}
			holiday, _ := period.PublicHoliday(day)
			w.Days[i] = PlacementDay{DayRecord: record, Holiday: holiday, Open: a.Days.Contains(day) && day <= today}
		}
		weeks = append(weeks, w)
	}
	return weeks
}

// DayWord is what somebody says of a day at a placement.
type DayWord struct {
	Placement ident.ID
	Day       period.Day
	Status    attendance.Status
}

// Field is the name of the form field that the word stands in.
func (w DayWord) Field() string { return DayField(w.Placement, w.Day) }

// DayField is the form field of a day at a placement.
func DayField(at ident.ID, day period.Day) string {
	return dayField + string(at) + "-" + day.String()
}

const dayField = "day-"

// ParseDayField is the placement and the day of a form field, false for a field of
// anything else.
func ParseDayField(name string) (ident.ID, period.Day, bool) {
	rest, is := strings.CutPrefix(name, dayField)
	cut := len(rest) - len("-2026-01-01")
	if !is || cut < 0 || rest[cut] != '-' {
		return "", 0, false
	}
	at, notID := ident.Parse(rest[:cut])
	day, notDay := period.ParseDay(rest[cut+1:])
	return at, day, notID == nil && notDay == nil
}

// check gathers beside the word's field what forbids it.
func (w DayWord) check(at Attending, today period.Day, faults *fault.Fields) {
	if no, ok := attendance.Check(w.Field(), w.Status, w.Day, at.Days, today).(*fault.Error); ok {
		*faults = append(*faults, no.Fields...)
	}
}

// written is the words that change something, with the placement of each. A word
// about a placement that is not among those given, or one that may not be written, is
// refused beside its field.
func (d *desk) written(at []Attending, records []attendance.DayRecord, words []DayWord, word store.Word) ([]placedWord, error) {
	var faults fault.Fields
	var changed []placedWord
	for _, w := range words {
		i := slices.IndexFunc(at, func(a Attending) bool { return a.Placement == w.Placement })
		if i < 0 {
			faults.Add(w.Field(), "week.no_placement", "On", w.Day)
			continue
		}
		w.check(at[i], d.Today, &faults)
		var before attendance.DayRecord
		if r := slices.IndexFunc(records, func(r attendance.DayRecord) bool { return r.Placement == w.Placement && r.Day == w.Day }); r >= 0 {
			before = records[r]
		}
		said := [...]attendance.Status{store.Reported: before.Reported, store.Confirmed: before.Confirmed, store.Settled: before.Settled}[word]
		if said == w.Status {
			continue
		}
		// What the case manager has settled stands; only they settle it anew.
		faults.Check(word == store.Settled || before.Settled == "", w.Field(), "week.settled", "On", w.Day)
		changed = append(changed, placedWord{w, at[i]})
	}
	return changed, faults.Err()
}

type placedWord struct {
	DayWord
	at Attending
}

// write writes the words as the actor's.
func (d *desk) write(ctx context.Context, word store.Word, words []placedWord) error {
	for _, w := range words {
		if err := d.WriteDay(ctx, word, w.at, w.Day, w.Status, d.Actor.Account, d.Now); err != nil {
			return err
		}
	}
	d.note("days", len(words))
	return nil
}
