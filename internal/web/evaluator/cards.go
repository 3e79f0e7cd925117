package evaluator

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

// figureFile is the numbers of one figure as a file.
func (p *Pages) figureFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	frame := layout.FrameOf(r, "evaluator.home.title")
	cards, all, err := p.cards(r, frame, actor)
	if err != nil {
		return err
	}
	for _, c := range cards {
		if r.PathValue("file") == c.Sheet.Name+".csv" && all.All() >= steering.LeastGroup {
			return layout.File(w, frame.Printer, c.Sheet)
		}
	}
	return fault.New(fault.NotFound, "fault.not_found")
}

// cards is every figure of the room, in its order, and how many have been assessed.
func (p *Pages) cards(r *http.Request, f layout.Frame, actor access.Actor) ([]card, steering.Count, error) {
	mapping, err := p.office.SeeMapping(r.Context(), actor)
	if err != nil {
		return nil, steering.Count{}, err
	}
	var cards []card
	add := func(name, title string, counts []steering.Count, label func(string) string, tone func(string) chart.Tone) error {
		c, err := counted(f, name, title, counts, label, tone)
		cards = append(cards, c)
		return err
	}
	for _, m := range mapping.Margins {
		title := f.Text("evaluator.margin."+string(m.Of), headline(f, m)...)
		if err := add(string(m.Of), title, m.Counts, labels(f, m.Of), func(string) chart.Tone { return tones[m.Of] }); err != nil {
			return nil, mapping.Assessed, err
		}
	}
	if err := add("exits", f.Text("evaluator.exits"), steering.InOrder(mapping.Exits, followup.ExitKinds()),
		func(code string) string { return f.Text("followup.exit." + code) },
		func(code string) chart.Tone { return workOr(followup.ExitKind(code).IsWorkOrStudies()) }); err != nil {
		return nil, mapping.Assessed, err
	}
	err = add("outcomes", f.Text("evaluator.outcomes"), steering.InOrder(mapping.Outcomes, followup.Standings()),
		func(code string) string { return f.Text("followup.standing." + code) },
		func(code string) chart.Tone { return workOr(followup.Standing(code).IsWorkOrStudies()) })
	return cards, mapping.Assessed, err
}

var tones = map[casework.MarginKind]chart.Tone{
	casework.ByAbility: chart.Work, casework.ByHealth: chart.Plum, casework.BySwedish: chart.Sky,
	casework.ByStep: chart.Work, casework.ByCause: chart.Social,
}

func workOr(work bool) chart.Tone {
	if work {
		return chart.Work
	}
	return chart.Quiet
}

// labels are the words of each code of the margin.
func labels(f layout.Frame, of casework.MarginKind) func(string) string {
	return func(code string) string {
		if code == casework.NotSaid {
			return f.Text("evaluator.not_said")
		}
		switch of {
		case casework.ByAbility:
			hours, _ := strconv.Atoi(code) // the codes are the bands, in figures
			return f.Text("evaluator.ability.up_to", "Hours", f.Hours(hours))
		case casework.ByHealth:
			return f.Code("evaluator.health.", code)
		case casework.BySwedish:
			return f.Code("evaluator.swedish.", code)
		case casework.ByCause:
			return f.Text("catalogue.main_cause." + code)
		}
		return f.Text("evaluator.step", "Step", code, "Name", f.Text("followup.step."+code))
	}
}

// headline is what the statement above a margin says: the share of one of its lines.
func headline(f layout.Frame, m casework.Margin) []any {
	of := map[casework.MarginKind]string{casework.ByAbility: "40", casework.ByHealth: casework.NoIllHealth,
		casework.BySwedish: "no_limits", casework.ByStep: "5", casework.ByCause: "unemployment"}[m.Of]
	all := steering.Sum(m.Counts)
	for _, c := range m.Counts {
		if c.Code == of && all.All() >= steering.LeastGroup && c.All() >= steering.LeastGroup && all.All()-c.All() >= steering.LeastGroup {
			return []any{"Share", f.Percent(steering.Share(c.All(), all.All()))}
		}
	}
	return []any{"Share", f.Text("evaluator.few")}
}

// counted is a figure of counts by gender, with a bar for each that may be shown.
func counted(f layout.Frame, name, title string, counts []steering.Count, label func(string) string, tone func(string) chart.Tone) (card, error) {
	sheet, withheld, err := layout.GenderSheet(f.Printer, name, f.Text("evaluator.what"), counts, label, steering.SumsToo)
	if err != nil {
		return card{}, err
	}
	bars := chart.Bars{ID: "margin-" + name, What: f.Text("evaluator.what"), Measure: f.Text("layout.all")}
	for i, c := range counts {
		bar := chart.Bar{Label: label(c.Code), Text: f.Text("layout.withheld"), Tone: tone(c.Code)}
		if sum, shown := sheet.Rows[i][len(sheet.Columns)-1].(int); shown {
			bar.Value, bar.Text = float64(sum), f.Number(int64(sum))
		}
		bars.Bars = append(bars.Bars, bar)
	}
	picture := bars.Figure(f.Printer, title)
	caption := picture.Table.Caption
	picture.Table = sheet.Table(f.Printer)
	picture.Table.Caption = caption
	if withheld {
		picture = picture.With(f.Text("layout.withheld_note", "Least", steering.LeastGroup))
	}
	return card{sheet, picture.AsFile("/evaluator/figures/"+name+".csv", f.Text("layout.as_file"))}, nil
}
