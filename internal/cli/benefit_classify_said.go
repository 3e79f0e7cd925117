package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"fotfaste/internal/benefit"
	"fotfaste/internal/benefit/monthsfile"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

// classified is what the command has found.
type classified struct {
	base     period.Month
	classes  *benefit.Classes
	registry *monthsfile.Registry
	counts   benefit.Counts
}

// saidClass is a class and its window, as JSON.
type saidClass struct {
	Class        benefit.Class `json:"class"`
	From         period.Month  `json:"from"`
	To           period.Month  `json:"to"`
	Window       int           `json:"window_months"`
	AtLeast      int           `json:"at_least_months"`
	LongestBreak *int          `json:"longest_break_months"` // null where any will do
	Source       string        `json:"source"`
}

// saidNote is something to know of the file or the classes: a code, how many rows or
// lines it is about, if any, and a sentence.
type saidNote struct {
	Code     string `json:"code"`
	Count    int64  `json:"count,omitempty"`
	Sentence string `json:"text"`
}

// saidRest is what follows the counts of the classes.
type saidRest struct {
	Persons    int         `json:"persons"`
	Rows       int64       `json:"rows"`
	Duplicates int64       `json:"duplicates"`
	Outside    int64       `json:"outside_window"`
	Before     int64       `json:"before_window"`
	After      int64       `json:"after_base"`
	Classes    []saidClass `json:"classes"`
	Notes      []saidNote  `json:"notes"`
}

// json writes one object, a line for each of its fields and for each person.
func (c classified) json(out *bufio.Writer, p *locale.Printer, persons bool) error {
	fmt.Fprintf(out, "{\n  \"base\": %q,\n", c.base)
	for i, d := range c.classes.Definitions() {
		fmt.Fprintf(out, "  %q: %d,\n", d.Class, c.counts[i])
	}
	var rest bytes.Buffer
	if err := writeJSON(&rest, c.rest(p)); err != nil {
		return err
	}
	inside := bytes.TrimSuffix(bytes.TrimPrefix(rest.Bytes(), []byte("{\n")), []byte("\n}\n"))
	out.Write(inside)
	if !persons {
		_, err := out.WriteString("\n}\n")
		return err
	}
	out.WriteString(",\n  \"by_person\": [")
	between := "\n    "
	for key, months := range c.registry.ByPerson() {
		name, err := json.Marshal(string(key))
		if err != nil {
			return err
		}
		in := c.classes.Of(months)
		fmt.Fprintf(out, "%s{\"person\": %s, \"months\": %d", between, name, months.Count())
		for i, d := range c.classes.Definitions() {
			fmt.Fprintf(out, ", %q: %t", d.Class, in.Has(i))
		}
		// What has been written is kept in the writer; it tells at once where nobody reads.
		if _, err := out.WriteString("}"); err != nil {
			return err
		}
		between = ",\n    "
	}
	_, err := out.WriteString("\n  ]\n}\n")
	return err
}

func (c classified) rest(p *locale.Printer) saidRest {
	r := c.registry
	rest := saidRest{Persons: r.Persons(), Rows: r.Rows, Duplicates: r.Duplicates,
		Outside: r.Before + r.After, Before: r.Before, After: r.After, Notes: c.notes(p)}
	for _, d := range c.classes.Definitions() {
		from, to := d.Months(c.base)
		rest.Classes = append(rest.Classes, saidClass{d.Class, from, to, d.Window, d.AtLeast, d.LongestBreak, d.Source})
	}
	return rest
}

// notes are what somebody should know who uses the figures.
func (c classified) notes(p *locale.Printer) []saidNote {
	r := c.registry
	var notes []saidNote
	note := func(is bool, code, key string, count int64, pairs ...any) {
		if is {
			notes = append(notes, noteOf(p, code, key, count, pairs...))
		}
	}
	first := c.base.AddMonths(1 - benefit.Longest)
	note(r.Rows == 0, "no_rows", "benefit.note.no_rows", 0)
	note(r.Duplicates > 0, "duplicates", "benefit.note.duplicates", r.Duplicates)
	note(r.Before > 0, "before_window", "benefit.note.before_window", r.Before, "First", first.String())
	note(r.After > 0, "after_base", "benefit.note.after_base", r.After, "Base", c.base.String())
	notes = append(notes, formNotes(p, r.Form)...)
	note(true, "five_year_window", "benefit.note.five_year_window", 0)
	return notes
}

func noteOf(p *locale.Printer, code, key string, count int64, pairs ...any) saidNote {
	return saidNote{code, count, p.Text(key, append(pairs, "Count", count)...)}
}

// formNotes is what the file had that a plain one has not.
func formNotes(p *locale.Printer, form monthsfile.Form) (notes []saidNote) {
	for _, n := range []struct {
		is    bool
		code  string
		key   string
		count int
	}{
		{form.Semicolons, "semicolons", "benefit.note.semicolons", 0},
		{form.Heading, "heading", "benefit.note.heading", 0},
		{form.BOM, "byte_order_mark", "benefit.note.byte_order_mark", 0},
		{form.CRLF, "crlf", "benefit.note.crlf", 0},
		{form.Quotes, "quotes", "benefit.note.quotes", 0},
		{form.Spaces, "spaces", "benefit.note.spaces", 0},
		{form.Blank > 0, "blank_lines", "benefit.note.blank_lines", form.Blank},
	} {
		if n.is {
			notes = append(notes, noteOf(p, n.code, n.key, int64(n.count)))
		}
	}
	return notes
}

// csv writes a row for each person, with 1 for a class that the person is in.
func (c classified) csv(out *bufio.Writer) error {
	out.WriteString("person,months")
	for _, d := range c.classes.Definitions() {
		out.WriteString("," + string(d.Class))
	}
	out.WriteString("\n")
	for key, months := range c.registry.ByPerson() {
		writeField(out, key)
		out.WriteByte(',')
		out.WriteString(strconv.Itoa(months.Count()))
		in := c.classes.Of(months)
		for i := range c.classes.Definitions() {
			out.WriteString([]string{",0", ",1"}[in>>i&1])
		}
		if _, err := out.WriteString("\n"); err != nil {
			return err
		}
	}
	return nil
}

// writeField quotes what would else be several fields, or be read otherwise.
func writeField(out *bufio.Writer, field []byte) {
	if !bytes.ContainsAny(field, " \t\",;\r") {
		out.Write(field)
		return
	}
	out.WriteByte('"')
	out.Write(bytes.ReplaceAll(field, []byte(`"`), []byte(`""`)))
	out.WriteByte('"')
}

// sentences writes the counts and notes for a person to read.
func (c classified) sentences(out *bufio.Writer, p *locale.Printer) error {
	say := func(line string) { plainSpaces.WriteString(out, line+"\n") }
	say(p.Text("benefit.base", "Base", c.base.String()))
	for i, d := range c.classes.Definitions() {
		from, to := d.Months(c.base)
		key, pairs := "benefit.any_break", []any{"Name", p.Code("benefit.class.", string(d.Class)), "From", from.String(), "To", to.String(), "AtLeast", d.AtLeast, "Persons", c.counts[i]}
		if d.LongestBreak != nil {
			key, pairs = "benefit.with_break", append(pairs, "Break", *d.LongestBreak)
		}
		say(p.Text(key, pairs...))
	}
	say(p.Text("benefit.totals", "Persons", c.registry.Persons(), "Rows", c.registry.Rows))
	for _, n := range c.notes(p) {
		say("- " + n.Sentence)
	}
	return nil
}
