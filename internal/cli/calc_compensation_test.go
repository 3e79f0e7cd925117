package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// turnOfTheYear is the facts of a case around New Year: one child, and an absence on
// the Friday.
const turnOfTheYear = `{
  "decision": {"from": "2025-09-01", "to": "2026-08-31"},
  "children": [{"from": "2015-05-02", "to": "2033-05-01"}],
  "attendance": [{"date": "2026-01-02", "status": "absent_unapproved"}]
}`

func factsIn(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "facts.json")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// calc is "calc compensation" with the arguments; an answer in JSON goes into said.
func calc(t *testing.T, said any, args ...string) (out, err string) {
	t.Helper()
	code, out, err := run(t, append([]string{"calc", "compensation"}, args...)...)
	if code != Fine || err != "" {
		t.Fatalf("%q: exit code %d, %s", args, code, err)
	}
	if said != nil {
		if e := json.Unmarshal([]byte(out), said); e != nil {
			t.Fatalf("%q: %v in %s", args, e, out)
		}
	}
	return out, err
}

// The figures of the source, three children in 2017 (000, "Ersättning").
func TestCalcTheAmountsOfAWholeWeek(t *testing.T) {
	var said saidWholeWeek
	calc(t, &said, "--on", "2017-03-06", "--children", "3", "--json")
	if said.BaseWeek != 2128 || said.ChildWeek != 290 || said.TotalWeek != 2418 || said.BaseMonth != 9120 || said.PriceBase != 44800 || said.RuleSet != "SKL 2017/1" {
		t.Errorf("%+v", said)
	}
	var told []string
	for _, step := range said.Steps {
		told = append(told, string(step.Code))
		if step.Sentence == "" || strings.Contains(step.Sentence, "⟦") {
			t.Errorf("%s is said %q", step.Code, step.Sentence)
		}
	}
	want := "price_base rate.base rate.first_child rate.second_child rate.later_child whole.child total month.base"
	if strings.Join(told, " ") != want {
		t.Errorf("the steps are %s", told)
	}
	calc(t, &said, "--on", "2017-03-06", "--json")
	if said.TotalWeek != 2128 || said.ChildWeek != 0 || said.Children != 0 {
		t.Errorf("without children: %+v", said)
	}
}

// The week over New Year has the amounts of two years.
func TestCalcTheWeeksOfACase(t *testing.T) {
	file := factsIn(t, turnOfTheYear)
	var said saidWeeks
	calc(t, &said, "--facts", file, "--from", "2025-12-29", "--to", "2026-01-04", "--json")
	// Base: 3/5 of 2 793 and 1/5 of 2 812, 2 238.20. Child: 3/5 of 194 and 1/5 of 195, 155.40.
	if len(said.Weeks) != 1 || said.Weeks[0].Week.String() != "2026-W01" || said.Weeks[0].Base != 2238 || said.Weeks[0].Child != 155 || said.Weeks[0].Total != 2393 {
		t.Fatalf("%+v", said)
	}
	var years []int
	for _, step := range said.Weeks[0].Steps {
		if step.Code == "price_base" {
			years = append(years, int(step.Inputs.PriceBase))
		}
	}
	if len(years) != 2 || years[0] != 58800 || years[1] != 59200 {
		t.Errorf("the amounts of the years are %v", years)
	}

	// Weeks are whole: a Wednesday to the Monday after is two of them.
	calc(t, &said, "--facts", file, "--from", "2025-12-31", "--to", "2026-01-05", "--json")
	if len(said.Weeks) != 2 || said.Weeks[0].Total != 2393 || said.Total != said.Weeks[0].Total+said.Weeks[1].Total ||
		said.Base != said.Weeks[0].Base+said.Weeks[1].Base || said.Child != said.Weeks[0].Child+said.Weeks[1].Child {
		t.Errorf("%+v", said)
	}
}

func TestCalcFromStandardInput(t *testing.T) {
	var out, err bytes.Buffer
	code := Main(t.Context(), []string{"calc", "compensation", "--facts", "-", "--from", "2026-01-01", "--to", "2026-01-01", "--json"},
		Env{In: strings.NewReader(turnOfTheYear), Out: &out, Err: &err})
	if code != Fine || !strings.Contains(out.String(), `"total": 2393`) {
		t.Errorf("exit code %d, %s %s", code, &out, &err)
	}
}

// Two children's periods of the same days are counted as two, and it is said.
func TestCalcSaysWhatMayBeOneChildTwice(t *testing.T) {
	const child = `{"from": "2015-05-02", "to": "2033-05-01"}`
	asked := []string{"--facts", factsIn(t, strings.Replace(turnOfTheYear, child, child+", "+child, 1)), "--from", "2026-01-05", "--to", "2026-01-05"}
	var said saidWeeks
	calc(t, &said, append(asked, "--json")...)
	if said.Child != 319 || len(said.Warnings) != 1 || said.Warnings[0].Code != "twins" || said.Warnings[0].At != "children[1]" || said.Warnings[0].Other != "children[0]" {
		t.Errorf("%+v", said)
	}
	for language, want := range map[string]string{"sv": "de räknas som två barn", "en": "counted as two children"} {
		if out, _ := calc(t, nil, append(asked, "--language", language)...); !strings.Contains(out, want) || !strings.Contains(out, "children[1]") {
			t.Errorf("%s:\n%s", language, out)
		}
	}
	if out, _ := calc(t, nil, "--facts", factsIn(t, turnOfTheYear), "--from", "2026-01-05", "--to", "2026-01-05", "--json"); !strings.Contains(out, `"warnings": []`) {
		t.Error(out)
	}
}

