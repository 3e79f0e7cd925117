package sie

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

var update = flag.Bool("update", false, "write the golden files anew")

// november is two vouchers: a payment attested, and the money sent.
func november() File {
	return File{
		Program: "Fotfäste", Version: "1.2", GeneratedOn: period.MustDay("2026-11-25"),
		Company: "Lillköpings kommun", OrganisationNumber: "212000-9995", FiscalYear: period.MustSpan("2026-01-01", "2026-12-31"),
		Accounts:   []Account{{Number: 1930, Name: "Bank"}, {Number: 2890, Name: "Skulder till deltagare"}, {Number: 4511, Name: `Ersättning "grund"`}},
		Dimensions: []Dimension{{Number: 20, Name: "Verksamhet"}},
		Vouchers: []Voucher{
			{Series: "F", Number: 1, Day: period.MustDay("2026-11-20"), Text: "Ersättning vecka 46 – attesterad", Rows: []Row{
				{Account: 4511, Amount: 241805, Objects: []Object{{Dimension: 1, Number: "5100"}, {Dimension: 20, Number: "610 A"}}, Text: `C:\kostnad`},
				{Account: 2890, Amount: -241805},
			}},
			{Day: period.MustDay("2026-11-25"), Rows: []Row{{Account: 2890, Amount: 5}, {Account: 1930, Amount: -5, Text: "Øre & “örn”"}}},
		},
	}
}

func TestGoldenFile(t *testing.T) {
	got, err := november().Encode()
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/vouchers.si"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	// The letters are those of code page 437, and every line ends with CRLF.
	for _, part := range []string{"Fotf\x84ste", "Lillk\x94pings", "#ORGNR 212000-9995\r\n", "#FORMAT PC8\r\n", "\\\"grund\\\"", "\"C:/kostnad\"", "Ore & \\\"\x94rn\\\"", "{1 \"5100\" 20 \"610 A\"} 2418.05 20261120"} {
		if !bytes.Contains(got, []byte(part)) {
			t.Errorf("%q is not in the file", part)
		}
	}
	if n := bytes.Count(got, []byte("\n")); n != bytes.Count(got, []byte("\r\n")) || n != bytes.Count(got, []byte("\r")) {
		t.Error("a line ends otherwise than with CRLF")
	}
}

func TestEncodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*File)
		want   string // field: key
	}{
		{"no program", func(f *File) { f.Program = " " }, "program: sie.file.program"},
		{"a version on two lines", func(f *File) { f.Version = "1\n2" }, "program: sie.file.program"},
		{"no day", func(f *File) { f.GeneratedOn = -1 }, "generated_on: sie.file.generated_on"},
		{"no company", func(f *File) { f.Company = "" }, "company: sie.file.company"},
		{"a short number", func(f *File) { f.OrganisationNumber = "212000" }, "organisation_number: sie.file.organisation_number"},
		{"a year without end", func(f *File) { f.FiscalYear.To = 1 << 30 }, "fiscal_year: sie.file.fiscal_year"},
		{"account zero", func(f *File) { f.Accounts = append(f.Accounts, Account{Name: "x"}) }, "accounts.3: sie.account.number"},
		{"an account too long", func(f *File) { f.Accounts = append(f.Accounts, Account{Number: 100_000_000, Name: "x"}) }, "accounts.3: sie.account.number"},
		{"an account twice", func(f *File) { f.Accounts = append(f.Accounts, Account{Number: 1930, Name: "x"}) }, "accounts.3: sie.account.twice"},
		{"an account without name", func(f *File) { f.Accounts[0].Name = "" }, "accounts.0: sie.account.name"},
		{"a dimension of the format's", func(f *File) { f.Dimensions = append(f.Dimensions, Dimension{Number: 6, Name: "x"}) }, "dimensions.1: sie.dimension.number"},
		{"the last of the format's", func(f *File) { f.Dimensions = append(f.Dimensions, Dimension{Number: 19, Name: "x"}) }, "dimensions.1: sie.dimension.number"},
		{"dimension zero", func(f *File) { f.Vouchers[0].Rows[0].Objects[0].Dimension = 0 }, "vouchers.0.rows.0.objects: sie.row.object"},
		{"a dimension twice", func(f *File) { f.Dimensions = append(f.Dimensions, f.Dimensions[0]) }, "dimensions.1: sie.dimension.number"},
		{"a dimension without name", func(f *File) { f.Dimensions[0].Name = "" }, "dimensions.0: sie.dimension.name"},
		{"a negative number", func(f *File) { f.Vouchers[0].Number = -1 }, "vouchers.0.number: sie.voucher.number"},
		{"a voucher twice", func(f *File) { f.Vouchers[1].Series, f.Vouchers[1].Number = "F", 1 }, "vouchers.1.number: sie.voucher.twice"},
		{"a day before the year", func(f *File) { f.Vouchers[0].Day = period.MustDay("2025-12-31") }, "vouchers.0.day: sie.voucher.day"},
		{"a day after the year", func(f *File) { f.Vouchers[0].Day = period.MustDay("2027-01-01") }, "vouchers.0.day: sie.voucher.day"},
		{"a line break in the text", func(f *File) { f.Vouchers[0].Text = "a\r\n#VER" }, "vouchers.0.text: sie.voucher.text"},
		{"a control sign in a row", func(f *File) { f.Vouchers[0].Rows[1].Text = "a\x7f" }, "vouchers.0.rows.1.text: sie.voucher.text"},
		{"one öre astray", func(f *File) { f.Vouchers[0].Rows[0].Amount++ }, "vouchers.0.rows: sie.voucher.unbalanced"},
		{"no rows", func(f *File) { f.Vouchers[1].Rows = nil }, "vouchers.1.rows: sie.voucher.rows"},
		{"amounts too large", func(f *File) {
			f.Vouchers[1].Rows = []Row{{Account: 1930, Amount: 1<<63 - 1}, {Account: 1930, Amount: 1<<63 - 1}, {Account: 1930, Amount: 2}}
		}, "vouchers.1.rows: sie.voucher.sum"},
		{"an account that is not in the chart", func(f *File) { f.Vouchers[0].Rows[1].Account = 1940 }, "vouchers.0.rows.1.account: sie.row.account"},
		{"a dimension that is not named", func(f *File) { f.Vouchers[0].Rows[0].Objects[1].Dimension = 21 }, "vouchers.0.rows.0.objects: sie.row.object"},
		{"two of a dimension", func(f *File) { f.Vouchers[0].Rows[0].Objects[1].Dimension = 1 }, "vouchers.0.rows.0.objects: sie.row.object"},
		{"an object without number", func(f *File) { f.Vouchers[0].Rows[0].Objects[0].Number = "" }, "vouchers.0.rows.0.objects: sie.row.object"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := november()
			c.change(&f)
			got, err := f.Encode()
			var no *fault.Error
			if !errors.As(err, &no) || no.Code != fault.Invalid || got != nil {
				t.Fatalf("%q %v", got, err)
			}
			var said []string
			for _, field := range no.Fields {
				said = append(said, field.Name+": "+field.Text.Key)
			}
			if s := strings.Join(said, ", "); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	golden, err := november().Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"an open quotation mark", `"Bank"`, `"Bank`, "sie.read.line 9"},
		{"a backslash last", `"Bank"`, "\"Bank\\", "sie.read.line 9"},
		{"a list in a list", `{1 "5100"`, `{1 {"5100"`, "sie.read.line 15"},
		{"an open list", `{1 "5100" 20 "610 A"}`, `{1 "5100"`, "sie.read.line 15"},
		{"a text that is no record", "#SIETYP", "SIETYP", "sie.read.line 5"},
		{"a label between quotation marks", "#SIETYP", `"#SIETYP"`, "sie.read.line 5"},
		{"a control sign", "Bank", "Ba\x01nk", "sie.read.line 9"},
		{"something after a brace", "\n{", "\n{ x", "sie.read.line 14"},
		{"another type", "#SIETYP 4", "#SIETYP 1", "sie.read.field 5"},
		{"no type", "#SIETYP 4\r\n", "", "sie.read.kind 21"},
		{"another character set", "PC8", "UTF8", "sie.read.field 3"},
		{"a day that is none", "20261125", "20261131", "sie.read.field 4"},
		{"a day otherwise", "20261125", "2026-11-25", "sie.read.field 4"},
		{"an account that is no number", "#KONTO 1930", "#KONTO bank", "sie.read.field 9"},
		{"a dimension that is no number", "#DIM 20", "#DIM x", "sie.read.field 12"},
		{"a voucher number that is none", `#VER "F" 1`, `#VER "F" -1`, "sie.read.field 13"},
		{"a comma", "2418.05", "2418,05", "sie.read.field 15"},
		{"a tenth of an öre", "2418.05", "2418.050", "sie.read.field 15"},
		{"a point and nothing", "2418.05", "2418.", "sie.read.field 15"},
		{"a point and nothing before", "2418.05", ".05", "sie.read.field 15"},
		{"no list", `{1 "5100" 20 "610 A"}`, "1", "sie.read.field 15"},
		{"half an object", `{1 "5100" 20 "610 A"}`, "{1}", "sie.read.field 15"},
		{"a dimension by name", `{1 "5100" 20 "610 A"}`, "{a b}", "sie.read.field 15"},
		{"a row outside", "{\r\n#TRANS", "#TRANS", "sie.read.block 14"},
		{"a brace outside", `#VER "F"`, "{\r\n#VER \"F\"", "sie.read.block 13"},
		{"a closing brace outside", `#VER "F"`, "}\r\n#VER \"F\"", "sie.read.block 13"},
		{"a voucher in a voucher", "}\r\n#VER", "#VER", "sie.read.block 17"},
		{"a voucher never closed", "-0.05 20261125 \"Ore & \\\"\x94rn\\\"\"\r\n}\r\n", "-0.05\r\n", "sie.read.block 21"},
		{"unbalanced", "-2418.05", "-2418.06", "sie.read.rule 13 sie.voucher.unbalanced"},
		{"an account that is not in the chart", "#TRANS 4511", "#TRANS 4512", "sie.read.rule 15 sie.row.account"},
		{"no chart", "#KONTO 1930 \"Bank\"\r\n", "", "sie.read.rule 20 sie.row.account"},
		{"a day outside the year", "#RAR 0 20260101 20261231", "#RAR 0 20260101 20261124", "sie.read.rule 18 sie.voucher.day"},
		{"no company", "#FNAMN", "#OTHER", "sie.read.rule 1 sie.file.company"},
	} {
		t.Run(c.name, func(t *testing.T) {
			planted := bytes.Replace(golden, []byte(c.old), []byte(c.new), 1)
			if bytes.Equal(planted, golden) {
				t.Fatalf("%q is not in the golden file", c.old)
			}
			_, err := Decode(planted)
			var no *fault.Error
			if !errors.As(err, &no) || no.Code != fault.Invalid {
				t.Fatal(err)
			}
			got := fmt.Sprint(no.Text.Key, " ", no.Text.Args["Line"])
			if why, has := no.Text.Args["Why"].(fault.Text); has {
				got += " " + why.Key
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	if _, err := Decode(nil); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("nothing at all: %v", err)
	}
	if _, err := Decode(make([]byte, LargestFile+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("too large: %v", err)
	}
}

// TestWhatOthersWrite: a file need not look like ours to be read.
func TestWhatOthersWrite(t *testing.T) {
	got, err := Decode([]byte("#FLAGGA 1\n#FORMAT PC8\n#SIETYP 4\n#PROGRAM Ekonomi 3.0 extra\n#GEN 20261125 AB\n#FNAMN \"X\"\n#KSUMMA\n" +
		"#RAR -1 20250101 20251231\n#RAR 0 20260101 20261231\n#KONTO 1930 Bank\n#KTYP 1930 T\n#KONTO 4511 Kostnad\n#DIM 6 Projekt\n#IB 0 1930 5.00\n\n" +
		"#ver A \"\" 20261125 text 20261126\n{\n\t#TRANS\t1930\t{}\t-10\n   #RTRANS 4511 {6 P1} 10.0\n#TRANS 4511 {6 P1} 10.0 20261125 \"a\\b\" 5 AB\n}\n#KSUMMA 123\n\x1a"))
	if err != nil {
		t.Fatal(err)
	}
	want := File{
		Program: "Ekonomi", Version: "3.0", GeneratedOn: period.MustDay("2026-11-25"), Company: "X", FiscalYear: period.MustSpan("2026-01-01", "2026-12-31"),
		Accounts: []Account{{1930, "Bank"}, {4511, "Kostnad"}},
		Vouchers: []Voucher{{Series: "A", Day: period.MustDay("2026-11-25"), Text: "text", Rows: []Row{
			{Account: 1930, Amount: -1000}, {Account: 4511, Amount: 1000, Objects: []Object{{6, "P1"}}, Text: `a\b`}}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// drawnFile is a right file, its texts drawn from text.
func drawnFile(t *rapid.T, text *rapid.Generator[string]) File {
	some := func(name string) string { return "x" + text.Draw(t, name) }
	f := File{
		Program: some("program"), Version: text.Draw(t, "version"), GeneratedOn: period.Day(rapid.IntRange(0, 2_900_000).Draw(t, "generated")),
		Company: some("company"), OrganisationNumber: rapid.StringMatching(`([0-9]{6}-[0-9]{4})?`).Draw(t, "number"),
		FiscalYear: period.MustSpan("2026-01-01", "2026-12-31"),
		Accounts:   []Account{{1, some("account")}, {99_999_999, some("account")}}, Dimensions: []Dimension{{20, some("dimension")}},
	}
	for n := range rapid.IntRange(0, 4).Draw(t, "vouchers") {
		v := Voucher{
			Series: text.Draw(t, "series"), Number: rapid.SampledFrom([]int{0, n + 1}).Draw(t, "number"),
			Day: f.FiscalYear.From.AddDays(rapid.IntRange(0, 364).Draw(t, "day")), Text: text.Draw(t, "text"),
		}
		var sum money.Ore
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			r := Row{Account: 1, Amount: money.Ore(rapid.Int64Range(-1<<60, 1<<60).Draw(t, "amount")), Text: text.Draw(t, "text")}
			for _, d := range []int{1, 19, 20} {
				if rapid.Bool().Draw(t, "object") {
					r.Objects = append(r.Objects, Object{d, some("object")})
				}
			}
			v.Rows, sum = append(v.Rows, r), sum+r.Amount
		}
		f.Vouchers = append(f.Vouchers, Voucher{v.Series, v.Number, v.Day, v.Text, append(v.Rows, Row{Account: 99_999_999, Amount: -sum})})
	}
	return f
}

// TestWhatIsWrittenReadsBack: with the letters of the code page, the very same.
func TestWhatIsWrittenReadsBack(t *testing.T) {
	letters := rapid.StringOf(rapid.RuneFrom([]rune("abcåäöÅÄÖéüñ\"'{}#/ ─░Ω1,.-")))
	rapid.Check(t, func(t *rapid.T) {
		f := drawnFile(t, letters)
		written, err := f.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(written)
		if err != nil || !reflect.DeepEqual(got, f) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, got, f)
		}
	})
}

// TestAnyTextIsWritten: whatever the letters, the file is written, reads back with
// the same amounts, and is the same when it is written again.
func TestAnyTextIsWritten(t *testing.T) {
	anything := rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return isLine(string(r)) }))
	rapid.Check(t, func(t *rapid.T) {
		f := drawnFile(t, anything)
		written, err := f.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(written)
		if err != nil {
			t.Fatalf("%v\n%q", err, written)
		}
		for n, v := range f.Vouchers {
			for at, r := range v.Rows {
				if got.Vouchers[n].Rows[at].Amount != r.Amount {
					t.Fatalf("%d became %d", r.Amount, got.Vouchers[n].Rows[at].Amount)
				}
			}
		}
		if again, err := got.Encode(); err != nil || !bytes.Equal(again, written) {
			t.Fatalf("%v\n%q\n%q", err, written, again)
		}
	})
}

func FuzzDecode(f *testing.F) {
	golden, err := november().Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden)
	f.Add([]byte("#FORMAT PC8\n#SIETYP 4\n#VER A 1 20260101\n{\n#TRANS 1 {1 \"a\\\"\"} -0.01\n}\n"))
	f.Add([]byte("#TRANS {"))
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := Decode(file)
		if err != nil {
			if code := fault.CodeOf(err); code != fault.Invalid && code != fault.TooLarge {
				t.Fatal(err)
			}
			return
		}
		written, err := got.Encode()
		if err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
		if again, err := Decode(written); err != nil || len(again.Vouchers) != len(got.Vouchers) {
			t.Fatalf("written but cannot be read: %v\n%q", err, written)
		}
	})
}
