package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"fotfaste/internal/compensation"
	"fotfaste/internal/compensation/factsfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

type calcCommands struct {
	Compensation calcCompensationCommand `cmd:"" help:"What a week pays, by a day's rates (--on) or from the facts of a case (--facts)."`
	Household    calcHouseholdCommand    `cmd:"" help:"What a household needs and has in a month, and the assistance that follows."`
	Wage         calcWageCommand         `cmd:"" help:"What a subsidised job costs a municipality beside assistance: three tables, every figure by its name."`
	Payback      calcPaybackCommand      `cmd:"" help:"When what is put in has come back."`
	Duty         calcDutyCommand         `cmd:"" help:"The activity requirement: hours a week and month, and what a plan covers of them."`
	Studies      calcStudiesCommand      `cmd:"" help:"Whether assistance can be given while somebody studies, rule by rule, with a text for the journal."`
	Gate         calcGateCommand         `cmd:"" help:"Whether a referral may be made: the legal gate line by line, with the act in force on the day."`
}

type calcCompensationCommand struct {
	On       string `placeholder:"DAY" help:"The amounts of a whole week by the rates of the day, YYYY-MM-DD."`
	Children *int   `placeholder:"NUMBER" help:"With --on: how many children count (0)."`
	Facts    string `placeholder:"FILE" help:"The facts of a case as JSON: decision, children, attendance. \"-\" reads them from standard input. A day without an entry counts as attended; Saturdays and Sundays pay nothing. Children's periods that are one child's are held together by the same name in \"child\"; each without a name is a child of its own, and two such that overlap and are within eighteen years together may be one child twice: they are refused and ask for names. Two or three of the very same days are twins."`
	From     string `placeholder:"DAY" help:"With --facts: the first day asked about. Weeks are reckoned whole, Monday to Sunday, from the one that has this day."`
	To       string `placeholder:"DAY" help:"With --facts: the last day asked about, to the end of its week."`
	Language string `enum:"sv,en" default:"sv" help:"Of the explanation: sv or en."`
	JSON     bool   `name:"json" help:"As JSON."`
}

// longestAsked is how many years of weeks are reckoned at once.
const longestAsked = 10

// Run prints what the week or weeks pay and why. A rate that is missing, and facts
// that cannot be right, are refused.
func (c *calcCompensationCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	switch {
	case c.Children != nil && (*c.Children < 0 || *c.Children > factsfile.MostChildren):
		return refuse(p, "calc.flag.children", "Said", *c.Children, "Most", factsfile.MostChildren)
	case (c.On == "") == (c.Facts == ""):
		return refuse(p, "calc.flag.on_or_facts")
	case c.On != "" && (c.From != "" || c.To != ""):
		return refuse(p, "calc.flag.only_with_facts", "Flag", "--from, --to")
	case c.On != "":
		return c.wholeWeek(env, p)
	case c.Children != nil:
		return refuse(p, "calc.flag.only_with_on", "Flag", "--children")
	}
	return c.weeks(env, p)
}

func (c *calcCompensationCommand) wholeWeek(env *Env, p *locale.Printer) error {
	on, err := dayOf(p, "--on", c.On)
	if err != nil {
		return err
	}
	children := 0
	if c.Children != nil {
		children = *c.Children
	}
	whole, err := compensation.WholeWeek(law.Sweden(), on, children)
	if err != nil {
		return notReckoned(p, err)
	}
	if c.JSON {
		return writeJSON(env.Out, wholeWeekSaid(p, whole))
	}
	return tellTree(env.Out, explainWholeWeek(p, whole))
}

func (c *calcCompensationCommand) weeks(env *Env, p *locale.Printer) error {
	asked, err := c.asked(p)
	if err != nil {
		return err
	}
	text, err := readFacts(env, c.Facts)
	if err != nil {
		return refuse(p, "calc.facts.unreadable", "File", c.Facts)
	}
	file, err := factsfile.Read(text)
	if err != nil {
		return badFacts(p, c.Facts, err)
	}
	var weeks []period.Week
	for w := range period.WeeksOf(asked) {
		weeks = append(weeks, w)
	}
	reckoned, err := compensation.Calculate(law.Sweden(), file.Facts(asked), weeks...)
	if err != nil {
		return notReckoned(p, err)
	}
	if c.JSON {
		return writeJSON(env.Out, weeksSaid(p, asked, reckoned, file.Twins))
	}
	return tellTree(env.Out, explainWeeks(p, reckoned, file.Twins)...)
}

// asked is the days from --from to --to.
func (c *calcCompensationCommand) asked(p *locale.Printer) (period.Span, error) {
	if c.From == "" || c.To == "" {
		return period.Span{}, refuse(p, "calc.flag.from_and_to")
	}
	from, err := dayOf(p, "--from", c.From)
	if err != nil {
		return period.Span{}, err
	}
	to, err := dayOf(p, "--to", c.To)
	if err != nil {
		return period.Span{}, err
	}
	asked, err := period.NewSpan(from, to)
	switch {
	case err != nil:
		return asked, refuse(p, "calc.flag.backwards", "From", c.From, "To", c.To)
	case to >= from.AddYears(longestAsked):
		return asked, refuse(p, "calc.flag.too_long", "From", c.From, "To", c.To, "Years", longestAsked)
	}
	return asked, nil
}

// readFacts is the file, or as much of it as tells that it is too large.
func readFacts(env *Env, name string) ([]byte, error) {
	from := env.In
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		from = file
	}
	return io.ReadAll(io.LimitReader(from, factsfile.LargestFile+1))
}

func dayOf(p *locale.Printer, flag, said string) (period.Day, error) {
	day, err := period.ParseDay(said)
	if err != nil {
		return 0, refuse(p, "calc.flag.not_a_day", "Flag", flag, "Said", fmt.Sprintf("%.40q", said))
	}
	return day, nil
}

func refuse(p *locale.Printer, key string, pairs ...any) error {
	return &RefusedError{errors.New(p.Text(key, pairs...))}
}

// notReckoned is why there is no amount. A rate that is missing is a refusal, and
// names the parameter as the law book does.
func notReckoned(p *locale.Printer, err error) error {
	var missing *law.MissingError
	var shown *fault.Error
	if errors.As(err, &missing) && errors.As(err, &shown) {
		return refuse(p, "calc.missing", "Because", p.Fault(shown.Text), "Parameter", string(missing.Parameter))
	}
	return err
}

// faultsTold is how many faults of a file are told one by one.
const faultsTold = 20

// badFacts is what is wrong with the file: a line for each fault, with the path to it.
func badFacts(p *locale.Printer, name string, err error) error {
	var wrong *fault.Error
	if !errors.As(err, &wrong) {
		return err
	}
	lines := []string{p.Text("calc.facts.wrong", "File", name, "Count", max(1, len(wrong.Fields)))}
	if len(wrong.Fields) == 0 {
		lines = append(lines, p.Fault(wrong.Text))
	}
	for i, f := range wrong.Fields {
		if i == faultsTold {
			lines = append(lines, p.Text("calc.more", "Count", len(wrong.Fields)-i))
			break
		}
		at := p.Text("calc.at_line", "Line", f.Text.Args["Line"])
		if f.Name != "" {
			at = f.Name + ", " + at
		}
		lines = append(lines, at+": "+p.Fault(f.Text))
	}
	return &RefusedError{errors.New(strings.Join(lines, "\n  "))}
}

func writeJSON(to io.Writer, said any) error {
	out := json.NewEncoder(to)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(said)
}
