package manager

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

// clocksCard is what happens within its time: each clock with those in time and those
// late, by gender.
func clocksCard(f layout.Frame, v casework.Figures) (card, error) {
	bars := chart.Bars{ID: "clocks", Most: 1, What: f.Text("manager.what"), Measure: f.Text("manager.clocks.share")}
	var sheet layout.Sheet
	withheld := false
	title, least := "", 1.0
	for _, c := range v.Clocks {
		label := f.Text("manager.clock."+string(c.Kind), "Limit", c.Limit)
		inTime, late := c.InTime, c.Late
		inTime.Code, late.Code = f.Text("manager.clocks.in_time", "Clock", label), f.Text("manager.clocks.late", "Clock", label)
		one, hidden, err := layout.GenderSheet(f.Printer, "clocks", f.Text("manager.what"), []steering.Count{inTime, late},
			func(text string) string { return text }, steering.SumsKnown)
		if err != nil {
			return card{}, err
		}
		if sheet.Columns == nil || len(one.Columns) > len(sheet.Columns) {
			sheet.Name, sheet.Columns = one.Name, one.Columns
		}
		sheet.Rows = append(sheet.Rows, one.Rows[:2]...)
		withheld = withheld || hidden
		tone := chart.Work
		if c.Share() < 0.5 {
			tone = chart.Ask
		}
		all := inTime.All() + late.All()
		bars.Bars = append(bars.Bars, chart.Bar{Label: label, Value: c.Share(), Tone: tone,
			Text: f.Text("manager.clocks.of", "Share", f.Percent(c.Share()), "In", inTime.All(), "All", all)})
		// The one that is kept least is what there is to do something about.
		if title == "" || all > 0 && c.Share() < least {
			title, least = f.Text("manager.clocks.heading."+string(c.Kind), "Share", f.Percent(c.Share()), "Limit", c.Limit), c.Share()
		}
	}
	c := made(f, sheet, bars.Figure(f.Printer, title), withheld)
	return c, nil
}

// coverageCard is planned hours against ability: whose plan fills the week, by ability
// and gender.
func coverageCard(f layout.Frame, v casework.Figures) (card, error) {
	bars := chart.Bars{ID: "coverage", Most: 1, What: f.Text("manager.coverage.ability"), Measure: f.Text("manager.coverage.full")}
	var counts []steering.Count
	planned, able := 0, 0
	for _, c := range v.Coverage {
		hours := f.Text("manager.coverage.up_to", "Hours", f.Hours(c.Ability))
		full := c.Full
		gaps := steering.Count{Women: c.Persons.Women - full.Women, Men: c.Persons.Men - full.Men, Unstated: c.Persons.Unstated - full.Unstated}
		full.Code, gaps.Code = f.Text("manager.coverage.filled", "Ability", hours), f.Text("manager.coverage.gaps", "Ability", hours)
		counts = append(counts, full, gaps)
		share := steering.Share(full.All(), c.Persons.All())
		bars.Bars = append(bars.Bars, chart.Bar{Label: hours, Value: share, Tone: chart.Work,
			Text: f.Text("manager.clocks.of", "Share", f.Percent(share), "In", full.All(), "All", c.Persons.All())})
		planned += c.Planned
		able += c.Ability * c.Persons.All()
	}
	sheet, withheld, err := layout.GenderSheet(f.Printer, "coverage", f.Text("manager.coverage.ability"), counts,
		func(text string) string { return text }, steering.SumsKnown)
	if err != nil {
		return card{}, err
	}
	persons, full := coverage(v.Coverage)
	title := f.Text("manager.coverage.heading", "Full", full.All(), "All", persons.All(), "Share", f.Percent(steering.Share(planned, able)))
	c := made(f, sheet, bars.Figure(f.Printer, title), withheld)
	c.Lists = []layout.Link{{Text: f.Text("manager.coverage.list"), Href: "/manager/cases?state=active&below=yes"}}
	return c, nil
}
