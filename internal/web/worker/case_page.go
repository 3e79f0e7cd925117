package worker

import (
	"html/template"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

// casePage is what every page of a case has above its own: who it is about in five
// seconds, and the tabs that the reader may open.
type casePage struct {
	Head layout.Head
	Tabs layout.Tabs
}

// tabs of a case, in their order, with the part that each needs.
var tabs = []struct {
	part access.Part
	page string // of the address
}{
	{access.Overview, ""},
	{access.Eligibility, "eligibility"},
	{access.Assessment, "assessment"},
	{access.Decisions, "decisions"},
	{access.Plan, "plan"},
	{access.Placements, "placements"},
	{access.Attendance, "attendance"},
	{access.Compensation, "compensation"},
	{access.Household, "household"},
	{access.Contacts, "contacts"},
	{access.Outcomes, "outcomes"},
	{access.Readers, "readers"},
}

// casePageOf makes it, with the tab of the part marked.
func casePageOf(f layout.Frame, h casework.Header, here access.Part, today period.Day) casePage {
	c := h.Case
	if f.Form != nil {
		f.Form.Current(c.Version)
	}
	page := casePage{
		Head: layout.Head{
			Eyebrow: f.Text("worker.case.eyebrow", "Number", c.Number, "State", f.Code("casefile.state.", c.State)),
			Title:   f.Text("worker.case.name_age", "Name", h.Person.Name(), "Age", h.Person.Age(today)),
		},
		Tabs: layout.Tabs{Label: f.Text("worker.case.tabs")},
	}
	// The goal, the ladder and the hours belong to the overview: who may open another
	// part alone does not see them above it.
	if sees(h, access.Overview) {
		page.Head.Quote, page.Head.Ladder, page.Head.Tags = c.Goal, ladderMark(c), caseTags(f, h, today)
	} else if h.Person.Protection.Hides() {
		page.Head.Tags = []layout.Tag{{Text: f.Code("person.protection.", h.Person.Protection), Tone: layout.Wrong}}
	}
	if here == access.Overview {
		page.Head.Actions = nextSteps(f, h)
	}
	for _, tab := range tabs {
		for _, may := range h.Parts {
			if may == tab.part {
				page.Tabs.Links = append(page.Tabs.Links, layout.Link{
					Text: f.Code("case_part.", tab.part), Href: casePath(c.ID, tab.page), Current: tab.part == here,
				})
			}
		}
	}
	return page
}

// ladderMark is the small picture of the step beside the name, "" before the first.
func ladderMark(c casefile.Case) template.HTML {
	if c.LadderStep == 0 {
		return ""
	}
	return chart.Steps(c.LadderStep)
}

func caseTags(f layout.Frame, h casework.Header, today period.Day) []layout.Tag {
	c := h.Case
	var tags []layout.Tag
	add := func(tone layout.Tone, key string, pairs ...any) {
		tags = append(tags, layout.Tag{Text: f.Text(key, pairs...), Tone: tone})
	}
	if h.Person.Protection.Hides() {
		tags = append(tags, layout.Tag{Text: f.Code("person.protection.", h.Person.Protection), Tone: layout.Wrong})
	}
	if c.LadderStep > 0 {
		add(layout.Good, "worker.case.step", "Step", c.LadderStep)
	}
	if c.IsAssessed() {
		add(layout.Plain, "worker.case.ability", "Hours", c.AbilityHours)
		tone := layout.Good
		if !c.IsFullyActive() {
			tone = layout.Ask
		}
		if c.State == casefile.Granted || c.State == casefile.Active {
			add(tone, "worker.case.planned", "Planned", c.PlannedHours, "Ability", c.AbilityHours)
		}
	}
	if n := len(person.ChildrenOn(h.Children, today)); n > 0 {
		add(layout.Plain, "worker.case.children", "Count", n)
	}
	if h.Person.Language != "sv" {
		tags = append(tags, layout.Tag{Text: f.Code("language.", h.Person.Language)})
	}
	if h.ManagerName != "" {
		add(layout.Plain, "worker.case.manager", "Name", h.ManagerName)
	}
	if c.NextContactOn != nil {
		tone := layout.Plain
		if *c.NextContactOn < today {
			tone = layout.Ask
		}
		add(tone, "worker.case.next_contact", "Day", *c.NextContactOn)
	}
	return tags
}
