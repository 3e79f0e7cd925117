package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

func TestChange(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, placed := town.Started()
	other := town.Agreed()
	page := "/work/cases/" + string(id) + "/placements/" + string(placed)
	propose := func(kind placement.ChangeKind, hours int, to *period.Day) {
		t.Helper()
		in := casework.ProposedChange{Change: placement.Change{Kind: kind, Hours: hours, To: to, Reason: "Det går bättre än vi trodde."}}
		if err := town.ProposeChange(context.Background(), town.Supervisor, placed, in); err != nil {
			t.Fatal(err)
		}
	}
	answer := func(once, answer string, changes ...string) []string {
		shown := room.As(town.CaseManager).Get(t, page).Must(t, 200)
		proposal, _ := shown.Doc.Find("input[name=proposal]").Attr("value")
		return append(changes, "once", once, "version", version(town, id), "proposal", proposal, "answer", answer)
	}
	propose(placement.ChangeHours, 25, nil)
	t.Run("guards", func(t *testing.T) {
		form := answer("a", "yes")
		room.AsNobody().Post(t, page+"/change", form...).Must(t, 401)
		room.As(town.Second).Post(t, page+"/change", form...).Must(t, 403)
		room.As(town.CaseManager).Post(t, "/work/cases/"+string(id)+"/placements/"+string(other)+"/change", form...).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, page+"/change", answer("b", "no", "words", "Nej")...).Must(t, 422)
		if again.Doc.Find("#f-words-error").Length() != 1 || !strings.Contains(again.Doc.Find("#f-words").Text(), "Nej") {
			t.Error("nothing stands beside the words, or what was typed is lost")
		}
		room.As(town.CaseManager).Post(t, page+"/change", answer("c", "perhaps")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, page+"/change", answer("d", "yes", "proposal", string(other))...).Must(t, 422).Says(t, "väntar inte på svar")
		room.As(town.CaseManager).Post(t, page+"/change", answer("e", "yes", "version", "1")...).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, "/work").Must(t, 200).Says(t, "Anordnaren föreslår en ändring")
		room.As(town.CaseManager).Get(t, page).Must(t, 200).Says(t, "25 timmar i veckan i stället för 20").Says(t, "Det går bättre än vi trodde.")
		room.In("en").As(town.CaseManager).Get(t, page).Must(t, 200).Says(t, "25 hours a week instead of 20")
		form := room.In("sv").As(town.CaseManager)
		form.Post(t, page+"/change", answer("f", "yes")...).Must(t, 303)
		form.Get(t, page).Must(t, 200).Says(t, "Godkänd")
		if got := town.Placement(placed).Hours; got != 25 {
			t.Errorf("it is %d hours", got)
		}
		propose(placement.ChangeHours, 40, nil)
		form.Post(t, page+"/change", answer("g", "no", "words", "Planen säger tjugofem timmar.")...).Must(t, 303)
		form.Get(t, page).Must(t, 200).Says(t, "Planen säger tjugofem timmar.")
		to := town.Placement(placed).To.AddDays(14)
		propose(placement.ChangeExtend, 0, &to)
		form.Get(t, page).Must(t, 200).Says(t, "Med ett ja bekräftar du")
		form.Post(t, page+"/change", answer("h", "yes")...).Must(t, 303)
		if got := town.Placement(placed).To; *got != to {
			t.Errorf("it lasts until %v", got)
		}
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)).Must(t, 200).Says(t, "senare sista dag")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Post(t, page+"/change", "once", "z", "answer", "yes").Must(t, 500)
	})
}
