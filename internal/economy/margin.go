package economy

import (
	"sort"

	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// Point is the household at so many hours of work a week.
type Point struct {
	Hours      int          `json:"hours"`
	NetPay     money.Kronor `json:"net_pay"` // half up
	Assistance money.Kronor `json:"assistance"`
	Left       money.Kronor `json:"left"`
	// LeftAfter is what is left when the job stimulus has ended; as Left without it.
	LeftAfter money.Kronor `json:"left_after_stimulus"`
	// Marginal is how much of the pay since the point before does not become more to live
	// on, in whole percent; nothing at the first.
	Marginal int `json:"marginal_percent"`
}

// Threshold is the code of a place on the picture where something changes.
type Threshold string

// The thresholds.
const (
	CoversWithout  Threshold = "covers_without_stimulus" // here the pay would be enough, had it counted in full
	AssistanceEnds Threshold = "assistance_ends"
	StimulusEnds   Threshold = "stimulus_ends" // after so many months the whole pay counts
)

// Thresholds are all of them, in the order in which they are met.
func Thresholds() []Threshold { return []Threshold{CoversWithout, AssistanceEnds, StimulusEnds} }

// Mark is a threshold of the household.
type Mark struct {
	Code   Threshold    `json:"code"`
	NetPay money.Kronor `json:"net_pay,omitempty"` // the lowest of a month that meets it, in whole kronor
	// TenthsOfHours is the fewest hours a week that meet it, in tenths; Beyond where full
	// time does not.
	TenthsOfHours int  `json:"hours_tenths,omitempty"`
	Beyond        bool `json:"beyond_full_time,omitempty"`
	Months        int  `json:"months,omitempty"` // of the job stimulus
}

// Text is the threshold as a sentence before it has a language.
func (m Mark) Text() fault.Text {
	key := "economy.threshold." + string(m.Code)
	if m.Beyond {
		key = "economy.threshold.beyond." + string(m.Code)
	}
	return fault.T(key, "NetPay", m.NetPay, "Hours", float64(m.TenthsOfHours)/10, "Months", m.Months)
}

// Picture is money left against hours of work.
type Picture struct {
	Points []Point
	Marks  []Mark
}

// Margin is the picture from no work to full time, by steps of so many hours (1-40); full
// time is always its last point. The errors are those of AtWork.
func Margin(book *law.Book, f Facts, pay Pay, step int) (Picture, error) {
	if err := pay.check(f); err != nil {
		return Picture{}, err
	}
	if step < 1 || step > FullTime {
		var wrong fault.Fields
		wrong.Add("step", "economy.refused.step", "Most", FullTime)
		return Picture{}, wrong.Err()
	}
	after := pay
	after.JobStimulus = false
	var picture Picture
	for hours := 0; ; hours = min(hours+step, FullTime) {
		now, err := working(book, f, pay, hours)
		if err != nil {
			return Picture{}, err
		}
		later, err := working(book, f, after, hours)
		if err != nil {
			return Picture{}, err
		}
		net, err := pay.at(hours).Fraction().HalfUp()
		if err != nil {
			return Picture{}, err
		}
		point := Point{Hours: hours, NetPay: net, Assistance: now.Result.Assistance, Left: now.Left, LeftAfter: later.Left}
		if last := len(picture.Points) - 1; last >= 0 {
			before := picture.Points[last]
			point.Marginal = lost(point.NetPay-before.NetPay, point.Left-before.Left)
		}
		picture.Points = append(picture.Points, point)
		if hours == FullTime {
			break
		}
	}
	idle, err := working(book, f, pay, 0)
	if err != nil {
		return Picture{}, err
	}
	picture.Marks, err = marks(book, f, pay, idle.Result.Assistance)
	return picture, err
}

// lost is the share of more pay that is not more to live on, in whole percent, half up.
func lost(pay, left money.Kronor) int {
	if pay <= 0 {
		return 0
	}
	return int((200*(pay-left) + pay) / (2 * pay))
}

// marks are the thresholds for a household that is short by so much without the work;
// none where it is not short.
func marks(book *law.Book, f Facts, pay Pay, short money.Kronor) ([]Mark, error) {
	if short == 0 {
		return nil, nil
	}
	const allCounts = money.Percent(0)
	if !pay.JobStimulus {
		ends, err := pay.mark(AssistanceEnds, short, allCounts)
		return []Mark{ends}, err
	}
	terms, err := book.JobStimulusTerms(f.Month.First())
	if err != nil {
		return nil, err
	}
	without, err := pay.mark(CoversWithout, short, allCounts)
	if err != nil {
		return nil, err
	}
	ends, err := pay.mark(AssistanceEnds, short, terms.Value.NotCounted)
	return []Mark{without, ends, {Code: StimulusEnds, Months: terms.Value.ForMonths}}, err
}

// mark is where the pay, less the share that is not counted, counts for so much: the
// lowest whole krona and the fewest tenths of an hour by the rounding that the household
// itself is reckoned with, so that at the mark nothing is missing and just before it
// something is.
func (p Pay) mark(code Threshold, short money.Kronor, notCounted money.Percent) (Mark, error) {
	net, err := lowest(short, notCounted, func(kronor int) money.Ore { return money.Ore(kronor) * 100 })
	if err != nil {
		return Mark{}, err
	}
	tenths, err := lowest(short, notCounted, p.atTenths)
	return Mark{Code: code, NetPay: money.Kronor(net), TenthsOfHours: tenths, Beyond: tenths > 10*FullTime}, err
}

// lowest is the lowest step whose pay counts for so much. The pay grows by the step.
func lowest(short money.Kronor, notCounted money.Percent, pay func(step int) money.Ore) (int, error) {
	var failed error
	enough := func(step int) bool {
		counts, err := countedKronor(pay(step), notCounted)
		if err != nil {
			failed = err
		}
		return failed != nil || counts >= short
	}
	most := 1
	for !enough(most) {
		most *= 2
	}
	step := sort.Search(most, enough)
	return step, failed
}
