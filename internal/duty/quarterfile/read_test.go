package quarterfile_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"fotfaste/internal/casefile"
	"fotfaste/internal/duty"
	"fotfaste/internal/duty/quarterfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

var autumn = duty.QuarterOf(period.MustMonth("2026-10"))

const heading = "person,month,main_obstacle,assigned,reduced,denied\n"

func TestRead(t *testing.T) {
	file, err := quarterfile.Read(strings.NewReader("\uFEFFMånad;Person;Nekad;Nedsatt;Anvisad;Försörjningshinder\r\n"+
		"2026-10;A1;nej;;JA;Arbetslös, ingen  ersättning/stöd\r\n"+
		"\r\n;;;;;\r\n"+
		" 2026-12 ;\"A;2\";x;-;1;\r\n"+
		"2027-01;A1;nej;nej;nej;none\r\n"), autumn)
	if err != nil {
		t.Fatal(err)
	}
	want := []duty.PersonMonth{
		{Person: "A1", Month: period.MustMonth("2026-10"), Obstacle: casefile.UnemployedNoBenefit, Assigned: true},
		{Person: "A;2", Month: period.MustMonth("2026-12"), Assigned: true, Denied: true},
	}
	if len(file.Rows) != 2 || file.Rows[0] != want[0] || file.Rows[1] != want[1] {
		t.Errorf("%+v", file.Rows)
	}
	if form := (quarterfile.Form{Semicolons: true, BOM: true, Blank: 2, Nothing: 1}); file.Form != form || file.Outside != 1 || file.Unsaid != 1 {
		t.Errorf("%+v", file)
	}
}

// A row that says the same as an earlier one counts once, and is told of.
func TestARowThatIsThereTwiceCountsOnce(t *testing.T) {
	const row = "A,2026-10,,yes,,no\n"
	file, err := quarterfile.Read(strings.NewReader(heading+row+row+"A,2026-11,,yes,no,no\nA,2026-10,,JA,no,nej\nA,2026-01,,,,\nA,2026-01,,,,\n"), autumn)
	if err != nil || len(file.Rows) != 2 || file.Duplicates != 2 || file.Outside != 2 || file.Unsaid != 2 || file.Form.Nothing != 1 {
		t.Errorf("%+v, %v", file, err)
	}
}

// A gender may be said, in either language; what is none is refused.
func TestTheGenderIsReadWhereItIsThere(t *testing.T) {
	file, err := quarterfile.Read(strings.NewReader("person,month,main_obstacle,assigned,reduced,denied,kön\n"+
		"A,2026-10,,yes,no,no,Kvinna\nB,2026-10,,yes,no,no,m\nC,2026-10,,yes,no,no,\n"), autumn)
	if err != nil || file.Rows[0].Gender != person.Woman || file.Rows[1].Gender != person.Man || file.Rows[2].Gender != person.Unstated {
		t.Errorf("%+v, %v", file, err)
	}
}

// Every main obstacle is read by its code, and by a label that no other has.
func TestEveryObstacleIsRead(t *testing.T) {
	labels := map[casefile.Obstacle]string{casefile.SocialReasons: "Arbetshinder,sociala skäl", casefile.NoObstacle: "utan försörjningshinder",
		casefile.UnaccompaniedUpperSecondaryPupil: "Ensamkommande ungdom 18–20 år, gymnasiestuderande"}
	for _, obstacle := range casefile.Obstacles() {
		for _, text := range []string{string(obstacle), labels[obstacle]} {
			file, err := quarterfile.Read(strings.NewReader(heading+"A,2026-10,\""+text+"\",no,no,no"), autumn)
			if err != nil || text != "" && file.Rows[0].Obstacle != obstacle {
				t.Errorf("%s: %v", text, err)
			}
		}
	}
}

