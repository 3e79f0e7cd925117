package sums_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/sums"
	"fotfaste/internal/web/visit/visittest"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "sums", sums.Templates, sums.New(town.Office).Register)
}

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/sums"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 403)
		room.As(town.Administrator).Get(t, address).Must(t, 403)
	})
	t.Run("every card leads to its page", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Ingenting sparas")
		for _, link := range page.Doc.Find("main li a").EachIter() {
			room.As(town.Manager).Get(t, link.AttrOr("href", "")).Must(t, 200)
		}
		room.In("en").As(town.Partner).Get(t, address).Must(t, 200).Says(t, "Nothing is kept")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
