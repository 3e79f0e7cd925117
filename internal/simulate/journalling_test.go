package simulate

import (
	"slices"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
)

// Every line of every journey has its act in the journal, by somebody who is known,
// on a ground that the access rules have.
func TestEveryLineIsJournalled(t *testing.T) {
	m := made(t, Options{Seed: 6, Size: Small})
	l := &loading{m: m, staff: map[string]*Account{}, organisations: map[ident.ID]string{}}
	for i := range m.Staff {
		l.staff[m.Staff[i].ID.String()] = &m.Staff[i]
	}
	each(t, m, func(s *Story) {
		for _, e := range s.Events {
			if e.Actor != s.Account && l.staff[e.Actor.String()] == nil {
				t.Fatalf("%s: %s by nobody known", s.Case.Number, e.Kind)
			}
			if acts[e.Kind].Name == "" {
				t.Errorf("%s has no act", e.Kind)
			}
		}
		l.journalled(s)
	})
	kinds := map[journal.Kind]int{}
	for _, e := range l.entries {
		kinds[e.Kind]++
		if !slices.Contains(access.Grounds(), e.Ground) || !slices.Contains(access.Roles, access.Role(e.Role)) || e.Person == "" {
			t.Errorf("%s as %q on the ground %q", e.Act, e.Role, e.Ground)
		}
	}
	if kinds[journal.Act] == 0 || kinds[journal.Read] == 0 {
		t.Errorf("the journal has %v", kinds)
	}
}
