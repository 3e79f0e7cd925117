package matchfile

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed columns.yaml
var columnsFile []byte

// The columns, by the names that a fault gives them.
const (
	participantColumn  = "participant"
	interventionColumn = "intervention"
	quantaColumn       = "quanta"
	gainColumn         = "gain"
)

var known = sync.OnceValue(func() map[string][]string {
	var names map[string][]string
	if err := yaml.Unmarshal(columnsFile, &names); err != nil {
		panic("matchfile: " + err.Error()) // cannot happen: it is compiled in, and read by every test
	}
	return names
})

// place is which of the columns a field of a heading names, or -1.
func place(field []byte, columns []string) int {
	name := strings.ToLower(string(field))
	return slices.IndexFunc(columns, func(column string) bool { return slices.Contains(known()[column], name) })
}
