package sums

import (
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// marginPart is money left against hours of work, with what changes along the way.
type marginPart struct {
	Figure             chart.Figure
	Marks              []string
	Source, NotCounted string
}

func (s *householdSum) margin(frame layout.Frame, f *form.Form) *marginPart {
	points := s.picture.Points
	first, last := points[0], points[len(points)-1]
	sheet := s.marginSheet(frame)
	curve := chart.Curve{
		ID: "margin", Amount: func(amount float64) string {
			return frame.Kronor(money.Kronor(amount))
		},
		Table: sheet.Table(frame.Printer),
		Ticks: []chart.Tick{{At: 0, Label: frame.Text("sums.household.no_work")}, {At: 10, Label: frame.Hours(10)}, {At: 20, Label: frame.Hours(20)},
			{At: 30, Label: frame.Hours(30)}, {At: 40, Label: frame.Hours(economy.FullTime)}},
	}
	line := chart.CurveLine{Label: frame.Text("sums.household.curve_left"), Tone: chart.Work}
	after := chart.CurveLine{Label: frame.Text("sums.household.curve_after"), Tone: chart.Ask}
	differ := false
	for _, p := range points {
		line.Points = append(line.Points, [2]float64{float64(p.Hours), float64(p.Left)})
		after.Points = append(after.Points, [2]float64{float64(p.Hours), float64(p.LeftAfter)})
		differ = differ || p.Left != p.LeftAfter
	}
	curve.Lines = append(curve.Lines, line)
	if differ {
		curve.Lines = append(curve.Lines, after)
	}
	if s.programme != nil {
		curve.Levels = append(curve.Levels, chart.Level{Label: frame.Text("sums.household.curve_programme"), Tone: chart.Sky, Amount: float64(s.programme.Left)})
	}
	part := &marginPart{NotCounted: frame.Text("calc.ways.not_counted"), Source: frame.Text("sums.household.pay_from", "Net", last.NetPay, "Source", s.paySource(frame))}
	for _, m := range s.picture.Marks {
		part.Marks = append(part.Marks, frame.Fault(m.Text()))
		if !m.Beyond && m.TenthsOfHours > 0 {
			curve.Marks = append(curve.Marks, chart.CurveMark{At: float64(m.TenthsOfHours) / 10,
				Label: frame.Text("sums.mark."+string(m.Code), "Hours", float64(m.TenthsOfHours)/10)})
		}
	}
	title := frame.Text("sums.household.margin", "Pay", last.NetPay, "More", last.Left-first.Left)
	part.Figure = curve.Figure(frame.Printer, title).With(frame.Text("sums.household.margin_help")).
		AsFile(householdPath+"/margin.csv?"+f.Query().Encode(), frame.Text("sums.file"))
	return part
}

func (s *householdSum) paySource(frame layout.Frame) string {
	if s.asked.pay.Source != "" {
		return s.asked.pay.Source
	}
	return frame.Text("calc.ways.stated")
}

// marginSheet is the same numbers as the picture.
func (s *householdSum) marginSheet(frame layout.Frame) layout.Sheet {
	sheet := layout.Sheet{Name: fileName("household", s.result().Month), Columns: []string{frame.Text("sums.household.column.hours"), frame.Text("sums.household.column.pay"),
		frame.Text("sums.household.stat_assistance"), frame.Text("sums.household.left"), frame.Text("sums.household.column.after"), frame.Text("sums.household.column.lost")}}
	for _, p := range s.picture.Points {
		sheet.Rows = append(sheet.Rows, []any{p.Hours, int(p.NetPay), int(p.Assistance), int(p.Left), int(p.LeftAfter), layout.Share(float64(p.Marginal) / 100)})
	}
	return sheet
}

// householdFile is the numbers of the picture as a file.
func householdFile(w http.ResponseWriter, r *http.Request, known casework.Sums) error {
	f := layout.ReadForm(r)
	frame := layout.FrameOf(r, "sums.household.title")
	sum, err := reckonHousehold(f, known)
	switch {
	case err != nil:
		return err
	case sum == nil:
		return f.Err()
	case sum.asked.pay == nil:
		return fault.New(fault.NotFound, "fault.not_found")
	}
	return layout.File(w, frame.Printer, sum.marginSheet(frame))
}
