package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"

	"github.com/PuerkitoBio/goquery"
)

func TestStaffName(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Enquiry()
	address := "/work/cases/" + string(id) + "/staff"
	right := []string{"once", "a", "version", version(town, id), "task", "deciding", "account", string(town.DecisionMaker.Account), "reason", "Ska besluta i ärendet."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "staff", string(id))
		room.As(town.Second).Post(t, address, right...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.Assessor).Post(t, address, with("account", "nobody")...).Must(t, 422)
		if kept := again.Doc.Find("#f-reason").Text(); kept != "Ska besluta i ärendet." {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.Assessor).Post(t, address, with("reason", "kort")...).Must(t, 422)
		room.As(town.Assessor).Post(t, address, with("account", string(town.Evaluator.Account))...).Must(t, 422)
		room.As(town.Assessor).Post(t, address, with("task", "case_managing")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Assessor).Post(t, address, right...).Must(t, 303)
		page := room.In("en").As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "Bo Beslutsfattare")
		room.In("sv")
		release := ""
		page.Doc.Find("form[action$='/release']").Each(func(_ int, s *goquery.Selection) {
			if strings.Contains(s.Text(), "Bo ") {
				release = s.AttrOr("action", "")
			}
		})
		room.As(town.Assessor).Post(t, release, "once", "r", "version", version(town, id)).Must(t, 303)
		room.As(town.Assessor).Post(t, release, "once", "s", "version", version(town, id)).Must(t, 404)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Assessor).Get(t, address).Must(t, 500)
		room.As(town.Assessor).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
