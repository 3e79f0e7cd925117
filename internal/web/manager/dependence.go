package manager

import (
	"net/http"
	"net/url"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/benefit"
	"fotfaste/internal/casework"
	"fotfaste/internal/law"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type dependenceBody struct {
	Head   layout.Head
	Tabs   layout.Tabs
	Groups []form.Option
	Stats  []layout.Stat
	Cards  []card
	Why    []layout.Explanation
	Files  layout.Table
	Empty  *layout.Empty
}

// dependence is how long the participants have lived on assistance, when they came and now.
func (p *Pages) dependence(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	of := readGroup(f)
	v, err := p.office.SeeDependence(r.Context(), actor, of)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "dependence.title").With(f.Fill("of", string(of)))
	body := dependenceBody{Tabs: tabsAt(frame, dependencePath), Groups: groupOptions(frame), Why: classesWhy(frame, v), Files: filesTable(frame, v.Files),
		Head: layout.Head{Title: frame.Text("dependence.title"), Lead: frame.Text("dependence.lead")}}
	if all := v.Persons.All(); all == 0 {
		body.Empty = &layout.Empty{Title: frame.Text("dependence.none"), Text: frame.Text("dependence.none_help")}
	} else {
		very := v.Classes[slices.IndexFunc(v.Classes, func(c casework.ClassFigure) bool { return c.Class == veryLong })]
		body.Head.Title = frame.Text("dependence.heading", "Now", very.Now.All(), "All", all, "Entry", very.Entry.All())
		for _, c := range v.Classes {
			body.Stats = append(body.Stats, layout.Stat{Value: frame.Percent(steering.Share(c.Now.All(), all)), Text: frame.Code("benefit.class.", c.Class),
				Detail: frame.Text("dependence.stat", "Entry", frame.Percent(steering.Share(c.Entry.All(), all))), Href: dependants(of, c.Class, casework.AtLast)})
		}
		makers := []func(layout.Frame, casework.DependenceFigures, casework.DependenceOf) (card, error){classesCard}
		switch _, withheld, err := classesSheet(frame, v); {
		case err != nil:
			return err
		case !withheld: // shares of the same groups would give the counts that the table withholds
			makers = append(makers, gendersCard)
		}
		for _, make := range makers {
			c, err := make(frame, v, of)
			if err != nil {
				return err
			}
			body.Cards = append(body.Cards, c)
		}
	}
	return layout.Render(w, r, "manager/dependence", layout.Page[dependenceBody]{Frame: frame, Body: body})
}

// veryLong is the class that the heading speaks of.
const veryLong benefit.Class = "very_long_term"

// dependenceFile is the numbers of the picture as a file.
func (p *Pages) dependenceFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	of := readGroup(f)
	if err := f.Err(); err != nil {
		return err
	}
	v, err := p.office.SeeDependence(r.Context(), actor, of)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "dependence.title")
	s, _, err := classesSheet(frame, v)
	if err != nil {
		return err
	}
	return layout.File(w, frame.Printer, s)
}

func readGroup(f *form.Form) casework.DependenceOf {
	var codes []string
	for _, g := range casework.DependenceGroups() {
		codes = append(codes, string(g))
	}
	if code := f.ChoiceIfAny("of", codes...); code != "" {
		return casework.DependenceOf(code)
	}
	return casework.TakingPart
}

func groupOptions(f layout.Frame) []form.Option {
	return form.Options(casework.DependenceGroups(), func(g casework.DependenceOf) string { return f.Code("dependence.of.", g) })
}

func dependants(of casework.DependenceOf, class benefit.Class, at casework.DependenceAt) string {
	return dependencePath + "/cases?" + url.Values{"of": {string(of)}, "class": {string(class)}, "at": {string(at)}}.Encode()
}

// classesSheet is the counts by class, time and gender, small groups withheld. Somebody is
// in several classes, so there is no sum.
func classesSheet(f layout.Frame, v casework.DependenceFigures) (layout.Sheet, bool, error) {
	var counts []steering.Count
	add := func(name string, c casework.ClassFigure) {
		entry, now := c.Entry, c.Now
		entry.Code, now.Code = f.Text("dependence.at_entry", "Class", name), f.Text("dependence.at_now", "Class", name)
		counts = append(counts, entry, now)
	}
	for _, c := range v.Classes {
		add(f.Code("benefit.class.", c.Class), c)
	}
	add(f.Text("dependence.no_class"), v.None)
	s, withheld, err := layout.GenderSheet(f.Printer, "dependence", f.Text("manager.what"), counts, func(text string) string { return text }, steering.SumsKnown)
	if err == nil {
		s.Rows = s.Rows[:len(s.Rows)-1]
	}
	return s, withheld, err
}

