package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// outcome is what the tests made of a change.
type outcome string

const (
	caught      outcome = "caught"
	survived    outcome = "SURVIVED"
	uncompiled  outcome = "does not compile"
	leftOut     outcome = "left out: only capacity"
	outOfTime   outcome = "caught by the time limit"
	noSuchTests outcome = ""
)

// trial runs the tests of one package on changed files.
type trial struct {
	root   string // folder of go.mod
	folder string // of the package, from the root
	only   string // changes whose place contains this
	rapid  bool   // the tests use pgregory.net/rapid
	limit  time.Duration
}

// run is what the tests made of the change, and the first test that noticed.
func (t trial) run(ctx context.Context, c change, changed []byte) (outcome, string, error) {
	room, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return noSuchTests, "", err
	}
	defer os.RemoveAll(room)
	overlay, err := t.overlay(room, c, changed)
	if err != nil {
		return noSuchTests, "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 4*t.limit) // the compiler's time too
	defer cancel()
	said, err := t.test(ctx, "-overlay", overlay)
	var exit *exec.ExitError
	switch {
	case err == nil:
		return survived, "", nil
	case ctx.Err() != nil || strings.Contains(said, "panic: test timed out"):
		return outOfTime, "", nil
	case !errors.As(err, &exit):
		return noSuchTests, "", err
	case strings.Contains(said, "[build failed]"), strings.Contains(said, "[setup failed]"):
		return uncompiled, "", nil
	}
	return caught, firstFailure(said), nil
}

// test runs the tests; the arguments go before the package.
func (t trial) test(ctx context.Context, arguments ...string) (said string, err error) {
	arguments = append([]string{"test", "-short", "-count=1", "-failfast", "-vet=off", "-ldflags=-s -w", "-timeout", t.limit.String()}, arguments...)
	arguments = append(arguments, "./"+t.folder)
	if t.rapid {
		// The same cases for every change; a failing case is neither made small nor kept.
		arguments = append(arguments, "-args", "-rapid.seed=1", "-rapid.nofailfile", "-rapid.shrinktime=1ms")
	}
	command := exec.CommandContext(ctx, "go", arguments...)
	command.Dir = t.root
	out, err := command.CombinedOutput()
	return string(out), err
}

// overlay is the file that tells the compiler to read the changed file.
func (t trial) overlay(room string, c change, changed []byte) (string, error) {
	root, err := filepath.Abs(t.root)
	if err != nil {
		return "", err
	}
	instead := filepath.Join(room, filepath.Base(c.file))
	if err := os.WriteFile(instead, changed, 0o600); err != nil {
		return "", err
	}
	text, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(root, c.file): instead}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(room, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o600)
}

var failure = regexp.MustCompile(`(?m)^\s*--- FAIL: ([^\s(]+)`)

// firstFailure is the first test that failed, as a person looks for it.
func firstFailure(said string) string {
	if found := failure.FindStringSubmatch(said); found != nil {
		return found[1]
	}
	return "the program does not start"
}
