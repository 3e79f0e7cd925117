package flow_test

import (
	"testing"

	"fotfaste/internal/flow"
	"fotfaste/internal/flow/transporttest"
)

// LEMON finds the same optima of these instances (make match-speed).
func TestKnownOptima(t *testing.T) {
	for _, c := range []struct {
		participants, interventions int
		objective, quanta           int64
	}{
		{2_000, 180, 2_282_262, 3_001},
		{20_000, 900, 22_426_937, 30_024},
	} {
		plan, err := flow.Solve(transporttest.Make(c.participants, c.interventions, 40, 1))
		if err != nil {
			t.Fatal(err)
		}
		if plan.Objective != c.objective || plan.Quanta != c.quanta {
			t.Errorf("%d participants: %d for %d quanta, want %d for %d", c.participants, plan.Objective, plan.Quanta, c.objective, c.quanta)
		}
	}
}

func BenchmarkSolve(b *testing.B) {
	for _, c := range []struct {
		name                        string
		participants, interventions int
	}{{"2000", 2_000, 180}, {"20000", 20_000, 900}} {
		p := transporttest.Make(c.participants, c.interventions, 40, 1)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := flow.Solve(p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A municipality of 4 000 in which one participant after the other has other quanta and
// other gains.
func BenchmarkChange(b *testing.B) {
	p := transporttest.Make(4_000, 260, 40, 1)
	solver, _, err := flow.Start(p)
	if err != nil {
		b.Fatal(err)
	}
	participant := 0
	for b.Loop() {
		var edges []flow.Edge
		for e := p.First[participant]; e < p.First[participant+1]; e++ {
			edges = append(edges, flow.Edge{To: p.To[e], Gain: 1 + (p.Gain[e]*7+int64(participant))%1_000})
		}
		if _, err := solver.Change(participant, 1+int64(participant)%4, edges); err != nil {
			b.Fatal(err)
		}
		participant = (participant + 61) % len(p.Supply)
	}
}
