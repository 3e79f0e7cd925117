package layout

import (
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

// WeekLinks lead a week back and a week on from a page that shows one, never past
// this week. The page reads the week from its query.
func WeekLinks(p *locale.Printer, week, this period.Week) []Action {
	links := []Action{{Text: p.Text("week.before"), Href: "?week=" + week.AddWeeks(-1).String()}}
	if week < this {
		links = append(links, Action{Text: p.Text("week.after"), Href: "?week=" + week.AddWeeks(1).String()})
	}
	return links
}
