package registrytest

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"

	"fotfaste/internal/benefit"
)

// Order is how the rows of a file lie.
type Order string

// The orders: a person's rows together, a month's together as in a delivery each month,
// and none at all.
const (
	ByPerson Order = "person"
	ByMonth  Order = "month"
	Mixed    Order = "mixed"
)

// Write makes a file of the histories, with a heading, and returns its rows. One row in a
// thousand is there twice, and one person in ten has a month before the longest window.
func Write(to io.Writer, seed uint64, lives []benefit.Months, order Order) (rows int, err error) {
	w := writer{out: bufio.NewWriterSize(to, 1<<20), drawn: rand.New(rand.NewPCG(seed, 5))}
	for person := range lives {
		w.keys = append(w.keys, Key(person))
	}
	w.out.WriteString("person,month\n")
	switch order {
	case ByPerson:
		for person, months := range lives {
			w.early(person)
			for n := benefit.Longest - 1; n >= 0; n-- {
				w.month(person, n, months)
			}
		}
	case ByMonth:
		for person := range lives {
			w.early(person)
		}
		for n := benefit.Longest - 1; n >= 0; n-- {
			for person, months := range lives {
				w.month(person, n, months)
			}
		}
	case Mixed:
		w.mixed(lives)
	default:
		return 0, fmt.Errorf("no order %q", order)
	}
	return w.rows, w.out.Flush()
}

type writer struct {
	out   *bufio.Writer
	drawn *rand.Rand
	keys  []string
	rows  int
}

func (w *writer) month(person, n int, months benefit.Months) {
	if !months.Has(n) {
		return
	}
	w.row(person, n)
	if w.drawn.IntN(1000) == 0 {
		w.row(person, n)
	}
}

func (w *writer) early(person int) {
	if person%10 == 0 {
		w.row(person, benefit.Longest+person/10%12)
	}
}

func (w *writer) row(person, n int) {
	year, number := Base.AddMonths(-n).YearMonth()
	text := [...]byte{',', '0' + byte(year/1000), '0' + byte(year/100%10), '0' + byte(year/10%10), '0' + byte(year%10),
		'-', '0' + byte(number/10), '0' + byte(number%10), '\n'}
	w.out.WriteString(w.keys[person])
	w.out.Write(text[:])
	w.rows++
}

// mixed writes the rows in an order by chance.
func (w *writer) mixed(lives []benefit.Months) {
	var rows []uint64
	for person, months := range lives {
		w.early(person)
		for n := range benefit.Longest {
			if months.Has(n) {
				rows = append(rows, uint64(person)<<8|uint64(n))
			}
		}
	}
	w.drawn.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	for _, row := range rows {
		w.month(int(row>>8), int(row&255), lives[row>>8])
	}
}
