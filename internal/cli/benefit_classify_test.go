package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fotfaste/internal/benefit/registrytest"
)

// classify runs the command on a file of the text and wants it to go well.
func classify(t *testing.T, text string, args ...string) string {
	t.Helper()
	code, out, err := run(t, append([]string{"benefit", "classify", monthsIn(t, text), "--base", "2015-12"}, args...)...)
	if code != Fine || err != "" {
		t.Fatalf("%q: exit code %d, %s", args, code, err)
	}
	return out
}

func monthsIn(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "months.csv")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// fourPeople are one in every class, one in the first alone, one in none, and one who had
// assistance before the windows only. The file is as a Swedish spreadsheet writes it.
func fourPeople() string {
	var b strings.Builder
	b.WriteString("\uFEFFperson;månad\r\n")
	for n := range 120 {
		b.WriteString("A;" + registrytest.Base.AddMonths(-n).String() + "\r\n")
	}
	for n := range 10 {
		b.WriteString("\"B;b\";" + registrytest.Base.AddMonths(-n).String() + "\r\n")
	}
	b.WriteString("Åsa;2015-12\r\nÅsa;2015-12\r\nd;2005-12\r\nÅsa;2016-01\r\n\r\n")
	return b.String()
}

// The whole answer, to the letter, in testdata/benefit_classify.json.
func TestBenefitClassifyAsJSON(t *testing.T) {
	out := classify(t, fourPeople(), "--json", "--persons")
	golden := filepath.Join("testdata", "benefit_classify.json")
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out != string(want) {
		t.Errorf("not as in %s:\n%s", golden, out)
	}
	var said struct {
		LongTerm     int `json:"long_term"`
		VeryLongTerm int `json:"very_long_term"`
		FiveYear     int `json:"five_year"`
		TenYear      int `json:"ten_year"`
		Persons      int `json:"persons"`
		ByPerson     []struct {
			Person   string `json:"person"`
			LongTerm bool   `json:"long_term"`
		} `json:"by_person"`
	}
	if err := json.Unmarshal([]byte(out), &said); err != nil {
		t.Fatal(err)
	}
	if said.LongTerm != 2 || said.VeryLongTerm != 1 || said.FiveYear != 1 || said.TenYear != 1 || said.Persons != 4 || len(said.ByPerson) != 4 {
		t.Errorf("%+v", said)
	}
	without := classify(t, fourPeople(), "--json")
	if strings.Contains(without, "by_person") || strings.Contains(without, "Åsa") || !json.Valid([]byte(without)) {
		t.Errorf("without --persons: %s", without)
	}
}

func TestBenefitClassifyByPersonAsCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(classify(t, fourPeople()+"\" x\"\"y,\";2015-12\r\n", "--persons"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, row := range rows {
		told = append(told, strings.Join(row, "|"))
	}
	want := `person|months|long_term|very_long_term|five_year|ten_year
 x"y,|1|0|0|0|0
A|120|1|1|1|1
B;b|10|1|0|0|0
d|0|0|0|0|0
Åsa|1|0|0|0|0`
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("got:\n%s", got)
	}
}

// Without --json it is sentences, with what was met in the file and what was left out.
func TestBenefitClassifyInWords(t *testing.T) {
	for language, sentences := range map[string][]string{
		"sv": {"Basmånad 2015-12", "Långvarigt bistånd: 2 personer", "från 2011-01 till 2015-12", "högst 6 månader i rad", "Personer i filen: 4. Rader: 134.",
			"En rad har samma person", "En rad gäller en månad före 2006-01", "En rad gäller en månad efter basmånaden", "semikolon", "2010–2015", "En tom rad"},
		"en": {"Base month 2015-12", "Long-term assistance: 2 persons", "Persons in the file: 4. Rows: 134.", "One row has the same person", "semicolons", "Windows", "quotation marks", "byte order mark", "2010–2015"},
	} {
		out := classify(t, fourPeople(), "--language", language)
		for _, want := range sentences {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %q:\n%s", language, want, out)
			}
		}
		if strings.Contains(out, "⟦") || strings.Contains(out, "Åsa") {
			t.Errorf("%s:\n%s", language, out)
		}
	}
	if out := classify(t, "person,month\n"); !strings.Contains(out, "ingen rad efter rubriken") {
		t.Errorf("a heading alone: %s", out)
	}
	if out := classify(t, "A, 2015-12\n"); !strings.Contains(out, "Mellanslag") {
		t.Errorf("spaces: %s", out)
	}
}

func TestBenefitClassifyFromStandardInput(t *testing.T) {
	var out, err bytes.Buffer
	code := Main(t.Context(), []string{"benefit", "classify", "--base", "2015-12", "-", "--json"}, Env{In: strings.NewReader(fourPeople()), Out: &out, Err: &err})
	if code != Fine || !strings.Contains(out.String(), `"long_term": 2,`) || err.Len() > 0 {
		t.Errorf("exit code %d, %s %s", code, &out, &err)
	}
}

