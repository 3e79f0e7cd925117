package registerfile

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

var now = period.MustMonth("2026-08")

// said is a file in short.
func said(f File) string {
	var words []string
	for _, r := range f.Rows {
		words = append(words, fmt.Sprintf("%d %s %s %d %q", r.Line, r.From, r.What, r.Amount, r.Name))
	}
	return strings.Join(words, ", ")
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		file, want string
		form       Form
	}{
		"plain":             {"month,kind,amount,name\n2026-03,work,5000,\n", `2 2026-03 income.work 500000 ""`, Form{}},
		"no heading":        {"2026-03,cost.rent,6500.5\n", `1 2026-03 cost.rent 650050 ""`, Form{}},
		"Swedish Excel":     {"\ufeffMånad;Slag;Belopp\r\n2026-03;Hyra;\"6 500,50\"\r\n\r\n2026-04;lön;5\u00a0000 kr\r\n", `2 2026-03 cost.rent 650050 "", 4 2026-04 income.work 500000 ""`, Form{Semicolons: true, ByteOrderMark: true, Blank: 1, DecimalCommas: true}},
		"another order":     {"name,amount,kind,month\nLotteri,100,income.other,2026-03\n", `2 2026-03 income.other 10000 "Lotteri"`, Form{}},
		"the name left out": {"month,kind,amount,name\n2026-03,work,1\n", `2 2026-03 income.work 100 ""`, Form{}},
		"a row twice":       {"2026-03,work,1\n2026-04,work,2\n2026-03,lön,\"1,00\"\n", `1 2026-03 income.work 100 "", 2 2026-04 income.work 200 ""`, Form{DecimalCommas: true, Duplicates: 1}},
		"two persons' pay":  {"2026-03,work,1,A\n2026-03,work,2,B\n", `1 2026-03 income.work 100 "A", 2 2026-03 income.work 200 "B"`, Form{}},
	} {
		f, err := Read([]byte(c.file), now)
		if err != nil || said(f) != c.want || f.Form != c.form {
			t.Errorf("%s: %s, %+v, %v", name, said(f), f.Form, err)
		}
	}
}

// Every line that cannot be right is told, and nothing of such a file is taken.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"nothing":              {" \n", "register.empty"},
		"a heading alone":      {"month,kind,amount\n", "register.no_rows"},
		"too large":            {strings.Repeat("x", LargestFile+1), "register.large"},
		"too many":             {many(MostRows + 1), "register.many_rows"},
		"Latin-1":              {"2026-03,work,1\n2026-04,l\xf6n,1\n", "register.not_utf8"},
		"an open quotation":    {"2026-03,work,1\n2026-03,\"work,1\n", "2 register.quotes"},
		"an unknown column":    {"month,kind,amount,person\n", "register.column"},
		"a column twice":       {"month,kind,amount,belopp\n", "register.column_twice"},
		"a column left out":    {"month,amount\n", "register.column_missing"},
		"too few fields":       {"2026-03,work\n", "1 register.fields"},
		"month fifteen":        {"2026-03,work,1\n2015-13,work,1\n", "2 register.month"},
		"a month ahead":        {"2026-09,work,1\n", "1 register.month_outside"},
		"an unknown kind":      {"2026-03,yacht,1\n", "1 register.kind"},
		"a kind of both":       {"2026-03,other,1,x\n", "1 register.kind_both"},
		"who lives there":      {"2026-03,members,1\n", "1 register.kind"},
		"less than nothing":    {"2026-03,work,-1\n", "1 register.negative"},
		"an amount in words":   {"2026-03,work,much\n2026-04,work,1.234\n2026-05,work,1e3\n", "1 register.amount, 2 register.amount, 3 register.amount"},
		"an absurd amount":     {"2026-03,work,1000000.01\n", "1 register.absurd"},
		"an income of no name": {"2026-03,income.other,1\n", "1 register.row"},
		"rows that differ":     {"2026-03,work,1\n\n2026-03,lön,2\n", "3 register.row_twice"},
	} {
		f, err := Read([]byte(c.file), now)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || len(f.Rows) > 0 {
			t.Errorf("%s: %+v, %v", name, f, err)
			continue
		}
		told := []string{}
		for _, field := range wrong.Fields {
			told = append(told, fmt.Sprint(field.Text.Args["Line"], " ", field.Text.Key))
		}
		if len(told) == 0 {
			told = append(told, wrong.Text.Key)
		}
		if got := strings.Join(told, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// many is so many rows that differ.
func many(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "2026-03,work,1,%d\n", i)
	}
	return b.String()
}

// Whatever the bytes, a file is taken whole or refused, and never breaks the reader.
func FuzzRead(f *testing.F) {
	f.Add([]byte("month;kind;amount\n2026-03;work;1,5\n"))
	f.Add([]byte("\"\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		read, err := Read(file, now)
		if (err == nil) == (len(read.Rows) == 0) {
			t.Fatalf("%+v, %v", read, err)
		}
	})
}
