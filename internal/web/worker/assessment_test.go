package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
)

func TestAssessment(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Judged()
	address := "/work/cases/" + string(id) + "/assessment"
	begin := []string{"once", "a", "version", version(town, id), "instrument", "heltidsaktivering"}

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "assessment", string(id))
		room.As(town.Second).Post(t, address, begin...).Must(t, 403)
		room.As(town.Assessor).Post(t, address, "once", "b", "version", version(town, id), "instrument", "tarot").Must(t, 404)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "Ingen kartläggning än")
		to := room.As(town.Assessor).Post(t, address, begin...).Must(t, 303).Header().Get("Location")
		if !strings.HasSuffix(to, "/wishes") {
			t.Fatalf("the first theme is %s", to)
		}
		round := strings.Split(to, "/")[5]
		room.As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "behöver ett svar av handläggaren")
		room.As(town.Assessor).Post(t, address+"/"+round+"/complete", "once", "c", "version", version(town, id)).Must(t, 422)
		room.As(town.Assessor).Post(t, address, append([]string{"once", "d", "version", version(town, id)}, begin[4:]...)...).Must(t, 422)

		done := town.Assessed()
		for language, says := range map[string]string{"sv": "Orkar upp till 30 timmar i veckan och är på steg 4 av 6", "en": "Manages up to 30 hours a week"} {
			room.In(language).As(town.Assessor).Get(t, "/work/cases/"+string(done)+"/assessment").Must(t, 200).Says(t, says)
		}
		room.In("sv")
	})
	t.Run("completed on the page, with the participant's questions left", func(t *testing.T) {
		id, round := town.Assessing()
		town.Answer(id, round)
		own := casework.Sitting{Round: round, Section: "health"}
		if err := town.SaveMyAnswers(context.Background(), town.ParticipantOf(id), id, own); err != nil {
			t.Fatal(err)
		}
		complete := "/work/cases/" + string(id) + "/assessment/" + string(round) + "/complete"
		room.As(town.Assessor).Post(t, complete, "once", "e", "version", version(town, id)).Must(t, 422).Says(t, "Deltagaren har")
		room.As(town.Assessor).Post(t, complete, "once", "f", "version", version(town, id), "without_participant", "yes").Must(t, 303)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Assessor).Get(t, address).Must(t, 500)
		room.As(town.Assessor).Post(t, address, "once", "z", "instrument", "heltidsaktivering", "version", "1").Must(t, 500)
	})
}

func TestAssessmentSection(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, round := town.Assessing()
	base := "/work/cases/" + string(id) + "/assessment/" + string(round) + "/"

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "assessment/"+string(round)+"/health", string(id))
		room.As(town.Second).Post(t, base+"health", "once", "g").Must(t, 403)
		room.As(town.Assessor).Get(t, base+"nothing").Must(t, 404)
		room.As(town.Assessor).Get(t, "/work/cases/"+string(id)+"/assessment/"+string(id)+"/health").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.Assessor).Post(t, base+"ability", "once", "a", "professional-hours_now", "trettio", "professional-ability", "h30").Must(t, 422)
		if kept := again.Doc.Find("#f-professional-hours_now").AttrOr("value", ""); kept != "trettio" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.Assessor).Post(t, base+"ability", "once", "b", "participant-ability", "h99").Must(t, 422)
		room.As(town.Assessor).Post(t, base+"everyday", "once", "c", "professional-habits", "some").Must(t, 422).Says(t, "när ni är ensamma")
	})
	t.Run("both raters side by side, and on to the next theme", func(t *testing.T) {
		page := room.As(town.Assessor).Get(t, base+"wishes").Must(t, 200).Says(t, "Vad vill du?").Says(t, "Vad vill deltagaren?")
		to := room.As(town.Assessor).Post(t, base+"wishes", "once", "d", "seen", page.Doc.Find("input[name=seen]").AttrOr("value", ""),
			"participant-own_goal", "Kök", "professional-own_goal.later", "yes").Must(t, 303).Header().Get("Location")
		if !strings.HasSuffix(to, "/situation") {
			t.Errorf("on to %s", to)
		}
		room.As(town.Assessor).Get(t, "/work/cases/"+string(id)+"/assessment").Must(t, 200).Says(t, "1 att fråga senare")
		room.In("en").As(town.Assessor).Get(t, base+"wishes").Must(t, 200).Says(t, "What does the participant want?")
		room.In("sv")
	})
	t.Run("an answer that calls for more stays on the theme", func(t *testing.T) {
		to := room.As(town.Assessor).Post(t, base+"health", "once", "e", "professional-physical_health", "some", "participant-physical_health", "none").
			Must(t, 303).Header().Get("Location")
		if !strings.HasSuffix(to, "/health") {
			t.Errorf("on to %s", to)
		}
		room.As(town.Assessor).Get(t, base+"health").Must(t, 200).Says(t, "Har deltagaren kontakt med vården om det?").Says(t, "Ni ser olika på det här")
		if to := room.As(town.Assessor).Post(t, base+"health", "once", "f", "pause", "yes", "professional-physical_health", "some").Must(t, 303).Header().Get("Location"); !strings.HasSuffix(to, "/assessment") {
			t.Errorf("a break leads to %s", to)
		}
	})
	t.Run("private questions are put only to who is alone", func(t *testing.T) {
		if strings.Contains(room.As(town.Assessor).Get(t, base+"everyday").Must(t, 200).Text(), "trygg med dem") {
			t.Error("a private question is shown with others in the room")
		}
		room.As(town.Assessor).Get(t, base+"everyday?alone=true").Must(t, 200).Says(t, "trygg med dem")
		room.As(town.Assessor).Post(t, base+"everyday?alone=true", "once", "h", "professional-safe_at_home", "no").Must(t, 303)
		if strings.Contains(room.As(town.DecisionMaker).Get(t, base+"everyday?alone=true").Must(t, 200).Text(), "trygg med dem") {
			t.Error("a private question is shown to one who does not assess")
		}
	})
	t.Run("what the participant has answered is read only", func(t *testing.T) {
		town.Days(1)
		err := town.SaveMyAnswers(context.Background(), town.ParticipantOf(id), id, casework.Sitting{
			Round: round, Section: "wishes", Participant: assessment.Answers{"own_goal": assessment.Written("Bussförare")},
		})
		if err != nil {
			t.Fatal(err)
		}
		page := room.As(town.Assessor).Get(t, base+"wishes").Must(t, 200).Says(t, "svarar själv").Says(t, "Bussförare")
		if page.Doc.Find("#f-participant-own_goal").Length() != 0 {
			t.Error("the participant's answer can be written over")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Assessor).Get(t, base+"wishes").Must(t, 500)
		room.As(town.Assessor).Post(t, base+"wishes", "once", "z").Must(t, 500)
	})
}

func TestAssessmentRound(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, round := town.Assessing()
	town.Answer(id, round)
	address := "/work/cases/" + string(id) + "/assessment/" + string(round)
	nobodyElse(t, town, "assessment/"+string(round), string(id))
	room.As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "Jag vill arbeta i kök igen.").Says(t, "visas inte här")
	room.In("en").As(town.Assessor).Get(t, address+"?alone=true").Must(t, 200).Says(t, "Are you safe with those close to you?")
	town.DB.Close()
	room.As(town.Assessor).Get(t, address).Must(t, 500)
}
