package monthsfile

import (
	"bytes"
	"unicode/utf8"

	"fotfaste/internal/benefit"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// worker reads chunks of whole lines into a table of its own.
type worker struct {
	base      period.Month
	separator byte
	people    *people
	found     batch
	last      []byte // the key of the row before, where the batch has it last
	scratch   []byte
	tally     tally
	form      Form
}

// tally is what rows come to.
type tally struct{ rows, within, before, after int64 }

// chunk reads whole lines. It returns how many there were; where one is wrong it is the
// last of them.
func (w *worker) chunk(text []byte) (lines int, wrong *fault.Error) {
	w.last = nil
	defer w.people.addAll(&w.found) // the keys lie in the text
	bad, because := unreadable(text)
	if because != nil {
		text = text[:bytes.LastIndexByte(text[:bad], '\n')+1] // an earlier line may be wrong too
	}
	for len(text) > 0 {
		line := text
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			line, text = text[:end], text[end+1:]
		} else {
			text = nil
		}
		lines++
		if end := len(line) - 1; end >= 0 && line[end] == '\r' {
			line, w.form.CRLF = line[:end], true
		}
		if key := len(line) - len(",2015-12"); key > 0 && len(line) <= LongestLine && w.plain(line[:key]) {
			if month, is := monthAfter(w.separator, line[key:]); is {
				w.months(line[:key]).add(w.place(month))
				continue
			}
		}
		if wrong := w.other(line); wrong != nil {
			return lines, wrong
		}
	}
	if because != nil {
		lines++
	}
	return lines, because
}

// plain tells whether the text before a row's last separator is the person as it stands.
func (w *worker) plain(key []byte) bool {
	if bytes.Equal(key, w.last) {
		return true
	}
	first, last := key[0], key[len(key)-1]
	return first != '"' && first > ' ' && last > ' ' && bytes.IndexByte(key, w.separator) < 0
}

// months is where the months of a person in the chunk are gathered. A person's rows often
// stand together, and are then found once.
func (w *worker) months(key []byte) *found {
	if !bytes.Equal(key, w.last) {
		if w.found.count == len(w.found.all) {
			w.people.addAll(&w.found)
		}
		w.found.all[w.found.count] = found{key: key, hash: w.people.hash(key)}
		w.found.count++
		w.last = key
	}
	return &w.found.all[w.found.count-1]
}

// place counts a row, and is the place of its month among the bits; outside the longest
// window it is -1.
func (w *worker) place(month period.Month) int {
	w.tally.rows++
	n, within := benefit.At(w.base, month)
	switch {
	case within:
		w.tally.within++
		return n
	case n < 0:
		w.tally.after++
	default:
		w.tally.before++
	}
	return -1
}

// other reads a line that is not plain.
func (w *worker) other(line []byte) *fault.Error {
	if len(line) > LongestLine {
		return refused("benefit.file.long_line", "Most", LongestLine)
	}
	if len(bytes.TrimSpace(line)) == 0 {
		w.form.Blank++
		return nil
	}
	r, wrong := split(line, w.separator, &w.scratch)
	if wrong != nil {
		return wrong
	}
	month, wrong := monthOf(r.month)
	if wrong != nil {
		return wrong
	}
	w.form.Quotes, w.form.Spaces = w.form.Quotes || r.quotes, w.form.Spaces || r.spaces
	one := found{}
	one.add(w.place(month))
	p := w.people.of(r.person, w.people.hash(r.person))
	p.months = p.months.With(one.months)
	return nil
}

// unreadable is the first byte that is no text, and why; nil where all is. A line that is
// too long is told to be that, whatever it holds: it may have been cut within a letter.
func unreadable(text []byte) (at int, because *fault.Error) {
	at = len(text)
	if !utf8.Valid(text) {
		at = 0
		for {
			letter, size := utf8.DecodeRune(text[at:])
			if letter == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		because = refused("benefit.file.not_utf8")
	}
	if nothing := bytes.IndexByte(text[:at], 0); nothing >= 0 {
		at, because = nothing, refused("benefit.file.nul")
	}
	if because == nil {
		return at, nil
	}
	line, _, _ := bytes.Cut(text[bytes.LastIndexByte(text[:at], '\n')+1:], []byte("\n"))
	if len(bytes.TrimSuffix(line, []byte("\r"))) > LongestLine {
		because = refused("benefit.file.long_line", "Most", LongestLine)
	}
	return at, because
}
