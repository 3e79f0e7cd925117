package sums_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestStudies(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/sums/studies"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Administrator).Get(t, address).Must(t, 403)
	})
	t.Run("one group of questions a screen, and the answers go along", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Vad studerar personen?")
		if page.Doc.Find("#f-on").AttrOr("value", "") == "" || page.Doc.Find("main form fieldset").Length() != 3 {
			t.Error("the first screen has other questions")
		}
		page = room.As(town.CaseManager).Get(t, address+"?on=2026-11-22&level=basic&student_aid=no&most_suitable=yes&go=age").Must(t, 200).Says(t, "Födelsedagen behövs inte")
		if carried := page.Doc.Find("main form input[type=hidden]"); carried.Length() != 4 || page.Doc.Find("main form input[name=level]").AttrOr("value", "") != "basic" {
			t.Errorf("%d answers go along", carried.Length())
		}
		if names := page.Doc.Find("main input[type=date], main input[type=text]").Length(); names != 0 {
			t.Errorf("%d fields could hold what is about a person", names)
		}
		room.As(town.CaseManager).Get(t, address+"?go=no_such").Must(t, 200).Says(t, "Vad studerar personen?")
	})
	t.Run("an exception is met", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address+"?on=2026-11-22&level=basic&student_aid=no&most_suitable=yes&same_for_all=yes&go=result").Must(t, 200).
			Says(t, "Ett undantag är uppfyllt").Says(t, "SoL (2025:400) 12 kap. 1 §").Says(t, "Prövning av bistånd under studier, 22 november 2026.")
		if page.Doc.Find("#journal p").Length() != 13 || page.Doc.Find("main table tbody tr").Length() != 10 || page.Doc.Find("main .ff-notice a").Length() != 0 {
			t.Errorf("%s", page.Text())
		}
		if hidden := page.Doc.Find("button[data-copy=journal][hidden]").Length(); hidden != 1 {
			t.Error("a button that needs a script is shown without")
		}
	})
	t.Run("what is missing leads to where it is asked", func(t *testing.T) {
		page := room.In("en").As(town.CaseManager).Get(t, address+"?on=2025-06-30&go=result").Must(t, 200).Says(t, "SoL (2001:453) 4 kap. 1 §").Says(t, "Needs to be known")
		links := page.Doc.Find("main .ff-notice a")
		if links.Length() != 15 {
			t.Errorf("%d questions", links.Length())
		}
		for _, link := range links.EachIter() {
			to := link.AttrOr("href", "")
			path, field, _ := strings.Cut(to, "#")
			if room.As(town.CaseManager).Get(t, path).Must(t, 200).Doc.Find("#"+field).Length() != 1 {
				t.Errorf("%s leads to no field", to)
			}
		}
		room.In("sv")
	})
	t.Run("an exception for a time", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address+"?on=2026-11-22&partner_needs_support=yes&term_ends=2027-01-15&same_for_all=yes&go=result").Must(t, 200).Says(t, "Till och med").Says(t, "Ett undantag är uppfyllt")
		room.As(town.CaseManager).Get(t, address+"?on=2026-11-22&level=basic&most_suitable=yes&same_for_all=no&go=result").Must(t, 200).Says(t, "Huvudregeln gäller")
	})
	t.Run("wrong input beside its field, on its screen", func(t *testing.T) {
		for query, field := range map[string]string{
			"on=&go=result": "on", "on=22/11&go=result": "on", "on=2031-01-01&go=result": "on", "on=1999-01-01": "on",
			"term_ends=soon&go=result": "term_ends", "student_aid=perhaps&go=agency": "student_aid", "birth=2001-02-03&go=result": "birth", "level=phd&go=result": "level",
		} {
			page := room.As(town.CaseManager).Get(t, address+"?"+query).Must(t, 422)
			if page.Doc.Find("#f-"+field+"-error").Length() != 1 {
				t.Errorf("%s: no error at %s", query, field)
			}
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
