package duty

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

func TestWhatIsKnownOfTheRequirement(t *testing.T) {
	first, last := Known(law.Sweden())
	if first != month("2026-10") || last != month("2026-12") {
		t.Errorf("%s to %s", first, last)
	}
	for now, want := range map[string]string{"2015-01": "2015-01", "2026-07": "2026-07", "2026-11": "2026-11", "2026-12": "2026-12", "2027-01": "2026-12", "2031-05": "2026-12"} {
		if got := NewestKnown(law.Sweden(), month(now)); got != month(want) {
			t.Errorf("in %s the newest is %s, want %s", now, got, want)
		}
	}
}

// The report of a quarter is made when the quarter is over.
func TestTheQuarterToReportOf(t *testing.T) {
	for now, want := range map[string]string{"2026-08": "2026Q3", "2026-11": "2026Q4", "2027-01": "2026Q4", "2027-04": "2026Q4", "2030-02": "2026Q4"} {
		if got := NewestQuarter(law.Sweden(), month(now)).String(); got != want {
			t.Errorf("in %s it is %s, want %s", now, got, want)
		}
	}
	// Rules that are known on, with a month that nobody has decided.
	book := knownFor(t, span("2026-07-01", "2027-04-30"), span("2027-06-01", "2027-12-31"))
	for now, want := range map[string]string{"2027-01": "2026Q4", "2027-04": "2027Q1", "2027-07": "2027Q1", "2027-11": "2027Q3", "2028-02": "2027Q4"} {
		if got := NewestQuarter(book, month(now)).String(); got != want {
			t.Errorf("with a gap in May, in %s it is %s, want %s", now, got, want)
		}
	}
	if got := NewestKnown(book, month("2027-05")); got != month("2027-04") {
		t.Errorf("in the gap the newest is %s", got)
	}
}

func span(from, to string) period.Span {
	return period.Span{From: period.MustDay(from), To: period.MustDay(to)}
}

// knownFor is a book whose requirement is known on the days.
func knownFor(t *testing.T, days ...period.Span) *law.Book {
	t.Helper()
	source := os.DirFS("../law/data")
	files, err := fs.ReadDir(source, ".")
	if err != nil {
		t.Fatal(err)
	}
	data := fstest.MapFS{}
	for _, file := range files {
		text, err := fs.ReadFile(source, file.Name())
		if err != nil {
			t.Fatal(err)
		}
		data[file.Name()] = &fstest.MapFile{Data: text}
	}
	var rows strings.Builder
	for _, d := range days {
		fmt.Fprintf(&rows, "- {from: %s, to: %s, source: a test, value: {weekly_hours: 40, young_child_less_hours: 10, young_child_under_years: 8, first_applied: 2026-10}}\n", d.From, d.To)
	}
	data["activity_requirement.yaml"].Data = []byte(rows.String())
	book, err := law.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}
