package casework

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// The price base amount is rounded to whole hundreds of kronor (SFB (2010:110) 2 kap.).
const wholeHundred money.Kronor = 100

// mostMoved is by how much, in percent, a year's amount may differ from the one before
// it and still be believed.
const mostMoved = 30

// YearAmount is the price base amount of a new calendar year.
type YearAmount struct {
	Form
	Year   int
	Amount money.Kronor
	Source string // as cited
}

// EnterYearAmount enters the price base amount of the year after the last one known; it
// holds once somebody else has approved it. Invalid beside the field for another year,
// an amount that cannot be right, and a year that already waits.
func (o *Office) EnterYearAmount(ctx context.Context, actor access.Actor, in YearAmount) (ident.ID, error) {
	return o.enterRate(ctx, actor, in.Form, func(d *desk, book *law.Book, f *fault.Fields) (law.Entered, error) {
		days := yearOf(in.Year)
		checkYear(f, in.Year, book.LastDays()[law.PriceBaseAmount])
		before, err := book.PriceBaseAmount(book.LastDays()[law.PriceBaseAmount])
		if err != nil {
			return law.Entered{}, err
		}
		checkAmount(f, in.Amount, before.Value)
		return law.Entered{Parameter: law.PriceBaseAmount, Days: days, Value: in.Amount.String(), Source: in.Source}, nil
	})
}

// RulesGoOn is the conscious confirmation that the programme's percentages and rule set
// go on to the end of a year, as they are.
type RulesGoOn struct {
	Form
	Year      int
	Confirmed bool
	Source    string // the decision that says so
}

// EnterRulesGoOn enters it; it holds once somebody else has approved it. Invalid beside
// the field where it is not confirmed or is of another year than the one after the last
// one known.
func (o *Office) EnterRulesGoOn(ctx context.Context, actor access.Actor, in RulesGoOn) (ident.ID, error) {
	return o.enterRate(ctx, actor, in.Form, func(d *desk, book *law.Book, f *fault.Fields) (law.Entered, error) {
		last := book.LastDays()[law.CompensationRules]
		rules, err := book.Compensation(last)
		if err != nil {
			return law.Entered{}, err
		}
		checkYear(f, in.Year, last)
		f.Check(in.Confirmed, "confirmed", "rates.not_confirmed")
		value, err := json.Marshal(rules.Value)
		return law.Entered{Parameter: law.CompensationRules, Value: string(value), Source: in.Source,
			Days: period.Span{From: last + 1, To: yearOf(in.Year).To}}, err
	})
}

// AmountCorrection replaces the price base amount of a span of days that has one.
type AmountCorrection struct {
	Form
	Days   period.Span // within one calendar year
	Amount money.Kronor
	Source string
}

// EnterAmountCorrection enters it; once somebody else has approved it the weeks that it
// touches are worth something else, and the next payment run carries the difference.
func (o *Office) EnterAmountCorrection(ctx context.Context, actor access.Actor, in AmountCorrection) (ident.ID, error) {
	return o.enterRate(ctx, actor, in.Form, func(d *desk, book *law.Book, f *fault.Fields) (law.Entered, error) {
		row := law.Entered{Parameter: law.PriceBaseAmount, Days: in.Days, Value: in.Amount.String(), Source: in.Source, Replaces: true}
		if !in.Days.IsValid() {
			f.Add("to", "rates.backwards")
			return row, nil
		}
		f.Check(in.Days.From.Year() == in.Days.To.Year(), "to", "rates.one_year")
		before, err := book.PriceBaseAmount(in.Days.From)
		if missing := (*law.MissingError)(nil); errors.As(err, &missing) {
			f.Add("from", "rates.nothing_to_correct")
			return row, nil
		}
		if err != nil {
			return row, err
		}
		checkAmount(f, in.Amount, before.Value)
		f.Check(in.Amount != before.Value, "amount", "rates.same", "Amount", before.Value)
		return row, nil
	})
}

// checkYear: the year after the last one known and no other, so that no year is entered
// twice and none is left out.
func checkYear(f *fault.Fields, year int, last period.Day) {
	next := last.Year() + 1
	f.Check(year >= next, "year", "rates.year_known", "Last", last)
	f.Check(year <= next, "year", "rates.year_gap", "Next", next)
}

func checkAmount(f *fault.Fields, amount, before money.Kronor) {
	if amount <= 0 || amount%wholeHundred != 0 {
		f.Add("amount", "rates.whole_hundred")
		return
	}
	if amount*100 > before*(100+mostMoved) || amount*100 < before*(100-mostMoved) {
		f.Add("amount", "rates.absurd", "Percent", mostMoved, "Before", before)
	}
}

// enterRate stores the row that it is given once nothing is wrong with it.
func (o *Office) enterRate(ctx context.Context, actor access.Actor, form Form,
	row func(*desk, *law.Book, *fault.Fields) (law.Entered, error)) (ident.ID, error) {
	var id ident.ID
	err := o.inOffice(ctx, actor, access.PrepareRates, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		var f fault.Fields
		entered, err := row(d, book, &f)
		if err != nil {
			return err
		}
		entered.Source = strings.TrimSpace(entered.Source)
		f.Check(entered.Source != "", "source", "rates.no_source")
		if err := d.waitsAlready(ctx, entered, &f); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		if _, err := book.With(entered); err != nil {
			return err
		}
		id = d.newID()
		d.noteRate(store.Rate{ID: id, Entered: entered})
		return d.AddRate(ctx, store.Rate{ID: id, Entered: entered, EnteredBy: d.Actor.Account, EnteredAt: d.Now})
	})
	return id, err
}

// waitsAlready refuses a second value for days for which one waits to be approved.
func (d *desk) waitsAlready(ctx context.Context, row law.Entered, f *fault.Fields) error {
	all, err := d.Rates(ctx)
	if err != nil {
		return err
	}
	field := "year"
	if row.Replaces {
		field = "from"
	}
	for _, r := range all {
		if r.Waits() && r.Parameter == row.Parameter && r.Days.Overlaps(row.Days) {
			f.Add(field, "rates.waits_already", "Days", r.Days)
			return nil
		}
	}
	return nil
}

// noteRate puts the row in the journal.
func (d *desk) noteRate(r store.Rate) {
	d.note("rate", string(r.ID))
	d.note("parameter", string(r.Parameter))
	d.note("days", r.Days.String())
	d.note("value", r.Value)
	d.note("source", r.Source)
	if r.Replaces {
		d.note("replaces", true)
	}
}

// yearOf is the calendar year.
func yearOf(year int) period.Span {
	return period.Span{From: period.Date(year, 1, 1), To: period.Date(year, 12, 31)}
}