// The source of a step is one that a person can look up, in the language asked for.
func TestCalcNamesItsSources(t *testing.T) {
	for language, want := range map[string]string{"sv": "SKL 2017 (000), ”Ersättning”", "en": "SKL 2017 (000), the compensation"} {
		var said saidWholeWeek
		calc(t, &said, "--on", "2026-03-02", "--json", "--language", language)
		for _, s := range said.Steps {
			if s.Source == "" || strings.Contains(s.Source, "_") {
				t.Errorf("%s: the source of %s is %q", language, s.Code, s.Source)
			}
		}
		if said.Steps[1].Source != want || !strings.HasPrefix(said.Steps[0].Source, "SFB (2010:110)") {
			t.Errorf("%s: %+v", language, said.Steps[:2])
		}
	}
}

// Without --json every step is a sentence, in the language asked for.
func TestCalcInWords(t *testing.T) {
	file := factsIn(t, turnOfTheYear)
	for language, sentences := range map[string][]string{
		"sv": {"Prisbasbeloppet är 58 800 kr", "frånvarande utan lov", "Källa: SFB (2010:110)", "tillsammans 2 393 kr"},
		"en": {"The price base amount is 58 800 kr", "away without approval", "Source: SFB (2010:110)", "together 2 393 kr"},
	} {
		out, _ := calc(t, nil, "--facts", file, "--from", "2025-12-29", "--to", "2026-01-10", "--language", language)
		whole, _ := calc(t, nil, "--on", "2026-01-02", "--children", "1", "--language", language)
		said := out + whole
		for _, want := range sentences {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q", language, want)
			}
		}
		if strings.Contains(said, "⟦") || !strings.Contains(said, "SKL 2017/1") {
			t.Errorf("%s:\n%s", language, said)
		}
	}
}

func TestCalcRefuses(t *testing.T) {
	good := factsIn(t, turnOfTheYear)
	bad := factsIn(t, "{\n \"decision\": {\"from\": \"2026-01-01\", \"to\": \"2025-01-01\"},\n \"kids\": []\n}")
	many := factsIn(t, `{"decision":{"from":"2026-01-01","to":"2026-12-31"},"children":[`+strings.Repeat("{},", 30)+`{}]}`)
	for name, c := range map[string]struct {
		args []string
		says []string
	}{
		"nothing asked":        {nil, []string{"--on", "--facts"}},
		"both asked":           {[]string{"--on", "2026-01-01", "--facts", good}, []string{"--on", "--facts"}},
		"weeks of a day":       {[]string{"--on", "2026-01-01", "--from", "2026-01-01"}, []string{"--from"}},
		"children of facts":    {[]string{"--facts", good, "--children", "1", "--from", "2026-01-01", "--to", "2026-01-01"}, []string{"--children"}},
		"not a day":            {[]string{"--on", "2026-02-30"}, []string{"--on", `"2026-02-30"`}},
		"a missing rate":       {[]string{"--on", "2027-02-01"}, []string{"price_base_amount", "2027"}},
		"a week with a day of": {[]string{"--facts", factsIn(t, `{"decision":{"from":"2026-01-01","to":"2027-12-31"}}`), "--from", "2026-12-28", "--to", "2026-12-28"}, []string{"price_base_amount", "2027"}},
		"no children at all":   {[]string{"--on", "2026-01-01", "--children=-1"}, []string{"--children -1"}},
		"a small minus":        {[]string{"--on", "2026-01-01", "--children", "-1"}, []string{"--children"}},
		"too many children":    {[]string{"--on", "2026-01-01", "--children", "200"}, []string{"--children 200"}},
		"half a child":         {[]string{"--on", "2026-01-01", "--children", "0.5"}, []string{"--children"}},
		"no weeks":             {[]string{"--facts", good}, []string{"--from", "--to"}},
		"no such first day":    {[]string{"--facts", good, "--from", "x", "--to", "2026-01-01"}, []string{`--from: "x"`}},
		"no such last day":     {[]string{"--facts", good, "--from", "2026-01-01", "--to", "y"}, []string{`--to: "y"`}},
		"backwards":            {[]string{"--facts", good, "--from", "2026-01-02", "--to", "2026-01-01"}, []string{"2026-01-02", "2026-01-01"}},
		"a lifetime":           {[]string{"--facts", good, "--from", "1990-01-01", "--to", "2090-01-01"}, []string{"10"}},
		"no file":              {[]string{"--facts", good + "x", "--from", "2026-01-01", "--to", "2026-01-01"}, []string{good + "x"}},
		"a folder":             {[]string{"--facts", t.TempDir(), "--from", "2026-01-01", "--to", "2026-01-01"}, []string{"kan inte läsas"}},
		"bad facts":            {[]string{"--facts", bad, "--from", "2026-01-01", "--to", "2026-01-01"}, []string{"decision.to, rad 2", "kids, rad 3", "2 fel"}},
		"an empty file":        {[]string{"--facts", factsIn(t, ""), "--from", "2026-01-01", "--to", "2026-01-01", "--language", "en"}, []string{"empty"}},
		"many faults":          {[]string{"--facts", many, "--from", "2026-01-01", "--to", "2026-01-01"}, []string{"och 42 fel till"}},
		"an unknown language":  {[]string{"--on", "2026-01-01", "--language", "fi"}, []string{"--language"}},
	} {
		code, out, err := run(t, append([]string{"calc", "compensation"}, c.args...)...)
		if code != Refused || out != "" || strings.Contains(err, "⟦") {
			t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, err)
		}
		for _, want := range c.says {
			if !strings.Contains(err, want) {
				t.Errorf("%s: %q is missing in %q", name, want, err)
			}
		}
	}
}
