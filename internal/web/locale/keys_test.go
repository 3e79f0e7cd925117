package locale

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// aKey is a quoted word that looks like a key: two or more parts, the first of
// them the name of an area.
var aKey = regexp.MustCompile("[\"`]([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+\\.?)[\"`]")

// notKeys are endings of file names, which look alike.
var notKeys = []string{".gohtml", ".yaml", ".css", ".js", ".sql", ".json", ".go", ".csv", ".svg", ".xml", ".txt", ".xlsx", ".db", ".lock"}

// TestEveryKeyIsWrittenAndUsed reads every page and every Go file: a literal that
// begins with an area must be a key, and every key must be a literal somewhere, or
// stand under a declared prefix.
func TestEveryKeyIsWrittenAndUsed(t *testing.T) {
	c := embedded()
	used := map[string]string{}
	root := filepath.Join("..", "..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && (name == "node_modules" || name == ".git" || name == "testdata") {
			return fs.SkipDir
		}
		if strings.HasSuffix(name, "_test.go") || !strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, ".gohtml") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, found := range aKey.FindAllSubmatch(text, -1) {
			used[string(found[1])] = path
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for literal, path := range used {
		area, _, _ := strings.Cut(literal, ".")
		if !slices.Contains(c.areas, area) || slices.ContainsFunc(notKeys, func(end string) bool { return strings.HasSuffix(literal, end) }) {
			continue
		}
		switch {
		case strings.HasSuffix(literal, "."):
			if !declared(literal) {
				t.Errorf("%s: keys are built from %q, which is not among Prefixes", path, literal)
			}
		case c.own[Default][literal] == nil:
			t.Errorf("%s: no text has the key %q", path, literal)
		}
	}
	for key := range c.own[Default] {
		if used[key] == "" && used[strings.TrimSuffix(key, ".hint")] == "" && !declared(key) {
			t.Errorf("nothing uses the text %s", key)
		}
	}
}

func declared(key string) bool {
	return slices.ContainsFunc(Prefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}

func TestPrefixesAreSortedAndHaveTexts(t *testing.T) {
	if !slices.IsSorted(Prefixes) {
		t.Error("Prefixes are not sorted")
	}
	for _, prefix := range Prefixes {
		found := false
		for key := range embedded().own[Default] {
			found = found || strings.HasPrefix(key, prefix)
		}
		if !found {
			t.Errorf("no text begins with %s", prefix)
		}
	}
}
