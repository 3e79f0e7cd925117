package locale

import (
	"fmt"
	"strings"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"

	"golang.org/x/text/language"
)

// Printer writes in one language. It is made once per language, holds no state
// of a request and is safe for everybody at once.
type Printer struct {
	tag      string
	parsed   language.Tag
	messages map[string]*message
	rtl      bool
	calendar calendar
}

// Missing begins and ends what a reader would see for a key without a text, so
// that it catches the eye; page tests refuse a page that has it.
const Missing = "⟦"

func newPrinter(tag string, parsed language.Tag, messages map[string]*message) *Printer {
	p := &Printer{tag: tag, parsed: parsed, messages: messages}
	script, _ := parsed.Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo":
		p.rtl = true
	}
	p.calendar = p.readCalendar()
	return p
}

// Tag is the language, for the lang attribute: "sv".
func (p *Printer) Tag() string { return p.tag }

// Dir is the writing direction, for the dir attribute: "ltr" or "rtl".
func (p *Printer) Dir() string {
	if p.rtl {
		return "rtl"
	}
	return "ltr"
}

// Has tells whether there is a text for the key.
func (p *Printer) Has(key string) bool { return p.messages[key] != nil }

// Text is the text of the key with its placeholders filled from pairs of name
// and value. A value may be a string, a number, a period.Day, a time, an amount or
// another fault.Text; each is written as the language does. The value of Count
// decides the plural form. Four digits are written together (a year is a count
// of nothing), five and more in groups of three.
//
//	p.Text("worker.todo.offers", "Count", 3)          // "3 platser väntar på svar"
//	p.Text("worker.plan.ends", "On", day)             // "Gäller till 14 januari 2027"
func (p *Printer) Text(key string, pairs ...any) string {
	m := p.messages[key]
	if m == nil {
		return Missing + key + "⟧"
	}
	if m.simple {
		return m.plain
	}
	t := m.form(p.parsed, countOf(pairs))
	if len(t.names) == 0 {
		return t.texts[0]
	}
	var b strings.Builder
	for i, name := range t.names {
		b.WriteString(t.texts[i])
		b.WriteString(p.argument(name, pairs))
	}
	b.WriteString(t.texts[len(t.names)])
	return b.String()
}

// Fault writes a message that a rule made.
//
//	p.Fault(fault.T("placement.full", "Hours", 8))
func (p *Printer) Fault(t fault.Text) string {
	if len(t.Args) == 0 {
		return p.Text(t.Key)
	}
	pairs := make([]any, 0, 2*len(t.Args))
	for name, value := range t.Args {
		pairs = append(pairs, name, value)
	}
	return p.Text(t.Key, pairs...)
}

// Code is the text of a typed code: the prefix, which stands in Prefixes, and the
// code as it is stored. It is how a list of kinds, states or reasons is written.
//
//	p.Code("casefile.state.", c.State)                // "Pågår"
func (p *Printer) Code(prefix string, code any) string {
	return p.Text(prefix + fmt.Sprint(code))
}

// Source is where a rule stands: a code of law.SourceCodes in words, and an act and
// section as it is cited, which is the same in every language.
func (p *Printer) Source(source string) string {
	if key := "law.source." + source; p.Has(key) {
		return p.Text(key)
	}
	return source
}

func (p *Printer) argument(name string, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return p.Value(pairs[i+1])
		}
	}
	return Missing + name + "⟧"
}

func countOf(pairs []any) int {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "Count" {
			switch n := pairs[i+1].(type) {
			case int:
				return n
			case int64:
				return int(n)
			case float64: // a message that was stored as JSON
				return int(n)
			}
		}
	}
	return 0
}

// Value writes one value as it would stand in a text.
func (p *Printer) Value(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return p.plainNumber(int64(v))
	case int64:
		return p.plainNumber(v)
	case float64:
		return p.Decimal(v, 2)
	case period.Day:
		return p.Day(v)
	case period.Week:
		return p.Week(v)
	case period.Month:
		return p.MonthYear(v.First())
	case period.Span:
		return p.Dates(v.From, v.To)
	case money.Kronor:
		return p.Kronor(v)
	case money.Ore:
		return p.Ore(v)
	case money.Percent:
		return p.Rate(v)
	case time.Time:
		return p.Instant(v)
	case fault.Text:
		return p.Fault(v)
	}
	return fmt.Sprint(value)
}

func (p *Printer) plainNumber(n int64) string {
	if n > -10000 && n < 10000 {
		return fmt.Sprint(n)
	}
	return p.Number(n)
}
