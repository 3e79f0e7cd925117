package letter

import (
	"log/slog"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Kind is what a letter is about.
type Kind string

const (
	Decision Kind = "decision" // on a place in the programme: package decision
	Rejected Kind = "rejected" // an appeal that came too late (FL (2017:900) 45 §)
	Answered Kind = "answered" // what came of reconsidering a decision
	Overpaid Kind = "overpaid" // a statement that too much was paid, before anybody decides
	Recovery Kind = "recovery" // a decision on what was paid too much
)

// Languages are those that every letter is written in. The first is the authority's
// own: what it says is what holds.
var Languages = []string{"sv", "en"}

// Words is the texts of one language.
type Words interface {
	Tag() string // "sv"
	// Text is the text under the key with the values in its placeholders.
	Text(key string, pairs ...any) string
	// Fault is a text that a rule has made.
	Fault(fault.Text) string
	// Day is the day in full.
	Day(period.Day) string
}

// Letter is a letter as it was written.
type Letter struct {
	Kind         Kind     `json:"kind"`
	Language     string   `json:"language"` // BCP 47
	Municipality string   `json:"municipality"`
	Unit         string   `json:"unit"`
	To           []string `json:"to"` // the person's name, then how to reach them; the name alone for a protected identity
	Number       string   `json:"number"`
	Title        string   `json:"title"`
	Facts        []Fact   `json:"facts"` // day and case number, at the top
	Blocks       []Block  `json:"blocks"`
	HasAppeal    bool     `json:"has_appeal"` // it says how to appeal what it tells of
}

// LogValue tells which letter it is, and nothing of what it says.
func (l Letter) LogValue() slog.Value { return slog.StringValue(l.String()) }

// String is the same as LogValue.
func (l Letter) String() string { return "letter " + string(l.Kind) + " in " + l.Language }

// GoString is the same as String, so that %#v tells no more.
func (l Letter) GoString() string { return l.String() }

// BlockKind is how a block is shown.
type BlockKind string

const (
	Heading   BlockKind = "heading"   // Text
	Paragraph BlockKind = "paragraph" // Text
	Written   BlockKind = "written"   // Text, as somebody wrote it: lines are kept
	List      BlockKind = "list"      // Items
	Table     BlockKind = "table"     // Text is its caption; Columns, Rows; the last row is the sum where Sum
	Signature BlockKind = "signature" // Items, one a line
)

// Block is one piece of a letter, from top to bottom.
type Block struct {
	Kind    BlockKind  `json:"kind"`
	Text    string     `json:"text,omitempty"`
	Items   []string   `json:"items,omitempty"`
	Columns []string   `json:"columns,omitempty"` // the first is text, the others numbers
	Rows    [][]string `json:"rows,omitempty"`
	Sum     bool       `json:"sum,omitempty"`
	Lang    string     `json:"lang,omitempty"` // where it is in another language than the letter
}

// Fact is a label and its value.
type Fact struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// Way is how a letter reached the person.
type Way string

const (
	Opened     Way = "opened" // by the participant, in their own pages
	HandedOver Way = "handed_over"
	Posted     Way = "posted" // on the day it is taken to have come
)

// Ways are all there are. Staff note every one but the first, which notes itself.
func Ways() []Way { return []Way{Opened, HandedOver, Posted} }
