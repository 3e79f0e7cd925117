package payment_test

import (
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/period"
)

// A run carries what has changed in the weeks before it. Each page says which week, what
// it was and what becomes of the difference.
func TestCorrectionsOfARun(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, at, first := town.Due()
	town.Paid(first, id)
	second := first.AddWeeks(1)
	town.Days(7)
	town.Reports(id, at, second, officetest.WholeWeek...)
	settled := func(week period.Week, status attendance.Status) {
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.Monday(), Reported: attendance.Attended,
			Confirmed: attendance.Attended, Settled: status}})
	}
	settled(first, attendance.AbsentUnapproved)
	run := town.Proposed(second)
	address := "/payments/runs/" + string(run)

	t.Run("a fall is said clearly and takes nothing", func(t *testing.T) {
		page := room.As(town.Attester).Get(t, address).Must(t, 200).Says(t, "2 812 kr till 1 deltagare för vecka 33").
			Says(t, "563 kr har betalats för mycket för vecka 32").Says(t, "Inget tas från andra veckor").Says(t, "−563 kr").
			Says(t, "För mycket betalt: en människa beslutar")
		if page.Doc.Find(`main a[href="`+address+`?show=falls"]`).Length() != 1 {
			t.Error("the falls cannot be chosen")
		}
		room.In("en").As(town.Attester).Get(t, address).Must(t, 200).Says(t, "563 kr too much has been paid for week 32").
			Says(t, "A recovery case is opened when the run is attested")
		room.In("sv").As(town.Attester).Get(t, address+"/differences").Must(t, 200).Says(t, "1 tidigare vecka rättas")
	})
	t.Run("the lines that are asked for, on the page and in the file", func(t *testing.T) {
		for show, rows := range map[string]int{"": 2, "corrections": 1, "falls": 1, "uncertain": 1, "protected": 0, "unknown": 2} {
			page := room.As(town.Attester).Get(t, address+"?show="+show).Must(t, 200)
			if n := page.Doc.Find("section.ff-card:last-of-type tbody tr").Length(); n != rows {
				t.Errorf("%q shows %d lines, want %d", show, n, rows)
			}
			file := room.As(town.Attester).Get(t, address+"/lines.csv?show="+show).Must(t, 200).Body.String()
			if n := strings.Count(file, "2026-W3"); n != rows {
				t.Errorf("%q has %d lines in the file, want %d:\n%s", show, n, rows, file)
			}
		}
	})
	t.Run("what is taken back of the same week, and a run that pays nothing", func(t *testing.T) {
		town.Attests(run)
		town.Answers(town.Sent(run), "")
		room.As(town.Attester).Get(t, address).Must(t, 200).Says(t, "En människa beslutar om det betalas tillbaka")
		town.Days(7)
		settled(first, attendance.Attended)
		settled(second, attendance.AbsentUnapproved)
		address = "/payments/runs/" + string(town.Proposed(second.AddWeeks(1)))
		room.As(town.Attester).Get(t, address).Must(t, 200).Says(t, "Inget betalas med vecka 34: 2 veckor rättas").
			Says(t, "563 kr möter det som var för mycket betalt för samma vecka")
		room.As(town.Attester).Get(t, address+"/attest").Must(t, 200).Says(t, "Attestera 2 rättade veckor, inget betalas")
		room.As(town.Attester).Get(t, "/payments").Must(t, 200).Says(t, "Förslaget för vecka 34 väntar på attest").Says(t, "Inget betalas med vecka 34")
	})
}
