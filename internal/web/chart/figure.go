package chart

import (
	"html/template"

	"fotfaste/internal/web/locale"
)

// Tone is the colour of a thing in a picture, with the meaning it has on the pages.
type Tone string

const (
	Work   Tone = "work"   // green
	Sky    Tone = "sky"    // language and education
	Plum   Tone = "plum"   // health
	Social Tone = "social" // social life and economy
	Ask    Tone = "ask"    // asks for you
	Wrong  Tone = "wrong"
	Quiet  Tone = "quiet" // for comparison
)

// Figure is a picture with the sentence that states its finding and the same
// numbers as a table: {{template "figure" .Body.Week}}.
type Figure struct {
	Title   string
	Note    string // source, number of persons, reservation
	Picture template.HTML
	Narrow  template.HTML
	Table   Table
	Shows   string // the words that open the table
	Level3  bool   // the title is a heading of level 3 instead of 2
	Href    string // of the table as a file, "" where there is none
	File    string // the words that lead to it
}

// Table is the numbers of a picture. The first column is text, the others numbers
// that already have their unit.
type Table struct {
	Caption string
	Columns []string
	Rows    [][]string
}

// Under makes the title a heading of level 3, for a figure under a heading.
func (f Figure) Under() Figure { f.Level3 = true; return f }

// With adds a note under the picture.
func (f Figure) With(note string) Figure { f.Note = note; return f }

// AsFile says where the table can be had as a file.
func (f Figure) AsFile(href, words string) Figure { f.Href, f.File = href, words; return f }

const (
	wide   = 720
	narrow = 300
)

// figure draws the picture twice and puts it together with its table.
func figure(p *locale.Printer, id, title, description string, table Table, draw func(pen *pen)) Figure {
	table.Caption = title
	return Figure{
		Title: title, Table: table, Shows: p.Text("layout.show_table"),
		Picture: drawn(id, wide, title, description, draw),
		Narrow:  drawn(id+"-narrow", narrow, title, description, draw),
	}
}
