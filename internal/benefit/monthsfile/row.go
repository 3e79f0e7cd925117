package monthsfile

import (
	"bytes"
	"encoding/binary"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// The parts of a row's end as eight bytes, the first of them the lowest: a separator and
// a month, as in ",2015-12".
const (
	zeros  = 0x3030_2d30_3030_3000 // what is subtracted, bit by bit, to leave digits
	past   = 0x7676_7f76_7676_767f // what lifts a byte that is more than a digit, or more than nothing, to 128
	eights = 0x8080_8080_8080_8080
)

// monthAfter is the month at the end of a plain row, whose last eight bytes are given;
// false where they are not the separator and a month YYYY-MM.
func monthAfter(separator byte, end []byte) (period.Month, bool) {
	digits := binary.LittleEndian.Uint64(end) ^ (zeros | uint64(separator))
	if (digits|(digits+past))&eights != 0 {
		return 0, false
	}
	year := digits>>8&15*1000 + digits>>16&15*100 + digits>>24&15*10 + digits>>32&15
	number := digits>>48&15*10 + digits>>56
	return period.MonthOf(int(year), int(number)), number-1 < 12
}

// row is the two fields of a line that is not plain. The person may lie in scratch.
type row struct {
	person, month  []byte
	quotes, spaces bool
}

// split reads the two fields of a line, or says what is wrong with it.
func split(line []byte, separator byte, scratch *[]byte) (r row, wrong *fault.Error) {
	*scratch = (*scratch)[:0]
	r.person, line, wrong = r.field(line, separator, scratch)
	switch {
	case wrong != nil:
		return r, wrong
	case len(line) == 0:
		return r, refused("benefit.file.one_column")
	case len(bytes.TrimSpace(r.person)) == 0:
		return r, refused("benefit.file.no_person")
	}
	r.month, line, wrong = r.field(line[1:], separator, scratch)
	if wrong == nil && len(line) > 0 {
		wrong = refused("benefit.file.more_columns")
	}
	return r, wrong
}

// field is the first field of a line and what is left from its separator on.
func (r *row) field(line []byte, separator byte, scratch *[]byte) (text, rest []byte, wrong *fault.Error) {
	trimmed := bytes.TrimLeft(line, " \t")
	r.spaces = r.spaces || len(trimmed) < len(line)
	if len(trimmed) == 0 || trimmed[0] != '"' {
		end := bytes.IndexByte(trimmed, separator)
		if end < 0 {
			end = len(trimmed)
		}
		text = bytes.TrimRight(trimmed[:end], " \t")
		r.spaces = r.spaces || len(text) < end
		return text, trimmed[end:], nil
	}
	r.quotes = true
	begins := len(*scratch)
	for line = trimmed[1:]; ; line = line[1:] {
		end := bytes.IndexByte(line, '"')
		if end < 0 {
			return nil, nil, refused("benefit.file.open_quote")
		}
		*scratch = append(*scratch, line[:end]...)
		line = line[end+1:]
		if len(line) == 0 || line[0] != '"' {
			break
		}
		*scratch = append(*scratch, '"') // two of them stand for one
	}
	rest = bytes.TrimLeft(line, " \t")
	r.spaces = r.spaces || len(rest) < len(line)
	if len(rest) > 0 && rest[0] != separator {
		return nil, nil, refused("benefit.file.after_quote")
	}
	return (*scratch)[begins:], rest, nil
}

// monthOf reads a month, or says why it is none.
func monthOf(text []byte) (period.Month, *fault.Error) {
	if len(text) == 7 {
		var end [8]byte
		copy(end[1:], text)
		month, is := monthAfter(0, end[:])
		if is {
			return month, nil
		}
		if number := int(text[5]-'0')*10 + int(text[6]-'0'); monthly(text) {
			return 0, refused("benefit.file.no_such_month", "Number", number)
		}
	}
	return 0, refused("benefit.file.not_a_month")
}

// monthly tells whether a text has the form of a month.
func monthly(text []byte) bool {
	for i, b := range text {
		if i == 4 && b != '-' || i != 4 && (b < '0' || b > '9') {
			return false
		}
	}
	return true
}

func refused(key string, pairs ...any) *fault.Error { return fault.New(fault.Invalid, key, pairs...) }
