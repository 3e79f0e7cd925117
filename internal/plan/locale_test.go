package plan

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

// Every text the package can ask for is there in both languages, takes the same
// values in both, and none is left over.
func TestTextsAreThereInBothLanguages(t *testing.T) {
	want := literalKeys(t, "plan")
	add := func(prefix string, codes ...string) {
		for _, c := range codes {
			want[prefix+c] = true
		}
	}
	for _, track := range Tracks() {
		add("plan.track.", string(track))
	}
	for _, s := range States() {
		add("plan.state.", string(s))
		for _, c := range Commands() {
			if !slices.Contains(movesOf(c).from, s) {
				add("plan.cannot.", string(c)+"."+string(s))
			}
		}
	}
	for _, c := range Commands() {
		add("plan.not_yours.", string(c))
		if !slices.Contains(movesOf(c).by, Succession) {
			add("plan.command.", string(c))
		}
	}
	for _, c := range Covers() {
		add("plan.cover.", string(c))
	}
	for _, w := range Whats() {
		if w != ActivityChanged && w != SIPChanged {
			add("plan.change.", string(w))
		}
	}
	for _, f := range ActivityFields() {
		add("plan.change.activity.", string(f))
	}
	sv, en := texts(t, "plan.sv"), texts(t, "plan.en")
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if sv[key] == "" || en[key] == "" {
			t.Errorf("%s: sv %q, en %q", key, sv[key], en[key])
		} else if a, b := placeholders(sv[key]), placeholders(en[key]); !slices.Equal(a, b) {
			t.Errorf("%s: sv takes %v, en %v", key, a, b)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(sv)) {
		if !want[key] {
			t.Errorf("%s is asked for by nobody", key)
		}
	}
	if len(sv) != len(en) {
		t.Errorf("%d texts in sv, %d in en", len(sv), len(en))
	}
}

func movesOf(c Command) move {
	return moves[slices.IndexFunc(moves, func(m move) bool { return m.command == c })]
}

func texts(t *testing.T, name string) map[string]string {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("..", "web", "locale", name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var found map[string]string
	if err := yaml.Unmarshal(file, &found); err != nil {
		t.Fatal(err)
	}
	return found
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// literalKeys are the keys that stand whole in the source of the package.
func literalKeys(t *testing.T, area string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	literal := regexp.MustCompile(`"(` + area + `\.[a-z0-9_.]*[a-z0-9])"`)
	keys := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literal.FindAllSubmatch(source, -1) {
			keys[string(m[1])] = true
		}
	}
	return keys
}
