package manager_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// months are rows of a register file: the case's months from the first to the last.
func months(town *officetest.Town, id ident.ID, first, last string) string {
	var rows strings.Builder
	for m := period.MustMonth(first); m <= period.MustMonth(last); m++ {
		fmt.Fprintf(&rows, "%s,%s\n", town.Case(id).Number, m)
	}
	return rows.String()
}

// onAssistance is three in the programme since August 2026, of whom a register file knows
// the months to September: ten years of one, two of another, whose identity is protected.
func onAssistance(t *testing.T, town *officetest.Town) (long, short ident.ID) {
	t.Helper()
	long, short = town.Active(), town.Active()
	town.Active()
	town.Protect(short)
	town.Days(70)
	_, err := town.LoadBenefit(context.Background(), town.Manager, casework.BenefitDelivery{Name: "bistånd.csv", Base: period.MustMonth("2026-09"),
		Content: []byte("person,month\n" + months(town, long, "2010-01", "2026-07") + months(town, short, "2025-08", "2026-09"))})
	if err != nil {
		t.Fatal(err)
	}
	return long, short
}

func TestDependence(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/dependence"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		for _, page := range []string{"", "/file", "/cases", "/cases/file"} {
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
		}
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, address+"?of=strangers").Must(t, 422)
		room.As(town.Manager).Get(t, address+"/file?of=strangers").Must(t, 422)
	})
	t.Run("empty", func(t *testing.T) {
		for _, language := range []string{"sv", "en"} {
			room.In(language).As(town.Manager).Get(t, address).Must(t, 200)
		}
		room.In("sv")
	})
	t.Run("success", func(t *testing.T) {
		onAssistance(t, town)
		page := room.As(town.Manager).Get(t, address).Must(t, 200)
		page.Says(t, "1 av 3 har mycket långvarigt bistånd bakom sig. När de kom hade 1 det.").Says(t, "bistånd.csv").Says(t, "Ur en registerfil: 2 personer")
		// Of so few the share of each gender would tell who.
		if text := page.Doc.Text(); strings.Contains(text, "av kvinnorna och") {
			t.Error("the shares by gender are shown though the counts are withheld")
		}
		page.Says(t, "Kolumnen Alla räknar alla").Says(t, "fördelningen på kvinnor och män som döljs där en grupp är under 5 personer")
		if strings.Contains(page.Doc.Text(), "Grupper under") {
			t.Error("the page says that groups are withheld that stand beside it")
		}
		file := room.As(town.Manager).Get(t, address+"/file").Must(t, 200).Body.String()
		for _, line := range []string{"Långvarigt bistånd: när de kom;", ";2\r\n", "Tio års bistånd: nu;"} {
			if !strings.Contains(file, line) {
				t.Errorf("%q is not in the file %q", line, file)
			}
		}
		room.As(town.Manager).Get(t, address+"?of=left").Must(t, 200).Says(t, "Ingen att räkna")
		room.In("en").As(town.Manager).Get(t, address+"?of=all").Must(t, 200).Says(t, "1 of 3 have very long-term assistance")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Get(t, address+"/file").Must(t, 500)
	})
}
