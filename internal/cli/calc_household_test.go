package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/money"
)

// theExample is a single parent with a child of 8 and pay with the job stimulus.
const theExample = `{"month":"2026-03","adults":1,"cohabiting":false,"household_size":2,
 "children":[{"age":8,"lunch_at_home":true}],
 "reasonable_costs":{"rent":6500},
 "incomes":[{"kind":"work","net":5000,"job_stimulus":true}]}`

func TestCalcHousehold(t *testing.T) {
	code, out, err := run(t, "calc", "household", factsIn(t, theExample), "--json")
	var said saidHousehold
	if e := json.Unmarshal([]byte(out), &said); e != nil || code != Fine || err != "" {
		t.Fatalf("exit code %d, %s, %v", code, err, e)
	}
	if said.NationalStandard != 9170 || said.Costs != 6500 || said.CountedIncome != 3750 || said.Assistance != 11920 || said.Surplus != 0 {
		t.Errorf("%s", out)
	}
	if len(said.Steps) != 9 || len(said.Warnings) != 1 || said.Warnings[0].Amount != 1250 || strings.Contains(out, "⟦") {
		t.Errorf("%s", out)
	}
}

// Without --json every line is a sentence with its source, in the language asked for.
func TestCalcHouseholdInWords(t *testing.T) {
	file := factsIn(t, `{"month":"2026-03","adults":2,"household_size":6,"shared_household":true,
 "children":[{"age":2,"lunch_at_home":false},{"age":19}],
 "reasonable_costs":{"rent":6500,"other":[{"name":"Flytt","amount":312.5}]},
 "incomes":[{"kind":"work","net":5000,"job_stimulus":true},{"kind":"pension","net":19000,"job_stimulus":true}],
 "child_allowance":"add"}`)
	for language, sentences := range map[string][]string{
		"sv": {"Hushållet i mars 2026", "4 av 6 i hemmet", "Flytt: 313 kr", "räknas 25 % inte med", "Barnbidrag, antal barn: 1", "Överskott", "Att se över, 3 saker"},
		"en": {"The household in March 2026", "4 of 6 in the home", "25% is not counted", "Surplus", "3 things"},
	} {
		code, out, err := run(t, "calc", "household", file, "--language", language)
		if code != Fine || err != "" || strings.Contains(out, "⟦") {
			t.Errorf("exit code %d, %s %s", code, out, err)
		}
		for _, want := range sentences {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %q:\n%s", language, want, out)
			}
		}
	}
}

// A warning that asks for something says what it is called in the file.
func TestCalcHouseholdNamesTheFieldOfTheFile(t *testing.T) {
	file := factsIn(t, `{"month":"2026-03","adults":1,"household_size":3,"reasonable_costs":{"rent":6500},"incomes":[]}`)
	for _, as := range []string{"--json", "--language=sv"} {
		if code, out, err := run(t, "calc", "household", file, as); code != Fine || !strings.Contains(out, "I filen heter det shared_household.") {
			t.Errorf("exit code %d, %s %s", code, out, err)
		}
	}
}

func TestCalcHouseholdRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		says []string
	}{
		"a month without a standard": {`{"month":"2015-04","adults":1}`, []string{"2015-04", "national_standard"}},
		"a month to come":            {`{"month":"2027-01","adults":1}`, []string{"2027-01", "national_standard"}},
		"an allowance to come":       {`{"month":"2014-01","adults":1,"children":[{"age":3}],"child_allowance":"add"}`, []string{"2014-01", "child_allowance"}},
		"lunch away in 2023":         {"{\"month\":\"2023-01\",\"adults\":1,\"children\":[\n{\"age\":3,\"lunch_at_home\":false}]}", []string{"children[0].lunch_at_home", "rad 2"}},
		"a month that is none":       {`{"month":"2015-13","adults":1}`, []string{"month, rad 1"}},
		"a child that is grown":      {`{"month":"2026-03","adults":1,"children":[{"age":21}]}`, []string{"children[0].age", "21"}},
	} {
		code, out, err := run(t, "calc", "household", factsIn(t, c.file), "--json")
		if code != Refused || out != "" || strings.Contains(err, "⟦") {
			t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, err)
		}
		for _, want := range c.says {
			if !strings.Contains(err, want) {
				t.Errorf("%s: %q is missing in %q", name, want, err)
			}
		}
	}
	if code, _, err := run(t, "calc", "household", t.TempDir()); code != Refused || !strings.Contains(err, "kan inte läsas") {
		t.Errorf("a folder: exit code %d, %s", code, err)
	}
}

