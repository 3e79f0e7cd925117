package locale_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// texts is one locale file: key and text.
func texts(t *testing.T, area, language string) map[string]string {
	t.Helper()
	file, err := os.ReadFile(area + "." + language + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var read map[string]string
	if err := yaml.Unmarshal(file, &read); err != nil {
		t.Fatalf("%s.%s: %v", area, language, err)
	}
	return read
}

var (
	placeholder = regexp.MustCompile(`\{\{ *\.(\w+) *\}\}`)
	keyInCode   = regexp.MustCompile(`"([a-z]+(?:\.[a-z0-9_]+)+)"`)
)

func placeholders(text string) []string {
	var names []string
	for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// writtenOut are the keys of the area that stand whole in the package's code.
func writtenOut(t *testing.T, area string) []string {
	t.Helper()
	files, err := filepath.Glob("../../" + area + "/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no code in %s: %v", area, err)
	}
	var keys []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range keyInCode.FindAllStringSubmatch(string(code), -1) {
			if strings.HasPrefix(match[1], area+".") {
				keys = append(keys, match[1])
			}
		}
	}
	return keys
}

// A subject gives reasons as keys. Every key it can give has a text in Swedish and
// in English, with the same placeholders, and no text is left over.
func TestSubjectTexts(t *testing.T) {
	for area, composed := range composedKeys() {
		t.Run(area, func(t *testing.T) {
			asked := map[string]bool{}
			for _, key := range append(writtenOut(t, area), composed...) {
				asked[key] = true
			}
			sv, en := texts(t, area, "sv"), texts(t, area, "en")
			for key := range asked {
				if strings.TrimSpace(sv[key]) == "" || strings.TrimSpace(en[key]) == "" {
					t.Errorf("%s: a text is missing: sv %q, en %q", key, sv[key], en[key])
				}
				if a, b := placeholders(sv[key]), placeholders(en[key]); !slices.Equal(a, b) {
					t.Errorf("%s: placeholders differ: sv %v, en %v", key, a, b)
				}
			}
			for _, language := range []map[string]string{sv, en} {
				for _, key := range slices.Sorted(maps.Keys(language)) {
					if !asked[key] {
						t.Errorf("%s: nobody asks for it", key)
					}
				}
			}
		})
	}
}
