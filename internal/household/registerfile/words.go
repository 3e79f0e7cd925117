package registerfile

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/household"
)

//go:embed words.yaml
var wordsFile []byte

type words struct {
	Columns map[string][]string         `yaml:"columns"`
	Kinds   map[household.What][]string `yaml:"kinds"`
	whats   map[string][]household.What // by code and word
}

var known = sync.OnceValue(func() words {
	var w words
	if err := yaml.UnmarshalWithOptions(wordsFile, &w, yaml.Strict()); err != nil {
		panic("registerfile: " + err.Error()) // cannot happen: it is compiled in, and read by every test
	}
	w.whats = map[string][]household.What{}
	for _, what := range household.Whats() {
		if what == household.Members {
			continue // no register has an opinion on who lives there
		}
		_, plain, _ := strings.Cut(string(what), ".")
		for _, word := range append([]string{string(what), plain}, w.Kinds[what]...) {
			w.whats[word] = append(w.whats[word], what)
		}
	}
	return w
})

// column is the code of a column, "" for none.
func column(word string) string {
	for code, names := range known().Columns {
		if slices.Contains(names, strings.ToLower(strings.TrimSpace(word))) {
			return code
		}
	}
	return ""
}