// What is wrong has its line, and nothing that stands in the file.
func TestReadRefuses(t *testing.T) {
	const row = "secret,2026-10,none,yes,no,no\n"
	for name, c := range map[string]struct {
		file, key string
		line      int
	}{
		"empty":               {"", "duty_file.empty", 1},
		"blank":               {"\n \n", "duty_file.empty", 1},
		"no heading":          {"\n" + row, "duty_file.unknown_column", 2},
		"an unknown column":   {"person,month,secret\n", "duty_file.unknown_column", 1},
		"a column twice":      {"person,month,person\n", "duty_file.column_twice", 1},
		"a column missing":    {"person,month,main_obstacle,assigned,reduced\n", "duty_file.no_column", 1},
		"both separators":     {strings.Replace(heading, ",", ";", 1) + row, "duty_file.unknown_column", 1},
		"a field too few":     {heading + row + "secret,2026-11,none,yes,no\n", "duty_file.other_width", 3},
		"a field too many":    {heading + "secret,2026-11,none,yes,no,no,\n", "duty_file.other_width", 2},
		"no person":           {heading + " ,2026-11,none,yes,no,no\n", "duty_file.no_person", 2},
		"month 13":            {heading + "secret,2026-13,none,yes,no,no\n", "duty_file.not_a_month", 2},
		"a day":               {heading + "secret,2026-10-01,none,yes,no,no\n", "duty_file.not_a_month", 2},
		"no month":            {heading + "secret,,none,yes,no,no\n", "duty_file.not_a_month", 2},
		"an unknown obstacle": {heading + "secret,2026-10,secret,yes,no,no\n", "duty_file.not_an_obstacle", 2},
		"neither yes nor no":  {heading + "secret,2026-10,none,yes,secret,no\n", "duty_file.not_yes_or_no", 2},
		"no gender":           {"gender," + heading + "secret," + row, "duty_file.not_a_gender", 2},
		"twice, of another":   {heading + row + "\n" + row + "secret,2026-10,none,yes,yes,no\n", "duty_file.twice", 5},
		"twice, otherwise":    {heading + row + "secret,2026-10,,no,no,no\n", "duty_file.twice", 3},
		"twice, outside":      {heading + "a,2026-01,,,,\na,2026-01,,x,,\n", "duty_file.twice", 3},
		"not UTF-8":           {heading + row + "\xe5,2026-10,none,yes,no,no\n", "duty_file.not_utf8", 3},
		"NUL":                 {heading + "\x00\n\xff", "duty_file.nul", 2},
		"not UTF-8 before":    {heading + "\xff\n\x00", "duty_file.not_utf8", 2},
		"a quote within":      {heading + "sec\"ret,2026-10,none,yes,no,no\n", "duty_file.bare_quote", 2},
		"a quote left open":   {heading + row + "\"secret,2026-11\n\n", "duty_file.open_quote", 3},
		"text after a quote":  {heading + "\"secret\"x,2026-11,none,yes,no,no\n", "duty_file.open_quote", 2},
		"too large":           {heading + strings.Repeat("\n", quarterfile.Largest), "duty_file.too_large", 1},
	} {
		_, err := quarterfile.Read(strings.NewReader(c.file), autumn)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || wrong.Text.Key != c.key || wrong.Text.Args["Line"] != c.line {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, said := range wrong.Text.Args {
			if text, is := said.(string); is && strings.Contains(text, "secret") {
				t.Errorf("%s: the fault says %q", name, text)
			}
		}
	}
	broken := errors.New("the disk is gone")
	if _, err := quarterfile.Read(iotest.ErrReader(broken), autumn); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

// Whatever the file, it is read or refused with a line that there is.
func FuzzRead(f *testing.F) {
	f.Add([]byte(heading + "A,2026-10,none,yes,no,no\n"))
	f.Add([]byte("\uFEFFperson;månad;försörjningshinder;anvisad;nedsatt;nekad\r\n\"A\r\nB\";2026-10;;x;;\r\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := quarterfile.Read(strings.NewReader(string(text)), autumn)
		var wrong *fault.Error
		switch lines := 1 + strings.Count(string(text), "\n"); {
		case err == nil:
			if len(file.Rows)+file.Outside >= lines {
				t.Errorf("%d rows of %d lines", len(file.Rows), lines)
			}
		case !errors.As(err, &wrong):
			t.Errorf("%v", err)
		default:
			if line := wrong.Text.Args["Line"].(int); line < 1 || line > lines {
				t.Errorf("line %d of %d", line, lines)
			}
		}
	})
}
