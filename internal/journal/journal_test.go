package journal_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/journal"
)

func chainOf(t *rapid.T) []journal.Entry {
	n := rapid.IntRange(1, 12).Draw(t, "entries")
	entries := make([]journal.Entry, 0, n)
	previous := journal.Start
	for i := range n {
		e := journal.Seal(journal.Entry{
			Municipality: "9999",
			At:           time.Date(2026, 3, 1, 8, i, 0, 0, time.UTC),
			Kind:         journal.Act,
			Act:          rapid.StringN(1, 8, -1).Draw(t, "act"),
			Account:      rapid.StringN(0, 8, -1).Draw(t, "account"),
			Detail:       `{"n":1}`,
		}, int64(i+1), previous)
		previous = e.Hash
		entries = append(entries, e)
	}
	return entries
}

func check(entries []journal.Entry, seq int64, hash string) error {
	chain := journal.NewChain("9999")
	for _, e := range entries {
		if err := chain.Next(e); err != nil {
			return err
		}
	}
	return chain.End(seq, hash)
}

func TestAWholeChainHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := chainOf(t)
		last := entries[len(entries)-1]
		if err := check(entries, last.Seq, last.Hash); err != nil {
			t.Fatal(err)
		}
	})
}

// Any one change to any one field of any entry is found at that entry or, where
// somebody also made the hash anew, at the one after it.
func TestEveryChangeIsFound(t *testing.T) {
	changes := map[string]func(*journal.Entry){
		"municipality": func(e *journal.Entry) { e.Municipality += "x" },
		"seq":          func(e *journal.Entry) { e.Seq++ },
		"at":           func(e *journal.Entry) { e.At = e.At.Add(time.Microsecond) },
		"kind":         func(e *journal.Entry) { e.Kind = journal.Read },
		"act":          func(e *journal.Entry) { e.Act += "x" },
		"ground":       func(e *journal.Entry) { e.Ground += "x" },
		"account":      func(e *journal.Entry) { e.Account += "x" },
		"account name": func(e *journal.Entry) { e.AccountName += "x" },
		"role":         func(e *journal.Entry) { e.Role += "x" },
		"organisation": func(e *journal.Entry) { e.Organisation += "x" },
		"case":         func(e *journal.Entry) { e.Case += "x" },
		"person":       func(e *journal.Entry) { e.Person += "x" },
		"detail":       func(e *journal.Entry) { e.Detail += " " },
		"previous":     func(e *journal.Entry) { e.Previous += "x" },
		"hash":         func(e *journal.Entry) { e.Hash += "x" },
		"text moved from one field to the next": func(e *journal.Entry) {
			e.Act, e.Ground = "", e.Act+e.Ground
		},
	}
	for name, change := range changes {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			entries := chainOf(t)
			last := entries[len(entries)-1]
			i := rapid.IntRange(0, len(entries)-1).Draw(t, "changed entry")
			change(&entries[i])
			var broken *journal.Broken
			if err := check(entries, last.Seq, last.Hash); !errors.As(err, &broken) {
				t.Fatalf("the change went unseen: %v", err)
			} else if broken.Seq != int64(i+1) {
				t.Fatalf("entry %d was changed, entry %d is named", i+1, broken.Seq)
			}
		}))
	}
}

func TestAResealedEntryBreaksTheLinkAfterIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := chainOf(t)
		last := entries[len(entries)-1]
		i := rapid.IntRange(0, len(entries)-1).Draw(t, "changed entry")
		entries[i].Detail = `{"n":2}`
		entries[i].Hash = journal.HashOf(entries[i])
		if err := check(entries, last.Seq, last.Hash); err == nil {
			t.Fatal("a rewritten entry went unseen")
		}
	})
}

func TestAMissingEntryIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := chainOf(t)
		last := entries[len(entries)-1]
		i := rapid.IntRange(0, len(entries)-1).Draw(t, "removed entry")
		entries = append(entries[:i], entries[i+1:]...)
		var broken *journal.Broken
		if err := check(entries, last.Seq, last.Hash); !errors.As(err, &broken) || broken.Seq != int64(i+1) {
			t.Fatalf("entry %d was removed: %v", i+1, err)
		}
	})
}
