package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"fotfaste/internal/flow"
	"fotfaste/internal/flow/transporttest"
)

// tries is how often each is solved: the least is told.
const tries = 3

func main() {
	match := flag.String("match", "bin/fotfaste", "the program whose command match is measured")
	other := flag.String("other", "", "a program that solves the files of a folder and writes the optimum and its seconds")
	sizes := flag.String("sizes", "2000:180,6300:400,20000:900,63000:2800,200000:9000", "participants and interventions")
	flag.Parse()
	if err := table(*match, *other, strings.Split(*sizes, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(1)
	}
}

func table(match, other string, sizes []string) error {
	fmt.Println("| participants | interventions | edges | solve, cpu s | ns an edge | LEMON, cpu s | whole command, cpu s | peak MB |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	var wrong error
	for _, size := range sizes {
		var participants, interventions int
		if _, err := fmt.Sscanf(size, "%d:%d", &participants, &interventions); err != nil {
			return fmt.Errorf("%q is not PARTICIPANTS:INTERVENTIONS", size)
		}
		if err := row(match, other, participants, interventions); err != nil {
			wrong = errors.Join(wrong, fmt.Errorf("%s: %w", size, err))
		}
	}
	return wrong
}

// row measures one size, ours and the other in turn.
func row(match, other string, participants, interventions int) error {
	folder, err := os.MkdirTemp("", "growth")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	p := transporttest.Make(participants, interventions, 40, 1)
	if err := transporttest.Write(folder, p); err != nil {
		return err
	}
	mine, theirs := math.Inf(1), math.Inf(1)
	var ours *flow.Plan
	var wrong error
	for range tries {
		begun := cpuSeconds()
		if ours, err = flow.Solve(p); err != nil {
			return err
		}
		mine = min(mine, cpuSeconds()-begun)
		if other == "" {
			continue
		}
		out, err := exec.Command(other, folder).Output()
		if err != nil {
			return err
		}
		var optimum int64
		var seconds float64
		if _, err := fmt.Sscan(string(out), &optimum, &seconds); err != nil {
			return err
		}
		if optimum != ours.Objective {
			wrong = fmt.Errorf("%d here and %d there", ours.Objective, optimum)
		}
		theirs = min(theirs, seconds)
	}
	if mine > theirs {
		wrong = errors.Join(wrong, errors.New("the other was faster"))
	}
	whole, used, err := command(match, folder, ours)
	beside := "-"
	if other != "" {
		beside = fmt.Sprintf("%.3f", theirs)
	}
	fmt.Printf("| %d | %d | %d | %.3f | %.0f | %s | %.2f | %.0f |\n",
		participants, interventions, len(p.To), mine, mine*1e9/float64(len(p.To)), beside, whole, used)
	return errors.Join(wrong, err)
}

// command runs match on the files, and wants the same optimum of it.
func command(match, folder string, ours *flow.Plan) (seconds, megabytes float64, err error) {
	run := exec.Command(match, "match", "--json", "--supply", filepath.Join(folder, "supply.csv"),
		"--capacity", filepath.Join(folder, "capacity.csv"), "--edges", filepath.Join(folder, "edges.csv"))
	out, err := run.Output()
	if err != nil {
		return 0, 0, err
	}
	var said struct {
		Objective   int64
		Certificate string
	}
	if err := json.Unmarshal(out, &said); err != nil {
		return 0, 0, err
	}
	if said.Objective != ours.Objective || said.Certificate != "optimal" {
		err = fmt.Errorf("the command says %d, %s", said.Objective, said.Certificate)
	}
	ended := run.ProcessState
	return (ended.UserTime() + ended.SystemTime()).Seconds(), peak(ended), err
}
