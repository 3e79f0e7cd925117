package sums

import (
	"fotfaste/internal/economy"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// householdForm is the fields of the page.
type householdForm struct {
	Month, Adults, Size, Shared, Allowance  form.Field
	Children                                []childRow
	Costs, MoreCosts                        []form.Field
	MoreOpen                                bool
	Others                                  []otherRow
	Incomes                                 []incomeRow
	Pay, PayPer, PaySource, Stimulus, Hours form.Field
	ChildCount, IncomeCount, OtherCount     int
	MoreChildren, MoreIncomes, MoreOthers   bool // there is room for another
}

// rowHead is the name of a row and the button that takes it away.
type rowHead struct{ Title, Drop, About string }

func headOf(frame layout.Frame, group, title string, row int) rowHead {
	return rowHead{Title: frame.Text(title, "Number", row+1), Drop: at("drop_"+group, row), About: frame.Text("sums.household.drop")}
}

type childRow struct {
	rowHead
	Age, Away, NoCustody form.Field
}

type otherRow struct {
	rowHead
	Name, Amount form.Field
}

type incomeRow struct {
	rowHead
	Kind, Net form.Field
	Name      *form.Field // of another income
	Stimulus  *form.Field // of work
	Instead   *form.Field // not of the programme's own
}

// usual is how many of the costs stand open; the rest are opened.
const usual = 4

func householdFields(frame layout.Frame, f *form.Form) householdForm {
	asks := householdForm{
		Month: monthField(f, "month", "sums.household.month"),
		Adults: f.RadioField("adults", "sums.household.adults", []form.Option{
			{Value: "1", Text: frame.Text("sums.household.one_adult")}, {Value: "2", Text: frame.Text("sums.household.couple")}}),
		Size:      f.NumberField("size", "sums.household.size", frame.Text("sums.household.persons")).Optional(),
		Shared:    f.CheckboxField("shared", "sums.household.shared"),
		Allowance: f.CheckboxField("allowance", "sums.household.allowance"),
		Pay:       kronorField(frame, f, "pay", "sums.household.pay").Optional(),
		PayPer: f.RadioField("pay_per", "sums.household.pay_per", []form.Option{
			{Value: "month", Text: frame.Text("sums.household.per_month")}, {Value: "hour", Text: frame.Text("sums.household.per_hour")}}).Optional(),
		PaySource: f.TextField("pay_source", "sums.household.pay_source").Optional(),
		Stimulus:  f.CheckboxField("pay_stimulus", "sums.household.stimulus"),
		Hours:     f.NumberField("hours", "sums.household.hours", frame.Text("sums.household.hours_unit")).Optional(),
	}
	asks.ChildCount, asks.IncomeCount, asks.OtherCount = rows(f, "children"), rows(f, "incomes"), rows(f, "others")
	asks.MoreChildren, asks.MoreIncomes, asks.MoreOthers = asks.ChildCount < economy.MostChildren, asks.IncomeCount < mostIncomes, asks.OtherCount < mostOthers
	for row := range asks.ChildCount {
		asks.Children = append(asks.Children, childRow{headOf(frame, "child", "sums.household.child", row),
			f.NumberField(at("age", row), "", frame.Text("sums.household.years")).Labelled(frame.Text("sums.household.age", "Number", row+1)),
			f.CheckboxField(at("away", row), "").Labelled(frame.Text("sums.household.away")),
			f.CheckboxField(at("no_custody", row), "").Labelled(frame.Text("sums.household.no_custody"))})
	}
	for i, kind := range economy.CostKinds() {
		if kind == economy.OtherCost {
			continue
		}
		name := "cost_" + string(kind)
		field := kronorField(frame, f, name, "").Labelled(frame.Code("economy.cost.", kind)).Optional()
		field.OptionalText = ""
		if i < usual {
			asks.Costs = append(asks.Costs, field)
			continue
		}
		asks.MoreCosts = append(asks.MoreCosts, field)
		asks.MoreOpen = asks.MoreOpen || f.Raw(name) != ""
	}
	for row := range asks.OtherCount {
		asks.MoreOpen = true
		asks.Others = append(asks.Others, otherRow{headOf(frame, "other", "sums.household.other", row),
			f.TextField(at("other_name", row), "").Labelled(frame.Text("sums.household.other_name", "Number", row+1)),
			kronorField(frame, f, at("other", row), "").Labelled(frame.Text("sums.household.other_amount", "Number", row+1))})
	}
	for row := range asks.IncomeCount {
		asks.Incomes = append(asks.Incomes, incomeFields(frame, f, row))
	}
	return asks
}

func incomeFields(frame layout.Frame, f *form.Form, row int) incomeRow {
	in := incomeRow{rowHead: headOf(frame, "income", "sums.household.income", row)}
	in.Kind = f.SelectField(at("kind", row), "", form.Options(economy.IncomeKinds(), func(k economy.IncomeKind) string {
		return frame.Code("economy.income.", k)
	})).Labelled(frame.Text("sums.household.kind", "Number", row+1))
	in.Net = kronorField(frame, f, at("net", row), "").Labelled(frame.Text("sums.household.net", "Number", row+1))
	kind := economy.IncomeKind(f.Raw(at("kind", row)))
	if kind == economy.OtherIncome {
		name := f.TextField(at("name", row), "").Labelled(frame.Text("sums.household.income_name", "Number", row+1))
		in.Name = &name
	}
	if kind == economy.Work || kind == "" || f.Raw(at("stimulus", row)) != "" {
		stimulus := f.CheckboxField(at("stimulus", row), "").Labelled(frame.Text("sums.household.income_stimulus"))
		in.Stimulus = &stimulus
	}
	if kind != economy.Programme {
		instead := f.CheckboxField(at("instead", row), "").Labelled(frame.Text("sums.household.instead"))
		in.Instead = &instead
	}
	return in
}

// kronorField is a field with an amount, with decimals on the keyboard.
func kronorField(frame layout.Frame, f *form.Form, name, label string) form.Field {
	field := f.NumberField(name, label, frame.Text("sums.kronor"))
	field.InputMode = "decimal"
	return field
}

// monthField is a month, with the browser's own calendar where it has one. What is not a
// month is shown in a plain field: a month field would hide it.
func monthField(f *form.Form, name, label string) form.Field {
	field := f.TextField(name, label)
	if _, err := period.ParseMonth(f.Raw(name)); err == nil {
		field.Type = "month"
	}
	return field
}
