package casework

import (
	"context"
	"strings"
	"unicode"

	"fotfaste/internal/access"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// Found is a case that a search found.
type Found = store.Found

// shortestSearch is in characters: one letter finds everybody.
const shortestSearch = 2

// SearchCases finds cases by the beginnings of names, by identity number or by case
// number, among those that the actor may open. More tells that there are others
// than those listed. What was searched for is journalled.
func (o *Office) SearchCases(ctx context.Context, actor access.Actor, text string) (found []Found, more bool, err error) {
	err = o.inOffice(ctx, actor, access.SearchPersons, func(d *desk) (err error) {
		text = strings.TrimSpace(text)
		d.note("search", text)
		switch number, wrong := person.ParseIdentityNumber(text, d.Today); {
		case len([]rune(text)) < shortestSearch:
			return nil
		case wrong == nil:
			d.note("search", number.String()) // masked: the journal needs no number
			found, more, err = d.SearchIdentityNumber(ctx, actor, d.moment(), number)
		case strings.ContainsFunc(text, unicode.IsDigit):
			found, more, err = d.SearchCaseNumber(ctx, actor, d.moment(), text)
		default:
			found, more, err = d.Tx.SearchCases(ctx, actor, d.moment(), person.Fold(text))
		}
		d.note("found", len(found))
		return err
	})
	return found, more, err
}
