package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"
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
// the entry before and its own. Bytes that are no text are replaced, and the
// instant is cut to the microsecond: an entry is as every engine can keep it.
func Seal(e Entry, seq int64, previous string) Entry {
	e.Seq, e.Previous, e.At = seq, previous, e.At.UTC().Truncate(time.Microsecond)
	for _, field := range e.texts() {
		*field = strings.ToValidUTF8(strings.ReplaceAll(*field, "\x00", replacement), replacement)
	}
	e.Hash = HashOf(e)
	return e
}

// replacement stands where there was no text.
const replacement = "\uFFFD"

// texts are the fields that come from outside.
func (e *Entry) texts() []*string {
	return []*string{&e.Act, &e.Ground, &e.Account, &e.AccountName, &e.Role, &e.Organisation, &e.Case, &e.Person, &e.Detail}
}

// isText tells whether every field is valid UTF-8. JSON writes every byte that is
// not as one sign, so the hash alone would not see one exchanged for another.
func (e Entry) isText() bool {
	for _, field := range e.texts() {
		if !utf8.ValidString(*field) {
			return false
		}
	}
	return utf8.ValidString(e.Municipality) && utf8.ValidString(string(e.Kind)) && utf8.ValidString(e.Previous)
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
