package monthsfile

import (
	"bytes"
	"context"
	"errors"
	"hash/maphash"
	"io"
	"sync"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// LongestLine is the longest line that is read, in bytes, without its end.
const LongestLine = 1000

// usualChunk is how much of the file one worker takes at a time, in bytes.
const usualChunk = 1 << 20

// Options are how a file is read. None but the base month has a part in what comes out.
type Options struct {
	Base     period.Month
	Workers  int              // at least 1
	Chunk    int              // bytes taken at a time; 0 for the usual
	Progress func(read int64) // told after every chunk how many bytes have been read; nil for nobody
}

// Read is everybody in the file. What cannot be right is the *fault.Error of the first
// line that is wrong, of the code Invalid, with the Line among its arguments. Other
// errors are the reader's own, and the context's.
func Read(ctx context.Context, from io.Reader, o Options) (*Registry, error) {
	s := &source{ctx: ctx, from: from, progress: o.Progress}
	size := o.Chunk
	if size == 0 {
		size = usualChunk
	}
	size = max(size, len(byteOrderMark)+LongestLine+len("\r\n"))
	seed := maphash.MakeSeed()
	workers := make([]*worker, max(1, o.Workers))
	var done sync.WaitGroup
	for i := range workers {
		w := &worker{base: o.Base, people: newPeople(seed)}
		workers[i] = w
		done.Go(func() {
			buffer := make([]byte, size)
			for {
				text, number, more := s.next(buffer)
				if !more {
					return
				}
				w.separator = s.opening.separator
				lines, wrong := w.chunk(text)
				s.finished(number, lines, wrong)
			}
		})
	}
	done.Wait()
	if err := s.err(); err != nil {
		return nil, err
	}
	return gather(s, workers), nil
}

// source hands out the file in chunks of whole lines, in its order.
type source struct {
	ctx      context.Context
	from     io.Reader
	progress func(int64)

	mu      sync.Mutex
	rest    []byte // the beginning of a line whose end has not been read
	read    int64
	ended   bool  // nothing more is handed out
	failed  error // of the reader or the context
	opened  bool
	opening opening
	form    Form
	blank   int // lines before the opening

	lines   []int // of each chunk
	wrong   *fault.Error
	wrongIn int // the chunk; the wrong line is its last
}

// next is the next chunk, in the buffer, and its number; false at the end. What a worker
// reads of the source outside was written before its first chunk.
func (s *source) next(buffer []byte) (text []byte, number int, more bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !s.ended {
		if s.failed = s.ctx.Err(); s.failed != nil {
			break
		}
		text = s.fill(buffer)
		if s.failed != nil {
			break
		}
		if s.progress != nil {
			s.progress(s.read)
		}
		number = len(s.lines)
		s.lines = append(s.lines, 0)
		if !s.opened {
			text = s.begin(text)
		}
		if len(text) > 0 && s.wrong == nil {
			return text, number, true
		}
	}
	s.ended = true
	return nil, 0, false
}

// fill reads up to the end of the last line that ends in the buffer. A line that does not
// end there is longer than any may be, and comes as it is.
func (s *source) fill(buffer []byte) []byte {
	kept := copy(buffer, s.rest)
	n, err := io.ReadFull(s.from, buffer[kept:])
	s.read += int64(n)
	text := buffer[:kept+n]
	s.rest = s.rest[:0]
	if err != nil {
		s.ended = true
		if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			s.failed = err
		}
		return text
	}
	end := bytes.LastIndexByte(text, '\n') + 1
	if end == 0 {
		s.ended = true
		return text
	}
	s.rest = append(s.rest, text[end:]...)
	return text[:end]
}

// begin reads what opens the file, and returns what is left of the first chunk. The
// lines that it has read are counted as the chunk's.
func (s *source) begin(text []byte) []byte {
	if rest, marked := bytes.CutPrefix(text, []byte(byteOrderMark)); marked && len(s.lines) == 1 {
		text, s.form.BOM = rest, true
	}
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			s.blank, s.form.Blank = s.blank+1, s.form.Blank+1
			text = rest
			continue
		}
		s.opened = true
		opening, wrong := open(line)
		if wrong != nil {
			s.no(wrong)
			return nil
		}
		s.opening, s.form.Heading, s.form.Semicolons = opening, opening.heading, opening.separator == ';'
		if opening.heading {
			s.blank++ // it is no row, and has been read
			s.form.CRLF = bytes.HasSuffix(line, []byte("\r"))
			text = rest
		}
		return text
	}
	return text
}

// no ends the reading with the line that should have opened the file.
func (s *source) no(wrong *fault.Error) {
	s.wrong, s.wrongIn, s.ended = wrong, len(s.lines)-1, true
	s.blank++
}

// finished writes down how many lines a chunk had, and the wrong one.
func (s *source) finished(number, lines int, wrong *fault.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines[number] = lines
	if wrong != nil {
		s.ended = true
		if s.wrong == nil || number < s.wrongIn {
			s.wrong, s.wrongIn = wrong, number
		}
	}
}

// err is why nothing comes of the file. Chunks are handed out in order and each is read
// to its end or its first wrong line, so that what is told is the first in the file.
func (s *source) err() error {
	switch {
	case s.wrong != nil:
		line := s.blank
		for _, n := range s.lines[:s.wrongIn+1] {
			line += n
		}
		if s.wrong.Text.Args == nil {
			s.wrong.Text.Args = map[string]any{}
		}
		s.wrong.Text.Args["Line"] = line
		return s.wrong
	case s.failed != nil:
		return s.failed
	case !s.opened:
		return refused("benefit.file.empty", "Line", 1)
	}
	return nil
}
