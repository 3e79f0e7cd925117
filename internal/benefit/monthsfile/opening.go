package monthsfile

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/fault"
)

//go:embed columns.yaml
var columnsFile []byte

// columns are the names that a heading may give the two.
type columns struct {
	Person []string `yaml:"person"`
	Month  []string `yaml:"month"`
}

var known = sync.OnceValue(func() columns {
	var names columns
	if err := yaml.UnmarshalWithOptions(columnsFile, &names, yaml.Strict()); err != nil {
		panic("monthsfile: " + err.Error()) // cannot happen: it is compiled in, and read by every test
	}
	return names
})

// byteOrderMark is what some programs begin a file of UTF-8 with.
const byteOrderMark = "\uFEFF"

// opening is what the first line with anything on it tells of a file.
type opening struct {
	separator byte
	heading   bool
}

// open reads the first line: the last separator in it is the file's, since a month has
// none in it.
func open(line []byte) (o opening, wrong *fault.Error) {
	if _, because := unreadable(line); because != nil {
		return o, because
	}
	line = bytes.TrimSuffix(line, []byte("\r"))
	if len(line) > LongestLine {
		return o, refused("benefit.file.long_line", "Most", LongestLine)
	}
	at := bytes.LastIndexAny(line, ",;")
	if at < 0 {
		return o, refused("benefit.file.one_column")
	}
	o.separator = line[at]
	var scratch []byte
	r, wrong := split(line, o.separator, &scratch)
	if wrong != nil {
		return o, wrong
	}
	o.heading = named(r.person, known().Person) && named(r.month, known().Month)
	if _, not := monthOf(r.month); not != nil && !o.heading {
		if not.Text.Key == "benefit.file.not_a_month" {
			not = refused("benefit.file.first_line")
		}
		return o, not
	}
	return o, nil
}

func named(field []byte, names []string) bool {
	return slices.Contains(names, strings.ToLower(string(field)))
}