// A base so early that its windows would begin before the first year is refused; what is
// there twice outside the windows is no duplicate, and the notes say so.
func TestBenefitClassifyFarFromTheWindows(t *testing.T) {
	name := monthsIn(t, "A,2015-12\nA,2015-12\nA,2017-01\nA,2017-01\nA,1999-01\nA,1999-01\n")
	for _, base := range []string{"0001-01", "1899-12"} {
		if code, out, said := run(t, "benefit", "classify", name, "--base", base); code != Refused || out != "" || !strings.Contains(said, base+" är för tidigt. Den första basmånad som kan anges är 1900-01") {
			t.Errorf("from %s: exit code %d, %q, %q", base, code, out, said)
		}
	}
	if code, out, _ := run(t, "benefit", "classify", name, "--base", "1900-01"); code != Fine || !strings.Contains(out, "till 1900-01") || strings.Contains(out, "-002") {
		t.Errorf("from the first base: exit code %d, %s", code, out)
	}
	code, out, _ := run(t, "benefit", "classify", name, "--base", "2015-12")
	for _, want := range []string{"En rad har samma person", "2 rader gäller månader före 2006-01", "2 rader gäller månader efter basmånaden 2015-12. De räknas inte, inte heller som dubbletter."} {
		if code != Fine || !strings.Contains(out, want) {
			t.Errorf("exit code %d, it does not say %q:\n%s", code, want, out)
		}
	}
}

// A refusal says the line and why, and nothing that stands in it.
func TestBenefitClassifyRefuses(t *testing.T) {
	const secret = "19121212-1212" // the form of an identity number, and none that is used
	file := func(rows string) []string {
		return []string{monthsIn(t, secret+",2015-12\n"+rows), "--base", "2015-12"}
	}
	for name, c := range map[string]struct {
		args []string
		says []string
	}{
		"month 13":          {file(secret + ",2015-13\n"), []string{"rad 2", "ingen månad 13"}},
		"not a month":       {file("2015-12," + secret + "\n"), []string{"rad 2", "ÅÅÅÅ-MM"}},
		"not UTF-8":         {file(secret + "\xe5,2015-12\n"), []string{"rad 2", "UTF-8"}},
		"NUL":               {file(secret + "\x00,2015-12\n"), []string{"rad 2", "NUL"}},
		"one column":        {file(secret + "\n"), []string{"rad 2", "bara en kolumn"}},
		"three columns":     {file(secret + "," + secret + ",2015-12\n"), []string{"rad 2", "fler än två"}},
		"nobody":            {file(",2015-12\n"), []string{"rad 2", "Personen saknas"}},
		"a long line":       {file(strings.Repeat(secret, 100) + "\n"), []string{"rad 2", "1000 byte"}},
		"an open quote":     {file("\"" + secret + ",2015-12\n"), []string{"rad 2", "citattecken"}},
		"after a quote":     {file("\"" + secret + "\"x,2015-12\n"), []string{"rad 2", "citattecknet"}},
		"no heading":        {[]string{monthsIn(t, "month,"+secret+"\n"), "--base", "2015-12"}, []string{"rad 1", "första raden"}},
		"empty":             {[]string{monthsIn(t, ""), "--base", "2015-12", "--language", "en"}, []string{"line 1", "empty"}},
		"no such file":      {[]string{filepath.Join(t.TempDir(), "none.csv"), "--base", "2015-12"}, []string{"none.csv", "kan inte läsas"}},
		"a folder":          {[]string{t.TempDir(), "--base", "2015-12"}, []string{"kan inte läsas"}},
		"base 13":           {append(file("")[:1], "--base", "2015-13"), []string{"--base", `"2015-13"`}},
		"no base":           {file("")[:1], []string{"--base"}},
		"no file":           {[]string{"--base", "2015-12"}, []string{"<file>"}},
		"an other language": {append(file(""), "--language", "fi"), []string{"--language"}},
	} {
		for _, more := range [][]string{nil, {"--json", "--persons"}} {
			code, out, err := run(t, append(append([]string{"benefit", "classify"}, c.args...), more...)...)
			if code != Refused || out != "" || strings.Contains(err, "⟦") || strings.Contains(err, "1912") || strings.Contains(err, "1212") {
				t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, err)
			}
			for _, want := range c.says {
				if !strings.Contains(err, want) {
					t.Errorf("%s: %q is missing in %q", name, want, err)
				}
			}
		}
	}
}

// Only a terminal is told how far a large file is, each per cent once.
func TestProgressIsForTerminals(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "not a terminal"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if isTerminal(file) || isTerminal(&bytes.Buffer{}) {
		t.Error("a file was taken for a terminal")
	}
	var told bytes.Buffer
	tell := percent(&told, func(n int64) string { return strings.Repeat("x", int(n)) }, 200)
	for _, read := range []int64{0, 1, 2, 3, 6, 300} {
		tell(read)
	}
	if got := told.String(); got != "\r\rx\rxxx\r"+strings.Repeat("x", 100) {
		t.Errorf("%q", got)
	}
}
