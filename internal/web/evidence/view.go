package evidence

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// order is what the cards are sorted by; the columns are in this order.
type order string

const (
	byName       order = "name"
	byGrade      order = "grade"
	byTheme      order = "theme"
	byComparison order = "comparison"
	byWork       order = "work"
	byFree       order = "free"
)

var orders = []order{byName, byGrade, byTheme, byComparison, byWork, byFree}

// downward tells whether the largest stand first.
func (o order) downward() bool { return o == byWork || o == byFree }

// view is which cards are asked for, and in what order. It stands in the address.
type view struct {
	Grade catalogue.Grade
	Theme catalogue.Theme
	Sort  order // by grade where nothing is said
}

// readView reads an address. A value that there is no such code for is as if it were not
// there: an old link still leads to the page.
func readView(f *form.Form) view {
	v := view{Sort: byGrade}
	if g := catalogue.Grade(f.Raw("grade")); slices.Contains(catalogue.Grades(), g) {
		v.Grade = g
	}
	if t := catalogue.Theme(f.Raw("theme")); slices.Contains(catalogue.Themes(), t) {
		v.Theme = t
	}
	if o := order(f.Raw("sort")); slices.Contains(orders, o) {
		v.Sort = o
	}
	return v
}

func (v view) query() url.Values { return v.sortedBy(v.Sort) }

// sortedBy is the address of the same cards in another order.
func (v view) sortedBy(o order) url.Values {
	q := url.Values{"sort": {string(o)}}
	if v.Grade != "" {
		q.Set("grade", string(v.Grade))
	}
	if v.Theme != "" {
		q.Set("theme", string(v.Theme))
	}
	return q
}

// of is the cards that are asked for, in order; those that are alike stay as in 002.
func (v view) of(f layout.Frame, cards []casework.CardRow) []casework.CardRow {
	shown := slices.DeleteFunc(slices.Clone(cards), func(c casework.CardRow) bool {
		return v.Grade != "" && c.Grade != v.Grade || v.Theme != "" && c.Theme != v.Theme
	})
	work := func(c casework.CardRow) int {
		if m, given := c.InWork(); given {
			return m.Percent
		}
		return -1
	}
	slices.SortStableFunc(shown, func(a, b casework.CardRow) int {
		switch v.Sort {
		case byName:
			return strings.Compare(strings.ToLower(f.Fault(a.Name())), strings.ToLower(f.Fault(b.Name())))
		case byTheme:
			return cmp.Compare(slices.Index(catalogue.Themes(), a.Theme), slices.Index(catalogue.Themes(), b.Theme))
		case byComparison:
			return cmp.Compare(slices.Index(catalogue.Comparisons(), a.Comparison), slices.Index(catalogue.Comparisons(), b.Comparison))
		case byWork:
			return cmp.Compare(work(b), work(a))
		case byFree:
			return cmp.Or(cmp.Compare(b.Free, a.Free), cmp.Compare(len(b.Like), len(a.Like)))
		}
		return cmp.Compare(slices.Index(catalogue.Grades(), a.Grade), slices.Index(catalogue.Grades(), b.Grade))
	})
	return shown
}
