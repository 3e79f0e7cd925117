package attendance

import (
	"cmp"
	"fmt"
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// DayRecord is one day at one placement. A status that nobody has given yet is
// empty.
type DayRecord struct {
	Placement ident.ID   `json:"placement,omitempty"`
	Day       period.Day `json:"day"`
	Reported  Status     `json:"reported,omitempty"`  // by the participant
	Confirmed Status     `json:"confirmed,omitempty"` // by the provider
	Settled   Status     `json:"settled,omitempty"`   // by the case manager
}

// Effective is the status that holds: what was settled before what was confirmed
// before what was reported. False where nobody has said anything.
func (r DayRecord) Effective() (Status, bool) {
	status := cmp.Or(r.Settled, r.Confirmed, r.Reported)
	return status, status != ""
}

// InConflict tells whether participant and provider say different things and nobody
// has settled it.
func (r DayRecord) InConflict() bool {
	return r.Settled == "" && r.Reported != "" && r.Confirmed != "" && r.Reported != r.Confirmed
}

// Check is whether the status may be written for the day: it is a known status, the
// day is a programme day (Monday to Friday) within the placement, it is not still to
// come, and a public holiday is one in the almanac. The fault stands beside the
// field; today is the day on which it is written.
func Check(field string, status Status, on period.Day, placement period.Span, today period.Day) error {
	var faults fault.Fields
	faults.Check(status.IsValid(), field, "attendance.status_unknown")
	faults.Check(placement.Contains(on), field, "attendance.outside_placement",
		"On", on, "From", placement.From, "To", placement.To)
	faults.Check(on.IsProgrammeDay(), field, "attendance.not_a_programme_day", "On", on)
	// An approved absence and a day without plans are known beforehand.
	known := status == AbsentApproved || status == NonePlanned || status == PublicHoliday
	faults.Check(on <= today || known, field, "attendance.still_to_come", "On", on)
	_, holiday := period.PublicHoliday(on)
	faults.Check(status != PublicHoliday || holiday, field, "attendance.no_public_holiday", "On", on)
	return faults.Err()
}

// OfDay is the one status of a day from its records at all placements, false where
// none has a status. The choice made: an absence without approval from any activity
// planned that day is one for the whole day, but only once the provider has confirmed
// it or the case manager has settled it; on the participant's own word alone it
// yields to whatever else happened that day. Among the rest what speaks for the
// participant wins.
func OfDay(records ...DayRecord) (Status, bool) {
	best := len(inWeight)
	for _, r := range records {
		if cmp.Or(r.Settled, r.Confirmed) == AbsentUnapproved {
			return AbsentUnapproved, true
		}
		if status, said := r.Effective(); said {
			if weight := slices.Index(inWeight, status); weight >= 0 {
				best = min(best, weight)
			}
		}
	}
	if best == len(inWeight) {
		return "", false
	}
	return inWeight[best], true
}

// TwiceError says that two records claim the same day at the same placement.
type TwiceError struct {
	Placement ident.ID
	Day       period.Day
}

func (e *TwiceError) Error() string {
	return fmt.Sprintf("two records of %s at placement %q", e.Day, e.Placement)
}

// Days is the status of every day that has one. The order of the records does not
// matter. It returns a *TwiceError where a placement has two records of a day.
func Days(records []DayRecord) (period.Timeline[Status], error) {
	sorted := records
	if !slices.IsSortedFunc(records, byDay) { // as they come from the store
		sorted = slices.Clone(records)
		slices.SortFunc(sorted, byDay)
	}
	entries := make([]period.Entry[Status], 0, len(sorted))
	for from := 0; from < len(sorted); {
		day, to := sorted[from].Day, from+1
		for ; to < len(sorted) && sorted[to].Day == day; to++ {
			if sorted[to].Placement == sorted[to-1].Placement {
				return period.Timeline[Status]{}, &TwiceError{Placement: sorted[to].Placement, Day: day}
			}
		}
		if status, said := OfDay(sorted[from:to]...); said {
			entries = append(entries, period.Entry[Status]{Span: period.Span{From: day, To: day}, Value: status})
		}
		from = to
	}
	return period.NewTimeline(entries...)
}

func byDay(a, b DayRecord) int {
	if a.Day != b.Day {
		return cmp.Compare(a.Day, b.Day)
	}
	return cmp.Compare(a.Placement, b.Placement)
}
