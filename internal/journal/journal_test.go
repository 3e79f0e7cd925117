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

// JSON has one sign for every byte that is not text, so such bytes could be
// exchanged under the same hash. They are never written and never accepted.
func TestBytesThatAreNoText(t *testing.T) {
	sealed := journal.Seal(journal.Entry{Municipality: "9999", AccountName: "A\xffsa", Detail: "a\x00b"}, 1, journal.Start)
	if sealed.AccountName != "A\uFFFDsa" || sealed.Detail != "a\uFFFDb" {
		t.Fatalf("sealed as %q and %q", sealed.AccountName, sealed.Detail)
	}
	if err := check([]journal.Entry{sealed}, 1, sealed.Hash); err != nil {
		t.Fatal(err)
	}
	raw, exchanged := sealed, sealed
	raw.AccountName, exchanged.AccountName = "A\xffsa", "A\xfesa"
	raw.Hash, exchanged.Hash = journal.HashOf(raw), journal.HashOf(exchanged)
	if raw.Hash != exchanged.Hash {
		t.Fatal("the hash sees the exchange by itself: this test shows nothing")
	}
	for _, e := range []journal.Entry{raw, exchanged} {
		if err := check([]journal.Entry{e}, 1, e.Hash); err == nil {
			t.Errorf("%q was accepted", e.AccountName)
		}
	}
}

// What the municipality knows as its newest entry holds the end of the chain.
func TestTheEndOfTheChain(t *testing.T) {
	first := journal.Seal(journal.Entry{Municipality: "9999", Act: "one"}, 1, journal.Start)
	second := journal.Seal(journal.Entry{Municipality: "9999", Act: "two"}, 2, first.Hash)
	for _, c := range []struct {
		name    string
		entries []journal.Entry
		seq     int64
		hash    string
		want    *journal.Broken
	}{
		{"an empty journal", nil, 0, journal.Start, nil},
		{"a whole journal", []journal.Entry{first, second}, 2, second.Hash, nil},
		{"the last entry taken away", []journal.Entry{first}, 2, second.Hash, &journal.Broken{Seq: 2, Flaw: journal.CutShort}},
		{"every entry taken away", nil, 2, second.Hash, &journal.Broken{Seq: 1, Flaw: journal.CutShort}},
		{"an entry put at the end", []journal.Entry{first, second}, 1, first.Hash, &journal.Broken{Seq: 2, Flaw: journal.Added}},
		{"the last entry written anew", []journal.Entry{first, second}, 2, first.Hash, &journal.Broken{Seq: 2, Flaw: journal.Changed}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := check(c.entries, c.seq, c.hash)
			var broken *journal.Broken
			errors.As(err, &broken)
			if c.want == nil {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if broken == nil || broken.Seq != c.want.Seq || broken.Flaw != c.want.Flaw || broken.Municipality != "9999" {
				t.Fatalf("the answer is %v, want entry %d %s", err, c.want.Seq, c.want.Flaw)
			}
		})
	}
}
