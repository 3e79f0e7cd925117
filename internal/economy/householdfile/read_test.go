package householdfile

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

func TestReadsEverything(t *testing.T) {
	facts, err := Read([]byte("\ufeff" + `{
  "month": "2026-03", "adults": 2, "cohabiting": true, "household_size": 5, "shared_household": true,
  "children": [{"age": 8, "in_custody": false}, {"age": 2, "lunch_at_home": false, "in_custody": true}],
  "reasonable_costs": {"other": [{"name": "move", "amount": 99.5}], "electricity": 312.05, "rent": 6500},
  "incomes": [{"kind": "work", "net": 5000.25, "job_stimulus": true}, {"kind": "other", "name": "prize", "net": 1}],
  "child_allowance": "add"
}`))
	want := economy.Facts{
		Month: period.MustMonth("2026-03"), Adults: 2, Cohabiting: true, HouseholdSize: 5, Shared: true,
		Children: []economy.Child{{Age: 8, NotInCustody: true}, {Age: 2, LunchAway: true}},
		Costs: []economy.Cost{{Kind: economy.Rent, Amount: 650000}, {Kind: economy.Electricity, Amount: 31205},
			{Kind: economy.OtherCost, Name: "move", Amount: 9950}},
		Incomes:      []economy.Income{{Kind: economy.Work, Net: 500025, JobStimulus: true}, {Kind: economy.OtherIncome, Name: "prize", Net: 100}},
		AddAllowance: true,
	}
	if err != nil || !reflect.DeepEqual(facts, want) {
		t.Errorf("%+v, %v", facts, err)
	}
}

func TestWhatIsLeftOut(t *testing.T) {
	for adults, want := range map[int]economy.Facts{
		1: {Month: period.MustMonth("2026-03"), Adults: 1},
		2: {Month: period.MustMonth("2026-03"), Adults: 2, Cohabiting: true},
	} {
		facts, err := Read(fmt.Appendf(nil, `{"month":"2026-03","adults":%d}`, adults))
		if err != nil || !reflect.DeepEqual(facts, want) {
			t.Errorf("%+v, %v", facts, err)
		}
	}
}

