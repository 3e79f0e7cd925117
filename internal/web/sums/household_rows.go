package sums

import (
	"strconv"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/web/form"
)

// group is rows of the page that somebody adds and takes away, without script: each
// button sends the page, and the address that comes back has the rows.
type group struct {
	count  string // the field with how many rows there are
	fields []string
	most   int
}

var groups = map[string]group{
	"child":  {"children", []string{"age", "away", "no_custody"}, economy.MostChildren},
	"income": {"incomes", []string{"kind", "net", "name", "stimulus", "instead"}, mostIncomes},
	"other":  {"others", []string{"other_name", "other"}, mostOthers},
}

// rows is how many rows of the group the address has. A number that cannot be is as if
// it were the nearest that can.
func rows(f *form.Form, count string) int {
	n, err := strconv.Atoi(f.Raw(count))
	if err != nil || n < 0 {
		return 0
	}
	for _, g := range groups {
		if g.count == count {
			n = min(n, g.most)
		}
	}
	return n
}

// changeRows does what a button of the rows says, and tells which field is to be seen
// next; ok is false where no such button was pressed.
func changeRows(f *form.Form) (focus string, ok bool) {
	verb, rest, _ := strings.Cut(f.Raw("do"), "_")
	name, number, _ := strings.Cut(rest, "_")
	g, known := groups[name]
	if !known {
		return "", false
	}
	n := rows(f, g.count)
	row, err := strconv.Atoi(number)
	switch {
	case verb == "add" && n < g.most:
		n++
		focus = at(g.fields[0], n-1)
	case verb == "add":
		focus = at(g.fields[0], n-1)
	case verb == "drop" && err == nil && row >= 0 && row < n:
		for ; row < n; row++ { // the rows after it move up, and the last is gone
			for _, field := range g.fields {
				f.Fill(at(field, row), f.Raw(at(field, row+1)))
			}
		}
		n--
		focus = "add-" + name
	default:
		return "", false
	}
	f.Fill(g.count, strconv.Itoa(n)).Fill("do")
	return focus, true
}
