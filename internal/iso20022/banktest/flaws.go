package banktest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/big"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// namespace is that of the one message and version.
const namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"

// element is one element of the file.
type element struct {
	name     string
	attrs    map[string]string
	text     string
	children []*element
}

// Flaws are what is wrong with a payment file by the schema of pain.001.001.03, by
// its rules about sums, counts and identities, and by the characters that Swedish
// banks take. None for a right file.
func Flaws(file []byte) []string {
	root, err := parse(file)
	if err != nil {
		return []string{err.Error()}
	}
	var f flaws
	f.element(root, "Document", "")
	if len(f) > 0 {
		return f // sums of a file without its elements mean nothing
	}
	f.sums(root)
	f.identities(root)
	f.characters(root)
	return f
}

type flaws []string

func (f *flaws) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

func parse(file []byte) (*element, error) {
	if !utf8.Valid(file) {
		return nil, errors.New("not UTF-8")
	}
	if !bytes.HasPrefix(file, []byte(`<?xml version="1.0" encoding="UTF-8"?>`)) {
		return nil, errors.New("no XML declaration in UTF-8")
	}
	d := xml.NewDecoder(bytes.NewReader(file))
	above := []*element{{}}
	for {
		token, err := d.Token()
		in := above[len(above)-1]
		if errors.Is(err, io.EOF) && len(above[0].children) == 1 {
			return above[0].children[0], nil
		} else if err != nil {
			return nil, fmt.Errorf("not one XML document: %w", err)
		}
		switch t := token.(type) {
		case xml.Directive, xml.Comment:
			return nil, errors.New("more than elements")
		case xml.StartElement:
			if t.Name.Space != namespace {
				return nil, fmt.Errorf("%s in the namespace %q", t.Name.Local, t.Name.Space)
			}
			e := &element{name: t.Name.Local, attrs: map[string]string{}}
			for _, a := range t.Attr {
				if a.Name.Local != "xmlns" {
					e.attrs[a.Name.Local] = a.Value
				}
			}
			in.children = append(in.children, e)
			above = append(above, e)
		case xml.EndElement:
			above = above[:len(above)-1]
		case xml.CharData:
			in.text += string(t)
		}
	}
}

// element holds one element against its type, and what is in it against theirs.
func (f *flaws) element(e *element, kind, path string) {
	path += "/" + e.name
	r, known := schema[kind]
	if !known {
		f.add("%s: the type %s is not restated", path, kind)
		return
	}
	currency, has := e.attrs["Ccy"]
	if has != r.currency || len(e.attrs) > 1 || !has && len(e.attrs) > 0 || has && currency != "SEK" {
		f.add("%s: attributes %v", path, e.attrs)
	}
	if r.text != nil {
		if len(e.children) > 0 || !r.text.MatchString(e.text) {
			f.add("%s: %q is no %s", path, e.text, kind)
		}
		return
	}
	if strings.TrimSpace(e.text) != "" {
		f.add("%s: text between elements", path)
	}
	rest := e.children
	found := 0
	for _, p := range r.parts {
		n := 0
		for len(rest) > 0 && rest[0].name == p.name {
			f.element(rest[0], p.kind, path)
			rest, n = rest[1:], n+1
		}
		found += n
		if n > p.most || n < p.least && !r.oneOf {
			f.add("%s: %d of %s", path, n, p.name)
		}
	}
	if r.oneOf && found != 1 {
		f.add("%s: %d of a choice", path, found)
	}
	if len(rest) > 0 {
		f.add("%s: %s is not there, or not in its place", path, rest[0].name)
	}
	if len(r.parts) > 0 && len(e.children) == 0 {
		f.add("%s: empty", path)
	}
}

// at are the elements at the path below e.
func (e *element) at(path ...string) []*element {
	found := []*element{e}
	for _, name := range path {
		var next []*element
		for _, f := range found {
			for _, c := range f.children {
				if c.name == name {
					next = append(next, c)
				}
			}
		}
		found = next
	}
	return found
}

// value is the text of the first element at the path, empty where there is none.
func (e *element) value(path ...string) string {
	for _, found := range e.at(path...) {
		return found.text
	}
	return ""
}

// sums: the number of payments and their sum, of the file and of each group.
func (f *flaws) sums(root *element) {
	message := root.at("CstmrCdtTrfInitn")[0]
	count, total := 0, new(big.Rat)
	for _, group := range message.at("PmtInf") {
		in := new(big.Rat)
		transfers := group.at("CdtTrfTxInf")
		for _, amount := range group.at("CdtTrfTxInf", "Amt", "InstdAmt") {
			a, _ := new(big.Rat).SetString(amount.text)
			if a.Sign() <= 0 {
				f.add("an amount of %s", amount.text)
			}
			in.Add(in, a)
		}
		f.sum("the group", group, len(transfers), in)
		count += len(transfers)
		total.Add(total, in)
	}
	f.sum("the file", message.at("GrpHdr")[0], count, total)
}

func (f *flaws) sum(whose string, e *element, count int, total *big.Rat) {
	if got := e.value("NbOfTxs"); got != fmt.Sprint(count) {
		f.add("%s says %s payments and has %d", whose, got, count)
	}
	if got, ok := new(big.Rat).SetString(e.value("CtrlSum")); !ok || got.Cmp(total) != 0 {
		f.add("%s says the sum %s and has %s", whose, e.value("CtrlSum"), total.FloatString(2))
	}
}

// identities: each once, dates that are in the calendar, and an account whose bank
// is told.
func (f *flaws) identities(root *element) {
	message := root.at("CstmrCdtTrfInitn")[0]
	for what, path := range map[string][]string{"EndToEndId": {"PmtInf", "CdtTrfTxInf", "PmtId", "EndToEndId"}, "PmtInfId": {"PmtInf", "PmtInfId"}} {
		seen := map[string]bool{}
		for _, e := range message.at(path...) {
			if seen[e.text] {
				f.add("%s %s twice", what, e.text)
			}
			seen[e.text] = true
		}
	}
	for _, e := range message.at("PmtInf", "ReqdExctnDt") {
		if _, err := time.Parse(time.DateOnly, e.text); err != nil {
			f.add("%s is no day", e.text)
		}
	}
	if _, err := time.Parse(time.RFC3339, message.value("GrpHdr", "CreDtTm")); err != nil {
		f.add("%s is no time in a time zone", message.value("GrpHdr", "CreDtTm"))
	}
	for _, e := range message.at("PmtInf", "CdtTrfTxInf") {
		own, bank := e.value("CdtrAcct", "Id", "Othr", "Id"), e.value("CdtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId")
		if own != "" && !aClearing.MatchString(bank) {
			f.add("the account of %s has no clearing number", e.value("PmtId", "EndToEndId"))
		}
		if own == "" && e.value("CdtrAcct", "Id", "IBAN") == "" || e.value("Cdtr", "Nm") == "" {
			f.add("%s has no receiver", e.value("PmtId", "EndToEndId"))
		}
	}
}

var (
	aClearing = regexp.MustCompile(`^[1-9][0-9]{3}$`)
	taken     = regexp.MustCompile(`^[A-Za-z0-9åäöÅÄÖ/?:().,'+ -]*$`)
)

// characters: what the Swedish banks take, and no spaces to be cut away.
func (f *flaws) characters(e *element) {
	if len(e.children) == 0 && (!taken.MatchString(e.text) || strings.TrimSpace(e.text) != e.text) {
		f.add("%s: characters in %q", e.name, e.text)
	}
	for _, c := range e.children {
		f.characters(c)
	}
}
