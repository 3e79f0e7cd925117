package admin_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/admin"
	"fotfaste/internal/web/visit/visittest"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "admin", admin.Templates, admin.New(town.Office).Register)
}

func TestAccounts(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/admin"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Manager).Get(t, address).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Administrator).Get(t, address+"?role=king").Must(t, 422)
		room.As(town.Administrator).Get(t, address+"?organisation=x").Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		town.ParticipantOf(town.Enquiry())
		page := room.As(town.Administrator).Get(t, address).Must(t, 200).
			Says(t, "Hans Utvärderare").Says(t, "Arbetsförmedlingen").Says(t, "1 deltagare logga in")
		if strings.Contains(page.Text(), "Amina") {
			t.Error("the page tells who takes part")
		}
		one := room.As(town.Administrator).Get(t, address+"?name=hans+utv").Must(t, 200).Says(t, "Hans Utvärderare")
		if strings.Contains(one.Text(), "Gun Chef") {
			t.Error("the search narrows nothing")
		}
		room.As(town.Administrator).Get(t, address+"?role=partner").Must(t, 200).Says(t, "Lo Förmedlare")
		room.As(town.Administrator).Get(t, address+"?organisation="+string(town.Provider)).Must(t, 200).Says(t, "Kaj Handledare")
		room.As(town.Administrator).Get(t, address+"?name=nobody").Must(t, 200).Says(t, "Inget konto passar")
		room.In("en").As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "Organisations")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Administrator).Get(t, address).Must(t, 500)
	})
}
