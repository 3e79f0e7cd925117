package letter

import (
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Frame is what stands around every letter.
type Frame struct {
	Municipality string
	Unit         string   // that made the decision
	To           []string // see Letter.To
	Number       string   // of the case
	Day          period.Day
}

// Builder puts a letter together, block by block. Its methods return it, to be chained.
type Builder struct {
	words  Words
	letter Letter
}

// New begins a letter. In another language than the authority's own it begins by
// saying that it is a translation.
func New(kind Kind, words Words, f Frame) *Builder {
	b := &Builder{words: words, letter: Letter{
		Kind: kind, Language: words.Tag(), Municipality: f.Municipality, Unit: f.Unit, To: f.To, Number: f.Number,
		Facts: []Fact{{words.Text("letter.day"), words.Day(f.Day)}, {words.Text("letter.number"), f.Number}},
	}}
	switch {
	case b.translates() && kind == Overpaid: // nothing is decided
		b.Paragraph("letter.overpaid.translation")
	case b.translates():
		b.Paragraph("letter.translation")
	}
	return b
}

func (b *Builder) translates() bool { return b.letter.Language != Languages[0] }

// Title is the heading of the whole letter: what it says, in a few words.
func (b *Builder) Title(key string, pairs ...any) *Builder {
	b.letter.Title = b.words.Text(key, pairs...)
	return b
}

// Heading opens a part of the letter.
func (b *Builder) Heading(key string, pairs ...any) *Builder {
	return b.add(Block{Kind: Heading, Text: b.words.Text(key, pairs...)})
}

// Paragraph is a few sentences.
func (b *Builder) Paragraph(key string, pairs ...any) *Builder {
	return b.add(Block{Kind: Paragraph, Text: b.words.Text(key, pairs...)})
}

// Written is what somebody wrote, as they wrote it. Staff write in the authority's
// language; a translation says so and leaves it as it stands.
func (b *Builder) Written(text string) *Builder {
	block := Block{Kind: Written, Text: strings.TrimSpace(text)}
	if b.translates() {
		b.Paragraph("letter.written_in_swedish")
		block.Lang = Languages[0]
	}
	return b.add(block)
}

// List is a list of short lines.
func (b *Builder) List(lines ...fault.Text) *Builder {
	block := Block{Kind: List}
	for _, line := range lines {
		block.Items = append(block.Items, b.words.Fault(line))
	}
	return b.add(block)
}

// Line is a row of a table: what, and its values, already in words or as amounts.
type Line struct {
	What   fault.Text
	Values []any
}

// Table is a table with a caption. The columns are texts; with sum the last line is
// the sum of the others.
func (b *Builder) Table(caption fault.Text, columns []fault.Text, sum bool, lines ...Line) *Builder {
	block := Block{Kind: Table, Text: b.words.Fault(caption), Sum: sum}
	for _, c := range columns {
		block.Columns = append(block.Columns, b.words.Fault(c))
	}
	for _, line := range lines {
		row := []string{b.words.Fault(line.What)}
		for _, v := range line.Values {
			row = append(row, b.words.Text("letter.value", "Value", v))
		}
		block.Rows = append(block.Rows, row)
	}
	return b.add(block)
}

// Signed is who answers for the letter, and who to turn to with questions.
type Signed struct {
	By      string // who decided
	Unit    string
	Contact string // whom to ask; "" for the unit
}

// Sign ends the letter.
func (b *Builder) Sign(s Signed) *Builder {
	b.Heading("letter.signed")
	b.add(Block{Kind: Signature, Items: []string{s.By, b.words.Text("letter.decider"), s.Unit + ", " + b.letter.Municipality}})
	return b.contact(s)
}

// contact is whom to ask.
func (b *Builder) contact(s Signed) *Builder {
	b.Heading("letter.contact")
	if s.Contact == "" {
		return b.Paragraph("letter.contact.unit", "Unit", s.Unit)
	}
	return b.Paragraph("letter.contact.person", "Name", s.Contact, "Unit", s.Unit)
}

// Letter is what has been built.
func (b *Builder) Letter() Letter { return b.letter }

func (b *Builder) add(block Block) *Builder {
	b.letter.Blocks = append(b.letter.Blocks, block)
	return b
}
