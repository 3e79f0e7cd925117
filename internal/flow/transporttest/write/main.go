package main

import (
	"flag"
	"fmt"
	"os"

	"fotfaste/internal/flow/transporttest"
)

func main() {
	participants := flag.Int("participants", 20_000, "how many participants")
	interventions := flag.Int("interventions", 900, "how many interventions")
	degree := flag.Int("degree", 40, "about how many edges a participant")
	seed := flag.Uint("seed", 1, "the same seed makes the same files")
	flag.Parse()
	p := transporttest.Make(*participants, *interventions, *degree, uint32(*seed))
	if err := transporttest.Write(flag.Arg(0), p); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
	fmt.Printf("%d participants, %d interventions, %d edges\n", len(p.Supply), len(p.Capacity), len(p.To))
}