// classesCard is each class now, with a line where it stood when they came.
func classesCard(f layout.Frame, v casework.DependenceFigures, of casework.DependenceOf) (card, error) {
	s, withheld, err := classesSheet(f, v)
	if err != nil {
		return card{}, err
	}
	bars := chart.Bars{ID: "classes", What: f.Text("dependence.class"), Measure: f.Text("dependence.now"), Against: f.Text("dependence.entry"), Most: float64(v.Persons.All())}
	var lists []layout.Link
	add := func(name string, c casework.ClassFigure, tone chart.Tone) {
		bars.Bars = append(bars.Bars, chart.Bar{Label: name, Value: float64(c.Now.All()), Text: f.Number(int64(c.Now.All())), Tone: tone,
			Mark: float64(c.Entry.All()), MarkText: f.Number(int64(c.Entry.All()))})
		if c.Now.All() > 0 && c.Class != "" {
			lists = append(lists, layout.Link{Text: name, Href: dependants(of, c.Class, casework.AtLast)})
		}
	}
	for _, c := range v.Classes {
		add(f.Code("benefit.class.", c.Class), c, chart.Work)
	}
	add(f.Text("dependence.no_class"), v.None, chart.Quiet)
	title := f.Text("dependence.finding", "Entry", v.None.Entry.All(), "Now", v.None.Now.All(), "All", v.Persons.All())
	c := made(f, s, bars.Figure(f.Printer, title).With(f.Text("dependence.mark")), withheld)
	c.Figure = c.Figure.AsFile(dependencePath+"/file?of="+string(of), f.Text("layout.as_file"))
	if c.Figure.Note = f.Text("dependence.mark"); withheld {
		c.Figure.Note += " " + f.Text("layout.withheld_genders", "Least", steering.LeastGroup)
	}
	c.Lists = lists
	return c, nil
}

// gendersCard is the share of women and of men in each class now. The counts stand in the
// table of the picture above.
func gendersCard(f layout.Frame, v casework.DependenceFigures, of casework.DependenceOf) (card, error) {
	bars := chart.Bars{ID: "genders", Most: 1, What: f.Text("dependence.class"), Measure: f.Text("dependence.share_now"), Against: f.Text("dependence.share_entry")}
	var women, men casework.ClassFigure
	for _, c := range v.Classes {
		name := f.Code("benefit.class.", c.Class)
		bar := func(who string, now, entry, all int, tone chart.Tone) {
			if all < steering.LeastGroup {
				return
			}
			bars.Bars = append(bars.Bars, chart.Bar{Label: f.Text("dependence.who", "Class", name, "Who", who), Tone: tone,
				Value: steering.Share(now, all), Text: f.Percent(steering.Share(now, all)), Mark: steering.Share(entry, all), MarkText: f.Percent(steering.Share(entry, all))})
		}
		bar(f.Text("layout.women"), c.Now.Women, c.Entry.Women, v.Persons.Women, chart.Plum)
		bar(f.Text("layout.men"), c.Now.Men, c.Entry.Men, v.Persons.Men, chart.Sky)
		if c.Class == veryLong {
			women, men = c, c
		}
	}
	title := f.Text("dependence.genders", "Women", f.Percent(steering.Share(women.Now.Women, v.Persons.Women)), "Men", f.Percent(steering.Share(men.Now.Men, v.Persons.Men)))
	return card{Figure: bars.Figure(f.Printer, title).With(f.Text("dependence.mark"))}, nil
}

// classesWhy is each class as the source words it, and where the months come from.
func classesWhy(f layout.Frame, v casework.DependenceFigures) []layout.Explanation {
	var why []layout.Explanation
	for _, c := range v.Classes {
		how := f.Text("dependence.any_break", "AtLeast", c.AtLeast, "Window", c.Window)
		if c.LongestBreak != nil {
			how = f.Text("dependence.with_break", "AtLeast", c.AtLeast, "Window", c.Window, "Break", *c.LongestBreak)
		}
		why = append(why, layout.Explanation{Text: f.Code("benefit.class.", c.Class), How: how, Source: f.Source(law.SourceLongTerm)})
	}
	return append(why,
		layout.Explanation{Text: f.Text("dependence.why.when"), How: f.Text("dependence.why.when_how", "Base", monthName(f, v.Base))},
		layout.Explanation{Text: f.Text("dependence.why.from"), How: f.Text("dependence.why.from_how", "File", v.FromFile, "Case", v.Persons.All()-v.FromFile-v.Unknown, "Unknown", v.Unknown)})
}

func filesTable(f layout.Frame, files []casework.BenefitFile) layout.Table {
	t := layout.Table{Caption: f.Text("dependence.files"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("dependence.file.name")}, {Text: f.Text("dependence.file.base")}, {Text: f.Text("dependence.file.persons"), Number: true},
			{Text: f.Text("dependence.file.loaded")}},
		Empty: &layout.Empty{Title: f.Text("dependence.file.none"), Text: f.Text("dependence.file.none_help")}}
	for _, file := range files {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: file.Name, Detail: file.SHA256[:12]}, {Text: monthName(f, file.Base)},
			{Text: f.Number(int64(file.Persons))}, {Text: f.Instant(file.LoadedAt), Detail: file.LoaderName}}})
	}
	return layout.NewTable(t)
}
