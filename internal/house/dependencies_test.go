package house

import (
	"encoding/json"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestEveryDependencyHasItsReason: what we depend on is named in a decision under
// docs/adr that says why, who keeps it and what it would cost to do without.
func TestEveryDependencyHasItsReason(t *testing.T) {
	all, err := paths()
	if err != nil {
		t.Fatal(err)
	}
	var decisions strings.Builder
	for _, p := range all {
		if strings.HasPrefix(p, "docs/adr/") {
			decisions.WriteString(read(t, p))
		}
	}
	for _, name := range dependencies(t, all) {
		if !strings.Contains(decisions.String(), "`"+name+"`") {
			t.Errorf("no decision in docs/adr names `%s`", name)
		}
	}
}

// dependencies are the direct ones: what go.mod requires without the mark
// "indirect", its tools, and what each package.json asks for.
func dependencies(t *testing.T, all []string) []string {
	t.Helper()
	var names []string
	for line := range strings.Lines(read(t, "go.mod")) {
		if m := required.FindStringSubmatch(line); m != nil && !strings.Contains(line, "// indirect") {
			names = append(names, m[1])
		}
	}
	if len(names) == 0 {
		t.Fatal("no dependencies found: go.mod is written in a form this test does not read")
	}
	for _, p := range all {
		if path.Base(p) != "package.json" {
			continue
		}
		var asks struct{ Dependencies, DevDependencies map[string]string }
		if err := json.Unmarshal([]byte(read(t, p)), &asks); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		for _, some := range []map[string]string{asks.Dependencies, asks.DevDependencies} {
			for name, version := range some {
				names = append(names, name)
				if !exact.MatchString(version) {
					t.Errorf("%s: %s is asked for as %q: pin one version", p, name, version)
				}
			}
		}
	}
	return names
}

// required is a line of go.mod that names a module or a tool: a path that opens
// with a host, whatever stands before and after it.
var required = regexp.MustCompile(`^(?:\t|require |tool )([a-z0-9-]+\.[a-z.]+/\S+)(?: v\S+)?\s*(?://.*)?$`)

var exact = regexp.MustCompile(`^\d+\.\d+\.\d+(-[\w.]+)?$`)

// TestLockFilesNameNoHost: where packages are fetched from is the machine's matter.
func TestLockFilesNameNoHost(t *testing.T) {
	all, err := paths()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if path.Base(p) == "package-lock.json" && strings.Contains(read(t, p), `"resolved"`) {
			t.Errorf("%s names where packages were fetched: run npm install --omit-lockfile-registry-resolved", p)
		}
	}
}
