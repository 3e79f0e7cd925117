package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	fine, err := tally(os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "tally:", err)
	}
	if err != nil || !fine {
		os.Exit(1)
	}
}

// event is a line of go test -json; see go doc test2json and go help buildjson.
type event struct {
	Action     string
	Package    string
	ImportPath string // of what did not build
	Test       string // empty for the package itself
	Elapsed    float64
	Output     string
}

// count is what has been heard of one package and has not been told yet.
type count struct {
	passed, failed, skipped int
	said                    map[string]*strings.Builder // by test
	order                   []string                    // of said
}

func (c *count) hear(test, output string) {
	b, known := c.said[test]
	if !known {
		b = &strings.Builder{}
		c.said[test] = b
		c.order = append(c.order, test)
	}
	b.WriteString(output)
}

// forget drops what a test said that went well.
func (c *count) forget(test string) { delete(c.said, test) }

func tally(in io.Reader, out io.Writer) (fine bool, err error) {
	packages := map[string]*count{}
	passed, failed, skipped, tested, broken := 0, 0, 0, 0, 0
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			break
		}
		if err != nil && err != io.EOF {
			return false, err
		}
		var e event
		if json.Unmarshal(line, &e) != nil || e.Action == "" {
			fmt.Fprintf(out, "%s", line) // a word from the go command itself
			continue
		}
		if e.Action == "build-output" {
			fmt.Fprint(out, e.Output)
			continue
		}
		c := packages[e.Package]
		if c == nil {
			c = &count{said: map[string]*strings.Builder{}}
			packages[e.Package] = c
		}
		if e.Action == "output" {
			c.hear(e.Test, e.Output)
			continue
		}
		if e.Test != "" {
			switch e.Action {
			case "pass":
				c.passed++
				c.forget(e.Test)
			case "fail":
				c.failed++
			case "skip":
				c.skipped++
				c.forget(e.Test)
			}
			continue
		}
		// The package is done. One without test files ends with "skip".
		switch e.Action {
		case "pass", "fail":
			tested++
			passed, failed, skipped = passed+c.passed, failed+c.failed, skipped+c.skipped
			word := "ok  "
			if e.Action == "fail" {
				broken++
				word = "FAIL"
				for _, test := range c.order {
					if b := c.said[test]; b != nil {
						fmt.Fprint(out, b.String())
					}
				}
				if c.failed == 0 {
					failed++ // it did not build, or died between tests
				}
			}
			fmt.Fprintf(out, "%s %-46s %4d tests %7.1f s\n", word, strings.TrimPrefix(e.Package, "fotfaste/"), c.passed+c.failed, e.Elapsed)
			delete(packages, e.Package)
		case "skip":
			delete(packages, e.Package)
		}
	}
	fmt.Fprintf(out, "\n%d packages with tests, %d of them broken\n", tested, broken)
	if skipped > 0 {
		fmt.Fprintf(out, "%d passed, %d failed, %d skipped\n", passed, failed, skipped)
	} else {
		fmt.Fprintf(out, "%d passed, %d failed\n", passed, failed)
	}
	return failed == 0 && passed > 0, nil
}
