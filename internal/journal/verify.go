package journal

import "fmt"

// Flaw is how a chain can be broken.
type Flaw string

const (
	Changed    Flaw = "changed"    // the entry does not match its own hash
	Unlinked   Flaw = "unlinked"   // it does not follow the entry before it
	Gap        Flaw = "gap"        // an entry is missing before it
	CutShort   Flaw = "cut_short"  // entries at the end are missing
	Added      Flaw = "added"      // it came after the entry that the municipality knows as its newest
	Unreadable Flaw = "unreadable" // the database cannot read it
	Unlisted   Flaw = "unlisted"   // it is there, but an index does not lead to it as it stands
)

// Broken names the first broken entry of a chain.
type Broken struct {
	Municipality string
	Seq          int64
	Flaw         Flaw
}

func (b *Broken) Error() string {
	return fmt.Sprintf("journal of %s: entry %d is %s", b.Municipality, b.Seq, b.Flaw)
}

// Chain checks the entries of one municipality, in order.
type Chain struct {
	municipality string
	seq          int64
	hash         string
}

// NewChain begins before the first entry.
func NewChain(municipality string) *Chain {
	return &Chain{municipality: municipality, hash: Start}
}

// Checked is how many entries have been found whole.
func (c *Chain) Checked() int64 { return c.seq }

// Next checks one more entry. The error is a *Broken.
func (c *Chain) Next(e Entry) error {
	switch {
	case e.Seq != c.seq+1:
		return c.broken(Gap)
	case !e.isText() || HashOf(e) != e.Hash:
		return c.broken(Changed)
	case e.Previous != c.hash:
		return c.broken(Unlinked)
	}
	c.seq, c.hash = e.Seq, e.Hash
	return nil
}

// End checks that the chain ends with the newest entry that was ever written: its
// number, and its hash.
func (c *Chain) End(seq int64, hash string) error {
	switch {
	case seq < c.seq:
		return &Broken{Municipality: c.municipality, Seq: seq + 1, Flaw: Added}
	case seq == c.seq && hash != c.hash && seq > 0:
		// Somebody wrote the last entry anew, hash and all.
		return &Broken{Municipality: c.municipality, Seq: seq, Flaw: Changed}
	case seq > c.seq || hash != c.hash:
		return c.broken(CutShort)
	}
	return nil
}

// CutShort is the flaw where nobody knows any more which entry is the newest.
func (c *Chain) CutShort() error { return c.broken(CutShort) }

// Unreadable is the flaw of the next entry where the database fails to read it.
func (c *Chain) Unreadable() error { return c.broken(Unreadable) }

func (c *Chain) broken(flaw Flaw) error {
	return &Broken{Municipality: c.municipality, Seq: c.seq + 1, Flaw: flaw}
}
