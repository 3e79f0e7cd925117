package monthsfile_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"fotfaste/internal/benefit"
	"fotfaste/internal/benefit/monthsfile"
	"fotfaste/internal/benefit/registrytest"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

var base = period.MustMonth("2015-12")

// everybody is what a file comes to, written out.
func everybody(r *monthsfile.Registry) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d rows, %d duplicates, %d before, %d after, %d persons, %+v, %v\n",
		r.Rows, r.Duplicates, r.Before, r.After, r.Persons(), r.Form, r.Count(benefit.Sweden()))
	for key, months := range r.ByPerson() {
		fmt.Fprintf(&b, "%q:", key)
		for n := range benefit.Longest {
			if months.Has(n) {
				fmt.Fprintf(&b, " %s", base.AddMonths(-n))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func read(t *testing.T, text string) *monthsfile.Registry {
	t.Helper()
	r, err := monthsfile.Read(t.Context(), strings.NewReader(text), monthsfile.Options{Base: base, Workers: 2})
	if err != nil {
		t.Fatalf("%.60q: %v", text, err)
	}
	return r
}

func TestWhatIsHarmlessIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		form monthsfile.Form
	}{
		"plain":                 {"A,2015-12\nB,2015-11\n", monthsfile.Form{}},
		"no end of line":        {"A,2015-12\nB,2015-11", monthsfile.Form{}},
		"a heading":             {"Person,MONTH\nA,2015-12\nB,2015-11\n", monthsfile.Form{Heading: true}},
		"a Swedish heading":     {"person;Månad\nA;2015-12\nB;2015-11\n", monthsfile.Form{Heading: true, Semicolons: true}},
		"a quoted heading":      {"\"person\",\"month\"\nA,2015-12\nB,2015-11\n", monthsfile.Form{Heading: true}},
		"semicolons":            {"A;2015-12\nB;2015-11\n", monthsfile.Form{Semicolons: true}},
		"a byte order mark":     {"\uFEFFA,2015-12\nB,2015-11\n", monthsfile.Form{BOM: true}},
		"Windows":               {"A,2015-12\r\nB,2015-11\r\n", monthsfile.Form{CRLF: true}},
		"Excel":                 {"\uFEFFperson;month\r\nA;2015-12\r\n\"B\";\"2015-11\"\r\n", monthsfile.Form{BOM: true, Heading: true, Semicolons: true, CRLF: true, Quotes: true}},
		"quotes":                {"\"A\",2015-12\nB,\"2015-11\"\n", monthsfile.Form{Quotes: true}},
		"spaces":                {" A ,2015-12\nB,\t2015-11 \n", monthsfile.Form{Spaces: true}},
		"spaces outside quotes": {" \"A\" ,2015-12\nB,2015-11\n", monthsfile.Form{Quotes: true, Spaces: true}},
		"blank lines":           {"\n \t\nA,2015-12\n\r\nB,2015-11\n\n", monthsfile.Form{Blank: 4, CRLF: true}},
	} {
		r := read(t, c.file)
		if r.Form != c.form {
			t.Errorf("%s: %+v, want %+v", name, r.Form, c.form)
		}
		r.Form = monthsfile.Form{}
		if got, want := everybody(r), everybody(read(t, "A,2015-12\nB,2015-11\n")); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Persons are told apart to the byte, however long or alike they are.
func TestPersonsAreAnyText(t *testing.T) {
	long := strings.Repeat("x", 300)
	persons := []string{"a", "b", "aa", "A", "å", "a b", "1234567", "12345678", "123456789", "1234567812345678", "12345678x12345678",
		"12345678y12345678", long, long + "1", long + "2", "2015-12", "-", "=1+1", "a\"b", "person", "a;b", "a\x01", "\u00a0", "O'Neill", "0", "00"}
	var file strings.Builder
	for range 2 {
		for i, p := range persons {
			fmt.Fprintf(&file, "%s,%s\n", p, base.AddMonths(-i))
		}
	}
	file.WriteString("\"a,b\",2015-12\n\"a\"\"b\",2015-12\n\" a\",2015-12\n\"a\",2015-10\n")
	r := read(t, file.String())
	var keys []string
	for key, months := range r.ByPerson() {
		keys = append(keys, string(key))
		if i := slices.Index(persons, string(key)); i >= 0 && !months.Has(i) {
			t.Errorf("%q has not its month", key)
		}
	}
	want := append(slices.Clone(persons), "a,b", " a")
	slices.Sort(want)
	if !slices.Equal(keys, want) {
		t.Errorf("%q\nwant\n%q", keys, want)
	}
	if r.Duplicates != int64(len(persons)) {
		t.Errorf("%d duplicates", r.Duplicates)
	}
}

func TestMonthsOutsideAreCounted(t *testing.T) {
	r := read(t, "A,2005-12\nA,2006-01\nA,2006-01\nA,2015-12\nA,2016-01\nB,0000-01\nB,9999-12\nB,9999-12\n")
	if r.Rows != 8 || r.Before != 2 || r.After != 3 || r.Duplicates != 1 || r.Persons() != 2 {
		t.Errorf("%s", everybody(r))
	}
}

// wrongFiles are files that are refused, with the line and the text that says why.
var wrongFiles = map[string]struct {
	file string
	line int
	key  string
}{
	"nothing":                   {"", 1, "benefit.file.empty"},
	"blank lines alone":         {"\n\r\n", 1, "benefit.file.empty"},
	"a mark alone":              {"\uFEFF", 1, "benefit.file.empty"},
	"Windows-1252":              {"A,2015-12\nB,2015-12\n\xc5sa,2015-12\n", 3, "benefit.file.not_utf8"},
	"Windows-1252 at the first": {"m\xe5nad\n", 1, "benefit.file.not_utf8"},
	"UTF-16":                    {"\xff\xfeA\x00,\x00", 1, "benefit.file.not_utf8"},
	"NUL":                       {"A,2015-12\nB\x00,2015-12\n", 2, "benefit.file.nul"},
	"NUL at the first":          {"A\x00,2015-12\n", 1, "benefit.file.nul"},
	"month 13":                  {"A,2015-12\nA,2015-13\n", 2, "benefit.file.no_such_month"},
	"month 13 at the first":     {"A,2015-13\n", 1, "benefit.file.no_such_month"},
	"month 0":                   {"person,month\r\nA,2015-00\r\n", 2, "benefit.file.no_such_month"},
	"a quoted month 13":         {"A,2015-12\nA,\"2015-13\"\n", 2, "benefit.file.no_such_month"},
	"a short month":             {"A,2015-12\nA,2015-1\n", 2, "benefit.file.not_a_month"},
	"a day":                     {"A,2015-12\nA,2015-12-01\n", 2, "benefit.file.not_a_month"},
	"a month of Excel":          {"A,2015-12\nA,dec-15\n", 2, "benefit.file.not_a_month"},
	"a month of other digits":   {"A,2015-12\nA,２０１５-12\n", 2, "benefit.file.not_a_month"},
	"nearly digits":             {"A,2015-12\nA,201:-12\n", 2, "benefit.file.not_a_month"},
	"a slash":                   {"A,2015-12\nA,2015/12\n", 2, "benefit.file.not_a_month"},
	"no month":                  {"A,2015-12\nA,\n", 2, "benefit.file.not_a_month"},
	"a second heading":          {"A,2015-12\nperson,month\n", 2, "benefit.file.not_a_month"},
	"the other way round":       {"month,person\n2015-12,A\n", 1, "benefit.file.first_line"},
	"other headings":            {"namn,datum\n", 1, "benefit.file.first_line"},
	"one column":                {"A,2015-12\nA\n", 2, "benefit.file.one_column"},
	"one column at the first":   {"A\n", 1, "benefit.file.one_column"},
	"the other separator":       {"A,2015-12\nA;2015-12\n", 2, "benefit.file.one_column"},
	"three columns":             {"A,2015-12\nA,b,2015-12\n", 2, "benefit.file.more_columns"},
	"three headings":            {"person,month,amount\n", 1, "benefit.file.more_columns"},
	"an empty third":            {"A,2015-12\nA,2015-12,\n", 2, "benefit.file.more_columns"},
	"nobody":                    {"A,2015-12\n,2015-12\n", 2, "benefit.file.no_person"},
	"nobody in quotes":          {"A,2015-12\n\" \",2015-12\n", 2, "benefit.file.no_person"},
	"empty rows of Excel":       {"A;2015-12\n;\n", 2, "benefit.file.no_person"},
	"an open quote":             {"A,2015-12\n\"A,2015-12\n", 2, "benefit.file.open_quote"},
	"text after a quote":        {"A,2015-12\n\"A\"b,2015-12\n", 2, "benefit.file.after_quote"},
	"a long line":               {"A,2015-12\n" + strings.Repeat("x", 993) + ",2015-12\n", 2, "benefit.file.long_line"},
	"a long first line":         {strings.Repeat("x", 993) + ",2015-12\n", 1, "benefit.file.long_line"},
	"a line without end":        {"A,2015-12\n" + strings.Repeat("x", 3_000_000), 2, "benefit.file.long_line"},
	"a long line of letters":    {"A,2015-12\n" + strings.Repeat("å", 3_000_001), 2, "benefit.file.long_line"},
	"a long line of anything":   {"A,2015-12\n" + strings.Repeat("x", 1100) + "\x00" + strings.Repeat("x", 1100) + "\xff\n", 2, "benefit.file.long_line"},
	"line ends of an old Mac":   {"A,2015-12\rB,2015-12\r", 1, "benefit.file.more_columns"},
	"blank lines before":        {"\n\nperson,month\n\nA,2015-13\n", 5, "benefit.file.no_such_month"},
	"the first of several":      {"A,2015-12\nA\nA,2015-13\n\xff\n", 2, "benefit.file.one_column"},
	"in the end of a big file":  {strings.Repeat("A,2015-12\n", 400_000) + "A,2015-13\n" + strings.Repeat("A\n", 300_000), 400_001, "benefit.file.no_such_month"},
}

func TestWhatCannotBeRightIsRefusedWithItsLine(t *testing.T) {
	for name, c := range wrongFiles {
		for _, workers := range []int{1, 2} {
			r, err := monthsfile.Read(t.Context(), strings.NewReader(c.file), monthsfile.Options{Base: base, Workers: workers})
			var wrong *fault.Error
			if r != nil || !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if wrong.Text.Key != c.key || wrong.Text.Args["Line"] != c.line {
				t.Errorf("%s: %s %v, want %s at %d", name, wrong.Text.Key, wrong.Text.Args, c.key, c.line)
			}
		}
	}
}

// The longest line and the longest person that are taken.
func TestALineAsLongAsMayBe(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", ""} {
		first := "\uFEFF" + strings.Repeat("B", monthsfile.LongestLine-len(",2015-12")) + ",2015-12\r\n"
		file := first + strings.Repeat("x", monthsfile.LongestLine-len(",2015-12")) + ",2015-12" + end
		r, err := monthsfile.Read(t.Context(), strings.NewReader(file), monthsfile.Options{Base: base, Workers: 1, Chunk: 1})
		if err != nil || r.Persons() != 2 {
			t.Errorf("%q: %v", end, err)
		}
	}
}

// Cutting the file anywhere, any number of workers and any way of handing it over change
// nothing; nor does the order of rows.
func TestChunksWorkersAndOrderChangeNothing(t *testing.T) {
	var file strings.Builder
	if _, err := registrytest.Write(&file, 3, registrytest.Lives(3, 60), registrytest.ByPerson); err != nil {
		t.Fatal(err)
	}
	heading, rest, _ := strings.Cut(file.String(), "\n")
	rows := strings.SplitAfter(strings.TrimSuffix(rest, "\n"), "\n")
	rows[len(rows)-1] += "\n"
	rows = append(rows, "\"R\"\"1\",2015-12\n", " R2,2015-11\r\n", "\n", strings.Repeat("å", 400)+",2014-01\n", "R2,2017-01\n")
	want := everybody(read(t, heading+"\n"+strings.Join(rows, "")))
	rapid.Check(t, func(t *rapid.T) {
		text := heading + "\n" + strings.Join(rapid.Permutation(rows).Draw(t, "rows"), "")
		var from io.Reader = strings.NewReader(text)
		switch rapid.IntRange(0, 2).Draw(t, "handed over") {
		case 0:
			from = iotest.OneByteReader(from)
		case 1:
			from = iotest.DataErrReader(iotest.HalfReader(from))
		}
		options := monthsfile.Options{Base: base, Workers: rapid.IntRange(0, 4).Draw(t, "workers"), Chunk: rapid.IntRange(0, 3000).Draw(t, "chunk")}
		r, err := monthsfile.Read(context.Background(), from, options)
		if err != nil {
			t.Fatal(err)
		}
		if got := everybody(r); got != want {
			t.Fatalf("got %s\nwant %s", got, want)
		}
	})
}

func TestEveryOrderOfAMadeUpFileIsTheSame(t *testing.T) {
	lives := registrytest.Lives(5, 9000)
	for _, order := range []registrytest.Order{registrytest.ByPerson, registrytest.ByMonth, registrytest.Mixed} {
		var file strings.Builder
		rows, err := registrytest.Write(&file, 5, lives, order)
		if err != nil {
			t.Fatal(err)
		}
		r := read(t, file.String())
		if r.Rows != int64(rows) || r.Before != 900 || r.Count(benefit.Sweden()) != benefit.Sweden().Count(lives) {
			t.Errorf("%s: %d rows, %d before, %v", order, r.Rows, r.Before, r.Count(benefit.Sweden()))
		}
	}
	if _, err := registrytest.Write(io.Discard, 5, lives, "no such"); err == nil {
		t.Error("an order that is none was written")
	}
}

func TestReadingEndsWhereItCannotGoOn(t *testing.T) {
	broken := errors.New("the disk is gone")
	from := io.MultiReader(strings.NewReader("A,2015-12\nA,2015-11\n"), iotest.ErrReader(broken))
	if _, err := monthsfile.Read(t.Context(), from, monthsfile.Options{Base: base, Workers: 2}); !errors.Is(err, broken) {
		t.Errorf("a broken reader: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := monthsfile.Read(ended, strings.NewReader("A,2015-12\n"), monthsfile.Options{Base: base, Workers: 2}); !errors.Is(err, context.Canceled) {
		t.Errorf("ended from outside: %v", err)
	}
}

func TestProgressTellsAllThatIsRead(t *testing.T) {
	file := strings.Repeat("A,2015-12\n", 1000)
	told, last := 0, int64(0)
	_, err := monthsfile.Read(t.Context(), strings.NewReader(file), monthsfile.Options{Base: base, Workers: 2, Chunk: 2000,
		Progress: func(read int64) { told, last = told+1, max(last, read) }})
	if err != nil || told < 5 || last != int64(len(file)) {
		t.Errorf("%v, told %d times, last %d of %d", err, told, last, len(file))
	}
}
