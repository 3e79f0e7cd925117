package sums_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestDuty(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/sums/duty"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 403)
	})
	t.Run("the day's month to begin with", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200)
		if month := page.Doc.Find("#f-month").AttrOr("value", ""); len(month) != len("2026-10") {
			t.Errorf("month %q", month)
		}
	})
	t.Run("hours less for a child and part-time work", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address+"?month=2026-10&child=yes&part_time_hours=12&hours_language=9&hours_own_job_search=20").Must(t, 200).
			Says(t, "18 timmar i veckan").Says(t, "79,2 tim").Says(t, "−10 tim").Says(t, "−12 tim").Says(t, "50").Says(t, "9 tim i veckan saknas").
			Says(t, "räknas inte mot kravet").Says(t, "SoL (2025:400) 12 kap. 4 a-6 a §§")
		if page.Doc.Find("details.ff-why:not([open])").Length() > 0 {
			t.Error("a step would be left out on paper")
		}
		room.In("en").As(town.Partner).Get(t, address+"?month=2026-10&hours_at_workplace=40").Must(t, 200).Says(t, "40 hours a week").Says(t, "100")
		room.In("sv")
	})
	t.Run("never below nothing", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address+"?month=2026-11&child=yes&part_time_hours=40").Must(t, 200).Says(t, "är 0 timmar").Says(t, "aldrig mindre")
	})
	t.Run("says that it does not apply yet, and when it does", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address+"?month=2026-09&part_time_hours=7,5").Must(t, 200).Says(t, "tillämpas inte i september 2026").Says(t, "tillämpas först på biståndet för oktober 2026")
		link := page.Doc.Find("main .ff-notice a").AttrOr("href", "")
		if !strings.Contains(link, "month=2026-10") {
			t.Errorf("leads to %q", link)
		}
		room.As(town.CaseManager).Get(t, link).Must(t, 200).Says(t, "32,5 timmar i veckan")
		room.As(town.CaseManager).Get(t, address+"?month=2026-06").Must(t, 200).Says(t, "gäller inte än")
	})
	t.Run("wrong input beside its field", func(t *testing.T) {
		for query, field := range map[string]string{
			"month=": "month", "month=2026-13": "month", "month=2027-01": "month", "month=2026-10&part_time_hours=169": "part_time_hours",
			"month=2026-10&part_time_hours=-1": "part_time_hours", "month=2026-10&part_time_hours=many": "part_time_hours", "month=2026-10&hours_language=1,555": "hours_language",
		} {
			page := room.As(town.CaseManager).Get(t, address+"?"+query).Must(t, 422)
			if page.Doc.Find("#f-"+field+"-error").Length() != 1 || page.Doc.Find("main .ff-stats").Length() != 0 {
				t.Errorf("%s: no error at %s, or an answer", query, field)
			}
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
