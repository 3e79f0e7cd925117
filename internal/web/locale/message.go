package locale

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// message is one text in one language, taken apart when the program starts so
// that writing it is only joining strings.
type message struct {
	plain  string // the whole text, when it has neither placeholders nor forms
	simple bool
	forms  [len(formNames)]template // by plural.Form; Other always there
}

// template is text and placeholders in turn: text[0] name[0] text[1] … text[n].
type template struct {
	set   bool
	texts []string
	names []string
}

var formNames = [...]string{
	plural.Other: "other", plural.Zero: "zero", plural.One: "one",
	plural.Two: "two", plural.Few: "few", plural.Many: "many",
}

func compile(m *i18n.Message) (*message, error) {
	out := &message{}
	written := [len(formNames)]string{
		plural.Other: m.Other, plural.Zero: m.Zero, plural.One: m.One,
		plural.Two: m.Two, plural.Few: m.Few, plural.Many: m.Many,
	}
	if m.Other == "" {
		return nil, fmt.Errorf("%s: no text, or no form \"other\"", m.ID)
	}
	several := 0
	for form, text := range written {
		if text == "" {
			continue
		}
		several++
		t, err := takeApart(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.ID, err)
		}
		out.forms[form] = t
	}
	if several == 1 && len(out.forms[plural.Other].names) == 0 {
		out.simple, out.plain = true, m.Other
	}
	return out, nil
}

func takeApart(text string) (template, error) {
	t := template{set: true}
	for {
		before, rest, found := strings.Cut(text, "{{")
		t.texts = append(t.texts, before)
		if !found {
			return t, nil
		}
		inner, after, closed := strings.Cut(rest, "}}")
		name, dotted := strings.CutPrefix(strings.TrimSpace(inner), ".")
		if !closed || !dotted || name == "" || strings.ContainsAny(name, " .|()\"") {
			return t, fmt.Errorf("a placeholder is written {{.Name}}, not {{%s", rest)
		}
		t.names = append(t.names, name)
		text = after
	}
}

// placeholders are the names in any form of the message, sorted.
func (m *message) placeholders() []string {
	var names []string
	for _, f := range m.forms {
		names = append(names, f.names...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (m *message) form(tag language.Tag, count int) *template {
	n := max(count, -count)
	form := plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)
	if m.forms[form].set {
		return &m.forms[form]
	}
	return &m.forms[plural.Other]
}
