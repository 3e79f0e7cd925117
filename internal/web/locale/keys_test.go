package locale_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/web/locale"
)

// aKey is a quoted word that looks like a key: two or more parts, the first of
// them the name of an area.
var aKey = regexp.MustCompile("[\"`]([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+\\.?)[\"`]")

// notKeys are endings of file names, which look alike.
var notKeys = []string{".gohtml", ".yaml", ".css", ".js", ".sql", ".json", ".go", ".csv", ".svg", ".xml", ".txt", ".xlsx", ".db", ".lock"}

// comments of whole lines hold examples, not uses.
var comments = regexp.MustCompile(`(?m)^\s*//.*$`)

// TestEveryKeyIsWrittenAndUsed reads every page and every Go file: a literal that
// begins with an area must be a key, and every key must be a literal somewhere, be
// composed by its subject, or stand under a declared prefix.
func TestEveryKeyIsWrittenAndUsed(t *testing.T) {
	keys, areas := locale.Keys(), locale.Areas()
	prefixes, used := slices.Clone(locale.Prefixes), literals(t)
	for _, composed := range composedKeys() {
		for _, key := range composed {
			used[key] = "composed"
			prefixes = append(prefixes, key)
		}
	}
	for literal, path := range used {
		area, _, _ := strings.Cut(literal, ".")
		if !slices.Contains(areas, area) || path == "composed" || slices.ContainsFunc(notKeys, func(end string) bool { return strings.HasSuffix(literal, end) }) {
			continue
		}
		built := strings.HasSuffix(literal, ".")
		switch {
		case built && !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(p, literal) }):
			t.Errorf("%s: keys are built from %q, which is not among Prefixes", path, literal)
		case !built && !keys[literal]:
			t.Errorf("%s: no text has the key %q", path, literal)
		}
	}
	for key := range keys {
		label := strings.TrimSuffix(key, ".hint")
		if used[key] == "" && used[label] == "" && !declared(key) {
			t.Errorf("nothing uses the text %s", key)
		}
	}
}

// literals are the quoted words of the whole repository that look like keys, with
// the file each stands in.
func literals(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
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
		for _, match := range aKey.FindAllSubmatch(comments.ReplaceAll(text, nil), -1) {
			found[string(match[1])] = path
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func declared(key string) bool {
	return slices.ContainsFunc(locale.Prefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}

func TestPrefixesAreSortedAndHaveTexts(t *testing.T) {
	if !slices.IsSorted(locale.Prefixes) {
		t.Error("Prefixes are not sorted")
	}
	for _, prefix := range locale.Prefixes {
		found := false
		for key := range locale.Keys() {
			found = found || strings.HasPrefix(key, prefix)
		}
		if !found {
			t.Errorf("no text begins with %s", prefix)
		}
	}
}
