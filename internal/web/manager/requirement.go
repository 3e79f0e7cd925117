package manager

import (
	"net/http"
	"net/url"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type requirementBody struct {
	Head   layout.Head
	Tabs   layout.Tabs
	Months []form.Option
	Notice *layout.Notice // where it does not apply or nobody has decided it
	Stats  []layout.Stat
	Card   *card
	Why    []layout.Explanation
}

// requirement is how far the plans meet the activity requirement in a month.
func (p *Pages) requirement(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	month := p.readMonth(f)
	v, err := p.office.SeeRequirement(r.Context(), actor, month)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "requirement.title").With(f.Fill("month", month.String()))
	all := steering.Sum(v.Bands)
	quarter := duty.QuarterOf(month)
	if v.IsUnknown {
		quarter = duty.NewestQuarter(p.office.Law, p.now())
	}
	body := requirementBody{
		Tabs: tabsAt(frame, requirementPath), Months: p.monthOptions(frame, month), Notice: p.monthNotice(frame, v, requirementPath),
		Head: layout.Head{Title: monthHeading(frame, v), Lead: frame.Text("requirement.lead"),
			Actions: []layout.Action{{Text: frame.Text("requirement.to_quarter", "Quarter", quarterName(frame, quarter)), Href: quarterPath + "?quarter=" + quarter.String()}}},
	}
	if v.IsUnknown || !v.Rule.Applies {
		return layout.Render(w, r, "manager/requirement", layout.Page[requirementBody]{Frame: frame, Body: body})
	}
	body.Why = ruleWhy(frame, v)
	if all.All() > 0 {
		met := countOfBand(v.Bands, duty.Met)
		body.Head.Title = frame.Text("requirement.heading", "Met", met, "All", all.All(), "Month", monthName(frame, month))
		body.Stats = requirementStats(frame, v, all.All())
		made, err := requirementCard(frame, v, month)
		if err != nil {
			return err
		}
		body.Card = &made
	}
	return layout.Render(w, r, "manager/requirement", layout.Page[requirementBody]{Frame: frame, Body: body})
}

// requirementFile is the numbers of the picture as a file.
func (p *Pages) requirementFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	month := p.readMonth(f)
	if err := f.Err(); err != nil {
		return err
	}
	v, err := p.office.SeeRequirement(r.Context(), actor, month)
	if err != nil {
		return err
	}
	if v.IsUnknown || !v.Rule.Applies {
		return toPage(w, r, requirementPath, f)
	}
	frame := layout.FrameOf(r, "requirement.title")
	made, err := requirementCard(frame, v, month)
	if err != nil {
		return err
	}
	return layout.File(w, frame.Printer, made.Sheet)
}

func countOfBand(bands []steering.Count, band duty.Band) int {
	at := slices.IndexFunc(bands, func(c steering.Count) bool { return c.Code == string(band) })
	if at < 0 {
		return 0
	}
	return bands[at].All()
}

func requirementStats(f layout.Frame, v casework.RequirementFigures, all int) []layout.Stat {
	none := countOfBand(v.Bands, duty.NoActivity)
	stats := []layout.Stat{
		{Value: f.Percent(steering.Share(countOfBand(v.Bands, duty.Met), all)), Text: f.Text("requirement.stat.met"), Detail: f.Text("requirement.stat.met_detail", "All", all)},
		{Value: hoursText(f, v.Short), Text: f.Text("requirement.stat.short"), Detail: f.Text("requirement.stat.short_detail", "Asked", hoursText(f, v.Asked))},
		{Value: f.Number(int64(none)), Text: f.Text("requirement.stat.none"), Detail: f.Text("requirement.stat.none_detail"),
			Href: casesOfBand(v.Rule.Month, duty.NoActivity)},
		{Value: hoursText(f, v.Job), Text: f.Text("requirement.stat.job"), Detail: f.Text("requirement.stat.job_detail")},
	}
	if none > 0 {
		stats[2].Tone = layout.Ask
	}
	return stats
}

// hoursText is hours a week to the nearest whole.
func hoursText(f layout.Frame, h duty.Hours) string { return f.Hours(int((h + 50) / 100)) }

func casesOfBand(month period.Month, band duty.Band) string {
	return requirementPath + "/cases?" + url.Values{"month": {month.String()}, "band": {string(band)}}.Encode()
}

func bandTone(band duty.Band) chart.Tone {
	switch band {
	case duty.Met:
		return chart.Work
	case duty.MostOfIt, duty.HalfOfIt:
		return chart.Sky
	}
	return chart.Ask
}

func requirementCard(f layout.Frame, v casework.RequirementFigures, month period.Month) (card, error) {
	label := func(code string) string { return f.Code("requirement.band.", duty.Band(code)) }
	all := steering.Sum(v.Bands)
	under := countOfBand(v.Bands, duty.LittleOfIt) + countOfBand(v.Bands, duty.NoActivity)
	title := f.Text("requirement.finding", "Under", under, "All", all.All(), "Share", f.Percent(steering.Share(under, all.All())))
	c, err := counted(f, "requirement-"+month.String(), title, v.Bands, label, func(code string) chart.Tone { return bandTone(duty.Band(code)) })
	if err != nil {
		return card{}, err
	}
	c.Figure = c.Figure.AsFile(requirementPath+"/file?month="+month.String(), f.Text("layout.as_file"))
	for _, n := range v.Bands {
		if n.All() > 0 {
			c.Lists = append(c.Lists, layout.Link{Text: label(n.Code), Href: casesOfBand(month, duty.Band(n.Code))})
		}
	}
	return c, nil
}

// ruleWhy is the rule of the month, opened.
func ruleWhy(f layout.Frame, v casework.RequirementFigures) []layout.Explanation {
	rule := v.Rule
	return []layout.Explanation{{
		Text: f.Text("requirement.why.rule"), Value: f.Hours(int(rule.FullHours / 100)), Source: f.Source(rule.Source), Open: true,
		Steps: []layout.Explanation{
			{Text: f.Text("requirement.why.full"), Value: f.Hours(int(rule.FullHours / 100)), How: f.Text("requirement.why.first", "First", monthName(f, rule.First))},
			{Text: f.Text("requirement.why.young", "Age", rule.ChildAge), Value: f.Number(int64(v.Young)), How: f.Text("requirement.why.young_how")},
			{Text: f.Text("requirement.why.beside"), Value: f.Number(int64(v.Beside)), How: f.Text("requirement.why.beside_how")},
			{Text: f.Text("requirement.why.kinds"), How: f.Text("requirement.why.kinds_how")},
			{Text: f.Text("requirement.why.mean"), How: f.Text("requirement.why.mean_how")},
			{Text: f.Text("requirement.why.plan"), How: f.Text("requirement.why.plan_how")},
		},
	}}
}
