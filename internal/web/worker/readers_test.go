package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestReaders(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Managed()
	nobodyElse(t, town, "readers", string(id))
	address := "/work/cases/" + string(id) + "/readers"
	room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "3 personer har en uppgift i ärendet").
		Says(t, "Dan Resursperson nekades: Såg vem som kan se ärendet").Says(t, "Bo Beslutsfattare: Beslutade om en plats").
		Says(t, "inte öppnat någon del")
	room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "3 people have a task in the case").Says(t, "has a task in the case")
	town.DB.Close()
	room.As(town.CaseManager).Get(t, address).Must(t, 500)
}
