package monthsfile

import (
	"bytes"
	"iter"
	"math/bits"
	"slices"

	"fotfaste/internal/benefit"
)

// Form is what a file had that a plain one has not. All of it is harmless.
type Form struct {
	Heading, Semicolons, BOM, CRLF, Quotes, Spaces bool
	Blank                                          int // lines
}

// Registry is everybody in a file.
type Registry struct {
	Rows       int64 // but for the heading and blank lines
	Duplicates int64 // rows of a month in the longest window that the person had before
	Before     int64 // rows of months before the longest window
	After      int64 // rows of months after the base month
	Form       Form

	people *people
}

// gather puts together what the workers have read.
func gather(s *source, workers []*worker) *Registry {
	all := workers[0].people
	r := &Registry{people: all, Form: s.form}
	within := int64(0)
	for i, w := range workers {
		if i > 0 {
			all.take(w.people)
			w.people = nil
		}
		r.Rows += w.tally.rows
		r.Before += w.tally.before
		r.After += w.tally.after
		within += w.tally.within
		r.Form.CRLF = r.Form.CRLF || w.form.CRLF
		r.Form.Quotes = r.Form.Quotes || w.form.Quotes
		r.Form.Spaces = r.Form.Spaces || w.form.Spaces
		r.Form.Blank += w.form.Blank
	}
	months := int64(0)
	for p := range all.all {
		months += int64(p.months.Count())
	}
	r.Duplicates = within - months
	return r
}

// Persons is how many there are, also those whose months all lie outside the window.
func (r *Registry) Persons() int { return r.people.count }

// Count is how many are in each class.
func (r *Registry) Count(classes *benefit.Classes) (counts benefit.Counts) {
	some := make([]benefit.Months, 0, personsPer)
	for i, block := range r.people.blocks {
		some = some[:0]
		for j := range block[:min(personsPer, r.people.count-i*personsPer)] {
			some = append(some, block[j].months)
		}
		counts.Plus(classes.Count(some))
	}
	return counts
}

// ByPerson goes through everybody in the order of their keys, byte by byte. A key is
// overwritten by the next.
func (r *Registry) ByPerson() iter.Seq2[[]byte, benefit.Months] {
	return func(yield func([]byte, benefit.Months) bool) {
		everybody := make([]*person, 0, r.people.count)
		for p := range r.people.all {
			everybody = append(everybody, p)
		}
		var one, other []byte
		slices.SortFunc(everybody, func(a, b *person) int {
			// The first bytes, read as a number with the first the highest, tell most apart.
			if x, y := bits.ReverseBytes64(a.from), bits.ReverseBytes64(b.from); x != y {
				if x < y {
					return -1
				}
				return 1
			}
			one, other = r.people.key(a, one), r.people.key(b, other)
			return bytes.Compare(one, other)
		})
		for _, p := range everybody {
			one = r.people.key(p, one)
			if !yield(one, p.months) {
				return
			}
		}
	}
}
