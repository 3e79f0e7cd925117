package sums_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestWage(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/sums/wage"

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/figures.csv"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.PaymentOfficer).Get(t, address+page).Must(t, 403)
		}
	})
	ask := room.As(town.Manager)
	t.Run("every figure of the source by its name", func(t *testing.T) {
		ask.Get(t, address).Must(t, 200).Says(t, "Extratjänst kostar kommunen 1 442 kr i månaden, bistånd åt en ensam 7 973 kr").
			Says(t, "Kommunen vinner på 6 av 9").Says(t, "−12 570 kr").Says(t, "37,41 %").Says(t, "004, avsnitt 12").Says(t, "Lokaler, dator").Says(t, "avrundad till hela kronor för sig")
		file := ask.Get(t, address+"/figures.csv").Must(t, 200)
		in := csv.NewReader(strings.NewReader(strings.TrimPrefix(file.Body.String(), "\uFEFF")))
		in.Comma = ';'
		lines, err := in.ReadAll()
		if err != nil || len(lines) != 24 {
			t.Fatalf("%d lines, %v", len(lines), err)
		}
		got := map[string]string{}
		for _, line := range lines[1:] {
			got[line[0]] = line[3]
		}
		for name, want := range map[string]string{
			"gross_wage": "19100", "employer_on_cost": "37,41", "total_wage_cost": "26543", "remaining_extra_service": "1442",
			"assistance_single": "7973", "net_single_new_start": "-12570", "net_single_introduction": "1511", "net_couple_extra": "10443",
		} {
			if got[name] != want {
				t.Errorf("%s is %q, want %q", name, got[name], want)
			}
		}
		room.In("en").As(town.DecisionMaker).Get(t, address).Must(t, 200).Says(t, "The municipality gains by 6 of 9").Says(t, "rounded to whole kronor by itself")
		room.In("sv")
	})
	t.Run("figures of one's own", func(t *testing.T) {
		page := ask.Get(t, address+"?year=2020&gross_wage=20+000&employer_on_cost=40,5").Must(t, 200).Says(t, "28 412 kr").Says(t, "Egen uppgift")
		if page.Doc.Find("details.ff-unfold[open]").Length() != 1 {
			t.Error("what was stated is hidden")
		}
	})
	t.Run("invalid", func(t *testing.T) {
		for _, wrong := range []string{"year=2021", "gross_wage=much", "gross_wage=-1", "gross_wage=99999999"} {
			name, _, _ := strings.Cut(wrong, "=")
			page := ask.Get(t, address+"?"+wrong).Must(t, 422)
			if page.Doc.Find("#f-"+name+"-error").Length() != 1 {
				t.Errorf("%s: nothing is said beside it", wrong)
			}
			ask.Get(t, address+"/figures.csv?"+wrong).Must(t, 422)
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		ask.Get(t, address).Must(t, 500)
	})
}
