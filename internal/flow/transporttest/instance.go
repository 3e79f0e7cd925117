package transporttest

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"fotfaste/internal/flow"
)

// Make is an instance of so many participants and interventions, with about so many edges
// a participant.
func Make(participants, interventions, degree int, seed uint32) flow.Problem {
	draw := newMersenne(seed)
	p := flow.Problem{Supply: make([]int64, participants), Capacity: make([]int64, interventions), First: make([]int32, 1, participants+1)}
	sum := 0
	for i := range p.Supply {
		n := draw.between(1, 4)
		p.Supply[i] = int64(n)
		sum += n
	}
	for i := range p.Capacity {
		p.Capacity[i] = 1
	}
	for range int(0.6*float64(sum)) - interventions {
		p.Capacity[int(float64(interventions)*math.Pow(draw.share(), 1.5))]++
	}
	worth := make([]int, interventions)
	for i := range worth {
		worth[i] = draw.between(1, 500)
	}
	for range participants {
		edges := draw.sample(interventions, min(interventions, max(1, int(draw.normal(float64(degree), float64(degree)/4)))))
		slices.Sort(edges)
		for _, i := range edges {
			p.To = append(p.To, int32(i))
			p.Gain = append(p.Gain, int64(worth[i]+draw.between(0, 499)))
		}
		p.First = append(p.First, int32(len(p.To)))
	}
	return p
}

// Write writes the instance into a folder, as supply.csv, capacity.csv and edges.csv.
func Write(folder string, p flow.Problem) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return errFirst(
		write(folder, "supply.csv", "participant,quanta", func(out *bufio.Writer) { numbered(out, p.Supply) }),
		write(folder, "capacity.csv", "intervention,quanta", func(out *bufio.Writer) { numbered(out, p.Capacity) }),
		write(folder, "edges.csv", "participant,intervention,gain", func(out *bufio.Writer) {
			for i := range p.Supply {
				for e := p.First[i]; e < p.First[i+1]; e++ {
					fmt.Fprintf(out, "%d,%d,%d\n", i, p.To[e], p.Gain[e])
				}
			}
		}),
	)
}

func numbered(out *bufio.Writer, quanta []int64) {
	for i, n := range quanta {
		fmt.Fprintf(out, "%d,%d\n", i, n)
	}
}

func write(folder, name, heading string, rows func(*bufio.Writer)) error {
	file, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, heading)
	rows(out)
	return errFirst(out.Flush(), file.Close())
}

func errFirst(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
