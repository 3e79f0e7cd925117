package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"
)

// Kind is what sort of thing happened.
type Kind string

const (
	Act     Kind = "act"     // something was changed
	Read    Kind = "read"    // somebody had personal data before their eyes
	Refusal Kind = "refusal" // somebody was told that they may not
)

// Entry is one line of the journal. Names are as they were then; identities are
// text, because the journal outlives what they point at.
type Entry struct {
	Municipality string    `json:"municipality"`
	Seq          int64     `json:"seq"` // 1, 2, 3 … without a gap in each municipality
	At           time.Time `json:"-"`
	Kind         Kind      `json:"kind"`
	Act          string    `json:"act"`
	Ground       string    `json:"ground"` // the access rule that decided
	Account      string    `json:"account"`
	AccountName  string    `json:"account_name"`
	Role         string    `json:"role"`
	Organisation string    `json:"organisation"`
	Case         string    `json:"case"`
	Person       string    `json:"person"`
	Detail       string    `json:"detail"` // JSON
	Previous     string    `json:"previous"`
	Hash         string    `json:"-"`
}

// Start is the hash before the first entry.
const Start = "0000000000000000000000000000000000000000000000000000000000000000"

// Seal returns the entry with its place in the chain: the next number, the hash of
// the entry before and its own.
func Seal(e Entry, seq int64, previous string) Entry {
	e.Seq, e.Previous = seq, previous
	e.Hash = HashOf(e)
	return e
}

// HashOf is SHA-256, in hexadecimal, over every field of the entry but the hash
// itself. The fields are written as JSON, so that no shifting of text from one
// field to the next can keep the sum.
func HashOf(e Entry) string {
	text, err := json.Marshal(struct {
		Entry
		Instant string `json:"at"`
	}{e, e.At.UTC().Format("2006-01-02T15:04:05.000000Z")})
	if err != nil {
		panic(err) // cannot happen: every field is text or a number
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
