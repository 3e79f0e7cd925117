package participant_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/participant"
	"fotfaste/internal/web/visit/visittest"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "participant", participant.Templates, participant.New(town.Office).Register)
}

func TestAssessment(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/me/assessment"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
	})
	t.Run("not begun", func(t *testing.T) {
		room.As(town.ParticipantOf(town.Enquiry())).Get(t, address).Must(t, 200).Says(t, "har inte börjat än")
	})
	t.Run("half done", func(t *testing.T) {
		id, _ := town.Assessing()
		room.As(town.ParticipantOf(id)).Get(t, address).Must(t, 200).Says(t, "Så långt har du kommit")
	})
	t.Run("complete, in both languages", func(t *testing.T) {
		me := town.ParticipantOf(town.Assessed())
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Upp till 30 timmar i veckan").Says(t, "Jag vill arbeta i kök igen.")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "Step 4 of 6")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		me := town.ParticipantOf(town.Enquiry())
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
	})
}

func TestAssessmentSection(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, _ := town.Assessing()
	me := town.ParticipantOf(id)
	const address = "/me/assessment/"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Post(t, address+"wishes", "once", "a").Must(t, 401)
		room.As(town.Assessor).Post(t, address+"wishes", "once", "a").Must(t, 403)
		room.As(me).Get(t, address+"nothing").Must(t, 404)
		other := town.ParticipantOf(town.Enquiry())
		room.As(other).Get(t, address+"wishes").Must(t, 404) // their own has not begun
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(me).Post(t, address+"ability", "once", "b", "participant-hours_now", "många").Must(t, 422)
		if kept := again.Doc.Find("#f-participant-hours_now").AttrOr("value", ""); kept != "många" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(me).Post(t, address+"everyday", "once", "c", "participant-habits", "some").Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		page := room.In("en").As(me).Get(t, address+"wishes").Must(t, 200).Says(t, "What do you want?")
		room.In("sv")
		to := room.As(me).Post(t, address+"wishes", "once", "d", "seen", page.Doc.Find("input[name=seen]").AttrOr("value", ""),
			"participant-own_goal", "Jag vill köra buss.").Must(t, 303).Header().Get("Location")
		if to != address+"situation" {
			t.Errorf("on to %s", to)
		}
		room.As(me).Get(t, address+"wishes").Must(t, 200).Says(t, "Jag vill köra buss.")
		if to := room.As(me).Post(t, address+"health", "once", "e", "participant-physical_health", "some").Must(t, 303).Header().Get("Location"); to != address+"health" {
			t.Errorf("an answer that calls for more leads to %s", to)
		}
		if to := room.As(me).Post(t, address+"language", "once", "f", "pause", "yes").Must(t, 303).Header().Get("Location"); to != "/me/assessment" {
			t.Errorf("a break leads to %s", to)
		}
	})
	t.Run("private questions only when alone, and never the professional's", func(t *testing.T) {
		if strings.Contains(room.As(me).Get(t, address+"everyday").Must(t, 200).Text(), "alkohol") {
			t.Error("a private question is shown where somebody may see the screen")
		}
		page := room.As(me).Get(t, address+"everyday?alone=true").Must(t, 200).Says(t, "alkohol")
		if strings.Contains(page.Text(), "trygg med dem") {
			t.Error("a question for the talk is put on the screen")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address+"wishes").Must(t, 500)
		room.As(me).Post(t, address+"wishes", "once", "z").Must(t, 500)
	})
}
