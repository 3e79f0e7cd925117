package studies

import (
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Known is the first and the last day for which the law map has every section that the
// check names.
func Known(book *law.Book) period.Span {
	var known period.Span
	for i, rule := range rules {
		days := book.ActDays(rule.subject)
		if len(days) == 0 {
			return period.Span{}
		}
		first, last := days[0].From, days[len(days)-1].To
		if i == 0 {
			known = period.Span{From: first, To: last}
		}
		known = period.Span{From: max(known.From, first), To: min(known.To, last)}
	}
	return known
}
