package simulate

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/letter"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
	"fotfaste/internal/web/locale"
)

// Every decision in the made-up municipality has its letter, in every language; none
// reached anybody before it was written, or on a day to come.
func TestEveryLoadedDecisionHasItsLetter(t *testing.T) {
	ctx := context.Background()
	db := storetest.OnSQLite(t)
	m := made(t, Options{Seed: 4, Size: Small})
	m.Words = func(language string) letter.Words { return locale.For(language) }
	if err := m.Load(ctx, db); err != nil {
		t.Fatal(err)
	}
	letters, unread := 0, 0
	each(t, m, func(s *Story) {
		err := db.Read(ctx, Code, func(tx *store.Tx) error {
			kept, err := tx.Letters(ctx, s.Case.ID)
			written := len(s.Decisions)
			if s.Overpaid != nil {
				written++ // the statement
				written += count(s.Overpaid.Made != nil)
			}
			if len(kept) != written*len(letter.Languages) {
				t.Errorf("%s: %d letters of %d decisions", s.Case.Number, len(kept), len(s.Decisions))
			}
			for _, l := range kept {
				letters++
				if l.Letter.To[0] != s.Adult.Person.Name() || l.Letter.Number != s.Case.Number || strings.Contains(l.Letter.Title, locale.Missing) {
					t.Errorf("%s: %v", s.Case.Number, l.Letter.Title)
				}
				switch {
				case l.InformedOn == nil:
					unread++
				case *l.InformedOn > m.Today || l.InformedOn.Time().Before(l.MadeAt.AddDate(0, 0, -1)):
					t.Errorf("%s: written %s, got %s", s.Case.Number, l.MadeAt, l.InformedOn)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	if letters < 50 || unread == letters {
		t.Errorf("%d letters, %d not got", letters, unread)
	}
}
