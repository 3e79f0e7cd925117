package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	at := flag.Int("at-once", 2, "how many changes are tried at once")
	limit := flag.Duration("limit", 30*time.Second, "how long the tests may take; longer is caught")
	only := flag.String("only", "", "only changes whose place, as the table has it, contains this: facts.go:9")
	flag.Parse()
	if flag.NArg() == 0 || *at < 1 {
		fmt.Fprintln(os.Stderr, "usage: mutate [-at-once N] [-limit TIME] [-only PLACE] FOLDER...")
		os.Exit(2)
	}
	fine := true
	for _, folder := range flag.Args() {
		t := trial{root: ".", folder: filepath.ToSlash(filepath.Clean(folder)), only: *only, limit: *limit}
		held, err := t.mutate(context.Background(), os.Stdout, *at)
		if err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(2)
		}
		fine = fine && held
	}
	if !fine {
		os.Exit(1)
	}
}

// result is what became of one change.
type result struct {
	outcome outcome
	by      string
	err     error
}

// mutate tries every change of the package and prints what became of each. It is true
// where none survived.
func (t trial) mutate(ctx context.Context, out io.Writer, atOnce int) (bool, error) {
	sources, changes, err := t.look()
	if err != nil {
		return false, err
	}
	if said, err := t.test(ctx); err != nil {
		return false, fmt.Errorf("the tests of %s fail as they are:\n%s", t.folder, said)
	}
	results := make([]chan result, len(changes))
	for i := range results {
		results[i] = make(chan result, 1)
	}
	places := make(chan struct{}, atOnce)
	go func() {
		for i, c := range changes {
			places <- struct{}{}
			go func() {
				defer func() { <-places }()
				if c.left {
					results[i] <- result{outcome: leftOut}
					return
				}
				what, by, err := t.run(ctx, c, c.apply(sources[c.file]))
				results[i] <- result{what, by, err}
			}()
		}
	}()
	count := map[outcome]int{}
	for i, c := range changes {
		r := <-results[i]
		if r.err != nil {
			return false, fmt.Errorf("%s: %w", c, r.err)
		}
		count[r.outcome]++
		is := c.is
		if is == "" {
			is = "nothing"
		}
		fmt.Fprintf(out, "%-46s %-24s %s %s\n", c, c.was+" becomes "+is, r.outcome, r.by)
	}
	fmt.Fprintf(out, "\n%s: %d changes; %d caught, %d of them by the time limit; %d survived; %d do not compile, %d left out\n",
		t.folder, len(changes), count[caught]+count[outOfTime], count[outOfTime], count[survived], count[uncompiled], count[leftOut])
	return count[survived] == 0 && count[caught] > 0, nil
}

// look reads the package: its files that are no tests, and what can be changed in them.
func (t *trial) look() (sources map[string][]byte, changes []change, err error) {
	names, err := filepath.Glob(filepath.Join(t.root, t.folder, "*.go"))
	if err != nil {
		return nil, nil, err
	}
	sources = map[string][]byte{}
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		if strings.HasSuffix(name, "_test.go") {
			t.rapid = t.rapid || strings.Contains(string(source), "\"pgregory.net/rapid\"")
			continue
		}
		file := t.folder + "/" + filepath.Base(name)
		found, err := changesIn(file, source)
		if err != nil {
			return nil, nil, err
		}
		sources[file] = source
		for _, c := range found {
			if strings.Contains(c.String(), t.only) {
				changes = append(changes, c)
			}
		}
	}
	if len(changes) == 0 {
		return nil, nil, fmt.Errorf("nothing to change in %s", t.folder)
	}
	return sources, changes, nil
}
