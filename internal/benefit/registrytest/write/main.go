package main

import (
	"flag"
	"fmt"
	"os"

	"fotfaste/internal/benefit/registrytest"
)

func main() {
	people := flag.Int("people", 400_000, "how many people")
	seed := flag.Uint64("seed", 1, "the same seed makes the same file")
	order := flag.String("order", string(registrytest.ByMonth), "of the rows: person, month or mixed")
	flag.Parse()
	rows, err := registrytest.Write(os.Stdout, *seed, registrytest.Lives(*seed, *people), registrytest.Order(*order))
	if err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
	fmt.Fprintln(os.Stderr, rows)
}
