package factsfile

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

const year = `"decision": {"from": "2025-09-01", "to": "2026-08-31"}`

func TestRead(t *testing.T) {
	read, err := Read([]byte("\uFEFF" + `{
		"decisions": [{"from": "2026-03-01", "to": "2026-03-31"}, {"from": "2025-09-01", "to": "2026-02-28"}],
		"children": [{"from": "2015-05-02", "to": "2033-05-01"}, {"from": "2015-05-02", "to": "2033-05-01"},
			{"child": "A", "from": "2025-12-01", "to": "2026-01-31"}, {"child": "A", "from": "2020-02-29", "to": "2025-11-30"}],
		"attendance": [{"status": "ill", "date": "2026-03-31"}, {"date": "2025-09-01", "status": "none_planned"}]
	}`))
	if err != nil {
		t.Fatal(err)
	}
	child := period.MustSpan("2015-05-02", "2033-05-01")
	want := File{
		Decisions: []period.Span{period.MustSpan("2026-03-01", "2026-03-31"), period.MustSpan("2025-09-01", "2026-02-28")},
		Children: []compensation.Child{{Days: child}, {Days: child},
			{ID: "A", Days: period.MustSpan("2025-12-01", "2026-01-31")}, {ID: "A", Days: period.MustSpan("2020-02-29", "2025-11-30")}},
		Attendance: map[period.Day]attendance.Status{
			period.MustDay("2026-03-31"): attendance.Ill, period.MustDay("2025-09-01"): attendance.NonePlanned},
		Twins: []Twins{{Path: "children[1]", Other: "children[0]", Line: 3}},
	}
	if !reflect.DeepEqual(read, want) {
		t.Errorf("%+v", read)
	}
}

