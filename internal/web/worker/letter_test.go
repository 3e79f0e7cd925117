package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
)

// letterOf is the letter of the newest decision.
func letterOf(t *testing.T, town *officetest.Town, id ident.ID) ident.ID {
	t.Helper()
	v, err := town.SeeDecisions(context.Background(), town.DecisionMaker, id)
	if err != nil || len(v.Decisions) == 0 || v.Decisions[0].Letter == nil {
		t.Fatalf("no letter: %v", err)
	}
	return v.Decisions[0].Letter.ID
}

func TestLetter(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Managed()
	page := "letters/" + string(letterOf(t, town, id))
	address := "/work/cases/" + string(id) + "/" + page
	right := []string{"once", "a", "version", version(town, id), "how", "posted", "on", "2026-08-04"}
	with := func(changes ...string) []string { return append(changes, right...) }
	town.Days(3)

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, page, string(id))
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/letters/"+string(id)).Must(t, 404)
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/letters/nothing").Must(t, 404)
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.Second).Post(t, address, with("once", "b")...).Must(t, 403)
		room.As(town.Manager).Get(t, address).Must(t, 403)
	})
	t.Run("the letter, in both languages", func(t *testing.T) {
		shown := room.In("sv").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Så överklagar du").Says(t, officetest.Reason).
			Says(t, "Ingen dag är antecknad")
		if shown.Doc.Find(`article.ff-letter[lang="sv"]`).Length() != 1 {
			t.Error("the letter does not say its language")
		}
		other, _ := shown.Doc.Find(`a:contains("Read in English")`).Attr("href")
		room.In("en").As(town.CaseManager).Get(t, other).Must(t, 200).Says(t, "How to appeal").Says(t, "This is a translation")
		room.In("sv").As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/decisions").Must(t, 200).Says(t, "Läs brevet")
	})
	t.Run("as a document", func(t *testing.T) {
		got := room.As(town.CaseManager).Get(t, address+".pdf").Must(t, 200)
		if name := got.Header().Get("Content-Disposition"); !strings.HasPrefix(got.Body.String(), "%PDF-") || !strings.Contains(name, town.Case(id).Number+"-2026-08-03-sv.pdf") {
			t.Errorf("%s", name)
		}
		room.AsNobody().Get(t, address+".pdf").Must(t, 303)
		room.As(town.Second).Get(t, address+".pdf").Must(t, 403)
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/letters/"+string(id)+".pdf").Must(t, 404)
		room.As(town.CaseManager).Get(t, "/work/cases/nobody/letters/"+string(id)+".pdf").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("once", "c", "on", "2026-08-07")...).Must(t, 422).Says(t, "i dag eller en tidigare dag")
		if again.Doc.Find(`input[value="posted"][checked]`).Length() != 1 || again.Doc.Find("#f-on-error").Length() != 1 {
			t.Error("what was chosen is lost, or no message stands beside the day")
		}
		room.As(town.CaseManager).Post(t, address, with("once", "d", "on", "2026-08-02")...).Must(t, 422).Says(t, "fanns inte före")
		room.As(town.CaseManager).Post(t, address, with("once", "e", "how", "pigeon")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, with("once", "f", "version", "1")...).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303) // sent twice
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Går att överklaga till och med 25 augusti 2026").Says(t, "skickat med post")
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/decisions").Must(t, 200).Says(t, "25 augusti 2026")
		room.As(town.CaseManager).Post(t, address, with("once", "g")...).Must(t, 422).Says(t, "Den dagen ändras inte")
		town.Days(30)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Tiden för att överklaga gick ut")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
