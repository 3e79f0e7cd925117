package manager

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/steering"
	"fotfaste/internal/throughput"
	"fotfaste/internal/web/layout"
)

func stuckSheet(f layout.Frame, v casework.Stops) layout.Sheet {
	s := layout.Sheet{Name: "stuck", Columns: []string{f.Text("stops.intervention"), f.Text("stops.provider"), f.Text("stops.there"),
		f.Text("stops.over"), f.Text("stops.long", "Months", throughput.LongMonths), f.Text("stops.out"), f.Text("stops.longest_weeks"), f.Text("stops.next")}}
	for _, row := range v.Stuck {
		_, next := stuckWords(f, row)
		s.Rows = append(s.Rows, []any{row.Name, row.ProviderName, row.GoingOn, row.OverTime, row.Long, row.Out, row.Longest, next})
	}
	return s
}

func unusedSheet(f layout.Frame, v casework.Stops) layout.Sheet {
	s := layout.Sheet{Name: "unused", Columns: []string{f.Text("stops.intervention"), f.Text("stops.provider"), f.Text("stops.kind"),
		f.Text("stops.hours"), f.Text("stops.queue_here"), f.Text("stops.queue_elsewhere"), f.Text("stops.next")}}
	for _, row := range v.Unused {
		s.Rows = append(s.Rows, []any{row.Name, row.ProviderName, f.Code("catalogue.kind.", row.Kind), row.Hours, row.InQueue, row.Elsewhere,
			f.Code("throughput.next.", row.Waits)})
	}
	return s
}

func unmetSheet(f layout.Frame, v casework.Stops) layout.Sheet {
	s := layout.Sheet{Name: "unmet", Columns: []string{f.Text("stops.kind"), f.Text("need.who"), f.Text("need.wanted"), f.Text("need.free"),
		f.Text("stops.missing"), f.Text("stops.next")}}
	for _, n := range v.Unmet {
		s.Rows = append(s.Rows, []any{f.Code("catalogue.kind.", n.Kind), n.People, n.Wanted, n.Free, n.Wanted - n.Free,
			f.Text("stops.next_unmet", "Hours", f.Hours(n.Wanted-n.Free))})
	}
	return s
}

// flowsSheet is the flow of every intervention, small groups withheld as on its page, and
// all of it where too few were referred there.
func flowsSheet(f layout.Frame, v casework.Stops) (layout.Sheet, error) {
	s := layout.Sheet{Name: "flows", Columns: []string{f.Text("stops.intervention"), f.Text("stops.provider"), f.Text("flow_page.in"), f.Text("flow_page.began")}}
	for _, stage := range throughput.Stages() {
		s.Columns = append(s.Columns, f.Code("throughput.stage.", stage))
	}
	s.Columns = append(s.Columns, f.Text("flow_page.wait_days"), f.Text("flow_page.stay_weeks"), f.Text("flow_page.up"), f.Text("flow_page.left"))
	for _, row := range v.Flows {
		stages, err := stageValues(row.Flow)
		if err != nil {
			return s, err
		}
		values := append([]any{row.Name, row.ProviderName}, stages...)
		values = append(values, enough(row.Wait.All.Persons, row.Wait.All.Days), enough(row.Stay.All.Persons, row.Stay.All.Weeks()),
			shareValue(row.Up), shareValue(row.Left))
		if row.All() < steering.LeastGroup {
			for i := range values[2:] {
				values[2+i] = layout.Withheld{}
			}
		}
		s.Rows = append(s.Rows, values)
	}
	return s, nil
}

// stageValues are how many were referred, how many began, and how many are at each stage.
// Those who began are a sum of stages, shown where each of them is.
func stageValues(flow throughput.Flow) ([]any, error) {
	counts := make([]int, len(flow.Stages))
	for i, c := range flow.Stages {
		counts[i] = c.All()
	}
	cross, err := steering.Withhold([][]int{counts}, steering.SumsToo)
	if err != nil {
		return nil, err
	}
	values := []any{layout.CellValue(cross.RowSums[0]), flow.Began()}
	for i, stage := range throughput.Stages() {
		cell := cross.Cells[0][i]
		if stage.Began() && cell.Withheld {
			values[1] = layout.Withheld{}
		}
		values = append(values, layout.CellValue(cell))
	}
	return values, nil
}

// shareValue is the share, or nothing of nobody, or that it is withheld.
func shareValue(of throughput.Share) any {
	if of.Withheld() {
		return layout.Withheld{}
	}
	return enough(of.All(), layout.Share(steering.Share(of.Yes.All(), of.All())))
}

// enough is the value, or nothing of nobody, or that the persons are too few.
func enough(persons int, value any) any {
	switch {
	case persons == 0:
		return ""
	case persons < steering.LeastGroup:
		return layout.Withheld{}
	}
	return value
}