// Every fault is told, with where and on which line.
func TestRefused(t *testing.T) {
	const good = `"month":"2026-03","adults":1`
	for name, c := range map[string]struct{ file, want string }{
		"nothing":            {" \n", "calc.facts.empty"},
		"not JSON":           {"{", "calc.facts.not_json"},
		"semicolons":         {"month;adults\n2026-03;1", "calc.facts.not_json"},
		"two of them":        {"{" + good + "}{}", "calc.facts.not_json"},
		"Latin-1":            {"{\"month\":\"\xe5\"}", "calc.facts.not_utf8"},
		"too large":          {strings.Repeat(" ", LargestFile+1), "calc.facts.too_large"},
		"a list":             {"[]", " 1 calc.facts.not_an_object"},
		"an empty household": {"\n{}", "month 2 calc.facts.missing, adults 2 calc.facts.missing"},
		"a month of fifteen": {"{\n\"month\":\"2015-13\",\"adults\":1}", "month 2 calc.facts.not_a_month"},
		"a month by number":  {`{"month":202603,"adults":1}`, "month 1 calc.facts.not_a_text"},
		"a half adult":       {`{"month":"2026-03","adults":1.5}`, "adults 1 calc.facts.not_whole"},
		"adults in words":    {`{"month":"2026-03","adults":"one"}`, "adults 1 calc.facts.not_a_number"},
		"an unknown field":   {"{" + good + ",\n\"pets\":2}", "pets 2 calc.facts.unknown_field"},
		"a field twice":      {"{" + good + ",\n\"adults\":1}", "adults 2 calc.facts.field_twice"},
		"an unknown cost":    {"{" + good + `,"reasonable_costs":{"yacht":1}}`, "reasonable_costs.yacht 1 calc.facts.unknown_field"},
		"a cost in words":    {"{" + good + `,"reasonable_costs":{"rent":"6500"}}`, "reasonable_costs.rent 1 calc.facts.not_a_number"},
		"a cost of parts":    {"{" + good + `,"reasonable_costs":{"rent":1e3}}`, "reasonable_costs.rent 1 calc.facts.not_an_amount"},
		"a tenth of an öre":  {"{" + good + `,"reasonable_costs":{"rent":0.001}}`, "reasonable_costs.rent 1 calc.facts.not_an_amount"},
		"another cost alone": {"{" + good + `,"reasonable_costs":{"other":5}}`, "reasonable_costs.other 1 calc.facts.not_a_list"},
		"another cost of no name": {"{" + good + `,"reasonable_costs":{"other":[{"amount":5}]}}`,
			"reasonable_costs.other[0].name 1 calc.facts.missing"},
		"another cost of an empty name": {"{" + good + ",\"reasonable_costs\":{\"other\":[\n{\"name\":\"\",\"amount\":-5}]}}",
			"reasonable_costs.other[0].name 2 economy.refused.name, reasonable_costs.other[0].amount 2 economy.refused.negative"},
		"a child without age": {"{" + good + `,"children":[{}]}`, "children[0].age 1 calc.facts.missing"},
		"a child of 21":       {"{" + good + ",\"children\":[{\"age\":3},\n{\"age\":21}]}", "children[1].age 2 economy.refused.child_age"},
		"a child of -1":       {"{" + good + `,"children":[{"age":-1}]}`, "children[0].age 1 economy.refused.child_age"},
		"lunch in words":      {"{" + good + `,"children":[{"age":3,"lunch_at_home":"yes"}]}`, "children[0].lunch_at_home 1 calc.facts.not_yes_or_no"},
		"children by number":  {"{" + good + `,"children":2}`, "children 1 calc.facts.not_a_list"},
		"nobody in the home":  {"{" + good + `,"household_size":0}`, "household_size 1 economy.refused.household_size"},
		"a small home":        {"{" + good + ",\"children\":[{\"age\":3}],\n\"household_size\":1}", "household_size 2 economy.refused.smaller_than_members"},
		"cohabiting alone":    {"{" + good + ",\n\"cohabiting\":true}", "cohabiting 2 economy.refused.alone_together"},
		"an unknown income":   {"{" + good + ",\"incomes\":[\n{\"kind\":\"lottery\",\"net\":1}]}", "incomes[0].kind 2 economy.refused.income_kind"},
		"an income of nothing": {"{" + good + `,"incomes":[{}]}`,
			"incomes[0].kind 1 calc.facts.missing, incomes[0].net 1 calc.facts.missing"},
		"a negative income":    {"{" + good + ",\"incomes\":[\n{\"kind\":\"work\",\n\"net\":-5000}]}", "incomes[0].net 3 economy.refused.negative"},
		"an absurd income":     {"{" + good + `,"incomes":[{"kind":"work","net":1000000.01}]}`, "incomes[0].net 1 economy.refused.absurd"},
		"an endless income":    {"{" + good + `,"incomes":[{"kind":"work","net":9999999999999999999}]}`, "incomes[0].net 1 calc.facts.not_an_amount"},
		"an allowance to take": {"{" + good + `,"child_allowance":"take"}`, "child_allowance 1 economy.refused.allowance_how"},
		"the allowance twice": {"{" + good + ",\"incomes\":[{\"kind\":\"child_allowance\",\"net\":1250}],\n\"child_allowance\":\"add\"}",
			"child_allowance 2 economy.refused.allowance_twice"},
		"form and rule together": {"{\"month\":\"x\",\n\"adults\":3}", "month 1 calc.facts.not_a_month, adults 2 economy.refused.adults"},
	} {
		_, err := Read([]byte(c.file))
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var told []string
		for _, f := range wrong.Fields {
			told = append(told, fmt.Sprintf("%s %v %s", f.Name, f.Text.Args["Line"], f.Text.Key))
		}
		if len(wrong.Fields) == 0 {
			told = append(told, wrong.Text.Key)
		}
		if got := strings.Join(told, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// What is found wrong when the household is reckoned gets its line from the file.
func TestRefusedLater(t *testing.T) {
	var found fault.Fields
	found.Add("children[0].lunch_at_home", "economy.refused.lunch_away_unknown")
	err := Refused([]byte("{\"month\":\"2023-03\",\"adults\":1,\n\"children\":[\n{\"age\":3,\"lunch_at_home\":false}]}"), found)
	var wrong *fault.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 1 || wrong.Fields[0].Text.Args["Line"] != 3 {
		t.Errorf("%v", err)
	}
	if err := Refused([]byte("{"), found); err == nil {
		t.Error("half a file has lines")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"month":"2026-03","adults":1,"children":[{"age":8}],"incomes":[{"kind":"work","net":5000}]}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		facts, err := Read(file)
		if err == nil && facts.Check() != nil {
			t.Errorf("taken though it cannot be right: %+v", facts)
		}
	})
}
