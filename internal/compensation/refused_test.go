package compensation_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

func TestFactsThatContradictEachOtherAreRefused(t *testing.T) {
	week := period.MustWeek("2026-W11")
	march := period.MustSpan("2026-03-01", "2026-03-31")
	backwards := period.Span{From: march.To, To: march.From}

	_, err := compensation.Calculate(law.Sweden(), compensation.Facts{
		Grants: []compensation.Grant{{Days: march}, {Days: period.MustSpan("2026-03-31", "2026-04-30")}},
	}, week)
	var overlap *period.OverlapError
	if !errors.As(err, &overlap) || overlap.Common != period.MustSpan("2026-03-31", "2026-03-31") {
		t.Errorf("two grants of one day: %v", err)
	}

	children := []compensation.Child{
		{ID: "younger", Days: period.MustSpan("2020-01-01", "2038-01-01")},
		{ID: "older", Days: period.MustSpan("2015-01-01", "2026-03-10")},
		{ID: "older", Days: period.MustSpan("2026-03-10", "2033-01-01")},
	}
	_, err = compensation.Calculate(law.Sweden(), compensation.Facts{Children: children}, week)
	var child *compensation.ChildTwiceError
	if !errors.As(err, &child) || child.Child != "older" || child.Common != period.MustSpan("2026-03-10", "2026-03-10") {
		t.Errorf("two periods of one child on a day: %v", err)
	}
	children[2].Days.From++
	twins := append(children, compensation.Child{Days: march}, compensation.Child{Days: march})
	if _, err := compensation.Calculate(law.Sweden(), compensation.Facts{Children: twins}, week); err != nil {
		t.Errorf("one period after the other, and twins without names: %v", err)
	}

	record := attendance.DayRecord{Placement: "kitchen", Day: week.Monday(), Reported: attendance.Attended}
	_, err = compensation.Calculate(law.Sweden(), compensation.Facts{Attendance: []attendance.DayRecord{record, record}}, week)
	var twice *attendance.TwiceError
	if !errors.As(err, &twice) || twice.Day != week.Monday() {
		t.Errorf("two records of one day: %v", err)
	}

	for name, facts := range map[string]compensation.Facts{
		"a grant": {Grants: []compensation.Grant{{Days: backwards}}},
		"a child": {Children: []compensation.Child{{Days: backwards}}},
	} {
		if _, err := compensation.Calculate(law.Sweden(), facts, week); !errors.Is(err, period.ErrBackwards) {
			t.Errorf("%s that ends before it begins: %v", name, err)
		}
	}
}

// A book whose rules this program does not know, or whose amounts cannot be held, is
// refused and not read by the rules at hand.
func TestBooksThatAreRefused(t *testing.T) {
	week := period.MustWeek("2026-W11")
	facts := compensation.Facts{Grants: []compensation.Grant{{Days: week.Span()}}}
	for _, d := range week.Days() {
		facts.Attendance = append(facts.Attendance, attendance.DayRecord{Day: d, Reported: attendance.Attended})
	}

	_, err := compensation.Calculate(bookWith(t, "compensation_rules.yaml",
		`[{from: 2026-01-01, to: 2026-12-31, source: x, value: {rule_set: SKL 2030/1, base_percent: "5"}}]`), facts, week)
	var unknown *compensation.UnknownRuleSetError
	if !errors.As(err, &unknown) || unknown.Name != "SKL 2030/1" {
		t.Errorf("an unknown rule set: %v", err)
	}

	_, err = compensation.Calculate(bookWith(t, "price_base_amount.csv", "2026,9000000000000000000\n"), facts, week)
	if !errors.Is(err, money.ErrOverflow) {
		t.Errorf("an amount that cannot be held: %v", err)
	}
}

// bookWith is the Swedish book with one file of it replaced.
func bookWith(t *testing.T, name, text string) *law.Book {
	t.Helper()
	data := fstest.MapFS{}
	source := os.DirFS("../law/data")
	files, err := fs.Glob(source, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := fs.ReadFile(source, file)
		if err != nil {
			t.Fatal(err)
		}
		data[file] = &fstest.MapFile{Data: content}
	}
	data[name] = &fstest.MapFile{Data: []byte(text)}
	book, err := law.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}