// The command says of every household in the lawyer's table what the table says.
func TestCalcEveryHouseholdOfTheTable(t *testing.T) {
	text, err := os.ReadFile("../economy/testdata/households.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []map[string]any
	if err := yaml.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 40 {
		t.Fatalf("only %d", len(cases))
	}
	for _, c := range cases {
		for year := 2014; year <= 2026; year++ {
			file := map[string]any{"month": fmt.Sprintf("%d-03", year)}
			for field, value := range c["household"].(map[string]any) {
				file[field] = value
			}
			household, e1 := json.Marshal(file)
			var want struct {
				Standard, Costs, Income, Assistance, Surplus money.Kronor
				Refused                                      string
			}
			row, e2 := yaml.Marshal(c[fmt.Sprint(year)])
			named := strings.NewReplacer("national_standard:", "standard:", "counted_income:", "income:").Replace(string(row))
			if e3 := yaml.Unmarshal([]byte(named), &want); e1 != nil || e2 != nil || e3 != nil {
				t.Fatal(e1, e2, e3)
			}
			var out, told strings.Builder
			code := Main(t.Context(), []string{"calc", "household", "-", "--json"}, Env{In: strings.NewReader(string(household)), Out: &out, Err: &told})
			if want.Refused != "" {
				if code != Refused || out.Len() > 0 || !strings.Contains(told.String(), fmt.Sprint(year)) && want.Refused != "lunch_away" {
					t.Errorf("%s in %d: exit code %d, %s %s", c["case"], year, code, &out, &told)
				}
				continue
			}
			var said saidHousehold
			if err := json.Unmarshal([]byte(out.String()), &said); err != nil || code != Fine {
				t.Fatalf("%s in %d: exit code %d, %s, %v", c["case"], year, code, &told, err)
			}
			if said.NationalStandard != want.Standard || said.Costs != want.Costs || said.CountedIncome != want.Income ||
				said.Assistance != want.Assistance || said.Surplus != want.Surplus {
				t.Errorf("%s in %d: %s, want %+v", c["case"], year, &out, want)
			}
		}
	}
}

// Beside today: the programme, and work by hours with its thresholds.
func TestCalcHouseholdCompared(t *testing.T) {
	file := factsIn(t, `{"month":"2026-03","adults":1,"reasonable_costs":{"rent":6500},"incomes":[{"kind":"activity_support","net":3000}]}`)
	var said saidHousehold
	code, out, err := run(t, "calc", "household", file, "--net-full-time", "16000", "--job-stimulus", "--instead", "0", "--step", "20", "--pay-source", "an offer", "--json")
	if e := json.Unmarshal([]byte(out), &said); e != nil || code != Fine || err != "" || strings.Contains(out, "⟦") {
		t.Fatalf("exit code %d, %s %s, %v", code, out, err, e)
	}
	c := said.Compare
	if c.Today.Left != 5220 || c.Today.Assistance != 8720 || c.Programme.Left != 5551 || c.Programme.Surplus != 331 {
		t.Errorf("%+v, %+v", c.Today, c.Programme)
	}
	if w := c.Work; w.Source != "an offer" || len(w.Points) != 3 || w.Points[1].Left != 7220 || w.Points[2].Assistance != 0 || len(w.Thresholds) != 3 || w.Thresholds[1].NetPay != 15626 {
		t.Errorf("%+v", c.Work)
	}
	for want, args := range map[string][]string{
		"timmar i veckan: lön 8 000 kr, bistånd 5 720 kr. Av lönen sedan raden före försvinner 75 procent": {"--net-full-time", "16000", "--job-stimulus", "--instead", "0"},
		"Biståndet upphör inte ens på heltid":                               {"--net-per-hour", "20"},
		"With the compensation of the programme, left to live on: 8 551 kr": {"--compare", "--language", "en"},
	} {
		code, out, err := run(t, append([]string{"calc", "household", file}, args...)...)
		if code != Fine || err != "" || !strings.Contains(out, want) || strings.Contains(out, "⟦") {
			t.Errorf("%q: exit code %d, %s\n%s does not say %q", args, code, err, out, want)
		}
	}
	// Of two children the programme's supplement is for the one in custody.
	family := factsIn(t, `{"month":"2026-03","adults":1,"children":[{"age":8},{"age":3,"in_custody":false}],"reasonable_costs":{"rent":9000}}`)
	code, out, err = run(t, "calc", "household", family, "--compare", "--json")
	said = saidHousehold{}
	if e := json.Unmarshal([]byte(out), &said); e != nil || code != Fine || said.Compare.SupplementChildren == nil || *said.Compare.SupplementChildren != 1 ||
		said.Compare.Programme.CountedIncome != 12051+835 {
		t.Errorf("exit code %d, %s %s, %v", code, out, err, e)
	}
	if _, out, _ := run(t, "calc", "household", family, "--compare"); !strings.Contains(out, "med barntillägg för ett barn") {
		t.Errorf("%s", out)
	}
	old := factsIn(t, `{"month":"2014-03","adults":1}`)
	if code, out, _ := run(t, "calc", "household", old, "--compare"); code != Fine || !strings.Contains(out, "ersättning kan inte räknas") {
		t.Errorf("exit code %d, %s", code, out)
	}
	for want, args := range map[string][]string{
		"--net-per-hour":     {"--net-full-time", "1", "--net-per-hour", "1"},
		"--net-full-time: ":  {"--net-full-time", "much"},
		"--net-per-hour: ":   {"--net-per-hour", "1000001"},
		"--net-full-time: a": {"--net-full-time", "0"},
		"--step":             {"--net-full-time", "16000", "--step", "41"},
		"--instead":          {"--compare", "--instead", "1"},
	} {
		code, out, err := run(t, append([]string{"calc", "household", file}, args...)...)
		if code != Refused || out != "" || !strings.Contains(err, want) || strings.Contains(err, "⟦") {
			t.Errorf("%q: exit code %d, %s%s", args, code, out, err)
		}
	}
}
