package worker

import (
	"strconv"

	"fotfaste/internal/followup"
	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

// ladderFigure is the way on the function ladder as a picture, nil before the first
// assessment.
func ladderFigure(f layout.Frame, moves []followup.StepMove, today period.Day) *chart.Figure {
	if len(moves) == 0 {
		return nil
	}
	c := chart.Ladder{ID: "ladder", Until: today}
	for step := followup.LowestStep; step <= followup.HighestStep; step++ {
		c.Names[step] = f.Text("worker_overview.step." + strconv.Itoa(step))
	}
	for _, m := range moves {
		c.Points = append(c.Points, chart.LadderPoint{On: m.On, Step: m.To})
	}
	figure := c.Figure(f.Printer, ladderTitle(f, moves, today))
	return &figure
}

// ladderTitle states how many steps it has been, and in how long.
func ladderTitle(f layout.Frame, moves []followup.StepMove, today period.Day) string {
	first, last := moves[0], moves[len(moves)-1]
	key, steps := "worker_overview.ladder.same", last.To-first.To
	switch {
	case steps > 0:
		key = "worker_overview.ladder.up"
	case steps < 0:
		key, steps = "worker_overview.ladder.down", -steps
	}
	months := 0
	for first.On.AddMonths(months+1) <= today {
		months++
	}
	since := f.Text("worker_overview.ladder.months", "Count", months)
	if months == 0 {
		since = f.Text("worker_overview.ladder.under_a_month")
	}
	return f.Text(key, "Count", steps, "Since", since)
}
