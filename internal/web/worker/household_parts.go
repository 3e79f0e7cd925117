package worker

import (
	"fmt"

	"fotfaste/internal/casework"
	"fotfaste/internal/household"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// householdHeading says the answer of the month.
func householdHeading(f layout.Frame, v casework.HouseholdView) string {
	switch {
	case len(v.Rows) == 0:
		return f.Text("household_page.heading_none")
	case v.Result == nil:
		return f.Text("household_page.heading_unknown", "Month", v.Month)
	case v.Result.Surplus > 0:
		return f.Text("household_page.heading_surplus", "Month", v.Month, "Amount", v.Result.Surplus)
	}
	return f.Text("household_page.heading", "Month", v.Month, "Amount", v.Result.Assistance)
}

func householdStats(f layout.Frame, v casework.HouseholdView) []layout.Stat {
	return []layout.Stat{
		{Value: f.Kronor(v.Result.NationalStandard), Text: f.Text("household_page.stat_standard")},
		{Value: f.Kronor(v.Result.CostTotal), Text: f.Text("household_page.stat_costs")},
		{Value: f.Kronor(v.Result.CountedIncome), Text: f.Text("household_page.stat_income")},
		{Value: f.Kronor(v.Result.Assistance), Text: f.Text("household_page.stat_assistance"), Tone: layout.Good},
	}
}

// householdOtherMonth says which month is shown where it is not the one asked for, and why:
// what was asked for is no month, or is further away than the pages go. Else it is nil.
func householdOtherMonth(f layout.Frame, v casework.HouseholdView, asked string, month period.Month, notAMonth error) *layout.Notice {
	switch {
	case asked == "":
		return nil
	case notAMonth != nil:
		return &layout.Notice{Text: f.Text("household_page.not_a_month", "Said", fmt.Sprintf("%.20s", asked), "Month", v.Month), Tone: layout.Ask}
	case month != v.Month:
		return &layout.Notice{Text: f.Text("household_page.far_month", "Said", month, "Month", v.Month,
			"First", household.EarliestMonth, "Last", v.ThisMonth.AddMonths(household.MonthsAhead)), Tone: layout.Ask}
	}
	return nil
}

// householdMonths is the way to the months beside this.
func householdMonths(f layout.Frame, v casework.HouseholdView) layout.Pages {
	to := func(m period.Month) *layout.Link {
		return &layout.Link{Text: f.Value(m), Href: casePath(v.Case.ID, "household") + "?month=" + m.String()}
	}
	pages := layout.Pages{Name: f.Text("household_page.months"), Label: f.Value(v.Month)}
	if v.Month > household.EarliestMonth {
		pages.Previous = to(v.Month - 1)
	}
	if v.Month < v.ThisMonth.AddMonths(household.MonthsAhead) {
		pages.Next = to(v.Month + 1)
	}
	return pages
}

// householdTodo are the warnings, new ones marked, each with what to do.
func householdTodo(f layout.Frame, v casework.HouseholdView) []layout.Todo {
	var list []layout.Todo
	for _, w := range v.Warnings {
		text := f.Fault(w.Text())
		if v.IsNew(w) {
			text = f.Text("household_page.new", "Text", text)
		}
		list = append(list, layout.Todo{Text: text, Detail: f.Fault(w.Advice()), Now: v.IsNew(w)})
	}
	return list
}

func householdTable(f layout.Frame, v casework.HouseholdView) layout.Table {
	table := layout.Table{Caption: f.Text("household_page.caption", "Month", v.Month), Hide: true, Stack: true, Columns: householdColumns(f),
		Empty: &layout.Empty{Title: f.Text("household_page.none"), Text: f.Text("household_page.none_help")}}
	for _, line := range v.Lines {
		table.Rows = append(table.Rows, householdRow(f, v, line.Counts, ""))
		for _, other := range line.Others {
			table.Rows = append(table.Rows, householdRow(f, v, other, f.Text("household_page.not_counted")))
		}
	}
	return layout.NewTable(table)
}

func householdColumns(f layout.Frame) []layout.Column {
	return []layout.Column{{Text: f.Text("household_page.what")}, {Text: f.Text("household_page.amount"), Number: true},
		{Text: f.Text("household_page.from_whom")}, {Text: f.Text("household_page.holds")}, {Text: f.Text("household_page.entered_by")}}
}

func householdRow(f layout.Frame, v casework.HouseholdView, r household.Row, note string) layout.Row {
	by := layout.Cell{Text: f.Text("household_page.by", "Name", r.EnteredBy, "At", f.Instant(r.EnteredAt))}
	if r.ConfirmedAt.After(r.EnteredAt) {
		by.Detail = f.Text("household_page.confirmed_by", "Name", r.ConfirmedBy, "At", f.Instant(r.ConfirmedAt))
	}
	return layout.Row{Cells: []layout.Cell{
		{Text: layout.HouseholdWhat(f.Printer, r.Statement), Href: casePath(v.Case.ID, "household/rows/"+string(r.ID)), Detail: note},
		{Text: layout.HouseholdValue(f.Printer, r.Statement)},
		layout.HouseholdSource(f.Printer, r.Statement),
		{Text: layout.HouseholdMonths(f.Printer, r.Statement)},
		by,
	}}
}

// householdEarlier are the rows that say nothing of the month, nil where there are none.
func householdEarlier(f layout.Frame, v casework.HouseholdView) *layout.Table {
	shown := map[string]bool{}
	for _, line := range v.Lines {
		shown[string(line.Counts.ID)] = true
		for _, other := range line.Others {
			shown[string(other.ID)] = true
		}
	}
	table := layout.Table{Caption: f.Text("household_page.earlier_caption"), Hide: true, Stack: true, Columns: householdColumns(f)}
	for _, r := range v.Rows {
		if shown[string(r.ID)] {
			continue
		}
		note := ""
		if r.TakenBack {
			note = f.Text("household_page.taken_back")
		}
		table.Rows = append(table.Rows, householdRow(f, v, r, note))
	}
	if len(table.Rows) == 0 {
		return nil
	}
	table = layout.NewTable(table)
	return &table
}

func householdFields(frame layout.Frame, f *form.Form, v casework.HouseholdView) *householdForm {
	if !f.Sent("from") && !f.Sent("since") {
		f.Fill("from", v.Month.String()).Fill("since", v.Month.String()).Fill("provenance", string(household.CaseManager)).
			Fill("home_by", string(household.CaseManager)).Fill("adults", "1")
	}
	by := form.Options([]household.Provenance{household.CaseManager, household.OwnStatement}, func(p household.Provenance) string {
		return frame.Code("household.by.", p)
	})
	var whats []form.Option
	for _, w := range household.Whats() {
		if w != household.Members {
			whats = append(whats, layout.HouseholdOption(frame, w))
		}
	}
	return &householdForm{
		What: f.SelectField("what", "household_page.field.what", whats), Name: f.TextField("name", "household_page.field.name").Optional(),
		Amount: f.KronorField("amount", "household_page.field.amount"), Stimulus: f.CheckboxField("stimulus", "household_page.field.stimulus"),
		From: f.MonthField("from", "household_page.field.from"), To: f.MonthField("to", "household_page.field.to").Optional(),
		By: f.RadioField("provenance", "household_page.field.by", by),
		Adults: f.RadioField("adults", "household_page.field.adults", []form.Option{
			{Value: "1", Text: frame.Text("household_page.adults", "Count", 1)}, {Value: "2", Text: frame.Text("household_page.couple")}}),
		Size: f.NumberField("size", "household_page.field.size", frame.Text("household_page.persons")).Optional(),
		Ages: f.TextField("ages", "household_page.field.ages").Optional(), Shared: f.CheckboxField("shared", "household_page.field.shared"),
		Since: f.MonthField("since", "household_page.field.from"), HomeBy: f.RadioField("home_by", "household_page.field.by", by),
		HomeOpen: f.Raw("about") == string(household.Members),
	}
}

// householdConfirmOf is the form that confirms the rows of this month that go on.
func householdConfirmOf(frame layout.Frame, f *form.Form, v casework.HouseholdView) *householdConfirm {
	confirm := &householdConfirm{Send: frame.Text("household_page.confirm_send")}
	var rows []form.Option
	for _, line := range v.Lines {
		if line.Counts.To == 0 {
			rows = append(rows, form.Option{Value: string(line.Counts.ID), Text: frame.Text("household_page.confirm_row",
				"What", layout.HouseholdWhat(frame.Printer, line.Counts.Statement), "Value", layout.HouseholdValue(frame.Printer, line.Counts.Statement))})
		}
	}
	if len(rows) > 0 {
		field := f.CheckboxesField("rows", "household_page.confirm_rows", rows)
		confirm.Rows = &field
	}
	return confirm
}
