package sums

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// The ways of reckoning that source 002 tells of beside the project, as they stand in
// the address. Their fields begin with ofWay: both they and the project have a saving.
const (
	fewerClients = "hasky"
	jobYear      = "resursjobb"
	ofWay        = "way_"
)

// otherWay is the second part of the page: the way that the reader chose, what it needs,
// and what comes of it.
type otherWay struct {
	Ways    layout.Tabs
	Way     string
	Title   string // "" until a way is chosen
	Lead    string
	Fields  []form.Field
	Carried []layout.Hidden // the project's own numbers
	Result  *layout.Explanation
}

// wayOf reads the way that was chosen and reckons it. Until its numbers are sent it has
// those of the source, which gives no kronor, and no result.
func wayOf(frame layout.Frame, f *form.Form) (otherWay, error) {
	chosen := f.Raw("way")
	w := otherWay{Way: chosen, Ways: waysToChoose(frame, f, chosen), Carried: carry(f, func(name string) bool { return name != "way" && !strings.HasPrefix(name, ofWay) })}
	var err error
	switch chosen {
	case fewerClients:
		w.Result, err = reckonFewerClients(frame, f)
	case jobYear:
		w.Result, err = reckonJobYear(frame, f)
	}
	if wrong, ours := namedOfWay(err); ours {
		f.Take(wrong)
	} else if err != nil {
		return w, err
	}
	w.fields(frame, f) // after what is wrong is known
	return w, nil
}

// fields are those of the way that was chosen.
func (w *otherWay) fields(frame layout.Frame, f *form.Form) {
	kronor, percent := frame.Text("sums.kronor"), frame.Text("sums.percent")
	field := func(name, label, unit string) form.Field { return f.NumberField(ofWay+name, label, unit) }
	switch w.Way {
	case fewerClients:
		w.Title, w.Lead = frame.Text("sums.way.hasky"), frame.Text("sums.way.hasky_lead")
		w.Fields = []form.Field{field("workers", "sums.way.workers", frame.Text("sums.way.persons")), field("fewer", "sums.way.fewer", percent),
			field("worker_year", "sums.way.worker_year", kronor), field("annual_saving", "sums.payback.annual_saving", kronor)}
	case jobYear:
		w.Title, w.Lead = frame.Text("sums.way.resursjobb"), frame.Text("sums.way.resursjobb_lead")
		w.Fields = []form.Field{field("months", "sums.way.months", frame.Text("sums.way.months_unit")), field("wage_cost", "sums.way.wage_cost", kronor),
			field("subsidy", "sums.way.subsidy", kronor), field("assistance", "sums.way.assistance", kronor), field("handling", "sums.way.handling", kronor),
			field("self_supporting", "sums.way.self_supporting", percent)}
	}
}

func waysToChoose(frame layout.Frame, f *form.Form, chosen string) layout.Tabs {
	tabs := layout.Tabs{Label: frame.Text("sums.way.choose")}
	for _, way := range []struct{ code, text string }{{fewerClients, frame.Text("sums.way.hasky")}, {jobYear, frame.Text("sums.way.resursjobb")}} {
		query := f.Query()
		for name := range query {
			if strings.HasPrefix(name, ofWay) {
				query.Del(name)
			}
		}
		query.Set("way", way.code)
		tabs.Links = append(tabs.Links, layout.Link{Text: way.text, Href: paybackPath + "?" + query.Encode() + "#way", Current: way.code == chosen})
	}
	return tabs
}

// carry is what the form has of the names, in their order.
func carry(f *form.Form, keeps func(name string) bool) (all []layout.Hidden) {
	for name, values := range f.Query() {
		if keeps(name) {
			all = append(all, layout.Hidden{Name: name, Value: values[0]})
		}
	}
	slices.SortFunc(all, func(a, b layout.Hidden) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// carriedWay is what the address keeps of the way while the project is changed.
func carriedWay(f *form.Form) []layout.Hidden {
	return carry(f, func(name string) bool { return name == "way" || strings.HasPrefix(name, ofWay) })
}

// reckonFewerClients is nil until the numbers are sent, and where one of them is wrong.
func reckonFewerClients(frame layout.Frame, f *form.Form) (*layout.Explanation, error) {
	if !f.Sent(ofWay + "workers") {
		f.Fill(ofWay+"workers", strconv.Itoa(economy.HaskyWorkers)).Fill(ofWay+"fewer", strconv.Itoa((economy.HaskyLeastFewer+economy.HaskyMostFewer)/200))
		return nil, nil
	}
	read := wayReader{f: f}
	way := economy.FewerClients{Workers: int(read.kronor("workers")), Fewer: read.percent("fewer"), WorkerYear: read.kronor("worker_year"), AnnualSaving: read.kronor("annual_saving")}
	if read.wrong {
		return nil, nil
	}
	sum, err := way.Sum()
	if err != nil {
		return nil, err
	}
	return opened(layout.FewerClients(frame.Printer, way, sum)), nil
}

// reckonJobYear is likewise.
func reckonJobYear(frame layout.Frame, f *form.Form) (*layout.Explanation, error) {
	if !f.Sent(ofWay + "months") {
		f.Fill(ofWay+"months", strconv.Itoa(economy.ResursjobbMonths)).Fill(ofWay+"self_supporting", strconv.Itoa(economy.ResursjobbInWork)).
			Fill(ofWay+"subsidy", "0").Fill(ofWay+"handling", "0")
		return nil, nil
	}
	read := wayReader{f: f}
	way := economy.JobYear{Months: int(read.kronor("months")), WageCost: read.kronor("wage_cost"), Subsidy: read.kronor("subsidy"),
		Assistance: read.kronor("assistance"), Handling: read.kronor("handling"), SelfSupporting: read.percent("self_supporting")}
	if read.wrong {
		return nil, nil
	}
	sum, err := way.Sum()
	if err != nil {
		return nil, err
	}
	return opened(layout.JobYear(frame.Printer, way, sum)), nil
}

// wayReader reads the numbers of a way and remembers whether one of them was none.
type wayReader struct {
	f     *form.Form
	wrong bool
}

// kronor is a whole number; how large it may be the rules say.
func (r *wayReader) kronor(name string) money.Kronor {
	number, ok := r.f.IntIfAny(ofWay+name, 0, int(economy.MostProject))
	r.need(name, ok)
	return money.Kronor(number)
}

func (r *wayReader) percent(name string) money.Percent {
	hundredths, ok := amount(r.f, ofWay+name) // written alike, with at most two decimals
	r.need(name, ok)
	return money.Percent(hundredths)
}

func (r *wayReader) need(name string, ok bool) {
	r.wrong = r.wrong || !ok
	if !ok && r.f.Raw(ofWay+name) == "" {
		r.f.Wrong(ofWay+name, "form.required")
	}
}

// namedOfWay is the refusal with its fields named as on the page; false where it is no
// refusal of what was written.
func namedOfWay(err error) (error, bool) {
	var refusal *fault.Error
	if !errors.As(err, &refusal) || refusal.Code != fault.Invalid {
		return err, false
	}
	var fields fault.Fields
	for _, field := range refusal.Fields {
		fields = append(fields, fault.Field{Name: ofWay + field.Name, Text: field.Text})
	}
	return fields.Err(), true
}

func opened(e layout.Explanation) *layout.Explanation {
	e.Open = true
	return &e
}
