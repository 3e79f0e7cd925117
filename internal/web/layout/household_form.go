package layout

import (
	"errors"
	"strconv"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/web/form"
)

// ReadHome reads who lives in the home, from the fields adults, size, ages and shared.
// What is wrong is in the form.
func ReadHome(f *form.Form) household.Home {
	home := household.Home{Adults: 1, Shared: f.Yes("shared"), Ages: readAges(f)}
	if f.Choice("adults", "1", "2") == "2" {
		home.Adults = economy.MostAdults
	}
	home.Size, _ = f.IntIfAny("size", 1, 99)
	return home
}

// readAges reads whole years with commas or spaces between.
func readAges(f *form.Form) (ages []int) {
	for _, word := range strings.FieldsFunc(f.Raw("ages"), func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\u00a0' }) {
		age, err := strconv.Atoi(word)
		if err != nil {
			f.Wrong("ages", "household_page.not_ages")
			return nil
		}
		ages = append(ages, age)
	}
	return ages
}

// HouseholdOption is what a row can be about as an option: of which group, and its name.
func HouseholdOption(f Frame, w household.What) form.Option {
	key := "household_page.an_income"
	if _, cost := w.Cost(); cost {
		key = "household_page.a_cost"
	}
	return form.Option{Value: string(w), Text: f.Text(key, "What", f.Fault(w.Text()))}
}

// Renamed puts the messages of the rules beside the fields of the page, by the names
// that differ. Any other error is as it was.
func Renamed(err error, names map[string]string) error {
	var wrong *fault.Error
	if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
		return err
	}
	beside := &fault.Error{Code: wrong.Code, Text: wrong.Text, Cause: err}
	for _, field := range wrong.Fields {
		if name, has := names[field.Name]; has {
			field.Name = name
		}
		beside.Fields = append(beside.Fields, field)
	}
	return beside
}
