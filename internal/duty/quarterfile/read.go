package quarterfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/duty"
	"fotfaste/internal/fault"
)

// Largest is the largest file that is read, in bytes: some hundred thousand rows.
const Largest = 32 << 20

// byteOrderMark is what some programs begin a file of UTF-8 with.
const byteOrderMark = "\uFEFF"

// Form is what a file had that a plain one has not. All of it is harmless.
type Form struct {
	Semicolons, BOM bool
	Blank           int // lines, and rows of separators alone
	Nothing         int // answers that were empty, read as no
}

// File is what was read.
type File struct {
	Rows       []duty.PersonMonth // of the quarter
	Duplicates int                // rows of the quarter that say what an earlier one does, not among them
	Outside    int                // rows of other quarters
	Unsaid     int                // rows of the quarter whose main obstacle nobody has said
	Form       Form
}

// Read is the rows of the quarter. What cannot be right is a *fault.Error of the first
// line that is wrong, of the code Invalid, with the Line among its arguments. Other
// errors are the reader's own.
func Read(from io.Reader, quarter duty.Quarter) (*File, error) {
	text, err := io.ReadAll(io.LimitReader(from, Largest+1))
	if err != nil {
		return nil, err
	}
	if len(text) > Largest {
		return nil, refused(1, "duty_file.too_large", "Most", Largest>>20)
	}
	file := &File{}
	text, file.Form.BOM = bytes.CutPrefix(text, []byte(byteOrderMark))
	if err := readable(text); err != nil {
		return nil, err
	}
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			file.Form.Blank++
		}
	}
	heading, _, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	file.Form.Semicolons = bytes.IndexByte(heading, ';') >= 0
	rows := csv.NewReader(bytes.NewReader(text))
	rows.FieldsPerRecord, rows.ReuseRecord = -1, true
	if file.Form.Semicolons {
		rows.Comma = ';'
	}
	if err := file.read(rows, quarter); err != nil {
		return nil, err
	}
	return file, nil
}

// readable refuses what is no text, with the line.
func readable(text []byte) error {
	at, key := bytes.IndexByte(text, 0), "duty_file.nul"
	if !utf8.Valid(text) {
		wrong := 0
		for {
			letter, size := utf8.DecodeRune(text[wrong:])
			if letter == utf8.RuneError && size == 1 {
				break
			}
			wrong += size
		}
		if at < 0 || wrong < at {
			at, key = wrong, "duty_file.not_utf8"
		}
	}
	if at < 0 {
		return nil
	}
	return refused(1+bytes.Count(text[:at], []byte("\n")), key)
}

// read reads the heading and every row after it.
func (f *File) read(rows *csv.Reader, quarter duty.Quarter) error {
	var columns []string
	seen := map[place]told{} // what was first said of each person's month
	for {
		fields, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return notRows(err)
		}
		line, _ := rows.FieldPos(0)
		for i, field := range fields {
			fields[i] = strings.TrimSpace(field)
		}
		if strings.Join(fields, "") == "" {
			if len(fields) > 1 {
				f.Form.Blank++
			}
			continue
		}
		if columns == nil {
			if columns, err = headed(fields, line); err != nil {
				return err
			}
			continue
		}
		if err := f.row(columns, fields, line, quarter, seen); err != nil {
			return err
		}
	}
	if columns == nil {
		return refused(1, "duty_file.empty")
	}
	return nil
}

// headed is the column of each field of a heading. All must be known, and there once; of
// the gender alone a heading may say nothing.
func headed(fields []string, line int) (columns []string, err error) {
	there := map[string]bool{}
	for i, name := range fields {
		column, is := known().columns[strings.ToLower(name)]
		switch {
		case !is:
			return nil, refused(line, "duty_file.unknown_column", "Number", i+1, "Known", strings.Join(append(Columns(), genderColumn), ", "))
		case there[column]:
			return nil, refused(line, "duty_file.column_twice", "Column", column)
		}
		there[column] = true
		columns = append(columns, column)
	}
	for _, column := range Columns() {
		if !there[column] {
			return nil, refused(line, "duty_file.no_column", "Column", column, "Known", strings.Join(Columns(), ", "))
		}
	}
	return columns, nil
}

// notRows is why the file falls into no rows.
func notRows(err error) error {
	var wrong *csv.ParseError
	if !errors.As(err, &wrong) {
		return err
	}
	if errors.Is(err, csv.ErrBareQuote) {
		return refused(wrong.Line, "duty_file.bare_quote")
	}
	return refused(wrong.StartLine, "duty_file.open_quote")
}

func refused(line int, key string, pairs ...any) *fault.Error {
	return fault.New(fault.Invalid, key, append(pairs, "Line", line)...)
}
