package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"fotfaste/internal/duty"
	"fotfaste/internal/duty/quarterfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

type dutyCommands struct {
	Report dutyReportCommand `cmd:"" help:"How many were assigned to an activity in a quarter, and how many had assistance reduced or denied, by main obstacle."`
}

type dutyReportCommand struct {
	File     string `arg:"" placeholder:"FILE" help:"A heading \"person,month,main_obstacle,assigned,reduced,denied\" and a row for each person and month, in UTF-8. \"-\" reads standard input."`
	Quarter  string `required:"" placeholder:"QUARTER" help:"The quarter, as 2026Q4."`
	Language string `enum:"sv,en" default:"sv" help:"Of what is said: sv or en."`
	JSON     bool   `name:"json" help:"As JSON."`
}

// Run reads the file and prints the quarter's counts. A file that cannot be right is
// refused with the line; what is in that line is not said, since it may be an identity
// number.
func (c *dutyReportCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	quarter, err := duty.ParseQuarter(c.Quarter)
	if err != nil {
		return refuse(p, "duty_file.not_a_quarter", "Said", fmt.Sprintf("%.40q", c.Quarter))
	}
	file, err := c.read(env.In, p, quarter)
	if err != nil {
		return err
	}
	lines, sum, err := duty.Report(quarter, file.Rows)
	if err != nil {
		return err // cannot happen: a person's month is there once
	}
	if c.JSON {
		return writeJSON(env.Out, reportSaid(p, quarter, file, lines, sum))
	}
	return tellReport(env.Out, p, reportSaid(p, quarter, file, lines, sum))
}

func (c *dutyReportCommand) read(from io.Reader, p *locale.Printer, quarter duty.Quarter) (*quarterfile.File, error) {
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return nil, refuse(p, "benefit.file.unreadable", "File", c.File)
		}
		defer file.Close()
		if info, err := file.Stat(); err != nil || info.IsDir() {
			return nil, refuse(p, "benefit.file.unreadable", "File", c.File)
		}
		from = file
	}
	file, err := quarterfile.Read(from, quarter)
	var wrong *fault.Error
	if errors.As(err, &wrong) {
		return nil, refuse(p, "benefit.file.wrong", "File", c.File, "Line", wrong.Text.Args["Line"], "Because", plainSpaces.Replace(p.Fault(wrong.Text)))
	}
	return file, err
}

// saidReport is the answer.
type saidReport struct {
	Quarter    string         `json:"quarter"`
	From       period.Month   `json:"from"`
	To         period.Month   `json:"to"`
	Persons    int            `json:"persons"`
	Assigned   int            `json:"assigned"`
	Reduced    int            `json:"reduced"`
	Denied     int            `json:"denied"`
	Rows       int            `json:"rows"` // that count
	Duplicates int            `json:"duplicates"`
	Outside    int            `json:"outside_quarter"`
	ByObstacle []saidObstacle `json:"by_obstacle"` // all of them; the last is of whom nobody has said
	Source     string         `json:"source"`
	Notes      []saidNote     `json:"notes"`
}

// saidObstacle is a line of the report with its name in words.
type saidObstacle struct {
	Name string `json:"name"`
	duty.Count
}

func reportSaid(p *locale.Printer, quarter duty.Quarter, file *quarterfile.File, lines []duty.Count, sum duty.Count) saidReport {
	book := law.Sweden()
	said := saidReport{Quarter: quarter.String(), From: quarter.First, To: quarter.Last(), Persons: sum.Persons,
		Assigned: sum.Assigned, Reduced: sum.Reduced, Denied: sum.Denied, Rows: len(file.Rows), Duplicates: file.Duplicates, Outside: file.Outside}
	for _, line := range lines {
		name := p.Text("duty_file.obstacle_unsaid")
		if line.Obstacle != "" {
			name = plainSpaces.Replace(p.Code("casefile.obstacle.", string(line.Obstacle)))
		}
		said.ByObstacle = append(said.ByObstacle, saidObstacle{name, line})
	}
	said.Notes = []saidNote{}
	note := func(is bool, code, key string, count int, pairs ...any) {
		if is {
			said.Notes = append(said.Notes, saidNote{code, int64(count), plainSpaces.Replace(p.Text(key, append(pairs, "Count", count)...))})
		}
	}
	rules, err := book.ActivityRequirement(quarter.Last().First())
	begun := quarter.Last().First() >= book.ActivityRequirementBegins()
	if err == nil {
		said.Source = rules.Source
		note(quarter.Last() < rules.Value.FirstApplied, "not_yet_applied", "duty_file.note.not_yet_applied", 0, "First", rules.Value.FirstApplied.String())
	}
	note(err != nil && !begun, "not_in_force", "duty_file.note.not_in_force", 0, "Begins", book.ActivityRequirementBegins().String())
	note(err != nil && begun, "rules_unknown", "duty_file.note.rules_unknown", 0)
	note(sum.Persons == 0, "no_rows", "duty_file.note.no_rows", 0)
	note(file.Duplicates > 0, "duplicates", "duty_file.note.duplicates", file.Duplicates)
	note(file.Outside > 0, "outside_quarter", "duty_file.note.outside", file.Outside)
	note(file.Unsaid > 0, "obstacle_unsaid", "duty_file.note.unsaid", file.Unsaid)
	note(file.Form.Nothing > 0, "empty_is_no", "duty_file.note.empty_is_no", file.Form.Nothing)
	note(file.Form.Semicolons, "semicolons", "benefit.note.semicolons", 0)
	note(file.Form.BOM, "byte_order_mark", "benefit.note.byte_order_mark", 0)
	note(file.Form.Blank > 0, "blank_lines", "benefit.note.blank_lines", file.Form.Blank)
	return said
}

// tellReport writes the lines that anybody stands in, the sum and the notes for a person
// to read.
func tellReport(to io.Writer, p *locale.Printer, said saidReport) error {
	var b strings.Builder
	line := func(key, name string, c duty.Count) {
		fmt.Fprintln(&b, p.Text(key, "Name", name, "Persons", c.Persons, "Assigned", c.Assigned, "Reduced", c.Reduced, "Denied", c.Denied))
	}
	fmt.Fprintln(&b, p.Text("duty_file.heading", "Quarter", said.Quarter, "From", said.From.String(), "To", said.To.String()))
	for _, o := range said.ByObstacle {
		if o.Persons > 0 {
			line("duty_file.line", o.Name, o.Count)
		}
	}
	line("duty_file.sum", "", duty.Count{Persons: said.Persons, Assigned: said.Assigned, Reduced: said.Reduced, Denied: said.Denied})
	for _, n := range said.Notes {
		fmt.Fprintln(&b, "- "+n.Sentence)
	}
	_, err := plainSpaces.WriteString(to, b.String())
	return err
}
