package participant_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestLetters(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id, other := town.Granted(), town.Granted()
	me, stranger := town.ParticipantOf(id), town.ParticipantOf(other)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, "/me/letters").Must(t, 303)
		room.As(town.CaseManager).Get(t, "/me/letters").Must(t, 403)
		room.As(me).Get(t, "/me/letters/"+string(id)).Must(t, 404)
		room.As(me).Get(t, "/me/letters/nothing").Must(t, 404)
	})
	t.Run("none yet", func(t *testing.T) {
		room.As(town.ParticipantOf(town.Enquiry())).Get(t, "/me/letters").Must(t, 200).Says(t, "Du har inga beslut än")
	})
	t.Run("a new one stands on top, and is not new when it has been opened", func(t *testing.T) {
		room.In("en").As(me).Get(t, "/me").Must(t, 200).Says(t, "You have a new decision")
		home := room.In("sv").As(me).Get(t, "/me").Must(t, 200).Says(t, "Du har ett nytt beslut")
		letter, _ := home.Doc.Find(".ff-hero a").Attr("href")
		room.As(me).Get(t, "/me/letters").Must(t, 200).Says(t, "Du har ett nytt beslut").Says(t, "Nytt")
		room.AsNobody().Get(t, letter).Must(t, 303)
		room.As(stranger).Get(t, letter).Must(t, 404)
		room.As(stranger).Get(t, letter+".pdf").Must(t, 404)
		room.As(town.CaseManager).Get(t, letter).Must(t, 403)
		room.As(me).Get(t, letter).Must(t, 200).Says(t, "Går att överklaga till och med 24 augusti 2026").Says(t, officetest.Reason).Says(t, "öppnat i Min väg")
		if got := room.As(me).Get(t, letter+".pdf").Must(t, 200); got.Header().Get("Content-Type") != "application/pdf" {
			t.Error(got.Header())
		}
		room.As(me).Get(t, "/me/letters").Must(t, 200).Says(t, "Kan överklagas till 24 augusti 2026")
		room.In("en").As(me).Get(t, "/me/letters").Must(t, 200).Says(t, "You get a place in the programme")
		if room.In("sv").As(me).Get(t, "/me").Doc.Find(`.ff-hero a[href^="/me/letters/"]`).Length() != 0 {
			t.Error("a letter that has been opened is told as new")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, "/me/letters").Must(t, 500)
		room.As(me).Get(t, "/me/letters/"+string(id)).Must(t, 500)
	})
}
