package registerfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// The limits of a file.
const (
	LargestFile = 64 << 10 // bytes
	MostRows    = 300
	MostFaults  = 20 // told at once
)

// Row is a row of the file with the line it stands on.
type Row struct {
	Line int
	household.Statement
}

// Form is what was met and taken as it was meant.
type Form struct {
	Semicolons    bool
	ByteOrderMark bool
	Blank         int // lines with nothing on them
	DecimalCommas bool
	Duplicates    int // rows that say what an earlier one does
}

// File is what a file says.
type File struct {
	Rows []Row
	Form Form
}

const byteOrderMark = "\uFEFF"

// Read is the file as it is read in the month now. What is wrong comes as one
// *fault.Error of the code Invalid: with a field named "file" for each line that cannot
// be right, whose text has the Line, or without fields where the file as a whole is none.
func Read(content []byte, now period.Month) (File, error) {
	var f File
	if len(content) > LargestFile {
		return f, refused("register.large", "Most", LargestFile>>10)
	}
	content, f.Form.ByteOrderMark = bytes.CutPrefix(content, []byte(byteOrderMark))
	if !utf8.Valid(content) {
		good := 0
		for good < len(content) {
			r, size := utf8.DecodeRune(content[good:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			good += size
		}
		return f, refused("register.not_utf8", "Line", 1+bytes.Count(content[:good], []byte("\n")))
	}
	if len(bytes.TrimSpace(content)) == 0 {
		return f, refused("register.empty")
	}
	r := reading{now: now, order: []string{"month", "kind", "amount", "name"}, seen: map[key]Row{}, form: &f.Form}
	if err := r.all(content); err != nil {
		return File{}, err
	}
	if err := r.wrong.Err(); err != nil {
		return File{}, err
	}
	f.Rows = r.rows
	f.Form.Blank = blank(content)
	if len(f.Rows) == 0 {
		return File{}, refused("register.no_rows")
	}
	return f, nil
}

func refused(code string, pairs ...any) *fault.Error { return fault.New(fault.Invalid, code, pairs...) }

// blank counts the lines without anything but space and separators.
func blank(content []byte) (n int) {
	for line := range bytes.Lines(content) {
		if len(bytes.Trim(line, " \t\r\n;,")) == 0 {
			n++
		}
	}
	return n
}

type key struct {
	month period.Month
	about household.Subject
}

type reading struct {
	now   period.Month
	order []string // of the columns
	seen  map[key]Row
	form  *Form
	rows  []Row
	wrong fault.Fields
}

func (r *reading) no(line int, code string, pairs ...any) {
	if len(r.wrong) < MostFaults {
		r.wrong.Add("file", code, append([]any{"Line", line}, pairs...)...)
	}
}

// all reads every line. A quotation mark that is not closed ends it.
func (r *reading) all(content []byte) error {
	first, _, _ := bytes.Cut(bytes.TrimSpace(content), []byte("\n"))
	lines := csv.NewReader(bytes.NewReader(content))
	lines.FieldsPerRecord, lines.TrimLeadingSpace = -1, true
	if bytes.Contains(first, []byte(";")) {
		lines.Comma, r.form.Semicolons = ';', true
	}
	for begun := false; ; begun = true {
		fields, err := lines.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &broken):
			r.no(broken.Line, "register.quotes")
			return nil
		case err != nil:
			return err
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		line, _ := lines.FieldPos(0)
		switch {
		case !slices.ContainsFunc(fields, func(f string) bool { return f != "" }):
		case !begun && column(fields[0]) != "":
			if err := r.heading(fields); err != nil {
				return err
			}
		default:
			if len(r.rows) == MostRows {
				return refused("register.many_rows", "Most", MostRows)
			}
			r.row(line, fields)
		}
	}
}

func (r *reading) heading(fields []string) error {
	r.order = nil
	for _, f := range fields {
		code := column(f)
		switch {
		case f == "" || code == "":
			return refused("register.column", "Said", short(f))
		case slices.Contains(r.order, code):
			return refused("register.column_twice", "Said", short(f))
		}
		r.order = append(r.order, code)
	}
	for _, needed := range []string{"month", "kind", "amount"} {
		if !slices.Contains(r.order, needed) {
			return refused("register.column_missing", "Name", needed)
		}
	}
	return nil
}

func (r *reading) row(line int, fields []string) {
	if len(fields) > len(r.order) || len(fields) < 3 {
		r.no(line, "register.fields", "Count", len(fields), "Want", len(r.order))
		return
	}
	said := map[string]string{}
	for i, f := range fields {
		said[r.order[i]] = f
	}
	before := len(r.wrong)
	s := household.Statement{Name: said["name"], Provenance: household.RegisterFile}
	month, err := period.ParseMonth(said["month"])
	switch {
	case err != nil:
		r.no(line, "register.month", "Said", short(said["month"]))
	case month > r.now || month < household.EarliestMonth:
		r.no(line, "register.month_outside", "Said", short(said["month"]), "From", household.EarliestMonth, "To", r.now)
	}
	s.From, s.To = month, month
	switch whats := known().whats[strings.ToLower(said["kind"])]; len(whats) {
	case 0:
		r.no(line, "register.kind", "Said", short(said["kind"]))
	case 1:
		s.What = whats[0]
	default:
		r.no(line, "register.kind_both", "Said", short(said["kind"]), "One", string(whats[0]), "Other", string(whats[1]))
	}
	s.Amount = r.amount(line, said["amount"])
	if len(r.wrong) > before {
		return
	}
	for _, f := range s.Check(r.now, 0) {
		r.no(line, "register.row", "Because", f.Text)
	}
	about := key{s.From, s.Subject()}
	switch first, twice := r.seen[about]; {
	case twice && first.What == s.What && first.Name == s.Name && first.Amount == s.Amount:
		r.form.Duplicates++
		return
	case twice: // one of them is wrong, and nobody knows which
		r.no(line, "register.row_twice", "First", first.Line)
		return
	}
	r.seen[about] = Row{line, s}
	r.rows = append(r.rows, r.seen[about])
}

// amount is kronor as people write them: "5000", "5 000,50", "5000.5 kr".
func (r *reading) amount(line int, text string) money.Ore {
	bare := strings.TrimSuffix(strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, text), "kr")
	if strings.HasPrefix(bare, "-") || strings.HasPrefix(bare, "−") {
		r.no(line, "register.negative", "Said", short(text))
		return 0
	}
	dotted := strings.Replace(bare, ",", ".", 1)
	whole, cents, _ := strings.Cut(dotted, ".")
	number, err := strconv.ParseUint(whole+(cents + "00")[:min(len(cents)+2, 2)], 10, 50)
	if err != nil || whole == "" || len(cents) > 2 || strings.HasSuffix(dotted, ".") || !digits(whole+cents) {
		r.no(line, "register.amount", "Said", short(text))
		return 0
	}
	if money.Ore(number) > economy.MostAmount {
		r.no(line, "register.absurd", "Most", economy.MostAmount)
		return 0
	}
	r.form.DecimalCommas = r.form.DecimalCommas || dotted != bare
	return money.Ore(number)
}

func digits(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return c < '0' || c > '9' })
}

// short is what was said, no longer than a message has room for.
func short(text string) string {
	const most = 30
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
