package factsfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"fotfaste/internal/fault"
)

// kind is what a value of JSON is.
type kind int

const (
	other kind = iota // a number, true, false or null: nothing here is one
	object
	list
	text
)

// node is a value of the file and the line on which it begins, or ends where it is an
// object or a list without anything in it.
type node struct {
	kind   kind
	line   int
	text   string
	fields []field
	items  []node
}

type field struct {
	name  string
	line  int
	value node
}

// parse reads the file to nodes, or returns the fault of the whole file.
func parse(file []byte) (node, error) {
	if len(file) > LargestFile {
		return node{}, fault.New(fault.Invalid, "calc.facts.too_large", "Limit", LargestFile)
	}
	if at, found := invalidUTF8(file); found {
		return node{}, fault.New(fault.Invalid, "calc.facts.not_utf8", "Line", lineOf(file, at))
	}
	// Some editors begin a file with a byte order mark.
	file = bytes.TrimPrefix(file, []byte("\uFEFF"))
	if len(bytes.TrimSpace(file)) == 0 {
		return node{}, fault.New(fault.Invalid, "calc.facts.empty")
	}
	// One reading of the whole tells that the form is right, that nothing stands after
	// it, and that it is not nested without end. The next can then not fail.
	var whole json.RawMessage
	if err := json.Unmarshal(file, &whole); err != nil {
		return node{}, notJSON(file, err)
	}
	r := tokens{file: file, from: json.NewDecoder(bytes.NewReader(file)), line: 1}
	r.from.UseNumber()
	return r.node()
}

// invalidUTF8 is the first byte that is not UTF-8, false where all are.
func invalidUTF8(file []byte) (at int, found bool) {
	for at < len(file) {
		r, size := utf8.DecodeRune(file[at:])
		if r == utf8.RuneError && size == 1 {
			return at, true
		}
		at += size
	}
	return at, false
}

func notJSON(file []byte, err error) error {
	at := len(file)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = int(syntax.Offset) - 1 // the byte at which it stopped
	}
	column := utf8.RuneCount(file[bytes.LastIndexByte(file[:at], '\n')+1:at]) + 1
	return fault.New(fault.Invalid, "calc.facts.not_json", "Line", lineOf(file, at), "Column", column).Because(err)
}

// lineOf is the line that the byte stands on, counted from one.
func lineOf(file []byte, at int) int { return 1 + bytes.Count(file[:at], []byte("\n")) }

// tokens reads one token after the other and knows the line it is on.
type tokens struct {
	file []byte
	from *json.Decoder
	seen int // bytes of the file whose lines have been counted
	line int
}

func (r *tokens) next() (json.Token, error) {
	token, err := r.from.Token()
	now := int(r.from.InputOffset())
	r.line += bytes.Count(r.file[r.seen:now], []byte("\n"))
	r.seen = now
	return token, err
}

func (r *tokens) node() (node, error) {
	token, err := r.next()
	if err != nil {
		return node{}, err
	}
	n := node{kind: other, line: r.line}
	switch t := token.(type) {
	case string:
		n.kind, n.text = text, t
	case json.Delim:
		if n.kind = list; t == '{' {
			n.kind = object
		}
		err = r.inside(&n)
	}
	return n, err
}

// inside reads what an object or a list holds, up to its end.
func (r *tokens) inside(n *node) error {
	for r.from.More() {
		var f field
		if n.kind == object {
			name, err := r.next()
			if err != nil {
				return err
			}
			f.name, f.line = name.(string), r.line
		}
		value, err := r.node()
		if err != nil {
			return err
		}
		if n.kind == list {
			n.items = append(n.items, value)
			continue
		}
		f.value = value
		n.fields = append(n.fields, f)
	}
	_, err := r.next()
	return err
}
