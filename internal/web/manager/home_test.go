package manager_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/manager"
	"fotfaste/internal/web/visit/visittest"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "manager", manager.Templates, manager.New(town.Office).Register)
}

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403).Says(t, "roll")
		room.As(town.CaseManager).Get(t, "/manager/figures/states.csv").Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		for _, language := range []string{"sv", "en"} {
			room.In(language).As(town.Manager).Get(t, address).Must(t, 200)
		}
		room.In("sv")
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, "/manager/figures/secrets.csv").Must(t, 404)
		room.As(town.Manager).Get(t, "/manager/figures/..%2f..%2fpasswd").Must(t, 404)
	})
	t.Run("success", func(t *testing.T) {
		for range 6 {
			town.Active()
		}
		town.Enquiry()
		page := room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "6 deltar").Says(t, "Cia Resursperson").Says(t, "6 av 20")
		if n := page.Doc.Find("figure").Length(); n != 8 {
			t.Errorf("%d figures", n)
		}
		// Each figure has its file, with the same numbers.
		for _, file := range page.Doc.Find("a[download]").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("href", "") }) {
			answer := room.As(town.Manager).Get(t, file).Must(t, 200)
			if kind := answer.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/csv") {
				t.Errorf("%s is %s", file, kind)
			}
			if !strings.HasPrefix(answer.Body.String(), "\uFEFF") || !strings.Contains(answer.Body.String(), ";") {
				t.Errorf("%s reads %q", file, answer.Body)
			}
		}
		states := room.As(town.Manager).Get(t, "/manager/figures/states.csv").Body.String()
		if !strings.Contains(states, "Deltar;") || !strings.Contains(states, ";6\r\n") {
			t.Errorf("the states read %q", states)
		}
		// The one enquiry is a small group: its gender is not told.
		if !strings.Contains(states, "Förfrågan;döljs;döljs;1\r\n") {
			t.Errorf("the states read %q", states)
		}
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "6 take part")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
	})
}
