package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A register file is taken in by the manager's account, refused with its line, and taken
// in once. Both languages.
func TestBenefitLoad(t *testing.T) {
	eachAddress(t, func(t *testing.T, address string) {
		town := townAt(t, address)
		number := town.Case(town.Active()).Number
		write := func(name, content string) string {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
		right := write("months.csv", "person,month\n"+number+",2026-06\n"+number+",2026-08\n")
		met := write("met.csv", "\uFEFF"+number+";2026-04\n"+number+";2026-04\n")
		for _, c := range []struct {
			as, base, file string
			code           int
			sv, en         string
		}{
			{string(town.Manager.Account), "july", right, Refused, "är inte en månad", ""},
			{string(town.Manager.Account), "2026-07", filepath.Join(t.TempDir(), "none.csv"), Refused, "", ""},
			{string(town.CaseManager.Account), "2026-07", right, Refused, "roll", ""},
			{string(town.Manager.Account), "2026-07", write("wrong.csv", number+",2026-13\n"), Refused, "rad 1", "line 1"},
			{string(town.Manager.Account), "2026-07", write("stranger.csv", number+",2026-01\nA1,2026-01\n"), Refused, "rad 2: inget ärende", "line 2: no case"},
			{string(town.Manager.Account), "2026-07", right, Fine, "1 personer och 2 rader", ""},
			{string(town.Manager.Account), "2026-07", right, Wrong, "redan inläst", "has been taken in"},
			{string(town.Manager.Account), "2026-06", right, Fine, "till och med 2026-07 är redan inläst och fortsätter att gälla", ""},
			{string(town.Manager.Account), "2026-07", met, Fine, "En rad har samma person och månad som en tidigare. Månaden räknas en gång.\n- Kolumnerna är skilda åt med semikolon.\n- Filen börjar med ett byteordningsmärke", ""},
			{string(town.Manager.Account), "2026-05", met, Fine, "", "2026-07 has been taken in already and stays in use"},
		} {
			for i, language := range languages {
				want := []string{c.sv, c.en}[i]
				if i > 0 && want == "" || i == 0 && want == "" && c.en != "" {
					continue
				}
				args := []string{"benefit", "load", c.file, "--base", c.base, "--db", address, "--as", c.as, "--language", language}
				code, said := typed(t, town.Clock, nil, args...)
				if code != c.code || !strings.Contains(said, want) || strings.Contains(said, "⟦") {
					t.Errorf("%q: exit code %d, %s", args, code, said)
				}
			}
		}
	})
}