// A day that the file is silent about counts as attended, in the weeks asked about
// and within the decision.
func TestSilenceIsAttendance(t *testing.T) {
	read, err := Read([]byte(`{"decision": {"from": "2026-03-04", "to": "2026-03-31"}, "attendance": [{"date": "2026-03-05", "status": "ill"}, {"date": "2026-03-07", "status": "ill"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	friday := period.MustDay("2026-03-06")
	facts := read.Facts(period.Span{From: friday, To: friday})
	var said []string
	for _, r := range facts.Attendance {
		said = append(said, fmt.Sprint(r.Day, " ", r.Confirmed))
	}
	if want := []string{"2026-03-04 attended", "2026-03-05 ill", "2026-03-06 attended"}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
	if april := read.Facts(period.MustSpan("2026-04-06", "2026-04-07")); len(april.Attendance) != 0 || len(april.Grants) != 1 {
		t.Errorf("outside the decision: %+v", april)
	}
}

// What is wrong is told with the path and the line, all of it at once.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, file string
		says       []string // path, line, key
	}{
		{"not an object", "\n[]", []string{" 2 not_an_object"}},
		{"an unknown field", "{" + year + ",\n\"kids\": [], \"ho usehold\\u0007\": 1}", []string{"kids 2 unknown_field", `"ho usehold\a" 2 unknown_field`}},
		{"a field twice", "{" + year + ",\n" + year + "}", []string{"decision 2 field_twice"}},
		{"no decision", "{}", []string{"decision 1 no_decision"}},
		{"an empty list of decisions", `{"decisions": []}`, []string{"decision 1 no_decision"}},
		{"decision and decisions", "{" + year + `, "decisions": []}`, []string{"decisions 1 decision_and_decisions"}},
		{"no list", `{"decisions": {}}`, []string{"decisions 1 not_a_list"}},
		{"no object", `{"decision": ["2026-01-01", "2026-01-02"]}`, []string{"decision 1 not_an_object"}},
		{"days that are none", "{\"decision\": {\n\"from\": \"2026-02-30\",\n\"to\": 20260301}}", []string{"decision.from 2 not_a_day", "decision.to 3 not_a_text"}},
		{"a day that is missing", `{"decision": {"from": "2026-02-01"}}`, []string{"decision.to 1 missing"}},
		{"an unknown field within", `{"decision": {"from": "2026-02-01", "to": "2026-02-02", "too": null}}`, []string{"decision.too 1 unknown_field"}},
		{"backwards", `{"decision": {"from": "2026-02-02", "to": "2026-02-01"}}`, []string{"decision.to 1 backwards"}},
		{"a decision for ever", `{"decision": {"from": "1026-02-02", "to": "2026-02-01"}}`, []string{"decision.to 1 decision_too_long"}},
		{"a day longer than the longest", `{"decision": {"from": "2006-02-02", "to": "2026-02-02"}}`, []string{"decision.to 1 decision_too_long"}},
		{"two decisions for a day", "{\"decisions\": [{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\"},\n{\"from\": \"2026-01-31\", \"to\": \"2026-02-28\"}]}", []string{"decisions[1] 2 two_decisions"}},
		{"children that are none", "{" + year + `, "children": 3}`, []string{"children 1 not_a_list"}},
		{"a number of children", "{" + year + `, "children": [3]}`, []string{"children[0] 1 not_an_object"}},
		{"a child backwards", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2015-02-01"},` + "\n" + `{"from": "2015-01-01", "to": "2014-12-31"}]}`, []string{"children[1].to 2 backwards"}},
		{"a grown-up", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2033-01-01"}]}`, []string{"children[0].to 1 child_of_age"}},
		{"a grown-up by two periods", "{" + year + `, "children": [{"child": "A", "from": "2020-01-01", "to": "2033-01-01"}, {"child": "A", "from": "2015-01-01", "to": "2019-12-31"}]}`, []string{"children[0].to 1 child_of_age"}},
		{"one child twice", "{" + year + `, "children": [{"child": "A", "from": "2015-01-01", "to": "2020-01-01"}, {"child": "A", "from": "2020-01-01", "to": "2021-01-01"}]}`, []string{"children[1] 1 child_twice"}},
		{"two that begin alike", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2020-01-01"},` + "\n" + `{"from": "2015-01-01", "to": "2020-01-02"}]}`, []string{"children[1] 2 child_unclear"}},
		{"two that end alike", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2020-01-01"}, {"from": "2015-01-02", "to": "2020-01-01"}]}`, []string{"children[1] 1 child_unclear"}},
		{"twins and one that ends as they do", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2020-01-01"}, {"from": "2015-01-01", "to": "2020-01-01"}, {"from": "2015-06-01", "to": "2020-01-01"}]}`, []string{"children[2] 1 child_unclear"}},
		{"two unclear with a named one between", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2020-01-01"}, {"child": "A", "from": "2015-01-01", "to": "2019-01-01"}, {"from": "2015-01-01", "to": "2018-01-01"}]}`, []string{"children[2] 1 child_unclear"}},
		{"one within the other", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2030-01-01"}, {"from": "2016-01-01", "to": "2029-01-01"}]}`, []string{"children[1] 1 child_unclear"}},
		{"a day in common", "{" + year + `, "children": [{"from": "2015-01-01", "to": "2020-01-01"}, {"from": "2020-01-01", "to": "2030-01-01"}]}`, []string{"children[1] 1 child_unclear"}},
		{"eighteen years together", "{" + year + `, "children": [{"from": "2015-05-02", "to": "2027-01-01"}, {"from": "2020-01-01", "to": "2033-05-01"}]}`, []string{"children[1] 1 child_unclear"}},
		{"the later one first", "{" + year + `, "children": [{"from": "2020-01-01", "to": "2033-05-01"}, {"from": "2015-05-02", "to": "2027-01-01"}]}`, []string{"children[1] 1 child_unclear"}},
		{"four alike", "{" + year + `, "children": [` + listOf(4, `{"from": "2015-01-01", "to": "2030-01-01"}`) + "]}", []string{"children[3] 1 too_many_alike"}},
		{"five alike are told once", "{" + year + `, "children": [` + listOf(5, `{"from": "2015-01-01", "to": "2030-01-01"}`) + "]}", []string{"children[3] 1 too_many_alike"}},
		{"a name with NUL", "{" + year + `, "children": [{"child": "A\u0000", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name_unseen"}},
		{"a name with a mark of direction", "{" + year + `, "children": [{"child": "A` + "\u202e" + `B", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name_unseen"}},
		{"a name with a space of no width", "{" + year + `, "children": [{"child": "` + "\u200b" + `B", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name_unseen"}},
		{"a name over two lines", "{" + year + `, "children": [{"child": "A` + "\u2028" + `B", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name_unseen"}},
		{"a name over two paragraphs", "{" + year + `, "children": [{"child": "A` + "\u2029" + `B", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name_unseen"}},
		{"a name of spaces", "{" + year + `, "children": [{"child": "  ", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name"}},
		{"a child without name", "{" + year + `, "children": [{"child": "", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name"}},
		{"a child with a name of a hundred and one bytes", "{" + year + `, "children": [{"child": "` + strings.Repeat("x", 101) + `", "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 child_name"}},
		{"a child called a number", "{" + year + `, "children": [{"child": 7, "from": "2015-01-01", "to": "2020-01-01"}]}`, []string{"children[0].child 1 not_a_text"}},
		{"more children than can be", "{" + year + `, "children": [` + namedOf(31) + "]}", []string{"children 1 too_many_children"}},
		{"more periods than can be", "{" + year + `, "children": [` + listOf(201, `{"child": "A", "from": "2015-01-01", "to": "2020-01-01"}`) + "]}", []string{"children 1 too_many_periods"}},
		{"an unknown status", "{" + year + `, "attendance": [{"date": "2026-01-02", "status": "asleep"}]}`, []string{"attendance[0].status 1 status_unknown"}},
		{"no status", "{" + year + `, "attendance": [{"date": "2026-01-02"}]}`, []string{"attendance[0].status 1 missing"}},
		{"outside the decision", "{" + year + `, "attendance": [{"date": "2026-08-31", "status": "ill"},` + "\n" + `{"date": "2026-09-01", "status": "ill"}]}`, []string{"attendance[1].date 2 outside_decisions"}},
		{"a day twice", "{" + year + `, "attendance": [{"date": "2026-01-02", "status": "ill"},` + "\n" + `{"date": "2026-01-02", "status": "ill"}]}`, []string{"attendance[1].date 2 day_twice"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := Read([]byte(c.file))
			var wrong *fault.Error
			if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || !reflect.DeepEqual(read, File{}) {
				t.Fatalf("%+v, %v", read, err)
			}
			var said []string
			for _, f := range wrong.Fields {
				said = append(said, fmt.Sprint(f.Name, " ", f.Text.Args["Line"], " ", strings.TrimPrefix(f.Text.Key, "calc.facts.")))
			}
			if !slices.Equal(said, c.says) {
				t.Errorf("%q, want %q", said, c.says)
			}
		})
	}
}

func listOf(n int, item string) string { return strings.Repeat(item+",", n-1) + item }

// namedOf is so many children of the same days, each with a name.
func namedOf(many int) string {
	var all []string
	for i := range many {
		all = append(all, fmt.Sprintf(`{"child": "%d", "from": "2015-01-01", "to": "2020-01-01"}`, i))
	}
	return strings.Join(all, ",")
}

// Brothers and sisters whose periods are longer together than one child's years are told
// apart; what could be one child twice has to be asked about, and a name answers it.
func TestChildrenWithoutANameAreAChildEach(t *testing.T) {
	for name, c := range map[string]struct {
		children string
		count    int
		twins    []Twins
	}{
		"longer than one child": {`{"from": "2015-05-02", "to": "2033-05-01"}, {"from": "2018-01-01", "to": "2035-12-31"}`, 2, nil},
		"a day longer":          {`{"from": "2015-05-02", "to": "2027-01-01"}, {"from": "2020-01-01", "to": "2033-05-02"}`, 2, nil},
		"one after the other":   {`{"from": "2015-01-01", "to": "2020-01-01"}, {"from": "2020-01-02", "to": "2030-01-01"}`, 2, nil},
		"twins":                 {`{"from": "2015-01-01", "to": "2030-01-01"}, {"from": "2015-01-01", "to": "2030-01-01"}`, 2, []Twins{{"children[1]", "children[0]", 1}}},
		"three at once": {`{"from": "2015-01-01", "to": "2030-01-01"}, {"from": "2015-01-01", "to": "2030-01-01"}, {"from": "2015-01-01", "to": "2030-01-01"}`, 3,
			[]Twins{{"children[1]", "children[0]", 1}, {"children[2]", "children[0]", 1}}},
		"two with names that end alike": {`{"child": "A", "from": "2015-01-01", "to": "2030-01-01"}, {"child": "B", "from": "2016-01-01", "to": "2030-01-01"}`, 2, nil},
		"of other ages":                 {`{"from": "2005-01-01", "to": "2010-01-01"}, {"from": "2015-01-01", "to": "2032-12-31"}, {"child": "A", "from": "2014-02-01", "to": "2031-01-01"}`, 3, nil},
		"triplets and an elder": {`{"from": "2010-01-01", "to": "2027-12-31"}, {"from": "2015-01-01", "to": "2030-01-01"}, {"from": "2015-01-01", "to": "2030-01-01"}, {"from": "2015-01-01", "to": "2030-01-01"}`, 4,
			[]Twins{{"children[2]", "children[1]", 1}, {"children[3]", "children[1]", 1}}},
		"one with a name":               {`{"from": "2015-01-01", "to": "2030-01-01"}, {"child": "B", "from": "2016-01-01", "to": "2030-01-01"}`, 2, nil},
		"two with names, the same days": {`{"child": "A", "from": "2015-01-01", "to": "2030-01-01"}, {"child": "B", "from": "2015-01-01", "to": "2030-01-01"}`, 2, nil},
	} {
		read, err := Read([]byte("{" + year + `, "children": [` + c.children + "]}"))
		if err != nil || len(read.Children) != c.count || !slices.Equal(read.Twins, c.twins) {
			t.Errorf("%s: %+v, %v", name, read, err)
		}
	}
}

// The limits themselves are within: what is just inside is read.
func TestJustWithinTheLimits(t *testing.T) {
	days := `"from": "2015-01-01", "to": "2020-01-01"}`
	for name, file := range map[string]string{
		"twenty years":        `{"decision": {"from": "2006-02-02", "to": "2026-02-01"}}`,
		"thirty children":     "{" + year + `, "children": [` + namedOf(30) + "]}",
		"two hundred periods": "{" + year + `, "children": [` + periodsOf(200) + "]}",
		"a long name":         "{" + year + `, "children": [{"child": "` + strings.Repeat("x", 100) + `", ` + days + "]}",
		"until of age":        "{" + year + `, "children": [{"from": "2008-02-29", "to": "2026-02-28"}]}`,
		"the last byte":       "{" + year + "}" + strings.Repeat(" ", 1_048_576-len(year)-2),
		"names with joiners":  "{" + year + `, "children": [{"child": "A` + "\u200c\u200d" + `B", ` + days + "]}",
		"a mark that is none": "{" + year + `, "children": [{"child": "�", ` + days + "]}",
	} {
		if _, err := Read([]byte(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// periodsOf is so many periods of one child, each of a day.
func periodsOf(many int) string {
	var all []string
	for i := range many {
		day := period.MustDay("2020-01-01").AddDays(2 * i)
		all = append(all, fmt.Sprintf(`{"child": "A", "from": %q, "to": %q}`, day, day))
	}
	return strings.Join(all, ",")
}

// A file that is no JSON is refused as a whole, with the place where it stops being so.
func TestReadRefusesWhatIsNoFactsFile(t *testing.T) {
	for _, c := range []struct {
		name, file, key string
		line, column    any
	}{
		{"empty", "", "empty", nil, nil},
		{"spaces", " \n", "empty", nil, nil},
		{"too large", strings.Repeat(" ", 1_048_577), "too_large", nil, nil},
		{"not UTF-8", "{\n\"\xe5\"", "not_utf8", 2, nil},
		{"UTF-16", "\xff\xfe{\x00}\x00", "not_utf8", 1, nil},
		{"words", "{\n åhej", "not_json", 2, 2},
		{"cut off", "{\n  \"decision\": {", "not_json", 2, 15},
		{"something after it", "{}\n{}", "not_json", 2, 1},
		{"a comma too many", "{\"decisions\":\n[1,]}", "not_json", 2, 4},
		{"nested without end", strings.Repeat("[", 100_000), "not_json", 1, 10_001},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read([]byte(c.file))
			var wrong *fault.Error
			if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || wrong.Text.Key != "calc.facts."+c.key || len(wrong.Fields) != 0 {
				t.Fatalf("%v", err)
			}
			if wrong.Text.Args["Line"] != c.line || wrong.Text.Args["Column"] != c.column {
				t.Errorf("%v", wrong.Text.Args)
			}
		})
	}
}

// Where a decision cannot be read nobody knows which days it covers, and nothing is said
// of the days.
func TestAnUnreadDecisionSaysNothingOfTheDays(t *testing.T) {
	const ill = `"attendance": [{"date": "2026-01-02", "status": "ill"}]`
	for decision, want := range map[string]string{
		`"decision": {"from": "x", "to": "2026-08-31"}`:          "decision.from",
		`"decision": {"from": "2026-08-31", "to": "2026-01-01"}`: "decision.to",
		`"decisions": 3`:           "decisions",
		`"decisions": []`:          "decision",
		year + `, "decisions": []`: "decisions",
	} {
		_, err := Read([]byte("{" + decision + ", " + ill + "}"))
		var wrong *fault.Error
		if !errors.As(err, &wrong) || len(wrong.Fields) != 1 || wrong.Fields[0].Name != want {
			t.Errorf("%s: %v", decision, err)
		}
	}
}

// However much is wrong, the list ends.
func TestFaultsAreNotWithoutEnd(t *testing.T) {
	_, err := Read([]byte("{" + year + `, "attendance": [` + listOf(5000, "{}") + "]}"))
	var wrong *fault.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 100 {
		t.Errorf("%d faults", len(wrong.Fields))
	}
}

// Whatever is in a file, it is read or refused; and what is read can be reckoned from,
// as far as the law book reaches.
func FuzzRead(f *testing.F) {
	f.Add([]byte("{" + year + `, "children": [{"from": "2015-05-02", "to": "2033-05-01"}], "attendance": [{"date": "2026-01-02", "status": "absent_unapproved"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := Read(text)
		var wrong *fault.Error
		if err != nil {
			if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
				t.Fatalf("%v", err)
			}
			return
		}
		if len(file.Decisions) == 0 || len(file.Attendance) > 0 && len(text) < 20*len(file.Attendance) {
			t.Fatalf("%+v", file)
		}
		asked := file.Decisions[0]
		if _, err := compensation.Prepare(nil, file.Facts(asked)); err != nil {
			t.Fatalf("what was read contradicts itself: %v", err)
		}
	})
}
