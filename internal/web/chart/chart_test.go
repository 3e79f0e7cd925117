package chart_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/locale"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden pictures anew; look at them before they are kept")

func figures(p *locale.Printer) map[string]chart.Figure {
	day := period.MustDay
	names := [7]string{1: "Stöd i grundläggande behov", 2: "Planering, struktur", 3: "Sysselsättning", 4: "Arbetsinriktad rehabilitering", 5: "Arbete med stöd", 6: "Eget arbete eller studier"}
	kronor := func(amount float64) string { return p.Number(int64(amount)) }
	return map[string]chart.Figure{
		"week": chart.WeekHours{ID: "w", Ability: 30, Segments: []chart.Segment{
			{"Arbete", "Köksspåret", 12, chart.Work}, {"Språk", "SFI C", 8, chart.Sky}, {"Hälsa", "vattengympa", 2, chart.Plum}}}.Figure(p, "Veckan"),
		"week_empty": chart.WeekHours{ID: "w", Ability: 20}.Figure(p, "Tom vecka"),
		"week_over": chart.WeekHours{ID: "w", Ability: 10, Segments: []chart.Segment{
			{"Arbete", `<script>alert("x")</script>`, 30, chart.Work}, {"Socialt", "", 0, chart.Social}}}.Figure(p, "För mycket"),
		"week_unknown": chart.WeekHours{ID: "w"}.Figure(p, "Inte bedömd"),
		"ladder": chart.Ladder{ID: "l", Names: names, Until: day("2026-11-20"), Goal: &chart.LadderGoal{Step: 5, On: day("2027-03-01")},
			Points: []chart.LadderPoint{{day("2026-01-12"), 2}, {day("2026-04-02"), 3}, {day("2026-08-20"), 4}}}.Figure(p, "Vägen hittills"),
		"ladder_down": chart.Ladder{ID: "l", Names: names, Until: day("2026-03-02"),
			Points: []chart.LadderPoint{{day("2026-03-01"), 6}, {day("2026-03-02"), 1}}}.Figure(p, "Ned"),
		"ladder_empty": chart.Ladder{ID: "l", Names: names}.Figure(p, "Ingen bedömning"),
		"bars": chart.Bars{ID: "b", What: "Insats", Measure: "Platser", Against: "Behov", Bars: []chart.Bar{
			{"Arbete med handledare", 430, "430", chart.Work, 610, "610"}, {"Sysselsättning", 490, "490", chart.Social, 300, "300"}, {"Kommunens egen grupp med ett mycket långt namn", 0, "0", chart.Sky, 0, ""}}}.Figure(p, "Platser mot behov"),
		"bars_empty": chart.Bars{ID: "b", What: "a", Measure: "b"}.Figure(p, "Inget"),
		"line": chart.Line{ID: "s", When: "Månad", Series: []chart.Series{
			{"Programmet", chart.Work, []chart.Point{{0, "0", 0, 0, 0.01}, {6, "6", 0.19, 0.15, 0.23}, {12, "12", 0.34, 0.29, 0.39}}},
			{"Jämförelse", chart.Quiet, []chart.Point{{0, "0", 0, 0, 0.01}, {6, "6", 0.17, 0.13, 0.21}, {12, "12", 0.31, 0.26, 0.36}}}}}.Figure(p, "I arbete"),
		"curve": chart.Curve{ID: "c", Amount: kronor, Table: chart.Table{Columns: []string{"Timmar", "Kvar"}, Rows: [][]string{{"0", "9170"}, {"40", "16100"}}}, Marks: []chart.CurveMark{{"Lönen räcker 21,4 h", 21.4}, {"Biståndet upphör 33,5 h", 33.5}},
			Lines:  []chart.CurveLine{{"Kvar", chart.Work, [][2]float64{{0, 9170}, {33.5, 13200}, {40, 16100}}}, {"Utan stimulans", chart.Ask, [][2]float64{{0, 9170}, {25, 9170}, {40, 14600}}}},
			Levels: []chart.Level{{"I dag", chart.Quiet, 9170}, {"I programmet", chart.Sky, 12090}},
			Ticks:  []chart.Tick{{0, "0"}, {20, "20"}, {40, "40 timmar"}}}.Figure(p, "Kvar att leva på"),
		"curve_empty": chart.Curve{ID: "c", Amount: kronor}.Figure(p, "Inget"),
		"balance": chart.Balance{ID: "b", What: "Vem", Measure: "Vinst", Less: "kommunen förlorar", More: "kommunen vinner", Bars: []chart.Bar{
			{Label: "Ensam i nystartsjobb", Value: -12570, Text: "−12 570", Tone: chart.Ask}, {Label: "Ensam i extratjänst", Value: 6531, Text: "6 531", Tone: chart.Work}}}.Figure(p, "Vinst och förlust"),
		"balance_long": chart.Balance{ID: "b", What: "Vad", Measure: "På ett år", Less: "kostar", More: "sparar", Bars: []chart.Bar{
			{Label: "Bistånd som faller bort under tiden", Value: 12_345_678, Text: "+12 345 678 kr", Tone: chart.Sky}, {Label: "Netto", Value: -731_000, Text: "−731 000 kr", Tone: chart.Ask}}}.Figure(p, "Vad det kostar"),
		"line_empty": chart.Line{ID: "s", When: "Månad"}.Figure(p, "Inget än"),
		"flow": chart.Flow{ID: "f", Names: names[1:], Then: "För ett år sedan", Now: "I dag", Moves: []chart.Move{
			{0, 0, 90}, {0, 1, 40}, {1, 1, 120}, {1, 2, 85}, {2, 1, 22}, {2, 3, 95}, {3, 4, 60}, {3, 3, 70}, {4, 5, 48}, {5, 4, 6}}}.Figure(p, "Rörelser"),
		"tracks": chart.Tracks{ID: "t", Today: day("2026-09-10"), Rows: []chart.Track{
			{"Arbete", chart.Work, []chart.Span{{"Köksspåret", "15 h i veckan", day("2026-08-03"), day("2027-01-31")}, {"Butik", "5 h i veckan", day("2026-09-14"), day("2026-09-20")}}},
			{"Utbildning och språk", chart.Sky, []chart.Span{{"SFI C", "10 h i veckan", day("2026-08-20"), day("2026-10-30")}, {"SFI D", "10 h i veckan", day("2026-11-02"), day("2027-01-15")}}},
			{"Hälsa", chart.Plum, nil}}}.Figure(p, "Spår sida vid sida"),
		"tracks_empty": chart.Tracks{ID: "t", Today: day("2026-09-10")}.Figure(p, "Ingen plan"),
		"through": chart.Through{ID: "g", In: chart.Part{"Anvisade", 40, chart.Quiet},
			Ways: []chart.Part{{"Började", 25, chart.Work}, {"Väntar", 8, chart.Quiet}, {"Den anvisade eller handläggaren tackade nej", 6, chart.Quiet}, {"Svarade inte i tid", 1, chart.Quiet}},
			Out:  []chart.Part{{"Fullföljde", 10, chart.Work}, {"Avbröts", 3, chart.Ask}, {"Pågår", 12, chart.Work}}}.Figure(p, "25 av 40 började"),
		"through_empty": chart.Through{ID: "g", In: chart.Part{Label: "Anvisade", Tone: chart.Quiet}}.Figure(p, "Ingen"),
		"flow_empty":    chart.Flow{ID: "f", Names: names[1:], Then: "då", Now: "nu"}.Figure(p, "Inga"),
	}
}

