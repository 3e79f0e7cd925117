package manager

import (
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/followup"
	"fotfaste/internal/law"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

// card is one figure: its picture, the sheet that is its table and its file, and the
// lists behind it.
type card struct {
	Sheet  layout.Sheet
	Figure chart.Figure
	Lists  []layout.Link
	Broad  bool // needs the whole width
}

// made puts the sheet under the picture, and says where the file is, and that genders are
// withheld: the manager sees how many there are of each, and in lists who they are.
func made(f layout.Frame, s layout.Sheet, picture chart.Figure, withheld bool) card {
	caption := picture.Table.Caption
	picture.Table = s.Table(f.Printer)
	picture.Table.Caption = caption
	if withheld {
		picture = picture.With(f.Text("layout.withheld_genders", "Least", steering.LeastGroup))
	}
	return card{Sheet: s, Figure: picture.AsFile("/manager/figures/"+s.Name+".csv", f.Text("layout.as_file"))}
}

// cardsOf is every figure of the page, in its order. How the clocks are kept is not among
// them where nobody has decided them.
func cardsOf(f layout.Frame, v casework.Figures) ([]card, error) {
	var cards []card
	makers := []func(layout.Frame, casework.Figures) (card, error){statesCard}
	if !v.Unknown.Has(law.Clocks) {
		makers = append(makers, clocksCard)
	}
	for _, make := range append(makers, coverageCard, movesCard, exitsCard, outcomesCard, roomsCard, flowCard) {
		c, err := make(f, v)
		if err != nil {
			return nil, err
		}
		cards = append(cards, c)
	}
	return cards, nil
}

// counted is a card of counts by gender, with a bar for each.
func counted(f layout.Frame, name, title string, counts []steering.Count, label func(string) string, tone func(string) chart.Tone) (card, error) {
	sheet, withheld, err := layout.GenderSheet(f.Printer, name, f.Text("manager.what"), counts, label, steering.SumsKnown)
	if err != nil {
		return card{}, err
	}
	bars := chart.Bars{ID: name, What: f.Text("manager.what"), Measure: f.Text("layout.all")}
	for _, c := range counts {
		bars.Bars = append(bars.Bars, chart.Bar{Label: label(c.Code), Value: float64(c.All()), Text: f.Number(int64(c.All())), Tone: tone(c.Code)})
	}
	return made(f, sheet, bars.Figure(f.Printer, title), withheld), nil
}

func statesCard(f layout.Frame, v casework.Figures) (card, error) {
	counts := steering.InOrder(v.States, casefile.States())
	label := func(code string) string { return f.Code("casefile.state.", code) }
	c, err := counted(f, "states", f.Text("manager.states.heading", "Active", countOf(v.States, casefile.Active),
		"Coming", countOf(v.States, casefile.Enquiry, casefile.Assessing, casefile.Granted),
		"After", countOf(v.States, casefile.Exited, casefile.FollowUp)), counts, label,
		func(code string) chart.Tone {
			if casefile.State(code) == casefile.Active {
				return chart.Work
			}
			return chart.Quiet
		})
	for _, n := range counts {
		if n.All() > 0 {
			c.Lists = append(c.Lists, layout.Link{Text: label(n.Code), Href: "/manager/cases?state=" + n.Code})
		}
	}
	return c, err
}

func exitsCard(f layout.Frame, v casework.Figures) (card, error) {
	counts := steering.InOrder(v.Exits, followup.ExitKinds())
	work := 0
	for _, c := range counts {
		if followup.ExitKind(c.Code).IsWorkOrStudies() {
			work += c.All()
		}
	}
	return counted(f, "exits", f.Text("manager.exits.heading", "Work", work, "All", steering.Sum(counts).All()), counts,
		func(code string) string { return f.Text("followup.exit." + code) },
		func(code string) chart.Tone { return workOr(followup.ExitKind(code).IsWorkOrStudies()) })
}

// outcomes are those who are known of, and those of them in work or studies.
func outcomes(counts []steering.Count) (known, work steering.Count) {
	for _, c := range counts {
		if s := followup.Standing(c.Code); c.Code != "" && s.IsKnown() {
			known = steering.Sum([]steering.Count{known, c})
			if s.IsWorkOrStudies() {
				work = steering.Sum([]steering.Count{work, c})
			}
		}
	}
	return known, work
}

func outcomesCard(f layout.Frame, v casework.Figures) (card, error) {
	known, work := outcomes(v.Outcomes)
	return counted(f, "outcomes", f.Text("manager.outcomes.heading", "Work", work.All(), "Known", known.All()),
		steering.InOrder(v.Outcomes, append(followup.Standings(), "")),
		func(code string) string {
			if code == "" {
				return f.Text("manager.outcomes.not_asked")
			}
			return f.Text("followup.standing." + code)
		},
		func(code string) chart.Tone { return workOr(followup.Standing(code).IsWorkOrStudies()) })
}

func workOr(work bool) chart.Tone {
	if work {
		return chart.Work
	}
	return chart.Quiet
}

func roomsCard(f layout.Frame, v casework.Figures) (card, error) {
	s := layout.Sheet{Name: "capacity", Columns: []string{f.Text("manager.rooms.category"), f.Text("manager.rooms.places"),
		f.Text("manager.rooms.hours"), f.Text("manager.rooms.held"), f.Text("manager.rooms.free"), f.Text("manager.rooms.queued"),
		f.Text("manager.rooms.waiting")}}
	bars := chart.Bars{ID: s.Name, What: s.Columns[0], Measure: s.Columns[2], Against: f.Text("manager.rooms.need")}
	by := map[catalogue.Category]casework.Room{}
	for _, room := range v.Rooms {
		by[room.Category] = room
	}
	free, queued := 0, 0
	for _, category := range catalogue.Categories() {
		room, there := by[category]
		if !there {
			continue
		}
		label := f.Code("manager.room.", category)
		s.Rows = append(s.Rows, []any{label, room.Places, room.Hours, room.Held, room.Free(), room.Queued, room.Waiting})
		bars.Bars = append(bars.Bars, chart.Bar{Label: label, Value: float64(room.Hours), Text: f.Hours(room.Hours), Tone: chart.Work,
			Mark: float64(room.Held + room.Queued), MarkText: f.Hours(room.Held + room.Queued)})
		free += room.Free()
		queued += room.Queued
	}
	title := f.Text("manager.rooms.heading", "Free", f.Hours(free), "Queued", f.Hours(queued))
	c := made(f, s, bars.Figure(f.Printer, title).With(f.Text("manager.rooms.note")), false)
	c.Broad = true
	return c, nil
}

func flowCard(f layout.Frame, v casework.Figures) (card, error) {
	flow := chart.Flow{ID: "ladder", Then: f.Text("manager.flow.then"), Now: f.Text("manager.flow.now")}
	for step := followup.LowestStep; step <= followup.HighestStep; step++ {
		flow.Names = append(flow.Names, f.Code("manager.step.", step))
	}
	cells := make([][]int, len(flow.Names))
	for i := range cells {
		cells[i] = make([]int, len(flow.Names))
	}
	for _, way := range v.Ways {
		flow.Moves = append(flow.Moves, chart.Move{From: way.From - 1, To: way.To - 1, Persons: way.Persons.All()})
		cells[way.From-1][way.To-1] = way.Persons.All()
	}
	table, err := steering.Withhold(cells, steering.SumsKnown)
	if err != nil {
		return card{}, err
	}
	s := layout.Sheet{Name: "ladder", Columns: []string{flow.Then, flow.Now, f.Text("layout.all")}}
	for from, row := range table.Cells {
		for to, cell := range row {
			if cells[from][to] > 0 || cell.Withheld {
				s.Rows = append(s.Rows, []any{flow.Names[from], flow.Names[to], layout.CellValue(cell)})
			}
		}
	}
	up, _, down := ups(v.Ways)
	c := made(f, s, flow.Figure(f.Printer, f.Text("manager.flow.heading", "Up", up.All(), "Down", down.All())), false)
	if table.AnyWithheld() { // no totals stand here
		c.Figure = c.Figure.With(f.Text("layout.withheld_note", "Least", steering.LeastGroup))
	}
	c.Broad = true
	return c, nil
}

// ups are those who have gone up, stand where they began, and have gone down.
func ups(ways []casework.Way) (up, same, down steering.Count) {
	for _, way := range ways {
		switch {
		case way.To > way.From:
			up = steering.Sum([]steering.Count{up, way.Persons})
		case way.To < way.From:
			down = steering.Sum([]steering.Count{down, way.Persons})
		default:
			same = steering.Sum([]steering.Count{same, way.Persons})
		}
	}
	return up, same, down
}

// The codes of the moves by gender.
const (
	movedUp   = "up"
	movedNot  = "same"
	movedDown = "down"
)

func movesCard(f layout.Frame, v casework.Figures) (card, error) {
	up, same, down := ups(v.Ways)
	up.Code, same.Code, down.Code = movedUp, movedNot, movedDown
	counts := []steering.Count{up, same, down}
	title := f.Text("manager.moves.heading", "Women", f.Percent(steering.Share(up.Women, steering.Sum(counts).Women)),
		"Men", f.Percent(steering.Share(up.Men, steering.Sum(counts).Men)))
	return counted(f, "moves", title, counts, func(code string) string { return f.Code("manager.moves.", code) },
		func(code string) chart.Tone {
			switch code {
			case movedUp:
				return chart.Work
			case movedDown:
				return chart.Ask
			}
			return chart.Quiet
		})
}
