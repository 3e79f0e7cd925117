package iso20022

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"fotfaste/internal/fault"
)

// LargestStatusFile is how many bytes a status file may have: room for more than
// ten thousand payments.
const LargestStatusFile = 16 << 20

const (
	deepest      = 24        // more than the schema ever goes
	mostElements = 1_000_000 // of a file of the largest size with what banks write; empty ones would fill the memory
)

const (
	space         = "urn:iso:std:iso:20022:tech:xsd:"
	statusMessage = "pain.002.001.03"
)

// node is one element of the report.
type node struct {
	name     string // without namespace; elements of other namespaces have none
	currency string
	line     int
	text     string // of an element without elements, without white space around
	written  []byte // the text while it is read: comments can cut it into many pieces
	children []*node
}

// refuse is the fault of a file that cannot be taken in. Line is where, 0 where it
// is in no one place.
func refuse(key string, line int, pairs ...any) *fault.Error {
	if line > 0 {
		pairs = append(pairs, "Line", line)
	}
	return fault.New(fault.Invalid, key, pairs...)
}

// grow reads the file into its elements. It takes no document type and so no
// entities of anybody's making, one root, and the one message that we understand.
func grow(file []byte) (*node, error) {
	if len(file) > LargestStatusFile {
		return nil, fault.New(fault.TooLarge, "bank.status.too_large", "Limit", LargestStatusFile>>20)
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	d.CharsetReader = latin1
	above := []*node{{}} // the root of it all stands first
	elements := 0
	for {
		token, err := d.Token()
		line, _ := d.InputPos()
		if errors.Is(err, io.EOF) && len(above) == 1 && len(above[0].children) == 1 {
			return above[0].children[0], nil
		} else if err != nil {
			return nil, refuse("bank.status.not_xml", line).Because(err)
		}
		in := above[len(above)-1]
		switch t := token.(type) {
		case xml.Directive:
			return nil, refuse("bank.status.doctype", line)
		case xml.StartElement:
			switch {
			case len(above) == 1 && len(in.children) > 0:
				return nil, refuse("bank.status.after_end", line)
			case len(above) == 1:
				if err := rightMessage(t, line); err != nil {
					return nil, err
				}
			case len(above) > deepest:
				return nil, refuse("bank.status.not_xml", line)
			}
			if elements++; elements > mostElements {
				return nil, fault.New(fault.TooLarge, "bank.status.too_large", "Limit", LargestStatusFile>>20)
			}
			n := &node{line: line}
			if t.Name.Space == space+statusMessage {
				n.name = t.Name.Local
			}
			for _, a := range t.Attr {
				if a.Name.Local == "Ccy" {
					n.currency = a.Value
				}
			}
			in.children = append(in.children, n)
			above = append(above, n)
		case xml.EndElement:
			if len(in.children) == 0 {
				in.text = string(bytes.TrimSpace(in.written))
			}
			in.written = nil
			above = above[:len(above)-1]
		case xml.CharData:
			if len(above) == 1 && len(bytes.TrimSpace(t)) > 0 {
				if len(in.children) > 0 {
					return nil, refuse("bank.status.after_end", line)
				}
				return nil, refuse("bank.status.not_xml", line)
			}
			if len(in.children) == 0 {
				in.written = append(in.written, t...)
			}
		}
	}
}

// rightMessage holds that the root is that of a status report in the version that
// we read, and else says what it is.
func rightMessage(root xml.StartElement, line int) error {
	if root.Name.Space == space+statusMessage && root.Name.Local == "Document" {
		return nil
	}
	name := strings.TrimPrefix(root.Name.Space, space)
	if name == "" || name == statusMessage {
		name = root.Name.Local
	}
	return refuse("bank.status.other_message", line, "Got", oneLine(name))
}

// latin1 reads the older encoding that some banks still declare.
func latin1(name string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(name) {
	case "iso-8859-1":
		return charmap.ISO8859_1.NewDecoder().Reader(in), nil
	case "iso-8859-15":
		return charmap.ISO8859_15.NewDecoder().Reader(in), nil
	case "windows-1252":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	}
	return nil, errors.New("an encoding that is not read")
}

// all are the elements of the name, one level down.
func (n *node) all(name string) []*node {
	var found []*node
	for _, c := range n.children {
		if c.name == name {
			found = append(found, c)
		}
	}
	return found
}

// one is the element of the name one level down, nil where there is none. Two are
// refused: there is no saying which counts.
func (n *node) one(name string) (*node, error) {
	found := n.all(name)
	switch len(found) {
	case 0:
		return nil, nil
	case 1:
		return found[0], nil
	}
	return nil, refuse("bank.status.twice", found[1].line, "Element", name)
}

// must is one, refused where there is none or it is empty.
func (n *node) must(name string) (*node, error) {
	found, err := n.one(name)
	if err == nil && (found == nil || found.text == "" && len(found.children) == 0) {
		err = refuse("bank.status.missing", n.line, "Element", name)
	}
	return found, err
}

// longestLine is how much of a text from the bank a message repeats.
const longestLine = 500

// oneLine is a text from outside as it can be shown: no control signs, one line,
// not endless.
func oneLine(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError
	}), " ")
	if runes := []rune(text); len(runes) > longestLine {
		text = string(runes[:longestLine]) + "…"
	}
	return text
}
