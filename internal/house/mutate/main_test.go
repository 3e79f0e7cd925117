package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// write makes a module with one package in it.
func write(t *testing.T, files map[string]string) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// A change that no test notices survives, and is named; one that never ends is caught
// by the limit; the tree stays as it was.
func TestMutate(t *testing.T) {
	const rule = "package p\n\nfunc grown(age int) bool { return age >= 18 }\n"
	const loop = "package p\n\nfunc count(n int) (sum int) {\n\tfor i := n; i != 0; i-- {\n\t\tsum++\n\t}\n\treturn sum\n}\n"
	root := write(t, map[string]string{
		"go.mod":      "module small\n\ngo 1.26\n",
		"p/grown.go":  rule,
		"p/loop.go":   loop,
		"p/p_test.go": "package p\n\nimport \"testing\"\n\nfunc TestGrown(t *testing.T) {\n\tif grown(16) || !grown(18) || count(0) != 0 || count(2) != 2 {\n\t\tt.Fail()\n\t}\n}\n",
	})
	var out strings.Builder
	fine, err := trial{root: root, folder: "p", limit: 2 * time.Second}.mutate(t.Context(), &out, 2)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(out.String()), " ")
	if fine {
		t.Error("a change survived, and it is fine")
	}
	for _, want := range []string{
		"p/grown.go:3 >= becomes > caught TestGrown",
		"p/grown.go:3 18 becomes 17 SURVIVED",
		"p/loop.go:4 -- becomes ++ caught by the time limit",
		"1 survived",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, &out)
		}
	}
	out.Reset()
	if fine, err := (trial{root: root, folder: "p", only: "loop.go:5", limit: 2 * time.Second}).mutate(t.Context(), &out, 1); !fine || err != nil || !strings.Contains(out.String(), "p: 1 changes; 1 caught") {
		t.Errorf("one place alone: %v, %v, %s", fine, err, &out)
	}
	if now, err := os.ReadFile(filepath.Join(root, "p/grown.go")); err != nil || string(now) != rule {
		t.Errorf("the file is now %q (%v)", now, err)
	}
}

// Tests that fail as they are, and a package without anything to change, prove nothing.
func TestMutateRefuses(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"a failing test":    {"p/p.go": "package p\n\nvar one = 1\n", "p/p_test.go": "package p\n\nimport \"testing\"\n\nfunc TestOne(t *testing.T) { t.Fail() }\n"},
		"nothing to change": {"p/p.go": "package p\n"},
		"no package":        {},
		"no Go":             {"p/p.go": "p"},
	} {
		files["go.mod"] = "module small\n\ngo 1.26\n"
		var out strings.Builder
		if fine, err := (trial{root: write(t, files), folder: "p", limit: time.Second}).mutate(t.Context(), &out, 1); fine || err == nil {
			t.Errorf("%s: %v, %v, %s", name, fine, err, &out)
		}
	}
}

func TestFirstFailure(t *testing.T) {
	if got := firstFailure("ok\n--- FAIL: TestWeeks (0.00s)\n    --- FAIL: TestWeeks/ill (0.00s)\n"); got != "TestWeeks" {
		t.Errorf("%q", got)
	}
	if got := firstFailure("panic: no\n"); got != "the program does not start" {
		t.Errorf("%q", got)
	}
}
