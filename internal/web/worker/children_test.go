package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestChildren(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Managed()
	address := "/work/cases/" + string(id) + "/children"
	right := []string{"once", "a", "version", version(town, id), "birth", "2016-05-04", "from", "2020-01-01"}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "children", string(id))
		room.As(town.Second).Post(t, address, right...).Must(t, 403)
		room.As(town.CaseManager).Get(t, address+"/0197a1b2-0000-7000-8000-000000000000").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("from", "2016-05-03", "to", "2034-05-04")...).Must(t, 422)
		if kept := again.Doc.Find("#f-birth").AttrOr("value", ""); kept != "2016-05-04" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		if n := again.Doc.Find(".ds-validation-message").Length(); n != 2 {
			t.Errorf("%d messages beside fields, want 2", n)
		}
		room.As(town.CaseManager).Post(t, address, with("birth", "")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, with("version", "1")...).Must(t, 409)
	})
	child := ""
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Inga barn är inlagda")
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Ett barn räknas i dag").Says(t, "10 år")
		child = page.Doc.Find("a[href^='"+address+"/']").AttrOr("href", "")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "One child counts today").Says(t, "10 years")
		room.In("sv")
		for _, from := range []string{"", "/person"} {
			page := room.As(town.CaseManager).Get(t, strings.TrimSuffix(address, "/children")+from).Must(t, 200)
			if page.Doc.Find("a[href='"+address+"']").Length() == 0 {
				t.Errorf("no way to the children from %q", from)
			}
		}
	})
	t.Run("the last day is changed", func(t *testing.T) {
		now := version(town, id)
		again := room.As(town.CaseManager).Post(t, child, "once", "b", "version", now, "to", "2019-12-31").Must(t, 422)
		if kept := again.Doc.Find("#f-to").AttrOr("value", ""); kept != "2019-12-31" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.Second).Post(t, child, "once", "c", "version", now, "to", "2021-12-31").Must(t, 403)
		room.As(town.CaseManager).Post(t, child, "once", "d", "version", now, "to", "2021-12-31").Must(t, 303)
		room.As(town.CaseManager).Get(t, child).Must(t, 200).Says(t, "Räknades till och med")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "No child counts today")
		room.In("sv")
	})
	t.Run("entered by mistake", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, child+"/remove", "once", "e", "version", version(town, id)).Must(t, 303)
		room.As(town.CaseManager).Get(t, child).Must(t, 404)
		room.As(town.CaseManager).Get(t, strings.TrimSuffix(address, "/children")).Must(t, 200).Says(t, "lagts in av misstag")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Get(t, child).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, with("once", "y")...).Must(t, 500)
		room.As(town.CaseManager).Post(t, child, "once", "z", "to", "2021-12-31").Must(t, 500)
		room.As(town.CaseManager).Post(t, child+"/remove", "once", "x").Must(t, 500)
	})
}
