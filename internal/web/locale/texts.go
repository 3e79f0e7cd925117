package locale

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Default is the language of last resort: every key has a text in it.
const Default = "sv"

// complete are the languages that must have every key.
var complete = []string{"sv", "en"}

//go:embed *.yaml
var files embed.FS

// catalogue is all texts of all languages.
type catalogue struct {
	printers map[string]*Printer            // by tag
	own      map[string]map[string]*message // by tag, without what is borrowed from Default
	tags     []string                       // complete ones first, then the others by name
	areas    []string
	all      language.Matcher
	whole    language.Matcher // complete languages only
}

var embedded = sync.OnceValue(func() *catalogue {
	c, err := read(files)
	if err != nil {
		panic("locale: " + err.Error()) // a broken text file never passes the tests
	}
	return c
})

func read(from fs.FS) (*catalogue, error) {
	names, err := fs.Glob(from, "*.yaml")
	if err != nil {
		return nil, err
	}
	c := &catalogue{printers: map[string]*Printer{}, own: map[string]map[string]*message{}}
	for _, name := range names {
		area, tag, ok := strings.Cut(strings.TrimSuffix(name, ".yaml"), ".")
		if !ok {
			return nil, fmt.Errorf("%s: a text file is named <area>.<language>.yaml", name)
		}
		if c.own[tag] == nil {
			c.own[tag] = map[string]*message{}
		}
		if !slices.Contains(c.areas, area) {
			c.areas = append(c.areas, area)
		}
		if err := c.readFile(from, name, area, tag); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return c, c.finish()
}

func (c *catalogue) readFile(from fs.FS, name, area, tag string) error {
	raw, err := fs.ReadFile(from, name)
	if err != nil {
		return err
	}
	messages, err := i18n.ParseMessageBytes(raw, unmarshalYAML)
	if err != nil {
		return err
	}
	for _, m := range messages {
		if !strings.HasPrefix(m.ID, area+".") {
			return fmt.Errorf("the key %s does not begin with %s", m.ID, area+".")
		}
		made, err := compile(m)
		if err != nil {
			return err
		}
		c.own[tag][m.ID] = made
	}
	return nil
}

// unmarshalYAML is strict: a key written twice is an error, not the last wins.
func unmarshalYAML(raw []byte, into any) error { return yaml.Unmarshal(raw, into) }

func (c *catalogue) finish() error {
	base := c.own[Default]
	if base == nil {
		return fmt.Errorf("no texts in %s", Default)
	}
	for tag := range c.own {
		if !slices.Contains(complete, tag) {
			c.tags = append(c.tags, tag)
		}
	}
	slices.Sort(c.tags)
	c.tags = append(slices.Clone(complete), c.tags...)
	var tags []language.Tag
	for _, tag := range c.tags {
		parsed, err := language.Parse(tag)
		if err != nil {
			return fmt.Errorf("%s is not a language: %w", tag, err)
		}
		messages := make(map[string]*message, len(base))
		for key, m := range base {
			messages[key] = m
		}
		for key, m := range c.own[tag] {
			messages[key] = m
		}
		c.printers[tag] = newPrinter(tag, parsed, messages)
		tags = append(tags, parsed)
	}
	c.all = language.NewMatcher(tags)
	c.whole = language.NewMatcher(tags[:len(complete)])
	return nil
}

// Language is a language that texts exist in.
type Language struct {
	Tag  string // as in the lang attribute: "sv", "en", "ar", "sv-x-easy"
	Name string // in the language itself: "Svenska", "العربية"
}

// Languages are those a reader can choose between. Pages for staff offer the
// complete ones; pages for participants offer all.
//
//	for _, l := range locale.Languages(viewer.Participant) { … }
func Languages(partial bool) []Language {
	c := embedded()
	tags := c.tags
	if !partial {
		tags = complete
	}
	out := make([]Language, len(tags))
	for i, tag := range tags {
		out[i] = Language{Tag: tag, Name: c.printers[tag].Text("calendar.language")}
	}
	return out
}

// For is the printer of the language, Swedish for one that has no texts.
//
//	p := locale.For("en")
func For(tag string) *Printer {
	c := embedded()
	if p, ok := c.printers[tag]; ok {
		return p
	}
	return c.printers[Default]
}

// Negotiate chooses the reader's language: what they chose before, else the best
// of what the browser asks for, else Swedish. Partial languages take part only
// where the pages have them.
//
//	p := locale.Negotiate(cookie, r.Header.Get("Accept-Language"), false)
func Negotiate(chosen, acceptLanguage string, partial bool) *Printer {
	c := embedded()
	if p, ok := c.printers[chosen]; ok && (partial || slices.Contains(complete, chosen)) {
		return p
	}
	// A header of that length is not a browser's; it is not worth parsing.
	if acceptLanguage == "" || len(acceptLanguage) > 500 {
		return c.printers[Default]
	}
	wanted, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(wanted) == 0 {
		return c.printers[Default]
	}
	matcher, tags := c.whole, complete
	if partial {
		matcher, tags = c.all, c.tags
	}
	_, at, confidence := matcher.Match(wanted...)
	if confidence == language.No {
		return c.printers[Default]
	}
	return c.printers[tags[at]]
}
