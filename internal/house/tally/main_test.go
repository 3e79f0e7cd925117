package main

import (
	"strings"
	"testing"
)

func TestTally(t *testing.T) {
	for _, c := range []struct {
		name, in   string
		fine       bool
		says, hush []string
	}{
		{
			name: "a package that passes says one line",
			in: `{"Action":"output","Package":"fotfaste/internal/law","Test":"TestRate","Output":"a word\n"}
{"Action":"pass","Package":"fotfaste/internal/law","Test":"TestRate"}
{"Action":"output","Package":"fotfaste/internal/law","Output":"PASS\n"}
{"Action":"pass","Package":"fotfaste/internal/law","Elapsed":1.25}
{"Action":"skip","Package":"fotfaste/cmd/fotfaste"}
`,
			fine: true,
			says: []string{"ok   internal/law", "1 tests", "1 packages with tests, 0 of them broken", "\n1 passed, 0 failed\n"},
			hush: []string{"a word", "PASS", "cmd/fotfaste"},
		},
		{
			name: "a failing test is heard, its passing neighbour is not",
			in: `{"Action":"output","Package":"fotfaste/internal/law","Test":"TestA","Output":"from A\n"}
{"Action":"pass","Package":"fotfaste/internal/law","Test":"TestA"}
{"Action":"output","Package":"fotfaste/internal/law","Test":"TestB","Output":"from B\n"}
{"Action":"fail","Package":"fotfaste/internal/law","Test":"TestB"}
{"Action":"output","Package":"fotfaste/internal/law","Output":"-test.shuffle 42\n"}
{"Action":"fail","Package":"fotfaste/internal/law"}
`,
			says: []string{"from B", "-test.shuffle 42", "FAIL internal/law", "1 passed, 1 failed"},
			hush: []string{"from A"},
		},
		{
			name: "a package that does not build has failed",
			in: `{"ImportPath":"fotfaste/internal/law","Action":"build-output","Output":"law.go:1: syntax error\n"}
{"ImportPath":"fotfaste/internal/law","Action":"build-fail"}
{"Action":"fail","Package":"fotfaste/internal/law","FailedBuild":"fotfaste/internal/law"}
`,
			says: []string{"law.go:1: syntax error", "0 passed, 1 failed"},
		},
		{
			name: "no test at all is not fine",
			in:   "no packages to test\n",
			says: []string{"no packages to test", "0 passed, 0 failed"},
		},
		{
			name: "a skipped test is counted",
			in: `{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"skip","Package":"p","Test":"TestB"}
{"Action":"pass","Package":"p"}`,
			fine: true,
			says: []string{"1 passed, 0 failed, 1 skipped"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			fine, err := tally(strings.NewReader(c.in), &out)
			if err != nil || fine != c.fine {
				t.Errorf("fine %v, err %v, want %v", fine, err, c.fine)
			}
			for _, want := range c.says {
				if !strings.Contains(out.String(), want) {
					t.Errorf("does not say %q:\n%s", want, out.String())
				}
			}
			for _, not := range c.hush {
				if strings.Contains(out.String(), not) {
					t.Errorf("says %q:\n%s", not, out.String())
				}
			}
		})
	}
}
