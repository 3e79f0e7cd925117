package manager

import "fotfaste/internal/web/layout"

// The pages of the room, as their tabs lead to them.
const (
	homePath        = "/manager"
	needPath        = "/manager/need"
	stopsPath       = "/manager/stops"
	requirementPath = "/manager/requirement"
	dependencePath  = "/manager/dependence"
	savingsPath     = "/manager/savings"
)

// tabsAt are the manager's pages, the one at the path being here.
func tabsAt(f layout.Frame, here string) layout.Tabs {
	tabs := layout.Tabs{Label: f.Text("manager.tabs")}
	for _, t := range []layout.Link{
		{Text: f.Text("manager.home.title"), Href: homePath},
		{Text: f.Text("need.tab"), Href: needPath},
		{Text: f.Text("stops.tab"), Href: stopsPath},
		{Text: f.Text("requirement.tab"), Href: requirementPath},
		{Text: f.Text("dependence.tab"), Href: dependencePath},
		{Text: f.Text("savings.tab"), Href: savingsPath},
	} {
		t.Current = t.Href == here
		tabs.Links = append(tabs.Links, t)
	}
	return tabs
}
