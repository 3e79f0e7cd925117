package evaluator_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/evaluator"
	"fotfaste/internal/web/visit/visittest"
)

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := visittest.Open(t, "evaluator", evaluator.Templates, evaluator.New(town.Office).Register)
	const address = "/evaluator"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Auditor).Get(t, address).Must(t, 403)
		room.As(town.Auditor).Get(t, "/evaluator/figures/ability.csv").Must(t, 403)
	})
	t.Run("too few to show", func(t *testing.T) {
		town.Assessed()
		page := room.As(town.Evaluator).Get(t, address).Must(t, 200).Says(t, "minst 5 personer")
		if page.Doc.Find("figure").Length() != 0 {
			t.Error("figures of one person are shown")
		}
		room.As(town.Evaluator).Get(t, "/evaluator/figures/ability.csv").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Evaluator).Get(t, "/evaluator/figures/persons.csv").Must(t, 404)
	})
	t.Run("success", func(t *testing.T) {
		for range 5 {
			town.Assessed()
		}
		page := room.As(town.Evaluator).Get(t, address).Must(t, 200).Says(t, "6 har kartlagts")
		if text := page.Text(); strings.Contains(text, "Amina") || strings.Contains(text, "2026-0001") {
			t.Errorf("the page tells of a person: %s", text)
		}
		files := page.Doc.Find("a[download]").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("href", "") })
		if len(files) != 7 {
			t.Errorf("%d files", len(files))
		}
		for _, file := range files {
			room.As(town.Evaluator).Get(t, file).Must(t, 200)
		}
		room.In("en").As(town.Evaluator).Get(t, address).Must(t, 200).Says(t, "6 have been assessed")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Evaluator).Get(t, address).Must(t, 500)
	})
}
