package manager_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestCases(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/cases"
	active := town.Case(town.Active())
	enquiry := town.Case(town.Enquiry())

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Evaluator).Get(t, address).Must(t, 403)
		room.As(town.Evaluator).Get(t, address+"/file").Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, address+"?state=happy").Must(t, 422)
		room.As(town.Manager).Get(t, address+"?manager=nobody").Must(t, 422)
		room.As(town.Manager).Get(t, address+"?page=0").Must(t, 422)
		room.As(town.Manager).Get(t, address+"?page=7").Must(t, 200)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "2 ärenden").Says(t, active.Number).Says(t, enquiry.Number)
		only := room.As(town.Manager).Get(t, address+"?state=active&manager="+string(town.CaseManager.Account)).Must(t, 200)
		if only.Says(t, active.Number); strings.Contains(only.Text(), enquiry.Number) {
			t.Error("the list is not narrowed to those who take part")
		}
		none := room.As(town.Manager).Get(t, address+"?state=closed").Must(t, 200)
		none.Says(t, "Inget ärende passar")
		file := room.As(town.Manager).Get(t, address+"/file?state=active").Must(t, 200).Body.String()
		if !strings.Contains(file, active.Number) || strings.Contains(file, enquiry.Number) {
			t.Errorf("the file reads %q", file)
		}
		below := room.As(town.Manager).Get(t, address+"?below=yes").Must(t, 200)
		if want := active.PlannedHours < active.AbilityHours; strings.Contains(below.Text(), active.Number) != want {
			t.Errorf("below its ability: %v, want %v", !want, want)
		}
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "2 cases")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}
