package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
)

func TestOpened(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	ctx := context.Background()
	id := town.Agreed()
	me := town.ParticipantOf(id)
	const address = "/work"

	t.Run("nothing is open", func(t *testing.T) {
		room.As(town.Partner).Get(t, address).Must(t, 200).Says(t, "0 ärenden")
	})
	t.Run("just the part that was opened", func(t *testing.T) {
		err := town.GiveConsent(ctx, me, id, casework.GivingConsent{Organisation: town.Agency, Part: access.Plan, Until: town.Today().AddDays(30)})
		if err != nil {
			t.Fatal(err)
		}
		page := room.As(town.Partner).Get(t, address).Must(t, 200).Says(t, "1 ärende").Says(t, "Amina Exempel")
		links := page.Doc.Find(`main a[href^="/work/cases/"]`)
		if links.Length() != 1 || links.AttrOr("href", "") != "/work/cases/"+string(id)+"/plan" {
			t.Errorf("%d links, the first to %s", links.Length(), links.AttrOr("href", ""))
		}
		if strings.Contains(page.Text(), "Steg") || strings.Contains(page.Text(), "30 h") {
			t.Errorf("the list tells more than was opened: %s", page.Text())
		}
		found := room.As(town.Partner).Get(t, "/work/search?q=amina").Must(t, 200)
		if href := found.Doc.Find("td a, th a").AttrOr("href", ""); !strings.HasSuffix(href, "/plan") {
			t.Errorf("the search leads to %q", href)
		}
		for _, shut := range []string{"", "/assessment", "/contacts", "/decisions", "/readers", "/compensation"} {
			room.As(town.Partner).Get(t, "/work/cases/"+string(id)+shut).Must(t, 403)
		}
	})
	t.Run("in English", func(t *testing.T) {
		room.In("en").As(town.Partner).Get(t, address).Must(t, 200).Says(t, "Amina Exempel")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Partner).Get(t, address).Must(t, 500)
	})
}
