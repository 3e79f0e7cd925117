package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

const quarterOfThree = "\uFEFFperson;månad;försörjningshinder;anvisad;nedsatt;nekad\r\n" +
	"A;2026-10;Arbetslös, ingen ersättning/stöd;ja;nej;nej\r\n" +
	"A;2026-11;Arbetshinder, sociala skäl;ja;ja;nej\r\n" +
	"B;2026-12;unemployed_no_benefit;ja;nej;ja\r\n" +
	"C;2026-12;;nej;;nej\r\n" +
	"C;2027-01;;nej;nej;nej\r\n"

func TestDutyReport(t *testing.T) {
	code, out, told := run(t, "duty", "report", "--quarter", "2026Q4", monthsIn(t, quarterOfThree), "--json")
	var said struct {
		Quarter, From, To                  string
		Persons, Assigned, Reduced, Denied int
		Rows                               int
		Outside                            int `json:"outside_quarter"`
		Source                             string
		ByObstacle                         []struct {
			Obstacle, Name                     string
			Persons, Assigned, Reduced, Denied int
		} `json:"by_obstacle"`
		Notes []struct{ Code, Text string }
	}
	if err := json.Unmarshal([]byte(out), &said); err != nil || code != Fine || told != "" || strings.Contains(out, "⟦") {
		t.Fatalf("exit code %d, %s %s, %v", code, out, told, err)
	}
	if said.Quarter != "2026Q4" || said.From != "2026-10" || said.To != "2026-12" || said.Persons != 3 || said.Assigned != 2 ||
		said.Reduced != 1 || said.Denied != 1 || said.Rows != 4 || said.Outside != 1 || said.Source == "" || len(said.ByObstacle) != 24 {
		t.Errorf("%s", out)
	}
	var counted, noted []string
	for _, o := range said.ByObstacle {
		if o.Persons > 0 {
			counted = append(counted, o.Obstacle)
		}
	}
	for _, n := range said.Notes {
		noted = append(noted, n.Code)
	}
	if got := strings.Join(counted, " "); got != "social_reasons unemployed_no_benefit " {
		t.Errorf("%q", got)
	}
	if got := strings.Join(noted, " "); got != "outside_quarter obstacle_unsaid empty_is_no semicolons byte_order_mark" {
		t.Errorf("%q", got)
	}
}

func TestDutyReportInWords(t *testing.T) {
	for language, sentences := range map[string][]string{
		"sv": {"Aktivitetskravet 2026Q4, från 2026-10 till 2026-12", "Arbetshinder av sociala skäl: antal personer 1, varav anvisade 1", "Summa: antal personer 3, varav anvisade 2, nedsatt bistånd 1, nekat bistånd 1", "En rad gäller ett annat kvartal", "semikolon"},
		"en": {"The activity requirement 2026Q4", "Sum: persons 3, of whom assigned 2", "One answer is empty", "No main obstacle stated"},
	} {
		code, out, told := run(t, "duty", "report", "--quarter", "2026K4", monthsIn(t, quarterOfThree), "--language", language)
		if code != Fine || told != "" || strings.Contains(out, "⟦") {
			t.Errorf("exit code %d, %s %s", code, out, told)
		}
		for _, want := range sentences {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %q:\n%s", language, want, out)
			}
		}
	}
	twice := quarterOfThree + "B;2026-12;unemployed_no_benefit;ja;nej;ja\r\n"
	if code, out, _ := run(t, "duty", "report", "--quarter", "2026Q4", monthsIn(t, twice)); code != Fine || !strings.Contains(out, "En rad säger samma sak som en tidigare") || !strings.Contains(out, "Summa: antal personer 3,") {
		t.Errorf("exit code %d, %s", code, out)
	}
	for quarter, want := range map[string]string{"2026Q3": "tillämpas först på biståndet för 2026-10", "2026Q2": "gäller först från 2026-07-01", "2027Q1": "finns inte i lagboken", "2025Q1": "ingen rad för kvartalet"} {
		if _, out, _ := run(t, "duty", "report", "--quarter", quarter, monthsIn(t, quarterOfThree)); !strings.Contains(out, want) {
			t.Errorf("%s does not say %q:\n%s", quarter, want, out)
		}
	}
}

// A refusal says the line and why, and nothing that stands in it.
func TestDutyReportRefuses(t *testing.T) {
	const secret = "19121212-1212" // the form of an identity number, and none that is used
	const heading = "person,month,main_obstacle,assigned,reduced,denied\n"
	for name, c := range map[string]struct {
		quarter, file, says string
	}{
		"a quarter":  {"2026Q5", heading, "2026Q4"},
		"a year":     {"2026", heading, `"2026"`},
		"no file":    {"2026Q4", "", "rad 1: Filen har ingen rubrikrad."},
		"no heading": {"2026Q4", secret + ",2026-10,none,yes,no,no\n", "rad 1: Första raden ska vara en rubrik. Kolumn 1"},
		"twice":      {"2026Q4", heading + secret + ",2026-10,none,yes,no,no\n" + secret + ",2026-10,none,yes,yes,no\n", "rad 3: Samma person och månad finns redan på rad 2, med andra uppgifter."},
		"not UTF-8":  {"2026Q4", heading + secret + ",2026-10,\xe5,yes,no,no\n", "rad 2: Raden är inte text i UTF-8"},
		"month 13":   {"2026Q4", heading + secret + ",2026-13,none,yes,no,no\n", "rad 2: Månaden"},
	} {
		code, out, told := run(t, "duty", "report", "--quarter", c.quarter, monthsIn(t, c.file), "--json")
		if code != Refused || out != "" || !strings.Contains(told, c.says) || strings.Contains(told, "1212") || strings.Contains(told, "⟦") {
			t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, told)
		}
	}
	for _, file := range []string{"there is no such file", t.TempDir()} {
		if code, _, told := run(t, "duty", "report", "--quarter", "2026Q4", file); code != Refused || !strings.Contains(told, "kan inte läsas") {
			t.Errorf("%s: exit code %d, %q", file, code, told)
		}
	}
}
