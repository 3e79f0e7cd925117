package participant_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
)

func TestMoney(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id, at, week := town.Due()
	me := town.ParticipantOf(id)
	const address = "/me/money"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 403)
	})
	t.Run("every krona explained, in both languages", func(t *testing.T) {
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "2 812 kr för vecka 32").Says(t, "Väntar på utbetalning")
		page.Says(t, "4,75 % av prisbasbeloppet 59 200 kr: 2 812,00 kr")
		if page.Doc.Find("details.ff-why").Length() < 4 {
			t.Error("the amount does not open to its steps")
		}
		town.Proposed(week)
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "2 812 kr for week 32").Says(t, "Proposed for payment").
			Says(t, "4.75% of the price base amount 59 200 kr: 2 812.00 kr")
		room.In("sv")
	})
	t.Run("the week that has ended is open, the one that goes on is a quiet line above", func(t *testing.T) {
		page := room.As(me).Get(t, address).Must(t, 200)
		cards := page.Doc.Find("main section.ff-card")
		if _, quiet := cards.Eq(0).Attr("data-going"); !quiet || cards.Eq(0).ChildrenFiltered("details[open]").Length() != 0 {
			t.Error("the week that goes on does not stand back")
		}
		if _, quiet := cards.Eq(1).Attr("data-going"); quiet || cards.Eq(1).ChildrenFiltered("details.ff-why[open]").Length() == 0 {
			t.Error("the newest week that has ended is not open")
		}
	})
	t.Run("calculated again, in both languages", func(t *testing.T) {
		town.Paid(week, id)
		town.Days(7)
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.Monday(), Reported: attendance.Attended, Settled: attendance.AbsentUnapproved}})
		town.Attests(town.Proposed(week.AddWeeks(1)))
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Veckan är räknad på nytt: förut 2 812 kr, nu 2 249 kr").
			Says(t, "563 kr är för mycket betalt för veckan").Says(t, "Inget dras från andra veckor")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "563 kr too much is paid for the week")
		room.In("sv")
	})
	t.Run("nothing yet", func(t *testing.T) {
		room.As(town.ParticipantOf(town.Enquiry())).Get(t, address).Must(t, 200).Says(t, "Du har ingen ersättning än")
	})
	t.Run("a rate is missing", func(t *testing.T) {
		town.Days(7 * 24)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "prisbasbelopp")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
	})
}
