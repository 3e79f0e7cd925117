package layout

import "html/template"

// Tone is what a colour means, everywhere the same. No tone is used alone: there
// is always a word.
type Tone string

const (
	Plain  Tone = ""
	Good   Tone = "good"   // green: work, and what is as it should be
	Ask    Tone = "ask"    // orange: asks for you
	Wrong  Tone = "wrong"  // red: refused or broken
	Sky    Tone = "sky"    // blue: language and education
	Plum   Tone = "plum"   // plum: health
	Social Tone = "social" // ochre: social life and economy
)

// Head is the head of a page: {{template "head" .Body.Head}}.
type Head struct {
	Ladder  template.HTML // the rungs reached, from chart.Steps; "" for none
	Eyebrow string        // where we are: "Deltagare · Exempelstad · ärende 2026-0412"
	Title   string        // a statement where there is one to make
	Quote   string        // the participant's own words
	Lead    string        // the one sentence of help
	Tags    []Tag
	Actions []Action
}

// Tag is a fact in a few words: {{template "tags" .Body.Tags}}.
type Tag struct {
	Text string
	Tone Tone
}

// Action is a link that looks like a button, or with Post a button that sends a
// form of its own (never inside another form): {{template "actions" .Body.Actions}}.
type Action struct {
	Text   string
	Href   string
	Main   bool // at most one on a page
	Danger bool
	Post   bool
	Hidden []Hidden // fields of the form when Post
	About  string   // said after the text to those who do not see the line it stands in
}

// Hidden is a hidden field.
type Hidden struct{ Name, Value string }

// Todo is one thing that needs the reader: {{template "todo" .Body.Todo}}.
type Todo struct {
	Text   string
	Detail string
	Now    bool // asks for you today
	Action *Action
}

// Empty is what stands where there is nothing yet, and what to do about it:
// {{template "empty" .Body.Empty}}.
type Empty struct {
	Title  string
	Text   string
	Action *Action
}

// Table is a plain table: {{template "table" .Body.Table}}. A page whose table
// needs more than text and links writes its own in a <div class="ff-scroll">.
type Table struct {
	Caption string // always; hidden for the eye when the heading above says the same
	Hide    bool   // hides the caption for the eye
	Columns []Column
	Rows    []Row
	Empty   *Empty
	Stack   bool // on a narrow screen each row becomes a small card
	Compact bool // for many rows: close lines, and on a narrow screen two for each row
}

// Column is the head of a column. Numbers stand to the end, in equal digits.
type Column struct {
	Text   string
	Number bool
	Sort   string // address that sorts by it, "" when it does not
	Sorted string // "ascending" or "descending" when sorted by it
	Place  Place  // in a compact table
}

// Place is where a compact table on a narrow screen has a column: after the others in
// the second line when it is "". Of the first column, which names the row, it is where
// the detail stands: beside the name when it is "", and below it on every screen where
// some details would find room beside it and others not.
type Place string

const (
	Lead  Place = "lead"  // ends the first line, after the name
	Roomy Place = "roomy" // only where there is room
	Below Place = "below" // the detail of the first column, on a line of its own
)

// Row is a row of a table.
type Row struct {
	Cells  []Cell
	Sum    bool
	Tone   Tone
	Struck bool // does not count any longer; a cell says why
}

// Cell is text, perhaps a link, perhaps with a softer line under.
type Cell struct {
	Text   string
	Detail string
	Href   string
	Tone   Tone
	Number bool   // as its column; filled in by NewTable
	Head   string // the text of its column; filled in by NewTable
	Place  Place  // as its column; filled in by NewTable
}

// Cells makes a row of plain texts.
//
//	t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells("Grundbelopp", p.Kronor(2812))})
func Cells(texts ...string) []Cell {
	out := make([]Cell, len(texts))
	for i, t := range texts {
		out[i].Text = t
	}
	return out
}

// NewTable finishes a table: each cell learns its column. Every table that goes to
// the template "table" comes from here.
//
//	layout.NewTable(layout.Table{Caption: …, Columns: …, Rows: …})
func NewTable(t Table) Table {
	for r := range t.Rows {
		for c := range t.Rows[r].Cells {
			if c < len(t.Columns) {
				t.Rows[r].Cells[c].Number = t.Columns[c].Number
				t.Rows[r].Cells[c].Head = t.Columns[c].Text
				t.Rows[r].Cells[c].Place = t.Columns[c].Place
			}
		}
	}
	return t
}

// Tabs are the parts of one thing, each a page of its own: {{template "tabs" .Body.Tabs}}.
type Tabs struct {
	Label string // what the parts are of: "Ärendet"
	Links []Link
}

// Event is a line of what has happened: {{template "events" .Body.Events}}.
type Event struct {
	When   string
	Stamp  string // the instant for machines, RFC 3339; "" for none
	Text   string
	Detail string
	Href   string
	Tone   Tone
}

// Explanation is a number or a verdict that opens to its steps:
// {{template "explanation" .Body.Why}}.
type Explanation struct {
	Text   string // what it is: "Grundbelopp"
	Value  string // what it came to: "2 812 kr"
	How    string // how: "4,75 % av prisbasbeloppet 59 200 kr"
	Source string // by which rule
	Tone   Tone
	Open   bool
	Steps  []Explanation
}

// Pages is the way through a long list, made by PagesOf:
// {{with .Body.Pages}}{{template "pages" .}}{{end}}.
type Pages struct {
	Name     string // of the navigation: "Sidor i listan"
	Label    string // "Sida 2 av 9"
	Count    string // "412 rader"
	Previous *Link
	Next     *Link
}

// Stat is a number with its words: {{template "stats" .Body.Stats}}.
type Stat struct {
	Value  string
	Text   string
	Detail string // what it is measured against
	Href   string // its explanation, or the list behind it
	Tone   Tone
}

// Fact is a label and its value, for {{template "facts" .Body.Facts}}.
type Fact struct {
	Label string
	Value string
	Note  string
	Tone  Tone
}

// Person is somebody around the participant: {{template "people" .Body.People}}.
type Person struct {
	Initials string
	Name     string
	Detail   string
	Href     string
}

// Notice is something to know before reading on: {{template "notice" .Body.Notice}}.
type Notice struct {
	Title string
	Text  string
	Tone  Tone
	Links []Link
}

// Confirm asks once more before something that cannot be undone:
// {{template "confirm" .Body.Confirm}}. It opens in place, without script.
type Confirm struct {
	Opens  string // the words that open it: "Avsluta placeringen"
	Text   string // what will happen
	Action Action // Post
}