func TestPicturesAreAsBefore(t *testing.T) {
	for name, f := range figures(locale.For("sv")) {
		for size, drawn := range map[string]string{"wide": string(f.Picture), "narrow": string(f.Narrow)} {
			path := filepath.Join("testdata", name+"_"+size+".svg")
			if *update {
				if err := os.WriteFile(path, []byte(drawn+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(string(want)) != drawn {
				t.Errorf("%s differs; if that is meant: go test ./internal/web/chart -update, and look at it", path)
			}
		}
	}
}

func TestPicturesCanBeReadWithoutSeeingThem(t *testing.T) {
	for _, language := range []string{"sv", "en"} {
		for name, f := range figures(locale.For(language)) {
			for _, drawn := range []string{string(f.Picture), string(f.Narrow)} {
				wellFormed(t, name, drawn)
				if !strings.Contains(drawn, "<title ") || !strings.Contains(drawn, "<desc ") || !strings.Contains(drawn, `role="img"`) {
					t.Errorf("%s has no name or description", name)
				}
				if strings.Contains(drawn, locale.Missing) || strings.Contains(drawn, "NaN") || strings.Contains(drawn, "Inf") || strings.Contains(drawn, "<script") {
					t.Errorf("%s: %s", name, drawn)
				}
			}
			for _, row := range f.Table.Rows {
				if len(row) != len(f.Table.Columns) {
					t.Errorf("%s: a row of %d under %d columns", name, len(row), len(f.Table.Columns))
				}
			}
			if !strings.Contains(name, "empty") && !strings.Contains(name, "unknown") && len(f.Table.Rows) == 0 {
				t.Errorf("%s has no table", name)
			}
		}
	}
}

func wellFormed(t interface{ Errorf(string, ...any) }, name, drawn string) {
	d := xml.NewDecoder(strings.NewReader(drawn))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s is not well formed: %v", name, err)
			return
		}
	}
}

// Whatever numbers and words come, the picture is whole and the table has them all.
func TestAnyWeekCanBeDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := chart.WeekHours{ID: "w", Ability: rapid.IntRange(0, 40).Draw(t, "ability")}
		planned := 0
		for range rapid.IntRange(0, 8).Draw(t, "segments") {
			hours := rapid.IntRange(0, 60).Draw(t, "hours")
			planned += hours
			c.Segments = append(c.Segments, chart.Segment{Label: rapid.StringMatching(`[a-zåäö<>&" ]{0,40}`).Draw(t, "label"), Hours: hours, Tone: chart.Work})
		}
		f := c.Figure(locale.For("sv"), "Veckan")
		wellFormed(t, "week", string(f.Picture))
		wellFormed(t, "week", string(f.Narrow))
		if c.Planned() != planned || len(f.Table.Rows) < len(c.Segments) {
			t.Fatalf("%d rows for %d segments", len(f.Table.Rows), len(c.Segments))
		}
	})
}

func BenchmarkWeek(b *testing.B) {
	p := locale.For("sv")
	c := chart.WeekHours{ID: "w", Ability: 30, Segments: []chart.Segment{{"Arbete", "Köksspåret", 12, chart.Work}, {"Språk", "SFI C", 8, chart.Sky}}}
	b.ReportAllocs()
	for b.Loop() {
		_ = c.Figure(p, "Veckan")
	}
}
