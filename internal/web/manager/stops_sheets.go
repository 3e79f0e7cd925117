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

// flowsSheet is the flow of every intervention. Where too few were referred to one, its
// numbers are withheld, as on its page.
func flowsSheet(f layout.Frame, v casework.Stops) layout.Sheet {
	s := layout.Sheet{Name: "flows", Columns: []string{f.Text("stops.intervention"), f.Text("stops.provider"), f.Text("flow_page.in"), f.Text("flow_page.began")}}
	for _, stage := range throughput.Stages() {
		s.Columns = append(s.Columns, f.Code("throughput.stage.", stage))
	}
	s.Columns = append(s.Columns, f.Text("flow_page.wait_days"), f.Text("flow_page.stay_weeks"), f.Text("flow_page.up"), f.Text("flow_page.left"))
	for _, row := range v.Flows {
		values := []any{row.Name, row.ProviderName, row.All(), row.Began()}
		for _, stage := range throughput.Stages() {
			values = append(values, row.Of(stage))
		}
		values = append(values, enough(row.Wait.All.Persons, row.Wait.All.Days), enough(row.Stay.All.Persons, row.Stay.All.Weeks()),
			enough(row.Up.All(), layout.Share(steering.Share(row.Up.Yes.All(), row.Up.All()))),
			enough(row.Left.All(), layout.Share(steering.Share(row.Left.Yes.All(), row.Left.All()))))
		if row.All() < steering.LeastGroup {
			for i := range values[2:] {
				values[2+i] = layout.Withheld{}
			}
		}
		s.Rows = append(s.Rows, values)
	}
	return s
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
