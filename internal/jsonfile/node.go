package jsonfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"fotfaste/internal/fault"
)

// Kind is what a value of JSON is.
type Kind string

// The kinds.
const (
	Object  Kind = "object"
	List    Kind = "list"
	Text    Kind = "text"
	Number  Kind = "number"
	YesOrNo Kind = "yes_or_no" // true or false
	Null    Kind = "null"
)

// Node is a value of the file and the line on which it begins, or ends where it is an
// object or a list without anything in it.
type Node struct {
	Kind   Kind
	Line   int
	Text   string // of a text, and of a number as it was written
	Yes    bool   // true
	Fields []Field
	Items  []Node
}

// Field is a name and its value in an object.
type Field struct {
	Name  string
	Line  int
	Value Node
}

// Parse reads the file, of at most so many bytes, or returns the fault of the whole file
// as a *fault.Error: too large, not UTF-8, empty, not JSON.
func Parse(file []byte, largest int) (Node, error) {
	if len(file) > largest {
		return Node{}, fault.New(fault.Invalid, "calc.facts.too_large", "Limit", largest)
	}
	if at := invalidUTF8(file); at >= 0 {
		return Node{}, fault.New(fault.Invalid, "calc.facts.not_utf8", "Line", lineOf(file, at))
	}
	// Some editors begin a file with a byte order mark.
	file = bytes.TrimPrefix(file, []byte("\uFEFF"))
	if len(bytes.TrimSpace(file)) == 0 {
		return Node{}, fault.New(fault.Invalid, "calc.facts.empty")
	}
	// One reading of the whole tells that the form is right, that nothing stands after
	// it, and that it is not nested without end. The next can then not fail.
	var whole json.RawMessage
	if err := json.Unmarshal(file, &whole); err != nil {
		return Node{}, notJSON(file, err)
	}
	r := tokens{file: file, from: json.NewDecoder(bytes.NewReader(file)), line: 1}
	r.from.UseNumber()
	return r.node()
}

func invalidUTF8(file []byte) int {
	for at := 0; at < len(file); {
		r, size := utf8.DecodeRune(file[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

func notJSON(file []byte, err error) error {
	at := len(file)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = min(at, max(0, int(syntax.Offset)-1))
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

func (r *tokens) node() (Node, error) {
	token, err := r.next()
	if err != nil {
		return Node{}, err
	}
	n := Node{Kind: Null, Line: r.line}
	switch t := token.(type) {
	case string:
		n.Kind, n.Text = Text, t
	case json.Number:
		n.Kind, n.Text = Number, t.String()
	case bool:
		n.Kind, n.Yes = YesOrNo, t
	case json.Delim:
		if n.Kind = List; t == '{' {
			n.Kind = Object
		}
		err = r.inside(&n)
	}
	return n, err
}

// inside reads what an object or a list holds, up to its end.
func (r *tokens) inside(n *Node) error {
	for r.from.More() {
		var f Field
		if n.Kind == Object {
			name, err := r.next()
			if err != nil {
				return err
			}
			f.Name, f.Line = name.(string), r.line
		}
		value, err := r.node()
		if err != nil {
			return err
		}
		if n.Kind == List {
			n.Items = append(n.Items, value)
			continue
		}
		f.Value = value
		n.Fields = append(n.Fields, f)
	}
	_, err := r.next()
	return err
}
