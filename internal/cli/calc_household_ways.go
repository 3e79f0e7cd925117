package cli

import (
	"errors"
	"fmt"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

// waysFlags ask for other ways to live beside the household as it is.
type waysFlags struct {
	Compare     bool   `help:"Beside today: with one adult in the programme and, where its pay is given, at work."`
	NetFullTime string `placeholder:"KRONOR" help:"Pay after tax in a month of full time, 40 hours a week. Fewer hours are a part of it. No tax table is known here: state what the pay would be."`
	NetPerHour  string `placeholder:"KRONOR" help:"Pay after tax for an hour, instead: 40 hours in 52 weeks over 12 months are full time."`
	PaySource   string `placeholder:"TEXT" help:"Where the pay comes from, to be said with it."`
	JobStimulus bool   `help:"Who would work has the job stimulus."`
	Step        int    `default:"5" placeholder:"HOURS" help:"Hours of work between the points, 1 to 40."`
	Instead     []int  `placeholder:"NUMBER" help:"An income of the file that falls away with work or programme, counted from 0."`
}

// saidWays is the comparison. Left is what there is to live on: all incomes in full and
// the assistance, less the costs.
type saidWays struct {
	Today            saidWay  `json:"today"`
	Programme        *saidWay `json:"programme"`                   // null where the month has no compensation
	ProgrammeRefused string   `json:"programme_refused,omitempty"` // and why
	// SupplementChildren are those under eighteen in custody, for whom the programme's
	// compensation has child supplement; null where there is no compensation.
	SupplementChildren *int      `json:"supplement_children"`
	Work               *saidWork `json:"work,omitempty"`
}

type saidWay struct {
	CountedIncome money.Kronor `json:"counted_income"`
	Assistance    money.Kronor `json:"assistance"`
	Surplus       money.Kronor `json:"surplus"`
	Left          money.Kronor `json:"left"`
}

type saidWork struct {
	NetFullTime money.Ore       `json:"net_full_time_ore"`
	JobStimulus bool            `json:"job_stimulus"`
	Source      string          `json:"source"`
	Points      []economy.Point `json:"points"`
	Thresholds  []saidMark      `json:"thresholds"`
	NotCounted  string          `json:"not_counted"`
}

type saidMark struct {
	economy.Mark
	Sentence string `json:"text"`
}

// asked tells whether any of it was.
func (w waysFlags) asked() bool { return w.Compare || w.NetFullTime != "" || w.NetPerHour != "" }

// pay is the pay that was given, nil for none.
func (w waysFlags) pay(p *locale.Printer) (*economy.Pay, error) {
	flag, said := "--net-full-time", w.NetFullTime
	switch {
	case w.NetFullTime != "" && w.NetPerHour != "":
		return nil, refuse(p, "calc.flag.one_pay")
	case w.NetPerHour != "":
		flag, said = "--net-per-hour", w.NetPerHour
	case w.NetFullTime == "":
		return nil, nil
	}
	hundredths, err := money.ParsePercent(said) // kronor are written by the same rule
	if err != nil || hundredths > money.Percent(economy.MostAmount) {
		return nil, refuse(p, "calc.flag.not_an_amount", "Flag", flag, "Said", fmt.Sprintf("%.40q", said))
	}
	net := money.Ore(hundredths)
	if w.NetPerHour != "" {
		net = economy.FullTimeOf(net)
	}
	source := w.PaySource
	if source == "" {
		source = p.Text("calc.ways.stated")
	}
	return &economy.Pay{NetFullTime: net, JobStimulus: w.JobStimulus, Source: source, Instead: w.Instead}, nil
}

// ways reckons the comparison, nil where none was asked for.
func (w waysFlags) ways(p *locale.Printer, facts economy.Facts) (*saidWays, error) {
	if !w.asked() {
		return nil, nil
	}
	pay, err := w.pay(p)
	if err != nil {
		return nil, err
	}
	today, err := economy.Today(law.Sweden(), facts)
	if err != nil {
		return nil, err
	}
	said := &saidWays{Today: sayWay(today)}
	programme, err := economy.InProgramme(law.Sweden(), facts, w.Instead)
	var missing *law.MissingError
	var shown *fault.Error
	switch {
	case errors.As(err, &missing) && errors.As(err, &shown):
		said.ProgrammeRefused = plainSpaces.Replace(p.Fault(shown.Text))
	case err != nil:
		return nil, saidFault(p, err)
	default:
		way := sayWay(programme)
		children := facts.SupplementChildren()
		said.Programme, said.SupplementChildren = &way, &children
	}
	if pay == nil {
		return said, nil
	}
	picture, err := economy.Margin(law.Sweden(), facts, *pay, w.Step)
	if err != nil {
		return nil, saidFault(p, err)
	}
	said.Work = &saidWork{NetFullTime: pay.NetFullTime, JobStimulus: pay.JobStimulus, Source: pay.Source, Points: picture.Points,
		Thresholds: []saidMark{}, NotCounted: p.Text("calc.ways.not_counted")}
	for _, m := range picture.Marks {
		said.Work.Thresholds = append(said.Work.Thresholds, saidMark{m, plainSpaces.Replace(p.Fault(m.Text()))})
	}
	return said, nil
}

func sayWay(w economy.Way) saidWay {
	return saidWay{CountedIncome: w.Result.CountedIncome, Assistance: w.Result.Assistance, Surplus: w.Result.Surplus, Left: w.Left}
}

// explainWays says each way with what is left, and the picture point by point.
func explainWays(p *locale.Printer, facts economy.Facts, w *saidWays) []layout.Explanation {
	way := func(key string, s saidWay) layout.Explanation {
		return layout.Explanation{Text: p.Text(key), Value: p.Kronor(s.Left), Steps: []layout.Explanation{
			{Text: p.Text("calc.ways.assistance"), Value: p.Kronor(s.Assistance)},
		}}
	}
	said := []layout.Explanation{way("calc.ways.today", w.Today)}
	if w.Programme != nil {
		programme := way("calc.ways.programme", *w.Programme)
		programme.Steps = append(programme.Steps, layout.Explanation{Text: layout.ProgrammeSupplement(p, facts)})
		said = append(said, programme)
	} else {
		said = append(said, layout.Explanation{Text: p.Text("calc.ways.no_programme", "Because", w.ProgrammeRefused)})
	}
	if w.Work == nil {
		return said
	}
	work := layout.Explanation{Text: p.Text("calc.ways.work", "Net", w.Work.NetFullTime), Source: w.Work.Source}
	for _, point := range w.Work.Points {
		work.Steps = append(work.Steps, layout.Explanation{Value: p.Kronor(point.Left),
			Text: p.Text("calc.ways.point", "Hours", point.Hours, "Net", point.NetPay, "Assistance", point.Assistance, "Lost", point.Marginal)})
	}
	marks := layout.Explanation{Text: p.Text("calc.ways.thresholds")}
	for _, m := range w.Work.Thresholds {
		marks.Steps = append(marks.Steps, layout.Explanation{Text: m.Sentence})
	}
	said = append(said, work)
	if len(marks.Steps) > 0 {
		said = append(said, marks)
	}
	return append(said, layout.Explanation{Text: w.Work.NotCounted})
}
