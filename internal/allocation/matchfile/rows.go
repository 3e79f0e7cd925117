package matchfile

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
)

// LongestLine is the longest line that is read, in bytes.
const LongestLine = 4096

// byteOrderMark is what some programs begin a file of UTF-8 with.
const byteOrderMark = "\uFEFF"

// Form is what a file had that a plain one has not. All of it is harmless.
type Form struct {
	Semicolons, BOM, Quotes bool
	Blank                   int // lines
}

// rows reads the rows of one file.
type rows struct {
	in        *bufio.Reader
	columns   []string
	order     []int // the column of each field
	separator byte
	line      int
	form      Form
	fields    [3][]byte // of the row, by column
	scratch   []byte    // of fields in quotation marks
}

// head reads up to the heading.
func head(from io.Reader, columns ...string) (*rows, error) {
	r := &rows{in: bufio.NewReaderSize(from, 1<<16), columns: columns}
	mark, err := r.in.Peek(len(byteOrderMark))
	if err == nil && string(mark) == byteOrderMark {
		r.form.BOM = true
		r.in.Discard(len(mark))
	}
	line, err := r.text()
	if errors.Is(err, io.EOF) {
		return nil, r.refused("match.file.empty")
	}
	if err != nil {
		return nil, err
	}
	r.separator = ','
	if bytes.IndexByte(line, ';') >= 0 {
		r.separator, r.form.Semicolons = ';', true
	}
	there := make([]bool, len(columns))
	for number := 1; ; number++ {
		field, rest, more, err := r.field(line)
		if err != nil {
			return nil, err
		}
		at := place(field, columns)
		switch {
		case at < 0:
			return nil, r.refused("match.file.unknown_column", "Number", number, "Known", strings.Join(columns, ", "))
		case there[at]:
			return nil, r.refused("match.file.column_twice", "Column", columns[at])
		}
		there[at] = true
		r.order = append(r.order, at)
		if line = rest; !more {
			break
		}
	}
	for at, is := range there {
		if !is {
			return nil, r.refused("match.file.no_column", "Column", columns[at], "Known", strings.Join(columns, ", "))
		}
	}
	return r, nil
}

// next reads a row into fields, or is io.EOF.
func (r *rows) next() error {
	line, err := r.text()
	if err != nil {
		return err
	}
	for number, at := range r.order {
		field, rest, more, err := r.field(line)
		if err != nil {
			return err
		}
		if more == (number == len(r.order)-1) {
			return r.refused("match.file.other_width", "Want", len(r.order))
		}
		r.fields[at], line = field, rest
	}
	return nil
}

// text is the next line that is not blank, or io.EOF.
func (r *rows) text() ([]byte, error) {
	r.scratch = r.scratch[:0]
	for {
		line, err := r.in.ReadSlice('\n')
		if len(line) == 0 && err != nil {
			return nil, err
		}
		r.line++
		switch {
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		case bytes.IndexByte(line, 0) >= 0:
			return nil, r.refused("match.file.nul")
		case !ascii(line) && !utf8.Valid(line) && err == nil:
			return nil, r.refused("match.file.not_utf8")
		case len(line) > LongestLine:
			return nil, r.refused("match.file.long_line", "Most", LongestLine)
		case !utf8.Valid(line):
			return nil, r.refused("match.file.not_utf8")
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return line, nil
		}
		r.form.Blank++
	}
}

func ascii(line []byte) bool {
	var all byte
	for _, b := range line {
		all |= b
	}
	return all < utf8.RuneSelf
}

// field is the first field of a line, what comes after its separator, and whether there
// was one.
func (r *rows) field(line []byte) (field, rest []byte, more bool, err error) {
	if len(line) > 0 && line[0] <= ' ' {
		line = bytes.TrimSpace(line)
	}
	if len(line) > 0 && line[0] == '"' {
		return r.quoted(line[1:])
	}
	end := bytes.IndexByte(line, r.separator)
	if end < 0 {
		return line, nil, false, nil
	}
	field, rest = line[:end], line[end+1:]
	if end > 0 && field[end-1] <= ' ' {
		field = bytes.TrimSpace(field)
	}
	return field, rest, true, nil
}

// quoted is field after its opening quotation mark; two of them stand for one.
func (r *rows) quoted(line []byte) (field, rest []byte, more bool, err error) {
	r.form.Quotes = true
	begins := len(r.scratch)
	for {
		end := bytes.IndexByte(line, '"')
		if end < 0 {
			return nil, nil, false, r.refused("match.file.open_quote")
		}
		r.scratch = append(r.scratch, line[:end]...)
		if line = line[end+1:]; len(line) == 0 || line[0] != '"' {
			break
		}
		r.scratch = append(r.scratch, '"')
		line = line[1:]
	}
	field = r.scratch[begins:len(r.scratch):len(r.scratch)]
	line = bytes.TrimSpace(line)
	if len(line) == 0 {
		return field, nil, false, nil
	}
	if line[0] != r.separator {
		return nil, nil, false, r.refused("match.file.open_quote")
	}
	return field, line[1:], true, nil
}

func (r *rows) refused(key string, pairs ...any) *fault.Error {
	return fault.New(fault.Invalid, key, append(pairs, "Line", max(1, r.line))...)
}
